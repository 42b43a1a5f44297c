"""The words outlets choose between: from `labels.toml`, `causes.toml` and `sites.toml`, and how alike two phrases are.

Comes out: entries, their look-up as `Phrases`, and what of a phrase is compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold
from riwaya.text.stem import stem
from riwaya.text.words import Tokens, tokenize

#: Short phrases whose reading is remembered: asking for them again would push whole pages out of `tokenize`'s memory.
REMEMBERED = 50_000

#: Pages whose words are remembered: a story of more is seldom, and costs time only.
_PAGES = 256

__all__ = [
    "REMEMBERED", "Form", "KindWords", "Label", "Marker", "Outcome", "Site", "alike", "counts_time", "kind_words",
    "label_phrases", "marker_phrases", "outcome_phrases", "page_tokens", "plain", "same_words", "site_phrases", "stems_of",
    "with_article",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """Words for people, deeds or bodies; those of one `slot` stand in one another's place; `charge`: how they judge.

    `types`: events of whose reports the label is taken, all where none is given. `one`: its forms are one word to a
    reader (a noun and its verb).
    """

    id: str
    slot: str
    said_of: str
    charge: int
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    types: tuple[str, ...] = ()
    one: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """Words that mean one thing: an honour before a title, or an office."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that hand over to a cause. `types`: events that it explains, all where none is given.

    `keeps`: how many of its last words belong to the cause. `subject`: what says so, "happening"
    or "inquiry".
    """

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    types: tuple[str, ...] = ()
    keeps: int = 0
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Words for how something ended; those of one `slot` cannot all be true. `types`: events that end so."""

    id: str
    slot: str
    types: tuple[str, ...]
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Words for where: a site, nearness before it, or a way to or from a place."""

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindWords:
    """How a kind of difference is named to a reader."""

    id: str
    one: str
    many: str
    examples: tuple[str, ...]


@cache
def kind_words() -> dict[str, KindWords]:
    """Give the Arabic wording of each kind of difference."""
    return {entry.id: entry for entry in load_entries("words.toml", "kind", KindWords)}


@cache
def label_phrases() -> Phrases[Label]:
    """Give the look-up of labels, each form with and without its article."""
    entries = load_entries("labels.toml", "label", Label)
    return Phrases((form, entry) for entry in entries for bare in entry.forms for form in with_article(bare))


@cache
def marker_phrases() -> Phrases[Marker]:
    """Give the look-up of words that hand over to a cause."""
    return Phrases((form, entry) for entry in load_entries("causes.toml", "marker", Marker) for form in entry.forms)


@cache
def site_phrases() -> Phrases[Site]:
    """Give the look-up of words for where."""
    return Phrases((form, entry) for entry in load_entries("sites.toml", "site", Site) for form in entry.forms)


@cache
def outcome_phrases() -> Phrases[Outcome]:
    """Give the look-up of words for how something ended."""
    return Phrases((form, entry) for entry in load_entries("causes.toml", "outcome", Outcome) for form in entry.forms)


@cache
def _time_nouns() -> frozenset[str]:
    return frozenset(fold(form) for entry in load_entries("labels.toml", "time_noun", Form) for form in entry.forms)


def counts_time(noun: str) -> bool:
    """Tell whether a counted noun is a length of time or a number of times: no figure of an event."""
    return fold(noun) in _time_nouns()


def with_article(phrase: str) -> tuple[str, ...]:
    """Give a phrase as it stands, with the article on its first word, and with the article on every word."""
    words = phrase.split()
    if fold(words[0]).startswith("ال"):
        return (phrase,)
    every = " ".join(word if fold(word).startswith("ال") else f"ال{word}" for word in words)
    return tuple(dict.fromkeys((phrase, f"ال{phrase}", every)))


@lru_cache(maxsize=REMEMBERED)
def same_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a phrase without articles: equal for two spellings of one phrase."""
    return tuple(plain(word.form) for word in tokenize(text).words if not word.is_punctuation)


@lru_cache(maxsize=_PAGES)
def page_tokens(text: str) -> Tokens:
    """Give the words of a page; those of a story's pages are remembered, for every kind of difference asks for them."""
    return tokenize(text)


def alike(left: str, right: str) -> float:
    """Give how many of the shorter phrase's stems stand in the other, 0 to 1."""
    one, two = stems_of(left), stems_of(right)
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


@lru_cache(maxsize=REMEMBERED)
def stems_of(text: str) -> frozenset[str]:
    """Give the stems of a phrase's words of three letters and more."""
    return frozenset(stem(word.form) for word in tokenize(text).words if len(word.form) > 2)


def plain(form: str) -> str:
    """Give a folded word without its article."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form

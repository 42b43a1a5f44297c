"""What is compared of a person's titles: ranks, honours and offices, and the words that take them back.

Goes in: a phrase as a page prints it. Comes out: the rank or office in it in one form for all spellings.
"""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.compare.wording import REMEMBERED, Form, plain, same_words, with_article
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.name_entries import head_phrases, title_phrases
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold
from riwaya.text.words import Tokens, tokenize

__all__ = ["ends_in_head", "honours", "office_of", "office_start", "rank_in", "rank_of"]

_ARTICLE = "ال"


@cache
def honours() -> Phrases[Form]:
    """Give the look-up of words that grant respect before a title."""
    return Phrases((form, entry) for entry in load_entries("labels.toml", "honour", Form) for form in entry.forms)


@cache
def _offices() -> Phrases[Form]:
    entries = load_entries("labels.toml", "office", Form)
    return Phrases((form, entry) for entry in entries for bare in entry.forms for form in with_article(bare))


@lru_cache(maxsize=REMEMBERED)
def ends_in_head(phrase: str) -> bool:
    """Tell whether a phrase ends in a word that heads a body's name (`وزير في حكومة`): what follows belongs to that."""
    tokens = tokenize(phrase)
    return any(hit.last == len(tokens.words) for hit in head_phrases().find(tokens))


@lru_cache(maxsize=REMEMBERED)
def rank_of(text: str) -> str | None:
    """Give what is compared of a rank: its first word without article, "retired" kept; None where there is no rank."""
    words = same_words(rank_in(text))
    return " ".join([words[0], *(word for word in words[1:] if word in _modifiers())]) if words else None


@lru_cache(maxsize=REMEMBERED)
def rank_in(text: str) -> str:
    """Give the rank that a phrase holds, with the word that takes it back, and without what stands between or before.

    >>> rank_in("قائد الأركان اللواء الليبي المتقاعد")
    'اللواء المتقاعد'
    """
    tokens = tokenize(text)
    ranks = [hit for hit in title_phrases().find(tokens) if hit.value.kind == "rank"]
    hits = [hit for hit in ranks if not _in_construct(tokens, hit.first)]
    if not hits:
        return ""
    taken_back = [word.span.of(text) for word in tokens.words[hits[0].last :] if plain(word.form) in _modifiers()]
    return " ".join([*hits[0].span.of(text).split(), *taken_back])


def _in_construct(tokens: Tokens, first: int) -> bool:
    """Tell whether a rank's word completes an office before it (`قائد الفريق`): then it is a team, no rank."""
    before = tokens.words[first - 1].form if first else _ARTICLE
    return not before.startswith(_ARTICLE) and office_start(tokens, first - 1) is not None


@lru_cache(maxsize=REMEMBERED)
def office_of(text: str) -> str:
    """Give what is compared of an office: the id of a known one; nothing where the first word is none."""
    tokens = tokenize(text)
    hits = _offices().at(tokens, 0) if tokens.words else ()
    return hits[0].value.id if hits else ""


def office_start(tokens: Tokens, index: int) -> int | None:
    """Give where the word of office at `index` starts, without proclitic; None where the word is none."""
    hits = _offices().at(tokens, index)
    return hits[0].span.start if hits and hits[0].last == index + 1 else None


@cache
def _modifiers() -> frozenset[str]:
    """Give the words that take a rank back (retired, former), folded, without article."""
    return frozenset(fold(form) for entry in load_entries("labels.toml", "modifier", Form) for form in entry.forms)

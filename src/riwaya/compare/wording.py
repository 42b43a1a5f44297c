"""The words outlets choose between, and what of a phrase is compared: from `labels.toml` and `causes.toml`.

Comes out: entries, their look-up as `Phrases`, and small questions about a title's or a name's words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.name_entries import head_phrases, title_phrases
from riwaya.lexicon.name_words import name_word
from riwaya.lexicon.nationalities import countries, nationality_phrases
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold
from riwaya.text.sounds import skeleton
from riwaya.text.stem import stem
from riwaya.text.words import Tokens, tokenize

_ARTICLE, _FOR_THE, _IN = "ال", "لل", "في"
#: Words that a body's name must keep when its country is left off, and the mark of a country in a key.
_LONG, _COUNTRY = 3, "@"
#: Short phrases whose reading is remembered: asking for them again would push whole pages out of `tokenize`'s memory.
_REMEMBERED = 50_000

__all__ = [
    "Form", "KindWords", "Label", "Marker", "Outcome", "Site", "alike", "body_kinds", "counts_time", "ends_in_head",
    "foreign_core", "honours", "is_country", "kind_words", "label_phrases", "marker_phrases", "name_key", "office_of",
    "office_start", "outcome_phrases", "rank_in", "rank_of", "same_words", "site_phrases", "stems_of",
    "without_nationality", "without_organ",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """Words for people, deeds or bodies; those of one `slot` stand in one another's place; `charge`: how they judge.

    `types`: events of whose reports the label is taken, all where none is given.
    """

    id: str
    slot: str
    said_of: str
    charge: int
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Words that mean one thing: an honour before a title, or an office."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that hand over to a cause. `types`: events that it explains, all where none is given.

    `keeps`: how many of its last words belong to the cause.
    """

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    types: tuple[str, ...] = ()
    keeps: int = 0


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
    return Phrases((form, entry) for entry in entries for bare in entry.forms for form in _with_article(bare))


@cache
def honours() -> Phrases[Form]:
    """Give the look-up of words that grant respect before a title."""
    return Phrases((form, entry) for entry in load_entries("labels.toml", "honour", Form) for form in entry.forms)


@cache
def _organs() -> Phrases[Form]:
    return Phrases((form, entry) for entry in load_entries("labels.toml", "organ", Form) for form in entry.forms)


@lru_cache(maxsize=_REMEMBERED)
def without_organ(name: str) -> str:
    """Give the body that a name's organ speaks for: the general command of the forces is the forces.

    >>> without_organ("القيادة العامة للقوات المسلحة"), without_organ("القيادة الجديدة")
    ('القوات المسلحة', 'القيادة الجديدة')
    """
    tokens = tokenize(name)
    hits = _organs().at(tokens, 0) if tokens.words else ()
    rest = name[tokens.words[hits[0].last].span.start :] if hits and hits[0].last < len(tokens.words) else ""
    return f"{_ARTICLE}{rest[2:]}" if rest.startswith(_FOR_THE) else name


@cache
def _offices() -> Phrases[Form]:
    entries = load_entries("labels.toml", "office", Form)
    return Phrases((form, entry) for entry in entries for bare in entry.forms for form in _with_article(bare))


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
def _country_names() -> dict[str, str]:
    return {fold(form): country.id for country in countries() for form in country.forms}


def is_country(name: str) -> bool:
    """Tell whether a name is that of a country."""
    return fold(name) in _country_names()


@lru_cache(maxsize=_REMEMBERED)
def without_nationality(name: str) -> str:
    """Give the folded words of a name without a nationality that ends it: the Libyan town is the town.

    >>> without_nationality("سلمونة الليبية")
    'سلمونه'
    """
    tokens = tokenize(name)
    words = [word.form for word in tokens.words]
    if len(words) > 1 and nationality_phrases().at(tokens, len(words) - 1, proclitics=False):
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """Give what is compared of a name: a synonym's id, a country and its adjective as one, none in a long name.

    >>> name_key("منتخب مصر") == name_key("المنتخب المصري"), name_key("الهيئة العليا للمياه في ليبيا")
    (True, 'هيئه عليا للمياه')
    """
    tokens = tokenize(name)
    if any(hit.first == 0 and hit.last == len(tokens.words) for hit in _synonyms().find(tokens)):
        return _synonyms().find(tokens)[0].value.id
    plain = [_country_of(tokens, word.index) or _plain(word.form) for word in tokens.words if not word.is_punctuation]
    kept = plain[:-1] if plain and plain[-1].startswith(_COUNTRY) else plain
    kept = kept[:-1] if kept and kept[-1] == _IN else kept
    return " ".join(kept if len(kept) >= _LONG else [word for word in plain if word != _IN])


@cache
def _synonyms() -> Phrases[Form]:
    return Phrases((form, entry) for entry in load_entries("labels.toml", "synonym", Form) for form in entry.forms)


def _country_of(tokens: Tokens, index: int) -> str:
    """Give a mark for the country that a word names, as a noun or an adjective; nothing for other words."""
    if hits := nationality_phrases().at(tokens, index, proclitics=False):
        return _COUNTRY + hits[0].value.country
    return _COUNTRY + _country_names()[tokens.words[index].form] if is_country(tokens.words[index].form) else ""


@cache
def _time_nouns() -> frozenset[str]:
    return frozenset(fold(form) for entry in load_entries("labels.toml", "time_noun", Form) for form in entry.forms)


def counts_time(noun: str) -> bool:
    """Tell whether a counted noun is a length of time or a number of times: no figure of an event."""
    return fold(noun) in _time_nouns()


@lru_cache(maxsize=_REMEMBERED)
def ends_in_head(phrase: str) -> bool:
    """Tell whether a phrase ends in a word that heads a body's name (`وزير في حكومة`): what follows belongs to that."""
    tokens = tokenize(phrase)
    return any(hit.last == len(tokens.words) for hit in head_phrases().find(tokens))


@lru_cache(maxsize=_REMEMBERED)
def foreign_core(name: str) -> str:
    """Give the sound of a body's foreign name without words for what it is; nothing where a word has a meaning.

    >>> foreign_core("مجموعة فالكان العسكرية") == foreign_core("فالكان") != ""
    True
    """
    tokens = tokenize(name)
    drop = {index for hit in label_phrases().find(tokens) for index in range(hit.first, hit.last)}
    drop |= {index for hit in head_phrases().find(tokens) for index in range(hit.first, hit.last)}
    drop |= {hit.first for hit in nationality_phrases().find(tokens, proclitics=False)}
    rest = [word.form for word in tokens.words if word.index not in drop and not word.is_punctuation]
    return skeleton(" ".join(rest)) if rest and all(name_word(word).unknown for word in rest) else ""


@cache
def _bodies() -> Phrases[Form]:
    return Phrases((form, entry) for entry in load_entries("labels.toml", "body", Form) for form in entry.forms)


@lru_cache(maxsize=_REMEMBERED)
def body_kinds(name: str) -> frozenset[str]:
    """Give the kinds of body that a name names, for which different countries or outlets have different names."""
    return frozenset(hit.value.id for hit in _bodies().find(tokenize(name)))


def _with_article(phrase: str) -> tuple[str, ...]:
    """Give a phrase as it stands, with the article on its first word, and with the article on every word."""
    words = phrase.split()
    if fold(words[0]).startswith("ال"):
        return (phrase,)
    every = " ".join(word if fold(word).startswith("ال") else f"ال{word}" for word in words)
    return tuple(dict.fromkeys((phrase, f"ال{phrase}", every)))


@lru_cache(maxsize=_REMEMBERED)
def rank_of(text: str) -> str | None:
    """Give what is compared of a rank: its first word without article, "retired" kept; None where there is no rank."""
    words = same_words(rank_in(text))
    return " ".join([words[0], *(word for word in words[1:] if word in _modifiers())]) if words else None


@lru_cache(maxsize=_REMEMBERED)
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
    taken_back = [word.span.of(text) for word in tokens.words[hits[0].last :] if _plain(word.form) in _modifiers()]
    return " ".join([*hits[0].span.of(text).split(), *taken_back])


def _in_construct(tokens: Tokens, first: int) -> bool:
    """Tell whether a rank's word completes an office before it (`قائد الفريق`): then it is a team, no rank."""
    before = tokens.words[first - 1].form if first else _ARTICLE
    return not before.startswith(_ARTICLE) and office_start(tokens, first - 1) is not None


@lru_cache(maxsize=_REMEMBERED)
def office_of(text: str) -> str:
    """Give what is compared of an office: the id of a known one; nothing where the first word is none."""
    tokens = tokenize(text)
    hits = _offices().at(tokens, 0) if tokens.words else ()
    return hits[0].value.id if hits else ""


def office_start(tokens: Tokens, index: int) -> int | None:
    """Give where the word of office at `index` starts, without proclitic; None where the word is none."""
    hits = _offices().at(tokens, index)
    return hits[0].span.start if hits and hits[0].last == index + 1 else None


@lru_cache(maxsize=_REMEMBERED)
def same_words(text: str) -> tuple[str, ...]:
    """Give the folded words of a phrase without articles: equal for two spellings of one phrase."""
    return tuple(_plain(word.form) for word in tokenize(text).words if not word.is_punctuation)


def alike(left: str, right: str) -> float:
    """Give how many of the shorter phrase's stems stand in the other, 0 to 1."""
    one, two = stems_of(left), stems_of(right)
    return len(one & two) / min(len(one), len(two)) if one and two else 0.0


@lru_cache(maxsize=_REMEMBERED)
def stems_of(text: str) -> frozenset[str]:
    """Give the stems of a phrase's words of three letters and more."""
    return frozenset(stem(word.form) for word in tokenize(text).words if len(word.form) > 2)


def _plain(form: str) -> str:
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


@cache
def _modifiers() -> frozenset[str]:
    """Give the words that take a rank back (retired, former), folded, without article."""
    return frozenset(fold(form) for entry in load_entries("labels.toml", "modifier", Form) for form in entry.forms)

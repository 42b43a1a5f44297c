"""What is compared of the names of bodies, countries and places: their organ, country, synonyms and foreign core.

Goes in: a name. Comes out: the part of it that two outlets must share to mean one body.
"""

from __future__ import annotations

from functools import cache, lru_cache

from riwaya.compare.wording import REMEMBERED, Form, label_phrases, plain
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.name_entries import head_phrases
from riwaya.lexicon.name_words import name_word
from riwaya.lexicon.nationalities import countries, nationality_phrases
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold
from riwaya.text.sounds import skeleton
from riwaya.text.words import Tokens, tokenize

__all__ = ["body_kinds", "foreign_core", "is_country", "name_key", "without_nationality", "without_organ"]

_ARTICLE, _FOR_THE, _IN = "ال", "لل", "في"
#: Words that a body's name must keep when its country is left off, and the mark of a country in a key.
_LONG, _COUNTRY = 3, "@"


@cache
def _organs() -> Phrases[Form]:
    return Phrases((form, entry) for entry in load_entries("labels.toml", "organ", Form) for form in entry.forms)


@lru_cache(maxsize=REMEMBERED)
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
def _country_names() -> dict[str, str]:
    return {fold(form): country.id for country in countries() for form in country.forms}


def is_country(name: str) -> bool:
    """Tell whether a name is that of a country."""
    return fold(name) in _country_names()


@lru_cache(maxsize=REMEMBERED)
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


@lru_cache(maxsize=REMEMBERED)
def name_key(name: str) -> str:
    """Give what is compared of a name: a synonym's id, a country and its adjective as one, none in a long name.

    >>> name_key("منتخب مصر") == name_key("المنتخب المصري"), name_key("الهيئة العليا للمياه في ليبيا")
    (True, 'هيئه عليا للمياه')
    """
    tokens = tokenize(name)
    if any(hit.first == 0 and hit.last == len(tokens.words) for hit in _synonyms().find(tokens)):
        return _synonyms().find(tokens)[0].value.id
    words = [_country_of(tokens, word.index) or plain(word.form) for word in tokens.words if not word.is_punctuation]
    kept = words[:-1] if words and words[-1].startswith(_COUNTRY) else words
    kept = kept[:-1] if kept and kept[-1] == _IN else kept
    return " ".join(kept if len(kept) >= _LONG else [word for word in words if word != _IN])


@cache
def _synonyms() -> Phrases[Form]:
    return Phrases((form, entry) for entry in load_entries("labels.toml", "synonym", Form) for form in entry.forms)


def _country_of(tokens: Tokens, index: int) -> str:
    """Give a mark for the country that a word names, as a noun or an adjective; nothing for other words."""
    if hits := nationality_phrases().at(tokens, index, proclitics=False):
        return _COUNTRY + hits[0].value.country
    return _COUNTRY + _country_names()[tokens.words[index].form] if is_country(tokens.words[index].form) else ""


@lru_cache(maxsize=REMEMBERED)
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


@lru_cache(maxsize=REMEMBERED)
def body_kinds(name: str) -> frozenset[str]:
    """Give the kinds of body that a name names, for which different countries or outlets have different names."""
    return frozenset(hit.value.id for hit in _bodies().find(tokenize(name)))

"""How a mention's name is written, made comparable: folded, whole articles, heads parted from what they head.

Goes in: a mention and its document's text. Comes out: `Written`: the folded name, the words that tell it from others
(`core`), the class of its head word. `ولاية البليدة` and `البليدة` have one core; `مطار بيروت` and `بيروت` do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from riwaya.lexicon.articles import article_back
from riwaya.lexicon.name_entries import context_words, head_phrases, heads, lone_heads
from riwaya.lexicon.name_state import one_name
from riwaya.lexicon.name_words import name_word
from riwaya.lexicon.nationalities import countries, nationality_phrases
from riwaya.model import Mention
from riwaya.text.fold import fold
from riwaya.text.words import tokenize

__all__ = ["TRADES", "Written", "bare", "write"]

_YA_HAMZA = "يء"  # ىء is printed for ئ
#: Place heads that name an area and not a thing in it: with or without them it is one place.
_AREAS = frozenset(("city", "region", "country"))
_SITES = frozenset(("airport", "harbour"))
_STATE = "authority"  # the class of a body of state that is named without a head: الخارجية
#: Body heads that are dropped before a name of its own: شركة "فيات" is فيات.
TRADES = frozenset(
    ("company", "club", "media", "agency", "party", "armed-group", "movement", "airline", "bank", "tribe")
)


@dataclass(frozen=True, slots=True)
class Written:
    """A name as written: `name` folded, `core` its telling words without articles, `head` the class of its head or ''.

    `nation` is the country that a body's own name says it is of; its word is no part of the core.
    """

    name: str
    core: str
    head: str
    named: bool  # the core is a name of its own and no description
    nation: str = ""


def write(mention: Mention, text: str) -> Written:
    """Give how a mention is written."""
    name = _whole(mention.name.of(text), mention.name.start, text)
    whole = _whole(mention.span.of(text), mention.span.start, text)
    return _written(mention.type, _plain(name), _plain(whole), '"' in fold(mention.span.of(text)))


def _plain(name: str) -> str:
    """Give a folded name with hamza on the line after its letter made one with it: the two are written for each
    other."""
    return name.replace(_YA_HAMZA, _YA_HAMZA[0])


def _whole(words: str, start: int, text: str) -> str:
    """Give folded words; an article that lost its alef after ل gets it back."""
    form = fold(words)
    if start and form.startswith("ل") and text[start - 1] == "ل":
        form = article_back(form)
    elif form.startswith("لل"):
        form = "ال" + form[2:]
    return " ".join(form.replace('"', " ").replace("'", " ").split())


@lru_cache(maxsize=50_000)
def _written(kind: str, name: str, whole: str, quoted: bool) -> Written:
    if kind == "PERSON":
        return Written(name, name, "", True)
    tokens = tokenize(whole)
    nation, words = _nation(kind, whole)
    hits = head_phrases().at(tokens, 0, proclitics=False) if tokens.words else ()
    head = next((hit.value for hit in hits if hit.value.type == kind), None) or lone_heads().get(
        tokens.words[0].form if tokens.words else ""
    )
    if kind == "ORGANIZATION":
        state = one_name(words, head.kind if head else "", national=bool(nation))
        if state != words:
            return Written(name, " ".join(state), head.kind if head else _STATE, False, nation)
    if head is None or head.type != kind:
        return Written(name, " ".join(words), "", len(words) < 2, nation)
    length = hits[0].last if hits and hits[0].value is head else 1
    rest = words[length:]
    if not rest:
        return Written(name, " ".join(words), head.kind, False, nation)
    if kind == "PLACE":
        areal = head.kind in _AREAS and not (
            len(rest) > 1 and head_phrases().at(tokenize(" ".join(rest)), 0, proclitics=False)
        )
        if head.kind in _SITES and len(rest) > 1:
            rest = [word for word in rest if word not in context_words("site_adjective")] or rest
        return Written(name, " ".join(rest), "" if areal else head.kind, True)
    if head.same and hits:
        words = [bare(fold(head.forms[0])), *rest]
    if _is_armed_name(tokens.words[0].form, [word.form for word in tokens.words[length:]]):
        return Written(name, " ".join(rest), head.kind, True, nation)
    own = head.kind in TRADES and (quoted or name_word(rest[0]).common == 0 or _is_head(rest[0]))
    return Written(name, " ".join(rest if own else words), head.kind, own, nation)


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    """Give the id of each country by its folded names."""
    return {bare(fold(form)): one.id for one in reversed(countries()) for form in one.forms}


def _is_armed_name(head: str, rest: list[str]) -> bool:
    """Tell whether a general word for armed people stands before a name of its own: قوات + درع الصحراء.

    A name of one common word is none: قوات الأمن.
    """
    return head in context_words("armed_head") and len(rest) > 1 and rest[0] in context_words("body_noun")


@lru_cache(maxsize=1)
def _head_words() -> frozenset[str]:
    return frozenset(bare(fold(form)) for head in heads() for form in head.forms if " " not in form)


def _is_head(word: str) -> bool:
    """Tell whether a bare word heads a body's name itself: حزب + جبهة …"""
    return word in _head_words()


def _nation(kind: str, whole: str) -> tuple[str, list[str]]:
    """Give the country that a body's name ends in, and the bare words without it."""
    tokens = tokenize(whole)
    drop: set[int] = set()
    nation = ""
    if kind == "ORGANIZATION":
        for index in range(1, len(tokens.words)):
            hits = nationality_phrases().at(tokens, index, proclitics=False)
            if (
                hits
                and len(hits[0].value.country) == 2
                and hits[0].value.number == "one"
                and index not in drop
                and (index > 1 or len(tokens.words) == 2)
            ):
                nation = hits[0].value.country
                drop.update(range(index, hits[0].last))
    kept = [word.form for word in tokens.words if word.index not in drop and word.form[0].isalnum()]
    words = bare(" ".join(kept)).split()
    if kind == "ORGANIZATION" and not nation and words and "ال" + words[0] in lone_heads():
        for length in (1, 2, 3):
            if len(words) > length and (country := _country_names().get(" ".join(words[-length:]))):
                return country, words[:-length]
    return nation, words


def bare(name: str) -> str:
    """Give a folded name with the articles of its words off.

    >>> bare("القياده العامه للقوات المسلحه")
    'قياده عامه قوات مسلحه'
    """
    return " ".join(_article_off(word) for word in name.replace('"', " ").replace("'", " ").split())


def _article_off(word: str) -> str:
    if len(word) > 4 and word.startswith(("لل", "ال")):
        return word[2:]
    return word

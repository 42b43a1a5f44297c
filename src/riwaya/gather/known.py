"""What the knowledge tables say of a page's names: which place or body of several is meant, and the facts kept of it.

Goes in: how a name is written and the countries its page is about. Comes out: the id of the entry meant, or None; and
for
an id its facts: English name, country, coordinates, ids elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import log10

from riwaya.gather.names import compare_persons, name_parts
from riwaya.lexicon.knowledge import Organisation, organisation_by_id, organisation_phrases, person_by_id
from riwaya.lexicon.name_entries import aliases, context_words, lone_heads
from riwaya.lexicon.nationalities import nationality_phrases
from riwaya.lexicon.world import WorldPlace, place_by_id, place_phrases
from riwaya.text.fold import fold
from riwaya.text.words import tokenize

__all__ = ["Facts", "facts_of", "is_person", "known_body", "known_place", "place_country"]

_HOME = 4.0  # what the page's country weighs against a power of ten in people
_TRACE = 0.05  # of the page, for a family name alone to mean the known man of a country
_SHARE = 0.2  # of the page, for a country's body to be meant by a name that other countries' bodies share


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an entity."""

    name_en: str
    country: str | None = None
    coordinates: tuple[float, float] | None = None
    links: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=50_000)
def _places(name: str) -> tuple[WorldPlace, ...]:
    tokens = tokenize(name)
    hits = place_phrases().at(tokens, 0, proclitics=False) if tokens.words else ()
    return tuple(hit.value for hit in hits if hit.last == len(tokens.words))


def known_place(names: tuple[str, ...], countries: dict[str, float]) -> str | None:
    """Give the id of the place meant by these writings: the largest, unless the page is about another's country."""
    found = [place for name in names if " " in name for place in _places(name)]  # with its head: منطقة الساحل
    found = found or [place for name in names for place in _places(name)]
    if not found:
        return None
    return max(found, key=lambda p: (log10(p.people + 10) + _HOME * countries.get(p.country, 0.0), p.id)).id


@lru_cache(maxsize=50_000)
def place_country(words: str) -> str:
    """Give the country of a place as written: the country itself, or its largest town's of that name."""
    found = _places(fold(words.replace("_", " ")))
    return max(found, key=lambda p: (p.people, p.id)).country if found else ""


def is_person(key: str, name: str, countries: dict[str, float]) -> bool:
    """Tell whether the person of an id may bear this folded name: one of his names, or his family name where he
    fits."""
    person = person_by_id().get(key)
    if person is None:
        return False
    if len(name_parts(name)) > 1:
        return any(compare_persons(name, fold(form))[0] == "same" for form in person.forms)
    return not countries or person.country is None or countries.get(person.country, 0.0) >= _TRACE


@lru_cache(maxsize=50_000)
def _bodies(name: str) -> tuple[tuple[Organisation, str], ...]:
    tokens = tokenize(name)
    hits = organisation_phrases().at(tokens, 0, proclitics=False) if tokens.words else ()
    return tuple((hit.value.entry, hit.value.how) for hit in hits if hit.last == len(tokens.words))


def known_body(name: str, countries: dict[str, float]) -> str | None:
    """Give the id of the body meant: known by this name, and if the name is shared, of a country the page is about."""
    alias = organisation_by_id().get(aliases().get(name, ""))
    if alias and alias.country and countries.get(alias.country, 0.0) >= _SHARE:
        return alias.id
    found = _bodies(name) or _without_nation(name)
    if _is_of_any_state(name):
        found = tuple((entry, how) for entry, how in found if _may_be_here(entry.country, countries))
    sure = [entry for entry, how in found if how != "ambiguous"]
    if len(found) == 1 and sure:
        return sure[0].id
    fitting = [entry for entry, _ in found if entry.country and countries.get(entry.country, 0.0) >= _SHARE]
    fitting = [e for e in fitting if countries[e.country or ""] == max(countries[f.country or ""] for f in fitting)]
    return fitting[0].id if fitting else sure[0].id if sure else None


@lru_cache(maxsize=50_000)
def _without_nation(name: str) -> tuple[tuple[Organisation, str], ...]:
    """Give the bodies of a name that has its country's adjective behind it: صحيفة لوموند الفرنسية."""
    tokens = tokenize(name)
    for index in range(1, len(tokens.words)):
        hits = nationality_phrases().at(tokens, index, proclitics=False)
        if hits and hits[0].last == len(tokens.words) and hits[0].value.definite:
            rest = name[: tokens.words[index].span.start].strip()
            return tuple(
                (e, how) for e, how in _bodies(rest) if how != "ambiguous" and e.country == hits[0].value.country
            )
    return ()


def _is_of_any_state(name: str) -> bool:
    """Tell whether a name says no more than what many states have: a head and one adjective."""
    words = name.split()
    return len(words) == 2 and words[0] in lone_heads() and words[1] in context_words("state_adjective")


def _may_be_here(country: str | None, countries: dict[str, float]) -> bool:
    """Tell whether a state's body may be meant on a page: it is about that state, or about none."""
    return country is None or not countries or countries.get(country, 0.0) >= _TRACE


def facts_of(key: str) -> Facts | None:
    """Give what is known of an id."""
    if person := person_by_id().get(key):
        return Facts(person.name_en, person.country, links=_wikidata(person.wikidata))
    if body := organisation_by_id().get(key):
        return Facts(body.name_en, body.country, links=_wikidata(body.wikidata))
    if place := place_by_id().get(key):
        where = (
            (place.latitude, place.longitude) if place.latitude is not None and place.longitude is not None else None
        )
        return Facts(
            place.name_en, place.country, where, (("geonames", str(place.geonames)),) if place.geonames else ()
        )
    return None


def _wikidata(key: str | None) -> tuple[tuple[str, str], ...]:
    return (("wikidata", key),) if key else ()

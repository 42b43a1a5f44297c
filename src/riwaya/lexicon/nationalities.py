"""Countries as the press names them, and the words for their people.

Goes in: `data/nationalities.toml`. Comes out: `Country` entries, and the look-up of every inflected nationality word
(الليبي، ليبية، الليبيون، ليبيين، الليبيات، الروس) with country, gender and number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases

__all__ = ["Country", "Nationality", "countries", "country_by_id", "inflect", "nationality_phrases"]


@dataclass(frozen=True, slots=True)
class Country:
    """A country, its name in the press first, and its people. Ids are ISO 3166-1 alpha-2, lower case.

    `adjective` has the masculine singulars without article, the most used first; the regular other forms are made from
    it. `ambiguous` repeats those that are common words as well (`مالي`: Malian, financial). `people` has plurals that
    are not regular. An entry without `forms` is a people or a region, no state.
    `major` countries have ministries and forces that are in the news.
    """

    id: str
    name_en: str
    adjective: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    arab: bool = False
    major: bool = False


@dataclass(frozen=True, slots=True)
class Nationality:
    """A word for nationality. `country` is an id of `countries`; `gender` is "m" or "f"; `number` one, two, many."""

    country: str
    gender: str
    number: str
    definite: bool
    sure: bool = True  # no common word


@dataclass(frozen=True, slots=True)
class Ending:
    """A regular ending of nationality adjectives; `letters` is empty for the masculine singular."""

    id: str
    letters: str
    gender: str
    number: str


@cache
def countries() -> tuple[Country, ...]:
    """Give every country, people and region that has an adjective."""
    return load_entries("nationalities.toml", "country", Country)


@cache
def country_by_id() -> dict[str, Country]:
    """Give every country by id."""
    return {country.id: country for country in countries()}


@cache
def inflect(adjective: str, ending: str = "", *, definite: bool = False) -> str:
    """Give a form of a nationality adjective. Both words agree where both are adjectives (كوري جنوبي), else the last.

    >>> inflect("ليبي", "ة"), inflect("كوري جنوبي", "ة", definite=True), inflect("جنوب أفريقي", "ون", definite=True)
    ('ليبية', 'الكورية الجنوبية', 'الجنوب أفريقيون')
    """
    words = adjective.split(" ")
    if words[0].endswith("ي"):
        return " ".join(("ال" if definite else "") + word + ending for word in words)
    return ("ال" if definite else "") + adjective + ending


@cache
def nationality_phrases() -> Phrases[Nationality]:
    """Give the look-up of nationality words in all their inflections.

    >>> from riwaya.text.words import tokenize
    >>> [(hit.value.country, hit.value.number) for hit in nationality_phrases().find(tokenize("قتل ليبيان وجرح الروس"))]
    [('ly', 'two'), ('ru', 'many')]
    """
    return Phrases(pair for country in countries() for pair in _inflected(country))


def _inflected(country: Country) -> Iterator[tuple[str, Nationality]]:
    for adjective in country.adjective:
        sure = adjective not in country.ambiguous
        for ending in load_entries("nationalities.toml", "ending", Ending):
            for definite in (False, True):
                word = inflect(adjective, ending.letters, definite=definite)
                yield word, Nationality(country.id, ending.gender, ending.number, definite, sure)
    for people in country.people:
        for definite in (False, True):
            yield inflect(people, definite=definite), Nationality(country.id, "m", "many", definite)

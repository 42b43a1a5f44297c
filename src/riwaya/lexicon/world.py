"""Places of the world under their Arabic names: countries, and towns with coordinates.

Goes in: `data/world_places.tsv.gz` (from GeoNames, CC BY 4.0, made by `training/world_places.py`), the countries of
`nationalities.toml`, the places of `places.toml`. Comes out: `WorldPlace`s and their look-up;
one name may be several places' (طرابلس).
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from riwaya.lexicon.name_words import name_word
from riwaya.lexicon.nationalities import countries
from riwaya.lexicon.phrases import Phrases
from riwaya.lexicon.places import kept_places
from riwaya.text.fold import fold

__all__ = ["WorldPlace", "place_by_id", "place_phrases", "world_places"]

_COUNTRY = 50_000_000  # a country outweighs the towns of its name; Algeria before Algiers
_KEPT = 300_000  # a place kept by hand is in the news, whatever its size


@dataclass(frozen=True, slots=True)
class WorldPlace:
    """A place: `kind` is "country", "town" or one of `places.PLACE_KINDS`; `people` its population, which says how
    likely it is meant."""

    id: str
    name_en: str
    kind: str
    country: str
    forms: tuple[str, ...]
    people: int = 0
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    sure: bool = True  # its name is no common word, as مالي is


@cache
def world_places() -> tuple[WorldPlace, ...]:
    """Give every place, countries first."""
    states = tuple(
        WorldPlace(f"country-{one.id}", one.name_en, "country", one.id, one.forms, _COUNTRY,
                   sure=not set(one.forms) & set(one.ambiguous))
        for one in countries()
        if one.forms
    )  # fmt: skip
    return states + _kept() + _towns()


def _kept() -> tuple[WorldPlace, ...]:
    return tuple(
        WorldPlace(f"place-{one.id}", one.name_en, one.kind, one.country or "", one.forms, one.population or _KEPT,
                   one.latitude, one.longitude, one.geonames)
        for one in kept_places()
    )  # fmt: skip


def _towns() -> tuple[WorldPlace, ...]:
    content = gzip.decompress(files("riwaya").joinpath("data", "world_places.tsv.gz").read_bytes()).decode("utf-8")
    towns = []
    for line in content.splitlines():
        key, name, country, latitude, longitude, people, forms = line.split("\t")
        towns.append(WorldPlace(f"town-{key}", name, "town", country, tuple(forms.split("|")), int(people),
                                float(latitude), float(longitude), int(key)))  # fmt: skip
    return tuple(_with_capitals(towns))


def _with_capitals(towns: list[WorldPlace]) -> list[WorldPlace]:
    """Add the press's names of capitals to the towns they are: الجزائر العاصمة."""
    names = {one.id: tuple(fold(form) for form in one.capital) for one in countries() if one.capital}
    capitals: dict[str, int] = {}
    for at, town in enumerate(towns):
        wanted = names.get(town.country, ())
        if wanted and wanted[0] in town.forms and town.people > towns[capitals.get(town.country, at)].people - 1:
            capitals[town.country] = at
    for country, at in capitals.items():
        forms = tuple(dict.fromkeys((*towns[at].forms, *names[country])))
        towns[at] = replace(towns[at], forms=forms)
    return towns


@cache
def place_by_id() -> dict[str, WorldPlace]:
    """Give every place by id."""
    return {place.id: place for place in world_places()}


@cache
def place_phrases() -> Phrases[WorldPlace]:
    """Give the look-up of places.

    >>> from riwaya.text.words import tokenize
    >>> sorted({hit.value.country for hit in place_phrases().find(tokenize("إلى طرابلس"))})
    ['lb', 'ly']
    """
    return Phrases((form, place) for place in world_places() for form in place.forms if not _is_word(form, place))


def _is_word(form: str, place: WorldPlace) -> bool:
    """Tell whether a form is a common word when it lacks the article that the place also has: أقصر, الأقصر."""
    folded = fold(form)
    articled = "ال" + folded
    return any(fold(other) == articled for other in place.forms) and name_word(folded).common >= 1

"""Places kept by hand: regions, bases, crossings, camps, straits, sites and press spellings that GeoNames leaves out.

Goes in: `data/places.toml`. Comes out: `Place` entries; `lexicon.world` joins them with countries and towns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries

__all__ = ["PLACE_KINDS", "Place", "kept_places"]

#: What a place kept by hand can be.
PLACE_KINDS = frozenset((
    "airbase", "airport", "base", "border", "bridge", "building", "camp", "canal", "continent", "crossing", "dam",
    "field", "gate", "hospital", "island", "lake", "mountain", "port", "prison", "quarter", "region", "river", "sea",
    "site", "square", "strait", "street", "town",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A place. Degrees are WGS 84, good to about 0.1; a place across borders has no country."""

    id: str
    forms: tuple[str, ...]
    name_en: str
    kind: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    geonames: int | None = None


@cache
def kept_places() -> tuple[Place, ...]:
    """Give the places kept by hand, in the order of the file.

    >>> next(place.kind for place in kept_places() if place.name_en == "Strait of Hormuz")
    'strait'
    """
    return load_entries("places.toml", "place", Place)

"""Who is who and what is what: the people and bodies that the program knows beforehand.

Goes in: `data/people/*.toml` and `data/organisations/*.toml`. Comes out: frozen entries, each loaded once, and phrase
tables whose hits say by which kind of form an entry was found. Knowledge raises confidence and gives ids; it never
decides that an unknown name is none. Countries and nationalities: `lexicon.nationalities`; places: `lexicon.places`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Generic, TypeVar

from riwaya.errors import LanguageDataError
from riwaya.lexicon.load import data_files, load_entries
from riwaya.lexicon.nationalities import Country, countries, inflect
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold

__all__ = [
    "ORGANISATION_KINDS", "Known", "Organisation", "Pattern", "Person", "organisation_by_id", "organisation_phrases",
    "organisations", "person_by_id", "person_phrases", "persons",
]  # fmt: skip

#: Where the bodies stand that every country has.
PATTERNS = "organisations/patterns.toml"
#: What a body can be.
ORGANISATION_KINDS = frozenset((
    "agency", "airline", "alliance", "armed-group", "authority", "bank", "club", "commission", "company", "court",
    "embassy", "event", "federation", "force", "government", "international", "media", "ministry", "movement", "ngo",
    "parliament", "party", "police", "presidency", "religious", "school", "security", "team", "tribe", "union",
    "university",
))  # fmt: skip

#: Kinds of bodies whose Latin name Arabic pages print as it is.
LATIN_KINDS = frozenset(("agency", "airline", "company", "international", "media", "ngo"))

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who appears in the news. `roles` are short English lines with years.

    `family` is the name that alone normally means this person; `ambiguous` tells that a form of this entry is also a
    common word or a name that others bear, so that the page must bear it out.
    """

    id: str
    forms: tuple[str, ...]
    name_en: str
    roles: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None
    family: str | None = None
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body. `forms` are full names, `short` what the press calls it, `ambiguous` short forms that are also words."""

    id: str
    forms: tuple[str, ...]
    name_en: str
    kind: str
    country: str | None = None
    short: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of body that every country has: {m} and {f} stand for the definite adjective, {c} for the country's name.

    Made for Arab countries, for major ones unless `arab_only`, for all if `everywhere`,
    and for those in `countries`.
    """

    id: str
    name_en: str
    kind: str
    forms: tuple[str, ...]
    short: tuple[str, ...] = ()
    arab_only: bool = False
    everywhere: bool = False
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known(Generic[Entry]):
    """An entry, and by which kind of form it is found: "full", "short", "family" or "ambiguous"."""

    entry: Entry
    how: str


@cache
def persons() -> tuple[Person, ...]:
    """Give everybody the program knows, in the order of the files."""
    found = tuple(person for name in data_files("people") for person in load_entries(name, "person", Person))
    _refuse_doubles("people", (person.id for person in found))
    return found


@cache
def organisations() -> tuple[Organisation, ...]:
    """Give every body the program knows: those kept by hand, then those made from patterns and nationalities.

    A name that a body kept by hand has is that body's alone.
    """
    names = [name for name in data_files("organisations") if name != PATTERNS]
    kept = [body for name in names for body in load_entries(name, "organisation", Organisation)]
    _refuse_doubles("organisations", (body.id for body in kept))
    taken = set(_folded(form for body in kept for form in (*body.forms, *body.short)))
    ids = {body.id for body in kept}
    made = [body for body in _from_patterns() if body.id not in ids]
    free = (form not in taken for form in _folded(form for body in made for form in (*body.forms, *body.short)))
    for body in made:
        forms = tuple(form for form in body.forms if next(free))
        short = tuple(form for form in body.short if next(free))
        if forms or short or body.ambiguous:
            kept.append(replace(body, forms=forms, short=short))
    return tuple(kept)


def _folded(forms: Iterable[str]) -> list[str]:
    """Fold many forms at once."""
    return fold("\n".join(forms)).split("\n")


def _from_patterns() -> Iterator[Organisation]:
    """Make the bodies that every country has, such as its ministries."""
    for pattern in load_entries(PATTERNS, "pattern", Pattern):
        for country in countries():
            wanted = pattern.everywhere or country.arab or (country.major and not pattern.arab_only)
            wanted = wanted or country.id in pattern.countries
            if wanted and country.forms and country.adjective:
                forms, short = _fill(pattern.forms, country), _fill(pattern.short, country)
                name = f"{pattern.name_en} of {country.name_en}"
                unsure: tuple[str, ...] = ()
                if country.ambiguous:
                    unsure = tuple(form for form in (*forms, *short) if not form.endswith(country.forms))
                    forms, short = (tuple(form for form in some if form not in unsure) for some in (forms, short))
                yield Organisation(f"{country.id}-{pattern.id}", forms, name, pattern.kind, country.id, short, unsure)


def _fill(shapes: tuple[str, ...], country: Country) -> tuple[str, ...]:
    """Put a country into name patterns: {m}, {f} its definite adjective, {c} its name in each form."""
    found: list[str] = []
    for shape in shapes:
        if "{c}" in shape:
            found += [shape.replace("{c}", name) for name in country.forms]
        else:
            found += [shape.replace("{m}", male).replace("{f}", female) for male, female in _adjectives(country)]
    return tuple(dict.fromkeys(found))


@cache
def _adjectives(country: Country) -> tuple[tuple[str, str], ...]:
    """Give the definite adjectives of a country, masculine and feminine."""
    return tuple((inflect(one, definite=True), inflect(one, "ة", definite=True)) for one in country.adjective)


@cache
def person_by_id() -> dict[str, Person]:
    """Give everybody by id."""
    return {person.id: person for person in persons()}


@cache
def organisation_by_id() -> dict[str, Organisation]:
    """Give every body by id."""
    return {body.id: body for body in organisations()}


@cache
def person_phrases() -> Phrases[Known[Person]]:
    """Give the look-up of people: full forms, and family names that alone normally mean one person.

    >>> from riwaya.text.words import tokenize
    >>> [(hit.value.entry.id, hit.value.how) for hit in person_phrases().find(tokenize("التقى خليفة حفتر"))]
    [('khalifa-haftar', 'full')]
    """
    pairs: list[tuple[str, Known[Person]]] = []
    for person in persons():
        full = Known(person, "ambiguous" if person.ambiguous else "full")
        pairs += [(form, full) for form in person.forms]
        if person.family:
            pairs.append((person.family, Known(person, "family")))
    return Phrases(pairs)


@cache
def organisation_phrases() -> Phrases[Known[Organisation]]:
    """Give the look-up of bodies by full, short and ambiguous forms."""
    pairs: list[tuple[str, Known[Organisation]]] = []
    for body in organisations():
        if body.kind in LATIN_KINDS and len(body.name_en) > 2:
            pairs.append((body.name_en, Known(body, "short")))
        for how, forms in (("full", body.forms), ("short", body.short), ("ambiguous", body.ambiguous)):
            if forms:
                known = Known(body, how)
                pairs += [(form, known) for form in forms]
    return Phrases(pairs)


def _refuse_doubles(folder: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise LanguageDataError(f"data/{folder}: {one}: an entry of this id stands in another file, too")
        seen.add(one)

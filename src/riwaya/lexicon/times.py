"""The words of time, loaded: months, weekdays, units, deictics and feasts in, one phrase table out.

Goes in: the TOML files named below. Comes out: `time_phrases()`, in which each phrase has a `TimeEntry`: the
letter that stands for it in the grammar (`annotate/time_patterns.py` explains the letters) and what it is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold

__all__ = [
    "DATED_MONTH",
    "DayOrder",
    "Feast",
    "MonthName",
    "MonthSystem",
    "TimeEntry",
    "TimeUnit",
    "TimeWord",
    "Weekday",
    "feasts",
    "month_first_countries",
    "month_systems",
    "months",
    "time_phrases",
    "time_words",
    "units",
    "weekdays",
]

_ARTICLE = "ال"
#: The letter of months that are months only between a day and a year.
DATED_MONTH = "L"


@dataclass(frozen=True, slots=True)
class MonthName:
    """One month in one system of names; `strict` forms are other words too, `only_dated` ones need day and year."""

    id: str
    calendar: str
    system: str
    number: int
    examples: tuple[str, ...]
    forms: tuple[str, ...] = ()
    strict: tuple[str, ...] = ()
    only_dated: bool = False
    person: bool = False
    first_year: int = 0
    last_year: int = 9999


@dataclass(frozen=True, slots=True)
class MonthSystem:
    """A system of month names, and the countries whose press writes so."""

    id: str
    countries: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 1 to Sunday 7."""

    id: str
    number: int
    forms: tuple[str, ...]
    bare: tuple[str, ...]
    english: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeUnit:
    """A unit of time; `code` and `times` make ISO 8601 durations ("Y" and 10: a decade), "T" before those of a day.

    `bare_only`: with the article it is another word.
    """

    id: str
    grain: str
    code: str
    times: int
    examples: tuple[str, ...]
    singular: tuple[str, ...] = ()
    accusative: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    bare_only: bool = False


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A little word of the grammar of time: its role, and its worth (`value`) or TIMEX3 modifier (`mod`)."""

    id: str
    role: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    value: int | None = None
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast or named day of a calendar; a `dated` one is a name where no year stands with it."""

    id: str
    calendar: str
    month: int
    day: int
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    dated: bool = False


@dataclass(frozen=True, slots=True)
class DayOrder:
    """An order of day and month in digits, and the countries whose outlets write so."""

    id: str
    countries: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """What a phrase means to the grammar: its letter, a number (month, weekday, days, season), and its data entry.

    `home`: the countries where a name of a month needs nothing beside it to be one.
    """

    letter: str
    number: int = 0
    calendar: str = "gregorian"
    unit: TimeUnit | None = None
    mod: str | None = None
    month: MonthName | None = None
    feast: Feast | None = None
    definite: bool = False
    home: frozenset[str] = frozenset()


#: The letter that stands for each role of a little word.
_ROLES = {
    "today": "T",
    "first_day": "o",
    "deictic": "D",
    "part": "p",
    "the_part": "¶",
    "past": "P",
    "past_bare": "E",
    "recent": "R",
    "before_last": "ß",
    "previous": "Z",
    "future": "F",
    "current": "C",
    "same": "G",
    "following": "f",
    "this": "t",
    "that": "e",
    "ago": "a",
    "since": "i",
    "after": "g",
    "during": "r",
    "throughout": "0",
    "until": "z",
    "to": "O",
    "from": "v",
    "between": "b",
    "by": "^",
    "in": "@",
    "about": "~",
    "more": ">",
    "less": "<",
    "edge": "I",
    "every": "X",
    "fraction": "Q",
    "season": "!",
    "decade": "j",
    "age": "%",
    "clock": ";",
    "era_gregorian": "1",
    "era_hijri": "2",
    "era_before": "3",
    "whole": "4",
    "row": "5",
    "and_half": "6",
    "after_that": "+",
    "before_that": "_",
    "corresponding": "=",
    "pair": "&",
    "suffix": "$",
    "plan": "*",
    "relative": "`",
    "named": "§",
    "reach": "?",
    "percent": "x",
    "nowadays": "x",
    "perfect": "#",
}
#: The letters of units in the singular, without and with the article; every other unit and number of it is U or V.
_SINGULAR = {"year": "AB", "month": "Ss", "week": "Kk", "day": "JT"}


def months() -> tuple[MonthName, ...]:
    """Give the names of months."""
    return load_entries("months.toml", "month", MonthName)


def month_systems() -> tuple[MonthSystem, ...]:
    """Give the systems of month names that a country's press calls its own."""
    return load_entries("months.toml", "system", MonthSystem)


def weekdays() -> tuple[Weekday, ...]:
    """Give the days of the week."""
    return load_entries("weekdays.toml", "weekday", Weekday)


def units() -> tuple[TimeUnit, ...]:
    """Give the units of time."""
    return load_entries("units.toml", "unit", TimeUnit)


def time_words() -> tuple[TimeWord, ...]:
    """Give the little words of time."""
    return load_entries("deictics.toml", "word", TimeWord)


def feasts() -> tuple[Feast, ...]:
    """Give the feasts and named days."""
    return load_entries("feasts.toml", "feast", Feast)


@cache
def month_first_countries() -> frozenset[str]:
    """Give the countries whose outlets write the month before the day in digits."""
    orders = load_entries("day_orders.toml", "order", DayOrder)
    return frozenset(country for order in orders if order.id == "month-first" for country in order.countries)


@cache
def time_phrases() -> Phrases[TimeEntry]:
    """Give every phrase of time with its entry; it is built once.

    A phrase that stands twice keeps its first entry, and besides it the one as a month that must stand in a date.
    """
    first: dict[tuple[str, bool], TimeEntry] = {}
    for phrase, entry in (*_month_pairs(), *_weekday_pairs(), *_word_pairs(), *_unit_pairs(), *_feast_pairs()):
        first.setdefault((fold(phrase), entry.letter == DATED_MONTH), entry)
    return Phrases((phrase, entry) for (phrase, _), entry in first.items())


def _month_pairs() -> Iterator[tuple[str, TimeEntry]]:
    home = _homes()
    for month in sorted(months(), key=lambda month: month.only_dated):
        plain, strict = ("H", "h") if month.calendar == "hijri" else ("M", "m")
        strict = DATED_MONTH if month.only_dated else strict
        for form in month.forms:
            yield form, TimeEntry(plain, month.number, month.calendar, month=month)
        for form in month.strict:
            yield (
                form,
                TimeEntry(strict, month.number, month.calendar, month=month, home=home[fold(form), month.number]),
            )


def _homes() -> dict[tuple[str, int], frozenset[str]]:
    """Give the countries of each strict form of a month, over all systems that have it."""
    countries = {system.id: system.countries for system in month_systems()}
    found: dict[tuple[str, int], frozenset[str]] = {}
    for month in months():
        for key in ((fold(form), month.number) for form in month.strict):
            found[key] = found.get(key, frozenset()) | frozenset(countries.get(month.system, ()))
    return found


def _weekday_pairs() -> Iterator[tuple[str, TimeEntry]]:
    for day in weekdays():
        for form in (*day.forms, day.english):
            yield form, TimeEntry("W", day.number)
        for form in day.bare:
            yield form, TimeEntry("q", day.number)


def _word_pairs() -> Iterator[tuple[str, TimeEntry]]:
    for word in time_words():
        letter = _ROLES[word.role]
        for form in word.forms:
            yield form, TimeEntry(letter, word.value or 0, mod=word.mod)
            if letter == "!":
                yield _ARTICLE + form, TimeEntry(letter, word.value or 0, definite=True)


def _unit_pairs() -> Iterator[tuple[str, TimeEntry]]:
    for unit in units():
        plain, definite = tuple(_SINGULAR.get(unit.id, "UV"))
        for form in unit.singular:
            yield form, TimeEntry(plain, 1, unit=unit)
            if unit.bare_only:
                continue
            yield _ARTICLE + form, TimeEntry(definite, 1, unit=unit, definite=True)
        for form in unit.accusative:
            yield form, TimeEntry("U", 1, unit=unit)
        for form in unit.dual:
            yield form, TimeEntry("u", 2, unit=unit)
            yield _ARTICLE + form, TimeEntry("u", 2, unit=unit, definite=True)
        for form in unit.plural:
            yield form, TimeEntry("U", 0, unit=unit)
            yield _ARTICLE + form, TimeEntry("V", 0, unit=unit, definite=True)


def _feast_pairs() -> Iterator[tuple[str, TimeEntry]]:
    for feast in feasts():
        for form in feast.forms:
            yield form, TimeEntry("Y", feast.month, feast.calendar, feast=feast)

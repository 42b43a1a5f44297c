"""The day a page says it was published: a visible line beside the title, or a machine-readable day.

Goes in: a folded line. Comes out: an EDTF day. Month names are data (`data/months.toml`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.times import months
from riwaya.page.furniture import alternation
from riwaya.text.calendar import hijri_day
from riwaya.text.fold import fold

__all__ = ["DateWords", "day_in", "is_clock_line", "is_date_line", "says_when"]

_ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_OLDEST = 1990  # no page is older, so that older systems of month names are no dates of publication
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
_CLOCK_IN = re.compile(rf"(?<!\d){_CLOCK}(?!\d)")


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words that dates are written with: a month (`number` 1 to 12), a weekday, or other words of a date line."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    months: dict[str, int]
    named: re.Pattern[str]
    hijri_months: dict[str, int]
    hijri: re.Pattern[str]
    line: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    english = load_entries("page_dates.toml", "month", DateWords)
    words = [form for row in load_entries("page_dates.toml", "word", DateWords) for form in row.forms]
    number_of = {fold(form): row.number for row in english for form in row.forms}
    hijri_of: dict[str, int] = {}
    for row in months():
        if row.calendar == "gregorian" and row.last_year >= _OLDEST:
            number_of.update({" ".join(fold(form).split()): row.number for form in (*row.forms, *row.strict)})
        else:
            words += (*row.forms, *row.strict)
            if row.calendar == "hijri":
                hijri_of.update({" ".join(fold(form).split()): row.number for form in (*row.forms, *row.strict)})
    month = alternation(tuple(number_of))
    word = alternation(tuple(words))
    edge = r"(?![^\W\d_])"
    named = (
        rf"(?<![\d/.])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,،\-/]*(?P<month>{month}){edge}"
        rf"(?:\s*[/(\-]\s*{month}\s*\)?)?[\s,،\-/]*(?P<year>\d{{4}})(?!\d)"
        rf"|(?<![^\W\d_])(?P<month2>{month}){edge}[\s,،\-/]*(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s,،\-/]+(?P<year2>\d{{4}})(?!\d)"
    )
    gap, hijri_month = r"[\s,،\-/]*", alternation(tuple(hijri_of))
    hijri = rf"(?<!\d)(?P<day>\d{{1,2}}){gap}(?P<month>{hijri_month}){edge}{gap}(?P<year>1[34]\d\d)(?!\d)"
    token = rf"(?>{_CLOCK}|\d{{1,4}}|{month}{edge}|{word}{edge}|[\W_]|st|nd|rd|th)"
    return _Grammar(number_of, re.compile(named), hijri_of, re.compile(hijri), re.compile(rf"{token}++"))


def _as_day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if 1900 <= year <= 2100 else None
    except ValueError:
        return None


def day_in(form: str) -> str | None:
    """Give the first whole day written in a folded stretch, as EDTF.

    >>> day_in(fold("تاريخ النشر: ٣ أيار/مايو ٢٠٢١"))
    '2021-05-03'
    """
    head = form[:400]
    if found := _grammar().named.search(head):
        parts = found.groupdict()
        key = "" if parts["month"] else "2"
        month = _grammar().months[" ".join(parts["month" + key].split())]
        return _as_day(int(parts["year" + key]), month, int(parts["day" + key]))
    if found := _grammar().hijri.search(head):
        month = _grammar().hijri_months[" ".join(found["month"].split())]
        day = hijri_day(int(found["year"]), month, int(found["day"]))
        return day.isoformat() if day else None
    if found := _ISO.search(head):
        return _as_day(*map(int, found.groups()))
    if found := _DAY_FIRST.search(head):
        first, second, year = map(int, found.groups())
        return _as_day(year, second, first) or _as_day(year, first, second)
    return None


def is_date_line(form: str) -> bool:
    """Tell whether a folded line is nothing but a date, with weekday and clock or without.

    >>> is_date_line(fold("السبت 12 مايو 2018 - 10:30 مساء")), is_date_line(fold("12 قتيلا في مايو 2018"))
    (True, False)
    """
    return len(form) <= 120 and bool(_grammar().line.fullmatch(form.strip())) and day_in(form) is not None


def is_clock_line(form: str) -> bool:
    """Tell whether a folded line is nothing but a time of day, with a date or without.

    >>> is_clock_line(fold("10:35 بتوقيت غرينتش")), is_clock_line(fold("2 : 1"))
    (True, False)
    """
    return len(form) <= 120 and bool(_CLOCK_IN.search(form)) and bool(_grammar().line.fullmatch(form.strip()))


@cache
def _when() -> re.Pattern[str]:
    rows = load_entries("page_dates.toml", "when", DateWords)
    return re.compile(rf"(?<![^\W_]){alternation(tuple(form for row in rows for form in row.forms))}(?![^\W_])")


def says_when(form: str) -> bool:
    """Tell whether a folded line says today, yesterday or a day of the week, as leads do and headlines seldom."""
    return bool(_when().search(form))

"""What every valuation of a time needs: the context it is read in, and what comes out.

Goes in: nothing. Comes out: the types `Context` and `Worth`, and the unit that lies so many steps from a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from riwaya.annotate.time_expression import Expression
from riwaya.text.calendar import day_edtf, hijri_day, month_edtf, week_edtf, year_edtf

__all__ = ["NO_DAY", "STEP", "Context", "Worth", "grain_of", "of_hijri_day", "unit_near"]

NO_DAY = "the page does not say what day it is from"


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is read against. `day` is the page's day; the others are EDTF values named before."""

    day: date | None
    future: bool = False
    past_perfect: bool = False
    story_day: str | None = None
    story: str | None = None
    named_year: int | None = None
    speech_day: date | None = None
    exact: bool = True  # the page's day is known, so that "soon after it" means something
    month_first: bool = False  # the outlet writes 12/3 for the third of December


@dataclass(frozen=True, slots=True)
class Worth:
    """A value (EDTF, duration or None) with its grain, what it was counted from, and the reason of what was filled."""

    value: str | None
    grain: str
    anchor: str | None = None
    reason: str | None = None
    mod: str | None = None


#: How many units a relation goes from the page's day.
STEP = {"t": 0, "P": -1, "Z": -1, "F": 1, "C": 0, "f": 1, "G": 0, "R": 0, "E": -1, "ß": -2}


def unit_near(unit: str, today: date, step: int) -> str:
    if unit == "year":
        return year_edtf(today.year + step)
    if unit == "month":
        return month_edtf(today.year, today.month + step)
    if unit == "week":
        return week_edtf(today, step)
    if unit == "decade":
        first = today.year // 10 * 10 + 10 * step
        return f"{first}/{first + 9}"
    if unit == "century":
        first = today.year // 100 * 100 + 100 * step
        return f"{first}/{first + 99}"
    return day_edtf(today + timedelta(days=step))


def grain_of(expression: Expression) -> str:
    return expression.unit.grain if expression.unit else "day"


def of_hijri_day(year: int, month: int, day: int) -> Worth:
    found = hijri_day(year, month, day)
    if found is None:
        return Worth(None, "day", reason=f"no Hijri day {day}/{month}/{year} in the Umm al-Qura table")
    return Worth(f"{day_edtf(found)}~", "day", "Umm al-Qura", "Hijri days depend on the sighting of the moon")

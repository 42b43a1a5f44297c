"""Hijri days, months and years, and feasts of either calendar: an expression and a context in, a `Worth` out.

Hijri days carry `~`: the month begins when the moon is seen, and the table may be a day off.
"""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.time_context import NO_DAY, Context, Worth, of_hijri_day
from riwaya.annotate.time_days import SOON_MONTHS, nearest_year
from riwaya.annotate.time_expression import Expression
from riwaya.text.calendar import HIJRI_YEARS, day_edtf, easter, hijri_day, hijri_month, to_hijri

__all__ = ["day_of_hijri", "feast_day", "month_of_hijri", "year_of_hijri"]


def _hijri_year_near(expression: Expression, context: Context) -> int | None:
    """Give the Hijri year that is written or that lies nearest to the page's day."""
    if expression.year:
        return expression.year
    today = to_hijri(context.day) if context.day else None
    if today is None:
        return None
    month = expression.month or (expression.feast.month if expression.feast else 0)
    behind, ahead = (today[1] - month) % 12, (month - today[1]) % 12
    year_back = today[0] if month <= today[1] else today[0] - 1
    if expression.relation == "P" and behind == 0:
        return today[0] - 1
    if expression.relation == "F" or (expression.relation is None and (context.future or ahead <= SOON_MONTHS)):
        return today[0] if month >= today[1] else today[0] + 1
    return year_back


def day_of_hijri(expression: Expression, context: Context) -> Worth:
    year = _hijri_year_near(expression, context)
    if year is None:
        return Worth(None, "day", reason=NO_DAY)
    return of_hijri_day(year, expression.month or 0, expression.day or 0)


def month_of_hijri(expression: Expression, context: Context) -> Worth:
    year = _hijri_year_near(expression, context)
    if year and year not in HIJRI_YEARS:
        around = to_hijri(date(year, 7, 1))
        starts = (
            {h: hijri_day(h, expression.month or 0, 1) for h in (around[0] - 1, around[0], around[0] + 1)}
            if around
            else {}
        )
        year = next((hijri for hijri, first in starts.items() if first and first.year == year), year)
    days = hijri_month(year, expression.month or 0) if year else None
    if days is None:
        return Worth(None, "month", reason=NO_DAY if year is None else "outside the Umm al-Qura table")
    return Worth(f"{day_edtf(days[0])}~/{day_edtf(days[1])}~", "month", "Umm al-Qura", None, expression.mod)


def year_of_hijri(expression: Expression, context: Context) -> Worth:
    year = expression.year or 0
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    if not first or not last:
        return Worth(None, "year", reason="outside the Umm al-Qura table")
    return Worth(f"{day_edtf(first[0])}~/{day_edtf(last[1])}~", "year", "Umm al-Qura", None, expression.mod)


def feast_day(expression: Expression, context: Context) -> Worth | None:
    feast = expression.feast
    if feast is None or (feast.dated and not expression.year and not expression.relation):
        return None
    later = (expression.ordinal or 1) - 1
    if feast.calendar == "easter":
        year = expression.year or (context.day.year if context.day else None)
        if year is None:
            return Worth(None, "day", reason=NO_DAY)
        return Worth(day_edtf(easter(year)), "day", reason="Easter of the western churches")
    if feast.calendar == "hijri":
        year = expression.year
        if year and year not in HIJRI_YEARS:
            return _feast_in_gregorian_year(feast.month, feast.day, year, later)
        year = _hijri_year_near(expression, context)
        found = hijri_day(year, feast.month, feast.day) if year else None
        if found is None:
            return Worth(None, "day", reason=NO_DAY)
        return Worth(f"{day_edtf(found + timedelta(days=later))}~", "day", "Umm al-Qura")
    year = expression.year
    if year is None and context.day:
        year = nearest_year(context.day, feast.month, feast.day, expression.relation, context)
    if year is None:
        return Worth(None, "day", reason=NO_DAY)
    return Worth(day_edtf(date(year, feast.month, feast.day) + timedelta(days=later)), "day")


def _feast_in_gregorian_year(month: int, day: int, year: int, later: int) -> Worth:
    around = to_hijri(date(year, 7, 1))
    for hijri in (around[0] - 1, around[0], around[0] + 1) if around else ():
        found = hijri_day(hijri, month, day)
        if found and found.year == year:
            return Worth(f"{day_edtf(found + timedelta(days=later))}~", "day", "Umm al-Qura")
    return Worth(None, "day", reason="outside the Umm al-Qura table")

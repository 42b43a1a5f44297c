"""Years and parts of years and months: an expression and a context in, a `Worth` out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from riwaya.annotate.time_context import NO_DAY, STEP, Context, Worth
from riwaya.annotate.time_days import calendar_month
from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_hijri import year_of_hijri
from riwaya.annotate.time_units import same_as_named, unit_near_day
from riwaya.text.calendar import HIJRI_YEARS, day_edtf, is_day, month_edtf, shift_months, window, year_edtf

__all__ = ["calendar_year", "day_of_month", "decade_of", "nth_weekday", "part_of_month", "part_of_year", "season_of"]


def calendar_year(expression: Expression, context: Context) -> Worth | None:
    year = expression.year
    if year is None:
        return None
    if expression.rule == "year" and year in HIJRI_YEARS:
        return year_of_hijri(expression, context)
    if expression.rule == "years" and expression.year_to:
        if expression.year_to <= year:
            return None
        return Worth(f"{year_edtf(year)}/{year_edtf(expression.year_to)}", "year")
    return Worth(year_edtf(year), "year", mod=expression.mod)


def _year_named(expression: Expression, context: Context) -> int | None:
    if expression.year:
        return expression.year
    if context.day is None:
        return None
    relation = expression.year_relation or expression.relation or "C"
    return context.day.year + STEP[relation]


def season_of(expression: Expression, context: Context) -> Worth:
    year = _year_named(expression, context)
    if year is None:
        return Worth(None, "month", reason=NO_DAY)
    if expression.year is None and expression.year_relation is None and context.day:
        year = _season_year(expression, context.day)
    return Worth(f"{year_edtf(year)}-{expression.number}", "season", mod=expression.mod)


def _season_year(expression: Expression, today: date) -> int:
    """Give the year of "last summer" or "next summer": the nearest that is over, or has not begun."""
    for step in (-1, 0, 1) if expression.relation == "F" else (1, 0, -1):
        season = window(f"{today.year + step}-{expression.number}")
        if expression.relation == "F" and season.first and season.first > today:
            return today.year + step
        if expression.relation == "P" and season.last and season.last < today:
            return today.year + step
    return today.year


def part_of_year(expression: Expression, context: Context) -> Worth | None:
    year, parts, which = _year_named(expression, context), expression.number or 4, expression.ordinal or 1
    if year is None:
        return Worth(None, "quarter", reason=NO_DAY)
    if which > parts:
        return None
    months = 12 // parts
    first = (which - 1) * months + 1
    return Worth(f"{month_edtf(year, first)}/{month_edtf(year, first + months - 1)}", "quarter")


def day_of_month(expression: Expression, context: Context) -> Worth:
    """A day of this, last or next month ("the fifth of the current month"), or of the month named before."""
    if expression.relation is None and expression.weekday and context.day:
        return _weekday_numbered(expression, context.day)
    if expression.relation == "G":
        month = same_as_named(replace(expression, unit=None, unit_letter="s"), context)
        start = window(month.value).first if month else None
    else:
        start = context.day and shift_months(context.day.replace(day=1), STEP[expression.relation or "C"])
    day = expression.day or 0
    if start is None:
        return Worth(None, "day", reason=NO_DAY)
    if not is_day(start.year, start.month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {start.month} of {start.year}")
    anchor = "the time named before" if expression.relation == "G" else "publication day"
    return Worth(day_edtf(date(start.year, start.month, day)), "day", anchor)


def _weekday_numbered(expression: Expression, today: date) -> Worth:
    """A weekday and its number in the month ("Saturday the sixteenth"): the nearest day that is both."""
    for distance in range(62):
        for day in (today + timedelta(days=distance), today - timedelta(days=distance)):
            if day.day == expression.day and day.isoweekday() == expression.weekday:
                return Worth(day_edtf(day), "day", "publication day")
    return Worth(None, "day", reason="no near day has this weekday and number")


def nth_weekday(expression: Expression, context: Context) -> Worth | None:
    """The first, second … or last such weekday of a month."""
    if expression.month:
        month = calendar_month(replace(expression, mod=None), context)
    else:
        month = unit_near_day(replace(expression, rule="unit", mod=None), context) or Worth(None, "month")
    days = window(month.value)
    if days.first is None or days.last is None:
        return Worth(None, "day", reason=month.reason)
    if expression.ordinal is None:  # the last
        back = (days.last.isoweekday() - (expression.weekday or 1)) % 7
        return Worth(day_edtf(days.last - timedelta(days=back)), "day", month.anchor, month.reason)
    first = days.first + timedelta(days=((expression.weekday or 1) - days.first.isoweekday()) % 7)
    found = first + timedelta(weeks=expression.ordinal - 1)
    if found > days.last:
        return Worth(None, "day", reason="the month has no such weekday so often")
    return Worth(day_edtf(found), "day", month.anchor, month.reason)


def part_of_month(expression: Expression, context: Context) -> Worth | None:
    """A half or third of a month, or its first to fourth week: days of it."""
    if expression.month:
        month = calendar_month(replace(expression, mod=None), context)
    elif expression.relation or expression.number:
        month = unit_near_day(replace(expression, rule="unit", relation=expression.relation or "C"), context) or Worth(
            None, "month"
        )
    else:
        return None
    days, which = window(month.value), expression.ordinal or 1
    if days.first is None or days.last is None:
        return Worth(None, "week", reason=month.reason)
    length = days.last.day // expression.number if expression.number else 7
    start = days.first + timedelta(days=(which - 1) * length)
    if expression.ordinal is None:  # the last week
        start = days.last - timedelta(days=length - 1)
    if start > days.last:
        return None
    whole = expression.number and which == expression.number
    end = days.last if whole else min(days.last, start + timedelta(days=length - 1))
    return Worth(f"{day_edtf(start)}/{day_edtf(end)}", "week", month.anchor, month.reason)


def decade_of(expression: Expression, context: Context) -> Worth | None:
    tens = expression.number if expression.number is not None else int(expression.count or 0)
    if tens % 10 or not 20 <= tens <= 90:
        return None
    century = 2000 if expression.relation == "C" else 1900
    return Worth(f"{century + tens}/{century + tens + 9}", "decade", mod=expression.mod)

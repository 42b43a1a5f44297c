"""What an expression of time is worth on one day: an `Expression` and a `Context` in, a `Worth` out.
The context is the day the words are read on (the publication day, or one end of what is known of it), what the text
named before, and whether the clause looks ahead. Nothing is guessed: where a part is missing and nothing gives it, the
value is None and the reason says what was missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from riwaya.annotate.time_context import Context, Worth
from riwaya.annotate.time_days import (
    bad_year,
    calendar_day,
    calendar_month,
    deictic_day,
    nights,
    numeric_day,
    weekday_near,
)
from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_hijri import day_of_hijri, feast_day, month_of_hijri, year_of_hijri
from riwaya.annotate.time_units import (
    ago,
    for_length,
    in_a_row,
    later_in_story,
    length_of,
    next_in_story,
    same_as_named,
    set_of,
    since_length,
    unit_near_day,
    units_of,
)
from riwaya.annotate.time_years import (
    calendar_year,
    day_of_month,
    decade_of,
    nth_weekday,
    part_of_month,
    part_of_year,
    season_of,
)
from riwaya.text.calendar import day_edtf, window

__all__ = ["Context", "Worth", "worth"]


def worth(expression: Expression, context: Context) -> Worth | None:
    """Give what the expression is worth in the context; None: it is no time after all."""
    try:
        found = _WORTHS[expression.rule](expression, context)
        if found and expression.until and found.value:
            found = _interval(expression, found, context)
    except (OverflowError, ValueError):
        return Worth(None, "day", reason="no such day in any calendar")
    if found and found.value and expression.about and "/" not in found.value and not found.value.endswith("~"):
        found = replace(found, value=f"{found.value}~")
    if found and found.value and expression.opens:
        start, _, end = found.value.partition("/")
        value = f"{start}/.." if expression.opens == "since" else f"../{end or start}"
        return Worth(value, found.grain, found.anchor, found.reason, found.mod)
    return found


def _interval(expression: Expression, first: Worth, context: Context) -> Worth | None:
    """Give the interval from one point to another; the first takes a missing year or month from the second."""
    until = expression.until
    assert until is not None
    second = worth(until, Context(context.day, context.future, False, first.value, first.value, context.named_year))
    if second is None or second.value is None or first.value is None:
        return Worth(None, first.grain, reason="one end of the interval is not fixed")
    start, end = first.value.split("/")[0], second.value.split("/")[-1]
    if expression.month and expression.year is None and until.year and expression.calendar == "gregorian":
        start = f"{until.year:04d}{start[4:]}"
    if expression.rule == "weekday" and until.rule == "weekday":
        end = _weekday_after(start, end)
    if until.year is None and expression.year is None and until.rule == expression.rule and until.rule in _OF_YEAR:
        end = _of_year_after(start, end)
    first_end, last_end = window(start).first, window(end).last
    if first_end and last_end and last_end < first_end:
        return Worth(None, first.grain, reason="the interval ends before it begins")
    return Worth(f"{start}/{end}", first.grain, first.anchor or second.anchor, first.reason, first.mod)


#: Rules whose ends, without a year, are in one year or the next.
_OF_YEAR = frozenset(("month", "day"))


def _of_year_after(start: str, end: str) -> str:
    """Give the end in the first year in which it does not lie before the start."""
    year = int(start[:4]) + (end[4:] < start[4:])
    return f"{year:04d}{end[4:]}"


def _weekday_after(start: str, end: str) -> str:
    first, last = window(start).first, window(end).last
    if first and last and last < first:
        last += timedelta(days=7 * ((first - last).days // 7 + 1))
    return day_edtf(last) if last else end


_WORTHS: dict[str, Callable[[Expression, Context], Worth | None]] = {
    "numeric": numeric_day,
    "days": calendar_day,
    "day": calendar_day,
    "english-day": calendar_day,
    "libyan-day": calendar_day,
    "hijri-day": day_of_hijri,
    "hijri-month": month_of_hijri,
    "hijri-year": year_of_hijri,
    "month": calendar_month,
    "season": season_of,
    "bad-year": bad_year,
    "nth-weekday": nth_weekday,
    "day-of-month": day_of_month,
    "month-days": calendar_day,
    "part-of-year": part_of_year,
    "part-of-month": part_of_month,
    "decade": decade_of,
    "decades": unit_near_day,
    "feast": feast_day,
    "years": calendar_year,
    "year": calendar_year,
    "bare-year": calendar_year,
    "told-year": calendar_year,
    "in-a-row": in_a_row,
    "same": same_as_named,
    "next-in-story": next_in_story,
    "later-in-story": later_in_story,
    "units-of": units_of,
    "edge": unit_near_day,
    "unit": unit_near_day,
    "nights": nights,
    "weekday": weekday_near,
    "deictic": deictic_day,
    "ago": ago,
    "since-length": since_length,
    "for-length": for_length,
    "set": set_of,
    "length": length_of,
    "part-length": length_of,
}

"""What an expression of time is worth on one day: an `Expression` and a `Context` in, a `Worth` out.

The context is the day the words are read on (the publication day, or one end of what is known of it), what the text
named before, and whether the clause looks ahead. Nothing is guessed: where a part is missing and nothing gives it, the
value is None and the reason says what was missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from riwaya.annotate.time_patterns import Expression
from riwaya.text.calendar import (
    HIJRI_YEARS, day_edtf, easter, hijri_day, hijri_month, is_day, month_edtf, shift_months, to_hijri, week_edtf, window,
    year_edtf,
)  # fmt: skip

__all__ = ["Context", "Worth", "worth"]

NO_DAY = "the page does not say what day it is from"
#: A month or day without a year lies ahead, with nothing in its clause to say so, only if it comes this soon.
_SOON_MONTHS = 2
_SOON_DAYS = 45
#: A year with a 29 February, to ask whether a month has such a day at all.
_LEAP_YEAR = 2000


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
    return Worth(f"{start}/{end}", first.grain, first.anchor or second.anchor, first.reason, first.mod)


def _weekday_after(start: str, end: str) -> str:
    first, last = window(start).first, window(end).last
    if first and last and last < first:
        last += timedelta(days=7 * ((first - last).days // 7 + 1))
    return day_edtf(last) if last else end


# ---------------------------------------------------------------- days and months of the calendar


def _day(expression: Expression, context: Context) -> Worth:
    """A day and month, with or without a year."""
    month, day = expression.month or 0, expression.day or 0
    if expression.month_to:
        return Worth(None, "day", reason="two months are named for one day")
    if not is_day(_LEAP_YEAR, month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {month}")
    if expression.year in HIJRI_YEARS:
        return Worth(None, "day", reason=f"{expression.year} is a Hijri year, the month is Gregorian")
    year, anchor, reason = _year_of_day(expression, context, month, day)
    if expression.weekday and expression.year is None and context.day:
        year, reason = _year_of_weekday(expression, year, month, day, context.day), "the year in which it is that weekday"
    if year is None:
        return Worth(None, "day", reason=NO_DAY)
    if not is_day(year, month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {month} of {year}")
    value = day_edtf(date(year, month, day))
    if expression.rule in ("days", "month-days") and expression.day_to:
        if not is_day(year, month, expression.day_to):
            return Worth(None, "day", reason=f"there is no day {expression.day_to} in month {month} of {year}")
        value = f"{value}/{day_edtf(date(year, month, expression.day_to))}"
    return Worth(value, "day", anchor, reason)


def _bad_year(expression: Expression, context: Context) -> Worth:
    return Worth(None, "day", reason="a year has four digits")


def _year_of_day(expression: Expression, context: Context, month: int, day: int) -> tuple[int | None, str | None, str | None]:
    """Give the year of a day and month, what it was counted from, and the reason where it was not written."""
    if expression.year:
        return expression.year, None, None
    today = context.day
    if expression.relation == "G" or expression.year_relation == "G":
        return (int(context.story[:4]) if context.story and context.story[:4].isdigit() else None), "the time named before", None
    if expression.year_relation and today:
        return today.year + _STEP[expression.year_relation], "publication day", None
    if expression.relation is None and expression.year_relation is None and context.named_year:
        return context.named_year, "the time named before", "year taken from the expression before it"
    if today is None:
        return None, None, None
    if expression.relation == "C":
        return today.year, "publication day", "year of the publication day"
    return _nearest_year(today, month, day, expression.relation, context), "publication day", "year nearest to the publication day"


def _year_of_weekday(expression: Expression, year: int | None, month: int, day: int, today: date) -> int | None:
    """Give the year nearest to today in which a day of a month is the weekday named with it; else the year given."""
    near = sorted(range(today.year - 3, today.year + 4), key=lambda y: (abs(y - (year or today.year)), -y))
    for other in near:
        if is_day(other, month, day) and date(other, month, day).isoweekday() == expression.weekday:
            return other
    return year


def _nearest_year(today: date, month: int, day: int, relation: str | None, context: Context) -> int | None:
    """Give the year in which a day and month lie nearest to today, on the side that the words say."""
    years = [year for year in (today.year - 4, today.year - 3, today.year - 2, today.year - 1, today.year, today.year + 1,
                               today.year + 2, today.year + 3, today.year + 4) if is_day(year, month, day)]  # fmt: skip
    before = [year for year in years if date(year, month, day) <= today]
    after = [year for year in years if date(year, month, day) >= today]
    if not before or not after:
        return None
    if relation in ("P", "Z"):
        earlier = [year for year in before if date(year, month, day) < today]
        return earlier[-1] if earlier else None
    if relation == "F":
        later = [year for year in after if date(year, month, day) > today]
        return later[0] if later else None
    ahead = (date(after[0], month, day) - today).days
    return after[0] if context.future or (context.exact and ahead <= _SOON_DAYS) else before[-1]


#: How many units a relation goes from the page's day.
_STEP = {"t": 0, "P": -1, "Z": -1, "F": 1, "C": 0, "f": 1, "G": 0, "R": 0, "E": -1}


def _month(expression: Expression, context: Context) -> Worth:
    month, today = expression.month or 0, context.day
    year, anchor, reason = expression.year, None, None
    if year in HIJRI_YEARS:
        return Worth(None, "month", reason=f"{year} is a Hijri year, the month is Gregorian")
    if year is None and (expression.relation == "G" or expression.year_relation == "G"):
        year = int(context.story[:4]) if context.story and context.story[:4].isdigit() else None
        anchor = "the time named before"
    elif year is None and expression.year_relation and today:
        year, anchor = today.year + _STEP[expression.year_relation], "publication day"
    elif year is None and expression.relation is None and context.named_year:
        year, anchor, reason = context.named_year, "the time named before", "year taken from the expression before it"
    elif year is None and today:
        year, anchor = _nearest_month_year(today, month, expression.relation, context), "publication day"
        reason = "year nearest to the publication day"
    if year is None:
        return Worth(None, "month", reason=NO_DAY)
    value = month_edtf(year, month)
    if expression.month_to:
        later = expression.month_to < month
        value = f"{month_edtf(year, month)}/{month_edtf(year + later, expression.month_to)}"
    return Worth(value, "month", anchor, reason, expression.mod)


def _nearest_month_year(today: date, month: int, relation: str | None, context: Context) -> int:
    back, ahead = (today.month - month) % 12, (month - today.month) % 12
    past, coming = shift_months(today, -back), shift_months(today, ahead)
    if relation in ("P", "Z"):
        return past.year if back else today.year - 1
    if relation == "F":
        return coming.year if ahead else today.year + 1
    if relation == "C":
        return today.year
    return coming.year if context.future or (context.exact and ahead <= _SOON_MONTHS) else past.year


def _numeric(expression: Expression, context: Context) -> Worth | None:
    """Digits with slashes, dashes or points: day first, unless that is no day."""
    parts = [int(part) for part in expression.digits.replace(".", "-").split("-") if part]
    if len(parts) == 2 and 1 <= parts[0] <= 12:
        return Worth(month_edtf(parts[1], parts[0]), "month")
    if len(parts) != 3:
        return None
    year, month, day = parts if parts[0] > 31 else (parts[2], parts[1], parts[0])
    if year < 1000:
        return None if parts[0] <= 31 and "." in expression.digits else Worth(None, "day", reason="the year is not written in full")
    if year > 9999:
        return Worth(None, "day", reason="a year has four digits")
    if expression.calendar == "hijri" or year in HIJRI_YEARS:
        return _of_hijri_day(year, month, day)
    if month > 12 >= day or (context.month_first and parts[0] <= 12 and day <= 12):
        month, day = day, month
    if not is_day(year, month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {month} of {year}")
    return Worth(day_edtf(date(year, month, day)), "day")


# ---------------------------------------------------------------- Hijri


def _of_hijri_day(year: int, month: int, day: int) -> Worth:
    found = hijri_day(year, month, day)
    if found is None:
        return Worth(None, "day", reason=f"no Hijri day {day}/{month}/{year} in the Umm al-Qura table")
    return Worth(f"{day_edtf(found)}~", "day", "Umm al-Qura", "Hijri days depend on the sighting of the moon")


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
    if expression.relation == "F" or (expression.relation is None and (context.future or ahead <= _SOON_MONTHS)):
        return today[0] if month >= today[1] else today[0] + 1
    return year_back


def _hijri_day(expression: Expression, context: Context) -> Worth:
    year = _hijri_year_near(expression, context)
    if year is None:
        return Worth(None, "day", reason=NO_DAY)
    return _of_hijri_day(year, expression.month or 0, expression.day or 0)


def _hijri_month(expression: Expression, context: Context) -> Worth:
    year = _hijri_year_near(expression, context)
    if year and year not in HIJRI_YEARS:
        around = to_hijri(date(year, 7, 1))
        starts = {h: hijri_day(h, expression.month or 0, 1) for h in (around[0] - 1, around[0], around[0] + 1)} if around else {}
        year = next((hijri for hijri, first in starts.items() if first and first.year == year), year)
    days = hijri_month(year, expression.month or 0) if year else None
    if days is None:
        return Worth(None, "month", reason=NO_DAY if year is None else "outside the Umm al-Qura table")
    return Worth(f"{day_edtf(days[0])}~/{day_edtf(days[1])}~", "month", "Umm al-Qura", None, expression.mod)


def _hijri_year(expression: Expression, context: Context) -> Worth:
    year = expression.year or 0
    first, last = hijri_month(year, 1), hijri_month(year, 12)
    if not first or not last:
        return Worth(None, "year", reason="outside the Umm al-Qura table")
    return Worth(f"{day_edtf(first[0])}~/{day_edtf(last[1])}~", "year", "Umm al-Qura", None, expression.mod)


def _feast(expression: Expression, context: Context) -> Worth | None:
    feast = expression.feast
    if feast is None:
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
        year = _nearest_year(context.day, feast.month, feast.day, expression.relation, context)
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


# ---------------------------------------------------------------- years and parts of years


def _year(expression: Expression, context: Context) -> Worth | None:
    year = expression.year
    if year is None:
        return None
    if expression.rule == "year" and year in HIJRI_YEARS:
        return _hijri_year(expression, context)
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
    return context.day.year + _STEP[relation]


def _season(expression: Expression, context: Context) -> Worth:
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


def _part_of_year(expression: Expression, context: Context) -> Worth | None:
    year, parts, which = _year_named(expression, context), expression.number or 4, expression.ordinal or 1
    if year is None:
        return Worth(None, "quarter", reason=NO_DAY)
    if which > parts:
        return None
    months = 12 // parts
    first = (which - 1) * months + 1
    return Worth(f"{month_edtf(year, first)}/{month_edtf(year, first + months - 1)}", "quarter")


def _day_of_month(expression: Expression, context: Context) -> Worth:
    """A day of this, last or next month ("the fifth of the current month"), or of the month named before."""
    if expression.relation is None and expression.weekday and context.day:
        return _weekday_numbered(expression, context.day)
    if expression.relation == "G":
        month = _same(replace(expression, unit=None, unit_letter="s"), context)
        start = window(month.value).first if month else None
    else:
        start = context.day and shift_months(context.day.replace(day=1), _STEP[expression.relation or "C"])
    day = expression.day or 0
    if start is None:
        return Worth(None, "day", reason=NO_DAY)
    if not is_day(start.year, start.month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {start.month} of {start.year}")
    anchor = "the time named before" if expression.relation == "G" else "publication day"
    return Worth(day_edtf(date(start.year, start.month, day)), "day", anchor)


def _weekday_numbered(expression: Expression, today: date) -> Worth:
    """A weekday and its number in the month ("Saturday the sixteenth"): the nearest day that is both."""
    for distance in range(0, 62):
        for day in (today + timedelta(days=distance), today - timedelta(days=distance)):
            if day.day == expression.day and day.isoweekday() == expression.weekday:
                return Worth(day_edtf(day), "day", "publication day")
    return Worth(None, "day", reason="no near day has this weekday and number")


def _nth_weekday(expression: Expression, context: Context) -> Worth | None:
    """The first, second … or last such weekday of a month."""
    if expression.month:
        month = _month(replace(expression, mod=None), context)
    else:
        month = _unit(replace(expression, rule="unit", mod=None), context) or Worth(None, "month")
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


def _part_of_month(expression: Expression, context: Context) -> Worth | None:
    """A half or third of a month, or its first to fourth week: days of it."""
    if expression.month:
        month = _month(replace(expression, mod=None), context)
    elif expression.relation or expression.number:
        month = _unit(replace(expression, rule="unit", relation=expression.relation or "C"), context) or Worth(None, "month")
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


def _decade(expression: Expression, context: Context) -> Worth | None:
    tens = expression.number if expression.number is not None else int(expression.count or 0)
    if tens % 10 or not 20 <= tens <= 90:
        return None
    century = 2000 if expression.relation == "C" else 1900
    return Worth(f"{century + tens}/{century + tens + 9}", "decade", mod=expression.mod)


# ---------------------------------------------------------------- relative units


def _unit_near(unit: str, today: date, step: int) -> str:
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


def _grain_of(expression: Expression) -> str:
    return expression.unit.grain if expression.unit else "day"


def _unit(expression: Expression, context: Context) -> Worth | None:
    grain = _grain_of(expression)
    if expression.rule == "edge" and expression.relation is None and expression.unit_letter not in "Bsk":
        return None
    if grain not in ("year", "month", "week", "day", "decade", "century"):
        return None
    if expression.unit_letter == "V" and grain not in ("decade", "century"):
        return None  # "these years": no count and no day
    if expression.relation == "G":
        return _same(expression, context)
    if expression.relation == "Z" and context.story and expression.rule == "unit" and grain == "day":
        return _shifted(context.story, grain, -1)
    if context.day is None:
        return Worth(None, grain, reason=NO_DAY)
    step = _STEP[expression.relation or "C"]
    return Worth(_unit_near(grain, context.day, step), grain, "publication day", mod=expression.mod)


def _units_of(expression: Expression, context: Context) -> Worth | None:
    """Several units before or after now: a length; one unit: that unit."""
    if expression.count is None and expression.unit_letter in ("B", "s", "k", "V", "T"):
        return _unit(expression, context) if expression.relation in ("P", "F") else None
    return _length(expression, context)


# ---------------------------------------------------------------- weekdays and deictics


def _weekday(expression: Expression, context: Context) -> Worth:
    today, number = context.day, expression.weekday or 1
    if today is None:
        return Worth(None, "day", reason=NO_DAY)
    if expression.offset is not None:
        return _weekday_beside(expression, today + timedelta(days=expression.offset), number)
    if expression.unit_letter in ("k", "s") and expression.relation:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=_STEP[expression.relation])
        return Worth(day_edtf(monday + timedelta(days=number - 1)), "day", "publication day")
    back = (today.isoweekday() - number) % 7
    if expression.relation in ("P", "Z"):
        found, reason = today - timedelta(days=back or 7), "the last one before the publication day"
    elif expression.relation == "F" or (expression.relation == "t" and back):
        found, reason = today + timedelta(days=7 - back), "the next one after the publication day"
    elif back == 0:
        found, reason = today, "the publication day has this weekday"
    elif context.future:
        found, reason = today + timedelta(days=7 - back), "the clause looks ahead"
    else:
        found, reason = today - timedelta(days=back), "the last one before the publication day"
    return Worth(day_edtf(found), "day", "publication day", reason)


def _weekday_beside(expression: Expression, day: date, number: int) -> Worth:
    """Give the day that "today", "yesterday" or "tomorrow" and a weekday name together; the weekday decides."""
    gap = (number - day.isoweekday() + 3) % 7 - 3
    reason = None if gap == 0 else "the weekday and the page's day differ; the nearest such weekday is taken"
    return Worth(day_edtf(day + timedelta(days=gap)), "day", "publication day", reason)


def _nights(expression: Expression, context: Context) -> Worth:
    found = _weekday(expression, context)
    if found.value is None or expression.weekday_to is None:
        return found
    first = date.fromisoformat(found.value)
    last = first + timedelta(days=(expression.weekday_to - first.isoweekday()) % 7)
    if context.day and not context.future and last > context.day:
        first, last = first - timedelta(days=7), last - timedelta(days=7)
    return Worth(f"{day_edtf(first)}/{day_edtf(last)}", "day", "publication day")


def _deictic(expression: Expression, context: Context) -> Worth | None:
    if expression.offset is None and expression.relation not in ("P", "F") and expression.unit_letter != "T":
        return None
    if expression.offset is None and expression.relation and expression.unit_letter != "T":
        return None
    today = context.speech_day or context.day
    if today is None:
        return Worth(None, "day", reason=NO_DAY)
    offset = expression.offset or 0
    if expression.relation == "P":
        offset -= 1
    anchor = "the day of the words quoted" if context.speech_day else "publication day"
    return Worth(day_edtf(today + timedelta(days=offset)), "day", anchor)


# ---------------------------------------------------------------- lengths


def _length(expression: Expression, context: Context) -> Worth | None:
    unit, count = expression.unit, expression.count
    if unit is None:
        return None
    if count is None:
        if expression.unit_letter in "UV":
            if expression.unit_letter == "V" or expression.rule != "for-length":
                return None
            if unit.plural and expression.number == 0:
                return None
        count = 1.0
    mod = expression.mod
    return Worth(_duration(count, unit.times, unit.code, expression.and_half), "length", mod=mod)


def _duration(count: float, times: int, code: str, and_half: bool) -> str | None:
    total = (count + (0.5 if and_half else 0)) * times
    if total <= 0:
        return None
    time = "T" if code.startswith("T") else ""
    letter = code[-1]
    smaller = {"Y": ("M", 12), "W": ("D", 7), "H": ("M", 60)}
    if total != int(total) and letter in smaller and not (letter == "M" and time):
        letter, factor = smaller[letter][0], smaller[letter][1]
        total = round(total * factor)
    number = int(total) if total == int(total) else total
    return f"P{time}{number}{letter}"


def _ago(expression: Expression, context: Context) -> Worth | None:
    return _counted_from(expression, context.day, -1)


def _since_length(expression: Expression, context: Context) -> Worth | None:
    return _counted_from(expression, context.day, -1) if context.past_perfect else _length(expression, context)


def _for_length(expression: Expression, context: Context) -> Worth | None:
    return _length(expression, context)


def _counted_from(expression: Expression, day: date | None, sign: int) -> Worth | None:
    """Give the unit that lies so many units away from a day."""
    unit = expression.unit
    if unit is None or unit.code.startswith("T"):
        return None
    if expression.unit_letter in "UV" and expression.count is None:
        return None
    if day is None:
        return Worth(None, unit.grain, reason=NO_DAY)
    count = (expression.count or 1.0) * unit.times
    about = "~" if expression.mod == "APPROX" or (expression.count or 0) != int(expression.count or 0) else ""
    step = sign * round(count)
    grain = {"Y": "year", "M": "month", "W": "week", "D": "day"}[unit.code]
    if expression.and_half and grain == "year":
        grain, step = "month", sign * round(count * 12 + 6)
    value = _unit_near(grain, day, step)
    mod = expression.mod if expression.mod != "APPROX" else None
    return Worth(value + about, grain, "publication day", mod=mod)


def _in_a_row(expression: Expression, context: Context) -> Worth | None:
    if expression.unit is None:  # "لليوم الخامس على التوالي"
        return Worth(f"P{int(expression.count or 1)}D", "length")
    return _length(expression, context)


def _set(expression: Expression, context: Context) -> Worth | None:
    if expression.weekday:
        return Worth("P1W", "length", anchor="every week", reason=f"each weekday {expression.weekday}")
    unit = expression.unit
    if unit is None or (expression.count is None and expression.unit_letter == "U"):
        return None
    value = _duration(expression.count or 1.0, unit.times, unit.code, False)
    return Worth(value, "length", anchor=f"every {unit.grain}")


# ---------------------------------------------------------------- anaphors


def _same(expression: Expression, context: Context) -> Worth | None:
    grain, story = _grain_of(expression), context.story
    if grain == "day":
        story = context.story_day or story
    if story is None:
        return Worth(None, grain, reason="no time is named before it")
    day = window(story).first
    length = {"day": 10, "month": 7, "year": 4}.get(grain)
    if day is None:
        return Worth(None, grain, reason="the time named before it is not fixed")
    if length and len(story.split("/")[0].rstrip("~")) < length:
        return Worth(None, grain, reason=f"the time named before it is no {grain}")
    return Worth(_unit_near(grain, day, 0), grain, "the time named before")


def _next_in_story(expression: Expression, context: Context) -> Worth | None:
    story, grain = (context.story_day if _grain_of(expression) == "day" else context.story), _grain_of(expression)
    if story is None and context.day and grain != "day":
        return Worth(_unit_near(grain, context.day, 1), grain, "publication day", "no time is named before it")
    if story is None:
        return Worth(None, grain, reason="no time is named before it")
    return _shifted(story, _grain_of(expression), 1)


def _shifted(story: str, grain: str, step: int) -> Worth:
    day = window(story).first
    if day is None:
        return Worth(None, grain, reason="the time named before it is not fixed")
    return Worth(_unit_near(grain, day, step), grain, "the time named before")


def _later_in_story(expression: Expression, context: Context) -> Worth | None:
    unit, story = expression.unit, context.story_day or context.story
    if unit is None or (expression.count is None and expression.unit_letter in "UV"):
        return None
    if story is None or len(story) < 10 and unit.code == "D":
        return Worth(None, unit.grain, reason="no day is named before it")
    found = _counted_from(expression, window(story).first, 1 if expression.relation == "+" else -1)
    return Worth(found.value, found.grain, "the time named before", found.reason, found.mod) if found else None


_WORTHS: dict[str, Callable[[Expression, Context], Worth | None]] = {
    "numeric": _numeric, "days": _day, "day": _day, "english-day": _day, "libyan-day": _day, "hijri-day": _hijri_day,
    "hijri-month": _hijri_month, "hijri-year": _hijri_year, "month": _month, "season": _season,
    "bad-year": _bad_year, "nth-weekday": _nth_weekday, "day-of-month": _day_of_month, "month-days": _day, "part-of-year": _part_of_year, "part-of-month": _part_of_month, "decade": _decade, "decades": _unit, "feast": _feast, "years": _year, "year": _year,
    "bare-year": _year, "in-a-row": _in_a_row, "same": _same, "next-in-story": _next_in_story,
    "later-in-story": _later_in_story, "units-of": _units_of, "edge": _unit, "unit": _unit, "nights": _nights,
    "weekday": _weekday, "deictic": _deictic, "ago": _ago, "since-length": _since_length, "for-length": _for_length,
    "set": _set, "length": _length,
}  # fmt: skip

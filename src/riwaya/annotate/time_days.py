"""Days and months of the calendar, weekdays, yesterday and tomorrow: an expression and a context in, a `Worth` out."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.time_context import NO_DAY, STEP, Context, Worth, of_hijri_day
from riwaya.annotate.time_expression import Expression
from riwaya.text.calendar import HIJRI_YEARS, day_edtf, is_day, month_edtf, shift_months

__all__ = [
    "SOON_MONTHS",
    "bad_year",
    "calendar_day",
    "calendar_month",
    "deictic_day",
    "nearest_year",
    "nights",
    "numeric_day",
    "weekday_near",
]


#: A day without a year lies ahead, with nothing in its clause to say so, only if it comes this soon; so does a Hijri
#: month. A Gregorian month never does: of the ones that no word says are ahead, next to none were.
SOON_MONTHS = 2
_SOON_DAYS = 45
#: A year with a 29 February, to ask whether a month has such a day at all.
_LEAP_YEAR = 2000


def calendar_day(expression: Expression, context: Context) -> Worth:
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
        year, reason = (
            _year_of_weekday(expression, year, month, day, context.day),
            "the year in which it is that weekday",
        )
    if year is None:
        return Worth(None, "day", reason=NO_DAY)
    if expression.name and not expression.name.first_year <= year <= expression.name.last_year:
        return Worth(None, "day", reason=f"the month had no such name in {year}")
    if not is_day(year, month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {month} of {year}")
    value = day_edtf(date(year, month, day))
    if expression.rule in ("days", "month-days") and expression.day_to:
        if not is_day(year, month, expression.day_to):
            return Worth(None, "day", reason=f"there is no day {expression.day_to} in month {month} of {year}")
        value = f"{value}/{day_edtf(date(year, month, expression.day_to))}"
    return Worth(value, "day", anchor, expression.note or reason)


def bad_year(expression: Expression, context: Context) -> Worth:
    return Worth(None, "day", reason="a year has four digits")


def _year_of_day(
    expression: Expression, context: Context, month: int, day: int
) -> tuple[int | None, str | None, str | None]:
    """Give the year of a day and month, what it was counted from, and the reason where it was not written."""
    if expression.year:
        return expression.year, None, None
    today = context.day
    if expression.relation == "G" or expression.year_relation == "G":
        return (
            (int(context.story[:4]) if context.story and context.story[:4].isdigit() else None),
            "the time named before",
            None,
        )
    if expression.year_relation and today:
        return today.year + STEP[expression.year_relation], "publication day", None
    if expression.relation is None and expression.year_relation is None and context.named_year:
        return context.named_year, "the time named before", "year taken from the expression before it"
    if today is None:
        return None, None, None
    if expression.relation == "C":
        return today.year, "publication day", "year of the publication day"
    return (
        nearest_year(today, month, day, expression.relation, context),
        "publication day",
        "year nearest to the publication day",
    )


def _year_of_weekday(expression: Expression, year: int | None, month: int, day: int, today: date) -> int | None:
    """Give the year nearest to today in which a day of a month is the weekday named with it; else the year given."""
    near = sorted(range(today.year - 3, today.year + 4), key=lambda y: (abs(y - (year or today.year)), -y))
    for other in near:
        if is_day(other, month, day) and date(other, month, day).isoweekday() == expression.weekday:
            return other
    return year


def nearest_year(today: date, month: int, day: int, relation: str | None, context: Context) -> int | None:
    """Give the year in which a day and month lie nearest to today, on the side that the words say."""
    years = [
        year
        for year in (
            today.year - 4,
            today.year - 3,
            today.year - 2,
            today.year - 1,
            today.year,
            today.year + 1,
            today.year + 2,
            today.year + 3,
            today.year + 4,
        )
        if is_day(year, month, day)
    ]
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


def calendar_month(expression: Expression, context: Context) -> Worth:
    month, today = expression.month or 0, context.day
    year, anchor, reason = expression.year, None, None
    if expression.note and expression.month_to:
        return Worth(None, "month", reason=expression.note)
    if year in HIJRI_YEARS:
        return Worth(None, "month", reason=f"{year} is a Hijri year, the month is Gregorian")
    if year is None and (expression.relation == "G" or expression.year_relation == "G"):
        year = int(context.story[:4]) if context.story and context.story[:4].isdigit() else None
        anchor = "the time named before"
    elif year is None and expression.year_relation and today:
        year, anchor = today.year + STEP[expression.year_relation], "publication day"
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
    return Worth(value, "month", anchor, expression.note or reason, expression.mod)


def _nearest_month_year(today: date, month: int, relation: str | None, context: Context) -> int:
    back, ahead = (today.month - month) % 12, (month - today.month) % 12
    past, coming = shift_months(today, -back), shift_months(today, ahead)
    if relation in ("P", "Z"):
        return past.year if back else today.year - 1
    if relation == "F":
        return coming.year if ahead else today.year + 1
    if relation == "C":
        return today.year
    return coming.year if context.future else past.year


def numeric_day(expression: Expression, context: Context) -> Worth | None:
    """Digits with slashes, dashes or points: day first, unless that is no day."""
    parts = [int(part) for part in expression.digits.replace(".", "-").split("-") if part]
    if len(parts) == 2 and 1 <= parts[0] <= 12:
        return Worth(month_edtf(parts[1], parts[0]), "month")
    if len(parts) != 3:
        return None
    year, month, day = parts if parts[0] > 31 else (parts[2], parts[1], parts[0])
    if year < 1000:
        return (
            None
            if parts[0] <= 31 and "." in expression.digits
            else Worth(None, "day", reason="the year is not written in full")
        )
    if year > 9999:
        return Worth(None, "day", reason="a year has four digits")
    if expression.calendar == "hijri" or year in HIJRI_YEARS:
        return of_hijri_day(year, month, day)
    if month > 12 >= day or (context.month_first and parts[0] <= 12 and day <= 12):
        month, day = day, month
    if not is_day(year, month, day):
        return Worth(None, "day", reason=f"there is no day {day} in month {month} of {year}")
    return Worth(day_edtf(date(year, month, day)), "day")


def weekday_near(expression: Expression, context: Context) -> Worth:
    today, number = context.day, expression.weekday or 1
    if today is None:
        return Worth(None, "day", reason=NO_DAY)
    if expression.offset is not None:
        return _weekday_beside(expression, today + timedelta(days=expression.offset), number)
    if expression.unit_letter in ("k", "s") and expression.relation:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=STEP[expression.relation])
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


def nights(expression: Expression, context: Context) -> Worth:
    found = weekday_near(expression, context)
    if found.value is None or expression.weekday_to is None:
        return found
    first = date.fromisoformat(found.value)
    last = first + timedelta(days=(expression.weekday_to - first.isoweekday()) % 7)
    if context.day and not context.future and last > context.day:
        first, last = first - timedelta(days=7), last - timedelta(days=7)
    return Worth(f"{day_edtf(first)}/{day_edtf(last)}", "day", "publication day")


def deictic_day(expression: Expression, context: Context) -> Worth | None:
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

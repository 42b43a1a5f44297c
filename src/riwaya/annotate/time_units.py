"""Units near the page's day, lengths, and times told by one named before: an expression and context in, `Worth` out."""

from __future__ import annotations

from datetime import date, timedelta

from riwaya.annotate.time_context import NO_DAY, STEP, Context, Worth, grain_of, unit_near
from riwaya.annotate.time_expression import Expression
from riwaya.text.calendar import day_edtf, window

__all__ = [
    "ago",
    "for_length",
    "in_a_row",
    "later_in_story",
    "length_of",
    "next_in_story",
    "same_as_named",
    "set_of",
    "since_length",
    "unit_near_day",
    "units_of",
]

#: The end of a week is meant as its free days, in most of the world's news.
_WEEKEND = "Saturday and Sunday"


def unit_near_day(expression: Expression, context: Context) -> Worth | None:
    grain = grain_of(expression)
    if expression.rule == "edge" and expression.relation is None and expression.unit_letter not in "Bsk":
        return None
    if grain not in ("year", "month", "week", "day", "decade", "century"):
        return None
    if expression.unit_letter == "V" and (grain not in ("decade", "century") or not expression.number):
        return None  # "these years": no count and no day
    if expression.relation == "G":
        return same_as_named(expression, context)
    if expression.relation == "Z" and context.story and expression.rule == "unit" and grain == "day":
        return _shifted(context.story, grain, -1)
    if context.day is None:
        return Worth(None, grain, reason=NO_DAY)
    step = STEP[expression.relation or "C"]
    if grain == "week" and expression.mod == "END":
        sunday = window(unit_near(grain, context.day, step)).last
        if sunday:
            return Worth(
                f"{day_edtf(sunday - timedelta(days=1))}/{day_edtf(sunday)}", grain, "publication day", _WEEKEND
            )
    return Worth(unit_near(grain, context.day, step), grain, "publication day", mod=expression.mod)


def units_of(expression: Expression, context: Context) -> Worth | None:
    """Several units before or after now: a length; one unit: that unit."""
    if expression.count is None and expression.unit_letter in ("B", "s", "k", "V", "T"):
        return unit_near_day(expression, context) if expression.relation in ("P", "F") else None
    return length_of(expression, context)


def length_of(expression: Expression, context: Context) -> Worth | None:
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
    value = _duration(count, unit.times, unit.code, expression.and_half)
    if expression.more and value:
        rest = length_of(expression.more, context)
        value = _together(value, rest.value) if rest and rest.value else value
    return Worth(value, "length", mod=expression.mod)


#: What a unit's half is written in: a year's in months.
_SMALLER = {"Y": ("M", 12), "TH": ("M", 60), "W": ("D", 7)}


def _duration(count: float, times: int, code: str, and_half: bool) -> str | None:
    """Give a length as ISO 8601 writes it.

    >>> _duration(2, 1, "Y", True), _duration(0.25, 100, "Y", False), _duration(0.5, 1, "TH", False)
    ('P2Y6M', 'P25Y', 'PT30M')
    """
    total = (count + (0.5 if and_half else 0)) * times
    if total <= 0:
        return None
    time, letter = "T" if code.startswith("T") else "", code[-1]
    if total == int(total):
        return f"P{time}{int(total)}{letter}"
    if code not in _SMALLER:
        return f"P{time}{total}{letter}"
    smaller, factor = _SMALLER[code]
    if letter == "W":  # weeks stand alone in ISO 8601
        return f"P{round(total * factor)}{smaller}"
    whole, rest = int(total), round((total - int(total)) * factor)
    return f"P{time}{f'{whole}{letter}' if whole else ''}{f'{rest}{smaller}' if rest else ''}"


def _together(one: str, two: str) -> str:
    """Give two lengths as one: P12Y and P1M are P12Y1M."""
    return one + (two[2:] if two.startswith("PT") and "T" in one else two[1:])


def ago(expression: Expression, context: Context) -> Worth | None:
    return _counted_from(expression, context.day, -1)


def since_length(expression: Expression, context: Context) -> Worth | None:
    return _counted_from(expression, context.day, -1) if context.past_perfect else length_of(expression, context)


def for_length(expression: Expression, context: Context) -> Worth | None:
    return length_of(expression, context)


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
    value = unit_near(grain, day, step)
    mod = expression.mod if expression.mod != "APPROX" else None
    return Worth(value + about, grain, "publication day", mod=mod)


def in_a_row(expression: Expression, context: Context) -> Worth | None:
    if expression.unit is None:  # "لليوم الخامس على التوالي"
        return Worth(f"P{int(expression.count or 1)}D", "length")
    return length_of(expression, context)


def set_of(expression: Expression, context: Context) -> Worth | None:
    if expression.weekday:
        return Worth("P1W", "length", anchor="every week", reason=f"each weekday {expression.weekday}")
    unit = expression.unit
    if unit is None or (expression.count is None and expression.unit_letter == "U"):
        return None
    value = _duration(expression.count or 1.0, unit.times, unit.code, False)
    return Worth(value, "length", anchor=f"every {unit.grain}")


def same_as_named(expression: Expression, context: Context) -> Worth | None:
    grain, story = grain_of(expression), context.story
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
    return Worth(unit_near(grain, day, 0), grain, "the time named before")


def next_in_story(expression: Expression, context: Context) -> Worth | None:
    story, grain = (context.story_day if grain_of(expression) == "day" else context.story), grain_of(expression)
    if story is None and context.day and grain != "day":
        return Worth(unit_near(grain, context.day, 1), grain, "publication day", "no time is named before it")
    if story is None:
        return Worth(None, grain, reason="no time is named before it")
    return _shifted(story, grain_of(expression), 1)


def _shifted(story: str, grain: str, step: int) -> Worth:
    day = window(story).first
    if day is None:
        return Worth(None, grain, reason="the time named before it is not fixed")
    return Worth(unit_near(grain, day, step), grain, "the time named before")


def later_in_story(expression: Expression, context: Context) -> Worth | None:
    unit, story = expression.unit, context.story_day or context.story
    if unit is None or (expression.count is None and expression.unit_letter in "UV"):
        return None
    if story is None or (len(story) < 10 and unit.code == "D"):
        return Worth(None, unit.grain, reason="no day is named before it")
    found = _counted_from(expression, window(story).first, 1 if expression.relation == "+" else -1)
    return Worth(found.value, found.grain, "the time named before", found.reason, found.mod) if found else None

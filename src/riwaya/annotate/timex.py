"""Times as TIMEX3, the markup of TimeML: a `Time` in, its element's attributes out, or a whole text marked up.

EDTF and TIMEX3 say most things alike; where they differ: a week is 2018-W28, a season 2022-SU, a decade 199, a century
19, an open interval is its known end with a modifier, an approximate value has mod APPROX.
"""

from __future__ import annotations

import re
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from riwaya.model import Time
from riwaya.text.calendar import window

__all__ = ["timex", "with_timex"]

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_WEEK_DAYS, _DECADE, _CENTURY = 6, 9, 99


def timex(time: Time, *, number: int = 1) -> dict[str, str]:
    """Give a time's TIMEX3 attributes: tid, type, value, and mod, quant, begin and end where they apply.

    >>> from riwaya.model import Span
    >>> timex(Time(Span(0, 9), "2011/..", "year", "year"))["value"]
    '2011'
    """
    out = {"tid": f"t{number}", "type": _type(time), "value": "" if time.value is None else _value(time.value)}
    mod = time.mod
    if time.value and "~" in time.value:
        mod = mod or "APPROX"
    if time.value and time.value.endswith("/.."):
        mod = mod or "ON_OR_AFTER"
    if time.value and time.value.startswith("../"):
        mod = mod or "ON_OR_BEFORE"
    if mod:
        out["mod"] = mod
    if time.rule == "set":
        out["quant"] = "EVERY"
    if time.value and "/" in time.value and ".." not in time.value and out["type"] == "DURATION":
        start, _, end = time.value.partition("/")
        out |= {"beginPoint": start.strip("~"), "endPoint": end.strip("~")}
    return out


def _type(time: Time) -> str:
    if time.rule == "set":
        return "SET"
    if time.grain == "length" or (
        time.value and "/" in time.value and ".." not in time.value and not _is_one(time.value)
    ):
        return "DURATION"
    return "DATE"


def _is_one(value: str) -> bool:
    """Tell whether an interval is one week, decade or century, which TIMEX3 writes as one value."""
    return _value(value) != value.replace("~", "")


def _value(value: str) -> str:
    plain = value.replace("~", "").replace("/..", "").replace("../", "")
    if found := _SEASON.fullmatch(plain):
        return f"{found[1]}-{_SEASONS[found[2]]}"
    start, slash, end = plain.partition("/")
    if not slash:
        return plain
    if start.isdigit() and end.isdigit() and len(start) == len(end) == len("1990"):
        span = int(end) - int(start)
        if span == _DECADE and start.endswith("0"):
            return start[:3]
        if span == _CENTURY and start.endswith("00"):
            return start[:2]
    days = window(plain)
    if days.first and days.last and (days.last - days.first).days == _WEEK_DAYS and days.first.isoweekday() == 1:
        return _week(days.first)
    return plain


def _week(monday: date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02d}"


def with_timex(text: str, times: tuple[Time, ...]) -> str:
    """Give the text as XML with a TIMEX3 element around each time; times inside another are left out."""
    out, at = [], 0
    for number, time in enumerate(sorted(times, key=lambda t: (t.span.start, -t.span.end)), 1):
        if time.span.start < at:
            continue
        attributes = " ".join(f"{key}={quoteattr(value)}" for key, value in timex(time, number=number).items())
        out.append(escape(text[at : time.span.start]))
        out.append(f"<TIMEX3 {attributes}>{escape(time.span.of(text))}</TIMEX3>")
        at = time.span.end
    out.append(escape(text[at:]))
    return "".join(out)

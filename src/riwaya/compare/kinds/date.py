"""Date: the day, month or year that pages give one happening, where they cannot both be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.across import Report
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of

__all__ = ["date"]

_WEIGHT = 0.7
#: Rules of times that are read from the page's own day: a page of the next morning is no other date.
_FROM_PAGE = ("deictic", "weekday")
#: Dates of one event are at most this many years apart, however wrong.
_YEARS = 2
#: Pages that give more dates than this tell of several events.
_MOST_DATES = 3
#: A campaign has many days, all of them right.
_GOES_ON = ("offensive", "heavy-weapons")
#: What is over in a day: of a protest or a round of talks pages tell different days, all of them right.
_ONE_DAY = ("DISASTER", "ASSAULT")
#: How a page's own day must be known where a date is read from it.
_SURE = ("page", "metadata", "url")
#: A day beside a day: the commonest and surest case. Months and years are compared where both are that coarse.
_EXACT = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


def date(scope: Scope) -> Iterator[Finding]:
    """Give the happenings that two pages put on different days; a month that holds the day is no other date."""
    for happening in scope.happenings:
        if happening.mode in _GOES_ON:
            continue
        sayings = [saying for report in scope.reports(happening) for saying in _dated(scope, report)]
        sayings = _of_one_event(sayings)
        finest = [s for s in sayings if not any(o.key != s.key and o.key.startswith(s.key) for o in sayings)]
        if differ(finest) and len({saying.key for saying in finest}) <= _MOST_DATES:
            count = len({saying.evidence.document for saying in finest})
            yield Finding("date", happening.id, values_of(finest), _WEIGHT, f"other dates for it in {count} documents")


def _of_one_event(sayings: list[Saying]) -> list[Saying]:
    """Give the dates without those years from the one that most give: they are of another event."""
    if not sayings:
        return []
    years = [int(saying.key[:4]) for saying in sayings]
    usual = max(sorted(set(years)), key=years.count)
    return [saying for saying, year in zip(sayings, years, strict=True) if abs(year - usual) <= _YEARS]


def _dated(scope: Scope, report: Report) -> Iterator[Saying]:
    """Give a report's date with the words that give it; a bare weekday or "today" only repeats the page's own day."""
    value = (report.when or "").rstrip("~?%")
    if not _EXACT.fullmatch(value):
        return
    known = scope.records[report.document].document.published_basis in _SURE
    sure = known and report.event.status == "happened" and report.event.type in _ONE_DAY
    for time in report.event.times:
        if (sure or time.rule not in _FROM_PAGE) and ((time.value or "").startswith(value) or time.grain == "length"):
            yield Saying(value, value, scope.words(report.document, time.span))
            return

"""A story's events with what later pages corrected: a toll that grew, a day or a place told otherwise, a plan called off.

Goes in: happenings in time order and the days of the pages that tell them. Comes out: one `Entry` a happening, with who
tells it first and every value that a later page put in place of an earlier one, by day of report: so that a growing toll
is told from a conflict, which is two values on one day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from riwaya.across import Evidence, Happening, Report

__all__ = ["Correction", "Entry", "entries"]

#: Kinds of people counted: of these the figure of a page is its largest.
_PEOPLE = ("killed", "wounded", "missing", "displaced", "arrested", "rescued", "abducted")


@dataclass(frozen=True, slots=True)
class Correction:
    """A value that later pages give in place of an earlier one. `kind`: "toll" (a larger count of people), "figure"
    (a smaller one), "date", "place" or "status"; `day` (proleptic ordinal) is the later page's."""

    kind: str
    what: str
    before: str
    after: str
    day: int
    words: Evidence


@dataclass(frozen=True, slots=True)
class Entry:
    """A happening on a time line: the documents that tell it, first told first, and its corrections in order."""

    happening: str
    when: str | None
    documents: tuple[str, ...]
    corrections: tuple[Correction, ...]


def entries(happenings: Sequence[Happening], days: Mapping[str, int | None]) -> tuple[Entry, ...]:
    """Give the entries of a time line, in the happenings' order; `days` are the documents' (proleptic ordinals)."""
    out = []
    for happening in happenings:
        told = sorted(happening.reports, key=lambda r: (days.get(r.document) or 0, r.document, r.span))
        documents = tuple(dict.fromkeys(report.document for report in told))
        out.append(Entry(happening.id, happening.when, documents, tuple(_corrections(told, days))))
    return tuple(out)


def _corrections(told: Sequence[Report], days: Mapping[str, int | None]) -> Iterator[Correction]:
    """Give each value that all pages of a later day give otherwise than those of the day before it."""
    series: dict[str, dict[int, dict[str, Evidence]]] = defaultdict(lambda: defaultdict(dict))
    for report in told:
        day = days.get(report.document)
        if day is not None:
            for what, value, words in _values(report):
                series[what][day].setdefault(value, words)
    for what in sorted(series):
        by_day = sorted(series[what].items())
        for (_, before), (day, after) in pairwise(by_day):
            if what in _PEOPLE:  # of the parts and the whole on one day the whole counts
                before, after = _largest(before), _largest(after)
            if len(before) == len(after) == 1 and not before.keys() & after.keys():
                one, (other, words) = next(iter(before)), next(iter(after.items()))
                yield Correction(_kind(what, one, other), what, one, other, day, words)


def _values(report: Report) -> Iterator[tuple[str, str, Evidence]]:
    """Give what a report says that a later one can correct."""
    for number in report.numbers:
        if number.what in _PEOPLE:
            yield number.what, f"{number.value:g}", number.evidence
    trigger = Evidence(report.document, report.event.trigger, "")
    if report.when and len(report.when) == len("2000-01-01"):
        yield "date", report.when, trigger
    if report.event.status in ("planned", "cancelled", "denied"):
        yield "status", report.event.status, trigger
    elif report.event.status == "happened":
        yield "status", "happened", trigger


def _largest(values: dict[str, Evidence]) -> dict[str, Evidence]:
    best = max(values, key=float)
    return {best: values[best]}


def _kind(what: str, one: str, other: str) -> str:
    if what in _PEOPLE:
        return "toll" if float(other) > float(one) else "figure"
    return what

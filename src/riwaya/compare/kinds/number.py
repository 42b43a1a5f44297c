"""Number: how many, how much: figures for one thing that cannot both be right, or that grow from page to page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from riwaya.across import Happening, Number, Report
from riwaya.compare.figures import Measured, about_of, is_part, measured
from riwaya.compare.rounding import agree
from riwaya.compare.scope import Finding, Saying, Scope, values_of
from riwaya.compare.wording import counts_time, same_words
from riwaya.gather.likeness import day_of
from riwaya.text.stem import stem

__all__ = ["PEOPLE", "number"]

#: What goes on for days has figures of many days and places; what is scored has figures of its own.
_GOES_ON, _SCORED, _RATES = ("offensive", "heavy-weapons"), ("SPORT", "THREATEN", "ECONOMY"), ("percent", "distance")
#: Attacks and protests of two days are two; anything else that pages date differently is one.
_REPEATED = ("ASSAULT", "PROTEST")
#: Figures more than this many times apart are for different things.
_FAR = 8.0
#: Figures of a page that are added up, and among how many of it.
_ADDED, _MOST = 3, 12
#: A measure is told by a word nearby only: figures of it must be nearer to be of one thing.
_NEAR = 1.35
_WEIGHT = {"killed": 0.95, "wounded": 0.85, "missing": 0.85, "arrested": 0.75, "displaced": 0.75, "abducted": 0.8}
_OTHER, _GROWING = 0.6, 0.15
#: People who are counted, by kind.
PEOPLE = tuple(_WEIGHT)


@dataclass(frozen=True, slots=True)
class _Figure:
    number: Number
    document: str
    day: str | None = None
    head: bool = False


def number(scope: Scope) -> Iterator[Finding]:
    """Give the figures of one happening on which pages do not agree; rounding is no disagreement."""
    for happening in scope.happenings:
        if happening.mode in _GOES_ON:
            continue
        for what, figures in sorted(_by_what(scope, happening).items()):
            apart = _disputed(figures)
            if not apart:
                continue
            grows = what in _WEIGHT and _grows(scope, apart)
            weight = _WEIGHT.get(what.split()[0], _OTHER) - (_GROWING if grows else 0.0)
            why = f"figures for {what} that differ" + ("; later pages give more: a growing toll" if grows else "")
            yield Finding("number", happening.id, values_of([_saying(figure) for figure in apart]), weight, why)
    yield from _of_measures(scope)


def _of_measures(scope: Scope) -> Iterator[Finding]:
    """Give the measured figures of a story (price, length, revenue) on which its pages do not agree."""
    groups: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for figure in measured(scope):
        groups[figure.measure.id, figure.number.unit or ""].append(figure)
    for (what, unit), figures in sorted(groups.items()):
        apart = _disputed([_Figure(f.number, f.number.evidence.document) for f in figures], _NEAR)
        spans = {(figure.document, figure.number.evidence.span) for figure in apart}
        told = [f for f in figures if (f.number.evidence.document, f.number.evidence.span) in spans]
        if told and (about := about_of(scope, told)):
            why = f"figures for {what} in {unit} that differ".replace(" in  ", " ")
            yield Finding("number", about, values_of([_saying(figure) for figure in apart]), _OTHER, why)


def _by_what(scope: Scope, happening: Happening) -> dict[str, list[_Figure]]:
    """Give a happening's figures by what is counted and its unit, each place of a page once."""
    found: dict[str, dict[tuple[str, int], _Figure]] = defaultdict(dict)
    for report in scope.reports(happening):
        for one in report.numbers:
            what = " ".join(part for part in (_counted(one.what), one.unit or "") if part)
            people = one.what in _WEIGHT
            if counts_time(one.what) or (not people and (happening.type in _SCORED or one.what in _RATES)):
                continue
            if people and is_part(scope.records[report.document].document.text, one.evidence.span):
                continue
            title = scope.records[report.document].document.title
            found[what][report.document, one.evidence.span.start] = _Figure(
                one,
                report.document,
                _day(report) if happening.type in _REPEATED else None,
                people and title is not None and title.holds(one.evidence.span),
            )
    return {what: [many[key] for key in sorted(many)] for what, many in found.items()}


def _day(report: Report) -> str | None:
    """Give the day a report puts what happened on, None where it gives none as fine."""
    when = (report.when or "").rstrip("~?%")
    return when if len(when) == len("2000-01-01") else None


def _counted(what: str) -> str:
    """Give what is counted without number and case: `راكبا`, `ركاب` are no more than stems can tell."""
    return what if what.isascii() else " ".join(stem(stem(word)) for word in same_words(what))


def _disputed(figures: Sequence[_Figure], far: float = _FAR) -> list[_Figure]:
    """Give the figures that stand against one another: in two documents, each the other's nearest without a match."""
    by_document: dict[str, list[_Figure]] = defaultdict(list)
    for figure in figures:
        by_document[figure.document].append(figure)
    apart: list[_Figure] = []
    documents = sorted(by_document)
    for at, one in enumerate(documents):
        for other in documents[at + 1 :]:
            two = by_document[one], by_document[other]
            for left, right in (
                *_rivals(*two, far),
                *_against_headline(*two, far),
                *_against_headline(*two[::-1], far),
            ):
                apart += [figure for figure in (left, right) if figure not in apart]
    values = {figure.number.value for figure in apart}
    return [figure for figure in figures if figure.number.value in values] if len(values) > 1 else []


def _rivals(left: Sequence[_Figure], right: Sequence[_Figure], far: float) -> Iterator[tuple[_Figure, _Figure]]:
    """Give the figures of two documents that can be for one thing: those left over, matched nearest to nearest."""
    over = [a for a in left if not any(agree(a.number, b.number) for b in right)]
    rest = [b for b in right if not any(agree(a.number, b.number) for a in left)]
    days = {figure.day for figure in [*over, *rest]} - {None}
    if len(days) > 1:  # reports of different days: each day of a war has its dead
        over = [a for a in over if a.day in {b.day for b in rest}]
    for a in over:
        nearest = min(rest, key=lambda b: (_apart(a, b), b.number.evidence.span), default=None)
        if nearest and _apart(a, nearest) <= far:
            back = min(over, key=lambda c: (_apart(c, nearest), c.number.evidence.span))
            if back.number.value == a.number.value:
                yield a, nearest


def _against_headline(
    left: Sequence[_Figure], right: Sequence[_Figure], far: float
) -> Iterator[tuple[_Figure, _Figure]]:
    """Give a headline's count that grew past its own text, and the largest of a page that knows no such count."""
    for a in left:
        if not a.head or not right or any(_makes(a, page) for page in (right, [b for b in left if not b.head])):
            continue
        largest = max(right, key=lambda b: (b.number.value, b.number.evidence.span))
        if len({a.day, largest.day} - {None}) < 2 and _apart(a, largest) <= far:
            yield a, largest


def _makes(whole: _Figure, page: Sequence[_Figure]) -> bool:
    """Tell whether a page gives a count, or figures that add up to it."""
    return any(
        agree(
            whole.number, Number(whole.number.what, sum(figure.number.value for figure in some), whole.number.evidence)
        )
        for many in range(1, _ADDED + 1)
        for some in combinations(page[:_MOST], many)
    )


def _apart(one: _Figure, other: _Figure) -> float:
    """Give how many times the larger figure is the smaller."""
    low, high = sorted((abs(one.number.value), abs(other.number.value)))
    return high / low if low else float("inf")


def _grows(scope: Scope, figures: Sequence[_Figure]) -> bool:
    """Tell whether later pages give the larger figures, on different days."""
    days = [(day_of(scope.records[figure.document].document), figure.number.value) for figure in figures]
    known = sorted((day, value) for day, value in days if day is not None)
    if len(known) < len(days) or known[0][0] == known[-1][0]:
        return False
    return all(known[at][1] <= known[at + 1][1] or known[at][0] == known[at + 1][0] for at in range(len(known) - 1))


def _saying(figure: _Figure) -> Saying:
    value = f"{figure.number.value:g}" if abs(figure.number.value) < 1e6 else str(round(figure.number.value))
    return Saying(value, value, figure.number.evidence)

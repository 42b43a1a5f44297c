"""Number: how many, how much: figures for one thing that cannot both be right, or that grow from page to page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.compare.scope import Finding, Saying, Scope, values_of
from riwaya.gather.likeness import day_of
from riwaya.model import Happening, Number
from riwaya.text.stem import stem
from riwaya.text.words import tokenize

__all__ = ["number"]

#: Figures this near to one another (as a share of the larger) are one figure, rounded.
_ROUNDED = 0.03
#: "More than 200" and 257 are one figure as long as the bound is at least this share of the other.
_BOUND = 0.75
_LOWER, _UPPER, _ABOUT = ("at least", "more than"), ("at most", "less than"), "about"
_WEIGHT = {"killed": 0.95, "wounded": 0.85, "missing": 0.85, "arrested": 0.75, "displaced": 0.75, "abducted": 0.8}
_OTHER, _GROWING = 0.6, 0.15


@dataclass(frozen=True, slots=True)
class _Figure:
    number: Number
    document: str


def number(scope: Scope) -> Iterator[Finding]:
    """Give the figures of one happening on which pages do not agree; rounding is no disagreement."""
    for happening in scope.happenings:
        for what, figures in sorted(_by_what(scope, happening).items()):
            apart = _disputed(figures)
            if not apart:
                continue
            grows = _grows(scope, apart)
            weight = _WEIGHT.get(what.split()[0], _OTHER) - (_GROWING if grows else 0.0)
            why = f"figures for {what} that differ" + ("; later pages give more: a growing toll" if grows else "")
            yield Finding("number", happening.id, values_of([_saying(figure) for figure in apart]), weight, why)


def _by_what(scope: Scope, happening: Happening) -> dict[str, list[_Figure]]:
    """Give a happening's figures by what is counted: the kind, the unit, and the counted noun where it tells parts."""
    found: dict[str, dict[tuple[str, int], _Figure]] = defaultdict(dict)
    for report in scope.reports(happening):
        for one in report.numbers:
            what = " ".join(part for part in (one.what, one.unit or "", _counted(scope, one)) if part)
            found[what][report.document, one.evidence.span.start] = _Figure(one, report.document)
    return {what: [many[key] for key in sorted(many)] for what, many in found.items()}


def _counted(scope: Scope, one: Number) -> str:
    """Give the stem of the noun that is counted where it names a part of the whole (`ثلاثة موظفين`), else nothing."""
    record = scope.records[one.evidence.document]
    for amount in record.amounts:
        if amount.span.meets(one.evidence.span) and amount.counted:
            words = [word.form for word in tokenize(record.document.text).between(amount.counted)]
            return stem(words[0]) if words and one.what == "count" else ""
    return ""


def _disputed(figures: Sequence[_Figure]) -> list[_Figure]:
    """Give the figures that no figure of some other document agrees with; none where every document agrees."""
    by_document: dict[str, list[_Figure]] = defaultdict(list)
    for figure in figures:
        by_document[figure.document].append(figure)
    out = []
    for figure in figures:
        for document, others in by_document.items():
            if document != figure.document and not any(_agree(figure.number, other.number) for other in others):
                out.append(figure)
                break
    return out if len({figure.number.value for figure in out}) > 1 else []


def _agree(one: Number, other: Number) -> bool:
    """Tell whether two figures can be one: equal, rounded, or one the bound of the other."""
    low, high = sorted((one, other), key=lambda n: n.value)
    if low.value == high.value or high.value - low.value <= _ROUNDED * abs(high.value):
        return True
    near = low.value >= _BOUND * high.value
    if low.qualifier == high.qualifier:
        return False
    if _ABOUT in (low.qualifier, high.qualifier):
        return low.value >= (1 - 5 * _ROUNDED) * high.value
    return near and (low.qualifier == _LOWER[1] or high.qualifier == _UPPER[1])


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

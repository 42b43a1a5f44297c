"""Omission: a death toll or a denial that all other pages of a story carry and one page leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.across import Happening, Report, Value
from riwaya.compare.scope import Finding, Scope
from riwaya.model import Span

__all__ = ["omission"]

_WEIGHT = 0.55
#: A page whose headline is on what somebody said or did about it need not tell it all.
_ABOUT_ELSE = ("ACCUSE", "SUPPORT", "CONSULT", "REJECT", "AID", "REQUEST")
#: The value of the page that is silent; its evidence is an empty span.
_SILENCE = "—"
#: Others that must all carry what one leaves out.
_FEWEST_OTHERS = 3
#: A page that leaves something out must be at least this long against the shortest of the others: no mere flash.
_LENGTH_SHARE = 0.8


def omission(scope: Scope) -> Iterator[Finding]:
    """Give the pages that tell of a happening at length and leave out what all others tell of it."""
    for happening in scope.happenings:
        reports: dict[str, list[Report]] = {}
        for report in scope.reports(happening):
            if report.document in scope.home:
                reports.setdefault(report.document, []).append(report)
        for what, carriers in _carried(reports).items():
            silent = sorted(set(reports) - set(carriers))
            if len(carriers) >= _FEWEST_OTHERS and len(silent) == 1 and _covers(scope, silent[0], list(carriers)):
                yield _finding(scope, happening, what, carriers, silent[0])


def _carried(reports: dict[str, list[Report]]) -> dict[str, dict[str, Report]]:
    """Give, for each thing that can be left out, the documents that carry it."""
    found: dict[str, dict[str, Report]] = {}
    for document, many in sorted(reports.items()):
        for report in many:
            if any(number.what == "killed" for number in report.numbers):
                found.setdefault("the dead", {})[document] = report
            if report.event.claim and report.event.claim.stance == "denies":
                found.setdefault("the denial", {})[document] = report
    return found


def _covers(scope: Scope, document: str, others: list[str]) -> bool:
    """Tell whether a page tells enough of it to have told what the others tell, and has not told it elsewhere."""
    record = scope.records[document]
    title = record.document.title
    if any(amount.kind == "killed" for amount in record.amounts):
        return False
    if any(title and title.holds(event.trigger) and event.type in _ABOUT_ELSE for event in record.events):
        return False
    return _length(scope, document) >= _LENGTH_SHARE * min(_length(scope, other) for other in others)


def _length(scope: Scope, document: str) -> int:
    return sum(len(span) for span in scope.records[document].document.sentences)


def _finding(scope: Scope, happening: Happening, what: str, carriers: dict[str, Report], silent: str) -> Finding:
    told = tuple(scope.words(document, report.span) for document, report in sorted(carriers.items()))
    values = (Value(what, told), Value(_SILENCE, (scope.words(silent, Span(0, 0)),)))
    return Finding("omission", happening.id, values, _WEIGHT, f"{len(carriers)} documents tell {what}, one does not")

"""Source: who pages rely on for one happening, named or not: for its toll, and for its being so at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.across import Happening, Report
from riwaya.compare.kinds.number import PEOPLE
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import alike
from riwaya.model import Source, Span

__all__ = ["source"]

_WEIGHT, _UNNAMED, _TOLL = 0.35, 0.2, 0.1
#: What pages need a source for. A meeting or a statement is told by those who hold it: sources differ, and say nothing.
_ASKED = ("DISASTER", "ASSAULT", "OFFICE", "LEGAL", "SPORT", "PROTEST", "COERCE", "SANCTION", "AGREE", "RETREAT")
_NOT_ASKED = ("match", "offensive", "heavy-weapons")
#: Stances that tell what happened; who condemns or demands speaks of it and is no source for it.
_TELLS = ("asserts", "denies", "accuses")
#: What is known from those who call for it while it is planned, and the kinds of source that these are.
_CALLED_FOR, _CALLERS = ("PROTEST",), {"PERSON": "person", "ORGANIZATION": "organization"}
#: Two source phrases that share this much of the shorter one's stems are one source.
_SAME_SOURCE = 0.6
#: Reports of a page that say from whom it knows.
_FIRST = 3


def source(scope: Scope) -> Iterator[Finding]:
    """Give the happenings for which two pages rely on different sources."""
    for happening in scope.happenings:
        if happening.type in _ASKED and happening.mode not in _NOT_ASKED:
            reports = list(scope.reports(happening))
            tolls = [r for r in reports if any(number.what in PEOPLE for number in r.numbers)]
            seen: set[tuple[str, Span]] = set()
            for what, some in (("the toll", tolls), ("it", _leading(reports))):
                yield from _finding(scope, happening, what, some, seen)


def _leading(reports: Sequence[Report]) -> list[Report]:
    """Give the first reports of each page that rest on somebody: what comes further down is on the aftermath."""
    found: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda r: (r.document, r.span)):
        many = found.setdefault(report.document, [])
        if any(_relied_on(report)) and len(many) < _FIRST:
            many.append(report)
    return [report for many in found.values() for report in many]


def _finding(
    scope: Scope, happening: Happening, what: str, reports: Sequence[Report], seen: set[tuple[str, Span]]
) -> Iterator[Finding]:
    """Give the difference between the sources of some reports, those left out that were shown before."""
    sayings: list[Saying] = []
    kinds: dict[str, set[str]] = {}
    for report in reports:
        for one in _relied_on(report):
            if (report.document, one.span) not in seen:
                value = scope.reading(report.document, one.span)
                key = _key(scope, report.document, one, value, sayings)
                sayings.append(Saying(key, value, scope.words(report.document, one.span)))
                kinds.setdefault(report.document, set()).add(one.kind)
    if differ(sayings):
        seen |= {(saying.evidence.document, saying.evidence.span) for saying in sayings}
        hidden = any(kind == {"unnamed"} for kind in kinds.values())
        steps = [("pages rely on different sources for " + what, _WEIGHT)]
        steps += [("one of them on none that is named", _UNNAMED)] if hidden else []
        steps += [("of a count of people", _TOLL)] if what == "the toll" else []
        weight = sum(points for _, points in steps)
        why = ", ".join(f"{words} {points:.2f}" for words, points in steps)
        yield Finding("source", happening.id, values_of(sayings), weight, why)


def _key(scope: Scope, document: str, one: Source, value: str, sayings: Sequence[Saying]) -> str:
    """Give what is compared of a source: its entity, or what another page's phrase of the same words has."""
    key = scope.entity_at.get((document, one.mention.span)) if one.mention else None
    if not key or " " not in value:
        key = next((s.key for s in sayings if s.value == value), key)
    return key or next((s.key for s in sayings if alike(s.value, value) >= _SAME_SOURCE), value)


def _relied_on(report: Report) -> Iterator[Source]:
    """Give the source of a report's claim that is said to know, the innermost; else who calls for what is planned."""
    claim = report.event.claim
    if claim and claim.sources and claim.stance in _TELLS:
        yield claim.sources[-1]
    elif report.event.type in _CALLED_FOR and report.event.status == "planned":
        for role in report.event.roles:
            if role.role == "actor" and role.mention and role.mention.type in _CALLERS:
                yield Source(role.mention.span, _CALLERS[role.mention.type], carried=False, mention=role.mention)

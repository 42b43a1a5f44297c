"""Place: where pages say that one happening was, where one place does not lie in the other."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.model import Entity, Report

__all__ = ["place"]

_WEIGHT = 0.6


def place(scope: Scope) -> Iterator[Finding]:
    """Give the happenings that two pages put in different places, each page in just one."""
    known = {entity.id: entity for entity in scope.entities}
    for happening in scope.happenings:
        sayings = [saying for report in scope.reports(happening) for saying in _placed(scope, report, known)]
        if differ(sayings) and not _one_holds_all(sayings):
            why = f"other places for it in {len({saying.evidence.document for saying in sayings})} documents"
            yield Finding("place", happening.id, values_of(sayings), _WEIGHT, why)


def _placed(scope: Scope, report: Report, known: dict[str, Entity]) -> Iterator[Saying]:
    """Give the one place of a report that names just one."""
    places = [mention for mention in report.event.places if mention.kind == "name"]
    if len({mention.entity or mention.name for mention in places}) == 1 and len(report.where) == 1:
        value = scope.reading(report.document, places[0].name)
        yield Saying(report.where[0], value, scope.words(report.document, places[0].span))


def _one_holds_all(sayings: list[Saying]) -> bool:
    return len({saying.key for saying in sayings}) < 2

"""Source: who pages rely on for one happening, named or not."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import alike
from riwaya.model import Report, Source

__all__ = ["source"]

_WEIGHT, _UNNAMED = 0.35, 0.2
#: What pages need a source for. A meeting or a statement is told by those who hold it: sources differ, and say nothing.
_ASKED = ("DISASTER", "ASSAULT", "OFFICE", "LEGAL", "SPORT", "PROTEST", "COERCE")
_NOT_ASKED = ("match", "offensive", "heavy-weapons")
#: Stances that tell what happened; who condemns or demands speaks of it and is no source for it.
_TELLS = ("asserts", "denies", "accuses")
#: Two source phrases that share this much of the shorter one's stems are one source.
_SAME_SOURCE = 0.6


def source(scope: Scope) -> Iterator[Finding]:
    """Give the happenings for which two pages rely on different sources."""
    for happening in scope.happenings:
        if happening.type not in _ASKED or happening.mode in _NOT_ASKED:
            continue
        sayings: list[Saying] = []
        kinds: dict[str, set[str]] = {}
        for report in scope.reports(happening):
            for one in _relied_on(report):
                value = scope.reading(report.document, one.span)
                key = scope.entity_at.get((report.document, one.mention.span)) if one.mention else None
                if not key or " " not in value:
                    key = next((s.key for s in sayings if s.value == value), key)
                key = key or next((s.key for s in sayings if alike(s.value, value) >= _SAME_SOURCE), value)
                sayings.append(Saying(key, value, scope.words(report.document, one.span)))
                kinds.setdefault(report.document, set()).add(one.kind)
        if differ(sayings):
            hidden = any(kind == {"unnamed"} for kind in kinds.values())
            why = "pages rely on different sources" + (", one of them on none that is named" if hidden else "")
            yield Finding("source", happening.id, values_of(sayings), _WEIGHT + (_UNNAMED if hidden else 0), why)


def _relied_on(report: Report) -> Iterator[Source]:
    """Give the source of a report's claim that is said to know: the innermost."""
    claim = report.event.claim
    if claim and claim.sources and claim.stance in _TELLS:
        yield claim.sources[-1]

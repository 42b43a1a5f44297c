"""Version: what an outlet changed between two versions of one page: a figure, a title, a name, a date, an adjective."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.across import Edit, Evidence, Value
from riwaya.compare.scope import Finding, Scope
from riwaya.gather.edits import edits
from riwaya.gather.versions import Version, find_versions

__all__ = ["version"]

#: How much a change matters: a figure taken back more than a word put otherwise.
_WEIGHT = {"number": 0.8, "title": 0.7, "name": 0.6, "date": 0.6, "headline": 0.5, "adjective": 0.5}


def version(scope: Scope) -> Iterator[Finding]:
    """Give what pages of one outlet say otherwise in a later version."""
    home = [record for document, record in scope.records.items() if document in scope.home]
    for pair in find_versions(home, scope.story.copies):
        left, right = scope.records[pair.earlier], scope.records[pair.later]
        for edit in edits(left, right):
            if edit.kind == "altered" and edit.left and edit.right and (weight := _WEIGHT.get(edit.what)):
                if about := _about(scope, edit.left) or _about(scope, edit.right):
                    yield Finding("version", about, _values(edit.left, edit.right), weight, _why(edit, pair))


def _values(one: Evidence, other: Evidence) -> tuple[Value, ...]:
    return (Value(" ".join(one.text.split()), (one,)), Value(" ".join(other.text.split()), (other,)))


def _why(edit: Edit, pair: Version) -> str:
    return f"the outlet altered the {edit.what} ({pair.why}): {_WEIGHT[edit.what]:.2f}"


def _about(scope: Scope, words: Evidence) -> str | None:
    """Give what changed words are about: the entity they name, else the happening that their sentence reports."""
    for (document, span), key in scope.entity_at.items():
        if document == words.document and words.span.holds(span) and len(scope.mentions.get(key, ())) > 1:
            return key
    for happening in scope.happenings:
        if any(r.document == words.document and r.span.meets(words.span) for r in scope.reports(happening)):
            return happening.id
    return None

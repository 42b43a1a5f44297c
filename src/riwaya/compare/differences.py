"""Run every kind of difference over every story.

Goes in: stories and what they are made of. Comes out: `Difference`s, those that matter most first. A difference between
a story and a linked one is written with the larger of the two, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.across import Difference, Entity, Happening, Story
from riwaya.compare.kinds import KINDS
from riwaya.compare.scope import Finding, Scope, scopes
from riwaya.model import Record, stable_id

__all__ = ["find_differences"]


def find_differences(
    stories: Sequence[Story],
    records: Sequence[Record],
    entities: Sequence[Entity],
    happenings: Sequence[Happening],
) -> tuple[Difference, ...]:
    """Give the differences inside each story, weightiest first."""
    found: dict[str, Difference] = {}
    for scope in scopes(stories, records, entities, happenings):
        for difference in _in_scope(scope):
            found.setdefault(difference.id, difference)
    return tuple(sorted(found.values(), key=lambda d: (-d.weight, d.story, d.about, d.kind, d.id)))


def _in_scope(scope: Scope) -> Iterator[Difference]:
    for kind in KINDS:
        for finding in kind(scope):
            if len(finding.values) > 1 and _touches(scope, finding):
                key = stable_id("x", scope.story.id, finding.about, finding.kind, *(v.value for v in finding.values))
                yield Difference(
                    key, scope.story.id, finding.about, finding.kind, finding.values, finding.weight, finding.why
                )


def _touches(scope: Scope, finding: Finding) -> bool:
    """Tell whether one of the story's own documents is among those that differ."""
    return any(words.document in scope.home for value in finding.values for words in value.reports)

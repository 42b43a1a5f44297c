"""Run every kind of difference over a story."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Difference, Entity, Happening, Record, Story

__all__ = ["find_differences"]


def find_differences(
    stories: Sequence[Story],
    records: Sequence[Record],
    entities: Sequence[Entity],
    happenings: Sequence[Happening],
) -> tuple[Difference, ...]:
    """Give the differences inside each story, weightiest first."""
    return ()

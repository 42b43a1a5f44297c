"""Reports joined into happenings: one event told by many."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Entity, Happening, Record

__all__ = ["gather_happenings"]


def gather_happenings(records: Sequence[Record], entities: Sequence[Entity]) -> tuple[Happening, ...]:
    """Give the happenings of the records; the order of the records does not matter."""
    return ()

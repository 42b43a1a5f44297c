"""Mentions joined into entities, within a page and across pages."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Entity, Record

__all__ = ["gather_entities"]


def gather_entities(records: Sequence[Record]) -> tuple[Entity, ...]:
    """Give the entities of the records; the order of the records does not matter."""
    return ()

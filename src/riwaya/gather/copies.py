"""Documents that carry the same text."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import CopyGroup, Record

__all__ = ["find_copies"]


def find_copies(records: Sequence[Record]) -> tuple[CopyGroup, ...]:
    """Give the groups of documents that share text, with the passages they share."""
    return ()

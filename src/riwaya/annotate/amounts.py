"""Numbers and what they count."""

from __future__ import annotations

from riwaya.model import Amount, Document, Time

__all__ = ["find_amounts"]


def find_amounts(doc: Document, times: tuple[Time, ...]) -> tuple[Amount, ...]:
    """Give every number of the article that is not part of a time, with what it counts."""
    return ()

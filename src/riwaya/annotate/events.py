"""What happened."""

from __future__ import annotations

from riwaya.model import Amount, Claim, Document, Event, Mention, Time

__all__ = ["find_events"]


def find_events(
    doc: Document,
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    amounts: tuple[Amount, ...],
    claims: tuple[Claim, ...],
) -> tuple[Event, ...]:
    """Give every report of an event in the article."""
    return ()

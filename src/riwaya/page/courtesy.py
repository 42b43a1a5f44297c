"""What a fetcher owes the hosts it asks again: rest where they ask for it, and no sending of what it has.

`Rests` says how long a host is left alone: as long as its Retry-After asks, and longer and longer while it keeps refusing,
never over an hour. `Seen` is what an address sent with its last answer, so that it can say "nothing new" (304).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from riwaya.page.connection import Answer

__all__ = ["BUSY", "Rests", "Seen", "asked_rest"]

#: The answers of a host that is asked too much.
BUSY = (429, 503)
_LONGEST = 3600.0  # seconds: a host that asks for more is asked again after this
_FIRST = 30.0  # seconds of rest after the second refusal in a row, doubled with each further one
_DOUBLINGS = 7  # 30 seconds doubled so often is over an hour


@dataclass(frozen=True, slots=True)
class Seen:
    """What came with an address's last answer: its ETag and Last-Modified, and the addresses where it is a feed;
    `index`: of other feeds."""

    tag: str
    modified: str
    addresses: tuple[str, ...] = ()
    index: bool = False

    def headers(self) -> dict[str, str]:
        """Give the headers that ask only for what is newer.

        >>> Seen('"a"', "").headers()
        {'If-None-Match': '"a"'}
        """
        rows = {"If-None-Match": self.tag, "If-Modified-Since": self.modified}
        return {name: value for name, value in rows.items() if value and value.isprintable() and value.isascii()}


@dataclass(slots=True)
class Rests:
    """Which hosts are left alone until when; `now` is a clock in seconds."""

    now: Callable[[], float] = time.monotonic
    _until: dict[str, float] = field(default_factory=dict)
    _refusals: dict[str, int] = field(default_factory=dict)

    def left(self, host: str) -> float:
        """Give for how many seconds more a host is left alone."""
        return max(0.0, self._until.get(host, 0.0) - self.now())

    def note(self, host: str, answer: Answer) -> None:
        """Take an answer of a host into account."""
        if answer.status not in BUSY:
            self._refusals.pop(host, None)
            self._until.pop(host, None)
            return
        many = self._refusals[host] = self._refusals.get(host, 0) + 1
        grown = _FIRST * 2 ** min(many - 2, _DOUBLINGS) if many > 1 else 0.0
        rest = max(grown, asked_rest(answer.header("retry-after")) or 0.0)
        self._until[host] = self.now() + min(rest, _LONGEST)


def asked_rest(header: str, now: datetime | None = None) -> float | None:
    """Give the seconds that a Retry-After asks for, as a number or a date; None where it says nothing.

    >>> asked_rest("120"), asked_rest("soon")
    (120.0, None)
    """
    text = header.strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - (now or datetime.now(UTC))).total_seconds())

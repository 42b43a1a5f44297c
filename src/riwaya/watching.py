"""One round over watched feeds: fetch what is new, read it into the library, bring stories up to date where something came.

Goes in: an open library, feeds, a fetcher, the addresses known. Comes out: for each feed what came of asking it, which
is also written down for the status page. A feed that fails is noted and asked again in the next round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from riwaya.collect import add_pages, update
from riwaya.model import Page, Problem
from riwaya.page.fetch import Fetcher
from riwaya.store.library import Library
from riwaya.store.watching import Watched, note_asked

__all__ = ["passed_over", "round_of"]

#: Code points of a message that are kept.
LONGEST = 300


def passed_over(known: set[str]) -> Callable[[str], bool]:
    """Give what tells a fetcher which addresses to pass over: those known, to which each that it asks for is added."""

    def skip(address: str) -> bool:
        if address in known:
            return True
        known.add(address)
        return False

    return skip


def round_of(
    library: Library, feeds: Iterable[str], fetcher: Fetcher, known: set[str], following: datetime | None
) -> Iterator[Watched]:
    """Ask every feed once and give what came of it; `known` are the addresses that `passed_over` remembers.

    `following` is when the next round begins, None where there is none.
    """
    total = 0
    for feed in feeds:
        problems: list[str] = []
        added = add_pages(library, _pages(fetcher, feed, known, problems), workers=0)
        problems += [problem.message for problem in added.problems if problem.message not in problems]
        total += added.new
        message = "; ".join(problems)[:LONGEST] or None
        now = datetime.now(UTC).isoformat(timespec="seconds")
        later = following.isoformat(timespec="seconds") if following else None
        note_asked(library, feed, now, later, added.new, message)
        yield Watched(feed, now, later, added.new, added.new, message)
    if total:
        update(library)


def _pages(fetcher: Fetcher, feed: str, known: set[str], problems: list[str]) -> Iterator[Page]:
    """Give the new pages of a feed; the feed's own page and failures are none."""
    for item in fetcher.pages(feed):
        if isinstance(item, Problem):
            if "holds no page" not in item.message:
                problems.append(f"{item.source}: {item.message}")
            if "try again" in item.message:
                known.discard(item.source)
        else:
            known.add(item.source)
            yield item

"""What became of stories between two gatherings: new, grown, joined, split or ended.

Goes in: the stories before and after, and the day it is. Comes out: one `Change` for each story that is not as it was. A
story is followed by its pages, not by its id: it lives on in the story that has most of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from riwaya.across import Story

__all__ = ["QUIET_DAYS", "Change", "changes"]

#: Days without a page after which a story has ended; it goes on when a page comes.
QUIET_DAYS = 14


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a story: `kind` is "new", "grown", "joined" (of several), "split" (off another) or "ended".

    `story` is the story after, `of` those before that its pages were in, `pages` those that it has gained.
    """

    kind: str
    story: str
    of: tuple[str, ...]
    pages: tuple[str, ...]


def changes(before: Sequence[Story], after: Sequence[Story], today: str | None = None) -> tuple[Change, ...]:
    """Give what changed, in the order of the stories' ids; with `today` (EDTF day), which stories have ended by then."""
    was = {document: story.id for story in before for document in story.documents}
    had = {story.id: set(story.documents) for story in before}
    heir: dict[str, str] = {}
    for key, documents in had.items():
        votes = Counter(story.id for story in after for document in story.documents if document in documents)
        if votes:
            heir[key] = min(votes, key=lambda story: (-votes[story], story))
    out = []
    for story in sorted(after, key=lambda story: story.id):
        of = tuple(sorted({was[document] for document in story.documents if document in was}))
        gained = tuple(d for d in story.documents if d not in was)
        own = [key for key in of if heir[key] == story.id]
        if not of:
            out.append(Change("new", story.id, (), gained))
        elif len(own) > 1:
            out.append(Change("joined", story.id, of, gained))
        elif not own:
            out.append(Change("split", story.id, of, gained))
        elif gained:
            out.append(Change("grown", story.id, of, gained))
        if today and _is_over(story, today) and not gained:
            out.append(Change("ended", story.id, of, ()))
    return tuple(out)


def _is_over(story: Story, today: str) -> bool:
    try:
        last, now = date.fromisoformat((story.end or "")[:10]), date.fromisoformat(today)
    except ValueError:
        return False
    return (now - last).days > QUIET_DAYS

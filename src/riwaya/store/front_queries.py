"""Questions of the front page: which stories moved on a day, and which differences they hold; limits on everything."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.across import Difference
from riwaya.store.codec import loads
from riwaya.store.library import Library

__all__ = ["Moved", "day_differences", "days", "largest", "moved"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A story in a list: how many pages it has, how many are of the day that was asked for, its outlets, its days."""

    id: str
    title: str
    start: str | None
    end: str | None
    documents: int
    grown: int
    outlets: int
    differences: int
    by_day: tuple[tuple[str, int], ...] = ()


#: What a list says of a story; the counts are of one story's rows, found by index.
_STORY = (
    'select s.id, s.title, s.start, s."end", s.documents, {grown},'
    " (select count(distinct coalesce(d.outlet, d.source)) from story_document sd join document d on d.id = sd.document"
    "  where sd.story = s.id), (select count(*) from difference x where x.story = s.id)"
)


def days(library: Library, *, until: str = "9999", limit: int = 8) -> tuple[str, ...]:
    """Give the newest days on which stories grew, up to a day."""
    rows = library.connection.execute(
        "with recursive d(day) as (select max(day) from story_day where day <= ?1 union all"
        " select (select max(s.day) from story_day s where s.day < d.day) from d where d.day is not null)"
        " select day from d where day is not null limit ?2", (until, limit)
    )  # fmt: skip
    return tuple(row[0] for row in rows)


def moved(library: Library, day: str, *, limit: int = 24) -> tuple[Moved, ...]:
    """Give the stories that grew on a day, those that grew most first."""
    rows = library.connection.execute(
        _STORY.format(grown="g.documents") + " from (select story, documents from story_day where day = ?"
        " order by documents desc, story limit ?) g join story s on s.id = g.story order by g.documents desc,"
        " s.documents desc, s.id", (day, limit)
    )  # fmt: skip
    return _with_days(library, rows.fetchall())


def largest(library: Library, *, limit: int = 12) -> tuple[Moved, ...]:
    """Give the stories of most pages."""
    rows = library.connection.execute(
        _STORY.format(grown="0") + ' from story s order by s.documents desc, s."end" desc, s.id limit ?', (limit,)
    )
    return _with_days(library, rows.fetchall())


def _with_days(library: Library, rows: list[tuple[object, ...]]) -> tuple[Moved, ...]:
    by_day = "select day, documents from story_day where story = ? order by day"
    run = library.connection.execute
    return tuple(Moved(*row, tuple(tuple(r) for r in run(by_day, (row[0],)))) for row in rows)  # type: ignore[arg-type, call-arg]


def day_differences(library: Library, day: str, *, limit: int = 12) -> tuple[Difference, ...]:
    """Give the weightiest differences of the stories that grew most on a day."""
    rows = library.connection.execute(
        "select x.whole from (select story from story_day where day = ? order by documents desc, story limit 300) g"
        " join difference x on x.story = g.story order by x.weight desc, x.id limit ?", (day, limit)
    )  # fmt: skip
    return tuple(loads(row[0], Difference) for row in rows)

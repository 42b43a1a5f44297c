"""What is watched: when each feed was asked last and what it brought. One row a feed, written after each asking."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.store.library import Library

__all__ = ["Newest", "Watched", "newest_pages", "note_asked", "set_aside_rows", "watched"]


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed: asked last and next (UTC), new pages at the last asking and in all, and what went wrong."""

    feed: str
    asked: str
    next: str | None
    new: int
    total: int
    message: str | None


@dataclass(frozen=True, slots=True)
class Newest:
    """A page that was added: its document, title, outlet and when."""

    document: str
    title: str | None
    outlet: str | None
    added: str


def note_asked(library: Library, feed: str, asked: str, following: str | None, new: int, message: str | None) -> None:
    """Note that a feed was asked, and what came of it."""
    library.connection.execute(
        "insert into watch values (?1, ?2, ?3, ?4, ?4, ?5) on conflict do update set asked = ?2, next = ?3, new = ?4,"
        " total = total + ?4, message = ?5", (feed, asked, following, new, message)
    )  # fmt: skip


def watched(library: Library) -> tuple[Watched, ...]:
    """Give every feed that was ever watched, in order."""
    return tuple(Watched(*row) for row in library.connection.execute("select * from watch order by feed"))


def newest_pages(library: Library, *, limit: int = 12) -> tuple[Newest, ...]:
    """Give the pages that were added last."""
    rows = library.connection.execute(
        "select d.id, d.title, coalesce(d.outlet, d.source), p.added from (select id, added from page order by added desc"
        " limit ?) p join document d on d.id = p.id", (limit,)
    )  # fmt: skip
    return tuple(Newest(*row) for row in rows)


def set_aside_rows(library: Library, *, limit: int = 12) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Give how many pages could not be read, and the newest of them with the reason."""
    run = library.connection.execute
    rows = run("select source, message from quarantine order by added desc limit ?", (limit,))
    return run("select count(*) from quarantine").fetchone()[0], tuple((row[0], row[1]) for row in rows)

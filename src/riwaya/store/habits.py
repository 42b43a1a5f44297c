"""Outlets' habits in the library: written whole when everything is gathered, read for one outlet."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.across import Habit
from riwaya.store.library import Library

__all__ = ["habits_of", "replace_habits"]


def replace_habits(library: Library, habits: Iterable[Habit]) -> None:
    """Put habits in place of those that were there, in one transaction."""
    with library.writing():
        library.connection.execute("delete from habit")
        library.connection.executemany(
            "insert into habit values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(h.outlet, h.kind, h.about, h.name, h.choice, h.count, h.documents, h.low, h.high) for h in habits],
        )


def habits_of(library: Library, outlet: str, *, limit: int = 60) -> tuple[Habit, ...]:
    """Give an outlet's habits, those of most pages first, the choices about one thing together."""
    rows = library.connection.execute(
        "select kind, outlet, about, name, choice, count, documents, low, high from habit where outlet = ?"
        " order by documents desc, kind, about, count desc, choice limit ?", (outlet, limit)
    )  # fmt: skip
    return tuple(Habit(*row) for row in rows)

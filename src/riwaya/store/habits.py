"""Outlets' habits in the library: written whole when everything is gathered, read for one outlet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.store.library import Library

__all__ = ["HabitRow", "habits_of", "replace_habits"]


@dataclass(frozen=True, slots=True)
class HabitRow:
    """How often an outlet chose one way: `count` of `documents`, the share between `low` and `high`."""

    kind: str
    about: str
    name: str
    choice: str
    count: int
    documents: int
    low: float
    high: float


def replace_habits(library: Library, habits: Iterable[tuple[str, HabitRow]]) -> None:
    """Put habits, each with its outlet, in place of those that were there, in one transaction."""
    run = library.connection
    run.execute("begin immediate")
    try:
        run.execute("delete from habit")
        run.executemany(
            "insert into habit values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(outlet, h.kind, h.about, h.name, h.choice, h.count, h.documents, h.low, h.high) for outlet, h in habits],
        )
    except BaseException:
        run.execute("rollback")
        raise
    run.execute("commit")


def habits_of(library: Library, outlet: str, *, limit: int = 60) -> tuple[HabitRow, ...]:
    """Give an outlet's habits, those of most pages first, the choices about one thing together."""
    rows = library.connection.execute(
        "select kind, about, name, choice, count, documents, low, high from habit where outlet = ?"
        " order by documents desc, kind, about, count desc, choice limit ?", (outlet, limit)
    )  # fmt: skip
    return tuple(HabitRow(*row) for row in rows)

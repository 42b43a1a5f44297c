"""What was gathered, written to the library and read back; it is replaced whole, inside the caller's transaction."""

from __future__ import annotations

import sqlite3

from riwaya.model import Difference, Entity, Gathered, Happening, Story
from riwaya.store.codec import dumps, loads

__all__ = ["read_gathered", "write_gathered"]

#: Children first, so that foreign keys hold while the tables are emptied.
_TABLES = (
    "difference_value",
    "difference",
    "story_document",
    "story",
    "report",
    "happening",
    "entity_mention",
    "entity",
)


def write_gathered(connection: sqlite3.Connection, gathered: Gathered) -> None:
    """Empty the derived tables and fill them again."""
    run, many = connection.execute, connection.executemany
    for table in _TABLES:
        run(f"delete from {table}")
    for e in gathered.entities:
        at = e.coordinates or (None, None)
        run("insert into entity values (?, ?, ?, ?, ?, ?, ?, ?)",
            (e.id, e.type, e.name, e.name_en, e.country, at[0], at[1], dumps(e)))  # fmt: skip
        many(
            "insert into entity_mention values (?, ?, ?, ?)",
            [(e.id, d, m.span.start, m.span.end) for d, m in e.mentions],
        )
    for h in gathered.happenings:
        run("insert into happening values (?, ?, ?, ?, ?, ?, ?)",
            (h.id, h.type, h.mode, h.label, h.status, h.when, dumps(h)))  # fmt: skip
        many("insert into report values (?, ?, ?, ?, ?)",
             [(h.id, r.document, r.span.start, r.span.end, r.when) for r in h.reports])  # fmt: skip
    for s in gathered.stories:
        run("insert into story values (?, ?, ?, ?, ?, ?)", (s.id, s.title, s.start, s.end, len(s.documents), dumps(s)))
        many("insert into story_document values (?, ?)", [(s.id, d) for d in s.documents])
    for x in gathered.differences:
        run("insert into difference values (?, ?, ?, ?, ?, ?)", (x.id, x.story, x.about, x.kind, x.weight, dumps(x)))
        many("insert into difference_value values (?, ?, ?, ?, ?, ?)",
             [(x.id, v.value, r.document, r.span.start, r.span.end, r.text) for v in x.values for r in v.reports])  # fmt: skip


def read_gathered(connection: sqlite3.Connection) -> Gathered:
    """Give what was written last."""
    rows = connection.execute
    return Gathered(
        tuple(loads(r[0], Entity) for r in rows("select whole from entity order by id")),
        tuple(loads(r[0], Happening) for r in rows("select whole from happening order by id")),
        tuple(loads(r[0], Story) for r in rows("select whole from story order by id")),
        tuple(loads(r[0], Difference) for r in rows("select whole from difference order by story, weight desc, id")),
    )

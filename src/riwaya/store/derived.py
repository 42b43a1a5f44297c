"""What was gathered, written to the library and read back; it is replaced whole, inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from riwaya.across import Difference, Entity, Evidence, Gathered, Happening, Story
from riwaya.model import Mention, Span
from riwaya.store.codec import dumps, loads

__all__ = ["add_gathered", "read_entities", "read_gathered", "write_gathered"]

#: Children first, so that foreign keys hold while the tables are emptied.
_TABLES = (
    "difference_value",
    "difference",
    "story_document",
    "story",
    "report",
    "happening",
    "entity_title",
    "entity_mention",
    "entity",
)

#: A mention with its name as it would stand alone: the article's alef that a lam before it hides (U+0644 twice) is put back.
_MENTION = (
    "insert into entity_mention select ?1, id, ?2, ?3, case when substr(text, ?4, 2) = char(1604, 1604) then char(1575)"
    " else '' end || substr(text, ?4 + 1, ?5), ?6, published from document where id = ?7"
)


def write_gathered(connection: sqlite3.Connection, gathered: Gathered) -> None:
    """Empty the derived tables and fill them again."""
    for table in _TABLES:
        connection.execute(f"delete from {table}")
    add_gathered(connection, gathered)


def add_gathered(connection: sqlite3.Connection, gathered: Gathered) -> None:
    """Write what was gathered beside what is there; an entity that is there already keeps its row."""
    run, many = connection.execute, connection.executemany
    for e in gathered.entities:
        at = e.coordinates or (None, None)
        run("insert or ignore into entity values (?, ?, ?, ?, ?, ?, ?, ?)",
            (e.id, e.type, e.name, e.name_en, e.country, at[0], at[1], dumps(replace(e, mentions=(), titles=()))))  # fmt: skip
        many(
            _MENTION, [(e.id, m.span.start, m.span.end, m.name.start, len(m.name), dumps(m), d) for d, m in e.mentions]
        )
        many("insert into entity_title values (?, ?, ?, ?, ?)",
             [(e.id, t.document, t.span.start, t.span.end, t.text) for t in e.titles])  # fmt: skip
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
        read_entities(connection),
        tuple(loads(r[0], Happening) for r in rows("select whole from happening order by id")),
        tuple(loads(r[0], Story) for r in rows("select whole from story order by id")),
        tuple(loads(r[0], Difference) for r in rows("select whole from difference order by story, weight desc, id")),
    )


def read_entities(connection: sqlite3.Connection, documents: Iterable[str] | None = None) -> tuple[Entity, ...]:
    """Give the entities with their mentions and titles; where documents are named, as far as those speak of them."""
    only = "" if documents is None else " where document in (select value from json_each(:documents))"
    named = {"documents": json.dumps(sorted(set(documents or ())))}
    run = connection.execute
    mentions: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for key, document, whole in run(f"select entity, document, whole from entity_mention{only} order by rowid", named):
        mentions[key].append((document, loads(whole, Mention)))
    titles: dict[str, list[Evidence]] = defaultdict(list)
    for key, document, start, end, text in run(f"select * from entity_title{only} order by rowid", named):
        titles[key].append(Evidence(document, Span(start, end), text))
    here = json.dumps(list(mentions))
    rows = (
        run("select id, whole from entity where id in (select value from json_each(?)) order by id", (here,))
        if only
        else run("select id, whole from entity order by id")
    )
    return tuple(
        replace(loads(whole, Entity), mentions=tuple(mentions[key]), titles=tuple(titles[key])) for key, whole in rows
    )

"""Questions to a library that its readers ask: each one function, each with parameters only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.across import Difference, Entity, Gathered, Happening, Story
from riwaya.model import Record
from riwaya.store.codec import loads
from riwaya.store.derived import read_entities
from riwaya.store.library import Library

__all__ = [
    "Habit", "StoryRow", "difference_rows", "entity_parts", "outlet_habits", "outlets", "record_of", "story_of",
    "story_parts", "story_rows", "story_titles",
]  # fmt: skip

#: An entity's page shows at most this many of its documents, newest first; counts cover all of them.
SHOWN = 40


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list."""

    id: str
    title: str
    start: str | None
    end: str | None
    documents: int
    outlets: int
    differences: int


@dataclass(frozen=True, slots=True)
class Habit:
    """How often an outlet does something: `count` of `total`."""

    name: str
    count: int
    total: int


def story_rows(library: Library, *, limit: int = 30, offset: int = 0) -> tuple[StoryRow, ...]:
    """Give stories, the newest first, those of several pages before those of one."""
    rows = library.connection.execute(
        "select s.id, s.title, s.start, s.end, s.documents,"
        " (select count(distinct coalesce(d.outlet, d.source)) from story_document sd join document d on d.id = sd.document"
        "  where sd.story = s.id),"
        " (select count(*) from difference x where x.story = s.id)"
        " from story s order by s.documents > 1 desc, s.end desc, s.documents desc, s.id limit ? offset ?",
        (limit, offset),
    )
    return tuple(StoryRow(*row) for row in rows)


def difference_rows(library: Library, *, limit: int = 12) -> tuple[Difference, ...]:
    """Give the weightiest differences of the whole library."""
    rows = library.connection.execute("select whole from difference order by weight desc, id limit ?", (limit,))
    return tuple(loads(row[0], Difference) for row in rows)


def story_of(library: Library, document: str) -> str | None:
    """Give the id of the story a document is in."""
    row = library.connection.execute("select story from story_document where document = ?", (document,)).fetchone()
    return row[0] if row else None


def record_of(library: Library, document: str) -> Record | None:
    """Give the record of a document, or None."""
    row = library.connection.execute("select record from document where id = ?", (document,)).fetchone()
    return loads(row[0], Record) if row else None


def story_titles(library: Library, stories: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give the ids and titles of some stories."""
    rows = library.connection.execute(
        "select id, title from story where id in (select value from json_each(?)) order by id",
        (json.dumps(list(stories)),),
    )
    return tuple((row[0], row[1]) for row in rows)


def story_parts(library: Library, story: str) -> tuple[tuple[Record, ...], Gathered] | None:
    """Give a story's records and all that was gathered about it, or None where there is no such story."""
    run = library.connection.execute
    row = run("select whole from story where id = ?", (story,)).fetchone()
    if not row:
        return None
    whole = loads(row[0], Story)
    rows = run("select whole from difference where story = ? order by weight desc, id", (story,)).fetchall()
    differences = tuple(loads(r[0], Difference) for r in rows)
    cited = {e.document for d in differences for v in d.values for e in v.reports}
    documents = json.dumps(sorted({*whole.documents, *cited}))
    happenings = run(
        "select distinct h.whole from happening h join report r on r.happening = h.id where h.id in"
        " (select value from json_each(?)) or h.id in (select value from json_each(?))",
        (json.dumps(whole.happenings), json.dumps([d.about for d in differences])),
    ).fetchall()
    entities = read_entities(library.connection, json.loads(documents))
    gathered = Gathered(
        entities,
        tuple(loads(r[0], Happening) for r in happenings),
        (whole,),
        differences,
    )
    return tuple(library.records(json.loads(documents))), _within(gathered, set(json.loads(documents)))


def _within(gathered: Gathered, documents: set[str]) -> Gathered:
    """Give what was gathered with its happenings as far as they speak of some documents alone."""
    known = {e.id for e in gathered.entities}
    happenings = []
    for h in gathered.happenings:
        reports = tuple(r for r in h.reports if r.document in documents)
        if reports:
            who, where = tuple(w for w in h.who if w[0] in known), tuple(w for w in h.where if w in known)
            happenings.append(replace(h, reports=reports, who=who, where=where))
    return replace(gathered, happenings=tuple(happenings))


def entity_parts(library: Library, entity: str) -> tuple[Entity, tuple[Record, ...], tuple[Happening, ...]] | None:
    """Give an entity, the newest records that mention it and the events it took part in, or None."""
    run = library.connection.execute
    row = run("select whole from entity where id = ?", (entity,)).fetchone()
    if not row:
        return None
    documents = [r[0] for r in run(
        "select distinct m.document from entity_mention m join document d on d.id = m.document where m.entity = ?"
        " order by d.published desc, d.id limit ?", (entity, SHOWN))]  # fmt: skip
    reports = run(
        "select distinct h.whole from report r join happening h on h.id = r.happening where r.document in"
        " (select value from json_each(?)) order by h.'when', h.id", (json.dumps(documents),)
    ).fetchall()  # fmt: skip
    told = [loads(r[0], Happening) for r in reports]
    happenings = tuple(h for h in told if any(key == entity for key, _ in h.who))
    return loads(row[0], Entity), tuple(library.records(documents)), happenings


def outlets(library: Library) -> tuple[tuple[str, int], ...]:
    """Give the outlets that pages name, with the number of their pages, most first."""
    rows = library.connection.execute(
        "select outlet, count(*) from document where outlet is not null group by outlet order by 2 desc, 1"
    )
    return tuple((row[0], row[1]) for row in rows)


def outlet_habits(library: Library, outlet: str) -> tuple[Habit, ...]:
    """Give counts of how an outlet tells: claims by kind of source and by stance, of all its claims."""
    run = library.connection.execute
    total = run(
        "select count(*) from claim c join document d on d.id = c.document where d.outlet = ?", (outlet,)
    ).fetchone()[0]
    rows = run(
        "select s.kind, count(distinct s.claim) from claim_source s join claim c on c.id = s.claim"
        " join document d on d.id = c.document where d.outlet = ? group by s.kind order by 2 desc, 1", (outlet,)
    ).fetchall()  # fmt: skip
    stances = run(
        "select c.stance, count(*) from claim c join document d on d.id = c.document where d.outlet = ?"
        " group by c.stance order by 2 desc, 1", (outlet,)
    ).fetchall()  # fmt: skip
    return tuple(Habit(name, count, total) for name, count in (*rows, *stances))

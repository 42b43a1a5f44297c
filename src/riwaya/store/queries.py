"""Questions to a library that its readers ask: each one function, each with parameters only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from riwaya.across import Difference, Gathered, Happening, Story
from riwaya.model import Record
from riwaya.store.codec import loads
from riwaya.store.derived import read_entities
from riwaya.store.library import Library

__all__ = ["difference_rows", "record_of", "story_of", "story_parts", "story_titles"]


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

"""A part of what was gathered, put in place of that part alone: the stories that new pages touch.

Goes in: an open connection inside a transaction, documents, and what was gathered of these documents alone. Comes out:
the derived tables with everything that spoke of the documents replaced. Who was told to be one person when everything was
gathered stays one: a gathered entity takes the id that its earlier mentions have in the library.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from riwaya.across import Difference, Entity, Gathered, Happening, Report
from riwaya.store.codec import loads
from riwaya.store.derived import add_gathered

__all__ = ["replace_part"]


def replace_part(connection: sqlite3.Connection, documents: Iterable[str], gathered: Gathered) -> None:
    """Put what was gathered of some documents in place of all that the tables say of them."""
    here = json.dumps(sorted(documents))
    names = _kept_ids(connection, here, gathered.entities)
    entities = tuple(replace(e, id=names[e.id]) for e in gathered.entities)
    happenings = [_renamed(happening, names) for happening in gathered.happenings]
    differences = tuple(replace(x, about=names.get(x.about, x.about)) for x in gathered.differences)
    before = _clear(connection, here)
    left = {happening.id: happening for happening in _without(connection, here, before)}
    joined = tuple(_joined(happening, left.pop(happening.id, None)) for happening in happenings)
    stories = gathered.stories
    add_gathered(connection, Gathered(entities, (*joined, *left.values()), stories, _once(differences)))
    connection.execute("delete from entity where id not in (select entity from entity_mention)"
                       " and id in (select value from json_each(?))", (json.dumps(sorted(before["entity"])),))  # fmt: skip


def _kept_ids(connection: sqlite3.Connection, here: str, entities: Iterable[Entity]) -> dict[str, str]:
    """Give for each gathered entity the id that most of its mentions have in the library, else its own."""
    rows = connection.execute(
        'select document, start, "end", entity from entity_mention where document in (select value from json_each(?))',
        (here,),
    )
    known = {(row[0], row[1], row[2]): row[3] for row in rows}
    out = {}
    for entity in entities:
        spans = ((d, m.span.start, m.span.end) for d, m in entity.mentions)
        votes = Counter(known[span] for span in spans if span in known)
        out[entity.id] = min(votes, key=lambda key: (-votes[key], key)) if votes else entity.id
    return out


def _clear(connection: sqlite3.Connection, here: str) -> dict[str, set[str]]:
    """Take out what speaks of the documents; give the ids of the entities and happenings that were there."""
    run = connection.execute
    of = " where document in (select value from json_each(?))"
    before = {key: {row[0] for row in run(f"select distinct {key} from {table}{of}", (here,))}
              for key, table in (("entity", "entity_mention"), ("happening", "report"), ("story", "story_document"))}  # fmt: skip
    stories = json.dumps(sorted(before["story"]))
    told = " in (select id from difference where story in (select value from json_each(?)))"
    run(f"delete from difference_value where difference{told}", (stories,))
    run("delete from difference where story in (select value from json_each(?))", (stories,))
    for table in ("entity_mention", "entity_title", "report"):
        run(f"delete from {table}{of}", (here,))
    run("delete from story_document where story in (select value from json_each(?))", (stories,))
    run("delete from story where id in (select value from json_each(?))", (stories,))
    return before


def _without(connection: sqlite3.Connection, here: str, before: Mapping[str, set[str]]) -> list[Happening]:
    """Take the happenings out that the documents told of; give those that other documents tell of too, as those do."""
    gone, left = set(json.loads(here)), []
    for key in sorted(before["happening"]):
        row = connection.execute("select whole from happening where id = ?", (key,)).fetchone()
        happening = loads(row[0], Happening)
        if reports := tuple(report for report in happening.reports if report.document not in gone):
            left.append(replace(happening, reports=reports))
        connection.execute("delete from report where happening = ?", (key,))
        connection.execute("delete from happening where id = ?", (key,))
    return left


def _joined(happening: Happening, other: Happening | None) -> Happening:
    if other is None:
        return happening
    reports = sorted((*happening.reports, *other.reports), key=lambda report: (report.document, report.span))
    return replace(happening, reports=tuple(reports))


def _renamed(happening: Happening, names: Mapping[str, str]) -> Happening:
    def told(report: Report) -> Report:
        who = tuple((names.get(key, key), role) for key, role in report.who)
        return replace(report, who=who, where=tuple(names.get(key, key) for key in report.where))

    who = tuple(dict.fromkeys((names.get(key, key), role) for key, role in happening.who))
    where = tuple(dict.fromkeys(names.get(key, key) for key in happening.where))
    return replace(happening, who=who, where=where, reports=tuple(told(report) for report in happening.reports))


def _once(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple({difference.id: difference for difference in differences}.values())

"""Questions about one outlet, and judgements of what is shown; indexes and limits as everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.store.library import Library

__all__ = ["Habits", "PageRow", "Verdict", "name_pairs", "outlet_habits", "outlet_names", "outlet_pages", "verdicts"]

#: The newest pages of an outlet that its habits are counted on.
COUNTED = 250


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in a list."""

    document: str
    title: str | None
    published: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class Habits:
    """How an outlet tells: of `claims` claims on `pages` pages, how many rest on each kind of source and have each stance."""

    pages: int
    claims: int
    kinds: tuple[tuple[str, int], ...]
    stances: tuple[tuple[str, int], ...]
    relied: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How often something was judged right and wrong, after what was taken back, and the last note on it."""

    right: int
    wrong: int
    note: str = ""


def outlet_names(library: Library, *, limit: int = 60) -> tuple[tuple[str, int], ...]:
    """Give the outlets that pages name, with the number of their pages, most first."""
    rows = library.connection.execute(
        "select outlet, count(*) from document where outlet is not null group by outlet order by 2 desc, 1 limit ?",
        (limit,),
    )
    return tuple((row[0], row[1]) for row in rows)


def outlet_pages(library: Library, outlet: str, *, limit: int = 30) -> tuple[int, tuple[PageRow, ...]]:
    """Give how many pages an outlet has, and the newest of them."""
    run = library.connection.execute
    rows = run(
        "select d.id, d.title, d.published, (select story from story_document where document = d.id limit 1)"
        " from document d where d.outlet = ? order by d.published desc, d.id limit ?", (outlet, limit)
    )  # fmt: skip
    count = run("select count(*) from document where outlet = ?", (outlet,)).fetchone()[0]
    return count, tuple(PageRow(*row) for row in rows)


def outlet_habits(library: Library, outlet: str) -> Habits:
    """Give counts of how an outlet tells, on its newest pages."""
    run = library.connection.execute
    newest = json.dumps([r[0] for r in run(
        "select id from document where outlet = ? order by published desc, id limit ?", (outlet, COUNTED))])  # fmt: skip
    claims = "from json_each(?) n cross join claim c on c.document = n.value"
    kinds = run(
        f"select s.kind, count(*) {claims} join claim_source s on s.claim = c.id"
        " where s.depth = (select max(depth) from claim_source where claim = c.id) group by 1 order by 2 desc, 1", (newest,)
    ).fetchall()  # fmt: skip
    stances = run(f"select c.stance, count(*) {claims} group by 1 order by 2 desc, 1", (newest,)).fetchall()
    relied = run(
        f"select e.id, e.name, count(distinct c.id) {claims} join claim_source s on s.claim = c.id"
        " join entity_mention m on m.document = c.document and m.start between s.start and s.\"end\" and m.\"end\" <= s.\"end\""
        " join entity e on e.id = m.entity"
        " where s.depth = (select max(depth) from claim_source where claim = c.id) and e.type <> 'PLACE'"
        " group by 1 order by 3 desc, 2 limit 15", (newest,)
    ).fetchall()  # fmt: skip
    total = sum(row[1] for row in stances)
    return Habits(len(json.loads(newest)), total, *(tuple(tuple(r) for r in rows) for rows in (kinds, stances, relied)))


def verdicts(library: Library, keys: Iterable[str]) -> dict[str, Verdict]:
    """Give what people judged of some things (right, wrong, note), an undo taking back the same author's last word."""
    rows = library.connection.execute(
        "select left_id, kind, author, note from judgement where left_id in (select value from json_each(?))"
        " and kind in ('right', 'wrong', 'note', 'undo') order by id", (json.dumps(list(keys)),)
    )  # fmt: skip
    said: dict[str, dict[str, str]] = {}
    notes: dict[str, str] = {}
    for key, kind, author, note in rows:
        by = said.setdefault(key, {})
        if kind == "undo":
            by.pop(author, None)
        elif kind != "note":
            by[author] = kind
        if note:
            notes[key] = note
    return {
        key: Verdict(sum(v == "right" for v in by.values()), sum(v == "wrong" for v in by.values()), notes.get(key, ""))
        for key, by in said.items()
        if by or key in notes
    }


def name_pairs(library: Library, entity: str, *, limit: int = 12) -> tuple[str, ...]:
    """Give the spellings of an entity, the most frequent first: what can be judged the same or not."""
    rows = library.connection.execute(
        "select name, count(*) from entity_mention where entity = ? and whole ->> '$.kind' is null group by 1 order by 2 desc, 1"
        " limit ?", (entity, limit)
    )  # fmt: skip
    return tuple(row[0] for row in rows)

"""Questions about one person, body or place, each answered from indexes with a limit.

Somebody can be named 50,000 times: counts are over all pages, lists over the newest `SHOWN` pages that name it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.across import Entity
from riwaya.model import Span
from riwaya.store.codec import loads
from riwaya.store.library import Library

__all__ = [
    "EventRow", "Given", "Relied", "SaidRow", "claim_rows", "entities_named", "entity_at", "events_of", "given_titles", "named_here", "named_in",
    "said_by", "spellings", "texts_of",
]  # fmt: skip

#: The newest pages of an entity that lists are made of; about a day's news on somebody in the front row.
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Given:
    """A spelling or title as one outlet gives it: on how many pages, the first and last day, and one place of it."""

    words: str
    outlet: str
    pages: int
    first: str | None
    last: str | None
    document: str
    start: int


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A claim that rests on somebody: where it stands, through whom, and the words with their surroundings."""

    claim: str
    document: str
    outlet: str
    published: str | None
    span: Span
    stance: str
    chain: str
    text: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list, with one of the places that tell it."""

    id: str
    type: str
    mode: str | None
    label: str
    status: str
    when: str | None
    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Relied:
    """An outlet that relies on somebody: how many of its claims do, on how many pages."""

    outlet: str
    claims: int
    pages: int


def entity_at(library: Library, entity: str) -> Entity | None:
    """Give an entity without its mentions and titles, or None."""
    row = library.connection.execute("select whole from entity where id = ?", (entity,)).fetchone()
    return loads(row[0], Entity) if row else None


def named_in(library: Library, entity: str) -> tuple[int, int, str]:
    """Give how often an entity is named, on how many pages, and the newest of them as a JSON list for further questions."""
    run = library.connection.execute
    row = run("select count(*), count(distinct document) from entity_mention where entity = ?", (entity,)).fetchone()
    newest = run(
        "select distinct document, published from entity_mention where entity = ? order by published desc, document limit ?",
        (entity, SHOWN),
    )
    return row[0], row[1], json.dumps([r[0] for r in newest])


def spellings(library: Library, entity: str, newest: str) -> tuple[Given, ...]:
    """Give how the newest pages write an entity's name, by outlet, the most frequent first."""
    rows = library.connection.execute(
        "select m.name, coalesce(d.outlet, d.source), count(distinct m.document), min(d.published), max(d.published),"
        " m.document, m.start from entity_mention m join document d on d.id = m.document"
        " where m.entity = ? and m.document in (select value from json_each(?)) and m.whole ->> '$.kind' is null"
        " group by 1, 2 order by 3 desc, 1, 2", (entity, newest)
    )  # fmt: skip
    return tuple(Given(*row) for row in rows)


def given_titles(library: Library, entity: str, newest: str) -> tuple[Given, ...]:
    """Give the titles that the newest pages give somebody, by outlet, the most frequent first."""
    rows = library.connection.execute(
        "select t.text, coalesce(d.outlet, d.source), count(distinct t.document), min(d.published), max(d.published),"
        " t.document, t.start from entity_title t join document d on d.id = t.document"
        " where t.entity = ? and t.document in (select value from json_each(?))"
        " group by 1, 2 order by 3 desc, 1, 2", (entity, newest)
    )  # fmt: skip
    return tuple(Given(*row) for row in rows)


def events_of(library: Library, entity: str, newest: str, *, limit: int = 30) -> tuple[EventRow, ...]:
    """Give the events of the newest pages whose reports name somebody as taking part or a place, the newest first."""
    rows = library.connection.execute(
        'select h.id, h.type, h.mode, h.label, h.status, h."when", r.document, r.start, r."end"'
        " from json_each(:newest) n cross join report r on r.document = n.value join happening h on h.id = r.happening"
        " where exists (select 1 from entity_mention m where m.document = r.document and m.entity = :key"
        ' and m.start between r.start and r."end") and instr(h.whole, :entity) > 0 group by h.id order by h."when" desc, h.id limit :limit',
        {"newest": newest, "key": entity, "entity": json.dumps(entity), "limit": limit},
    )
    return tuple(EventRow(r[0], r[1], r[2], r[3], r[4], r[5], r[6], Span(r[7], r[8])) for r in rows)


def said_by(
    library: Library, entity: str, newest: str, *, limit: int = 40
) -> tuple[tuple[SaidRow, ...], tuple[Relied, ...]]:
    """Give the newest claims whose innermost source is this entity, and the outlets of all of them, most claims first."""
    run = library.connection.execute
    every = run(_CLAIMS, {"entity": entity, "newest": newest}).fetchall()
    said = claim_rows(library, [row[0] for row in every[:limit]])
    claims = Counter(row[1] for row in every)
    pages = Counter(outlet for outlet, _ in {(row[1], row[2]) for row in every})
    order = sorted(claims, key=lambda outlet: (-claims[outlet], outlet))
    return said, tuple(Relied(outlet, claims[outlet], pages[outlet]) for outlet in order)


def claim_rows(library: Library, claims: Sequence[str]) -> tuple[SaidRow, ...]:
    """Give some claims with their chains and the texts they stand in, the newest first."""
    rows = library.connection.execute(
        "select c.id, c.document, coalesce(d.outlet, d.source), d.published, c.start, c.\"end\", c.stance,"
        " (select group_concat(text, ' ← ') from (select text from claim_source where claim = c.id order by depth)),"
        " d.text from claim c join document d on d.id = c.document where c.id in (select value from json_each(?))"
        " order by d.published desc, c.document, c.start", (json.dumps(list(claims)),)
    )  # fmt: skip
    return tuple(SaidRow(r[0], r[1], r[2], r[3], Span(r[4], r[5]), r[6], r[7], r[8]) for r in rows)


#: The claims of the newest pages whose innermost source holds a mention of the entity: id, outlet, document.
_CLAIMS = (
    "select distinct c.id, coalesce(d.outlet, d.source), c.document from json_each(:newest) n"
    " cross join claim c on c.document = n.value join claim_source s on s.claim = c.id"
    " join entity_mention m on m.document = c.document and m.entity = :entity"
    ' and m.start between s.start and s."end" and m."end" <= s."end" join document d on d.id = c.document'
    " where s.depth = (select max(depth) from claim_source where claim = c.id)"
    " order by d.published desc, c.document, c.start"
)


def named_here(library: Library, document: str) -> dict[tuple[int, int], tuple[str, str, str | None]]:
    """Give who is named at each place of a document: span to entity id, name and Latin name."""
    rows = library.connection.execute(
        "select m.start, m.\"end\", e.id, e.name, e.name_en from entity_mention m join entity e on e.id = m.entity"
        " where m.document = ?", (document,)
    )  # fmt: skip
    return {(row[0], row[1]): (row[2], row[3], row[4]) for row in rows}


def entities_named(library: Library, name: str, *, limit: int = 8) -> tuple[tuple[str, str, str], ...]:
    """Give those whose name is exactly this, in Arabic or Latin letters: id, name, type."""
    rows = library.connection.execute(
        "select id, name, type from entity where name = ?1 union select id, name, type from entity where name_en = ?1"
        " limit ?2", (" ".join(name.split()), limit)
    )  # fmt: skip
    return tuple((row[0], row[1], row[2]) for row in rows)


def texts_of(library: Library, documents: Sequence[str]) -> dict[str, str]:
    """Give the texts of some documents."""
    rows = library.connection.execute(
        "select id, text from document where id in (select value from json_each(?))", (json.dumps(list(documents)),)
    )
    return {row[0]: row[1] for row in rows}

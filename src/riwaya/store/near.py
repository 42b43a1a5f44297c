"""Which documents of a library are near to a page, by the outlines that are kept of all of them.

Goes in: an open connection and documents. Comes out: the documents of every story that they change. The likeness
is that of `gather.likeness`, reckoned by the database over the stems that are shared.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from riwaya.gather.likeness import LEAST_LIKENESS, faded, outline
from riwaya.gather.stories import STORY_LIKENESS
from riwaya.gather.touched import touched
from riwaya.model import Record

__all__ = ["add_outline", "near", "touched_by"]


def add_outline(connection: sqlite3.Connection, record: Record) -> None:
    """Keep the outline of a document."""
    page = outline(record)
    connection.executemany(
        "insert into outline_stem values (?, ?, ?, ?)",
        [(stem, page.document, page.day, weight) for stem, weight in zip(page.stems, page.weights, strict=True)],
    )


def near(connection: sqlite3.Connection, document: str, *, least: float = LEAST_LIKENESS) -> dict[str, float]:
    """Give the other documents at least so alike, each with its likeness (0 to 1)."""
    rows = connection.execute(
        "select other.document, own.day, other.day, sum(own.weight * other.weight) from outline_stem own"
        " join outline_stem other on other.stem = own.stem and other.document <> own.document"
        " where own.document = ? group by other.document", (document,)
    )  # fmt: skip
    found = ((key, faded(likeness, day, other)) for key, day, other, likeness in rows)
    return {key: likeness for key, likeness in found if likeness >= least}


def touched_by(connection: sqlite3.Connection, documents: Iterable[str]) -> set[str]:
    """Give the documents of every story that new documents change, as `gather.touched` finds them, the new ones among
    them."""
    new = sorted(set(documents))
    likeness: dict[str, dict[str, float]] = {}
    todo, seen = list(new), set(new)
    while todo:
        key = todo.pop()
        likeness[key] = near(connection, key)
        for other, value in likeness[key].items():
            if value >= STORY_LIKENESS and other not in seen:
                seen.add(other)
                todo.append(other)
    changed = {*new, *(key for document in new for key in touched(document, likeness).documents)}
    rows = connection.execute(
        "select document from story_document where story in (select story from story_document where document in"
        " (select value from json_each(?)))", (json.dumps(sorted(changed)),)
    )  # fmt: skip
    return changed | {row[0] for row in rows}

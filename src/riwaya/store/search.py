"""Full-text search over folded words with their proclitics off, in SQLite's FTS5.

A word is indexed in every reading that its front letters allow (وفاغنر as وفاغنر and فاغنر), with and without the
article, so that a search for one writing finds the others. A phrase in quotes must stand as written (folded).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.model import Document
from riwaya.text.fold import fold
from riwaya.text.words import stems, tokenize

__all__ = ["Found", "index_text", "search", "text_lines"]


@dataclass(frozen=True, slots=True)
class Found:
    """A document that a search found; `rank` is BM25, least is best."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    rank: float


def _keys(text: str) -> list[tuple[str, ...]]:
    """Give each word's readings: as folded, with proclitics off, and without the article.

    >>> _keys("وللمشير")
    [('وللمشير', 'للمشير', 'المشير', 'مشير')]
    """
    out = []
    for word in tokenize(text).words:
        if not word.is_punctuation:
            readings = [form for form, _ in stems(word.form)]
            bare = [form[2:] for form in readings if form.startswith("ال") and len(form) > 4]
            out.append(tuple(dict.fromkeys([*readings, *bare])))
    return out


def index_text(connection: sqlite3.Connection, doc: Document) -> None:
    """Add a document's title and body to the index."""
    number = connection.execute("insert into search_document (document) values (?)", (doc.id,)).lastrowid
    connection.execute("insert into search (rowid, title, body) values (?, ?, ?)", (number, *text_lines(doc)))


def text_lines(doc: Document) -> tuple[str, str]:
    """Give the words of a document's title and of its body as they are indexed: every reading of each."""
    title = doc.title.of(doc.text) if doc.title else ""
    body = " ".join(b.span.of(doc.text) for b in doc.blocks if b.role in ("body", "caption"))
    return _line(title), _line(body)


def _line(text: str) -> str:
    return " ".join(key for keys in _keys(text) for key in keys)


def search(connection: sqlite3.Connection, question: str, *, since: str | None = None, until: str | None = None,
           outlet: str | None = None, limit: int = 50) -> Iterator[Found]:  # fmt: skip
    """Give the documents that hold every word of the question (a phrase in quotes as it stands), best first.

    `since` and `until` are days (EDTF), both counted in; `outlet` is a name or a domain.
    """
    match = _question(question)
    if not match:
        return iter(())
    rows = connection.execute(
        "select d.id, d.title, d.outlet, d.published, bm25(search, 4.0, 1.0) as rank from search"
        " join search_document s on s.number = search.rowid join document d on d.id = s.document"
        " where search match :match and (:since is null or d.published >= :since)"
        " and (:until is null or substr(d.published, 1, 10) <= :until)"
        " and (:outlet is null or d.outlet = :outlet or d.domain = :outlet) order by rank, d.id limit :limit",
        {"match": match, "since": since, "until": until, "outlet": outlet, "limit": limit},
    )
    return (Found(*row) for row in rows)


def _question(question: str) -> str:
    """Give the FTS5 expression: some reading of each word must be there; a phrase is its words near by."""
    parts = []
    for index, piece in enumerate(fold(question).split('"')):
        words = ["(" + " OR ".join(f'"{key}"' for key in keys) + ")" for keys in _keys(piece)]
        near = index % 2 == 1 and len(words) > 1
        if near:
            plain = " ".join(f'"{min(keys, key=len)}"' for keys in _keys(piece))
            parts.append(f"NEAR({plain}, {4 * len(words)})")
        else:
            parts += words
    return " AND ".join(parts)

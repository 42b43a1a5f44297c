"""The library: one SQLite file that grows. This class is its only writer.

Adding is idempotent and one transaction a page; readers read while it writes (WAL). What was gathered is replaced in one
transaction. Judgements are only ever added. Every statement takes parameters.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from riwaya.across import Gathered, Judgement
from riwaya.errors import LibraryError
from riwaya.model import Document, Page, Problem, Record
from riwaya.store.codec import dumps, loads
from riwaya.store.derived import write_gathered
from riwaya.store.near import add_outline, touched_by
from riwaya.store.part import replace_part
from riwaya.store.search import index_text

__all__ = ["Library", "open_library"]

#: "riwa" in ASCII: marks the file as a library (PRAGMA application_id).
APPLICATION = 0x72697761
#: Tables whose rows go when their document is read anew, those that were gathered among them.
_OF_DOCUMENT = ("block", "mention", "time", "amount", "claim", "event", "entity_mention", "entity_title", "report",
                "story_document", "outline_stem")  # fmt: skip
MIGRATIONS = ("001-tables.sql", "002-quarantine.sql", "003-reading.sql", "004-watch.sql", "005-outline.sql",
              "006-habits.sql")  # fmt: skip


def open_library(path: str | Path, *, read_only: bool = False) -> Library:
    """Open a library, making it if it is not there; an older one is brought up to date first.

    Raises:
        LibraryError: the file is no library, is damaged, or was written by a later version.
    """
    if read_only and not Path(path).is_file():
        raise LibraryError(f"{path}: there is no such library; make one with `riwaya add {path} PAGES`")
    mode = "?mode=ro" if read_only else ""
    connection = sqlite3.connect(f"{Path(path).resolve().as_uri()}{mode}", uri=True, timeout=30.0, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        _prepare(connection, str(path), read_only=read_only)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise LibraryError(f"{path}: is no library, or is damaged ({error}); restore it from a copy") from error
    except LibraryError:
        connection.close()
        raise
    return Library(connection, str(path))


def _prepare(connection: sqlite3.Connection, path: str, *, read_only: bool) -> None:
    connection.execute("pragma foreign_keys = on")
    version = connection.execute("pragma user_version").fetchone()[0]
    mark = connection.execute("pragma application_id").fetchone()[0]
    tables = connection.execute("select count(*) from sqlite_master").fetchone()[0]
    if tables and mark != APPLICATION:
        raise LibraryError(f"{path}: is a database of another program; give a library or a new name")
    if version > len(MIGRATIONS):
        raise LibraryError(f"{path}: was written by a later Riwaya (version {version}); update Riwaya to open it")
    if read_only:
        return
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    for number in range(version, len(MIGRATIONS)):
        script = files("riwaya.store").joinpath("sql", MIGRATIONS[number]).read_text(encoding="utf-8")
        connection.executescript(
            f"begin immediate; {script}\npragma application_id = {APPLICATION}; pragma user_version = {number + 1}; commit;"
        )


class Library:
    """An open library. Use `open_library`; close it, or use it in a `with` block."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was added is on disk already."""
        self.connection.close()

    def __len__(self) -> int:
        return int(self.connection.execute("select count(*) from document").fetchone()[0])

    def has(self, document: str) -> bool:
        """Tell whether a document of this id was added."""
        return self.connection.execute("select 1 from document where id = ?", (document,)).fetchone() is not None

    def sources(self) -> set[str]:
        """Give the sources of all pages, so that a run can go on where it was stopped."""
        return {row[0] for row in self.connection.execute("select source from page")}

    def documents(self) -> list[str]:
        """Give the ids of all documents, in order."""
        return [row[0] for row in self.connection.execute("select id from document order by id")]

    def add(self, page: Page, record: Record) -> bool:
        """Add a page and what was read from it, in one transaction; tell whether it was new."""
        doc = record.document
        with self.writing():
            if self.has(doc.id):
                return False
            self.connection.execute("insert into page values (?, ?, ?, ?, ?, ?)", (doc.id, *_kept(page), _now()))
            self.connection.execute("delete from quarantine where source = ?", (page.source,))
            self._add_document(doc, record)
            add_outline(self.connection, record)
            index_text(self.connection, doc)
        return True

    def replace(self, document: str, record: Record) -> None:
        """Put what was read anew from a document's page in place of what was read before, in one transaction.

        What was gathered of it is stale until the next gathering; the search keeps its words until `index_again`.
        """
        run, new = self.connection.execute, record.document.id
        with self.writing():
            run("pragma defer_foreign_keys = on")
            run("delete from claim_source where claim in (select id from claim where document = ?)", (document,))
            for table in _OF_DOCUMENT:
                run(f"delete from {table} where document = ?", (document,))
            run("delete from document where id = ?", (document,))
            run("update page set id = ? where id = ?", (new, document))
            run("update search_document set document = ? where document = ?", (new, document))
            self._add_document(record.document, record)
            add_outline(self.connection, record)

    def index_again(self) -> None:
        """Make the search anew, in one transaction."""
        with self.writing():
            self.connection.execute("insert into search (search) values ('delete-all')")
            self.connection.execute("delete from search_document")
            for record in self.records():
                index_text(self.connection, record.document)

    def set_aside(self, page: Page, problem: Problem) -> None:
        """Keep a page that could not be read, with its bytes and the reason, in one transaction."""
        with self.writing():
            self.connection.execute(
                "insert or replace into quarantine values (?, ?, ?, ?, ?, ?, ?)",
                (*_kept(page), problem.step, problem.message, _now()),
            )

    def aside(self) -> Iterator[tuple[Page, Problem]]:
        """Give the pages that were set aside, each with what was wrong with it."""
        for row in self.connection.execute("select * from quarantine order by source"):
            yield _page(row), Problem(row["step"], row["message"], row["source"])

    def ungathered(self) -> list[str]:
        """Give the documents that no gathering has seen: new ones, and those that a stopped run left."""
        unseen = "select id from document d where not exists (select 1 from story_document s where s.document = d.id)"
        return [row[0] for row in self.connection.execute(f"{unseen} order by id")]

    def _add_document(self, doc: Document, record: Record) -> None:
        run, many, text = self.connection.execute, self.connection.executemany, doc.text
        outlet = doc.outlet
        run(
            "insert into document values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (doc.id, doc.source, doc.url, outlet.name if outlet else None, outlet.domain if outlet else None,
             outlet.country if outlet else None, doc.title.of(text) if doc.title else None, doc.published,
             doc.published_basis, doc.crawled, doc.language, text, dumps(record)),
        )  # fmt: skip
        many("insert into block values (?, ?, ?, ?, ?, ?)",
             [(doc.id, b.span.start, b.span.end, b.role, b.place, b.why) for b in doc.blocks])  # fmt: skip
        many("insert into mention values (?, ?, ?, ?, ?, ?, ?)",
             [(doc.id, m.span.start, m.span.end, m.span.of(text), m.type, m.kind, m.rule) for m in record.mentions])  # fmt: skip
        many("insert into time values (?, ?, ?, ?, ?, ?, ?, ?)",
             [(doc.id, t.span.start, t.span.end, t.span.of(text), t.value, t.grain, t.rule, t.reason)
              for t in record.times])  # fmt: skip
        many("insert into amount values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
             [(doc.id, a.span.start, a.span.end, a.span.of(text), float(a.value), a.kind, a.unit, a.currency, a.qualifier)
              for a in record.amounts])  # fmt: skip
        for claim in record.claims:
            key = claim.id_in(doc.id)
            run("insert or ignore into claim values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, doc.id, claim.span.start, claim.span.end, claim.cue.of(text), claim.stance, claim.mode, claim.medium,
                 claim.rule))  # fmt: skip
            many("insert into claim_source values (?, ?, ?, ?, ?, ?, ?, ?)",
                 [(key, n, s.span.of(text), s.span.start, s.span.end, s.kind, int(s.carried), s.why)
                  for n, s in enumerate(claim.sources)])  # fmt: skip
        many("insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
             [(doc.id, e.span.start, e.span.end, e.trigger.of(text), e.type, e.mode, e.status, e.when, e.when_why, e.rule)
              for e in record.events])  # fmt: skip

    def records(self, documents: Sequence[str] | None = None) -> Iterator[Record]:
        """Give the records of all documents (or of those named), in the order of their ids."""
        if documents is None:
            rows = self.connection.execute("select record from document order by id")
        else:
            wanted = json.dumps(sorted(set(documents)))
            rows = self.connection.execute(
                "select record from document where id in (select value from json_each(?)) order by id", (wanted,)
            )
        return (loads(row[0], Record) for row in rows)

    def pages(self, documents: Sequence[str] | None = None) -> Iterator[tuple[str, Page, str]]:
        """Give (document, page as it came, when it was added: UTC, ISO 8601), in the order of the documents' ids."""
        wanted = None if documents is None else json.dumps(sorted(set(documents)))
        rows = self.connection.execute(
            "select id, source, media, about, content, added from page"
            " where :wanted is null or id in (select value from json_each(:wanted)) order by id",
            {"wanted": wanted},
        )
        for row in rows:
            yield row["id"], _page(row), row["added"]

    def replace_gathered(self, gathered: Gathered) -> None:
        """Put what was gathered in place of what was there, in one transaction."""
        with self.writing():
            write_gathered(self.connection, gathered)

    def replace_part(self, documents: Sequence[str], gathered: Gathered) -> None:
        """Put what was gathered of some documents alone in place of what was there of them, in one transaction."""
        with self.writing():
            replace_part(self.connection, documents, gathered)

    def touched(self, documents: Sequence[str]) -> set[str] | None:
        """Give the documents of the stories that some new documents touch; None where outlines are missing."""
        missing = (
            "select 1 from document d where not exists (select 1 from outline_stem s where s.document = d.id) limit 1"
        )
        return None if self.connection.execute(missing).fetchone() else touched_by(self.connection, documents)

    def gathered(self) -> Gathered:
        """Give what was gathered last."""
        from riwaya.store.derived import read_gathered

        return read_gathered(self.connection)

    def judge(self, kind: str, left: str, right: str | None = None, *, author: str, note: str | None = None) -> None:
        """Add a judgement; it stays for ever and is applied at the next gathering."""
        with self.writing():
            self.connection.execute(
                "insert into judgement (kind, left_id, right_id, note, author, made) values (?, ?, ?, ?, ?, ?)",
                (kind, left, right, note, author, _now()),
            )

    def judgements(self) -> tuple[Judgement, ...]:
        """Give every judgement in the order they were made."""
        rows = self.connection.execute("select kind, left_id, right_id, author, note from judgement order by id")
        return tuple(Judgement(row[0], row[1], row[2], row[3], row[4] or "") for row in rows)

    def check(self) -> list[str]:
        """Give everything that is wrong with the file; an empty list is good."""
        try:
            wrong = [row[0] for row in self.connection.execute("pragma integrity_check") if row[0] != "ok"]
        except sqlite3.DatabaseError as error:
            return [f"is damaged ({error}); restore it from a copy"]
        wrong += [
            f"{row[0]}: row {row[1]} speaks of a missing {row[2]}"
            for row in self.connection.execute("pragma foreign_key_check")
        ]
        return wrong

    def vacuum(self) -> None:
        """Give unused space back and bring the statistics up to date."""
        self.connection.execute("vacuum")
        self.connection.execute("pragma optimize")

    def writing(self) -> _Transaction:
        """Give a transaction for a `with` block: kept whole or not at all, refusals of the disk in words."""
        return _Transaction(self.connection, self.path)


class _Transaction:
    """One transaction: kept whole or not at all. What the file system refuses becomes a LibraryError in words."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self.connection = connection
        self.path = path

    def __enter__(self) -> None:
        try:
            self.connection.execute("begin immediate")
        except sqlite3.OperationalError as error:
            raise self._refused(error) from error

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, *rest: object) -> None:
        try:
            self.connection.execute("commit" if kind is None else "rollback")
        except sqlite3.OperationalError as refusal:
            if self.connection.in_transaction:
                self.connection.rollback()
            if kind is None:
                raise self._refused(refusal) from refusal
        if isinstance(error, sqlite3.OperationalError):
            raise self._refused(error) from error

    def _refused(self, error: sqlite3.OperationalError) -> LibraryError:
        why = "make room, or let the other program finish, and run it again; what was added before stays"
        return LibraryError(f"{self.path}: cannot be written ({error}); {why}")


def _kept(page: Page) -> tuple[str, str, str, bytes]:
    """Give a page as its columns: source, media, what was known from outside as JSON, the bytes packed."""
    about = {k: getattr(page, k) for k in ("url", "outlet", "title", "published", "crawled") if getattr(page, k)}
    return page.source, page.media, json.dumps(about, ensure_ascii=False), zlib.compress(page.content, 6)


def _page(row: sqlite3.Row) -> Page:
    return Page(row["source"], zlib.decompress(row["content"]), row["media"], **json.loads(row["about"]))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

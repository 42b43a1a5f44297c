"""The library: idempotent, transactional, searched in any spelling, and never silently wrong."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from riwaya.across import Gathered, Judgement
from riwaya.batch import Reading
from riwaya.collect import add_pages, rebuild
from riwaya.errors import LibraryError
from riwaya.model import Page, Record
from riwaya.store.codec import dumps, loads
from riwaya.store.library import Library, open_library
from riwaya.store.search import search

PAGES = [
    Page(
        "a.txt",
        "فاغنر تنسحب من بنغازي\nقال المشير خليفة حفتر إن قوات فاغنر انسحبت من بنغازي.".encode(),
        "text",
        published="2024-01-02",
    ),
    Page(
        "b.txt",
        "بيان جديد\nوأضاف البيان أن الدعم سيصل للمشير وفاغنر قريبا إلى درنة.".encode(),
        "text",
        published="2024-02-03",
    ),
]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shelf = open_library(tmp_path / "news.riwaya")
    add_pages(shelf, PAGES)
    return shelf


def test_a_record_survives_the_way_through_text(reading: Reading, gathered: Gathered) -> None:
    for record in reading.records:
        assert loads(dumps(record), Record) == record
    assert loads(dumps(gathered), Gathered) == gathered


def test_adding_twice_adds_once(library: Library) -> None:
    again = add_pages(library, PAGES)
    assert (again.new, again.known, len(library)) == (0, 2, 2)
    assert {r.document.source for r in library.records()} == {"a.txt", "b.txt"}


def test_what_was_gathered_is_read_back(library: Library) -> None:
    rebuild(library)
    rebuild(library)
    assert {d for s in library.gathered().stories for d in s.documents} == {r.document.id for r in library.records()}
    assert library.check() == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("فاغنر", {"a.txt", "b.txt"}),
        ("المشير", {"a.txt", "b.txt"}),
        ("وفاغنر", {"a.txt", "b.txt"}),
        ("درنه", {"b.txt"}),
        ('"خليفة حفتر"', {"a.txt"}),
        ("غائب", set()),
        ('" OR *', set()),
        ("", set()),
    ],
)
def test_search_finds_every_spelling(library: Library, words: str, found: set[str]) -> None:
    sources = {r.document.id: r.document.source for r in library.records()}
    assert {sources[f.document] for f in search(library.connection, words)} == found


def test_search_by_day(library: Library) -> None:
    assert [f.published for f in search(library.connection, "فاغنر", since="2024-02-01")] == ["2024-02-03"]
    assert [f.published for f in search(library.connection, "فاغنر", until="2024-01-31")] == ["2024-01-02"]


def test_a_page_is_added_whole_or_not_at_all(library: Library) -> None:
    record = next(library.records())
    broken = replace(record, document=replace(record.document, id="dnew"), mentions=(None,))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        library.add(PAGES[0], broken)
    assert len(library) == 2
    assert not library.has("dnew")


def test_judgements_are_kept(library: Library) -> None:
    library.judge("same", "e1", "e2", author="amal", note="one man")
    rebuild(library)
    with pytest.raises(sqlite3.IntegrityError):
        library.connection.execute("delete from judgement")
    with pytest.raises(sqlite3.IntegrityError):
        library.connection.execute("update judgement set kind = 'wrong'")
    assert library.judgements() == (Judgement("same", "e1", "e2", "amal", "one man"),)


def test_judgements_are_applied_at_every_rebuild(library: Library) -> None:
    rebuild(library)
    person, place = (next(e for e in library.gathered().entities if e.type == kind) for kind in ("PERSON", "PLACE"))
    library.judge("wrong", place.id, author="amal")
    library.judge("wrong", f"{person.name}|PERSON", "ORGANIZATION", author="amal")
    for _ in range(2):
        rebuild(library)
        found = {entity.id: entity.type for entity in library.gathered().entities}
        assert place.id not in found and found[person.id] == "ORGANIZATION"


def test_readers_read_while_it_writes(library: Library) -> None:
    reader = open_library(library.path, read_only=True)
    with library.writing():
        library.connection.execute("update document set language = 'ar'")
        assert len(reader) == 2
    reader.close()


def test_other_files_are_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "text.riwaya").write_bytes(b"no database at all, just text" * 100)
    other = sqlite3.connect(tmp_path / "other.riwaya")
    other.execute("create table t (x)")
    other.close()
    later = sqlite3.connect(tmp_path / "later.riwaya")
    later.executescript("pragma application_id = 0x72697761; pragma user_version = 99; create table t (x);")
    later.close()
    for name, word in (("text", "damaged"), ("other", "another program"), ("later", "later Riwaya")):
        with pytest.raises(LibraryError, match=word):
            open_library(tmp_path / f"{name}.riwaya")
    with pytest.raises(LibraryError, match="no such library"):
        open_library(tmp_path / "none.riwaya", read_only=True)

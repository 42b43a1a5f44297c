"""Exports hold what the record holds, in the forms their users' tools read."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from pathlib import Path

import pytest

from riwaya.across import Gathered
from riwaya.batch import Reading
from riwaya.collect import add_pages, rebuild
from riwaya.errors import InputError
from riwaya.model import Page
from riwaya.store.columnar import arrow_tables, questions
from riwaya.store.export import FORMATS, export, load_rows
from riwaya.store.jsonl import write_record
from riwaya.store.library import open_library
from riwaya.store.tables import COLUMNS, as_csv, tables


@pytest.fixture
def record(reading: Reading, gathered: Gathered, tmp_path: Path) -> Path:
    write_record(tmp_path / "record", reading.records, gathered)
    return tmp_path / "record"


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_written_whole(form: str, record: Path, tmp_path: Path) -> None:
    if form == "wacz":
        record = tmp_path / "news.riwaya"
        with open_library(record) as library:
            add_pages(library, [Page("a.txt", "وصل الوفد إلى تونس.".encode(), "text")])
    files = export(record, form, tmp_path / "out")
    assert files
    assert not list((tmp_path / "out").glob(".*"))
    for path in files:
        if path.suffix in (".jsonl",):
            assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def test_tables_open_in_a_spreadsheet(record: Path, tmp_path: Path) -> None:
    files = {p.stem: p for p in export(record, "csv", tmp_path / "out")}
    assert set(files) == set(COLUMNS) - {"texts"}
    assert files["documents"].read_bytes().startswith(b"\xef\xbb\xbf")
    with files["documents"].open(encoding="utf-8-sig", newline="") as lines:
        assert len(list(csv.DictReader(lines))) == 10


def test_a_cell_is_no_formula() -> None:
    assert as_csv([{"a": "=1+1", "b": 2}], ["a", "b"]).splitlines() == ["a,b", "'=1+1,2"]
    assert as_csv([], ["a", "b"]).splitlines() == ["a,b"]


def test_annotations_quote_the_very_words(record: Path, tmp_path: Path) -> None:
    texts = {}
    for line in (record / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["url"] or row["source"]] = row["text"]
    (path,) = export(record, "annotations", tmp_path / "out")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    chains = {json.loads(line)["id"]: json.loads(line)["sources"] for line in
              (record / "claims.jsonl").read_text(encoding="utf-8").splitlines()}  # fmt: skip
    assert len(rows) == len(chains)
    for row in rows:
        targets = row["target"] if isinstance(row["target"], list) else [row["target"]]
        links = [body for body in row["body"] if body["type"] == "SpecificResource"]
        for words in (*targets, *links):
            quote, position = words["selector"]
            text = texts[words["source"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])
        named = [body["selector"][0]["exact"] for body in links if body["purpose"] == "identifying"]
        assert named == [source["text"] for source in chains[row["id"].removeprefix("urn:riwaya:")]]
        assert any(body["purpose"] == "highlighting" for body in links)


def test_ftm_entities_have_what_their_schema_needs(record: Path, tmp_path: Path) -> None:
    (path,) = export(record, "ftm", tmp_path / "out")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    for row in rows:
        need = {"Person": ["name"], "Organization": ["name"], "Mention": ["document", "name"], "Event": ["name"]}
        assert all(row["properties"].get(key) for key in need.get(row["schema"], []))
        assert all(isinstance(v, str) for many in row["properties"].values() for v in many)


def test_followthemoney_loads_what_is_exported(record: Path, tmp_path: Path) -> None:
    from followthemoney import model

    (path,) = export(record, "ftm", tmp_path / "out")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        entity = model.get_proxy(row)
        entity.schema.validate(row)
        kept = entity.to_dict()["properties"]
        assert {key: set(values) for key, values in kept.items()} == {
            key: set(values) for key, values in row["properties"].items()
        }


def test_coded_tables_have_their_columns_and_invent_nothing(record: Path, tmp_path: Path) -> None:
    (path,) = export(record, "polecat", tmp_path / "out")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert rows
    assert len(rows[0]) == 40
    (path,) = export(record, "acled", tmp_path / "out")
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        assert len(table.fieldnames or []) == 31
        assert all(row["event_date"] or not row["time_precision"] for row in table)


def test_plover_offsets_give_the_words(record: Path, tmp_path: Path) -> None:
    texts = {}
    for line in (record / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["url"] or row["source"]] = row["text"]
    (path,) = export(record, "plover", tmp_path / "out")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows
    for row in rows:
        at = row["text_info"]
        assert texts[row["cite_info"]["url"]][at["start"] : at["end"]] == row["event_text"]
        assert {"id", "actor", "event"} <= set(row)


def test_no_row_has_a_column_that_is_not_declared(record: Path) -> None:
    for name, table in tables(load_rows(record)).items():
        assert {key for row in table for key in row} <= set(COLUMNS[name]), name


def test_parquet_holds_what_the_tables_hold(record: Path, tmp_path: Path) -> None:
    import duckdb

    export(record, "parquet", tmp_path / "out")
    for name, table in tables(load_rows(record)).items():
        rows = duckdb.sql(f"select * from '{tmp_path / 'out' / name}.parquet'")
        assert rows.columns == list(COLUMNS[name])
        assert len(rows.fetchall()) == len(table)


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_question_has_an_answer(name: str, record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb

    export(record, "parquet", tmp_path / "out")
    monkeypatch.chdir(tmp_path / "out")
    assert duckdb.sql((tmp_path / "out" / f"{name}.sql").read_text(encoding="utf-8")).fetchall()


def test_a_lone_surrogate_harms_no_table(record: Path) -> None:
    rows = load_rows(record)
    rows["problems"] = [{"step": "read", "message": "\ud800", "source": None, "start": None, "end": None}]
    assert arrow_tables(rows)["problems"].to_pylist()[0]["message"] == "?"


def test_timeml_is_xml_that_marks_every_outer_time(record: Path, tmp_path: Path) -> None:
    import xml.etree.ElementTree as ET

    rows = load_rows(record)
    for row, path in zip(rows["documents"], export(record, "timeml", tmp_path / "out"), strict=True):
        whole = ET.parse(path).getroot()
        body = whole.find("TEXT")
        assert body is not None
        assert "".join(body.itertext()) == row["text"]
        marked = ["".join(found.itertext()) for found in body.iter("TIMEX3")]
        assert set(marked) <= {d["text"] for d in row["dates"]}
        assert bool(marked) == bool(row["dates"])


def test_the_evidence_of_a_story_is_read_again(tmp_path: Path) -> None:
    import zipfile

    from riwaya.page.intake import find_pages

    html = "<html><body><h1>وصول الوفد</h1><p>وصل الوفد إلى تونس يوم الاثنين.</p></body></html>"
    page = Page("a.html", html.encode(), "html", url="https://madar.example/a?b=1")
    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, [page])
        rebuild(library)
        (story,) = library.gathered().stories
    (path,) = export(tmp_path / "news.riwaya", "wacz", tmp_path / "out", story=story.id)
    first = path.read_bytes()
    (back,) = find_pages([str(path)])
    assert isinstance(back, Page)
    assert (back.url, back.content) == (page.url, page.content)
    with zipfile.ZipFile(path) as whole:
        line = whole.read("indexes/index.cdx").decode()
        about = json.loads(line[line.index("{") :])
        archive = whole.read("archive/data.warc.gz")
        package = json.loads(whole.read("datapackage.json"))
        for part in package["resources"]:
            assert part["hash"] == "sha256:" + hashlib.sha256(whole.read(part["path"])).hexdigest()
    assert line.startswith("example,madar)/a?b=1 ")
    assert gzip.decompress(archive[int(about["offset"]) :][: int(about["length"])]).startswith(b"WARC/1.1")
    export(tmp_path / "news.riwaya", "wacz", tmp_path / "out", story=story.id)
    assert path.read_bytes() == first


def test_what_cannot_be_exported_is_told_in_words(record: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no pages"):
        export(record, "wacz", tmp_path / "out")
    with pytest.raises(InputError, match="no library"):
        export(record, "csv", tmp_path / "out", story="s1")
    open_library(tmp_path / "news.riwaya").close()
    with pytest.raises(InputError, match="no story s1"):
        export(tmp_path / "news.riwaya", "csv", tmp_path / "out", story="s1")

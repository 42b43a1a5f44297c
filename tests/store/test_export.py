"""Exports hold what the record holds, in the forms their users' tools read."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from riwaya.batch import Reading
from riwaya.model import Gathered
from riwaya.store.export import FORMATS, export
from riwaya.store.jsonl import write_record
from riwaya.store.tables import TABLES, as_csv


@pytest.fixture
def record(reading: Reading, gathered: Gathered, tmp_path: Path) -> Path:
    write_record(tmp_path / "record", reading.records, gathered)
    return tmp_path / "record"


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_written_whole(form: str, record: Path, tmp_path: Path) -> None:
    files = export(record, form, tmp_path / "out")
    assert files
    assert not list((tmp_path / "out").glob(".*"))
    for path in files:
        if path.suffix in (".jsonl",):
            assert all(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def test_tables_open_in_a_spreadsheet(record: Path, tmp_path: Path) -> None:
    files = {p.stem: p for p in export(record, "csv", tmp_path / "out")}
    assert set(files) == set(TABLES)
    assert files["documents"].read_bytes().startswith(b"\xef\xbb\xbf")
    with files["documents"].open(encoding="utf-8-sig", newline="") as lines:
        assert len(list(csv.DictReader(lines))) == 10


def test_a_cell_is_no_formula() -> None:
    assert as_csv([{"a": "=1+1", "b": 2}]).splitlines() == ["a,b", "'=1+1,2"]


def test_annotations_quote_the_very_words(record: Path, tmp_path: Path) -> None:
    texts = {}
    for line in (record / "documents.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts[row["url"] or row["source"]] = row["text"]
    (path,) = export(record, "annotations", tmp_path / "out")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert rows
    for row in rows:
        quote, position = row["target"]["selector"]
        assert texts[row["target"]["source"]][position["start"] : position["end"]] == quote["exact"]


def test_ftm_entities_have_what_their_schema_needs(record: Path, tmp_path: Path) -> None:
    (path,) = export(record, "ftm", tmp_path / "out")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    for row in rows:
        need = {"Person": ["name"], "Organization": ["name"], "Mention": ["document", "name"], "Event": ["name"]}
        assert all(row["properties"].get(key) for key in need.get(row["schema"], []))
        assert all(isinstance(v, str) for many in row["properties"].values() for v in many)


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

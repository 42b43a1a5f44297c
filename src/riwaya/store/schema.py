"""A record against the schema that ships with the program, and against itself.

Goes in: the rows of a record (`store.jsonl.rows`) or a folder. Comes out: nothing, or an error that names the file, the
line and the key. Beyond the schema: every span lies inside its document's text and gives the words it claims, and every
id that is spoken of exists.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from riwaya.errors import RecordError
from riwaya.store.jsonl import FILES

__all__ = ["SCHEMA_NAMES", "check_folder", "check_rows"]

#: The definition in the schema for each file of a record.
SCHEMA_NAMES = {
    "documents": "document", "entities": "entity", "claims": "claim", "events": "event", "stories": "story",
    "differences": "difference", "problems": "problem",
}  # fmt: skip
Rows = dict[str, list[dict[str, Any]]]


@cache
def _validators() -> dict[str, Draft202012Validator]:
    schema = json.loads(files("riwaya").joinpath("data", "record.schema.json").read_text(encoding="utf-8"))
    defs = schema["$defs"]
    return {
        name: Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": defs}) for name, kind in SCHEMA_NAMES.items()
    }


def check_folder(folder: Path) -> None:
    """Check a record on disk.

    Raises:
        RecordError: names the file, the line and the key that is wrong.
    """
    rows: Rows = {}
    for name in FILES:
        path = folder / f"{name}.jsonl"
        if not path.is_file():
            raise RecordError(f"{path}: there is no such file; is {folder} a record that `riwaya read` wrote?")
        rows[name] = []
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line:
                try:
                    rows[name].append(json.loads(line))
                except json.JSONDecodeError as error:
                    raise RecordError(f"{path}: line {number}: {error.msg}; write the record again") from error
    check_rows(rows)


def check_rows(rows: Rows) -> None:
    """Check the rows of a record.

    Raises:
        RecordError: names the file, the row and the key that is wrong.
    """
    for name, many in rows.items():
        for number, row in enumerate(many, 1):
            for error in _validators()[name].iter_errors(row):
                raise RecordError(f"{name}.jsonl: line {number}: {error.json_path}: {error.message[:300]}")
    texts = {row["id"]: row["text"] for row in rows["documents"]}
    for where, document, start, end, words in _spans(rows):
        if document not in texts:
            raise RecordError(f"{where}: speaks of document {document}, which is not in the record")
        if not 0 <= start <= end <= len(texts[document]):
            raise RecordError(f"{where}: span {start} to {end} lies outside its document's text")
        if words is not None and texts[document][start:end] != words:
            raise RecordError(f"{where}: the words {words!r} do not stand at {start} to {end}")
    for where, key, known in _references(rows):
        if key not in known:
            raise RecordError(f"{where}: speaks of {key}, which is not in the record")


def _spans(rows: Rows) -> Iterator[tuple[str, str, int, int, str | None]]:
    """Give every span as (where, document, start, end, the words it claims or None)."""
    for row in rows["documents"]:
        inside = [*row["blocks"], *row["sentences"], *row["dates"], *([row["title"]] if row["title"] else [])]
        for part in inside:
            yield f"documents.jsonl: {row['id']}", row["id"], part["start"], part["end"], part.get("text")
    for row in rows["entities"]:
        for m in row["mentions"]:
            yield f"entities.jsonl: {row['id']}", m["document"], m["start"], m["end"], m["text"]
    for row in rows["claims"]:
        where = f"claims.jsonl: {row['id']}"
        yield where, row["document"], row["start"], row["end"], None
        yield where, row["document"], row["cue"]["start"], row["cue"]["end"], row["cue"]["text"]
        for s in row["sources"]:
            yield where, s["document"], s["start"], s["end"], s["text"]
    for row in rows["events"]:
        for r in [*row["reports"], *row["numbers"]]:
            yield f"events.jsonl: {row['id']}", r["document"], r["start"], r["end"], None
    for row in rows["differences"]:
        for e in (e for value in row["values"] for e in value["reports"]):
            words = e["text"] if e["end"] > e["start"] else None
            yield f"differences.jsonl: {row['id']}", e["document"], e["start"], e["end"], words


def _references(rows: Rows) -> Iterator[tuple[str, str, set[str]]]:
    """Give every id spoken of as (where, id, the ids there are)."""
    known = {name: {row["id"] for row in rows[name]} for name in SCHEMA_NAMES if name != "problems"}
    for row in rows["claims"]:
        for s in row["sources"]:
            if s["entity"] is not None:
                yield f"claims.jsonl: {row['id']}", s["entity"], known["entities"]
    for row in rows["events"]:
        where = f"events.jsonl: {row['id']}"
        for part in (row, *row["reports"]):
            yield from ((where, w["entity"], known["entities"]) for w in part["who"])
            yield from ((where, place, known["entities"]) for place in part["where"])
        yield from ((where, claim, known["claims"]) for r in row["reports"] for claim in r["claims"])
    for row in rows["stories"]:
        where = f"stories.jsonl: {row['id']}"
        yield from ((where, d, known["documents"]) for d in row["documents"])
        yield from ((where, e, known["events"]) for e in row["events"])
    for row in rows["differences"]:
        where = f"differences.jsonl: {row['id']}"
        yield where, row["story"], known["stories"]
        yield where, row["about"], known["entities"] | known["events"]

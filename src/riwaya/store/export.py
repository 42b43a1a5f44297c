"""A record written in other programs' formats: one table of formats, files renamed into place when they are whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from riwaya.errors import InputError, RecordError
from riwaya.store.coded import acled, plover, polecat
from riwaya.store.columnar import parquet
from riwaya.store.evidence import evidence
from riwaya.store.jsonl import FILES, rows
from riwaya.store.library import open_library
from riwaya.store.linked import FORMATS as LINKED
from riwaya.store.queries import story_parts
from riwaya.store.tables import table_files
from riwaya.store.timeml import timeml

__all__ = ["FORMATS", "export", "load_rows"]

Rows = dict[str, list[dict[str, Any]]]
#: What is made of a record's rows.
_OF_ROWS = {"csv": table_files, "parquet": parquet, "plover": plover, "polecat": polecat, "acled": acled,
            "timeml": timeml, **LINKED}  # fmt: skip
#: All formats by the name that the command line gives them; `wacz` is made of a library, which has the pages.
FORMATS = (*_OF_ROWS, "wacz")


def load_rows(source: Path, *, story: str | None = None) -> Rows:
    """Give the rows of a record folder or of a library file, or of one story of a library.

    Raises:
        RiwayaError: it is neither, or there is no such story; the message names it.
    """
    if source.is_file():
        with open_library(source, read_only=True) as library:
            if story is None:
                return rows(tuple(library.records()), library.gathered())
            parts = story_parts(library, story)
        if parts is None:
            raise InputError(f"{source}: there is no story {story}; its ids stand in the reading room's addresses")
        return rows(*parts)
    if story is not None:
        raise InputError(f"{source}: is no library; one story is exported from a library that `riwaya add` made")
    loaded = {}
    for name in FILES:
        path = source / f"{name}.jsonl"
        if not path.is_file():
            raise RecordError(f"{path}: there is no such file; give a record that `riwaya read` wrote, or a library")
        loaded[name] = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return loaded


def export(source: Path, form: str, folder: Path, *, story: str | None = None) -> tuple[Path, ...]:
    """Write a record, a library or one of its stories in one of FORMATS into a folder; give the files written."""
    written = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _files(source, form, story):
        part = folder / f".{name}.part"
        part.write_bytes(content)
        part.replace(folder / name)
        written.append(folder / name)
    return tuple(written)


def _files(source: Path, form: str, story: str | None) -> Iterator[tuple[str, bytes]]:
    if form in _OF_ROWS:
        yield from _OF_ROWS[form](load_rows(source, story=story))
        return
    if not source.is_file():
        raise InputError(f"{source}: holds no pages; a WACZ is made of a library that `riwaya add` made")
    documents = [row["id"] for row in load_rows(source, story=story)["documents"]]
    with open_library(source, read_only=True) as library:
        yield f"{story or source.stem}.wacz", evidence(library, documents)

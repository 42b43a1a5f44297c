"""A record written in other programs' formats: one table of formats, files renamed into place when they are whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from riwaya.errors import RecordError
from riwaya.store.coded import acled, plover, polecat
from riwaya.store.jsonl import FILES, rows
from riwaya.store.library import open_library
from riwaya.store.linked import FORMATS as LINKED
from riwaya.store.tables import table_files

__all__ = ["FORMATS", "export", "load_rows"]

FORMATS = {"csv": table_files, "plover": plover, "polecat": polecat, "acled": acled, **LINKED}


def load_rows(source: Path) -> dict[str, list[dict[str, Any]]]:
    """Give the rows of a record folder or of a library file.

    Raises:
        RiwayaError: it is neither; the message names it.
    """
    if source.is_file():
        with open_library(source, read_only=True) as library:
            return rows(tuple(library.records()), library.gathered())
    loaded = {}
    for name in FILES:
        path = source / f"{name}.jsonl"
        if not path.is_file():
            raise RecordError(f"{path}: there is no such file; give a record that `riwaya read` wrote, or a library")
        loaded[name] = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return loaded


def export(source: Path, form: str, folder: Path) -> tuple[Path, ...]:
    """Write a record or library in one of FORMATS into a folder; give the files written."""
    written = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in FORMATS[form](load_rows(source)):
        part = folder / f".{name}.part"
        part.write_bytes(content)
        part.replace(folder / name)
        written.append(folder / name)
    return tuple(written)

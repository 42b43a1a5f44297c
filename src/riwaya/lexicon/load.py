"""Language data from TOML files into entries; a file that breaks its rules is an error that names file and entry.

Goes in: a file under `riwaya/data` and the entry type (a frozen dataclass). Comes out: a tuple of entries. Keys that the
type does not know, and keys it needs and does not get, are errors. Every entry type has `id` and `examples`.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar
from zlib import crc32

from riwaya.errors import LanguageDataError

__all__ = ["PACKED", "data_files", "load_entries", "read_toml"]

#: All files of language data in one, by name: {"crc32": of the file, "tables": its content}.
PACKED = "gazetteers/packed.json.gz"

Entry = TypeVar("Entry")


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Give a data file's content; `name` is its path under `riwaya/data`. It is read once: do not change what you get.

    Raises:
        LanguageDataError: the file is missing or is no TOML; the message names the file and the line.
    """
    try:
        content = files("riwaya").joinpath("data", name).read_bytes()
        ready = _packed().get(name)  # passed over where the file has changed since
        if ready is not None and ready["crc32"] == crc32(content):
            return dict(ready["tables"])
        return tomllib.loads(content.decode("utf-8"))
    except FileNotFoundError as error:
        raise LanguageDataError(f"data/{name}: there is no such file of language data") from error
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"data/{name}: {error}") from error


@cache
def _packed() -> dict[str, Any]:
    """Give all files as `training/build_gazetteers.py` packed them: ten times quicker to read."""
    try:
        return dict(json.loads(gzip.decompress(files("riwaya").joinpath("data", PACKED).read_bytes())))
    except FileNotFoundError:
        return {}


def data_files(folder: str) -> tuple[str, ...]:
    """Give the names of the TOML files in a folder under `riwaya/data`, sorted."""
    inside = files("riwaya").joinpath("data", folder).iterdir()
    return tuple(sorted(f"{folder}/{item.name}" for item in inside if item.name.endswith(".toml")))


def load_entries(name: str, table: str, kind: type[Entry]) -> tuple[Entry, ...]:
    """Give the entries of one array of tables, `[[table]]`, in one file, as objects of one type.

    Raises:
        LanguageDataError: an unknown key, a missing key, or two entries of one id.
    """
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    needed = {n for n, f in known.items() if f.default is MISSING and f.default_factory is MISSING}
    entries, seen = [], set()
    for number, row in enumerate(read_toml(name).get(table, []), 1):
        where = f"data/{name}: [[{table}]] {row.get('id', f'number {number}')}"
        if odd := sorted(set(row) - set(known)):
            raise LanguageDataError(f"{where}: unknown key {', '.join(odd)}; it may have {', '.join(known)}")
        if missing := sorted(needed - set(row)):
            raise LanguageDataError(f"{where}: missing key {', '.join(missing)}")
        if row.get("id") in seen:
            raise LanguageDataError(f"{where}: an entry of this id stands above")
        seen.add(row.get("id"))
        entries.append(kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}))
    return tuple(entries)

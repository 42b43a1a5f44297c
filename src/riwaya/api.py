"""What a notebook calls: read a page, open a library, get tables for data frames.

import riwaya

record = riwaya.read("page.html")
library = riwaya.open("news.riwaya")
claims = riwaya.arrow(library)["claims"].to_pandas()   # or polars.from_arrow(...)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from riwaya.compare.together import gather
from riwaya.errors import InputError
from riwaya.model import Page, Record
from riwaya.page.intake import find_pages
from riwaya.record import read as read_page
from riwaya.store.jsonl import rows
from riwaya.store.library import Library, open_library
from riwaya.store.tables import tables as flat_tables

if TYPE_CHECKING:
    import pyarrow

__all__ = ["arrow", "open", "read", "tables"]


def read(page: Page | str | Path) -> Record:
    """Read one page: a `Page`, or the path of a saved one.

    Raises:
        InputError: the path is no page that can be read; the message says why.
    """
    if isinstance(page, Page):
        return read_page(page)
    for found in find_pages([str(page)]):
        if isinstance(found, Page):
            return read_page(found)
        raise InputError(f"{found.source}: {found.message}")
    raise InputError(f"{page}: there is no page in it")


def open(path: str | Path) -> Library:
    """Open a library, making it if it is not there.

    Raises:
        LibraryError: the file is no library, is damaged, or was written by a later version.
    """
    return open_library(path)


def tables(source: Library | Record) -> dict[str, list[dict[str, Any]]]:
    """Give every table of a library, or of one record, as lists of flat rows for pandas or polars."""
    return flat_tables(_rows(source))


def arrow(source: Library | Record) -> dict[str, pyarrow.Table]:
    """Give every table of a library, or of one record, as Arrow tables: `to_pandas()`, or `polars.from_arrow` on one.

    Raises:
        RiwayaError: pyarrow is not installed; pip install "riwaya[tables]".
    """
    from riwaya.store.columnar import arrow_tables

    return arrow_tables(_rows(source))


def _rows(source: Library | Record) -> dict[str, list[dict[str, Any]]]:
    if isinstance(source, Record):
        return rows([source], gather([source]))
    return rows(tuple(source.records()), source.gathered())

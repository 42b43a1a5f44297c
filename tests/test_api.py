"""What a notebook calls."""

from __future__ import annotations

from pathlib import Path

import pytest

import riwaya
from riwaya.collect import add_pages
from riwaya.errors import InputError
from riwaya.page.intake import find_pages

PAGE = Path(__file__).resolve().parent.parent / "samples" / "pages" / "04-marfa-sfax.html"


def test_a_saved_page_is_read() -> None:
    record = riwaya.read(PAGE)
    assert record.document.title
    assert record.claims
    assert {row["document"] for row in riwaya.tables(record)["mentions"]} == {record.document.id}


def test_a_missing_page_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.html"):
        riwaya.read(tmp_path / "none.html")


def test_a_library_gives_tables(tmp_path: Path) -> None:
    with riwaya.open(tmp_path / "news.riwaya") as library:
        add_pages(library, find_pages([str(PAGE)]))
        assert [row["outlet"] for row in riwaya.tables(library)["documents"]] == ["المرفأ نيوز"]

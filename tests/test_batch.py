"""Many pages: in order, whatever the number of workers, and none lost to a bad one."""

from __future__ import annotations

import os
import signal
import time
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest

from riwaya.batch import Guard, read_pages
from riwaya.model import Page, Problem, Record
from riwaya.page.connection import Answer
from riwaya.page.intake import find_pages
from riwaya.page.keep import packed_answer
from riwaya.record import read


def _page(name: str) -> Page:
    return Page(name, f"وصل الوزير إلى تونس يوم الاثنين، صفحة {name}.".encode(), "text")


def _hostile(page: Page) -> Record:
    """Read a page, unless its name says what it does to its worker."""
    if page.source.startswith("hang"):
        time.sleep(600)
    if page.source.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if page.source.startswith("eat"):
        return bytearray(10**11)  # type: ignore[return-value]
    return read(page)


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_pages_come_back_in_order(workers: int) -> None:
    pages = [_page(f"{n}.txt") for n in range(12)]
    result = read_pages(iter(pages), workers=workers)
    assert [r.document.source for r in result.records] == [p.source for p in pages]
    assert result.problems == ()


def test_a_page_that_hangs_kills_or_eats_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.batch.read", _hostile)
    bad = {3: "hang.txt", 5: "kill.txt", 8: "eat.txt"}
    pages: list[Page | Problem] = [_page(bad.get(n, f"{n}.txt")) for n in range(12)]
    pages.insert(7, Problem("intake", "is empty", "empty.txt"))
    result = read_pages(pages, workers=2, guard=Guard(seconds=6.0, megabytes=6000))
    told = {p.source: p.message for p in result.problems}
    assert set(told) == {"hang.txt", "kill.txt", "eat.txt", "empty.txt"}
    assert "seconds" in told["hang.txt"]
    assert "worker" in told["kill.txt"]
    assert "memory" in told["eat.txt"]
    assert [r.document.source for r in result.records] == [f"{n}.txt" for n in range(12) if n not in bad]


def test_the_same_page_twice_is_one_record() -> None:
    assert len(read_pages([_page("a.txt"), _page("a.txt")]).records) == 1


def test_five_thousand_pages_are_all_accounted_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Among them one that hangs, one that kills its worker, one that eats memory, and an archive that breaks off."""
    monkeypatch.setattr("riwaya.batch.read", _hostile)
    archive = tmp_path / "news.warc.gz"
    packed = [packed_answer(_answer(n), when=datetime(2024, 1, 2, tzinfo=UTC)) for n in range(1000)]
    archive.write_bytes(b"".join(packed[:990]) + packed[990][:-40])
    bad = {1000: "hang.txt", 2000: "kill.txt", 3000: "eat.txt"}
    pages = (_page(bad.get(n, f"{n:04}.txt")) for n in range(4010))
    result = read_pages(chain(pages, find_pages([str(archive)])), workers=2, guard=Guard(seconds=5.0, megabytes=6000))
    told = {p.source: p.message for p in result.problems}
    assert set(told) == {*bad.values(), str(archive)}
    assert "breaks off" in told[str(archive)]
    expected = [f"{n:04}.txt" for n in range(4010) if n not in bad] + [f"https://madar.example/{n}" for n in range(990)]
    assert [r.document.source for r in result.records] == expected


def _answer(number: int) -> Answer:
    html = f"<html><body><h1>وصول الوفد</h1><p>وصل الوفد {number} إلى تونس.</p></body></html>"
    return Answer(f"https://madar.example/{number}", 200, (("content-type", "text/html"),), html.encode())

"""Many pages: in order, whatever the number of workers, and none lost to a bad one."""

from __future__ import annotations

import os
import signal
import time

import pytest

from riwaya.batch import Guard, read_pages
from riwaya.model import Page, Problem, Record
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

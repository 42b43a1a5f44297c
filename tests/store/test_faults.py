"""What is acknowledged stays, whatever dies: real processes, real kills, a full disk, a damaged file, two writers."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from riwaya.batch import Guard
from riwaya.collect import add_pages, read_again, rebuild
from riwaya.errors import LibraryError
from riwaya.model import Page, Problem, Record
from riwaya.record import read
from riwaya.store.library import Library, open_library

FORK = multiprocessing.get_context("fork")
KILLS = 50


def _page(number: int) -> Page:
    text = f"قال الوزير سامي النجار يوم الاثنين 4 مارس 2024 إن الدفعة {number} وصلت إلى تونس."
    return Page(f"{number:04}.txt", text.encode(), "text")


def _sources(library: Library) -> list[str]:
    return [row[0] for row in library.connection.execute("select source from page order by source")]


def _add(path: Path, numbers: range, acknowledged: int) -> None:
    """Add pages and write each one's source to a pipe once it is said to be in the library."""
    with open_library(path) as library:
        add_pages(library, map(_page, numbers), lambda source: os.write(acknowledged, f"{source}\n".encode()) and None)


def test_a_program_killed_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    path, moments, told = tmp_path / "news.riwaya", random.Random(7), set()
    read(_page(0))  # the language data is loaded here once, so that the moments fall into the writing
    for _ in range(KILLS):
        out, into = os.pipe()
        program = FORK.Process(target=_add, args=(path, range(3000), into))
        program.start()
        os.close(into)
        time.sleep(moments.uniform(0.0, 0.08))
        assert program.pid
        os.kill(program.pid, signal.SIGKILL)
        program.join()
        with os.fdopen(out) as lines:
            told |= set(lines.read().split())
        if path.exists():
            with open_library(path) as library:
                assert library.check() == []
                held = Counter(_sources(library))
                assert set(held) >= told
                assert set(held.values()) <= {1}
    assert told


def test_workers_end_when_their_program_is_killed(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(400):
        (pages / f"{number}.txt").write_bytes(_page(number).content)
    arguments = [sys.executable, "-m", "riwaya", "add", str(tmp_path / "news.riwaya"), str(pages), "--workers", "2"]
    program = subprocess.Popen(arguments, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait(lambda: len(_of_group(program.pid)) >= 3)
    program.kill()
    program.wait()
    _wait(lambda: not _of_group(program.pid))


def test_asked_to_stop_it_finishes_what_is_in_hand(tmp_path: Path) -> None:
    pages, path = tmp_path / "pages", tmp_path / "news.riwaya"
    pages.mkdir()
    for number in range(600):
        (pages / f"{number:04}.txt").write_bytes(_page(number).content)
    arguments = [sys.executable, "-m", "riwaya", "add", str(path), str(pages), "--workers", "1"]
    program = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    _wait(lambda: path.exists() and _count(path) > 3)
    program.send_signal(signal.SIGINT)
    _, talk = program.communicate(timeout=60)
    assert (program.returncode, "run the same command again" in talk) == (130, True)
    with open_library(path) as library:
        assert 3 < len(library) < 600
        assert library.check() == []
        assert len(library.ungathered()) == len(library)


def _count(path: Path) -> int:
    try:
        with open_library(path, read_only=True) as library:
            return len(library)
    except (LibraryError, sqlite3.OperationalError):  # it is being made
        return 0


def _wait(ready: object, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not ready():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not come to pass"
        time.sleep(0.02)


def _of_group(group: int) -> list[int]:
    """Give the live processes of a group, from what the system tells of each."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, process_group = (folder / "stat").read_text().rsplit(")", 1)[1].split()[:3]
        except (OSError, ValueError):
            continue
        if int(process_group) == group and state != "Z":
            found.append(int(folder.name))
    return found


def _add_in_little_room(path: Path, told: object) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    with open_library(path) as library:
        try:
            add_pages(library, map(_page, range(4000)), lambda source: told.put(source))  # type: ignore[attr-defined]
        except LibraryError as error:
            told.put(f"error: {error}")  # type: ignore[attr-defined]


def test_a_full_disk_is_told_in_words_and_costs_nothing_that_was_added(tmp_path: Path) -> None:
    path, told = tmp_path / "news.riwaya", FORK.SimpleQueue()
    program = FORK.Process(target=_add_in_little_room, args=(path, told))
    program.start()
    lines: list[str] = []
    while not lines or not lines[-1].startswith("error: "):
        lines.append(told.get())
    program.join()
    assert "make room" in lines[-1]
    with open_library(path) as library:
        assert library.check() == []
        assert _sources(library) == lines[:-1]
        assert add_pages(library, map(_page, range(len(lines) + 3))).new == 4


def test_two_programs_add_to_one_library(tmp_path: Path) -> None:
    path = tmp_path / "news.riwaya"
    open_library(path).close()
    out, into = os.pipe()
    programs = [FORK.Process(target=_add, args=(path, numbers, into)) for numbers in (range(60), range(30, 90))]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    os.close(into)
    os.close(out)
    with open_library(path) as library:
        assert _sources(library) == [f"{number:04}.txt" for number in range(90)]
        assert library.check() == []


def test_a_damaged_library_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "news.riwaya"
    with open_library(path) as library:
        add_pages(library, map(_page, range(60)))
        rebuild(library)
    whole = bytearray(path.read_bytes())
    for at in range(8192, len(whole), 4096):
        whole[at : at + 2048] = bytes(2048)
    path.write_bytes(whole)
    for command in (["check", str(path)], ["export", str(path), "csv", str(tmp_path / "out")]):
        done = subprocess.run([sys.executable, "-m", "riwaya", *command], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert "copy" in done.stderr


def _some(page: Page) -> Record:
    if page.source == "0002.txt":
        raise ValueError("a fault in the program")
    return read(page)


def test_a_page_that_cannot_be_read_is_set_aside_until_it_can(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(tmp_path / "news.riwaya") as library:
        monkeypatch.setattr("riwaya.batch.read", _some)
        assert add_pages(library, map(_page, range(4)), guard=Guard()).new == 3
        ((page, problem),) = library.aside()
        assert page == _page(2)
        assert isinstance(problem, Problem) and "a fault in the program" in problem.message
        monkeypatch.undo()
        assert add_pages(library, map(_page, range(4))).new == 1
        assert list(library.aside()) == []


def test_pages_are_read_anew_from_their_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, map(_page, range(4)))
        rebuild(library)
        before = tuple(library.records())
        library.judge("note", before[0].document.id, author="amal", note="kept")
        monkeypatch.setattr("riwaya.batch.read", _some)
        again = read_again(library)
        assert (again.new, [p.source for p in again.problems]) == (3, ["0002.txt"])
        rebuild(library)
        assert tuple(library.records()) == before
        assert library.check() == []
        assert len(library.judgements()) == 1


def test_a_clock_that_goes_back_changes_no_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = iter([f"20{30 - n}-01-01T00:00:00+00:00" for n in range(30)])
    monkeypatch.setattr("riwaya.store.library._now", lambda: next(days))
    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, map(_page, range(4)))
        library.judge("same", "e1", "e2", author="amal")
        library.judge("undo", "e1", "e2", author="amal")
        assert [j.kind for j in library.judgements()] == ["same", "undo"]
        assert _sources(library) == [f"{n:04}.txt" for n in range(4)]

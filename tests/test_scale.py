"""Archives into a data set: every page accounted for, whatever hands out the work, and none read twice."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from riwaya.batch import Guard
from riwaya.cli import main
from riwaya.collect import add_dataset
from riwaya.errors import InputError
from riwaya.page.connection import Answer
from riwaya.page.keep import packed_answer
from riwaya.page.sift import Wanted, may_be_arabic
from riwaya.page.warc import read_warc
from riwaya.record import read
from riwaya.scale import archives_of, read_archive, records_of, remaining, run
from riwaya.store.library import open_library

PAGES = 6


@pytest.fixture
def archives(tmp_path: Path) -> list[str]:
    """Give three archives of Arabic pages with one English page each, crawled on three days."""
    out = []
    for number in range(3):
        path = tmp_path / f"{number}.warc.gz"
        when = datetime(2024, 3, 4 + number, tzinfo=UTC)
        bodies = [
            _html(f"وصل الوزير سامي النجار إلى تونس في الزيارة رقم {n}، وقال إن الزيارة ناجحة.") for n in range(PAGES)
        ]
        bodies.append(b"<html><body><p>" + b"The minister came to Tunis. " * 40 + b"</p></body></html>")
        path.write_bytes(b"".join(
            packed_answer(Answer(f"https://madar.example/{number}/{n}", 200, (("content-type", "text/html"),), body), when=when)
            for n, body in enumerate(bodies)
        ))  # fmt: skip
        out.append(str(path))
    return out


def _html(words: str) -> bytes:
    return f"<html><body><h1>زيارة الوزير</h1><p>{words} {'وكان في استقباله عدد من المسؤولين. ' * 3}</p></body></html>".encode()


def _urls(out: Path) -> list[str | None]:
    return sorted(page.url or "" for page, _ in records_of(out))


EXPECTED = sorted(f"https://madar.example/{a}/{n}" for a in range(3) for n in range(PAGES))


def test_every_page_is_in_the_data_set_as_it_is_read_here(archives: list[str], tmp_path: Path) -> None:
    out = tmp_path / "set"
    shares = run(archives, out, workers=2)
    assert [(s.pages, s.documents, s.problems) for s in shares] == [(PAGES, PAGES, ())] * 3
    assert sorted(path.name for path in out.glob("day=*")) == ["day=2024-03-04", "day=2024-03-05", "day=2024-03-06"]
    assert _urls(out) == EXPECTED
    assert all(read(page) == record for page, record in records_of(out))


@pytest.mark.parametrize("runner", ["daft", "ray"])
def test_the_engine_gives_what_the_pool_gives(runner: str, archives: list[str], tmp_path: Path) -> None:
    pytest.importorskip("daft", reason='the engines are an extra: pip install "riwaya[scale]"')
    run(archives, tmp_path / "pool", workers=2)
    command = [sys.executable, "-m", "riwaya", "scale", *archives, "--out", str(tmp_path / runner), "--workers", "2"]
    done = subprocess.run(
        [*command, "--runner", runner], capture_output=True, text=True, check=False
    )  # one engine a process
    assert done.returncode == 0, done.stderr
    assert list(records_of(tmp_path / runner)) == list(records_of(tmp_path / "pool"))


def test_what_is_done_is_not_read_again(archives: list[str], tmp_path: Path) -> None:
    out, told = tmp_path / "set", []
    run(archives[:2], out)
    assert remaining(archives, out) == (archives[2],)
    run(archives, out, lambda share: told.append(share.archive))
    assert told == [archives[2]]
    assert _urls(out) == EXPECTED


def test_an_archive_stopped_in_the_middle_is_read_once(archives: list[str], tmp_path: Path) -> None:
    out = tmp_path / "set"
    work = (archives[0], str(out), Wanted(), Guard())
    for moment in (0.05, 0.15, 0.3):
        program = multiprocessing.get_context("fork").Process(target=read_archive, args=work)
        program.start()
        time.sleep(moment)
        assert program.pid
        os.kill(program.pid, signal.SIGKILL)
        program.join()
    run(archives, out)
    assert _urls(out) == EXPECTED


def test_a_missing_and_a_broken_archive_cost_no_other(archives: list[str], tmp_path: Path) -> None:
    whole = Path(archives[1]).read_bytes()
    Path(archives[1]).write_bytes(whole[: len(whole) * 2 // 3])
    shares = run([*archives, "/nowhere.warc.gz"], tmp_path / "set")
    assert [bool(s.problems) for s in shares] == [False, True, False, True]
    assert "breaks off" in shares[1].problems[-1][1]
    assert 0 < shares[1].documents < PAGES


def test_a_data_set_goes_into_a_library_once(archives: list[str], tmp_path: Path) -> None:
    run(archives, tmp_path / "set")
    with open_library(tmp_path / "news.riwaya") as library:
        assert add_dataset(library, tmp_path / "set").new == 3 * PAGES
        assert add_dataset(library, tmp_path / "set").known == 3 * PAGES
        with pytest.raises(InputError, match="no data set"):
            add_dataset(library, tmp_path)


def test_the_commands(archives: list[str], tmp_path: Path) -> None:
    paths = tmp_path / "all.paths"
    paths.write_text("\n".join(archives), encoding="utf-8")
    out, library = str(tmp_path / "set"), str(tmp_path / "news.riwaya")
    plan = CliRunner().invoke(main, ["scale", str(paths), "--out", out, "--plan"])
    assert (plan.exit_code, (tmp_path / "set").exists()) == (0, False)
    assert "3 archives" in plan.output and "hours of one core" in plan.output
    done = CliRunner().invoke(main, ["scale", str(paths), "--out", out, "--workers", "1"])
    assert (done.exit_code, f"{3 * PAGES} documents" in done.output) == (0, True)
    added = CliRunner().invoke(main, ["add", library, out])
    assert (added.exit_code, f"{3 * PAGES} pages added" in added.output) == (0, True)
    with pytest.raises(InputError, match="cannot be read"):
        archives_of([str(tmp_path / "none.paths")])


@pytest.mark.parametrize(
    ("content", "declared", "expected"),
    [
        (("خبر عاجل من تونس " * 20).encode(), "", True),
        (("خبر عاجل من تونس " * 20).encode("cp1256"), "text/html; charset=windows-1256", True),
        (b"<meta charset=windows-1256>" + ("خبر " * 60).encode("cp1256"), "", True),
        (("خبر " * 60).encode("utf-16"), "", True),
        ("".join(f"&#{ord(letter)};" for letter in "خبر عاجل من تونس" * 20).encode(), "", True),
        (("News from Tunis; " * 400 + "تونس").encode(), "", False),
        (b"", "", False),
    ],
)
def test_what_is_hardly_arabic_is_told_from_its_bytes(content: bytes, declared: str, expected: bool) -> None:
    assert may_be_arabic(content, declared) is expected


def test_only_the_domains_that_are_wanted(archives: list[str]) -> None:
    assert len(list(read_warc(Path(archives[0]), Wanted(frozenset(["madar.example"]))))) == PAGES
    assert list(read_warc(Path(archives[0]), Wanted(frozenset(["other.example"])))) == []


def test_a_note_says_what_came_of_an_archive(archives: list[str], tmp_path: Path) -> None:
    run(archives[:1], tmp_path / "set")
    (note,) = (tmp_path / "set" / "done").glob("*.json")
    assert json.loads(note.read_text(encoding="utf-8"))["documents"] == PAGES
    assert gzip.decompress(Path(archives[0]).read_bytes()).startswith(b"WARC/1.1")

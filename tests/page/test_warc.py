"""Archives: every record becomes a page or a problem, none is lost. Needs FastWARC."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from riwaya.model import Page, Problem
from riwaya.page.article import as_document
from riwaya.page.intake import find_pages
from riwaya.page.limits import LARGEST_PAGE
from riwaya.page.sift import wanted_of

pytest.importorskip("fastwarc")
_A = "وصل وفد من صيادي بلدة الصفصاف إلى مرسى النخيل للمطالبة بإعادة فتح الميناء القديم أمام قواربهم."


def record(number: int, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/news/{number}\r\n"
        f"WARC-Date: 2021-05-03T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def page(number: int) -> bytes:
    return f"<html><body><h1>عنوان الخبر رقم {number}</h1><p>{_A}</p></body></html>".encode()


@pytest.mark.parametrize("packed", [False, True])
def test_a_thousand_pages(tmp_path: Path, packed: bool) -> None:
    records = [record(number, page(number)) for number in range(1000)]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(gzip.compress(one, 1) for one in records) if packed else b"".join(records))
    pages = [found for found in find_pages([str(path)]) if isinstance(found, Page)]
    assert [found.url for found in pages] == [f"https://a.example/news/{number}" for number in range(1000)]
    doc, problems = as_document(pages[7])
    assert (doc.crawled, problems) == ("2021-05-03", ()) and _A in doc.text


def test_other_records_and_too_large_ones(tmp_path: Path) -> None:
    path = tmp_path / "b.warc"
    path.write_bytes(
        record(0, page(0))
        + record(1, b"moved", status="301 Moved")
        + record(2, b"\x89PNG", kind="image/png")
        + record(3, b"<p>" + b"x" * (LARGEST_PAGE + 1))
        + record(4, page(4))
    )
    found = list(find_pages([str(path)]))
    assert [type(one) for one in found] == [Page, Problem, Page]


def test_an_archive_cut_in_the_middle(tmp_path: Path) -> None:
    whole = b"".join(gzip.compress(record(number, page(number))) for number in range(20))
    path = tmp_path / "c.warc.gz"
    path.write_bytes(whole[: len(whole) * 2 // 3])
    found = list(find_pages([str(path)]))
    pages = [one for one in found if isinstance(one, Page)]
    assert 5 < len(pages) < 20
    empty = tmp_path / "d.warc"
    empty.write_bytes(b"no archive at all")
    assert [type(one) for one in find_pages([str(empty)])] == [Problem]


@pytest.mark.parametrize("packed", [False, True])
def test_wherever_an_archive_is_cut_it_is_told(tmp_path: Path, packed: bool) -> None:
    parts = [gzip.compress(record(n, page(n)), mtime=0) if packed else record(n, page(n)) for n in range(3)]
    path = tmp_path / ("e.warc.gz" if packed else "e.warc")
    for left in range(1, len(parts[2])):
        path.write_bytes(parts[0] + parts[1] + parts[2][:left])
        found = list(find_pages([str(path)]))
        assert [one.url for one in found if isinstance(one, Page)] == [f"https://a.example/news/{n}" for n in range(2)]
        assert "breaks off" in found[-1].message if isinstance(found[-1], Problem) else False
        assert len(found) <= 4
    path.write_bytes(b"".join(parts))
    assert [type(one) for one in find_pages([str(path)])] == [Page, Page, Page]


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in members.items():
            whole.writestr(name, content)
    return path


def test_archives_in_a_zip_file(tmp_path: Path) -> None:
    inside = {
        "archive/b.warc": record(1, page(1)),
        "archive/a.warc.gz": gzip.compress(record(0, page(0))),
        "datapackage.json": b"{}",
    }
    for name in ("crawl.wacz", "crawl.zip"):
        found = list(find_pages([str(packed(tmp_path / name, inside))]))
        assert [one.url for one in found if isinstance(one, Page)] == [
            "https://a.example/news/0",
            "https://a.example/news/1",
        ]
        assert len(found) == 2


def test_zip_files_that_are_refused(tmp_path: Path) -> None:
    bomb = packed(tmp_path / "bomb.wacz", {"a.warc": b"\0" * 40_000_000})
    without = packed(tmp_path / "none.zip", {"a.txt": b"x"})
    broken = tmp_path / "broken.wacz"
    broken.write_bytes(without.read_bytes()[:40])
    for path, words in ((bomb, "times its size"), (without, "no WARC"), (broken, "no whole ZIP")):
        (problem,) = find_pages([str(path)])
        assert isinstance(problem, Problem) and words in problem.message


def test_one_broken_archive_in_a_zip_file_costs_no_other(tmp_path: Path) -> None:
    path = packed(tmp_path / "c.zip", {"a.warc": b"none", "b.warc": record(1, page(1))})
    assert [type(one) for one in find_pages([str(path)])] == [Problem, Page]


@pytest.mark.parametrize(
    ("domains", "arabic", "kept"),
    [
        ((), False, [0, 1]),
        ((), True, [0]),
        (("a.example",), True, [0]),
        (("https://www.A.example/news",), False, [0, 1]),
        (("other.example", "example"), False, [0, 1]),
        (("other.example",), False, []),
        (("xa.example",), False, []),
        (("[",), False, []),
    ],
)
def test_what_is_wanted_of_archives(tmp_path: Path, domains: tuple[str, ...], arabic: bool, kept: list[int]) -> None:
    content = record(0, page(0) + page(0)) + record(1, b"<p>The boats came home late.</p>" * 20)
    (tmp_path / "a.warc").write_bytes(content)
    packed(tmp_path / "b.wacz", {"archive/data.warc": content})
    (tmp_path / "c.html").write_bytes(b"<p>A page named for itself is taken whole.</p>")
    found = [
        one.url
        for one in find_pages([str(tmp_path)], wanted=wanted_of(domains, arabic=arabic))
        if isinstance(one, Page)
    ]
    assert found == [f"https://a.example/news/{number}" for number in kept] * 2 + [None]

"""Addresses asked again, and hosts that ask for rest, from a server of our own on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from riwaya.model import Page, Problem
from riwaya.page.connection import Answer
from riwaya.page.courtesy import Rests, Seen, asked_rest
from riwaya.page.fetch import Fetcher
from riwaya.watching import passed_over

_PAGE = "<html><body><h1>عنوان</h1><p>وصل الصيادون إلى الميناء في الصباح.</p></body></html>".encode()
_DAY = "Mon, 03 May 2021 10:00:00 GMT"


class _Site(BaseHTTPRequestHandler):
    answered: list[tuple[str, int]] = []  # noqa: RUF012 - the tests read it

    def do_GET(self) -> None:
        host = f"http://{self.headers['Host']}"
        status, kind, body, more = 200, "text/html", _PAGE, {}
        before = sum(path == self.path for path, _ in self.answered)
        if self.path == "/robots.txt":
            status = 404
        elif self.path in ("/feed", "/index"):
            kind = "application/xml"
            rows = {"/feed": ("url", "/news/1", "/slow"), "/index": ("sitemap", "/feed")}[self.path]
            body = "".join(f"<{rows[0]}><loc>{host}{path}</loc></{rows[0]}>" for path in rows[1:]).encode()
            root = b"urlset" if self.path == "/feed" else b"sitemapindex"
            body, more = b"<%s>%s</%s>" % (root, body, root), {"ETag": '"1"'}
        elif self.path == "/dated":
            more = {"Last-Modified": _DAY}
        elif self.path in ("/busy", "/soon") and not (self.path == "/soon" and before):
            status, more = 429, {"Retry-After": "0" if self.path == "/soon" else "600"}
        elif self.path == "/slow":
            status = 503
        if more.get("ETag") and self.headers["If-None-Match"] == '"1"':
            status, body = 304, b""
        if more.get("Last-Modified") and self.headers["If-Modified-Since"] == _DAY:
            status, body = 304, b""
        self.answered.append((self.path, status))
        self.send_response(status)
        for key, value in {"Content-Type": kind, "Content-Length": str(len(body)), **more}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    _Site.answered.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def fetcher() -> Fetcher:
    return Fetcher(allow_private=True, pause=0.0, skip=passed_over(set()))


def test_a_page_asked_again_is_asked_for_what_is_newer(site: str) -> None:
    one = fetcher()
    assert [type(found) for found in one.pages(site + "/dated")] == [Page]
    assert list(one.pages(site + "/dated")) == []
    assert _Site.answered[1:] == [("/dated", 200), ("/dated", 304)]
    assert len(list(fetcher().pages(site + "/dated"))) == 1  # another fetcher has seen nothing


def test_a_feed_unchanged_gives_its_addresses_once_more(site: str) -> None:
    known: set[str] = set()
    one = Fetcher(allow_private=True, pause=0.0, skip=passed_over(known))
    page, problem = one.pages(site + "/index")
    assert isinstance(page, Page) and isinstance(problem, Problem) and "503" in problem.message
    known.discard(problem.source)
    _Site.answered.clear()
    (problem,) = one.pages(site + "/index")
    assert _Site.answered == [("/index", 304), ("/feed", 304), ("/slow", 503)]


def test_a_host_that_asks_for_rest_is_left_alone(site: str) -> None:
    one = fetcher()
    (problem,) = one.pages(site + "/busy")
    assert isinstance(problem, Problem) and "429" in problem.message
    (problem,) = one.pages(site + "/news/1")
    assert isinstance(problem, Problem) and "left alone" in problem.message and "try again" in problem.message
    assert _Site.answered == [("/robots.txt", 404), ("/busy", 429)]


def test_a_short_rest_is_waited_for(site: str) -> None:
    (page,) = fetcher().pages(site + "/soon")
    assert isinstance(page, Page)
    assert _Site.answered == [("/robots.txt", 404), ("/soon", 429), ("/soon", 200)]


def test_rests_grow_and_end() -> None:
    clock = [0.0]
    rests = Rests(now=lambda: clock[0])
    got = []
    for _ in range(12):
        rests.note("a", Answer("", 503, (), b""))
        got.append(rests.left("a"))
    assert got[:4] == [0.0, 30.0, 60.0, 120.0] and got[-1] == 3600.0 and rests.left("b") == 0.0
    clock[0] = 3601.0
    assert rests.left("a") == 0.0
    rests.note("a", Answer("", 429, (("retry-after", "999999"),), b""))
    assert rests.left("a") == 3600.0
    rests.note("a", Answer("", 200, (), b""))
    assert rests.left("a") == 0.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("", None), ("-5", None), ("٣", None), ("9" * 40, None), ("0", 0.0), (" 7 ", 7.0), ("Mon, 99 May", None),
     ("Mon, 03 May 2021 10:01:00 GMT", 60.0), ("Mon, 03 May 2021 10:01:00", 60.0), ("Mon, 03 May 2021 09:00:00 GMT", 0.0)],
)  # fmt: skip
def test_what_retry_after_asks(header: str, seconds: float | None) -> None:
    assert asked_rest(header, datetime(2021, 5, 3, 10, 0, tzinfo=UTC)) == seconds


def test_no_header_breaks_out_of_its_line() -> None:
    assert Seen('"a"\r\nX: y', "é").headers() == {}

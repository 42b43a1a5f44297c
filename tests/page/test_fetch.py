"""Fetching, from a server of our own on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from riwaya.errors import InputError
from riwaya.model import Page, Problem
from riwaya.page.feeds import read_feed
from riwaya.page.fetch import Fetcher, fetch
from riwaya.page.intake import find_pages

_PAGE = "<html><body><h1>عنوان</h1><p>وصل الصيادون إلى الميناء في الصباح بعد غياب طويل.</p></body></html>".encode()


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        host = f"http://{self.headers['Host']}"
        status, kind, body, more = 200, "text/html; charset=utf-8", _PAGE, {}
        if self.path == "/robots.txt":
            kind, body = "text/plain", b"User-agent: *\nDisallow: /closed"
        elif self.path == "/moved":
            status, more = 301, {"Location": "/news/1"}
        elif self.path == "/round":
            status, more = 302, {"Location": "/round"}
        elif self.path == "/inside":
            status, more = 302, {"Location": "http://10.0.0.1/"}
        elif self.path == "/gone":
            status = 404
        elif self.path == "/busy":
            status = 503
        elif self.path == "/packed":
            body, more = gzip.compress(_PAGE), {"Content-Encoding": "gzip"}
        elif self.path == "/bomb":
            body, more = gzip.compress(b"\0" * 40_000_000), {"Content-Encoding": "gzip"}
        elif self.path == "/picture":
            kind, body = "image/png", b"\x89PNG"
        elif self.path == "/feed":
            kind = "application/rss+xml"
            body = f"<rss><channel><item><link>{host}/news/1</link></item><item><link>{host}/gone</link></item></channel></rss>".encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for key, value in more.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def get(address: str, archive: Path | None = None) -> list[Page | Problem]:
    return list(Fetcher(allow_private=True, pause=0.0, archive=archive).pages(address))


@pytest.mark.parametrize("path", ["/news/1", "/moved", "/packed"])
def test_a_page(site: str, path: str) -> None:
    (page,) = get(site + path)
    assert isinstance(page, Page) and page.content == _PAGE and page.crawled
    assert page.url == site + ("/news/1" if path == "/moved" else path)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/closed/1", "robots.txt"),
        ("/round", "redirects"),
        ("/gone", "404"),
        ("/busy", "503"),
        ("/bomb", "unpacks to more"),
        ("/picture", "image/png"),
    ],
)
def test_what_is_refused(site: str, path: str, words: str) -> None:
    (problem,) = get(site + path)
    assert isinstance(problem, Problem) and words in problem.message and problem.source == site + path


def test_private_addresses_are_asked_only_where_allowed(site: str) -> None:
    (problem,) = list(fetch(site + "/news/1"))
    assert isinstance(problem, Problem) and "private address" in problem.message
    for address in (
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest",
        "http://0.0.0.0/",
        "ftp://a/b",
        "http://",
    ):
        (problem,) = list(Fetcher(pause=0.0).pages(address))
        assert isinstance(problem, Problem)


def test_a_feed_and_the_archive_of_what_was_fetched(site: str, tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    kept = tmp_path / "kept.warc.gz"
    page, problem = get(site + "/feed", kept)
    assert isinstance(page, Page) and isinstance(problem, Problem)
    (again,) = find_pages([str(kept)])
    assert isinstance(again, Page) and (again.url, again.content) == (page.url, page.content)


@pytest.mark.parametrize(
    ("feed", "addresses", "index"),
    [
        ("<rss><channel><item><title>a</title><link>https://a/1</link></item></channel></rss>", ("https://a/1",), False),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="https://a/s"/><link href="https://a/2"/></entry></feed>',
         ("https://a/2",), False),
        ('<urlset xmlns="x"><url><loc> https://a/3 </loc></url><url><loc>file:///etc/passwd</loc></url></urlset>', ("https://a/3",), False),
        ("<sitemapindex><sitemap><loc>https://a/s.xml</loc></sitemap></sitemapindex>", ("https://a/s.xml",), True),
    ],
)  # fmt: skip
def test_feeds(feed: str, addresses: tuple[str, ...], index: bool) -> None:
    found = read_feed(feed.encode())
    assert (found.addresses, found.index) == (addresses, index)


@pytest.mark.parametrize(
    "feed",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>',
        "<rss><channel>",
        "",
        "\0",
        "<a>" * 100_000,
    ],
)
def test_bad_feeds_are_refused(feed: str) -> None:
    with pytest.raises(InputError):
        read_feed(feed.encode())

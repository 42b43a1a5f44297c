"""Watching feeds, from a server of our own on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from riwaya.cli import main
from riwaya.page.fetch import Fetcher
from riwaya.store.library import open_library
from riwaya.store.watching import watched
from riwaya.watching import passed_over, round_of
from riwaya.web.app import make_app

PAGE = (
    "<html><body><h1>الصيادون يعودون إلى ميناء رأس العين</h1><p>وصل {n} صيادا إلى الميناء في الصباح.</p></body></html>"
)


class _Site(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012 - the test reads it

    def do_GET(self) -> None:
        self.asked.append(self.path)
        host = f"http://{self.headers['Host']}"
        links = "".join(f"<item><link>{host}{path}</link></item>" for path in ("/news/1", "/old", "/busy", "/gone"))
        status, kind, body = 200, "text/html; charset=utf-8", PAGE.format(n=len(self.path)).encode()
        if self.path == "/feed":
            kind, body = "application/rss+xml", f"<rss><channel>{links}</channel></rss>".encode()
        status = {"/busy": 503, "/gone": 404, "/robots.txt": 404, "/old": 301}.get(self.path, status)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/news/22")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_round_takes_what_is_new_and_asks_again_for_what_was_busy(site: str, tmp_path: Path) -> None:
    path, feed = tmp_path / "news.riwaya", f"{site}/feed"
    with open_library(path) as library:
        known: set[str] = set()
        fetcher = Fetcher(allow_private=True, pause=0.0, skip=passed_over(known))
        (first,) = round_of(library, [feed], fetcher, known, datetime(2030, 1, 1, tzinfo=UTC))
        assert (first.new, len(library)) == (2, 2)
        assert "503" in (first.message or "") and "404" in (first.message or "")
        _Site.asked.clear()
        (second,) = round_of(library, [feed], fetcher, known, None)
        assert second.new == 0
        assert _Site.asked == ["/feed", "/busy"]
        (row,) = watched(library)
        assert (row.total, row.next) == (2, None)
    with TestClient(make_app(path)) as client:
        assert feed in client.get("/status").text


def test_the_command_makes_one_round(site: str, tmp_path: Path) -> None:
    path = tmp_path / "news.riwaya"
    done = CliRunner().invoke(main, ["watch", str(path), f"{site}/news/1", "--once", "--allow-private"])
    assert done.exit_code == 0 and "1 new" in done.output
    refused = CliRunner().invoke(main, ["watch", str(path), "feed.xml"])
    assert refused.exit_code == 1 and "is no address" in refused.output

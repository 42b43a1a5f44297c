"""The reading room: every kind of page answers, in both languages, sealed, and unknown addresses say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from riwaya.collect import add_pages, rebuild
from riwaya.page.intake import find_pages
from riwaya.store.library import open_library
from riwaya.web.app import make_app

PAGES = Path(__file__).resolve().parents[2] / "samples" / "pages"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("library") / "news.riwaya"
    with open_library(path) as library:
        add_pages(library, find_pages([str(PAGES)]))
        rebuild(library)
    with TestClient(make_app(path)) as made:
        made.app_state["library"] = path
        yield made


def _addresses(client: TestClient) -> list[str]:
    with open_library(client.app_state["library"], read_only=True) as library:
        run = library.connection.execute
        tables = (("story", "story"), ("page", "document"), ("entity", "entity"))
        found = [f"/{name}/{row[0]}" for name, table in tables for row in run(f"select id from {table} limit 12")]
        found += [f"/outlet/{row[0]}" for row in run("select distinct outlet from document where outlet is not null")]
    return ["/", "/search?q=صفاقس", "/search?q=", *found]


def test_every_page_answers_in_both_languages(client: TestClient) -> None:
    for address in _addresses(client):
        for language in ("ar", "en"):
            answer = client.get(address, params={"lang": language} if "?" not in address else None)
            assert answer.status_code == 200, address
            assert "<script" not in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_unknown_addresses_say_so(client: TestClient) -> None:
    for address in ("/story/none", "/page/none", "/entity/none", "/outlet/none"):
        assert client.get(address).status_code == 404


def test_other_hosts_are_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_search_finds_a_page(client: TestClient) -> None:
    assert "/page/" in client.get("/search", params={"q": "صفاقس"}).text


def test_every_link_of_a_story_leads_somewhere(client: TestClient) -> None:
    for address in _addresses(client):
        if address.startswith("/story/"):
            html = client.get(address).text
            assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'\bid="([^"]+)"', html))

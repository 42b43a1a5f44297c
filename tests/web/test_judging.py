"""Judgements are taken from the room's own form alone, are only ever added, and never from a read-only room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from riwaya.across import Gathered
from riwaya.batch import Reading
from riwaya.model import Page
from riwaya.store.library import open_library
from riwaya.web.app import make_app

FORM = {"kind": "right", "left": "x000000000000", "author": "ريم", "note": "ملاحظة <b>"}


@pytest.fixture
def path(tmp_path: Path, reading: Reading, gathered: Gathered) -> Path:
    with open_library(tmp_path / "news.riwaya") as library:
        for record in reading.records:
            library.add(Page(record.document.source, b"", "text"), record)
        library.replace_gathered(gathered)
    return tmp_path / "news.riwaya"


@pytest.fixture
def client(path: Path) -> Iterator[TestClient]:
    with TestClient(make_app(path), follow_redirects=False) as made:
        yield made


def token(client: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get("/judge").text)
    assert found
    return found[1]


def kept(path: Path) -> list[tuple[str, str, str]]:
    with open_library(path, read_only=True) as library:
        return [(one.kind, one.left, one.author) for one in library.judgements()]


def test_a_judgement_is_added_and_taken_back_by_another(client: TestClient, path: Path) -> None:
    key = token(client)
    done = client.post("/judge", data={**FORM, "token": key}, headers={"origin": "http://testserver"})
    assert done.status_code == 303 and done.headers["location"].startswith("/judge?")
    assert client.post("/judge", data={**FORM, "kind": "undo", "token": key}).status_code == 303
    assert kept(path) == [("right", FORM["left"], "ريم"), ("undo", FORM["left"], "ريم")]


@pytest.mark.parametrize(
    ("change", "headers", "status"),
    [
        ({"token": "other"}, {}, 403),
        ({}, {"origin": "https://evil.example"}, 403),
        ({}, {"sec-fetch-site": "cross-site"}, 403),
        ({"kind": "erase"}, {}, 400),
        ({"kind": "same"}, {}, 400),
        ({"left": ""}, {}, 400),
        ({"note": "x" * 20_000}, {}, 413),
    ],
)
def test_what_is_refused(
    client: TestClient, path: Path, change: dict[str, str], headers: dict[str, str], status: int
) -> None:
    answer = client.post("/judge", data={**FORM, "token": token(client), **change}, headers=headers)
    assert answer.status_code == status
    assert kept(path) == []


def test_a_reader_is_sent_on_inside_the_room_alone(client: TestClient) -> None:
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        done = client.post("/judge", data={**FORM, "token": token(client), "back": back})
        assert done.headers["location"].startswith("/judge?")


def test_a_judged_difference_leaves_the_queue_and_says_so(client: TestClient, gathered: Gathered) -> None:
    key = max(gathered.differences, key=lambda d: (d.weight, d.id))
    shown = client.get("/judge").text
    first = re.search(r'name="left" value="(x[0-9a-f]{12})"', shown)
    assert first
    client.post("/judge", data={**FORM, "left": first[1], "kind": "wrong", "token": token(client)})
    assert f'value="{first[1]}"' not in client.get("/judge").text
    story = next(d.story for d in gathered.differences if d.id == first[1])
    assert "doubted" in client.get(f"/story/{story}").text
    again = client.get("/judge", params={"of": "difference", "key": first[1]}).text
    assert "<b>" not in re.sub(r"<b dir[^>]*>", "", again) and "ملاحظة &lt;b&gt;" in again
    assert key.id


def test_two_are_judged_the_same_by_a_name(client: TestClient, path: Path, gathered: Gathered) -> None:
    entity = max((e for e in gathered.entities if e.type == "PERSON"), key=lambda e: len(e.mentions))
    shown = client.get("/judge", params={"of": "names", "key": entity.id}).text
    assert f'name="left" value="{entity.id}"' in shown
    form = {**FORM, "kind": "same", "left": entity.id, "right": "اسم آخر", "type": "PERSON", "token": token(client)}
    assert client.post("/judge", data=form).status_code == 303
    with open_library(path, read_only=True) as library:
        assert [one.right for one in library.judgements()] == ["اسم آخر|PERSON"]


def test_a_claim_is_judged(client: TestClient, path: Path) -> None:
    with open_library(path, read_only=True) as library:
        key, document = library.connection.execute("select id, document from claim order by id").fetchone()
    assert f"key={key}" in client.get(f"/page/{document}").text
    assert key in client.get("/judge", params={"of": "claim", "key": key}).text
    assert client.post("/judge", data={**FORM, "left": key, "token": token(client)}).status_code == 303
    assert client.get("/judge", params={"of": "claim"}).status_code == 200
    assert kept(path) == [("right", key, "ريم")]


def test_a_read_only_room_takes_nothing(path: Path) -> None:
    with TestClient(make_app(path, judging=False)) as client:
        assert client.get("/judge").status_code == 404
        assert client.post("/judge", data=FORM).status_code in (404, 405)
        assert "/judge" not in client.get("/").text
    assert kept(path) == []


def test_only_the_judging_page_may_run_a_script(client: TestClient) -> None:
    assert "script-src 'none'" in client.get("/").headers["content-security-policy"]
    assert "script-src 'self'" in client.get("/judge").headers["content-security-policy"]

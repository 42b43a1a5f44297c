"""Every page of the reading room in a real browser: both languages, three widths, no console error, no axe violation.

Skipped where Playwright or a Chromium is missing; the test command installs Playwright, the system brings the browser.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import uvicorn

from riwaya.across import Gathered
from riwaya.batch import Reading
from riwaya.collect import add_pages, rebuild
from riwaya.page.intake import find_pages
from riwaya.store.library import open_library
from riwaya.web.app import make_app
from riwaya.web.report import write_report

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
axe_package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")

PAGES = Path(__file__).resolve().parents[2] / "samples" / "pages"
WIDTHS = (360, 800, 1280)
#: The rules of WCAG 2.2 AA and what axe-core counts as good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: A browser that asks nothing of the network.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--no-first-run", "--disable-domain-reliability"]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is open: its address and its library."""

    address: str
    library: Path

    def addresses(self) -> list[str]:
        """Give one address of every kind of page, the fullest of each."""
        with open_library(self.library, read_only=True) as library:
            run = library.connection.execute
            story = run("select id from story order by documents desc, id").fetchone()[0]
            document, start, end = run(
                'select c.document, c.start, c."end" from claim c order by c.document, c.start limit 1'
            ).fetchone()
            fullest = ("select e.id from entity e join entity_mention m on m.entity = e.id where e.type = ?"
                       " group by e.id order by count(*) desc, e.id limit 1")  # fmt: skip
            claim = run("select id from claim order by id").fetchone()[0]
            entities = [run(fullest, (kind,)).fetchone()[0] for kind in ("PERSON", "ORGANIZATION", "PLACE")]
            outlet = run("select outlet from document group by outlet order by count(*) desc, outlet").fetchone()[0]
        return ["/", f"/story/{story}", f"/page/{document}?at={start}-{end}", *(f"/entity/{key}" for key in entities),
                f"/outlet/{quote(outlet)}", f"/search?q={quote('حريق')}", "/status", "/judge", "/judge?of=names",
                f"/judge?of=claim&key={claim}", "/story/none"]  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("library") / "news.riwaya"
    with open_library(path) as library:
        add_pages(library, find_pages([str(PAGES)]))
        rebuild(library)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(path), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Room(f"http://127.0.0.1:{listening.getsockname()[1]}", path)
    server.should_exit = True
    thread.join()
    listening.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = os.environ.get("RIWAYA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("there is no Chromium on this machine; name one in RIWAYA_CHROMIUM")
    with playwright.sync_playwright() as engine:
        opened = engine.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


def _axe() -> str:
    return (Path(axe_package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def _violations(page: Any, *, rules: Sequence[str] = RULES) -> list[str]:
    """Give what axe-core finds; `rules` are sets of rules or single ones."""
    page.evaluate(_axe())
    found: list[str] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))",
        [*rules],
    )
    return found


def test_every_page_in_both_languages_at_three_widths(room: Room, browser: Any) -> None:
    context = browser.new_context()
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith((room.address, "data:")) else wrong.append(f"asks {r.url}"))
    for address in room.addresses():
        for language in ("ar", "en"):
            sign = "&" if "?" in address else "?"
            page.goto(f"{room.address}{address}{sign}lang={language}")
            if address == "/story/none":
                wrong = [w for w in wrong if "404" not in w]
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > width:
                    wrong.append(f"{address} {language}: {wide} pixels wide at {width}")
    context.close()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_access(room: Room, browser: Any, scheme: str) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, viewport={"width": 800, "height": 900})
    page, found = context.new_page(), []
    for number, address in enumerate(room.addresses()):
        language = ("ar", "en")[(number + (scheme == "dark")) % 2]
        page.goto(f"{room.address}{address}{'&' if '?' in address else '?'}lang={language}")
        rules = RULES if scheme == "light" else ["color-contrast"]  # all else is the same in the dark
        found += [f"{address} {language}: {one}" for one in _violations(page, rules=rules)]
    context.close()
    assert found == []


def test_the_report_breaks_no_rule_of_access(
    reading: Reading, gathered: Gathered, tmp_path: Path, browser: Any
) -> None:
    write_report(tmp_path / "report.html", reading.records, gathered, reading.problems)
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 900})
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "report.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert _violations(page) == []
    assert wrong == []
    context.close()


def test_judging_by_keyboard_and_taking_it_back(room: Room, browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{room.address}/judge?lang=en")
    first = page.locator("h2 a").first.get_attribute("href")
    page.fill("#author", "Rim")
    page.fill("#note", "seen on both pages")
    page.keyboard.press("Escape")
    with page.expect_navigation():  # the next page and its script are there before another key is pressed
        page.keyboard.press("y")
    page.wait_for_selector(".done")
    assert page.locator("h2 a").first.get_attribute("href") != first
    assert page.input_value("#author") == "Rim"
    with page.expect_navigation():
        page.keyboard.press("u")
    page.wait_for_function("document.querySelector('.done').textContent.includes('taken back')")
    context.close()
    with open_library(room.library, read_only=True) as library:
        made = [(one.kind, one.author, one.note) for one in library.judgements()]
    assert made == [("right", "Rim", "seen on both pages"), ("undo", "Rim", "")]


def test_layers_are_switched_without_script(room: Room, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(room.address + next(one for one in room.addresses() if one.startswith("/page/")))
    page.uncheck(".show-person")
    assert page.locator(".show-person").is_checked() is False
    page.fill("header input[type=search]", "حريق")
    page.press("header input[type=search]", "Enter")
    assert "/search" in page.url and page.locator(".found li").count() > 0
    context.close()

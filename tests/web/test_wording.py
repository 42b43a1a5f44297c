"""The interface has a word for everything the record can say, in both languages; notebooks show records."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import riwaya
from riwaya.across import EDITED, JUDGEMENTS
from riwaya.compare.kinds import KINDS
from riwaya.lexicon.event_entries import event_types
from riwaya.model import ROLES
from riwaya.store.library import open_library
from riwaya.web.wording import say, word

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "pages"
TEMPLATES = files("riwaya.web").joinpath("templates")


def names() -> list[tuple[str, str]]:
    types = event_types()
    rows = [("edited", what) for what in EDITED] + [("role", role) for role in ROLES]
    rows += [("kind", kind.__name__) for kind in KINDS] + [("type", one.type) for one in types]
    rows += [("mode", mode) for one in types for mode in one.modes if mode]
    rows += [("status", one) for one in ("happened", "ongoing", "planned", "cancelled", "denied")]
    return sorted(set(rows))


@pytest.mark.parametrize(("table", "name"), names())
def test_every_name_of_the_record_has_an_arabic_word(table: str, name: str) -> None:
    assert re.search("[\u0620-\u064a]", word(table, name)), f"interface.toml: [{table}] lacks {name}"


def test_every_sentence_the_templates_say_is_there() -> None:
    for template in TEMPLATES.iterdir():
        for key in re.findall(r"""say\(['"](\w+)['"]\)""", template.read_text(encoding="utf-8")):
            assert say(key) and say(key, "en")
    assert all(say(f"verdict_{kind.replace('-', '_')}") for kind in JUDGEMENTS)


def test_every_sentence_has_both_languages() -> None:
    tables = tomllib.loads(files("riwaya").joinpath("data", "interface.toml").read_text(encoding="utf-8"))
    assert all(set(both) == {"ar", "en"} for both in tables["ui"].values())


def test_a_notebook_shows_a_record_and_a_library(tmp_path: Path) -> None:
    page = tmp_path / "p.txt"
    page.write_text("عنوان <b>\n\nقال الوزير سمير الكعبي إن السوق سيفتح غدا.", encoding="utf-8")
    html = riwaya.read(page)._repr_html_()  # type: ignore[attr-defined]
    assert 'dir="rtl"' in html and "سمير" in html and "<b>\n" not in html
    with riwaya.open(tmp_path / "news.riwaya") as library:
        assert "0 pages" in library._repr_html_()  # type: ignore[attr-defined]
    open_library(tmp_path / "news.riwaya").close()

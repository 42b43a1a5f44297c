"""The documentation is true: commands, kinds, types and files it speaks of are there, and its examples run."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
SCHEMA = json.loads((ROOT / "src/riwaya/data/record.schema.json").read_text(encoding="utf-8"))


def test_the_commands_page_is_what_the_program_says() -> None:
    done = subprocess.run([sys.executable, str(DOCS / "commands.py"), "--check"], check=False)
    assert done.returncode == 0, "docs/commands.md is out of date; run make docs"


@pytest.mark.parametrize(
    "page", sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")]), ids=lambda p: str(p.relative_to(ROOT))
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_key_of_the_record_is_documented() -> None:
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    for name, part in SCHEMA["$defs"].items():
        if name in ("document", "entity", "claim", "event", "story", "difference", "problem"):
            for key in part["properties"]:
                assert f"`{key}`" in page or f'"{key}"' in page or f"`{key}`/" in page, f"{name}.{key}"


def test_every_kind_of_difference_is_documented() -> None:
    page = (DOCS / "add-difference.md").read_text(encoding="utf-8")
    for kind in SCHEMA["$defs"]["difference"]["properties"]["kind"]["enum"]:
        assert f"### {kind}\n" in page, kind


def test_every_event_type_is_documented() -> None:
    page = (DOCS / "add-event.md").read_text(encoding="utf-8")
    for kind in SCHEMA["$defs"]["event"]["properties"]["type"]["enum"]:
        assert f"`{kind}`" in page, kind


def test_the_flow_runs() -> None:
    failed, tried = doctest.testfile(
        str(DOCS / "flow.md"), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert tried > 10
    assert failed == 0


def test_the_python_page_is_what_the_docstrings_say() -> None:
    done = subprocess.run([sys.executable, str(DOCS / "api.py"), "--check"], check=False)
    assert done.returncode == 0, "docs/api.md is out of date; run make docs"


def test_the_readme_names_commands_that_are_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", text, re.M):
        assert re.search(rf"^{target}:", makefile, re.M), target

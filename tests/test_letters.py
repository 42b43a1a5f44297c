"""Arabic lives in data files, in plain letters; Python holds none outside docstrings and comments."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

import riwaya

SOURCE = Path(riwaya.__file__).parent
DATA = sorted((SOURCE / "data").rglob("*.toml"))
#: Modules of letters: folding tables, clitics, and the scorer's own fold, which must not follow ours.
LETTERS = {"text/fold.py", "text/words.py", "score/measures.py", "score/gold.py"}
WORD = re.compile("[\u0621-\u064a]{3,}")
#: Farsi yeh and keheh, tatweel, presentation forms, bidi controls and other invisible signs.
ODD = re.compile("[\u06cc\u06a9\u0640\ufb50-\ufdff\ufe70-\ufefe\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def _strings(tree: ast.AST) -> Iterator[ast.Constant]:
    docstrings = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            docstrings.add(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield node


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: str(p.relative_to(SOURCE)))
def test_python_holds_no_arabic_words(path: Path) -> None:
    if str(path.relative_to(SOURCE)).replace("\\", "/") in LETTERS or "text" in path.relative_to(SOURCE).parts:
        return
    found = [
        f"line {s.lineno}: {s.value!r}"
        for s in _strings(ast.parse(path.read_text(encoding="utf-8")))
        if WORD.search(s.value)
    ]
    assert found == []


def _values(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)


@pytest.mark.parametrize("path", DATA, ids=lambda p: str(p.relative_to(SOURCE / "data")))
def test_data_is_spelled_in_plain_letters(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if table.get("letters") == "any":
        return
    wrong = [v for v in _values(table) if ODD.search(v.replace("هـ", "ه")) or unicodedata.normalize("NFC", v) != v]
    assert wrong == []

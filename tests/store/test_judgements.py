"""Judgements read from a file, each line told where it is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.across import Judgement
from riwaya.errors import InputError
from riwaya.store.judgements import read_judgements


def test_lines_are_read_in_order(tmp_path: Path) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(
        '{"kind": "same", "left": "e1", "right": "e2", "author": "amal"}\n\n{"kind": "wrong", "left": "e3"}\n',
        encoding="utf-8",
    )
    assert read_judgements(file) == (Judgement("same", "e1", "e2", "amal"), Judgement("wrong", "e3"))


@pytest.mark.parametrize("line", ["no json", "[]", '{"kind": "maybe", "left": "e1"}', '{"kind": "same", "left": "e1"}'])
def test_a_line_that_is_no_judgement_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "judged.jsonl"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(InputError, match=":1"):
        read_judgements(file)
    with pytest.raises(InputError):
        read_judgements(tmp_path / "missing.jsonl")

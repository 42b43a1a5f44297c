"""Judgements of people from a file of JSON Lines.

Goes in: a file, one judgement a line: {"kind": "same", "left": "e0…", "right": "name|PERSON", "author", "note"}.
Comes out: `Judgement`s in the order of the file.
"""

from __future__ import annotations

import json
from pathlib import Path

from riwaya.across import JUDGEMENTS, Judgement
from riwaya.errors import InputError

__all__ = ["read_judgements"]


def read_judgements(path: str | Path) -> tuple[Judgement, ...]:
    """Give the judgements of a file.

    Raises:
        InputError: the file cannot be read, or a line of it is no judgement.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error})") from error
    return tuple(_judgement(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def _judgement(line: str, where: str) -> Judgement:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise InputError(f"{where}: is no JSON ({error})") from error
    if not isinstance(row, dict) or row.get("kind") not in JUDGEMENTS or not isinstance(row.get("left"), str):
        raise InputError(f"{where}: a judgement has a `kind` ({', '.join(JUDGEMENTS)}) and a `left`")
    if row["kind"] in ("same", "not-same") and not isinstance(row.get("right"), str):
        raise InputError(f"{where}: `{row['kind']}` is of two: give `right`")
    right = row.get("right")
    return Judgement(row["kind"], row["left"], right if isinstance(right, str) else None,
                     str(row.get("author") or ""), str(row.get("note") or ""))  # fmt: skip

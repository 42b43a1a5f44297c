"""What is known of pages from outside: `about.jsonl` in a folder, or the file given with --about.

Goes in: JSON Lines, one object a page. Comes out: what each names (`Known`), by its source, and a Problem a bad line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riwaya.model import Problem

__all__ = ["Known", "known_of", "read_about", "row_known", "under"]

#: A day, month or year, or an interval of them: what `published` and `crawled` may hold.
_EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?[~?]?)?")
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a page from outside; any part may be missing."""

    published: str | None = None
    crawled: str | None = None
    outlet: str | None = None
    url: str | None = None


def row_known(row: Mapping[str, Any], where: str) -> tuple[Known, tuple[Problem, ...]]:
    """Give what a row says, and a Problem for each value that is none of its kind."""
    problems: list[Problem] = []
    values: dict[str, str | None] = {}
    for key in ("published", "crawled", "outlet", "url"):
        value = row.get(key)
        if value is None or value == "":
            continue
        if isinstance(value, str) and key in ("published", "crawled") and (stamp := _STAMP.match(value)):
            value = stamp.group(1)
        if not isinstance(value, str) or (key in ("published", "crawled") and not _EDTF.fullmatch(value)):
            problems.append(Problem("intake", f'"{key}" is {value!r}; write a day such as "2023-09-26"', where))
            continue
        values[key] = value
    return Known(**values), tuple(problems)


def read_about(path: Path) -> tuple[dict[str, Known], tuple[Problem, ...]]:
    """Give what the file says of each source; a line that is no such object becomes a Problem naming the line."""
    known: dict[str, Known] = {}
    problems: list[Problem] = []
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError as error:
        return {}, (Problem("intake", f"cannot be read: {error.strerror}; check the file", str(path)),)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(Problem("intake", f"no JSON ({error}); mend the line", where))
            continue
        if not isinstance(row, dict) or not isinstance(row.get("source"), str):
            problems.append(Problem("intake", 'no object with "source", the name of a page; mend the line', where))
            continue
        known[row["source"]], doubts = row_known(row, where)
        problems += doubts
    return known, tuple(problems)


def under(root: Path, known: Mapping[str, Known]) -> dict[str, Known]:
    """Give the same with each source as the whole path of a file under `root`."""
    return {str((root / source).absolute()): value for source, value in known.items()}


def known_of(path: Path, known: Mapping[str, Known]) -> Known:
    """Give what is known of a file, named by its whole path, as it was given, or by its name alone."""
    for name in (str(path.absolute()), str(path), path.name):
        if name in known:
            return known[name]
    return Known()

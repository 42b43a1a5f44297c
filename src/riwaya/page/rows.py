"""JSON Lines of pages: one object a line, with "html" or "text" and what is known of the page.

Goes in: a file. Comes out: a Page a line, read one at a time, and a Problem for each line that is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from riwaya.model import Page, Problem
from riwaya.page.about import row_known
from riwaya.page.limits import LARGEST_PAGE

__all__ = ["read_rows"]


def read_rows(path: Path) -> Iterator[Page | Problem]:
    """Give the page of every line of a JSON Lines file."""
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), 1):
            where = f"{path}, line {number}"
            if line is None:
                yield Problem("intake", f"the line is over {LARGEST_PAGE >> 20} MB; left out", where)
            elif line.strip():
                yield from _page(line, where, f"{path}#{number}")


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """Give each line, None for one that is too long; no more than the limit is ever held."""
    while line := file.readline(LARGEST_PAGE + 1):
        if len(line) <= LARGEST_PAGE:
            yield line.removeprefix(b"\xef\xbb\xbf")
            continue
        while not line.endswith(b"\n") and (line := file.readline(LARGEST_PAGE)):
            pass
        yield None


def _page(line: bytes, where: str, source: str) -> Iterator[Page | Problem]:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield Problem("intake", f"invalid JSON ({error}); mend the line", where)
        return
    media = next((key for key in ("html", "text") if isinstance(row, dict) and isinstance(row.get(key), str)), None)
    if media is None:
        yield Problem("intake", 'no object with "html" or "text"; a page needs one of them', where)
        return
    content, title = row[media], row.get("title")
    if media == "text" and isinstance(title, str) and title.strip() and not content.lstrip().startswith(title.strip()):
        content = f"{title.strip()}\n\n{content}"
    if not content.strip():
        yield Problem("intake", f'"{media}" is empty; the line was left out', where)
        return
    known, problems = row_known(row, where)
    yield from problems
    yield Page(
        str(row.get("source") or known.url or source), content.encode("utf-8", "replace"), media, url=known.url,
        outlet=known.outlet, title=title if isinstance(title, str) else None, published=known.published,
        crawled=known.crawled,
    )  # fmt: skip

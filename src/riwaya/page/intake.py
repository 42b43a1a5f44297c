"""Inputs into pages: files, folders, JSON Lines; each bad one becomes a Problem and costs no other page anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from riwaya.model import Page, Problem

__all__ = ["find_pages"]


def find_pages(inputs: Sequence[str], about: str | None = None) -> Iterator[Page | Problem]:
    """Give every page of the inputs in a fixed order, and a Problem for each thing that is no page.

    A file `about.jsonl` in a folder, or `about`, gives what is known of pages from outside.
    """
    for name in inputs:
        path = Path(name)
        if not path.exists():
            yield Problem("intake", "no such file or folder; check the path", name)
            continue
        known = _about(path / "about.jsonl") if path.is_dir() else {}
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix in (".txt", ".html", ".htm"):
                extra = known.get(file.name, {})
                yield Page(str(file), file.read_bytes(), "text" if file.suffix == ".txt" else "html",
                           url=extra.get("url"), outlet=extra.get("outlet"), published=extra.get("published"),
                           crawled=extra.get("crawled"))  # fmt: skip


def _about(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return {row["source"]: row for row in rows}

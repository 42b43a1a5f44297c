"""How many pages inputs hold, for a progress bar; None where only reading would tell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

__all__ = ["count_pages"]

_PAGES = (".txt", ".html", ".htm")
#: JSON Lines files over this size in bytes are not counted before they are read.
_COUNTABLE = 256 * 1024 * 1024


def count_pages(inputs: Sequence[str]) -> int | None:
    """Give the number of pages, or None where an input is an address, an archive or a very long file."""
    total = 0
    for name in inputs:
        path = Path(name)
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            suffix = file.suffix.lower()
            if suffix in _PAGES:
                total += 1
            elif suffix == ".jsonl" and not path.is_dir():
                if not file.is_file() or file.stat().st_size > _COUNTABLE:
                    return None
                with file.open("rb") as lines:
                    total += sum(1 for line in lines if line.strip())
            elif not path.is_dir():
                return None
    return total

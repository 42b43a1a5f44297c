"""Live blogs and tickers: the entries of a page that is written one time-stamped entry after another.

Goes in: the labels of a page. Comes out: the same labels, where each paragraph says in its reason which entry it
belongs to, and how many entries there are (0: the page is no live blog).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.page.furniture import alternation, word_count
from riwaya.page.label_types import Label
from riwaya.page.prose import is_prose
from riwaya.page.published import day_in, is_clock_line

__all__ = ["LiveWords", "is_entry_time", "mark_entries"]

_FEWEST = 3  # entries: an article prints when it was published and changed, and no third time
_STAMP = 8  # words: the time of an entry is no longer
_OPENING = re.compile(r"\s*\d{1,2}:\d{2}(?!\d)[\s\-:|.]*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class LiveWords:
    """Words of one kind, as `data/live.toml` says."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def _ago() -> re.Pattern[str]:
    since, unit = (
        alternation(tuple(form for row in load_entries("live.toml", table, LiveWords) for form in row.forms))
        for table in ("since", "unit")
    )
    return re.compile(rf"[\W_]*{since}\s+(?:\d{{1,2}}\s+)?{unit}(?![^\W_])[\W_]*$")


def is_entry_time(form: str) -> bool:
    """Tell whether a folded line is nothing but the time of an entry: a clock, or how long ago."""
    return len(form) <= 120 and (is_clock_line(form) or bool(_ago().match(form)))


def mark_entries(labels: Sequence[Label]) -> tuple[tuple[Label, ...], int]:
    """Give the labels with the entry of each paragraph in its reason, and the number of entries."""
    starts = _entry_starts(labels)
    if len(starts) < _FEWEST:
        return tuple(labels), 0
    number, out = 0, []
    for index, row in enumerate(labels):
        number += index in starts
        if index in starts and not is_prose(row.piece):
            row = replace(row, role="furniture", why=f"the time of entry {number} of a live blog")
        elif number and row.role == "body":
            out.append(replace(row, why=f"{row.why}; entry {number} of a live blog"))
            continue
        out.append(row)
    return tuple(out), number


def _entry_starts(labels: Sequence[Label]) -> frozenset[int]:
    """Give where entries start: at a time with a paragraph below it, before the next time."""
    times = [index for index, row in enumerate(labels) if row.role in ("body", "furniture", "byline") and _is_time(row)]
    if len(times) > 1 and day_in(labels[times[0]].piece.form) and not day_in(labels[times[1]].piece.form):
        times = times[1:]  # the day of publication
    starts = []
    for at, index in enumerate(times):
        end = times[at + 1] if at + 1 < len(times) else len(labels)
        own = is_prose(labels[index].piece)
        if own or any(row.role == "body" for row in labels[index + 1 : end]):
            starts.append(index)
    return frozenset(starts)


def _is_time(row: Label) -> bool:
    form = row.piece.form
    if row.role == "body" and _OPENING.match(form) and is_prose(row.piece):
        return True
    return is_entry_time(form) or (bool(row.piece.stretch.stamp) and word_count(form) <= _STAMP)

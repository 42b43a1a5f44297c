"""How alike two pages are, by the rare words they share.

Goes in: a record. Comes out: its `Outline`, the page's weightiest word stems as a unit vector, and its day. Weights
come from a shipped table of word counts (training/word_counts.py), not from the pages at hand: so two pages are as
alike whether they are read alone or among ten thousand, now or later, in any order.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import numpy as np

from riwaya.model import Document, Record
from riwaya.text.stem import stems_in

__all__ = ["LEAST_LIKENESS", "Index", "Outline", "Pair", "article_text", "day_of", "faded", "outline"]

#: Words kept of a page, weightiest first. 60 to 120 give the same stories; more cost time.
KEPT_WORDS = 80
#: Pages this many days apart are as near in time as pages of one day; beyond, likeness decays by e each FADING_DAYS.
SAME_TIME_DAYS, FADING_DAYS = 3, 20.0
#: Pairs less alike than this are not kept (they count as 0 in an average).
LEAST_LIKENESS = 0.06

Pair = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """What likeness needs of one page: the document's id, its day (proleptic ordinal or None), stems and weights.

    The stems are in alphabetical order, so that a sum over shared stems is the same bits from either side.
    """

    document: str
    day: int | None
    stems: tuple[str, ...]
    weights: tuple[float, ...]


@cache
def _word_counts() -> tuple[dict[str, int], int]:
    table = files("riwaya").joinpath("data", "models", "word_counts.tsv").read_text(encoding="utf-8")
    first, *lines = table.splitlines()
    pairs = (line.split("\t") for line in lines)
    return {word: int(count) for count, word in pairs}, int(first)


@cache
def rareness(word: str) -> float:
    """Give a stem's weight: the logarithm of how few articles have it; a stem that is not in the table is rarest."""
    counts, articles = _word_counts()
    return math.log((articles + 1) / (counts.get(word, 4) + 1))


def article_text(doc: Document) -> str:
    """Give the title and body of a page as one text (no captions, related articles or furniture)."""
    blocks = [block for block in doc.blocks if block.role in ("title", "body")]
    return "\n".join(block.span.of(doc.text) for block in blocks)


def day_of(doc: Document) -> int | None:
    """Give the day a page is from (the first, where an interval is known; else the day it was crawled)."""
    for value in (doc.published, doc.crawled):
        try:
            return date.fromisoformat((value or "")[:10]).toordinal()
        except ValueError:
            continue
    return None


def outline(record: Record) -> Outline:
    """Give what likeness needs of a page; a word of the headline counts once more."""
    doc = record.document
    counts = Counter(stems_in(article_text(doc)))
    counts.update(stems_in(doc.title.of(doc.text)) if doc.title else ())
    weighed = [((1 + math.log(count)) * rareness(word), word) for word, count in counts.items()]
    top = sorted(weighed, key=lambda pair: (-pair[0], pair[1]))[:KEPT_WORDS]
    norm = math.sqrt(math.fsum(weight * weight for weight, _ in top)) or 1.0
    kept = sorted((word, weight / norm) for weight, word in top)
    return Outline(doc.id, day_of(doc), tuple(word for word, _ in kept), tuple(weight for _, weight in kept))


def faded(likeness: float, day: int | None, other: int | None) -> float:
    """Give a likeness as it counts between two days (proleptic ordinals); a page of no known day is near to all."""
    apart = 0 if day is None or other is None else abs(day - other)
    return likeness * math.exp(-max(apart - SAME_TIME_DAYS, 0) / FADING_DAYS)


def likeness_of(one: Outline, other: Outline) -> float:
    """Give how alike two pages are, the same to the last bit as an `Index` finds it, whichever came first."""
    weights = dict(zip(other.stems, other.weights, strict=True))
    total = 0.0
    for word, weight in zip(one.stems, one.weights, strict=True):
        if word in weights:
            total += weight * weights[word]
    if one.day is None or other.day is None:
        return total
    return total * float(np.exp(-max(abs(one.day - other.day) - SAME_TIME_DAYS, 0.0) / FADING_DAYS))


class Index:
    """Outlines by their stems: `add` gives the new page's likeness to each page added before that is alike at all."""

    def __init__(self) -> None:
        self.outlines: list[Outline] = []
        self._rows: dict[str, array[int]] = {}
        self._weights: dict[str, array[float]] = {}
        self._days = array("d")

    def add(self, page: Outline, *, least: float = LEAST_LIKENESS) -> list[Pair]:
        """Put a page in; give (earlier page, this page, likeness) for each pair at least `least` alike."""
        number = len(self.outlines)
        found = self.alike(page, least=least)
        for word, weight in zip(page.stems, page.weights, strict=True):
            self._rows.setdefault(word, array("q")).append(number)
            self._weights.setdefault(word, array("d")).append(weight)
        self._days.append(math.nan if page.day is None else page.day)
        self.outlines.append(page)
        return [(other, number, likeness) for other, likeness in found]

    def alike(self, page: Outline, *, least: float = LEAST_LIKENESS, fading: bool = True) -> list[tuple[int, float]]:
        """Give the pages in the index that are alike, with their likeness; `fading`: time between them counts."""
        sums = np.zeros(len(self.outlines))
        for word, weight in zip(page.stems, page.weights, strict=True):
            if (rows := self._rows.get(word)) is not None:
                sums[np.frombuffer(rows, np.int64)] += weight * np.frombuffer(self._weights[word])
        if fading and page.day is not None:
            sums *= self._nearness(page.day)
        found = np.flatnonzero(sums >= least)
        return list(zip(found.tolist(), sums[found].tolist(), strict=True))

    def _nearness(self, day: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        """Give 1 for pages of about this day, less for others; a page of no known day is near to all."""
        apart = np.nan_to_num(np.abs(np.frombuffer(self._days, np.float64) - day), nan=0.0)
        nearness: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
        nearness = np.exp(-np.maximum(apart - SAME_TIME_DAYS, 0.0) / FADING_DAYS)
        return nearness

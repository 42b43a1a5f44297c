"""Where two texts are word for word the same: their common stretches, and one chain of them in both texts' order.

Goes in: two documents' `Words`. Comes out: stretches as (first word left, first word right, words). Time grows with the
words, not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from riwaya.across import Evidence
from riwaya.gather.shingles import Words, runs
from riwaya.model import Document, Span

__all__ = ["Stretch", "chain", "evidence_of", "stretches"]

#: (first word left, first word right, number of words)
Stretch = tuple[int, int, int]
#: A stretch shorter than this is no evidence: formulas of protocol are that long.
STRETCH_WORDS = 10
#: Places of one run that are tried in a page: a page that repeats itself for ever must not cost the square of it.
MOST_PLACES = 20
#: Stretches that a chain is chosen from, the longest first.
MOST_LINKS = 200


def stretches(left: Words, right: Words) -> list[Stretch]:
    """Give the longest common stretches (first word left, first word right, words) in left's order, not overlapping."""
    places: dict[int, list[int]] = defaultdict(list)
    right_runs = runs(right).tolist()
    for place, number in enumerate(right_runs):
        places[number].append(place)
    out: list[Stretch] = []
    start, left_runs = 0, runs(left).tolist()
    while start < len(left_runs):
        tried = places.get(left_runs[start], ())[:MOST_PLACES]
        best = max(((_common(left, right, start, at), -at) for at in tried), default=None)
        if best and best[0] >= STRETCH_WORDS:
            out.append((start, -best[1], best[0]))
        start += best[0] if best else 1
    return out


def _common(left: Words, right: Words, start: int, at: int) -> int:
    """Give how many words are the same from these two places on."""
    length = min(len(left.numbers) - start, len(right.numbers) - at)
    other = np.flatnonzero(left.numbers[start : start + length] != right.numbers[at : at + length])
    return int(other[0]) if len(other) else length


def evidence_of(doc: Document, words: Words, start: int, length: int) -> Evidence:
    span = Span(words.starts[start], words.ends[start + length - 1])
    return Evidence(doc.id, span, span.of(doc.text))


def chain(found: Sequence[Stretch]) -> list[Stretch]:
    """Give the stretches, most words in all, that stand in one order in both texts: what was moved is left out.

    >>> chain([(0, 30, 12), (12, 0, 30), (42, 42, 10)])
    [(12, 0, 30), (42, 42, 10)]
    """
    kept = sorted(sorted(found, key=lambda one: (-one[2], one))[:MOST_LINKS])
    best: list[tuple[int, int]] = []  # words so far, and the link before
    for at, (left, right, words) in enumerate(kept):
        before = max(
            (
                (best[b][0], -b)
                for b in range(at)
                if kept[b][0] + kept[b][2] <= left and kept[b][1] + kept[b][2] <= right
            ),
            default=(0, 1),
        )
        best.append((before[0] + words, -before[1]))
    out: list[Stretch] = []
    at = max(range(len(best)), key=lambda b: (best[b][0], -b), default=-1)
    while at >= 0:
        out.append(kept[at])
        at = best[at][1]
    return out[::-1]

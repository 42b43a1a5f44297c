"""Documents that carry the same text, and what was changed in the copying.

Goes in: records. Comes out: groups of near-copies (half of the shorter text's seven-word runs stand in the other) and
copied passages (a long stretch stands in both), each with the passages as evidence and, where stated times or a
credit tell, which page was first. `edits` aligns two pages word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from riwaya.gather.likeness import day_of
from riwaya.gather.shingles import RUN, Words, runs, shared_runs, words_of
from riwaya.model import CopyGroup, Document, Evidence, Record, Span
from riwaya.text.fold import fold

__all__ = ["Edit", "edits", "find_copies"]

#: Share of the shorter text's runs that makes two pages near-copies.
NEAR_COPY = 0.5
#: Words in one stretch that make a copied passage of two pages that are no near-copies: a long sentence.
PASSAGE_WORDS = 25
#: A stretch shorter than this is no evidence: formulas of protocol are that long.
STRETCH_WORDS = 10
#: Places of one run that are tried in a page: a page that repeats itself for ever must not cost the square of it.
MOST_PLACES = 20

#: For two texts (by number): the share of the shorter one's runs that the other has, and how many runs that is.
Shares = dict[tuple[int, int], tuple[float, int]]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change between two copies: "added", "cut" or "altered", with the words on the sides that have them."""

    kind: str
    left: Evidence | None
    right: Evidence | None


def find_copies(records: Sequence[Record]) -> tuple[CopyGroup, ...]:
    """Give the groups of documents that share text, with the passages they share; the order of records is no matter."""
    documents = sorted((record.document for record in records), key=lambda doc: doc.id)
    words = [words_of(doc) for doc in documents]
    many = [runs(one) for one in words]
    shares = _shares(many)
    out = [_near_copies(group, documents, words, shares) for group in _groups(shares)]
    for (left, right), (share, count) in sorted(shares.items()):
        if share < NEAR_COPY and count > PASSAGE_WORDS - RUN:
            stretches = _stretches(words[left], words[right])
            if any(length >= PASSAGE_WORDS for _, _, length in stretches):
                out.append(_passages(documents[left], documents[right], words[left], words[right], stretches, share))
    return tuple(out)


def _shares(many: Sequence[NDArray[np.uint64]]) -> Shares:
    """Give, for each two texts that share runs, the share of the shorter one's runs and how many."""
    size = [len(np.unique(numbers)) for numbers in many]
    return {
        (left, right): (count / min(size[left], size[right]), count)
        for (left, right), count in shared_runs(many).items()
    }


def _groups(shares: Shares) -> list[list[int]]:
    """Give groups in which every two pages are near-copies, so that every such two stand in one group.

    A page that holds two others' texts stands in two groups: copying is no equivalence; chains would join strangers.
    """
    near: dict[int, set[int]] = defaultdict(set)
    pairs = sorted((-share, left, right) for (left, right), (share, _) in shares.items() if share >= NEAR_COPY)
    for _, left, right in pairs:
        near[left].add(right)
        near[right].add(left)
    out: list[list[int]] = []
    covered: set[tuple[int, int]] = set()
    for _, left, right in pairs:
        if (left, right) not in covered:
            group, common = [left, right], near[left] & near[right]
            while common:
                best = min(common, key=lambda number: (-len(near[number] & common), number))
                group.append(best)
                common &= near[best]
            covered.update((a, b) for a in group for b in group if a < b)
            out.append(sorted(group))
    return sorted(out)


def _near_copies(
    group: list[int],
    documents: Sequence[Document],
    words: Sequence[Words],
    shares: Shares,
) -> CopyGroup:
    """Make one group: each page is laid beside the first page, or beside the page most like it."""
    inside = [documents[number] for number in group]
    original = _first(inside)
    lead = next((n for n in group if documents[n].id == original), _fullest(group, shares))
    passages: list[Evidence] = []
    for number in group:
        if number != lead:
            for _, start, length in _stretches(words[lead], words[number]):
                passages.append(_evidence(documents[number], words[number], start, length))
    least = min(shares[a, b][0] for a in group for b in group if a < b)
    return CopyGroup(tuple(doc.id for doc in inside), original, least, tuple(passages))


def _fullest(group: list[int], shares: Shares) -> int:
    """Give the page that shares most runs with the others of its group."""
    total = {a: sum(shares.get((min(a, b), max(a, b)), (0.0, 0))[1] for b in group if b != a) for a in group}
    return max(group, key=lambda number: (total[number], -number))


def _passages(
    left: Document,
    right: Document,
    left_words: Words,
    right_words: Words,
    stretches: list[tuple[int, int, int]],
    share: float,
) -> CopyGroup:
    """Make the group of two pages that share long passages only."""
    evidence = [_evidence(left, left_words, start, length) for start, _, length in stretches]
    evidence += [_evidence(right, right_words, start, length) for _, start, length in stretches]
    return CopyGroup((left.id, right.id), _first([left, right]), share, tuple(evidence))


def _first(documents: Sequence[Document]) -> str | None:
    """Give the page that was first: the one whose outlet the others credit, else the only one of the earliest day."""
    for doc in documents:
        name = fold(doc.outlet.name) if doc.outlet else ""
        others = [other for other in documents if other.id != doc.id]
        if name and all(any(fold(span.of(other.text)) == name for span in other.agencies) for other in others):
            return doc.id
    days = [day_of(doc) if doc.published and "/" not in doc.published else None for doc in documents]
    known = [day for day in days if day is not None]
    if len(known) < len(documents) or known.count(min(known)) != 1:
        return None
    return documents[known.index(min(known))].id


def _stretches(left: Words, right: Words) -> list[tuple[int, int, int]]:
    """Give the longest common stretches (first word left, first word right, words) in left's order, not overlapping."""
    places: dict[int, list[int]] = defaultdict(list)
    right_runs = runs(right).tolist()
    for place, number in enumerate(right_runs):
        places[number].append(place)
    out: list[tuple[int, int, int]] = []
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


def _evidence(doc: Document, words: Words, start: int, length: int) -> Evidence:
    span = Span(words.starts[start], words.ends[start + length - 1])
    return Evidence(doc.id, span, span.of(doc.text))


_KINDS = {"insert": "added", "delete": "cut", "replace": "altered"}


def edits(left: Record, right: Record) -> Iterator[Edit]:
    """Give what the right page added, cut or altered against the left one, in order, word by word."""
    one, two = words_of(left.document), words_of(right.document)
    matcher = SequenceMatcher(None, one.numbers.tolist(), two.numbers.tolist(), autojunk=False)
    for tag, start, end, at, to in matcher.get_opcodes():
        if tag != "equal":
            yield Edit(
                _KINDS[tag],
                _evidence(left.document, one, start, end - start) if end > start else None,
                _evidence(right.document, two, at, to - at) if to > at else None,
            )

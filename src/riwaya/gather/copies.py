"""Documents that carry the same text, and what was changed in the copying.

Goes in: records. Comes out: groups of near-copies (half of the shorter text's seven-word runs stand in the other) and
copied passages (a long stretch stands in both), each with the passages as evidence and, where stated times or a
credit tell, which page was first, and each page's edits (`gather.edits`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from riwaya.across import CopyGroup, Edit, Evidence
from riwaya.gather.alignment import Stretch, evidence_of, stretches
from riwaya.gather.edits import changes
from riwaya.gather.likeness import day_of
from riwaya.gather.shingles import RUN, Words, runs, shared_runs, words_of
from riwaya.model import Document, Record
from riwaya.text.fold import fold

__all__ = ["find_copies"]

#: Share of the shorter text's runs that makes two pages near-copies.
NEAR_COPY = 0.5
#: Words in one stretch that make a copied passage of two pages that are no near-copies: a long sentence.
PASSAGE_WORDS = 25

#: For two texts (by number): the share of the shorter one's runs that the other has, and how many runs that is.
Shares = dict[tuple[int, int], tuple[float, int]]


def find_copies(records: Sequence[Record]) -> tuple[CopyGroup, ...]:
    """Give the groups of documents that share text, with the passages they share; the order of records is no matter."""
    ordered = sorted(records, key=lambda record: record.document.id)
    words = [words_of(record.document) for record in ordered]
    many = [runs(one) for one in words]
    shares = _shares(many)
    out = [_near_copies(group, ordered, words, shares) for group in _groups(shares)]
    for (left, right), (share, count) in sorted(shares.items()):
        if share < NEAR_COPY and count > PASSAGE_WORDS - RUN:
            found = stretches(words[left], words[right])
            if any(length >= PASSAGE_WORDS for _, _, length in found):
                pair = (ordered[left].document, ordered[right].document)
                out.append(_passages(pair, (words[left], words[right]), found, share))
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


def _near_copies(group: list[int], records: Sequence[Record], words: Sequence[Words], shares: Shares) -> CopyGroup:
    """Make one group: each page is laid beside the first page, or beside the page most like it."""
    inside = [records[number].document for number in group]
    original, why = _first(inside)
    lead = next((n for n in group if records[n].document.id == original), _fullest(group, shares))
    passages: list[Evidence] = []
    edits: list[Edit] = []
    for number in group:
        if number != lead:
            found = stretches(words[lead], words[number])
            doc = records[number].document
            passages += [evidence_of(doc, words[number], start, length) for _, start, length in found]
            edits += changes(records[lead], records[number], (words[lead], words[number]), found)
    least = min(shares[a, b][0] for a in group for b in group if a < b)
    return CopyGroup(tuple(doc.id for doc in inside), original, least, tuple(passages), tuple(edits),
                     _credits(inside), why)  # fmt: skip


def _fullest(group: list[int], shares: Shares) -> int:
    """Give the page that shares most runs with the others of its group."""
    total = {a: sum(shares.get((min(a, b), max(a, b)), (0.0, 0))[1] for b in group if b != a) for a in group}
    return max(group, key=lambda number: (total[number], -number))


def _passages(
    pair: tuple[Document, Document], words: tuple[Words, Words], found: list[Stretch], share: float
) -> CopyGroup:
    """Make the group of two pages that share long passages only."""
    evidence = [evidence_of(pair[0], words[0], start, length) for start, _, length in found]
    evidence += [evidence_of(pair[1], words[1], start, length) for _, start, length in found]
    original, why = _first(pair)
    return CopyGroup((pair[0].id, pair[1].id), original, share, tuple(evidence), (), _credits(pair), why)


def _credits(documents: Sequence[Document]) -> tuple[Evidence, ...]:
    """Give the agencies and outlets that the pages credit, as printed."""
    return tuple(Evidence(doc.id, span, span.of(doc.text)) for doc in documents for span in doc.agencies)


def _first(documents: Sequence[Document]) -> tuple[str | None, str]:
    """Give the page that was first and why: the one whose outlet the others credit, else the only one of the earliest
    day."""
    for doc in documents:
        name = fold(doc.outlet.name) if doc.outlet else ""
        others = [other for other in documents if other.id != doc.id]
        if name and all(any(fold(span.of(other.text)) == name for span in other.agencies) for other in others):
            return doc.id, "the others credit its outlet"
    days = [day_of(doc) if doc.published and "/" not in doc.published else None for doc in documents]
    known = [day for day in days if day is not None]
    if len(known) < len(documents):
        return None, "not every page states its day"
    if known.count(min(known)) != 1:
        return None, "several pages are of the earliest day"
    return documents[known.index(min(known))].id, "the only page of the earliest day stated"

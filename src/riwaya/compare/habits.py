"""Each outlet's habits over many stories: which title, which label, how often unnamed sources, with counts and intervals.

Goes in: records and their entities. Comes out: `Habit`s, one for each outlet and choice: how often it could have chosen
and how often it chose so, with the 95 % interval of Wilson. Counts are of documents, so that a page that repeats a word
ten times counts once. A table, no score of truth: Riwaya rates nobody.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from riwaya.across import Entity, Habit
from riwaya.compare.offices import honours, rank_in, rank_of
from riwaya.compare.wording import label_phrases
from riwaya.model import Record
from riwaya.text.words import tokenize

__all__ = ["Habit", "habits", "wilson"]

#: 97.5th percentile of the normal distribution.
_Z = 1.959964
#: Outlets that must have had the choice, and the ways in which they chose, for it to be one.
_FEWEST_OUTLETS, _FEWEST_CHOICES = 2, 2
#: What a page that gives a person no rank or honour chose.
_NONE = "—"

#: (kind, what it is about, how a reader is told what that is)
_Choice = tuple[str, str, str]


def habits(records: Sequence[Record], entities: Sequence[Entity]) -> tuple[Habit, ...]:
    """Give every outlet's habits in fixed order; what only one outlet had to choose is left out, and pages of none."""
    outlet = {r.document.id: r.document.outlet.name for r in records if r.document.outlet}
    chosen: dict[_Choice, dict[str, dict[str, set[str]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for choice, document, value in (*_titles(records, entities), *_labels(records)):
        if document in outlet:
            chosen[choice][outlet[document]][value].add(document)
    out = list(_unnamed(records))
    for (kind, about, name), outlets in chosen.items():
        values = {value for many in outlets.values() for value in many}
        if len(outlets) >= _FEWEST_OUTLETS and len(values) >= _FEWEST_CHOICES:
            for key, many in outlets.items():
                documents = len(set().union(*many.values()))
                out += [_habit(kind, key, about, name, v, len(many[v]), documents) for v in many]
    return tuple(sorted(out, key=lambda h: (h.kind, h.name, h.about, h.outlet, -h.count, h.choice)))


def wilson(count: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a share after Wilson: honest also for few pages and for shares of 0 and 1.

    >>> [round(edge, 3) for edge in wilson(8, 10)], wilson(0, 0)
    ([0.49, 0.943], (0.0, 1.0))
    """
    if not of:
        return 0.0, 1.0
    share, square = count / of, _Z * _Z
    middle = share + square / (2 * of)
    spread = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, (middle - spread) / (1 + square / of)), min(1.0, (middle + spread) / (1 + square / of))


def _habit(kind: str, outlet: str, about: str, name: str, choice: str, count: int, of: int) -> Habit:
    low, high = wilson(count, of)
    return Habit(kind, outlet, about, name, choice, count, of, round(low, 4), round(high, 4))


def _titles(records: Sequence[Record], entities: Sequence[Entity]) -> Iterator[tuple[_Choice, str, str]]:
    """Give the rank (or honour) that each page gives a person, and "—" where it gives one that others rank none."""
    texts = {record.document.id: record.document.text for record in records}
    for entity in entities:
        if entity.type != "PERSON":
            continue
        given: dict[str, set[str]] = {}
        for document, mention in entity.mentions:
            if document in texts:
                found = given.setdefault(document, set())
                for title in mention.titles:
                    words = title.of(texts[document])
                    if rank_of(words):
                        found.add(rank_in(words))
                    elif hits := honours().find(tokenize(words)):
                        found.add(" ".join(hits[0].span.of(words).split()))
        if any(given.values()):
            for document, found in given.items():
                for value in sorted(found) or [_NONE]:
                    yield ("title", entity.id, entity.name), document, value


def _labels(records: Sequence[Record]) -> Iterator[tuple[_Choice, str, str]]:
    """Give the labels of each slot that a page uses in its own voice: outside what it hands over to somebody."""
    for record in records:
        doc = record.document
        said = [claim.span for claim in record.claims]
        for block in doc.article():
            for hit in label_phrases().find(tokenize(doc.text), block.span):
                if not any(span.holds(hit.span) for span in said):
                    yield ("label", hit.value.slot, hit.value.slot), doc.id, hit.value.id


def _unnamed(records: Sequence[Record]) -> Iterator[Habit]:
    """Give how many of each outlet's claims rest on nobody named."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for record in records:
        if outlet := record.document.outlet:
            for claim in record.claims:
                if claim.sources:
                    counts[outlet.name][0] += claim.sources[-1].kind == "unnamed"
                    counts[outlet.name][1] += 1
    for name, (count, of) in sorted(counts.items()):
        yield _habit("unnamed", name, "", "", "unnamed", count, of)

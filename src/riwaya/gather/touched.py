"""What one new page touches: the stories that must be gathered anew, and nothing else.

Goes in: what was kept of every page (its `Outline`, a few kilobytes) and a new page's. Comes out: which stories change,
which come and go, and the documents whose records are needed to gather them again. All of it follows from likeness of
two pages, which depends on these two alone: so the stories are the same, to the last id, as if all pages had been
gathered at once (a test holds this for any order).

How a library adds a page: keep the `Outline` of each; find the pages that share stems with the new one; give their
likeness to `touched`; load the records of `Touched.documents` alone, gather and compare them, and put the result in place
of the stories in `Touched.gone`. (A library that regathers only the stories next to the new page is right but for a
story one further on, whose average with a story that grew may have crossed the threshold.)

What needs a full gathering, now and then (nightly): joins that reach over stories. An entity that only the new page shows
to be two spellings of one, a family name alone that now has two bearers, a background event told in stories that have
nothing else in common, links between stories, and judgements of people. Until then each story is right in itself; ids of
stories and happenings come from their first page, so that both ways agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riwaya.gather.likeness import LEAST_LIKENESS, Outline, likeness_of
from riwaya.gather.linkage import average_linkage
from riwaya.gather.stories import STORY_LIKENESS

__all__ = ["Near", "Touched", "near", "touched"]

#: Documents near to one, with their likeness.
Near = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a new page changes: the groups that it leaves (`stories`, those that were so before left out), the groups
    that are no more (`gone`), and every document of both (`documents`), all sorted."""

    stories: tuple[tuple[str, ...], ...]
    gone: tuple[tuple[str, ...], ...]
    documents: tuple[str, ...]


def near(page: Outline, others: Iterable[Outline]) -> dict[str, float]:
    """Give the pages that are alike at all, with their likeness, as gathering all pages at once would find them."""
    found = {other.document: likeness_of(page, other) for other in others if other.document != page.document}
    return {document: value for document, value in found.items() if value >= LEAST_LIKENESS}


def touched(page: str, likeness: Mapping[str, Near]) -> Touched:
    """Give what a new page changes.

    `likeness` holds the new page's near ones and those of every document that hangs together with it (each pair of
    documents at least `STORY_LIKENESS` alike hangs together); what is missing in it is taken as alike to nothing.
    """
    after = _groups(page, likeness, without=None)
    rest = sorted({document for group in after for document in group} - {page})
    before: set[tuple[str, ...]] = set()
    seen: set[str] = set()
    for document in rest:
        if document not in seen:
            groups = _groups(document, likeness, without=page)
            seen |= {key for group in groups for key in group}
            before |= set(groups)
    new, gone = set(after) - before, before - set(after)
    return Touched(tuple(sorted(new)), tuple(sorted(gone)), tuple(sorted({key for g in new | gone for key in g})))


def _groups(start: str, likeness: Mapping[str, Near], *, without: str | None) -> list[tuple[str, ...]]:
    """Give the groups of all documents that hang together with one."""
    inside, todo = {start}, [start]
    while todo:
        for other, value in likeness.get(todo.pop(), {}).items():
            if value >= STORY_LIKENESS and other != without and other not in inside:
                inside.add(other)
                todo.append(other)
    ordered = sorted(inside)
    place = {document: at for at, document in enumerate(ordered)}
    pairs = [
        (at, place[other], value)
        for document, at in place.items()
        for other, value in likeness.get(document, {}).items()
        if place.get(other, -1) > at
    ]
    return [tuple(ordered[at] for at in group) for group in average_linkage(len(ordered), pairs, STORY_LIKENESS)]

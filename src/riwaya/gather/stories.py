"""Documents joined into stories: pages about one chain of events, near in time.

Goes in: records, and what was gathered of them so far. Comes out: `Story`s; every document is in exactly one, alone
where it stands alone. Two pages' likeness depends on these two pages only (`likeness`), and groups are cut by average
linkage inside pages that hang together (`linkage`): so the order of pages does not matter, and `Stories` gives the same
groups whether pages are added one by one or all at once.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.across import CopyGroup, Entity, Happening, Story
from riwaya.gather.likeness import Index, Outline, day_of, outline
from riwaya.gather.linkage import average_linkage
from riwaya.gather.timeline import time_line
from riwaya.model import Document, Record, stable_id
from riwaya.text.stem import stems_in

__all__ = ["Stories", "gather_stories"]

#: Average likeness that holds a story together. 0.12 to 0.15 give B-cubed 1.00 on the annotated pages, alone and among
#: 5,000 others; 0.18 begins to split them.
STORY_LIKENESS = 0.14
#: Likeness of two stories, whatever lies between them in time, that makes one the other's background or sequel.
LINK_LIKENESS = 0.16
#: Stems of a story that are compared when links are sought, and the most links a story gets.
LINK_STEMS, MOST_LINKS = 30, 5
#: Letters of a page's first sentence that serve as a title where no page has a headline.
TITLE_LETTERS = 90


class Stories:
    """Pages in groups. `add` takes one page and gives the groups it changed; `groups` gives all of them."""

    def __init__(self) -> None:
        self._index = Index()
        self._near: list[list[tuple[int, float]]] = []
        self._root: list[int] = []
        self._members: dict[int, list[int]] = {}
        self._groups: dict[int, tuple[tuple[str, ...], ...]] = {}

    def add(self, page: Outline) -> tuple[tuple[str, ...], ...]:
        """Put a page in; give the groups of the pages that hang together with it, as document ids."""
        root = self._put(page)
        return self._cut(root)

    def add_all(self, pages: Iterable[Outline]) -> None:
        """Put many pages in."""
        for page in pages:
            self._put(page)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Give every group, as document ids, in order."""
        return tuple(sorted(group for root in list(self._members) for group in self._cut(root)))

    def outlines(self) -> dict[str, Outline]:
        """Give every page's outline by its document's id."""
        return {page.document: page for page in self._index.outlines}

    def _put(self, page: Outline) -> int:
        pairs = self._index.add(page)
        number = len(self._root)
        self._root.append(number)
        self._members[number] = [number]
        self._near.append([(other, likeness) for other, _, likeness in pairs])
        for other, _, likeness in pairs:
            self._near[other].append((number, likeness))
            if likeness >= STORY_LIKENESS:
                self._unite(self._root[other], self._root[number])
        self._groups.pop(self._root[number], None)
        return self._root[number]

    def _unite(self, left: int, right: int) -> None:
        """Make one of two sets of pages that hang together; the smaller is renamed."""
        if left == right:
            return
        small, large = sorted((left, right), key=lambda root: (len(self._members[root]), root))
        for number in self._members[small]:
            self._root[number] = large
        self._members[large] += self._members.pop(small)
        self._groups.pop(small, None)
        self._groups.pop(large, None)

    def _cut(self, root: int) -> tuple[tuple[str, ...], ...]:
        """Give the groups inside one set of pages that hang together (remembered until a page is added to it)."""
        if root not in self._groups:
            pages = sorted((self._index.outlines[number].document, number) for number in self._members[root])
            rank = {number: place for place, (_, number) in enumerate(pages)}
            pairs = [
                (place, rank[other], likeness)
                for number, place in rank.items()
                for other, likeness in self._near[number]
                if rank.get(other, -1) > place
            ]
            cut = average_linkage(len(pages), pairs, STORY_LIKENESS)
            self._groups[root] = tuple(tuple(pages[place][0] for place in group) for group in cut)
        return self._groups[root]


def gather_stories(
    records: Sequence[Record],
    entities: Sequence[Entity],
    happenings: Sequence[Happening],
    copies: Sequence[CopyGroup],
) -> tuple[Story, ...]:
    """Give the stories of the records; every document is in exactly one, alone where it stands alone."""
    shelf = Stories()
    shelf.add_all(outline(record) for record in records)
    documents = {record.document.id: record.document for record in records}
    told: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        for document in sorted({report.document for report in happening.reports}):
            told[document].append(happening)
    outlines = shelf.outlines()
    stories, middles = [], []
    for group in shelf.groups():
        ordered = tuple(sorted(group, key=lambda key: (day_of(documents[key]) or 0, key)))
        middle = _middle([outlines[key] for key in ordered])
        happened = {h.id: h for key in ordered for h in told[key]}
        inside = tuple(c for c in copies if set(c.documents) <= set(ordered))
        stories.append(_story(ordered, documents, middle, time_line(tuple(happened.values())), inside))
        middles.append(middle)
    return _linked(stories, middles)


def _story(
    ordered: tuple[str, ...],
    documents: dict[str, Document],
    middle: dict[str, float],
    happened: tuple[Happening, ...],
    copies: tuple[CopyGroup, ...],
) -> Story:
    """Make one story of its documents; its id is that of its first page, so that it lives on as pages are added."""
    days = sorted(day for key in ordered if (day := (documents[key].published or documents[key].crawled or "")[:10]))
    why = (f"average likeness of its {len(ordered)} pages at least {STORY_LIKENESS}",) if len(ordered) > 1 else ()
    return Story(
        stable_id("s", ordered[0]),
        _title([documents[key] for key in ordered], middle),
        ordered,
        tuple(happening.id for happening in happened),
        days[0] if days else None,
        days[-1] if days else None,
        copies,
        why,
    )


def _middle(pages: Sequence[Outline]) -> dict[str, float]:
    """Give the mean of the pages' weights by stem."""
    sums: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        for word, weight in zip(page.stems, page.weights, strict=True):
            sums[word].append(weight)
    return {word: math.fsum(weights) / len(pages) for word, weights in sums.items()}


def _title(documents: Sequence[Document], middle: dict[str, float]) -> str:
    """Give the headline that says most of the story in the fewest words, else the first sentence of the first page."""
    headlines = [doc.title.of(doc.text) for doc in documents if doc.title]
    if headlines:
        return " ".join(max(headlines, key=lambda text: (_says(text, middle), text)).split())
    for doc in documents:
        if doc.sentences:
            first = " ".join(doc.sentences[0].of(doc.text).split())
            return first if len(first) <= TITLE_LETTERS else first[:TITLE_LETTERS].rsplit(" ", 1)[0] + "…"
    return ""


def _says(headline: str, middle: dict[str, float]) -> float:
    words = stems_in(headline)
    return round(math.fsum(middle.get(word, 0.0) for word in set(words)) / math.sqrt(len(words) or 1), 9)


def _linked(stories: list[Story], middles: list[dict[str, float]]) -> tuple[Story, ...]:
    """Give the stories with the ids of those that are alike whatever lies between them in time."""
    index = Index()
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for story, middle in zip(stories, middles, strict=True):
        top = sorted(sorted(middle.items(), key=lambda pair: (-pair[1], pair[0]))[:LINK_STEMS])
        norm = math.sqrt(math.fsum(weight * weight for _, weight in top)) or 1.0
        page = Outline(story.id, None, tuple(word for word, _ in top), tuple(weight / norm for _, weight in top))
        for other, number, likeness in index.add(page, least=LINK_LIKENESS):
            found[number].append((-likeness, other))
            found[other].append((-likeness, number))
    out = []
    for number, story in enumerate(stories):
        best = sorted(found[number])[:MOST_LINKS]
        why = tuple(_link_why(story, stories[other], -likeness) for likeness, other in best)
        out.append(replace(story, linked=tuple(stories[other].id for _, other in best), link_why=why))
    return tuple(out)


def _link_why(story: Story, other: Story, likeness: float) -> str:
    """Say what a linked story is to this one: its background, its sequel or its like in the same days, and why."""
    shared = len(set(story.happenings) & set(other.happenings))
    told = f", {shared} events told in both" if shared else ""
    kind = "of the same days"
    if other.end and story.start and other.end < story.start:
        kind = "background: it ended before"
    elif story.end and other.start and other.start > story.end:
        kind = "sequel: it began after"
    return f"{kind} ({likeness:.2f} alike{told})"

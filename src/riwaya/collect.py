"""Pages into a library: read those that are new, keep each as it comes, then gather and compare.

Goes in: an open library and pages. Comes out: counts and Problems. A run that is stopped has lost nothing: what was
added stays, and the next run goes on with what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from riwaya.batch import Guard, read_each
from riwaya.compare.habits import habits
from riwaya.compare.together import gather
from riwaya.model import Page, Problem
from riwaya.scale import records_of
from riwaya.store.habits import replace_habits
from riwaya.store.library import Library

__all__ = ["Added", "add_dataset", "add_pages", "read_again", "rebuild", "update"]

#: Gathering everything costs little more than a part this large: one in so many documents.
_PART = 3


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding pages: how many were new, how many were there before, and what could not be read."""

    new: int
    known: int
    problems: tuple[Problem, ...]


def add_pages(
    library: Library,
    pages: Iterable[Page | Problem],
    step: Callable[[str], None] = lambda source: None,
    *,
    workers: int = 0,
    guard: Guard | None = None,
    halted: Callable[[], bool] = lambda: False,
) -> Added:
    """Read pages and add each in a transaction of its own; a page whose source is known already is passed over.

    Once `halted` says so no further page is begun; those in hand are finished. A page that cannot be read is set aside
    with its bytes.
    """
    known_sources = library.sources()
    in_hand: dict[str, Page] = {}
    passed = 0

    def fresh() -> Iterable[Page | Problem]:
        nonlocal passed
        for page in pages:
            if halted():
                return
            if isinstance(page, Page):
                if page.source in known_sources or page.source in in_hand:
                    passed += 1
                    step(page.source)
                    continue
                in_hand[page.source] = page
            yield page

    new, problems = 0, []
    for item in read_each(fresh(), workers=workers, guard=guard or Guard()):
        if isinstance(item, Problem):
            problems.append(item)
            if page := in_hand.pop(item.source, None):
                library.set_aside(page, item)
            step(item.source)
        else:
            page = in_hand.pop(item.document.source)
            added = library.add(page, item)
            new, passed = new + added, passed + (not added)
            step(page.source)
    return Added(new, passed, tuple(problems))


def read_again(
    library: Library, step: Callable[[str], None] = lambda source: None, *, workers: int = 0, guard: Guard | None = None
) -> Added:
    """Read every page of the library anew, as this version reads, each put in place in a transaction of its own.

    A page that cannot be read now keeps what was read before.
    """
    in_hand: dict[str, str] = {}

    def kept() -> Iterable[Page]:
        for document in library.documents():
            for key, page, _ in library.pages([document]):
                in_hand[page.source] = key
                yield page

    new, problems = 0, []
    for item in read_each(kept(), workers=workers, guard=guard or Guard()):
        source = item.source if isinstance(item, Problem) else item.document.source
        key = in_hand.pop(source)
        if isinstance(item, Problem):
            problems.append(item)
        else:
            library.replace(key, item)
            new += 1
        step(source)
    library.index_again()
    return Added(new, 0, tuple(problems))


def add_dataset(library: Library, dataset: Path, step: Callable[[str], None] = lambda source: None) -> Added:
    """Add the pages of a data set that `riwaya scale` wrote, as they were read there, each in its own transaction.

    Raises:
        InputError: the folder is no data set.
    """
    new = known = 0
    for page, record in records_of(dataset):
        added = library.add(page, record)
        new, known = new + added, known + (not added)
        step(page.source)
    return Added(new, known, ())


def update(library: Library) -> int:
    """Gather and compare anew only the stories that documents change which no gathering has seen; give how many
    documents these have.

    The stories are those of a full gathering. A person whom a new page shows to be two or one, links between stories,
    judgements of names and outlets' habits wait for `rebuild`.
    """
    new = library.ungathered()
    around = library.touched(new)
    if around is None or len(around) * _PART > len(library):
        rebuild(library)
        return len(library)
    library.replace_part(sorted(around), gather(tuple(library.records(sorted(around))), library.judgements()))
    return len(around)


def rebuild(library: Library) -> None:
    """Gather and compare everything in the library anew, as people judged it, and put it in place in one transaction.

    Outlets' habits are counted then, over all pages.
    """
    records = tuple(library.records())
    gathered = gather(records, library.judgements())
    library.replace_gathered(gathered)
    replace_habits(library, habits(records, gathered.entities))

"""A page added later changes its own story, and leaves the library as a gathering of everything would."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.across import Gathered
from riwaya.batch import Reading, read_pages
from riwaya.collect import add_pages, rebuild, update
from riwaya.compare.together import gather
from riwaya.model import Page
from riwaya.page.intake import find_pages
from riwaya.store.jsonl import rows
from riwaya.store.library import Library, open_library
from riwaya.store.near import near
from riwaya.store.schema import check_rows

SAMPLES = Path(__file__).parents[2] / "samples" / "pages"
PAGES = [page for page in find_pages([str(SAMPLES)]) if isinstance(page, Page)]


def _said(gathered: Gathered) -> object:
    """Give what was gathered without ids: stories, names, events and differences."""
    stories = {tuple(sorted(story.documents)) for story in gathered.stories}
    names = {(e.type, frozenset((d, m.span) for d, m in e.mentions)) for e in gathered.entities}
    events = {(h.type, h.when, frozenset((r.document, r.span) for r in h.reports)) for h in gathered.happenings}
    differences = {(x.kind, frozenset(v.value for v in x.values)) for x in gathered.differences}
    return stories, names, events, differences


@pytest.fixture(scope="module")
def filling() -> list[Page]:
    """Give pages of other stories, so that a sample's story is a small part of the library."""
    towns = ("بنغازي", "سوسة", "وهران", "طنجة", "حمص", "البصرة", "عدن", "الخرطوم", "صنعاء", "دهوك", "قابس", "بجاية")
    texts = [
        f"أعلنت بلدية {town} يوم {n + 1} فبراير 2019 افتتاح سوق جديدة للأسماك رقم {n}."
        for n, town in enumerate(towns * 2)
    ]
    return [
        Page(f"fill-{n}.txt", text.encode(), "text", published=f"20{10 + n % 13}-02-03") for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize("last", range(len(PAGES)))
def test_one_page_later_is_as_all_at_once(last: int, filling: list[Page], tmp_path: Path) -> None:
    before = [page for number, page in enumerate(PAGES) if number != last]
    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, [*before, *filling])
        rebuild(library)
        add_pages(library, [PAGES[last]])
        assert update(library) < len(library)
        assert library.ungathered() == []
        assert library.check() == []
        check_rows(rows(tuple(library.records()), library.gathered()))
        part = _said(library.gathered())
        rebuild(library)
        assert part == _said(library.gathered())


def test_a_library_without_outlines_is_gathered_whole(reading: Reading, tmp_path: Path) -> None:
    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, PAGES[:2])
        library.connection.execute("delete from outline_stem")
        assert update(library) == 2
        assert {d for s in library.gathered().stories for d in s.documents} == {
            r.document.id for r in library.records()
        }


def test_likeness_is_that_of_the_gathering(tmp_path: Path) -> None:
    from riwaya.gather.likeness import Index, outline

    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, PAGES)
        index, found = Index(), {}
        for record in library.records():
            for one, other, likeness in index.add(outline(record)):
                found[index.outlines[one].document, index.outlines[other].document] = likeness
        assert found
        for (one, other), likeness in found.items():
            assert near(library.connection, one)[other] == pytest.approx(likeness)
            assert near(library.connection, other)[one] == pytest.approx(likeness)


def test_everything_new_is_gathered_whole(tmp_path: Path) -> None:
    records = read_pages(PAGES[:3]).records
    with open_library(tmp_path / "news.riwaya") as library:
        add_pages(library, PAGES[:3])
        assert update(library) == 3
        assert _said(library.gathered()) == _said(gather(records))
        assert isinstance(library, Library)

"""A new page touches few stories, and what it leaves is what gathering all pages at once gives."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.gather.likeness import Outline
from riwaya.gather.stories import Stories
from riwaya.gather.touched import near, touched

WORDS = ["جسر", "نهر", "مطر", "سوق", "ميناء", "حريق", "قطار", "سفينة", "ملعب", "مدرسة"]
PAGES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=5, unique=True), st.none() | st.integers(738_000, 738_060)
    ),
    min_size=1,
    max_size=14,
)


def outline_of(key: str, words: list[str], day: int | None) -> Outline:
    weight = len(words) ** -0.5
    return Outline(key, day, tuple(sorted(words)), tuple(weight for _ in words))


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_adding_pages_one_by_one_gives_the_stories_of_all_at_once(pages: list[tuple[list[str], int | None]]) -> None:
    outlines = [outline_of(f"p{number:02}", words, day) for number, (words, day) in enumerate(pages)]
    kept: dict[str, Outline] = {}
    likeness: dict[str, dict[str, float]] = {}
    stories: set[tuple[str, ...]] = set()
    for page in outlines:
        likeness[page.document] = near(page, kept.values())
        for other, value in likeness[page.document].items():
            likeness[other][page.document] = value
        kept[page.document] = page
        change = touched(page.document, likeness)
        assert set(change.gone) <= stories
        stories = stories - set(change.gone) | set(change.stories)
    shelf = Stories()
    shelf.add_all(outlines)
    assert stories == set(shelf.groups())


def test_a_page_of_another_matter_touches_nothing_but_itself() -> None:
    pages = [outline_of("a", ["جسر", "نهر"], 1), outline_of("b", ["جسر", "نهر"], 1), outline_of("c", ["ملعب"], 1)]
    likeness = {page.document: near(page, pages) for page in pages}
    change = touched("c", likeness)
    assert (change.stories, change.gone, change.documents) == ((("c",),), (), ("c",))

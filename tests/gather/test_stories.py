"""Pages into stories: what belongs together, at any order, one by one or at once."""

from __future__ import annotations

import random

import pytest

from riwaya.gather.likeness import outline
from riwaya.gather.linkage import average_linkage
from riwaya.gather.stories import Stories, gather_stories
from riwaya.model import Block, Document, Record, Span

BRIDGE = "انهيار جسر الوادي في مدينة سلمونة ومقتل عشرة أشخاص"
PAGES = {
    "a": ("2021-03-01", BRIDGE, "انهار جسر الوادي في سلمونة صباحا وقتل عشرة أشخاص وفق الدفاع المدني في سلمونة."),
    "b": ("2021-03-02", "ارتفاع قتلى جسر سلمونة", "ارتفع عدد قتلى انهيار جسر الوادي في سلمونة إلى اثني عشر."),
    "c": ("2021-03-02", "النجم كوربانو يوقع لنادي المرسى", "وقع المهاجم كوربانو عقدا مع نادي المرسى لثلاثة مواسم."),
    "d": ("2022-09-20", "عام ونصف على انهيار جسر الوادي في سلمونة", "أحيا أهالي سلمونة ذكرى انهيار جسر الوادي."),
}


def record(key: str) -> Record:
    day, title, body = PAGES[key]
    text = f"{title}\n{body}"
    head, rest = Span(0, len(title)), Span(len(title) + 1, len(text))
    blocks = (Block(head, "title"), Block(rest, "body"))
    return Record(Document(key, f"{key}.txt", text, blocks, (rest,), head, published=day))


def grouped(keys: str) -> set[tuple[str, ...]]:
    return {story.documents for story in gather_stories([record(key) for key in keys], (), (), ())}


def test_pages_of_one_event_are_one_story_and_others_stand_alone() -> None:
    assert grouped("abcd") == {("a", "b"), ("c",), ("d",)}


def test_a_story_keeps_its_days_its_title_and_its_links() -> None:
    stories = {story.documents: story for story in gather_stories([record(key) for key in "abcd"], (), (), ())}
    story = stories["a", "b"]
    assert (story.start, story.end) == ("2021-03-01", "2021-03-02")
    assert story.title in (PAGES["a"][1], PAGES["b"][1])
    assert stories[("d",)].id in story.linked
    assert stories[("c",)].linked == ()


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_pages_does_not_matter(seed: int) -> None:
    keys = list("abcd")
    random.Random(seed).shuffle(keys)
    assert gather_stories([record(key) for key in keys], (), (), ()) == gather_stories(
        [record(key) for key in "abcd"], (), (), ()
    )


def test_one_by_one_is_all_at_once() -> None:
    at_once, one_by_one = Stories(), Stories()
    at_once.add_all(outline(record(key)) for key in "abcd")
    for key in "dbca":
        one_by_one.add(outline(record(key)))
    assert one_by_one.groups() == at_once.groups()


@pytest.mark.parametrize("text", ["", "م", "ًٌٍ", "\ud800", "only English here", "ـ" * 50])
def test_no_text_breaks_it(text: str) -> None:
    span = Span(0, len(text))
    page = Record(Document("x", "x.txt", text, (Block(span, "body"),), (span,) if text else ()))
    assert [story.documents for story in gather_stories([page], (), (), ())] == [("x",)]


def test_average_linkage_leaves_a_bridge_uncrossed() -> None:
    pairs = [(0, 1, 0.9), (2, 3, 0.9), (1, 2, 0.5)]
    assert average_linkage(4, pairs, 0.4) == [[0, 1], [2, 3]]

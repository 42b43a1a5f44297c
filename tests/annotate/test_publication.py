"""The day a page is from, where nothing states it: from what it says inside, on made-up pages."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.annotate.known_events import events_named, known_events
from riwaya.annotate.publication import Evidence, infer_day, with_publication_day
from riwaya.model import Block, Document, Span


def page(*lines: str, published: str | None = None, crawled: str | None = None, first: str = "body") -> Document:
    text, blocks, at = "\n".join(lines), [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(Span(at, at + len(line)), first if number == 0 else "body"))
        at += len(line) + 1
    return Document("d", "made-up.txt", text, tuple(blocks), (), published=published, crawled=crawled)


@pytest.mark.parametrize("event", known_events(), ids=lambda event: event.id)
def test_each_known_event_proves_itself(event: object) -> None:
    for example in event.examples:  # type: ignore[attr-defined]
        assert event in events_named(page(example))


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        # the flood's year, the current month, a weekday more than a week after the day written out
        (["ضربت السيول درنة في 10 أيلول الجاري.", "ووصل الوفد اليوم الخميس، بعد زيارة في 14 أيلول."], "2023-09-21"),
        # a year named as past, then a day without a year: that day or later, in its year
        (
            ["زار الوزير البلاد مرتين في 2018. وفي تشرين الثاني عاد.", "وفي 9 شباط وصل إلى العاصمة."],
            "2019-02-09/2019-12-31",
        ),
        (["قال الوزير إن الوفد وصل اليوم الخميس."], None),
        (["لا شيء هنا"], None),
    ],
)
def test_what_is_inferred_from_inside(lines: list[str], wanted: str | None) -> None:
    doc = with_publication_day(page(*lines))
    assert doc.published == wanted
    assert doc.published_basis == ("inferred" if wanted else None)


def test_what_is_stated_is_believed() -> None:
    assert with_publication_day(page("اليوم الخميس", published="2020-01-01")).published == "2020-01-01"
    stated = with_publication_day(page("نشر في: 4th, May 2021 GMT", "وصل الوفد اليوم.", first="dateline"))
    assert (stated.published, stated.published_basis) == ("2021-05-04", "page")


def test_the_day_of_fetching_is_the_latest() -> None:
    assert with_publication_day(page("وصل اليوم الأربعاء", crawled="2015-08-06")).published == "2015-08-05"
    assert with_publication_day(page("وصل اليوم", crawled="2015-08-06")).published == "2015-08-06"


def test_evidence_that_leaves_anything_gives_nothing() -> None:
    assert infer_day(Evidence()) is None
    assert infer_day(Evidence(floor=date(2023, 9, 10))) is None
    assert infer_day(Evidence(floor=date(2023, 9, 10), days=((9, 17),))) == "2023-09-17/2023-12-31"

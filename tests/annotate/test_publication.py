"""The day a page is from, where nothing states it: from what it says inside, on made-up pages."""

from __future__ import annotations

from datetime import date

import pytest

from riwaya.annotate.known_events import events_named, known_events
from riwaya.annotate.publication import infer_day, with_publication_day
from riwaya.annotate.publication_evidence import Evidence
from riwaya.lexicon.load import read_toml
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
        # the flood's own day as one of the current month, a later day, the weekday called today: the likeliest day
        (["ضربت السيول درنة في 10 أيلول الجاري.", "ووصل الوفد اليوم الخميس.", "وفي 14 أيلول الجاري، وصلت طائرة."], "2023-09-21?"),
        # without a later day, only the interval
        (["ضربت السيول درنة في 10 أيلول الجاري.", "ووصل الوفد اليوم الخميس."], "2023-09-10/2023-09-30"),
        # its return years later says nothing
        (["يصادف 10 أيلول الجاري ذكرى السيول التي ضربت درنة."], None),
        # a world event so many years ago, then a day told as past
        (
            ["قبل أربع سنوات أطلق حفتر عملية الكرامة.", "وزارت اللجنة المدينة في آذار 2018.", "وفي 9 شباط، وصلت إلى العاصمة."],
            "2018-03-01/2018-12-31",
        ),
        # a year called this, the last, the next one
        (["ارتفع الإنتاج خلال العام الجاري 2018 كثيرا."], "2018-01-01/2018-12-31"),
        (["مقارنة مع العام الماضي 2017، ارتفع الإنتاج."], "2018-01-01/2018-12-31"),
        (["ترفع الشركة الإنتاج مطلع العام المقبل (2019) وتصدر تقريرا في مايو الجاري."], "2018-05-01/2018-05-31"),
        # a day that the page itself calls today; a wrong weekday is none
        (["يفتتح المعرض اليوم (الأربعاء) 20 يونيو 2018."], "2018-06-20"),
        (["يفتتح المعرض اليوم الأربعاء 20 يونيو/حزيران 2018."], "2018-06-20"),
        (["يفتتح المعرض اليوم الخميس 20 يونيو 2018."], None),
        (["افتتح المعرض أمس الأربعاء 20 يونيو 2018."], None),
        # what fixes no year: a year that may lie ahead or long behind, days of the year, a weekday
        (["يستضيف البلد البطولة في 2022. وأعلن ذلك يوم 20 تموز، الأربعاء."], None),
        (["تأسس النادي عام 1963، وفاز في 17 نيسان، الأربعاء."], None),
        (["قال الوزير إن الوفد وصل اليوم الخميس."], None),
        (["خلال العام الجاري 2018. ومقارنة مع العام الماضي 2011."], None),
        (["لا شيء هنا"], None),
    ],
)  # fmt: skip
def test_what_is_inferred_from_inside(lines: list[str], wanted: str | None) -> None:
    doc = with_publication_day(page(*lines))
    assert doc.published == wanted
    assert doc.published_basis == ("inferred" if wanted else None)
    assert doc.published_evidence


def test_words_of_return_fix_no_day() -> None:
    for entry in read_toml("known_events.toml")["anniversary"]:
        assert all(with_publication_day(page(example)).published is None for example in entry["examples"])


def test_what_is_stated_is_believed() -> None:
    assert with_publication_day(page("اليوم الخميس", published="2020-01-01")).published == "2020-01-01"
    stated = with_publication_day(page("نشر في: 4th, May 2021 GMT", "وصل الوفد اليوم.", first="dateline"))
    assert (stated.published, stated.published_basis) == ("2021-05-04", "page")


def test_the_day_of_fetching_is_the_latest() -> None:
    assert with_publication_day(page("وصل اليوم الأربعاء", crawled="2015-08-06")).published == "2015-08-05?"
    assert with_publication_day(page("وصل اليوم", crawled="2015-08-06")).published == "2015-08-06?"


def test_what_the_page_says_outweighs_the_day_of_fetching() -> None:
    lines = ["ارتفع الإنتاج خلال العام الجاري 2014."]
    assert with_publication_day(page(*lines, crawled="2015-08-06")).published == "2014-01-01/2014-12-31"


def test_evidence_that_leaves_anything_gives_nothing_and_says_so() -> None:
    assert infer_day(Evidence()) == (None, ("nothing in the page fixes its year",))
    assert infer_day(Evidence(date(2023, 9, 10), date(2023, 9, 10)))[0] == "2023-09-10"
    assert infer_day(Evidence(date(2023, 9, 10), date(2023, 9, 30)))[0] == "2023-09-10/2023-09-30"

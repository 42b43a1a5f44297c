"""Quotations, headlines and versions on records made by hand: what is one, and what is none."""

from __future__ import annotations

import pytest

from riwaya.across import Entity, Evidence, Happening, Number, Report, Story
from riwaya.compare.differences import find_differences
from riwaya.compare.rounding import agree
from riwaya.model import Amount, Block, Claim, Document, Event, Mention, Record, Source, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def doc(key: str, text: str, *, title: str = "", day: str | None = None, url: str | None = None) -> Document:
    end = len(title)
    blocks = ((Block(Span(0, end), "title"),) if title else ()) + (Block(Span(end, len(text)), "body"),)
    spans = (Span(end, len(text)),)
    return Document(key, f"{key}.txt", text, blocks, spans, Span(0, end) if title else None, published=day, url=url)


def quoting(key: str, words: str) -> tuple[Record, tuple[str, Mention]]:
    text = f"قال سامي الحداد إن «{words}» في حديث أمس"
    name = at(text, "سامي الحداد")
    mention = Mention(name, "PERSON", name, "test")
    claim = Claim(
        Span(0, len(text)), at(text, "قال"), (Source(name, "person", mention=mention),), "asserts", "direct", "t"
    )
    return Record(doc(key, text), (mention,), claims=(claim,)), (key, mention)


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("الجسر الجديد سيفتح أمام السيارات غدا صباحا", "الجسر الجديد سيغلق أمام السيارات غدا صباحا", True),
        ("الجسر الجديد سيفتح أمام السيارات غدا صباحا", "الجسر الجديد سيفتح أمام السيارات", False),
        ("الجسر الجديد سيفتح أمام السيارات غدا", "الجسر الجديد سيُفتح أمام السّيارات غدا", False),
        ("الجسر الجديد سيفتح أمام السيارات غدا", "لا نعرف موعد بناء المدرسة في البلدة", False),
    ],
)
def test_quotations(left: str, right: str, differs: bool) -> None:
    (one, here), (other, there) = quoting("a", left), quoting("b", right)
    entity = Entity("e", "PERSON", "سامي الحداد", (here, there))
    found = find_differences([Story("s", "", ("a", "b"), ())], [one, other], [entity], [])
    assert [d.kind for d in found] == (["quotation"] if differs else [])


def toll(key: str, text: str, title: str, figures: dict[str, int]) -> tuple[Record, list[Report]]:
    page = doc(key, text, title=title)
    amounts, reports = [], []
    for words, value in figures.items():
        span = at(text, words)
        amounts.append(Amount(span, span, value, "killed", "test"))
        event = Event(span, Span(span.start, span.start + 1), "DISASTER", None, (), "happened", "test")
        number = Number("killed", value, Evidence(key, span, words))
        reports.append(Report(key, span, event, None, (), (), (number,), ()))
    return Record(page, amounts=tuple(amounts)), reports


@pytest.mark.parametrize(
    ("body", "figures", "differs"),
    [
        ("قتل تسعة في الحريق", {"12": 12, "تسعة": 9}, True),
        ("قتل سبعة ثم خمسة في الحريق", {"12": 12, "سبعة": 7, "خمسة": 5}, False),
        ("قتل بينهم تسعة في الحريق", {"12": 12, "تسعة": 9}, False),
    ],
)
def test_headlines(body: str, figures: dict[str, int], differs: bool) -> None:
    title = "مقتل 12 في حريق"
    one, reports = toll("a", f"{title}\n{body}", title, figures)
    other, more = toll("b", "قتل 12 في الحريق", "", {"12": 12})
    happening = Happening("h", "DISASTER", None, "", "happened", (*reports, *more), None, (), ())
    found = find_differences([Story("s", "", ("a", "b"), ())], [one, other], [], [happening])
    shown = [[v.value for v in d.values] for d in found if d.kind == "headline"]
    assert shown == ([["12", "9"]] if differs else [])


LONG = (
    "أعلنت بلدية سلمونة صباح الأحد انتهاء أعمال ترميم الجسر القديم الذي يربط ضفتي النهر وقال سامي الحداد إن الكلفة بلغت"
)


@pytest.mark.parametrize(("day", "differs"), [("2021-05-03", True), ("2021-05-02", False)])
def test_versions(day: str, differs: bool) -> None:
    records = []
    for key, figure, when in (("a", "تسعة", "2021-05-02"), ("b", "سبعة", day)):
        text = f"{LONG} {figure} ملايين"
        span = at(text, figure)
        page = doc(
            key, text, day=when, url="https://www.example.org/1?from=feed" if key == "a" else "http://example.org/1/"
        )
        records.append(Record(page, amounts=(Amount(span, span, 9, "count", "test"),)))
    event = Event(Span(0, len(LONG)), Span(0, 6), "ECONOMY", None, (), "happened", "test")
    reports = tuple(Report(key, Span(0, len(LONG) + 9), event, None, (), (), (), ()) for key in "ab")
    happening = Happening("h", "ECONOMY", None, "", "happened", reports, None, (), ())
    found = find_differences([Story("s", "", ("a", "b"), ())], records, [], [happening])
    assert [[v.value for v in d.values] for d in found if d.kind == "version"] == (
        [["تسعة", "سبعة"]] if differs else []
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(13.2, 13.226, True), (12.3, 12.5, False), (1000, 1010, True), (257, 257, True), (8.5, 9.4, False)],
)
def test_rounding(one: float, other: float, same: bool) -> None:
    words = Evidence("a", Span(0, 1), "")
    assert agree(Number("n", one, words), Number("n", other, words)) is same

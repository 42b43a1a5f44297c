"""Each kind of difference on records made by hand: what is one, and what is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from riwaya.across import Difference, Entity, Evidence, Happening, Number, Report, Story
from riwaya.compare.differences import find_differences
from riwaya.model import Amount, Block, Claim, Document, Event, Mention, Record, Source, Span, Time


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(key: str, text: str, day: str | None = None) -> Document:
    whole = Span(0, len(text))
    return Document(key, f"{key}.txt", text, (Block(whole, "body"),), (whole,), published=day)


def compared(
    documents: Sequence[Document],
    entities: Sequence[Entity] = (),
    happenings: Sequence[Happening] = (),
    amounts: dict[str, tuple[Amount, ...]] | None = None,
) -> tuple[Difference, ...]:
    records = [Record(doc, amounts=(amounts or {}).get(doc.id, ())) for doc in documents]
    story = Story("s", "", tuple(doc.id for doc in documents), ())
    return find_differences([story], records, entities, happenings)


def shown(differences: Sequence[Difference]) -> list[tuple[str, dict[str, list[str]]]]:
    return [(d.kind, {v.value: sorted({e.document for e in v.reports}) for v in d.values}) for d in differences]


def people(kind: str, pages: dict[str, tuple[str, str, str]]) -> Iterator[tuple[Document, tuple[str, Mention]]]:
    """Give documents and a mention in each, from (text, name, title or "")."""
    for key, (text, name, words) in pages.items():
        titles = (at(text, words),) if words else ()
        yield document(key, text), (key, Mention(at(text, name), kind, at(text, name), "test", titles=titles))


def entity_differences(kind: str, pages: dict[str, tuple[str, str, str]]) -> list[tuple[str, dict[str, list[str]]]]:
    documents, mentions = zip(*people(kind, pages), strict=True)
    return shown(compared(documents, [Entity("e", kind, "x", mentions)]))


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        ("المشير", "اللواء الوادي المتقاعد", {"المشير": ["a"], "اللواء المتقاعد": ["b"]}),
        ("المشير", "المُشير أركان حرب", None),
        ("العقيد", "العقيد المتقاعد", {"العقيد": ["a"], "العقيد المتقاعد": ["b"]}),
        ("صاحب السمو الملكي الأمير", "الأمير", {"صاحب السمو الملكي الأمير": ["a"], "الأمير": ["b"]}),
        ("المتحدث باسم البلدية", "مدير مكتب البلدية", {"المتحدث باسم البلدية": ["a"], "مدير مكتب البلدية": ["b"]}),
        ("المتحدث باسم البلدية", "الناطق باسم البلدية", None),
        ("المشير", "", None),
    ],
)
def test_titles(left: str, right: str, values: dict[str, list[str]] | None) -> None:
    texts = {key: f"وصل {words} سامي الحداد" for key, words in (("a", left), ("b", right))}
    pages = {"a": (texts["a"], "سامي الحداد", left), "b": (texts["b"], "سامي الحداد", right)}
    found = entity_differences("PERSON", pages)
    assert found == ([("title", values)] if values else [])


@pytest.mark.parametrize(
    ("kind", "left", "right", "differs"),
    [
        ("ORGANIZATION", "جيش الوادي", "القوات المسلحة", True),
        ("ORGANIZATION", "الهيئة العليا للمياه", "الهيئة الوطنية العليا للمياه", True),
        ("ORGANIZATION", "مجموعة فالكان", "فالكان", False),
        ("ORGANIZATION", "القوات المسلحة الوادية", "القوات المُسلحة الواديّة", False),
        ("ORGANIZATION", "مجموعة فاغنر", "مجموعة فاجنر", False),
        ("PERSON", "خالد عمار", "خالد عمر", True),
        ("PERSON", "يونس يفكيروف", "يونس يفكوروف", False),
        ("PLACE", "سلموني", "سلمونة", False),
        ("PLACE", "بوفاريم", "بوفاريك", True),
    ],
)
def test_names(kind: str, left: str, right: str, differs: bool) -> None:
    pages = {"a": (f"قال {left} أمس", left, ""), "b": (f"قال {right} أمس", right, "")}
    found = entity_differences(kind, pages)
    assert found == ([("name", {left: ["a"], right: ["b"]})] if differs else [])


def test_the_article_hidden_in_a_preposition_comes_back() -> None:
    text = "تابع للقوات المسلحة"
    pages = {"a": (text, "لقوات المسلحة", ""), "b": ("قال جيش الوادي", "جيش الوادي", "")}
    assert entity_differences("ORGANIZATION", pages) == [("name", {"القوات المسلحة": ["a"], "جيش الوادي": ["b"]})]


def test_labels_beside_a_body() -> None:
    pages = {
        "a": ("وصل مرتزقة فالكان إلى الميناء", "فالكان", ""),
        "b": ("انسحبت مجموعة فالكان شبه العسكرية", "مجموعة فالكان", ""),
        "c": ("وصل فالكان إلى الميناء", "فالكان", ""),
    }
    assert entity_differences("ORGANIZATION", pages) == [("label", {"شبه العسكرية": ["b"], "مرتزقة": ["a"]})]


def happening(reports: Sequence[Report]) -> Happening:
    return Happening("h", "DISASTER", None, "", "happened", tuple(reports), None, (), ())


def report(doc: Document, *, value: int | None = None, qualifier: str | None = None, when: str | None = None,
           source: str = "", what: str = "killed") -> Report:  # fmt: skip
    whole = Span(0, len(doc.text))
    sources = (Source(at(doc.text, source), "person"),) if source else ()
    claim = Claim(whole, whole, sources, "asserts", "indirect", "test") if source else None
    times = (Time(whole, when, "day", "test"),) if when else ()
    event = Event(whole, Span(0, 1), "DISASTER", None, (), "happened", "test", when, times=times, claim=claim)
    words = Evidence(doc.id, whole, doc.text)
    numbers = (Number(what, value, words, qualifier=qualifier),) if value is not None else ()
    return Report(doc.id, whole, event, when, (), (), numbers, ())


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ((10, None), (12, None), True),
        ((11, "at least"), (12, "at least"), True),
        ((257, None), (257, None), False),
        ((250, "about"), (257, None), False),
        ((200, "more than"), (257, None), False),
        ((100, "more than"), (257, None), True),
        ((1000, None), (1010, None), False),
    ],
)
def test_numbers(left: tuple[int, str | None], right: tuple[int, str | None], differs: bool) -> None:
    one, other = document("a", "قتل عدد من الناس"), document("b", "سقط عدد من القتلى")
    reports = [report(one, value=left[0], qualifier=left[1]), report(other, value=right[0], qualifier=right[1])]
    found = [d for d in compared([one, other], happenings=[happening(reports)]) if d.kind == "number"]
    assert shown(found) == ([("number", {str(left[0]): ["a"], str(right[0]): ["b"]})] if differs else [])


def test_a_toll_that_grows_with_the_days_weighs_less_and_says_so() -> None:
    days = ("2021-03-01", "2021-03-02")
    one, other = (document(key, "قتل عدد من الناس", day) for key, day in zip("ab", days, strict=True))
    (grown,) = compared([one, other], happenings=[happening([report(one, value=3), report(other, value=9)])])
    (shrunk,) = compared([one, other], happenings=[happening([report(one, value=9), report(other, value=3)])])
    assert "growing" in grown.why
    assert grown.weight < shrunk.weight


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [("2023-09-10", "2023-09-11", True), ("2023-09", "2023-09-11", False), ("2023-09-11~", "2023-09-11", False),
     ("2008", "2009-07", True), ("P3D", "2023", False)],
)  # fmt: skip
def test_dates(left: str, right: str, differs: bool) -> None:
    one, other = document("a", "فاض النهر"), document("b", "ضرب السيل البلدة")
    found = compared([one, other], happenings=[happening([report(one, when=left), report(other, when=right)])])
    assert [d.kind for d in found] == (["date"] if differs else [])


def test_sources() -> None:
    one = document("a", "قال وزير النقل إن الجسر انهار")
    other = document("b", "ذكرت مصادر أن الجسر انهار")
    reports = [report(one, source="وزير النقل"), report(other, source="مصادر")]
    found = compared([one, other], happenings=[happening(reports)])
    assert shown(found) == [("source", {"مصادر": ["b"], "وزير النقل": ["a"]})]


def test_places_of_a_disaster() -> None:
    one = document("a", "تحطمت الطائرة على الطريق الرابط بين البلدتين، وكانت متوجهة إلى سلمونة.")
    other = document("b", "تحطمت الطائرة قرب قاعدة الوادي، وكانت متوجهة إلى المرسى.")
    found = compared([one, other], happenings=[happening([report(one), report(other)])])
    assert shown(found) == [
        ("place", {"المرسى": ["b"], "سلمونة": ["a"]}),
        ("place", {"الطريق الرابط بين البلدتين": ["a"], "قرب قاعدة الوادي": ["b"]}),
    ]


def test_causes_and_outcomes() -> None:
    one = document("a", "انهار الجسر بسبب خلل في الأعمدة، دون ناجين.")
    other = document("b", "انهار الجسر نتيجة سيول جارفة، وعثر على ناجين.")
    found = compared([one, other], happenings=[happening([report(one), report(other)])])
    assert shown(found) == [
        ("cause", {"خلل في الأعمدة": ["a"], "سيول جارفة": ["b"]}),
        ("outcome", {"دون ناجين": ["a"], "عثر على ناجين": ["b"]}),
    ]


def test_a_cause_with_an_addition_is_that_cause_in_its_shortest_wording() -> None:
    texts = {
        "a": "انهار الجسر بسبب حمولة الشاحنات التي تعبره كل ليلة.",
        "b": "انهار الجسر بسبب حمولة الشاحنات.",
        "c": "انهار الجسر صباحا. وقال المحافظ إن التحقيقات الأولية تشير إلى خلل في الأعمدة.",
    }
    pages = [document(key, text) for key, text in texts.items()]
    found = compared(pages, happenings=[happening([report(page) for page in pages])])
    assert shown(found) == [("cause", {"حمولة الشاحنات": ["a", "b"], "خلل في الأعمدة": ["c"]})]


def test_a_headline_that_counts_more_than_its_text_stands_against_other_pages() -> None:
    one = Document("a", "a.txt", "قتل 15 قتل 10", (), (Span(0, 6), Span(7, 13)), title=Span(0, 6))
    other = document("b", "قتل 10")
    above, below = Evidence("a", Span(4, 6), "15"), Evidence("a", Span(11, 13), "10")
    told = replace(report(one), numbers=(Number("killed", 15, above), Number("killed", 10, below)))
    found = compared([one, other], happenings=[happening([told, report(other, value=10)])])
    assert ("number", {"10": ["a", "b"], "15": ["a"]}) in shown(found)


def test_one_page_silent_on_the_dead_where_three_tell() -> None:
    pages = [document(key, "انهار الجسر الذي يربط الضفتين صباح الأحد") for key in "abcd"]
    reports = [report(doc, value=4) for doc in pages[:3]] + [report(pages[3])]
    found = compared(pages, happenings=[happening(reports)])
    assert shown(found) == [("omission", {"the dead": ["a", "b", "c"], "—": ["d"]})]


def test_the_same_input_in_any_order_gives_the_same_differences() -> None:
    one, other = document("a", "فاض النهر"), document("b", "ضرب السيل البلدة")
    reports = [report(one, value=3, when="2023-09-10"), report(other, value=9, when="2023-09-11")]
    forth = compared([one, other], happenings=[happening(reports)])
    back = compared([other, one], happenings=[happening(reports[::-1])])
    assert [d.kind for d in forth] == ["number", "date"]
    assert forth == back

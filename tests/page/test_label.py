"""Plain-text pages: what each line is. The pages are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import ROLES, Document, Page
from riwaya.page.article import as_document

_LEAD = "وصل وفد من صيادي بلدة الصفصاف، أمس الثلاثاء، إلى مرسى النخيل للمطالبة بإعادة فتح الميناء القديم أمام قواربهم."
_NEXT = "وقال نقيب الصيادين سامي الحلواني إن القوارب متوقفة منذ ثلاثة أشهر، وإن الخسائر تجاوزت مليوني دينار."
_LAST = "ومن المقرر أن تجتمع اللجنة مع وزير النقل مطلع الأسبوع المقبل لبحث المطالب."
_TITLE = "صيادو الصفصاف يطالبون بفتح ميناء مرسى النخيل"


def document(text: str, **known: str) -> Document:
    return as_document(Page("page.txt", text.encode(), "text", **known))[0]


def roles(text: str) -> list[str]:
    return [block.role for block in document(text).blocks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((_TITLE, _LEAD, _NEXT), "title body body"),
        ((_LEAD, _NEXT, _LAST), "body body body"),
        (("سياسة عربية", _TITLE, _LEAD), "furniture title body"),
        ((_TITLE, _TITLE, "- فيأخبار عربية, في الواجهة", "1024", _LEAD), "title furniture furniture furniture body"),
        ((_TITLE, "تاريخ النشر: 3rd, May 2021 GMT", _LEAD), "title furniture body"),
        ((_TITLE, "السبت 12 مايو 2018 - 10:30", _LEAD), "title furniture body"),
        ((_TITLE, "سامي الحلواني – عدن", _LEAD), "title byline body"),
        ((_TITLE, "عدن - رويترز", _LEAD), "title dateline body"),
        ((_TITLE, "عدن - مدار", _LEAD), "title dateline body"),
        ((_TITLE, "عدن (مدار)", _LEAD), "title dateline body"),
        ((_TITLE, "سامي الحلواني- المرفأ:", _LEAD), "title byline body"),
        ((_TITLE, "نزار القطيفي- المرفأ:", _LEAD), "title byline body"),
        ((_TITLE, "عدن (مدار) - " + _LEAD, _NEXT), "title dateline body body"),
        ((_TITLE, "عدن - مدار - " + _LEAD, _NEXT), "title dateline body body"),
        ((_TITLE, "عدن - «صوت الساحل»: " + _LEAD, _NEXT), "title dateline body body"),
        ((_TITLE, _LEAD, _NEXT, "رابط الخبر بصحيفة “المرفأ”: صيادو الصفصاف"), "title body body furniture"),
        ((_TITLE, _LEAD, _NEXT + " رابط الخبر بصحيفة المرفأ"), "title body body furniture"),
        ((_TITLE, _LEAD, _NEXT, "رابط الخبر بصحيفة المرفأ:", "https://a.example/1"), "title body body furniture furniture"),
        ((_TITLE, "كتبت: ليلى الصفدي", _LEAD), "title byline body"),
        ((_TITLE, "عدن (رويترز) - " + _LEAD, _NEXT), "title dateline body body"),
        ((_TITLE, "قوارب الصيادين في مرسى النخيل - أرشيف", _LEAD), "title caption body"),
        ((_TITLE, "جانب من ميناء مرسى النخيل", _LEAD), "title caption body"),
        ((_TITLE, _LEAD, "اقرأ ايضاًسفينة تائهة تعود إلى الصفصاف", _NEXT), "title body inline_link body"),
        ((_TITLE, _LEAD, "اقرأ أيضاً", "سفينة تائهة تعود إلى الصفصاف", _NEXT), "title body furniture inline_link body"),
        ((_TITLE, _LEAD, _NEXT, "المصدر: وكالات"), "title body body source_line"),
        ((_TITLE, _LEAD, _NEXT, "المصدر | المرفأالمصدر: المرفأ"), "title body body source_line source_line"),
        ((_TITLE, _LEAD, "كلمات دلالية: الصيد البحر", "إقرأ أيضاً:", "سوق السمك تغلق أبوابها", _NEXT, _LAST),
         "title body keywords furniture related_title related_body related_body"),
        ((_TITLE, _LEAD, _NEXT, "مقالات مشابهة", "• سوق السمك تغلق أبوابها", "• عاصفة تقترب من الساحل"),
         "title body body furniture similar_title similar_title"),
        ((_TITLE, _LEAD, _NEXT, "التعليقات (0)", "أضف تعليقك"), "title body body furniture furniture"),
        ((_TITLE, _LEAD, _NEXT, "شارك فيسبوك تويتر واتساب"), "title body body furniture"),
        ((_TITLE, _LEAD, "مطالب قديمة", _NEXT, _LAST), "title body body body body"),
        ((_TITLE, _LEAD, _NEXT, _LAST, "أكبر أسواق السمك في عشرة أعوام"), "title body body body furniture"),
        ((_TITLE, _LEAD, _NEXT + " سمات الصيد الميناء"), "title body body keywords"),
        ((_TITLE, _LEAD, _NEXT + " (أ ف ب)"), "title body body source_line"),
        (("سياسة عربية" + _TITLE, _LEAD), "furniture title body"),
        ((_TITLE, "ميناء مرسى النخيل (الأناضول)", _LEAD), "title caption body"),
        ((_TITLE, "كتب: محمد أحمد - الثلاثاء 12 مايو 2020", _LEAD), "title byline body"),
        (("صدى الساحل", _TITLE, _LEAD), "furniture title body"),
        (("قضايا وناس", "الملف الخاص", "نبض الشارع", "كاريكاتير اليوم", "بيئة ومناخ", _TITLE, _LEAD),
         "furniture furniture furniture furniture furniture title body"),
        ((_TITLE, _LEAD, "اقرأ أيضا", "سوق السمك في المدينة تغلق", "عاصفة رملية تضرب السهل مجددا", _NEXT),
         "title body furniture inline_link body body"),
        ((_TITLE, _LEAD, "اقرأ أيضا", "سوق السمك في المدينة تغلق", "عاصفة رملية تضرب السهل مجددا",
          "وزير النقل يعلن خطة جديدة", _NEXT), "title body furniture inline_link inline_link inline_link body"),
        ((_TITLE, _LEAD, _NEXT, "إقرأ أيضاً:", "وزير الري يفتتح سدا في وادي الريحان",
          "افتتح وزير الري سدا جديدا في وادي الريحان بحضور عدد كبير من المسؤولين.", "وأكد أنه سيروي الحقول كلها."),
         "title body body furniture related_title related_body related_body"),
        ((_TITLE, _LEAD, _NEXT, _LAST, "منتخب الطائرة يفوز بالبطولة القارية", "أسعار الذهب ترتفع في الأسواق مجددا",
          "وفاة الفنان الكبير عن سبعين عاما"), "title body body body similar_title similar_title similar_title"),
        ((_TITLE, _LEAD, "المصدر: رويترز", _NEXT, _LAST), "title body source_line body body"),
        ((_TITLE, _LEAD, "#الصفصاف #الميناء", _NEXT, "#الصفصاف"), "title body body body keywords"),
        ((_TITLE, _LEAD, _NEXT, "ع.ج.م/ أ.ح (رويترز، أ ف ب)"), "title body body source_line"),
        ((_TITLE, _LEAD, _NEXT, "سبأ", "المصدر: وكالة سبأ", "كلمات دلالية: الصيد", "إقرأ أيضاً:", "سوق السمك", _LAST),
         "title body body source_line source_line keywords furniture related_title related_body"),
        ((_TITLE, "Istanbul", _LEAD, _NEXT, "https://a.example/1"), "title furniture body body furniture"),
        ((_TITLE, "عدن / سامي الحلواني / الأناضول", _LEAD), "title byline body"),
        ((_TITLE, "لندن ـ «القدس العربي»: " + _LEAD), "title dateline body"),
        ((_TITLE, _LEAD, "اظهار أخبار متعلقة", _NEXT), "title body furniture body"),
        ((_TITLE, _LEAD, _NEXT, "رويترز"), "title body body source_line"),
        ((_TITLE, _LEAD, "زورق قديم على رمال الشاطئ الشمالي", "زورق قديم على رمال الشاطئ الشمالي", _NEXT),
         "title body caption caption body"),
    ],
)  # fmt: skip
def test_roles(lines: tuple[str, ...], expected: str) -> None:
    assert roles("\n\n".join(lines)) == expected.split()
    assert roles("\n".join(lines)) == expected.split()


def test_headings_of_the_news_are_no_furniture() -> None:
    for heading in ("زيارة الوزير", "المزيد من القوارب تصل", "التعليقات على القرار تتوالى"):
        assert roles("\n".join((_TITLE, _LEAD, heading, _NEXT, _LAST)))[2] == "body", heading


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("المصدر: عربي21",), "عربي21"),
        (("المصدر: رويترز",), None),
        (('وأفاد مراسل "العربية" بأن الميناء ما زال مغلقا أمام القوارب.',), "العربية"),
        (("وأفاد مراسل الاتحاد الأوروبي في البلدة بأن الميناء مغلق.",), None),
        (("رابط الخبر بصحيفة الوئام: صيادو الصفصاف",), "الوئام"),
    ],
)
def test_outlet(lines: tuple[str, ...], name: str | None) -> None:
    outlet = document("\n".join((_TITLE, _LEAD, _NEXT, *lines))).outlet
    assert (outlet.name if outlet else None) == name


def test_credits_published_and_agencies() -> None:
    doc = document(f"{_TITLE}\nعدن - أ ف ب\nنُشر في 12/04/2020 - 10:30\n{_LEAD}\nالمصدر: وكالات")
    assert (doc.published, doc.published_basis) == ("2020-04-12", "page")
    assert [span.of(doc.text) for span in doc.agencies] == ["أ ف ب", "وكالات"]
    assert document(_LEAD, published="2020-04-13").published == "2020-04-13"


def test_datelines_cut_nothing_from_the_text() -> None:
    doc = document(f"{_TITLE}\n\nعدن (رويترز) - {_LEAD}")
    assert [b.span.of(doc.text) for b in doc.blocks] == [_TITLE, "عدن (رويترز) -", _LEAD]
    assert doc.sentences[0].of(doc.text) == _LEAD


@given(st.text(alphabet="ابتثجلمنوهية ءأإآىًـ.:،؟|-\n\n()0123٤٥abc\u200f\ufeff", max_size=400))
def test_blocks_tile_any_text(text: str) -> None:
    doc, _ = as_document(Page("x", text.encode(), "text"))
    seen = 0
    for block in doc.blocks:
        assert block.role in ROLES and seen <= block.span.start < block.span.end
        assert not text[seen : block.span.start].strip("\u200f\ufeff \n")
        seen = block.span.end
    assert not text[seen:].strip("\u200f\ufeff \n")


@pytest.mark.parametrize(
    "line",
    ["1" * 118 + "x", "رياضة عربية " * 30 + "كلب", "القاهرة - رويترز - " * 9 + "زز", " " * 500 + "a", "- " * 80 + "ع", "(" * 300,
     "القاهرة، " * 60 + "ز", "12 12 12 " * 13 + "y", "أخبار في سياسة عربية " * 12 + "خخ", "المصدر: " * 60, "اقرأ أيضا: " * 50],
)  # fmt: skip
def test_no_line_is_tried_in_every_way(line: str) -> None:
    """Each of these would take years if a pattern could cut it in many ways."""
    assert document(f"{line}\n{line}\n{_LEAD}").text.endswith(_LEAD)


@pytest.mark.parametrize(
    "content",
    [b"", b" ", "ا".encode(), ("ا" * 100_000).encode(), "ًٌٍ".encode(), b"\xed\xa0\x80 \xff", b"plain English text.",
     ("اقرأ أيضا " * 5000).encode(), ("أخبار " * 20_000).encode(), (("- " * 30 + "\n") * 2000).encode()],
)  # fmt: skip
def test_no_page_is_too_odd(content: bytes) -> None:
    doc, _ = as_document(Page("x", content, "text"))
    assert doc.source == "x"

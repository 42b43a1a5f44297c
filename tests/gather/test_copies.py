"""Copies: who carries whose text, who was first, what was changed."""

from __future__ import annotations

import pytest

from riwaya.gather.copies import find_copies
from riwaya.gather.edits import edits
from riwaya.model import Block, Document, Outlet, Record, Span

TEXT = (
    "أعلنت بلدية سلمونة صباح الأحد انتهاء أعمال ترميم الجسر القديم الذي يربط ضفتي النهر بعد عامين من العمل، "
    "وقال رئيس البلدية في حفل الافتتاح إن كلفة المشروع بلغت تسعة ملايين وإن الجسر سيفتح أمام السيارات غدا، "
    "وأضاف أن المرحلة الثانية تشمل إنارة الطرق المحيطة وزراعة الأشجار على جانبي الطريق المؤدي إلى السوق."
)
OTHER = (
    "فاز فريق المرسى على ضيفه فريق الميناء بهدفين مقابل هدف في افتتاح الدوري المحلي مساء الجمعة وسط حضور كبير من "
    "الجماهير التي ملأت المدرجات قبل ساعات من صافرة البداية في ملعب المدينة الجديد."
)


def record(key: str, text: str, day: str | None = None, outlet: str = "", credits: str = "") -> Record:
    at = text.find(credits) if credits else -1
    agencies = (Span(at, at + len(credits)),) if at >= 0 else ()
    blocks = tuple([Block(Span(0, len(text)), "body")] if text else [])
    name = Outlet(outlet) if outlet else None
    return Record(Document(key, f"{key}.txt", text, blocks, (), outlet=name, published=day, agencies=agencies))


def test_a_copy_with_a_changed_word_is_found_and_the_earlier_page_is_the_original() -> None:
    changed = "المشير يفتتح. " + TEXT.replace("تسعة ملايين", "سبعة ملايين")
    groups = find_copies([record("b", changed, "2021-05-03"), record("c", OTHER), record("a", TEXT, "2021-05-02")])
    assert [(g.documents, g.original) for g in groups] == [(("a", "b"), "a")]
    assert groups[0].shared > 0.5
    assert all(changed[e.span.start : e.span.end] == e.text for e in groups[0].passages)


def test_a_credit_tells_who_was_first_where_days_do_not() -> None:
    copy = record("b", TEXT + " وكالة الجسر", credits="وكالة الجسر")
    groups = find_copies([record("a", TEXT, outlet="وكالة الجسر"), copy])
    assert groups[0].original == "a"


def test_days_that_are_equal_or_missing_make_nobody_first() -> None:
    assert find_copies([record("a", TEXT, "2021-05-02"), record("b", TEXT, "2021-05-02")])[0].original is None
    assert find_copies([record("a", TEXT, "2021-05-02"), record("b", TEXT)])[0].original is None


def test_a_passage_inside_a_longer_page_is_a_copied_passage() -> None:
    words = TEXT.split()
    long = OTHER + " " + " ".join(words[:30]) + ". " + OTHER[::-1]
    pages = [record("a", TEXT + " " + TEXT[::-1]), record("b", long)]
    (group,) = find_copies(pages)
    assert group.documents == ("a", "b")
    assert group.shared < 0.5
    assert {len(e.text.split()) for e in group.passages} == {30}


def test_edits_show_what_was_altered_and_added() -> None:
    right = TEXT.replace("تسعة", "سبعة") + " وحضر الحفل وزير النقل."
    changes = edits(record("a", TEXT), record("b", right))
    found = [(e.kind, e.left and e.left.text, e.right and e.right.text) for e in changes]
    assert found == [("altered", "تسعة", "سبعة"), ("added", None, "وحضر الحفل وزير النقل")]


@pytest.mark.parametrize("text", ["", "م", "ًٌٍ", "\ud800", "ـ" * 50, "كلمة " * 300])
def test_no_text_breaks_it(text: str) -> None:
    find_copies([record("a", text), record("b", text)])

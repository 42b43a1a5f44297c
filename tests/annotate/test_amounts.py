"""Numbers and what they count: every entry of the data, kinds, bounds, ranges, money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.annotate.amounts import find_amounts
from riwaya.annotate.times import find_times
from riwaya.lexicon.counted import currencies, governors, not_counted, nouns, percents, qualifiers
from riwaya.model import Amount, Block, Document, Outlet, Span


def amounts(text: str, country: str | None = None) -> tuple[Amount, ...]:
    block = Block(Span(0, len(text)), "body")
    outlet = Outlet("made up", country=country) if country else None
    doc = Document("d", "made-up.txt", text, (block,), (block.span,), outlet=outlet, published="2023-09-27")
    return find_amounts(doc, find_times(doc))


@pytest.mark.parametrize(
    "example", [example for entries in (nouns(), governors()) for entry in entries for example in entry.examples]
)
def test_each_noun_and_governor_proves_itself(example: str) -> None:
    text, _, wanted = example.partition(" =")
    assert [f"{a.value} {a.kind}" for a in amounts(text)] == ([wanted.strip()] if wanted.strip() else [])


@pytest.mark.parametrize("example", [example for entry in currencies() for example in entry.examples])
def test_each_currency_proves_itself(example: str) -> None:
    text, wanted = example.split(" = ")
    assert [f"{a.value} {a.currency}" for a in amounts(text)] == [wanted]


@pytest.mark.parametrize("example", [example for e in (*percents(), *not_counted()) for example in e.examples])
def test_each_word_beside_a_number_proves_itself(example: str) -> None:
    text, _, wanted = example.partition(" =")
    assert [a.span.of(text) for a in amounts(text)] == ([wanted.strip()] if wanted else [])


@pytest.mark.parametrize(
    ("qualifier", "example"), [(e.qualifier, example) for e in qualifiers() for example in e.examples]
)
def test_each_qualifier_proves_itself(qualifier: str, example: str) -> None:
    text, wanted = example.split(" = ")
    assert [(str(a.value), a.qualifier) for a in amounts(text)] == [(wanted, qualifier)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("أدى الهجوم إلى مقتل 7 أشخاص وإصابة 12 آخرين بجروح", [("7 أشخاص", 7, "killed"), ("12 آخرين", 12, "wounded")]),
        ("مقتل وجرح 20 شخصا", [("20 شخصا", 20, "count")]),
        ("مقتل وجرح 20", [("20", 20, "count")]),
        ("مقتل أو جرح 20 جنديا", [("20 جنديا", 20, "count")]),
        ("سقط 20 بين قتيل وجريح", []),
        ("بلغت 2ر13 مليار دولار", [("2ر13 مليار دولار", 13200000000, "money")]),
        ("بنسبة 5ر0%", [("5ر0%", 0.5, "percent")]),
        ("نحو 225ر29 مسافرا", [("225ر29 مسافرا", 29225, "count")]),
        ("ضخ 333ر10 مليون برميل", [("333ر10 مليون برميل", 10333000, "count")]),
        ("مقتل 3 وإصابة 5 في حادث", [("3", 3, "killed"), ("5", 5, "wounded")]),
        ("مقتل جندي وإصابة شخصين", [("جندي", 1, "killed"), ("شخصين", 2, "wounded")]),
        ("وصلت طائرتان", [("طائرتان", 2, "count")]),
        ("نقل 40 من جرحى المعارك", [("40 من جرحى", 40, "wounded")]),
        ("عشرة آلاف من النازحين", [("عشرة آلاف من النازحين", 10000, "displaced")]),
        ("الدول الخمس", [("الدول الخمس", 5, "count")]),
        ("نصف مليون مهاجر", [("نصف مليون مهاجر", 500000, "count")]),
        ("بنسبة %50", [("%50", 50, "percent")]),
        ("بنسبة 15,5 في المئة", [("15,5 في المئة", 15.5, "percent")]),
        ("بعد خمسة أيام", []),
        ("فاز 2-1 في الدقيقة 90", []),
        ("آلاف الناس", []),
        ("المرحلة السابعة والعشرين", []),
        ("عمره 45 عاما", []),
    ],
)
def test_counts(text: str, wanted: list[tuple[str, float, str]]) -> None:
    assert [(a.span.of(text), a.value, a.kind) for a in amounts(text)] == wanted


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("بين 10 و15 قتيلا", 10, 15, None),
        ("من 3 إلى 5 ملايين دولار", 3000000, 5000000, None),
        ("10-15 قتيلا", 10, 15, None),
        ("بين عشرة وخمسة عشر قتيلا", 10, 15, None),
        ("أكثر من 20 قتيلا", 20, None, "more than"),
        ("20 قتيلا على الأقل", 20, None, "at least"),
        ("ما لا يزيد على 20 قتيلا", None, 20, "at most"),
        ("نحو 20 قتيلا", None, None, "about"),
        ("20 قتيلا", 20, 20, None),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, qualifier: str | None) -> None:
    assert [(a.low, a.high, a.qualifier) for a in amounts(text)] == [(low, high, qualifier)]


def test_a_bare_dinar_is_the_one_of_the_outlets_country() -> None:
    assert [a.currency for a in amounts("50 دينارا", "ly")] == ["LYD"]
    assert [a.currency for a in amounts("50 دينارا", "tn")] == ["TND"]
    assert [a.currency for a in amounts("50 دينارا")] == [None]


@given(st.text(alphabet=st.characters(codec=None), max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for amount in amounts(text):
        assert amount.span.holds(amount.number) and amount.span.end <= len(text)

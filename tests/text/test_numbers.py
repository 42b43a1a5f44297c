"""Numbers in words: each number from one to billions, written out, comes back as itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.numerals import number_words, numerals
from riwaya.text.numbers import digits_value
from riwaya.text.words import tokenize

UNITS = [
    ("واحد", "واحدة"),
    ("اثنان", "اثنتين"),
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
]
TENS = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
HUNDREDS = ["مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]


def under_hundred(number: int, feminine: bool, case: str) -> str:
    if number <= 10:
        return UNITS[number - 1][feminine]
    if number < 20:
        unit = ("أحد", "إحدى") if number == 11 else ("اثنا", "اثنتي") if number == 12 else UNITS[number - 11]
        return f"{unit[feminine]} {'عشرة' if feminine else 'عشر'}"
    ten, unit = divmod(number, 10)
    word = TENS[ten - 2] + case
    return f"{UNITS[unit - 1][feminine]} و{word}" if unit else word


def under_thousand(number: int, feminine: bool, case: str) -> str:
    hundred, rest = divmod(number, 100)
    parts = [HUNDREDS[hundred - 1]] if hundred else []
    return " و".join([*parts, under_hundred(rest, feminine, case)] if rest else parts)


def written(number: int, feminine: bool, case: str) -> str:
    parts = []
    for worth, one, two, few, many in (
        (10**9, "مليار", "ملياران", "مليارات", "مليارا"),
        (10**6, "مليون", "مليونان", "ملايين", "مليونا"),
        (1000, "ألف", "ألفان", "آلاف", "ألفا"),
    ):
        group, number = divmod(number, worth)
        if group == 1:
            parts.append(one)
        elif group == 2:
            parts.append(two)
        elif group:
            last = group % 100
            noun = few if 3 <= last <= 10 else many if last > 10 else one
            parts.append(f"{under_thousand(group, False, case)} {noun}")
    if number:
        parts.append(under_thousand(number, feminine, case))
    return " و".join(parts)


@given(st.one_of(st.integers(1, 2000), st.integers(1, 10**12 - 1)), st.booleans(), st.sampled_from(("ون", "ين")))
def test_numbers_in_words_come_back(number: int, feminine: bool, case: str) -> None:
    words = tokenize(written(number, feminine, case)).words
    reading = number_words().cardinal(words, 0)
    assert reading is not None and (reading.value, reading.last) == (number, len(words))


@pytest.mark.parametrize("entry", numerals(), ids=lambda entry: entry.id)
def test_each_entry_proves_itself(entry: object) -> None:
    for example in entry.examples:  # type: ignore[attr-defined]
        text, value = example.split(" = ")
        words = tokenize(text).words
        read = number_words().ordinal if entry.role == "ordinal" else number_words().cardinal  # type: ignore[attr-defined]
        reading = read(words, 0)
        assert reading is not None and reading.last == len(words) and reading.value == pytest.approx(float(value))


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("1,200", 1200),
        ("18,5", 18.5),
        ("3.2", 3.2),
        ("1.200.000", 1200000),
        ("1,200.5", 1200.5),
        ("1.2.3", None),
        ("007", 7),
    ],
)
def test_digits(form: str, value: float | None) -> None:
    assert digits_value(form) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("٣٫٢ مليون", 3200000),
        ("2.5 مليار", 2500000000),
        ("-12", -12),
        ("نصف مليون", 500000),
        ("بين 3 آلاف و5 آلاف", 3000),
        ("مليونان و500 ألف", 2500000),
        ("عشرة وخمسة", 10),
        ("آلاف", None),
        ("عشرات", None),
    ],
)
def test_mixed_numbers(text: str, value: float | None) -> None:
    words = tokenize(text).words
    found = next((r for i in range(len(words)) if (r := number_words().cardinal(words, i))), None)
    assert (found.value if found else None) == value


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text: str) -> None:
    words = tokenize(text).words
    for index in range(len(words)):
        number_words().cardinal(words, index)
        number_words().ordinal(words, index)

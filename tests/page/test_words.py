"""Every entry of the page's language data proves itself through the real code."""

from __future__ import annotations

import pytest

from riwaya.page.credits import agencies, agency_spans, credit_line
from riwaya.page.furniture import FurnitureEntry, caption_end, entries, mark
from riwaya.page.label import label
from riwaya.page.language import LanguageWords, _languages, language_of
from riwaya.page.outlets import OutletEntry, outlet_by_domain, outlet_by_name, outlets
from riwaya.page.own_name import page_outlet
from riwaya.page.pieces import cut_pieces, text_lines
from riwaya.page.published import day_in, is_date_line
from riwaya.text.fold import fold


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_furniture(entry: FurnitureEntry) -> None:
    for example in entry.examples:
        if entry.kind == "caption_end":
            assert caption_end().match(fold(example))
        else:
            found = mark(fold(example))
            assert found and found.rule == f"furniture {entry.id}", example


def test_agencies() -> None:
    for agency in agencies():
        for example in agency.examples:
            form = fold(example)
            assert credit_line(form) and agency_spans(form, 0, len(form)), example


@pytest.mark.parametrize("entry", outlets(), ids=lambda entry: entry.id)
def test_outlets(entry: OutletEntry) -> None:
    for domain in entry.domains:
        found = outlet_by_domain(f"https://www.{domain}/article/1")
        assert found and found.name == entry.name and found.domain == domain
    assert entry.owner in ("state", "party", "private", "agency", "aggregator")
    assert outlet_by_name(entry.name)
    if entry.owner == "agency":
        return  # a source line that names an agency names no outlet
    text = "عنوان الخبر في سطره\n\nوصل الصيادون إلى ميناء البلدة القديم بعد غياب طويل.\n\n" + entry.examples[0]
    named = page_outlet(label(cut_pieces(text, text_lines(text))))
    assert named and fold(named.name) == fold(outlet_by_name(entry.name).name)  # type: ignore[union-attr]


def test_at_least_forty_outlets_over_all_arab_countries() -> None:
    countries = {entry.country for entry in outlets()}
    assert len(outlets()) >= 40
    arab = "ae bh dj dz eg iq jo km kw lb ly ma mr om ps qa sa sd so sy tn ye"
    assert not set(arab.split()) - countries


@pytest.mark.parametrize("row", [row for row, _ in _languages()], ids=lambda row: row.id)
def test_languages(row: LanguageWords) -> None:
    for example in row.examples:
        assert language_of(example) == row.id


@pytest.mark.parametrize(
    ("line", "day", "alone"),
    [
        ("تاريخ النشر: 3rd, May 2021 GMT", "2021-05-03", True),
        ("السبت ١٢ أيار/مايو ٢٠١٨ - ١٠:٣٠", "2018-05-12", True),
        ("12/05/2018 10:30 م", "2018-05-12", True),
        ("2018-05-12", "2018-05-12", True),
        ("الأربعاء 26 رمضان 1439 هـ الموافق 11 جوان 2018", "2018-06-11", True),
        ("May 12, 2018", "2018-05-12", True),
        ("مقتل 12 في 3 مايو 2018", "2018-05-03", False),
        ("الخميس 26 رمضان 1439 هـ", "2018-06-10", True),
        ("31 فبراير 2018", None, False),
        ("12 مايو", None, False),
    ],
)
def test_days(line: str, day: str | None, alone: bool) -> None:
    assert day_in(fold(line)) == day
    assert is_date_line(fold(line)) is alone

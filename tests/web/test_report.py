"""The report: safe, self-contained, and every link in it leads to words on the page."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from riwaya.across import Gathered
from riwaya.batch import Reading
from riwaya.compare.together import gather
from riwaya.model import Page, Span
from riwaya.record import read
from riwaya.web.marking import Mark, mark_text, snippet
from riwaya.web.report import render_report, write_report


def test_every_link_leads_to_a_place(reading: Reading, gathered: Gathered) -> None:
    html = render_report(reading.records, gathered, reading.problems)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_nothing_is_fetched_or_run(reading: Reading, gathered: Gathered) -> None:
    html = render_report(reading.records, gathered)
    assert "<script" not in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html)
    assert "default-src 'none'" in html


def test_words_of_a_page_are_escaped(tmp_path: Path) -> None:
    text = 'قال <img src=x onerror=alert(1)> الوزير محمد علي إن "الأمر" انتهى.'
    record = read(Page("p.txt", text.encode(), "text"))
    write_report(tmp_path / "r.html", [record], gather([record]))
    assert "<img" not in (tmp_path / "r.html").read_text(encoding="utf-8")


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(alphabet='اب<&" \n', min_size=30, max_size=30), st.lists(SPANS, max_size=8))
def test_marking_keeps_the_text_and_nests(text: str, spans: list[Span]) -> None:
    html = mark_text(text, Span(0, 30), [Mark(span, f"k{i}", "m") for i, span in enumerate(spans)])
    assert html.count("<span") == html.count("</span>") == sum(len(span) > 0 for span in spans)
    assert html.striptags().replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    depth = 0
    for tag in re.findall(r"</?span", html):
        depth += 1 if tag == "<span" else -1
        assert depth >= 0


def test_a_snippet_stays_in_its_line() -> None:
    words = snippet("سطر أول\nقال الوزير كلاما\nسطر ثالث", Span(8, 11))
    assert str(words) == "<mark>قال</mark> الوزير كلاما"

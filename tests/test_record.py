"""The record of the sample pages: whole, the same every time, and independent of the order of pages."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from riwaya.across import Gathered
from riwaya.batch import Reading, read_pages
from riwaya.compare.together import gather
from riwaya.model import Page, Record
from riwaya.page.intake import find_pages
from riwaya.record import read
from riwaya.store.jsonl import rows, write_record
from riwaya.store.schema import check_folder, check_rows

PAGES = Path(__file__).resolve().parent.parent / "samples" / "pages"


def test_the_record_is_whole(reading: Reading, gathered: Gathered, tmp_path: Path) -> None:
    write_record(tmp_path, reading.records, gathered, reading.problems)
    check_folder(tmp_path)
    assert reading.problems == ()
    for name in ("documents", "entities", "claims", "events", "stories", "differences"):
        assert (tmp_path / f"{name}.jsonl").read_text(encoding="utf-8").strip(), f"{name}.jsonl is empty"


def test_the_same_pages_give_the_same_bytes(reading: Reading, gathered: Gathered) -> None:
    again = [read(_page(record)) for record in reading.records]
    one = json.dumps(rows(reading.records, gathered), ensure_ascii=False)
    assert json.dumps(rows(again, gather(again)), ensure_ascii=False) == one


def test_the_order_of_pages_does_not_matter(reading: Reading, gathered: Gathered) -> None:
    backwards = gather(tuple(reversed(reading.records)))
    for name in ("entities", "happenings", "stories", "differences"):
        one = {item.id for item in getattr(gathered, name)}
        assert {item.id for item in getattr(backwards, name)} == one, name


def _page(record: Record) -> Page:
    pages = {p.source: p for p in find_pages([str(PAGES)]) if isinstance(p, Page)}
    return pages[record.document.source]


@settings(max_examples=25, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("قال إن الوزير في 12 مارس، «مقتل» عشرة\n. ")), max_size=300
    )
)
def test_any_text_is_read(text: str) -> None:
    record = read(Page("any.txt", text.encode("utf-8", "surrogatepass"), "text"))
    check_rows(rows([record], gather([record])))
    length = len(record.document.text)
    for item in (*record.mentions, *record.times, *record.amounts, *record.claims, *record.events):
        assert 0 <= item.span.start < item.span.end <= length


def test_one_bad_page_costs_no_other(reading: Reading, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def fail(page: Page) -> Record:
        if page.source.startswith("bad"):
            raise RuntimeError("broken")
        return read(page)

    monkeypatch.setattr("riwaya.batch.read", fail)
    good = Page("good.txt", "وصل الوزير إلى تونس.".encode(), "text")
    result = read_pages([Page("bad.txt", b"x", "text"), good])
    assert [r.document.source for r in result.records] == ["good.txt"]
    assert result.problems[0].source == "bad.txt"
    assert "broken" in result.problems[0].message

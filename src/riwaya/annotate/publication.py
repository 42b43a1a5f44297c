"""The day a page was published, where neither its lines nor its metadata state it.

Goes in: a document. Comes out: the document with `published`: as it was where it was stated; else what inside evidence
fixes (`publication_evidence`), marked "inferred", with the evidence in words: a day that the page itself calls today; an
interval it must fall in; or, with "?", the likeliest day, where the page tells of a world event of those days or the day
it was fetched is known. Where too little is fixed there is no day, and the evidence says so.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from riwaya.annotate.publication_evidence import Evidence, gather_evidence
from riwaya.annotate.time_values import Context, worth
from riwaya.annotate.times import found_in
from riwaya.model import Document
from riwaya.text.calendar import day_edtf

__all__ = ["infer_day", "with_publication_day"]

#: A day of the past week is named by its weekday; one that is written as day and month is older. It holds for three in
#: four such days and hardly helps where two weeks compete, so that a day it chooses is marked as uncertain.
_WEEK = timedelta(days=7)
#: A page that was fetched is seldom older than this; its weekday is looked for so far back from the day of fetching.
_FETCHED_BACK = 6
_LINES = ("dateline", "byline", "furniture")
_DAY_RULES = frozenset(("day", "numeric", "english-day", "hijri-day"))
#: EDTF's mark of a value that may be another.
_UNCERTAIN = "?"
_NOTHING = "nothing in the page fixes its year"


def with_publication_day(doc: Document) -> Document:
    """Give the document with its publication day: stated, or inferred from inside evidence, with the evidence."""
    if doc.published:
        return doc
    if stated := _stated_day(doc):
        return replace(doc, published=stated, published_basis="page")
    value, why = infer_day(gather_evidence(doc))
    return replace(doc, published=value, published_basis="inferred" if value else None, published_evidence=why)


def _stated_day(doc: Document) -> str | None:
    """Give the whole date of a line above the article's body that is no part of the article."""
    body = min((block.span.start for block in doc.blocks if block.role == "body"), default=0)
    for block in found_in(doc):
        if block.role not in _LINES or block.span.start >= body or len(block.expressions) != 1:
            continue
        found = worth(block.expressions[0], Context(None)) if block.expressions[0].rule in _DAY_RULES else None
        if found and found.value and (doc.crawled is None or found.value.rstrip("~") <= doc.crawled):
            return found.value.rstrip("~")
    return None


def infer_day(evidence: Evidence) -> tuple[str | None, tuple[str, ...]]:
    """Give the day, or the interval of days, that the evidence leaves, and the evidence; None where it leaves too much.

    >>> infer_day(Evidence(date(2023, 9, 17), date(2023, 9, 30), fresh=True, named=date(2023, 9, 17), weekday=4))[0]
    '2023-09-28?'
    """
    first, last, ceiling, why = evidence.first, evidence.last, evidence.ceiling, evidence.reasons
    if ceiling and _may_be_fresh(evidence):
        day = _back_to_weekday(ceiling, evidence)
        return day_edtf(day) + _UNCERTAIN, (*why, f"was fetched on {day_edtf(ceiling)}, and may be older")
    if first is None or last is None:
        return None, why or (_NOTHING,)
    last = min(last, ceiling) if ceiling and first <= ceiling else last
    if first == last:
        return day_edtf(first), why
    interval = f"{day_edtf(first)}/{day_edtf(last)}"
    if evidence.fresh and evidence.weekday and evidence.named:
        day = _likeliest(evidence.named, last, evidence.weekday)
        return day_edtf(day) + _UNCERTAIN, (*why, f"falls in {interval}; the weekday named fits this day best")
    return interval, why


def _may_be_fresh(evidence: Evidence) -> bool:
    """Tell whether a page can be from the days before it was fetched: nothing in it speaks for other days."""
    assert evidence.ceiling is not None
    if evidence.first and evidence.last:
        return evidence.last >= evidence.ceiling - timedelta(days=_FETCHED_BACK) and evidence.first <= evidence.ceiling
    return evidence.this_month in (None, evidence.ceiling.month, (evidence.ceiling - _WEEK).month)


def _back_to_weekday(day: date, evidence: Evidence) -> date:
    """Give the latest day, not after the given one, that has the weekday the page calls today."""
    if not evidence.certain or evidence.weekday is None:
        return day
    return day - timedelta(days=(day.isoweekday() - evidence.weekday) % 7)


def _likeliest(named: date, last: date, weekday: int) -> date:
    """Give the first day of that weekday that is a week after the last day written out, or later; else an earlier one."""
    for start in (named + _WEEK, named):
        day = start + timedelta(days=(weekday - start.isoweekday()) % 7)
        if day <= last:
            return day
    return named

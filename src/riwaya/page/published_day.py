"""Which day a page was published: what is known from outside, what it states to machines, what it shows, its address.

Goes in: the page, its labelled pieces and its metadata. Comes out: the day, what it rests on, and a Problem where the
page contradicts itself. A header's "today" is no publication day: only lines near the title count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from riwaya.model import Page, Problem
from riwaya.page.label_types import DATED, Label
from riwaya.page.metadata import Metadata
from riwaya.page.published import day_in
from riwaya.text.fold import fold

__all__ = ["day_of_stamp", "published_day"]

_STAMP = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})")
_IN_URL = re.compile(r"/(20\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
_UPDATED = "furniture updated"
#: The rules that mark a line as the page's own day of publication, the surest first.
_SHOWN = ("furniture published", "a line that is a date", "in a box of kind date", DATED, _UPDATED)
_APART = 1  # days that two statements may lie apart: midnight and time zones


def day_of_stamp(value: str) -> str | None:
    """Give the day in a machine's time, or in Arabic prose where one stands instead.

    >>> day_of_stamp("2021-05-03T10:00:00Z"), day_of_stamp("الاثنين 3 مايو 2021")
    ('2021-05-03', '2021-05-03')
    """
    if found := _STAMP.match(value):
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            return None
    return day_in(fold(value))


def published_day(
    page: Page, labels: Sequence[Label], metadata: Metadata | None = None
) -> tuple[str | None, str | None, tuple[Problem, ...]]:
    """Give (day, basis, problems); basis is "metadata", "page", "url" or None."""
    if page.published:
        return page.published, "metadata", ()
    stated = next((day for row in (metadata.published if metadata else ()) if (day := day_of_stamp(row.value))), None)
    shown = next(_shown(labels), None)
    if stated and shown and _apart(stated, shown) > _APART:
        message = f"the page states {stated} to machines but shows {shown}; {shown} was taken: check the page"
        early, basis = (shown, "page") if shown < stated else (stated, "metadata")
        return early, basis, (Problem("published", message.replace(f"{shown} was", f"{early} was"), page.source),)
    if stated:
        return stated, "metadata", ()
    if shown:
        return shown, "page", ()
    if page.url and (found := _IN_URL.search(page.url)):
        return "-".join(found.groups()), "url", ()
    return None, None, ()


def _shown(labels: Sequence[Label]) -> Iterator[str]:
    """Give the days that the lines of the article's head show, the surest rule first."""
    for row in labels:
        if row.role == "dateline" and (day := day_in(row.piece.form)):
            yield day
    for why in _SHOWN:
        for row in labels:
            if row.role not in ("furniture", "byline") or row.why != why:
                continue
            if day := day_of_stamp(row.piece.stretch.stamp) or day_in(row.piece.form):
                yield day


def _apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)

"""Direct quotes: where quoted words stand, with their marks nested, unclosed or running over paragraphs.

Goes in: a document. Comes out: `Quote`s in order, each with the span inside its marks. A quote that is not closed ends
with its line, unless the next line opens with a quote mark again (a quote over several paragraphs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riwaya.model import Document, Span

__all__ = ["Quote", "find_quotes", "quotes_in"]

_OPEN = {"«": "»", "“": "”", "„": "”", "‹": "›"}
_STRAIGHT = frozenset('"″＂')
_MARK = re.compile('[«»“”„‹›"″＂]')
_LONGEST = 6000  # code points; a mark left open on a page of one line may not swallow the page


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words: `inside` leaves the marks out, `whole` holds them; `closed` is false where no mark closes it."""

    whole: Span
    inside: Span
    closed: bool


def find_quotes(doc: Document) -> tuple[Quote, ...]:
    """Give the quotes of the article's blocks, outermost only."""
    return tuple(quote for block in doc.article() for quote in quotes_in(doc.text, block.span))


def quotes_in(text: str, span: Span) -> Iterator[Quote]:
    """Give the outermost quotes of a stretch of text, left to right.

    >>> [q.inside.of("قال «لا \\"أبدا\\"» ومضى") for q in quotes_in("قال «لا \\"أبدا\\"» ومضى", Span(0, 20))]
    ['لا "أبدا"']
    """
    marks = [(found.start(), found.group()) for found in _MARK.finditer(text, span.start, span.end)]
    at = 0
    while at < len(marks):
        place, mark = marks[at]
        stop = _closing(text, marks, at, span)
        if stop is not None:
            end = marks[stop][0]
            yield Quote(Span(place, end + 1), Span(place + 1, end), True)
            at = stop + 1
        elif mark in _OPEN or (mark in _STRAIGHT and at == len(marks) - 1 and _opens(text, place, span)):
            end = min(span.end, place + _LONGEST)
            yield Quote(Span(place, end), Span(place + 1, end), False)
            at = len(marks)
        else:
            at += 1


def _closing(text: str, marks: list[tuple[int, str]], at: int, span: Span) -> int | None:
    """Give the index of the mark that closes the one at `at`; a pair of another kind inside is passed over."""
    place, mark = marks[at]
    if mark in _OPEN:
        depth = 0
        for index in range(at, len(marks)):
            found = marks[index][1]
            depth += (found == mark) - (found == _OPEN[mark] or (mark == "„" and found == "“"))
            if depth == 0:
                return index
        # pages mix kinds: any closing mark or straight mark ends it
        return next((i for i in range(at + 1, len(marks)) if marks[i][1] in '»”"' and marks[i][0] - place > 1), None)
    if mark in _STRAIGHT:
        following = next((i for i in range(at + 1, len(marks)) if marks[i][1] in _STRAIGHT or marks[i][1] == "”"), None)
        if following is not None and _only_opens(text, marks[following][0], span) and len(marks) % 2:
            return None  # a mark was left out, and the next one opens another quote
        return following
    if mark == "”":  # some pages open with the closing mark
        return (
            next((i for i in range(at + 1, len(marks)) if marks[i][1] in "“”"), None)
            if _opens(text, place, span)
            else None
        )
    return None


def _only_opens(text: str, place: int, span: Span) -> bool:
    """Tell whether a mark can open and cannot close: a blank before it, a letter after it."""
    return place > span.start and text[place - 1].isspace() and place + 1 < span.end and text[place + 1].isalnum()


def _opens(text: str, place: int, span: Span) -> bool:
    """Tell whether a mark can open: a blank or the start before it, a letter after it."""
    before = text[place - 1] if place > span.start else " "
    after = text[place + 1] if place + 1 < span.end else " "
    return not before.isalnum() and not after.isspace()

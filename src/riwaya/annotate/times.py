"""Expressions that point at a time: a document in, its `Time`s in reading order out.

The words become pieces (`time_words`), the grammar finds expressions in them (`time_parse`), and each is valued from
the publication day, the clause's tense and the times named before it (`time_values`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from riwaya.annotate.time_clauses import is_spoken, looks_ahead
from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_parse import parse
from riwaya.annotate.time_values import Context, Worth, worth
from riwaya.annotate.time_words import Pieces, cut
from riwaya.lexicon.times import month_first_countries
from riwaya.model import Block, Document, Span, Time
from riwaya.text.calendar import window

__all__ = ["find_times", "found_in", "read_times"]

#: The blocks in which times are looked for: the article, and the lines above it that date it.
_ROLES = frozenset(("title", "body", "caption", "byline", "dateline"))
#: Lines of the page around the article: only whole dates are read there.
_LINES = frozenset(("byline", "dateline", "furniture"))
#: A line of furniture this short that holds a whole date can be what dates the page; longer ones are other articles.
_DATE_LINE = 120
_UNSURE = "the publication day is only the likeliest one"
_WHOLE_DATES = frozenset(("day", "numeric", "english-day", "hijri-day"))


@dataclass(frozen=True, slots=True)
class Found:
    """The expressions of one block, with the pieces they were found in and the block's role."""

    span: Span
    role: str
    pieces: Pieces
    expressions: tuple[Expression, ...]


@lru_cache(maxsize=8)
def _found(text: str, blocks: tuple[tuple[int, int, str], ...], country: str | None) -> tuple[Found, ...]:
    out = []
    for start, end, role in blocks:
        pieces = cut(text, Span(start, end), country=country)
        out.append(Found(Span(start, end), role, pieces, parse(pieces)))
    return tuple(out)


def found_in(doc: Document) -> tuple[Found, ...]:
    """Give the expressions of time of a document, block by block, not valued yet."""
    blocks = tuple((b.span.start, b.span.end, b.role) for b in doc.blocks if b.role in _ROLES or _may_date(b))
    return _found(doc.text, blocks, _country(doc))


def _country(doc: Document) -> str | None:
    return doc.outlet.country.lower() if doc.outlet and doc.outlet.country else None


def _may_date(block: Block) -> bool:
    return block.role == "furniture" and len(block.span) <= _DATE_LINE


def find_times(doc: Document) -> tuple[Time, ...]:
    """Give every time expression of the article, valued from the publication day."""
    return tuple(
        sorted(_Reader(doc.text, doc.published, _country(doc)).times(found_in(doc)), key=lambda time: time.span)
    )


def read_times(text: str, *, published: str | None = None, country: str | None = None) -> tuple[Time, ...]:
    """Give the times of a plain text, for people and pipes.

    >>> [(t.span.of("اليوم الثلاثاء"), t.value) for t in read_times("اليوم الثلاثاء", published="2023-09-26")]
    [('اليوم الثلاثاء', '2023-09-26')]
    """
    blocks = tuple((line.start(), line.end(), "body") for line in re.finditer(r"[^\n]+", text))
    country = country.lower() if country else None
    return tuple(_Reader(text, published, country).times(_found(text, blocks, country)))


class _Reader:
    """Values expressions in reading order and remembers what was named."""

    def __init__(self, text: str, published: str | None, country: str | None) -> None:
        days = window(published)
        self.unsure = (published or "").endswith("?")
        self.month_first = country in month_first_countries()
        self.text = text
        self.first, self.last = days.first, days.last
        self.story: str | None = None
        self.story_day: str | None = None
        self.event_day: date | None = None  # yesterday, where the first day the page names is yesterday
        self.led = False

    def times(self, blocks: tuple[Found, ...]) -> Iterator[Time]:
        for block in blocks:
            named_year: int | None = None
            named_at = 0
            for expression in block.expressions:
                near = _is_near(block.pieces.letters[named_at : expression.first])
                since = expression.opens == "since"  # what began without a year began last, not in a year told before
                found = self._worth(expression, block, named_year if near and not since else None)
                if found is None or (block.role in _LINES and not _dates_a_page(expression, found)):
                    continue
                named_year, named_at = self._year_named(expression, found, named_year), expression.last
                self._remember(expression, found)
                reason = found.reason
                if self.unsure and found.anchor == "publication day":
                    reason = f"{reason}; {_UNSURE}" if reason else _UNSURE
                yield Time(expression.span, found.value, found.grain, expression.rule, found.mod, found.anchor, reason)

    def _worth(self, expression: Expression, block: Found, named_year: int | None) -> Worth | None:
        """Value an expression at both ends of what is known of the page's day; they must agree."""
        speech = self._speech_day(expression, block)
        past = expression.opens == "since"  # what began lies behind
        context = Context(
            self.first,
            not past and looks_ahead(self.text, expression, block.span),
            _is_past_perfect(block, expression),
            self.story_day,
            self.story,
            named_year,
            speech,
            not past and self.first == self.last,
            self.month_first,
        )
        one = worth(expression, context)
        if one is None or one.value is None or self.first == self.last:
            return one
        other = worth(expression, replace(context, day=self.last))
        if other and other.value == one.value:
            return one
        return Worth(None, one.grain, reason="the page's day is not known well enough")

    def _speech_day(self, expression: Expression, block: Found) -> date | None:
        """Give the day that words quoted were said on, for "today" inside a quotation on a page of the day after."""
        if expression.rule != "deictic" or expression.offset not in (0, None):
            return None
        day = self.event_day
        if expression.relation == "C":  # "this day", and not "today"
            day = window(self.story_day).first
        if day is None or self.last is None or day > self.last:
            return None
        return day if is_spoken(self.text, block.span, expression.span.start) else None

    @staticmethod
    def _year_named(expression: Expression, found: Worth, named: int | None) -> int | None:
        """Give the year that a day or month after this expression can take: the last one written in full."""
        if expression.opens or expression.until or found.grain == "length" or found.value is None:
            return None if expression.opens else named
        if expression.year and expression.calendar == "gregorian" and expression.rule not in ("years", "numeric"):
            return expression.year
        return named if found.anchor == "the time named before" else None

    def _remember(self, expression: Expression, found: Worth) -> None:
        value = found.value
        if value is None or value.startswith("P") or expression.opens:
            return
        self.story = value
        if found.grain == "day" and "/" not in value:
            self.story_day = value
            day = window(value).first
            if (
                not self.led
                and expression.rule in ("deictic", "weekday")
                and day
                and self.first == self.last
                and self.first
            ):
                self.led = True
                self.event_day = day if day == self.first - timedelta(days=1) else None


#: A year named before is taken over within its sentence, or by the next one if that begins with the date.
_SENTENCE_END, _BEGINS_WITHIN = frozenset(".|"), 4


def _is_near(between: str) -> bool:
    return len(between) <= _BEGINS_WITHIN or not _SENTENCE_END & set(between)


def _dates_a_page(expression: Expression, found: Worth) -> bool:
    return expression.rule in _WHOLE_DATES and found.value is not None and found.anchor in (None, "Umm al-Qura")


def _is_past_perfect(block: Found, expression: Expression) -> bool:
    """Tell whether "since four years" means four years ago: "had done" stands before it, or it stands alone."""
    if expression.rule != "since-length":
        return False
    letters = block.pieces.letters
    if expression.last - expression.first == len(letters):  # a line of its own, as pages stamp posts: "since 3 days"
        return True
    start = max(letters.rfind("|", 0, expression.first), letters.rfind(".", 0, expression.first)) + 1
    return "#" in letters[start : expression.first]

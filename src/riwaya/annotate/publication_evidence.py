"""What a page says inside of the day it is from: a document in, `Evidence` out, each part with its reason.

Only what fixes at least the year counts: the page's own today written whole · a year called this, last or next one · a
world event whose own day is written as one of the current month, or that was so many years ago · a day told as so
many days after such an event. That a year or a day is named as past says little: of 5,234 articles of 2018 most name
no year later than 2016, and every third day written without a year lay ahead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from riwaya.annotate.known_events import KnownEvent, events_within, speaks_of_anniversary
from riwaya.annotate.time_clauses import looks_ahead
from riwaya.annotate.time_context import STEP
from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_values import Context, worth
from riwaya.annotate.times import Found, found_in
from riwaya.model import Document, Span
from riwaya.text.calendar import is_day, shift_months, window
from riwaya.text.segments import segment
from riwaya.text.words import sentences, tokenize

__all__ = ["Evidence", "gather_evidence"]

_ROLES = frozenset(("title", "body", "caption"))
#: Years that a page of the net can be from.
_YEARS = range(1990, 2101)
_TOLD, _NEAR_YEARS = frozenset(("told-year", "year", "part-of-year")), ("P", "C", "F")
#: "Eight years ago" may be said in the eighth year, when seven are full.
_ROUNDED = 1
#: "About six days after" the event may be so many days off.
_ABOUT = 2
#: A day without a year that is told as past in the first months of the year is of that year.
_FIRST_MONTHS = range(1, 7)
_TODAY_BEFORE = 2  # pieces between "today" and the day
#: Verbs of the present begin with one of these letters; what the tagger calls a verb and begins otherwise is past.
_IMPERFECT = ("ي", "ت", "ن", "س")
#: The rules of expressions that can fix the page's day beside a world event, and how many words away it may stand.
_BESIDE_EVENT, _EVENT_WITHIN = frozenset(("day", "ago", "for-length")), 10
_WITH_YEAR = frozenset(("day", "english-day", "numeric", "month", "year", "bare-year", "season"))
_VERB_WITHIN, _VERB_BEFORE = 2, 12
#: The letters of "today" and of "yesterday", "tomorrow" in the grammar.
_TODAY, _OTHER_DAY = "T", "D"
_COMMAS = frozenset("،,")
_LONGEST = 4000  # letters of a sentence in which a verb is looked for


@dataclass(frozen=True, slots=True)
class Evidence:
    """What fixes a page's day: it lies from `first` to `last`; `ceiling` is the day it was fetched.

    `fresh`: it tells of an event of these days, and `named` is a later day that it writes out as past. `weekday` is the one called today
    (`certain`) or named first. `this_month` is the month called current. `reasons` say where each came from.
    """

    first: date | None = None
    last: date | None = None
    ceiling: date | None = None
    fresh: bool = False
    named: date | None = None
    this_month: int | None = None
    weekday: int | None = None
    certain: bool = False
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pin:
    """One thing that fixes the page's day to some days; `named`: a day that it writes out as past."""

    first: date
    last: date
    reason: str
    fresh: bool = False
    named: date | None = None


def gather_evidence(doc: Document) -> Evidence:
    """Give what the article's own words, and the day it was fetched, say of the day it is from."""
    blocks = [block for block in found_in(doc) if block.role in _ROLES]
    before = [None, *(block.expressions[-1] if block.expressions else None for block in blocks)]
    pins = [pin for block, last in zip(blocks, before, strict=False) for pin in _pins(doc, block, last)]
    found = Evidence(ceiling=window(doc.crawled).last, reasons=tuple(dict.fromkeys(pin.reason for pin in pins)))
    weekday, certain = _weekday(doc, blocks)
    found = replace(found, weekday=weekday, certain=certain, this_month=_current_month(blocks))
    if not pins:
        return found
    first, last = max(pin.first for pin in pins), min(pin.last for pin in pins)
    if first > last:
        return replace(found, reasons=(*found.reasons, "these contradict one another"))
    named = max((pin.named for pin in pins if pin.named), default=None)
    found = replace(found, first=first, last=last, fresh=any(pin.fresh for pin in pins), named=named)
    return _narrowed(doc, blocks, found)


def _pins(doc: Document, block: Found, before: Expression | None) -> Iterator[_Pin]:
    """Give what fixes the page's day in a block; `before` is the last time that the block before it names."""
    for index, expression in enumerate(block.expressions):
        words = expression.span.of(doc.text)
        if day := _day_called_today(block, index):
            yield _Pin(day, day, f"calls {words} today")
        if year := _year_called(expression):
            yield _Pin(date(year, 1, 1), date(year, 12, 31), f"says {words}")
        if expression.rule in _BESIDE_EVENT:
            around = _beside(doc, block, expression)
            for event in events_within(doc, around):
                yield from _event_pins(doc, expression, event, around)
                yield from _days_after(doc, expression, before, event)
        before = expression


def _beside(doc: Document, block: Found, expression: Expression) -> Span:
    """Give the few words before and behind an expression in its sentence."""
    around = _sentence(doc.text, block.span, expression.span)
    tokens = tokenize(doc.text)
    start, end = tokens.index_at(expression.span.start), tokens.index_at(expression.span.end)
    first = max(start - _EVENT_WITHIN, tokens.index_at(around.start))
    last = min(end + _EVENT_WITHIN, tokens.index_at(around.end)) - 1
    if expression.rule == "ago":  # "five years ago" is of its own clause
        last = next((at - 1 for at in range(end, last + 1) if tokens.words[at].form in _COMMAS), last)
    return Span(tokens.words[first].span.start, tokens.words[max(last, first)].span.end)


@lru_cache(maxsize=8)
def _cuts(text: str, block: Span) -> tuple[Span, ...]:
    """Give a block's sentences; remembered, as each of its times asks."""
    return sentences(text, block)


def _sentence(text: str, block: Span, span: Span) -> Span:
    """Give the sentence of a block that holds a span, or the span itself."""
    cuts = _cuts(text, block)
    at = bisect_right(cuts, span.start, key=lambda cut: cut.start) - 1
    return cuts[at] if at >= 0 and cuts[at].holds(span) else span


def _day_called_today(block: Found, index: int) -> date | None:
    """Give the whole day that the page writes beside "today" and its weekday, if the weekday is right."""
    expression = block.expressions[index]
    if expression.rule not in ("day", "numeric") or expression.until or expression.opens:
        return None
    before = block.expressions[index - 1] if index else None
    weekday, lead = expression.weekday, block.pieces.letters[max(0, expression.first - _TODAY_BEFORE) : expression.last]
    if before and before.rule == "weekday" and before.offset == 0 and expression.first - before.last <= 1:
        weekday = before.weekday
    elif _TODAY not in lead or _OTHER_DAY in lead:
        return None
    found = worth(expression, Context(None))
    day = window(found.value).first if found and found.value and found.grain == "day" else None
    return day if day and day.isoweekday() == weekday else None


def _year_called(expression: Expression) -> int | None:
    """Give the page's year where one is called this, the last or the next ("last year, 2017")."""
    if (
        expression.year is None
        or expression.year not in _YEARS
        or expression.calendar != "gregorian"
        or expression.until
    ):
        return None
    relation = expression.year_relation or (expression.relation if expression.rule in _TOLD else None)
    return expression.year - STEP[relation] if relation in _NEAR_YEARS else None


def _event_pins(doc: Document, expression: Expression, event: KnownEvent, around: Span) -> Iterator[_Pin]:
    words = expression.span.of(doc.text)
    if expression.rule == "day" and expression.relation == "C" and not expression.year:
        same = (expression.month, expression.day) == (event.first.month, event.first.day)
        if same and not speaks_of_anniversary(doc, around):
            end = shift_months(event.first.replace(day=1), 1) - timedelta(days=1)
            yield _Pin(event.first, end, f"dates {event.id} ({event.day}) {words}", True)
    whole = expression.count is not None and expression.count == int(expression.count) and not expression.and_half
    if expression.rule == "ago" and whole and not expression.mod and expression.unit and expression.unit.id == "year":
        year = event.first.year + int(expression.count or 0)
        if year in _YEARS:
            first, last = date(year - _ROUNDED, 1, 1), date(year, 12, 31)
            yield _Pin(first, last, f"tells {event.id} ({event.day}) as {words}")


def _days_after(doc: Document, expression: Expression, before: Expression | None, event: KnownEvent) -> Iterator[_Pin]:
    """Give the pin of a day without a year that is told as so many days after a world event."""
    unit = expression.unit.id if expression.unit else None
    if expression.rule != "for-length" or unit != "day" or before is None:
        return
    if before.rule != "day" or before.year or before.relation or before.calendar != "gregorian":
        return
    told = event.first + timedelta(days=int(expression.count or 0))
    month, day = before.month or 0, before.day or 0
    if is_day(told.year, month, day) and abs((date(told.year, month, day) - told).days) <= _ABOUT:
        named = date(told.year, month, day)
        words = f"{before.span.of(doc.text)}, {expression.span.of(doc.text)}"
        last = shift_months(named, 12) - timedelta(days=1)
        yield _Pin(named, last, f"tells {words} after {event.id} ({event.day})", True, named)


def _weekday(doc: Document, blocks: list[Found]) -> tuple[int | None, bool]:
    """Give the weekday that the page calls today (then True), or the first it names without looking ahead."""
    first: int | None = None
    for block in blocks:
        for expression in block.expressions:
            if expression.rule != "weekday" or expression.relation or looks_ahead(doc.text, expression, block.span):
                continue
            if expression.offset == 0:
                return expression.weekday, True
            if expression.offset is None and first is None:
                first = expression.weekday
    return first, False


def _current_month(blocks: list[Found]) -> int | None:
    for block in blocks:
        for one in block.expressions:
            if one.relation == "C" and one.month and one.calendar == "gregorian":
                return one.month
    return None


def _narrowed(doc: Document, blocks: list[Found], found: Evidence) -> Evidence:
    """Narrow the days to the month called current, and to those after the times that are told as past."""
    assert found.first and found.last
    first, last, named = found.first, found.last, found.named
    if found.this_month and first.year == last.year:
        start = date(first.year, found.this_month, 1)
        end = shift_months(start, 1) - timedelta(days=1)
        if start <= last and end >= first:
            first, last = max(first, start), min(last, end)
    for block in blocks:
        year: int | None = None
        for expression in block.expressions:
            day = _past_time(doc, block, expression, year)
            year = expression.year or year
            if day and first < day <= last:
                first = day
    for block in blocks:
        for expression in block.expressions:
            day = _past_day(doc, block, expression, first, found.fresh)
            if day and found.first < day <= last:
                first, named = max(first, day), max(named or day, day)
    return replace(found, first=first, last=last, named=named)


def _past_time(doc: Document, block: Found, expression: Expression, year: int | None) -> date | None:
    """Give the first day of a time with a year, its own or the one before it, that stands beside a verb of the past."""
    if expression.rule not in _WITH_YEAR or expression.opens or expression.until or expression.relation:
        return None
    found = worth(expression, Context(None, named_year=year))
    first = window(found.value).first if found else None
    ahead = looks_ahead(doc.text, expression, block.span)
    return first if first and not ahead and _is_told_as_past(doc, block, expression) else None


def _past_day(doc: Document, block: Found, expression: Expression, first: date, fresh: bool) -> date | None:
    """Give the first day like one without a year that stands beside a verb of the past; `first`: the page is no older."""
    if expression.rule != "day" or expression.year or expression.year_relation or expression.opens or expression.until:
        return None
    if expression.calendar != "gregorian" or expression.relation not in (None, "C"):
        return None
    month, day = expression.month or 0, expression.day or 0
    year = first.year + ((month, day) < (first.month, first.day) and expression.relation is None)
    if not is_day(year, month, day) or looks_ahead(doc.text, expression, block.span):
        return None
    if not (fresh or expression.relation == "C" or month in _FIRST_MONTHS):
        return None
    return date(year, month, day) if _is_told_as_past(doc, block, expression) else None


def _is_told_as_past(doc: Document, block: Found, expression: Expression) -> bool:
    """Tell whether a verb of the past follows the expression, or stands nearest before it in its sentence."""
    around = _sentence(doc.text, block.span, expression.span)
    text = around.of(doc.text)[:_LONGEST]
    words, tokens = segment(text), tokenize(text)
    start = tokens.index_at(expression.span.start - around.start)
    end = tokens.index_at(expression.span.end - around.start)
    after = next((word for word in words[end : end + _VERB_WITHIN] if not word.word.is_punctuation), None)
    if after and after.upos == "VERB":
        return not after.stem.of(text).startswith(_IMPERFECT)
    verbs = [word for word in words[max(0, start - _VERB_BEFORE) : start] if word.upos in ("VERB", "AUX")]
    return bool(verbs) and not verbs[-1].stem.of(text).startswith(_IMPERFECT)

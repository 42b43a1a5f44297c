"""Events dated by another: six days after the flood, said of a visit whose day is known, dates the flood.

Goes in: a document, its times and its events. Comes out: the events, those that are counted from now with their day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.model import Document, Event, Span, Time
from riwaya.text.words import tokenize

__all__ = ["dated_by_others"]

#: The most words between the length and the event that it is counted from.
_REACH = 3
_LENGTH = re.compile(r"P(\d{1,3})([DW])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DAYS_OF = {"D": 1, "W": 7}


@dataclass(frozen=True, slots=True)
class _Word:
    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def _words() -> Phrases[_Word]:
    return Phrases((form, word) for word in load_entries("event_distance.toml", "word", _Word) for form in word.forms)


def dated_by_others(doc: Document, times: Sequence[Time], events: Sequence[Event]) -> tuple[Event, ...]:
    """Give the events; one that another is said to have come so many days after is that much earlier."""
    found = {id(event): (when, length) for length in times for event, when in _counted(doc, length, times, events)}
    return tuple(_dated(event, *found[id(event)]) if id(event) in found else event for event in events)


def _dated(event: Event, when: str, length: Time) -> Event:
    return replace(event, when=when, when_why="counted back from what came after it", times=(length,))


def _counted(
    doc: Document, length: Time, times: Sequence[Time], events: Sequence[Event]
) -> Iterator[tuple[Event, str]]:
    """Give the events that a length of time is counted from, and their day."""
    size = _LENGTH.fullmatch(length.value or "")
    if size is None or not int(size[1]) > 0 or not _says_after(doc, length.span):
        return
    anchor = _day_before(doc, length, times)
    if anchor is None:
        return
    tokens = tokenize(doc.text)
    index = tokens.index_at(length.span.end)
    hits = _words().at(tokens, index, proclitics=False) if index < len(tokens.words) else ()
    if not hits or hits[0].value.kind != "of" or index + _REACH >= len(tokens.words):
        return
    reach = Span(tokens.words[index].span.end, tokens.words[index + _REACH].span.end)
    sentence = doc.sentence_at(length.span.start)
    day = anchor - timedelta(days=int(size[1]) * _DAYS_OF[size[2]])
    named = [event for event in events if reach.meets(event.trigger) or _told_there(event, sentence, reach)]
    for event in named[:1]:
        yield event, day.isoformat() + ("~" if length.mod else "")


def _told_there(event: Event, sentence: Span | None, reach: Span) -> bool:
    """Tell whether an undated event is told in the rest of the sentence, of what the length was counted from."""
    return bool(sentence and sentence.holds(event.trigger) and event.trigger.start > reach.start and not event.when)


def _says_after(doc: Document, span: Span) -> bool:
    """Tell whether a length begins with, or stands behind, a word for after."""
    tokens = tokenize(doc.text)
    at = tokens.index_at(span.start)
    inside = range(max(at - 1, 0), min(at + 1, len(tokens.words)))
    return any(hit.value.kind == "after" for index in inside for hit in _words().at(tokens, index))


def _day_before(doc: Document, length: Time, times: Sequence[Time]) -> date | None:
    """Give the last day that the text names before a length, in its sentence or the two before."""
    near = [s for s in doc.sentences if s.start <= length.span.start][-3:]
    days = [time for time in times if time.span.end <= length.span.start and _DAY.fullmatch(time.value or "")
            and near and time.span.start >= near[0].start]  # fmt: skip
    try:
        return date.fromisoformat(days[-1].value or "") if days else None
    except ValueError:
        return None

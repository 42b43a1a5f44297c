"""World events that everybody can date, as evidence of a page's day: a document in, the events it speaks of out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.model import Document, Span
from riwaya.text.words import tokenize

__all__ = ["KnownEvent", "events_named", "events_within", "known_events", "speaks_of_anniversary"]


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event with its first day; a page speaks of it where words of both groups stand in one sentence or line."""

    id: str
    day: str
    any_1: tuple[str, ...]
    any_2: tuple[str, ...]
    examples: tuple[str, ...]

    @property
    def first(self) -> date:
        return date.fromisoformat(self.day)


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Words that make a day the return of an event's day, not the day itself."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def known_events() -> tuple[KnownEvent, ...]:
    """Give the entries of `data/known_events.toml`."""
    return load_entries("known_events.toml", "known_event", KnownEvent)


@cache
def _phrases() -> Phrases[tuple[KnownEvent, int]]:
    return Phrases(
        (form, (event, group))
        for event in known_events()
        for group, forms in enumerate((event.any_1, event.any_2))
        for form in forms
    )


@cache
def _anniversaries() -> Phrases[Anniversary]:
    entries = load_entries("known_events.toml", "anniversary", Anniversary)
    return Phrases((form, entry) for entry in entries for form in entry.forms)


def speaks_of_anniversary(doc: Document, span: Span) -> bool:
    """Tell whether a stretch of text speaks of the return of a day."""
    return bool(_anniversaries().find(tokenize(doc.text), span))


def events_within(doc: Document, span: Span) -> tuple[KnownEvent, ...]:
    """Give the events that a sentence speaks of, in the order of the data file."""
    groups: dict[str, set[int]] = {}
    for hit in _phrases().find(tokenize(doc.text), span):
        event, group = hit.value
        groups.setdefault(event.id, set()).add(group)
    return tuple(event for event in known_events() if len(groups.get(event.id, ())) > 1)


def events_named(doc: Document) -> tuple[KnownEvent, ...]:
    """Give the events that an article speaks of, in the order of the data file."""
    named = {event.id for block in doc.article() for event in events_within(doc, block.span)}
    return tuple(event for event in known_events() if event.id in named)

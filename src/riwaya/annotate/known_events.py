"""World events that everybody can date, as evidence of a page's day: a document in, the events it speaks of out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.model import Document
from riwaya.text.words import tokenize

__all__ = ["KnownEvent", "events_named", "known_events"]

_ROLES = ("title", "body", "caption")


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


def events_named(doc: Document) -> tuple[KnownEvent, ...]:
    """Give the events that an article speaks of, in the order of the data file."""
    tokens = tokenize(doc.text)
    found: dict[str, set[int]] = {}
    named: set[str] = set()
    for block in doc.blocks:
        if block.role not in _ROLES:
            continue
        found = {}
        for hit in _phrases().find(tokens, block.span):
            event, group = hit.value
            groups = found.setdefault(event.id, set())
            groups.add(group)
            if len(groups) > 1:
                named.add(event.id)
    return tuple(event for event in known_events() if event.id in named)

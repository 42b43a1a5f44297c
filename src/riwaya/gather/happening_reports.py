"""A record's events as reports: with entity ids for names, typed numbers, claim ids, and what helps to compare them.

Goes in: a record and the entity of each mention. Comes out: `Told`s: a `Report` with the words, day and place on its
page
that likeness is judged by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from riwaya.across import Evidence, Number, Report
from riwaya.annotate.event_times import AFTER_NEWS, PAGE_DAY
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.model import Amount, Event, Record, Span
from riwaya.text.fold import fold
from riwaya.text.stem import stem
from riwaya.text.words import tokenize

__all__ = ["EntityOf", "Series", "Told", "told_in"]

#: (document id, span of a mention) to (entity id, type).
EntityOf = Mapping[tuple[str, Span], tuple[str, str]]
#: Words around a trigger that say what the event was about.
_WINDOW = 14
#: Words before and behind a trigger in which others make it one of many.
_SERIES_BEFORE, _SERIES_BEHIND = 6, 9


@dataclass(frozen=True, slots=True)
class Series:
    """Words that make an event one of many over a long time."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One report and what it is compared by. `order` is its place on its page; `day` the page's day (EDTF) or "";
    `pointing`: a definite noun; `fresh`: told as news, not as what had been; `series`: one of many over a long time;
    `just_told`: the report of the same type just before it on its page, which a definite noun points at."""

    report: Report
    order: int
    day: str
    lead: bool
    people: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    figures: frozenset[tuple[str, float]]
    pointing: bool
    fresh: bool
    series: bool = False
    just_told: Span | None = None

    @property
    def event(self) -> Event:
        return self.report.event

    @property
    def when(self) -> str | None:
        """Give the time that the words themselves fix, not the page's day."""
        return self.report.when

    def key(self) -> tuple[str, str, int, int]:
        """Give what reports are put in order by: the page's day, its id, the place on it."""
        return (self.day or "9999", self.report.document, self.report.span.start, self.event.trigger.start)


def told_in(record: Record, entity_of: EntityOf) -> list[Told]:
    """Give the reports of a record in reading order."""
    doc = record.document
    lead_ends = max([s.end for s in doc.sentences[:2]], default=0)
    out = []
    for order, event in enumerate(record.events):
        who = _who(doc.id, event, entity_of)
        where = _ids(doc.id, [p.span for p in event.places], entity_of)
        fixed = event.when if event.when_why != PAGE_DAY and not _is_of_saying(doc.text, event) else None
        report = Report(
            doc.id, event.span, event, fixed, who, where, tuple(_number(record, a) for a in event.amounts),
            (event.claim.id_in(doc.id),) if event.claim else (),
        )  # fmt: skip
        kinds = {entity: kind for role in event.roles if role.mention
                 for entity, kind in [entity_of.get((doc.id, role.mention.span), ("", ""))]}  # fmt: skip
        day = (doc.published or "").split("/")[0].rstrip("?")
        title = bool(doc.title and doc.title.holds(event.trigger))
        out.append(
            Told(
                report, order, day, title or event.trigger.end <= lead_ends,
                frozenset(e for e, _ in who if kinds.get(e) == "PERSON"),
                frozenset(e for e, _ in who if kinds.get(e) == "ORGANIZATION"),
                frozenset(where) | frozenset(e for e, _ in who if kinds.get(e) == "PLACE"),
                _words(doc.text, event),
                frozenset((n.what, float(n.value)) for n in report.numbers),
                _points_back(doc.text, event),
                event.when_why in (PAGE_DAY, AFTER_NEWS),
                _is_series(doc.text, event),
                _just_told(record, order),
            )
        )  # fmt: skip
    return out


def _is_of_saying(text: str, event: Event) -> bool:
    """Tell whether all times of an event told in somebody's words stand outside them, and it was known before.

    "The minister said on Tuesday that the fire …": Tuesday is the day he spoke.
    """
    said = event.claim.span if event.claim else None
    if said is None or not event.times or not said.holds(event.trigger) or not _points_back(text, event):
        return False
    return not any(said.meets(time.span) for time in event.times)


def _just_told(record: Record, order: int) -> Span | None:
    """Give the trigger of the event of this type just before, in this sentence or the one before it."""
    event, sentences = record.events[order], record.document.sentences
    if not _points_back(record.document.text, event):
        return None
    at = next((n for n, s in enumerate(sentences) if s.holds(event.trigger)), None)
    for other in reversed(record.events[:order]):
        if other.type == event.type and at is not None:
            near = any(s.holds(other.trigger) for s in sentences[max(at - 1, 0) : at + 1])
            return other.trigger if near else None
    return None


@cache
def _series() -> Phrases[Series]:
    return Phrases(
        (form, entry) for entry in load_entries("event_distance.toml", "series", Series) for form in entry.forms
    )


def _is_series(text: str, event: Event) -> bool:
    """Tell whether words near the trigger make it one of many events over a long time."""
    tokens = tokenize(text)
    at = tokens.index_at(event.trigger.start)
    places = range(max(at - _SERIES_BEFORE, 0), min(at + _SERIES_BEHIND, len(tokens.words)))
    return any(event.span.holds(hit.span) for place in places for hit in _series().at(tokens, place))


def _who(document: str, event: Event, entity_of: EntityOf) -> tuple[tuple[str, str], ...]:
    out: dict[str, str] = {}
    for role in event.roles:
        if role.mention and (found := entity_of.get((document, role.mention.span))):
            out.setdefault(found[0], role.role)
    return tuple(out.items())


def _ids(document: str, spans: list[Span], entity_of: EntityOf) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity_of[document, span][0] for span in spans if (document, span) in entity_of))


def _number(record: Record, amount: Amount) -> Number:
    text = record.document.text
    what = amount.kind
    if amount.kind == "count" and amount.counted:
        what = amount.counted.of(text)
    unit = amount.currency or amount.unit
    return Number(
        what, amount.value, Evidence(record.document.id, amount.span, amount.span.of(text)), unit, amount.qualifier
    )


def _words(text: str, event: Event) -> frozenset[str]:
    """Give the stems of the content words around the trigger."""
    tokens = tokenize(text)
    at = tokens.index_at(event.trigger.start)
    near = [w for w in tokens.words[max(0, at - _WINDOW) : at + _WINDOW] if event.span.holds(w.span)]
    return frozenset(stem(w.form) for w in near if len(w.form) > 3 and not w.is_number and not w.is_punctuation)


def _points_back(text: str, event: Event) -> bool:
    """Tell whether the trigger is a definite noun ("the visit"), which points at an event already told."""
    return fold(event.trigger.of(text)).startswith(("ال", "لل"))

"""Sentences of ASSAULT and PROTEST told from the rest, against the Arabic event gold
(openeventdata/arabic_event_gsr, MIT).

usage: python benchmarks/events_gsr.py FOLDER

FOLDER holds assault_gsr.csv, protest_gsr.csv and the two *_spans.json. A sentence is said to be of a type when
`find_events` gives an event of it; "told as news": when one of these events is told by a verb in the past, or with
victims, outside a relative clause and not as a definite noun (the gold takes few sentences that only look back).
"ambiguous" rows are left out; easy and difficult negatives both count. Spans: of
the
source, verb and target spans given, how many are met by an actor, a trigger, a recipient of our events.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from riwaya.annotate.claims import find_claims
from riwaya.annotate.event_scene import scene_of
from riwaya.annotate.event_triggers import find_triggers
from riwaya.annotate.events import find_events
from riwaya.annotate.mentions import find_mentions
from riwaya.model import Block, Document, Event, Span
from riwaya.text.words import sentences, tokenize


def read(text: str) -> tuple[Event, ...]:
    """Give the events of one sentence read as a page of its own."""
    span = Span(0, len(text))
    doc = Document("d", "gsr", text, (Block(span, "body"),), sentences(text, span), published="2008-06-15")
    mentions = find_mentions(doc)
    return find_events(doc, mentions, (), (), find_claims(doc, mentions))


def is_news(text: str, event: Event) -> bool:
    """Tell whether an event is the news of its sentence, by its trigger and clause alone."""
    span = Span(0, len(text))
    doc = Document("d", "gsr", text, (Block(span, "body"),), sentences(text, span))
    scene = scene_of(doc, event.span, (), title=False)
    mine = [t for t in scene.triggers if scene.span_of(t.first, t.last).meets(event.trigger)]
    victims = any(t.type.stands_for for t in scene.triggers)
    for trigger in mine:
        left, _ = scene.clause(trigger)
        relative = left > 0 and "relative" in scene.groups[left - 1]
        if not relative and not trigger.form.definite and (trigger.kind == "past" or victims):
            return True
    return False


def victims(text: str) -> list[Span]:
    """Give the words that tell of victims: they are joined to the event that they came from."""
    words = tokenize(text).words
    found = [t for t in find_triggers(words, text) if t.type.stands_for]
    return [Span(words[t.first].span.start, words[t.last - 1].span.end) for t in found]


def detection(folder: Path, kind: str, *, news: bool) -> str:
    """Give precision, recall and F1 of one type's sentences; `news`: only those that tell it as their news."""
    hit = said = wanted = 0
    with (folder / f"{kind.lower()}_gsr.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["label"] == "ambiguous":
                continue
            told = [e for e in read(row["text"]) if e.type == kind and e.status in ("happened", "ongoing")]
            yes = any(is_news(row["text"], e) for e in told) if news else bool(told)
            hit += yes and row["label"] == "yes"
            said += yes
            wanted += row["label"] == "yes"
    precision, recall = hit / (said or 1), hit / (wanted or 1)
    how = "told as news" if news else "told at all"
    return (
        f"{kind:8} {how}: p {precision:.3f}  r {recall:.3f}  f1 {2 * hit / ((said + wanted) or 1):.3f}  gold {wanted}"
    )


def spans(folder: Path, kind: str) -> str:
    """Give how many of the gold's source, verb and target spans our events meet."""
    given = dict.fromkeys(("source", "verb", "target"), 0)
    met = dict(given)
    for row in json.loads((folder / f"{kind.lower()}_spans.json").read_text(encoding="utf-8")):
        text = row["text"]
        events = read(text)
        ours = {
            "verb": [e.trigger for e in events] + (victims(text) if events else []),
            "source": [r.span for e in events for r in e.roles if r.role in ("actor", "participant")],
            "target": [r.span for e in events for r in e.roles if r.role in ("recipient", "participant")],
        }
        for name in given:
            words = row[f"{name}_gold"]
            at = text.find(words.split()[0]) if words else -1
            if at < 0:
                continue
            given[name] += 1
            met[name] += any(s.meets(Span(at, at + len(words))) for s in ours[name])
    return f"{kind:8} " + "  ".join(f"{name} {met[name]}/{given[name]}" for name in given)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    for event_type in ("ASSAULT", "PROTEST"):
        print(detection(place, event_type, news=False))
        print(detection(place, event_type, news=True))
        print(spans(place, event_type))

"""What happened: reports of events in the article, each with type, roles, time, place, numbers, status and claim.

Goes in: a document and its mentions, times, amounts and claims. Comes out: `Event`s in reading order, at most one
for an
event in a sentence. What words name which event stands in `data/events`; nothing here knows a type by name.
"""

from __future__ import annotations

from itertools import pairwise

from riwaya.annotate.event_after import dated_by_others
from riwaya.annotate.event_drafts import Draft, drafts_of
from riwaya.annotate.event_neighbours import Carried
from riwaya.annotate.event_pages import settle
from riwaya.annotate.event_scene import Scene, scene_of
from riwaya.annotate.event_triggers import keys_of
from riwaya.model import Amount, Claim, Document, Event, Mention, Role, Span, Time
from riwaya.text.words import tokenize

__all__ = ["find_events"]

#: Sentences at the top of a page that tell its news: a verb without a date there is of the page's day.
_LEAD = 3
#: Words read as one sentence at most: only lists and rubbish run on longer, and clauses are looked for pair by pair.
_LONGEST = 300


def find_events(
    doc: Document,
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    amounts: tuple[Amount, ...],
    claims: tuple[Claim, ...],
) -> tuple[Event, ...]:
    """Give every report of an event in the article."""
    sentences = [(doc.title, True)] if doc.title else []
    sentences += [(part, False) for span in doc.sentences for part in _parts(doc, span)]
    drafts, carried, page = [], Carried(), _page_keys(doc)
    for place, (span, title) in enumerate(sentences):
        inside = tuple(m for m in mentions if span.holds(m.span))
        scene = scene_of(doc, span, inside, page, title=title)
        found = drafts_of(scene, carried, times, amounts, lead=place <= _LEAD)
        drafts.append(found)
        carried = _next_carried(scene, found, carried)
    events = tuple(_event(draft, kind, mode, rule, claims) for draft, kind, mode, rule in settle(drafts))
    return dated_by_others(doc, times, events)


def _page_keys(doc: Document) -> frozenset[str]:
    """Give the keys of the words of the title and the first sentences."""
    spans = [*([doc.title] if doc.title else []), *doc.sentences[:_LEAD]]
    tokens = tokenize(doc.text)
    return frozenset().union(*(keys_of(word.form) for span in spans for word in tokens.between(span)[:_LONGEST]))


def _parts(doc: Document, span: Span) -> list[Span]:
    """Give a sentence, or where it runs on without end, stretches of it."""
    words = tokenize(doc.text).between(span)
    if len(words) <= _LONGEST:
        return [span]
    starts = [span.start, *(words[at].span.start for at in range(_LONGEST, len(words), _LONGEST)), span.end]
    return [Span(start, end) for start, end in pairwise(starts)]


def _next_carried(scene: Scene, drafts: list[Draft], carried: Carried) -> Carried:
    """Give who acted last: an actor of the sentence's events, else the first person it names."""
    people = [
        r.mention for d in drafts for r in d.roles if r.role == "actor" and r.mention and r.mention.type == "PERSON"
    ]
    people += [s.mention for s in scene.standings if s.mention.type == "PERSON"]
    if not people:
        return carried
    text = scene.doc.text
    first = people[0]
    other = next((m for m in people if m.name.of(text) != first.name.of(text)), carried.actor)
    return Carried(first, other)


def _speaking(draft: Draft, claim: Claim | None) -> tuple[Role, ...]:
    """Give the speaker as actor of a deed told in a quotation by a verb in the past that may be "I" and has no subject."""
    trigger = draft.trigger
    own = trigger.kind == "past" and trigger.form.feminine and not trigger.form.pronoun
    if not own or claim is None or claim.mode == "indirect" or any(role.role == "actor" for role in draft.roles):
        return ()
    mention = claim.sources[-1].mention if claim.sources else None
    if mention is None or mention.type != "PERSON":
        return ()
    return (Role("actor", mention.span, mention, "the speaker tells of himself"),)


def _event(draft: Draft, kind: str, mode: str | None, rule: str, claims: tuple[Claim, ...]) -> Event:
    scene, trigger = draft.scene, draft.trigger
    words = scene.span_of(trigger.first, trigger.last)
    start = words.start + len(trigger.proclitic) if trigger.last == trigger.first + 1 else words.start
    claim = min((c for c in claims if c.span.holds(words)), key=lambda c: len(c.span), default=None)
    return Event(
        span=scene.span, trigger=Span(min(start, words.end - 1), words.end), type=kind, mode=mode,
        roles=draft.roles + _speaking(draft, claim),
        status=draft.status, rule=rule, when=draft.when, when_why=draft.when_why, times=draft.times,
        places=draft.places, amounts=draft.amounts, claim=claim,
    )  # fmt: skip

"""A happening's label: one short Arabic line that reads as a sentence or a headline.

Goes in: the reports of one happening and their documents. Comes out: the headline whose own news it is, else the clause
of the report that says most, cut at a clause's border and never within a phrase.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.annotate.event_grammar import groups_at, groups_at_form
from riwaya.annotate.event_triggers import Trigger, find_triggers
from riwaya.gather.happening_reports import Told
from riwaya.model import Document, Event, Span
from riwaya.text.words import Word, tokenize

__all__ = ["label_of"]

#: Words of a label at most, and words that must stand before a comma ends it.
_MOST = 14
_LEAST = 4
#: How far before the trigger its subject or the verb that carries it may stand.
_BEFORE = 7
#: Words of a headline that may stand before the trigger of its own news.
_HEAD = 6
_CARRY = frozenset(("perform", "begin", "finish", "continue", "cancel", "suffers"))
#: Groups of words that no label ends in, and those that end its clause.
_OPEN = frozenset(("preposition", "opener", "relative", "place-word", "negation", "that", "will", "may", "agent", "among-them",
                   "time-word", "after-fact", "where", "agent-verb", "belongs"))  # fmt: skip
_BORDER = frozenset(("opener", "relative", "that"))
#: The reason of an actor whom the sentence does not name begins so.
_CARRIED = "carried"
_TO, _ARTICLE, _AND = "ل", "ال", "وف"
_STOPS = ".؛:؟!،,()[]"


def label_of(tolds: Sequence[Told], docs: Mapping[str, Document]) -> str:
    """Give the label of a happening from its reports, the earliest first."""
    for told in tolds:
        doc = docs[told.report.document]
        if doc.title and doc.title.holds(told.event.trigger) and _leads(doc, doc.title, told.event):
            return " ".join(doc.title.of(doc.text).split())
    best = min(tolds, key=lambda told: (-_weight(told, docs), told.key()))
    return _clause(docs[best.report.document], best.event)


def _leads(doc: Document, title: Span, event: Event) -> bool:
    """Tell whether a headline tells this event first."""
    return len(tokenize(doc.text).between(Span(title.start, max(event.trigger.start, title.start + 1)))) <= _HEAD


def _weight(told: Told, docs: Mapping[str, Document]) -> int:
    """Give how much a report's own sentence says: who and where stand in it, and that it has happened."""
    event = told.event
    near = sum(
        event.span.holds(r.span) and abs(r.span.start - event.trigger.start) < 90 for r in event.roles if r.mention
    )
    title = docs[told.report.document].title
    return 2 * near + bool(event.places) + bool(event.times) + 2 * told.lead - (bool(title) and title == event.span)


def _clause(doc: Document, event: Event) -> str:
    words = tokenize(doc.text).between(event.span)
    at = next((i for i, word in enumerate(words) if word.span.end > event.trigger.start), 0)
    names = [Span(min([r.span.start, *(t.start for t in r.mention.titles if r.span.start - t.start < 50)]), r.span.end)
             for r in event.roles if r.mention and event.span.holds(r.span)]  # fmt: skip
    if not words:
        return event.trigger.of(doc.text)
    found = next((t for t in find_triggers(words, doc.text) if t.first == at), None)
    first = _first(words, at, names)
    last = _last(words, at, max(found.last - 1, found.partner or 0) if found else at, names)
    text = doc.text[words[first].span.start : words[last].span.end]
    if first == at:
        text = _without_proclitic(found, text) if found else text
    elif words[first].form[0] in _AND and groups_at_form(words[first].form[1:]):
        text = text[1:]
    carried = next((r.mention.span.of(doc.text) for r in event.roles if r.role == "actor" and r.mention
                    and r.why.startswith(_CARRIED) and not event.span.holds(r.span)), "")  # fmt: skip
    return _clean(f"{carried} {text}" if carried and first == at else text)


def _without_proclitic(found: Trigger, text: str) -> str:
    """Give the label's text without what is joined before its first word; the article that "to" swallowed comes back."""
    if found.kind in ("past", "present"):
        return text[len(found.proclitic.rstrip("سل")) :]
    rest = text[len(found.proclitic) :]
    swallowed = found.proclitic.endswith(_TO) and found.form.text.startswith(_ARTICLE) and rest.startswith(_TO)
    return _ARTICLE[0] + rest if swallowed else rest


def _first(words: tuple[Word, ...], at: int, names: Sequence[Span]) -> int:
    """Give where the label begins: at the trigger, the verb that carries it, or the subject before it."""
    first, tied = at, False
    for place in range(at - 1, max(-1, at - _BEFORE - 1), -1):
        groups = groups_at(words, place)
        if words[place].form in _STOPS or groups & _BORDER:
            break
        named = any(span.start <= words[place].span.start < span.end for span in names)
        if groups & _CARRY or (named and not tied):
            first = place
        tied = tied or ("preposition" in groups and not named)
    while first > 0 and groups_at(words, first) & {"relative"}:
        first -= 1
    return first


def _last(words: tuple[Word, ...], at: int, floor: int, names: Sequence[Span]) -> int:
    """Give the last word of the label: before the clause's border, outside names, and never a word that leaves open."""
    end = floor = min(floor, len(words) - 1)
    while end + 1 < len(words) and end + 1 - at < _MOST:
        groups = groups_at(words, end + 1)
        form = words[end + 1].form
        if form in ".؛:؟!([" or groups & _BORDER:
            break
        if form in _STOPS and end + 1 - at >= _LEAST and not _aside(words, end + 1):
            break
        end += 1
    if end + 1 - at >= _MOST:
        end = _back(words, end, floor)
    while any(span.start < words[end].span.end < span.end for span in names) and end + 1 < len(words):
        end += 1
    while end > floor and (words[end].is_punctuation or groups_at(words, end) & _OPEN or words[end].form in ("و", "ف")):
        end -= 1
    return end


def _aside(words: tuple[Word, ...], comma: int) -> bool:
    """Tell whether a comma opens an aside that another soon closes (`أصدر القاضي، الخميس، أمرا`)."""
    return any(words[at].form in "،," for at in range(comma + 2, min(comma + 4, len(words))))


def _back(words: tuple[Word, ...], end: int, floor: int) -> int:
    """Give the last whole phrase before the limit: the word before the last preposition or joined word."""
    for place in range(end, floor + _LEAST, -1):
        if (
            groups_at(words, place) & (_OPEN - {"place-word"})
            or words[place].form in _STOPS
            or words[place].form[0] == "و"
        ):
            return place - 1
    return end


def _clean(text: str) -> str:
    """Give the words on one line without what is left of quotes, brackets and conjunctions."""
    text = " ".join(text.split()).strip("،,.؛: -")
    for opening, closing in ('""', "«»", "“”", "()", "[]"):
        odd = text.count(opening) % 2 if opening == closing else text.count(opening) != text.count(closing)
        if odd:
            text = text.replace(opening, "").replace(closing, "")
    return " ".join(text.split())

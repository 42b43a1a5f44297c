"""What pages call a person: ranks, honours and offices around the name, and in the phrases that name a source.

Goes in: a scope and an entity. Comes out: the phrases as evidence; titles that touch (`اللواء` `المتقاعد`) are one.
"""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.across import Entity, Evidence
from riwaya.compare.offices import ends_in_head, office_of, office_start
from riwaya.compare.scope import Scope
from riwaya.compare.wording import page_tokens
from riwaya.lexicon.name_entries import title_phrases
from riwaya.model import Mention, Record, Span
from riwaya.text.words import tokenize

#: Adjectives between a rank and the name: `اللواء` + two of them.
_ADJECTIVES, _ARTICLE, _COMMAS = 2, "ال", " ،,"
#: More words than this are a clause, no title.
_LONGEST = 8

__all__ = ["kind_of", "phrases_for"]


def phrases_for(scope: Scope, entity: Entity) -> Iterator[Evidence]:
    """Give the titles by which the pages call an entity, each with the words before it that make it a deputy's."""
    for document, mention in scope.mentions[entity.id]:
        text = scope.records[document].document.text
        spans = _joined(mention, text) or _rank_before(mention, text)
        for span in [*spans, *_in_sources(scope, document, mention, spans)]:
            before = span.end <= mention.name.start
            if before and _is_anothers(scope.records[document], span, mention):
                continue
            if len(span.of(text).split()) <= _LONGEST and not (before and ends_in_head(span.of(text))):
                yield _with_deputy(scope, scope.words(document, span))


def kind_of(text: str) -> str:
    """Give the kind of the first known title in a phrase; "office" for a word of office; "" where none is known."""
    tokens = tokenize(text)
    hits = title_phrases().find(tokens)
    if hits:
        return hits[0].value.kind
    return "office" if tokens.words and office_start(tokens, 0) is not None else ""


def _joined(mention: Mention, text: str) -> list[Span]:
    """Give the titles before a name; what stands behind a comma after it is often the next person's."""
    joined: list[Span] = []
    for span in sorted(title for title in mention.titles if title.end <= mention.name.start):
        if joined and not text[joined[-1].end : span.start].strip() and kind_of(joined[-1].of(text)) != "office":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _is_anothers(record: Record, span: Span, mention: Mention) -> bool:
    """Tell whether a title before a comma and this name stands directly behind another person's name."""
    text = record.document.text
    if not text[span.end : mention.span.start].strip():
        return False
    people = [m for m in record.mentions if m.type == "PERSON" and m.span.end <= span.start]
    return bool(people) and text[people[-1].span.end : span.start].strip(_COMMAS) == ""


def _rank_before(mention: Mention, text: str) -> list[Span]:
    """Give the rank directly before a name, also where it hangs on a preposition and an adjective follows."""
    tokens = page_tokens(text)
    first = tokens.index_at(mention.name.start)
    for index in range(first - 1, max(first - 2 - _ADJECTIVES, -1), -1):
        hits = [hit for hit in title_phrases().at(tokens, index) if hit.value.kind == "rank"]
        if hits and all(word.form.startswith(_ARTICLE) for word in tokens.words[hits[0].last : first]):
            return [Span(hits[0].span.start, tokens.words[first - 1].span.end)]
        if not tokens.words[index].form.startswith(_ARTICLE):
            break
    return []


def _in_sources(scope: Scope, document: str, mention: Mention, known: list[Span]) -> Iterator[Span]:
    """Give the office that stands before or behind the name in the phrase of a claim's source."""
    text = scope.records[document].document.text
    for claim in scope.records[document].claims:
        for source in claim.sources:
            if source.mention and source.mention.span == mention.span and source.span.holds(mention.span):
                for start, end in ((source.span.start, mention.span.start), (mention.span.end, source.span.end)):
                    words = page_tokens(text).between(Span(start, end))
                    words = tuple(word for word in words if not word.is_punctuation)
                    span = Span(words[0].span.start, words[-1].span.end) if words else None
                    met = span is None or any(span.meets(other) for other in known)
                    if span and not met and office_of(span.of(text)):
                        yield span


def _with_deputy(scope: Scope, words: Evidence) -> Evidence:
    """Give an office with the word of office directly before it: a deputy minister is no minister."""
    tokens = page_tokens(scope.records[words.document].document.text)
    before = tokens.index_at(words.span.start) - 1
    if before >= 0 and (start := office_start(tokens, before)) is not None:
        return scope.words(words.document, Span(start, words.span.end))
    return words

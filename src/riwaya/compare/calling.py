"""What pages call a person: ranks, honours and offices around the name, and in the phrases that name a source.

Goes in: a scope and an entity. Comes out: the phrases as evidence; titles that touch (`اللواء` `المتقاعد`) are one.
"""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.compare.scope import Scope
from riwaya.compare.wording import ends_in_head, office_of, office_start
from riwaya.lexicon.name_entries import title_phrases
from riwaya.model import Entity, Evidence, Mention, Span
from riwaya.text.words import tokenize

_AND = "و"
#: More words than this are a clause, no title.
_LONGEST = 8

__all__ = ["kind_of", "phrases_for"]


def phrases_for(scope: Scope, entity: Entity) -> Iterator[Evidence]:
    """Give the titles by which the pages call an entity, each with the words before it that make it a deputy's."""
    for document, mention in scope.mentions[entity.id]:
        text = scope.records[document].document.text
        spans = _joined(mention, text)
        for span in [*spans, *_in_sources(scope, document, mention, spans)]:
            before = span.end <= mention.name.start
            joined = not before and span.of(text).startswith(_AND)  # `and the prince …`: somebody else's title
            if len(span.of(text).split()) <= _LONGEST and not joined and not (before and ends_in_head(span.of(text))):
                yield _with_deputy(scope, scope.words(document, span))


def kind_of(text: str) -> str:
    """Give the kind of the first known title in a phrase; "office" for a word of office; "" where none is known."""
    tokens = tokenize(text)
    hits = title_phrases().find(tokens)
    if hits:
        return hits[0].value.kind
    return "office" if tokens.words and office_start(tokens, 0) is not None else ""


def _joined(mention: Mention, text: str) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(mention.titles):
        if joined and not text[joined[-1].end : span.start].strip() and kind_of(joined[-1].of(text)) != "office":
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _in_sources(scope: Scope, document: str, mention: Mention, known: list[Span]) -> Iterator[Span]:
    """Give the office that stands before or behind the name in the phrase of a claim's source."""
    text = scope.records[document].document.text
    for claim in scope.records[document].claims:
        for source in claim.sources:
            if source.mention and source.mention.span == mention.span and source.span.holds(mention.span):
                for start, end in ((source.span.start, mention.span.start), (mention.span.end, source.span.end)):
                    words = tokenize(text).between(Span(start, end))
                    words = tuple(word for word in words if not word.is_punctuation)
                    span = Span(words[0].span.start, words[-1].span.end) if words else None
                    met = span is None or any(span.meets(other) for other in known)
                    if span and not met and office_of(span.of(text)):
                        yield span


def _with_deputy(scope: Scope, words: Evidence) -> Evidence:
    """Give an office with the word of office directly before it: a deputy minister is no minister."""
    tokens = tokenize(scope.records[words.document].document.text)
    before = tokens.index_at(words.span.start) - 1
    if before >= 0 and (start := office_start(tokens, before)) is not None:
        return scope.words(words.document, Span(start, words.span.end))
    return words

"""Cause and outcome: why a happening came about and what it led to, as pages say in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import Marker, alike, marker_phrases
from riwaya.lexicon.phrases import Hit
from riwaya.model import Report, Span
from riwaya.text.words import Tokens, tokenize

__all__ = ["cause", "outcome"]

_CAUSE, _OUTCOME = 0.65, 0.5
#: The most words of a cause or outcome that are shown, and the fewest that say something.
_MOST_WORDS, _FEWEST_WORDS = 9, 2
#: Phrases that share this much of the shorter one's stems say the same.
_SAME = 0.5
_STOPS = frozenset("،,.؛:!؟?()\"")


def cause(scope: Scope) -> Iterator[Finding]:
    """Give the happenings that pages explain by different causes, or of which one says that nobody knows."""
    yield from _differing(scope, "cause", ("cause", "unknown_cause"), _CAUSE)


def outcome(scope: Scope) -> Iterator[Finding]:
    """Give the happenings whose outcome pages tell differently."""
    yield from _differing(scope, "outcome", ("outcome", "survivors"), _OUTCOME)


def _differing(scope: Scope, kind: str, markers: Sequence[str], weight: float) -> Iterator[Finding]:
    for happening in scope.happenings:
        sayings: list[Saying] = []
        for report in scope.reports(happening):
            for span in _phrases(scope, report, markers):
                value = scope.reading(report.document, span)
                key = next((s.key for s in sayings if alike(s.value, value) >= _SAME), value)
                sayings.append(Saying(key, value, scope.words(report.document, span)))
        if differ(sayings):
            count = len({saying.evidence.document for saying in sayings})
            yield Finding(kind, happening.id, values_of(sayings), weight, f"another {kind} in {count} documents")


def _phrases(scope: Scope, report: Report, markers: Sequence[str]) -> Iterator[Span]:
    """Give the phrases of a report's sentence that its markers hand over to."""
    doc = scope.records[report.document].document
    tokens = tokenize(doc.text)
    sentence = doc.sentence_at(report.event.trigger.start) or report.span
    for hit in marker_phrases().find(tokens, sentence):
        if hit.value.kind in markers and (span := _after(tokens, hit, sentence)):
            yield span


def _after(tokens: Tokens, hit: Hit[Marker], sentence: Span) -> Span | None:
    """Give the words a marker hands over to: up to the clause's end; a marker that says all is the phrase itself."""
    whole = hit.value.kind in ("unknown_cause", "survivors")
    last = hit.last
    while last < len(tokens.words) and last - hit.last < _MOST_WORDS:
        word = tokens.words[last]
        if word.span.start >= sentence.end or word.form in _STOPS:
            break
        last += 1
    if not whole and last - hit.last < _FEWEST_WORDS:
        return None
    start = hit.span.start if whole else tokens.words[hit.last].span.start
    return Span(start, tokens.words[last - 1].span.end)

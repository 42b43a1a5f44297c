"""Cause and outcome: why a happening came about and how it ended, as pages say in their own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from riwaya.across import Happening, Report
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import Form, Marker, alike, marker_phrases, outcome_phrases, page_tokens, plain, same_words
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Hit
from riwaya.model import Record, Span
from riwaya.text.fold import fold
from riwaya.text.stem import stem
from riwaya.text.words import Tokens

__all__ = ["cause", "outcome"]

_CAUSE, _OUTCOME = 0.65, 0.5
#: The most words of a cause that are shown, the fewest that say something, and those before a claim that name who.
_MOST_WORDS, _FEWEST_WORDS, _BEFORE_CLAIM = 9, 2, 4
#: Causes that share this much of the shorter one's stems say the same.
_SAME = 0.5
#: A happening is what a page is about where this share of the story's pages tell it: then all its sentences count.
_MAIN = 0.5
#: In a match the words for cause and result tell the score.
_SCORED = ("SPORT",)
_STOPS = frozenset("،,.؛:!؟?()")
_AND = "و"
#: Words before a marker among which the word for what happened stands (`احتجاجات واسعة ضد`).
_BESIDE = 6


def cause(scope: Scope) -> Iterator[Finding]:
    """Give the happenings that pages explain by different causes, or of which one says that nobody knows."""
    for happening in scope.happenings:
        if happening.type in _SCORED:
            continue
        sayings: list[Saying] = []
        for document, sentence, report in _sentences(scope, happening):
            for span, known in _causes(scope.records[document], sentence, report, happening):
                value = scope.reading(document, span)
                key = next((s.key for s in sayings if alike(s.value, value) >= _SAME), value) if known else ""
                sayings.append(Saying(key, value, scope.words(document, span)))
        if differ(sayings):
            why = f"another cause in {len({saying.evidence.document for saying in sayings})} documents"
            shown = [Saying(" ".join(same_words(s.value)), s.value, s.evidence) for s in _shortest(sayings)]
            yield Finding("cause", happening.id, values_of(shown), _CAUSE, why)


def _shortest(sayings: list[Saying]) -> list[Saying]:
    """Give the sayings in their shortest wording: a cause with a relative clause or an addition is that cause."""
    words = {saying.value: same_words(saying.value) for saying in sayings}
    heads = sorted(words, key=lambda value: (len(words[value]), value))
    short = {
        value: next(head for head in heads if head == value or _adds(words[head], words[value])) for value in heads
    }
    return [Saying(saying.key, short[saying.value], saying.evidence) for saying in sayings]


def _adds(head: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Tell whether words go on where others end: with a relative clause, a preposition, a joined word.

    >>> _adds(("مشروع", "السد"), ("مشروع", "السد", "الذي", "يكلف", "الكثير"))
    True
    >>> _adds(("رفع", "اسعار"), ("رفع", "اسعار", "الخبز"))
    False
    """
    rest = longer[len(head) :]
    if len(head) < _FEWEST_WORDS or not rest or longer[: len(head)] != head:
        return False
    return rest[0] in _goes_on() or rest[0].startswith(_AND)


@cache
def _goes_on() -> frozenset[str]:
    """Give the words that open an addition, folded and without articles as phrases are compared."""
    return frozenset(
        plain(fold(form)) for entry in load_entries("causes.toml", "addition", Form) for form in entry.forms
    )


def outcome(scope: Scope) -> Iterator[Finding]:
    """Give the happenings of which pages tell endings that cannot all be true."""
    for happening in scope.happenings:
        slots: dict[str, list[Saying]] = defaultdict(list)
        for document, sentence, _ in _sentences(scope, happening):
            tokens = page_tokens(scope.records[document].document.text)
            for hit in outcome_phrases().find(tokens, sentence):
                if happening.type in hit.value.types:
                    span = Span(hit.span.start, _until(tokens, hit.first, hit.last, sentence).end)
                    saying = Saying(hit.value.id, scope.reading(document, span), scope.words(document, span))
                    slots[hit.value.slot].append(saying)
        for slot in sorted(slots):
            if differ(slots[slot]):
                shown = [Saying(" ".join(same_words(s.value)), s.value, s.evidence) for s in slots[slot]]
                yield Finding("outcome", happening.id, values_of(shown), _OUTCOME, f"another end: {slot}")


def _sentences(scope: Scope, happening: Happening) -> Iterator[tuple[str, Span, Report | None]]:
    """Give the sentences that report a happening, and the other sentences of pages that are about it."""
    reports: dict[tuple[str, Span], Report] = {}
    for report in scope.reports(happening):
        doc = scope.records[report.document].document
        reports.setdefault((report.document, doc.sentence_at(report.event.trigger.start) or report.span), report)
    documents = sorted({document for document, _ in reports})
    main = len(scope.home.intersection(documents)) >= _MAIN * len(scope.home)
    for document in documents:
        for sentence in scope.records[document].document.sentences:
            if main or (document, sentence) in reports:
                yield document, sentence, reports.get((document, sentence))


def _causes(record: Record, sentence: Span, report: Report | None, happening: Happening) -> Iterator[tuple[Span, bool]]:
    """Give the causes a sentence hands over to, and whether they are known ones."""
    tokens = page_tokens(record.document.text)
    own = {stem(word) for r in happening.reports for word in same_words(r.event.trigger.of(record.document.text))
           if r.document == record.document.id}  # fmt: skip
    hits = marker_phrases().find(tokens, sentence)
    names_cause = report is not None or any(hit.value.kind == "noun" for hit in hits)
    for hit in hits:
        if hit.value.types and happening.type not in hit.value.types:
            continue
        if hit.value.kind == "unknown":
            yield Span(hit.span.start, _until(tokens, hit.first, hit.last, sentence).end), False
        elif hit.value.kind == "claim":
            start = max(hit.first - _BEFORE_CLAIM, tokens.index_at(sentence.start))
            yield _until(tokens, start, hit.last, sentence), True
        elif hit.value.kind == "cause":
            told = _told(tokens, hit, sentence, own)
            self_told = set() if told and hit.value.subject else own
            if (names_cause or told) and (span := _after(tokens, hit, sentence, self_told)):
                yield span, True


def _told(tokens: Tokens, hit: Hit[Marker], sentence: Span, own: set[str]) -> bool:
    """Tell whether what follows is the cause wherever it stands: an inquiry points to it, or what happened stands by."""
    before = tokens.words[max(tokens.index_at(sentence.start), hit.first - _BESIDE) : hit.first]
    return hit.value.subject == "inquiry" or any(stem(_unowned(word.form)) in own for word in before)


def _unowned(form: str) -> str:
    """Give a word without the pronoun of many at its end (`احتجاجهم`)."""
    return next((form[: -len(end)] for end in _endings() if form.endswith(end) and len(form) > len(end) + 3), form)


@cache
def _endings() -> tuple[str, ...]:
    """Give the pronouns of many that a noun ends in."""
    return tuple(fold(form) for entry in load_entries("causes.toml", "ending", Form) for form in entry.forms)


def _after(tokens: Tokens, hit: Hit[Marker], sentence: Span, own: set[str]) -> Span | None:
    """Give the words a marker hands over to; None where they are the happening itself (`جراء التفجير`)."""
    first = hit.last - hit.value.keeps
    span = _until(tokens, first, hit.last, sentence)
    words = [word for word in tokens.between(span) if not word.is_punctuation]
    if len(words) < _FEWEST_WORDS or {stem(word.form) for word in words[:3]} & own:
        return None
    return span


def _until(tokens: Tokens, first: int, last: int, sentence: Span) -> Span:
    """Give the span from one word on, past `last`, to the clause's end or the most words that are shown."""
    end = last
    while end < len(tokens.words) and end - last < _MOST_WORDS:
        word = tokens.words[end]
        if word.span.start >= sentence.end or word.form in _STOPS:
            break
        end += 1
    return Span(tokens.words[first].span.start, tokens.words[max(end, first + 1) - 1].span.end)

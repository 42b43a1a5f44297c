"""What figures measure: the amounts of a story's pages with the measure that a word near them tells.

Goes in: a scope. Comes out: `Measured` amounts: what is measured and its unit, the value, and what it is about: for a
price or a sum raised the happening, for a length or a revenue the place, body or person that stands nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.across import Evidence, Number
from riwaya.compare.bodies import is_country
from riwaya.compare.scope import Scope
from riwaya.compare.wording import page_tokens
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.model import Amount, Record, Span

__all__ = ["Measure", "Measured", "Part", "about_of", "is_part", "measure_phrases", "measured"]

#: Words before and behind a figure in which the word for its measure stands.
_BEFORE, _BEFORE_WEAK, _BEHIND = 40, 6, 3


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: the words that tell it, the kinds of amount it goes with, whether an event or a thing."""

    id: str
    of: str
    units: tuple[str, ...]
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Words that make a figure a part of a larger count ("among them three")."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount with its measure."""

    measure: Measure
    number: Number
    sentence: Span


@cache
def measure_phrases() -> Phrases[Measure]:
    """Give the look-up of words for measures."""
    return Phrases((form, entry) for entry in _measures() for form in entry.forms)


@cache
def _measures() -> tuple[Measure, ...]:
    return load_entries("measures.toml", "measure", Measure)


@cache
def _weak_phrases() -> Phrases[Measure]:
    return Phrases((form, entry) for entry in _measures() for form in entry.weak)


@cache
def _part_phrases() -> Phrases[Part]:
    return Phrases((form, entry) for entry in load_entries("measures.toml", "part", Part) for form in entry.forms)


def is_part(text: str, figure: Span) -> bool:
    """Tell whether a figure counts a part of what is counted before it, so that it is no rival of the whole.

    >>> text = "قتل تسعة أشخاص بينهم ثلاثة أطفال"
    >>> is_part(text, Span(20, 31)), is_part(text, Span(4, 14))
    (True, False)
    """
    tokens = page_tokens(text)
    first, last = tokens.index_at(figure.start), tokens.index_at(figure.end)
    return any(
        _part_phrases().at(tokens, at) for at in range(max(0, first - 1), min(max(last, first + 1), len(tokens.words)))
    )


def measured(scope: Scope) -> Iterator[Measured]:
    """Give the measured figures of the story's own pages."""
    for document in sorted(scope.home):
        record = scope.records[document]
        for amount in record.amounts:
            doc = record.document
            title = doc.title if doc.title and doc.title.holds(amount.span) else None
            sentence = title or doc.sentence_at(amount.span.start)
            if sentence and (measure := _measure(record, amount, sentence)):
                unit = amount.currency or amount.unit or ""
                words = scope.words(document, amount.span)
                yield Measured(measure, Number(measure.id, amount.value, words, unit, amount.qualifier), sentence)


def _measure(record: Record, amount: Amount, sentence: Span) -> Measure | None:
    """Give the measure whose word stands nearest before a figure in its sentence, or else close behind it."""
    tokens = page_tokens(record.document.text)
    first, last = tokens.index_at(amount.span.start), tokens.index_at(amount.span.end)
    start = max(first - _BEFORE, tokens.index_at(sentence.start))
    places = [*range(first - 1, start - 1, -1), *range(last, min(last + _BEHIND, len(tokens.words)))]
    for phrases, near in ((measure_phrases(), places), (_weak_phrases(), places[:_BEFORE_WEAK])):
        for index in near:
            for hit in phrases.at(tokens, index):
                if amount.kind in hit.value.units and sentence.holds(hit.span):
                    return hit.value
    return None


def about_of(scope: Scope, figures: Sequence[Measured]) -> str | None:
    """Give what figures are about: the happening their sentences report, or the entity named nearest to them."""
    if figures[0].measure.of == "story":
        return _main_happening(scope) or _happening(scope, figures)
    if figures[0].measure.of == "event":
        return _happening(scope, figures) or _main_happening(scope)
    headlines = _in_headlines(scope)
    votes: Counter[str] = Counter()
    for figure in figures:
        for key, weight in _named(scope, figure.number.evidence, figure.sentence):
            votes[key] += weight
    best = min(votes, key=lambda key: (-headlines[key], -votes[key], key), default=None)
    return best or min(headlines, key=lambda key: (-headlines[key], key), default=None)


def _main_happening(scope: Scope) -> str | None:
    """Give the happening that most of the story's pages tell, if half of them do: what a price or a sum is of."""
    told = {h.id: len({report.document for report in scope.reports(h)}) for h in scope.happenings}
    main = min(told, key=lambda key: (-told[key], key), default=None)
    return main if main and told[main] * 2 >= len(scope.home) else None


def _in_headlines(scope: Scope) -> Counter[str]:
    """Give how many headlines of the story name each entity that is no country."""
    votes: Counter[str] = Counter()
    for entity in scope.everyone:
        for document, mention in scope.mentions[entity.id]:
            title = scope.records[document].document.title
            votes[entity.id] += bool(title and title.holds(mention.span) and not is_country(entity.name))
    return votes


def _happening(scope: Scope, figures: Sequence[Measured]) -> str | None:
    """Give the happening that most of the figures' sentences report."""
    votes: Counter[str] = Counter()
    for happening in scope.happenings:
        for figure in figures:
            document = figure.number.evidence.document
            if any(r.document == document and r.span.meets(figure.sentence) for r in scope.reports(happening)):
                votes[happening.id] += 1
    return min(votes, key=lambda key: (-votes[key], key)) if votes else None


def _named(scope: Scope, words: Evidence, sentence: Span) -> Iterator[tuple[str, int]]:
    """Give the entities that a figure's sentence names, the nearest to it with two votes, the others with one."""
    found = []
    for entity in scope.everyone:
        if not is_country(entity.name):
            for document, mention in scope.mentions[entity.id]:
                if document == words.document and sentence.holds(mention.span):
                    found.append((abs(mention.span.start - words.span.start), entity.id))
    for at, (_, key) in enumerate(sorted(found)):
        yield key, 1 if at else 2

"""Headline: what a page's headline says otherwise than the page's own text: a figure, a label, a fact for a rumour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from riwaya.across import Evidence, Happening, Number, Report, Value
from riwaya.compare.figures import is_part
from riwaya.compare.kinds.label import labels_in
from riwaya.compare.kinds.number import PEOPLE
from riwaya.compare.rounding import agree
from riwaya.compare.scope import Finding, Scope
from riwaya.model import Amount, Record, Span

__all__ = ["headline"]

_NUMBER, _LABEL, _RUMOUR, _CHARGED = 0.6, 0.3, 0.45, 0.15
#: Figures of the text that a headline may add up.
_ADDED = 3
#: What a page needs a source for, and the marks by which a headline hands its words over to one.
_ASKED = ("DISASTER", "ASSAULT", "OFFICE", "LEGAL", "COERCE")
_HANDS_OVER = frozenset(':"«“؟?')


def headline(scope: Scope) -> Iterator[Finding]:
    """Give the pages whose headline and text do not agree about a happening that the headline tells."""
    for happening in scope.happenings:
        for document, title, body in _sides(scope, happening):
            yield from _figures(scope, happening, document, title)
            yield from _labels(scope, happening, document, body)
            yield from _rumour(scope, happening, document, title, body)


def _sides(scope: Scope, happening: Happening) -> Iterator[tuple[str, list[Report], list[Report]]]:
    """Give, for each page, the reports in its headline and in its text; both have some."""
    found: dict[str, tuple[list[Report], list[Report]]] = defaultdict(lambda: ([], []))
    for report in scope.reports(happening):
        title = scope.records[report.document].document.title
        found[report.document][0 if title and title.holds(report.event.trigger) else 1].append(report)
    for document in sorted(found):
        if document in scope.home and all(found[document]):
            yield document, *found[document]


def _figures(scope: Scope, happening: Happening, document: str, title: list[Report]) -> Iterator[Finding]:
    """Give a count of people in the headline that the text neither gives nor adds up to."""
    record = scope.records[document]
    inside = {n.evidence.span: n for report in title for n in report.numbers if n.what in PEOPLE}
    for number in inside.values():
        text = [a for a in record.amounts if a.kind == number.what and _is_whole(record, a.span)]
        if text and not any(_tells(number, some) for many in range(1, _ADDED + 1) for some in combinations(text, many)):
            nearest = min(text, key=lambda amount: (abs(amount.value - number.value), amount.span))
            sides = (Value(f"{number.value:g}", (number.evidence,)),
                     Value(f"{nearest.value:g}", (scope.words(document, nearest.span),)))  # fmt: skip
            why = f"the headline counts {number.what} otherwise than the text under it: {_NUMBER:.2f}"
            yield Finding("headline", happening.id, sides, _NUMBER, why)


def _tells(number: Number, some: tuple[Amount, ...]) -> bool:
    """Tell whether figures of the text, added up, can be the headline's."""
    total, words = sum(amount.value for amount in some), number.evidence
    qualifier = some[0].qualifier if len(some) == 1 else None
    return agree(number, Number(number.what, total, words, qualifier=qualifier))


def _is_whole(record: Record, span: Span) -> bool:
    """Tell whether a figure stands in the text, not the headline, and counts no part of another."""
    title = record.document.title
    return not (title and title.holds(span)) and not is_part(record.document.text, span)


def _labels(scope: Scope, happening: Happening, document: str, body: list[Report]) -> Iterator[Finding]:
    """Give a judging word of the headline for whom or what the text has only others."""
    title = scope.records[document].document.title
    if not title:
        return
    above = [(found, words) for found, words in labels_in(scope, document, title) if happening.type in found.types]
    below = [pair for report in body for pair in labels_in(scope, document, report.span)]
    for found, words in above:
        rivals = [(other, there) for other, there in below if other.slot == found.slot]
        if rivals and found.charge and all(other.id != found.id for other, _ in rivals):
            least = min(rivals, key=lambda pair: (pair[0].charge, pair[1].span))
            if least[0].charge < found.charge:
                weight = _LABEL + _CHARGED * (found.charge - least[0].charge)
                why = f"the headline's word judges, the text's less: {weight:.2f}"
                yield Finding("headline", happening.id, _pair(words, least[1]), weight, why)


def _rumour(
    scope: Scope, happening: Happening, document: str, title: list[Report], body: list[Report]
) -> Iterator[Finding]:
    """Give a headline that tells as a fact what its text knows from unnamed sources alone."""
    if happening.type not in _ASKED or any(report.event.claim for report in title):
        return
    words = scope.words(document, scope.records[document].document.title or Span(0, 0))
    if _HANDS_OVER & set(words.text):
        return
    sources = [report.event.claim.sources[-1] for report in body if report.event.claim and report.event.claim.sources]
    if len(sources) == len(body) and all(source.kind == "unnamed" for source in sources):
        why = f"the headline tells as a fact what its text has from unnamed sources alone: {_RUMOUR:.2f}"
        yield Finding("headline", happening.id, _pair(words, scope.words(document, sources[0].span)), _RUMOUR, why)


def _pair(one: Evidence, other: Evidence) -> tuple[Value, ...]:
    return tuple(Value(" ".join(words.text.split()), (words,)) for words in (one, other))

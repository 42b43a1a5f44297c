"""What an attack is called, and as what its dead are counted: the phrases that reports choose.

Goes in: a scope and a happening. Comes out: sayings, one for each phrase: a noun for a deed with its adjectives, and the
noun of a count of people on which the pages agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from riwaya.across import Happening, Number
from riwaya.compare.rounding import agree
from riwaya.compare.scope import Saying, Scope
from riwaya.compare.wording import page_tokens, with_article
from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.model import Span
from riwaya.text.words import Tokens

__all__ = ["CountedAs", "Deed", "counted_as", "counted_phrases", "deed_phrases", "deeds"]

#: Adjectives behind a noun that are read as its own.
_ADJECTIVES = 2


@dataclass(frozen=True, slots=True)
class Deed:
    """A word for an attack: a noun, or an adjective that stands behind one; `charge`: how it judges, 0 to 2."""

    id: str
    part: str
    charge: int
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountedAs:
    """A noun for people who are counted; `neutral` where it does not say who they were."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    neutral: bool = False


@cache
def deed_phrases() -> Phrases[Deed]:
    """Give the look-up of words for attacks."""
    entries = load_entries("labels.toml", "deed", Deed)
    return Phrases((form, entry) for entry in entries for bare in entry.forms for form in with_article(bare))


@cache
def counted_phrases() -> Phrases[CountedAs]:
    """Give the look-up of nouns for people who are counted."""
    entries = load_entries("labels.toml", "counted_as", CountedAs)
    return Phrases((form, entry) for entry in entries for bare in entry.forms for form in with_article(bare))


def deeds(scope: Scope, happening: Happening) -> list[tuple[int, Saying]]:
    """Give what the reports call an attack, each with how it judges; a bare noun where no page says more with it."""
    found: dict[str, dict[Span, tuple[int, bool, Saying]]] = {}
    for report in scope.reports(happening):
        tokens = page_tokens(scope.records[report.document].document.text)
        for hit in deed_phrases().find(tokens, report.span):
            if hit.value.part == "noun" and hit.span.start >= report.event.trigger.start - 1:
                adjectives, end = _behind(tokens, hit.last, report.span)
                words = scope.words(report.document, Span(hit.span.start, end or hit.span.end))
                key = " ".join([hit.value.id, *sorted(entry.id for entry in adjectives)])
                charge = max([hit.value.charge, *(entry.charge for entry in adjectives)])
                saying = Saying(key, scope.reading(report.document, words.span), words)
                found.setdefault(report.document, {})[words.span] = (charge, bool(adjectives), saying)
                break
    said = [saying for many in found.values() for saying in many.values()]
    full = {saying.key.split()[0] for _, has, saying in said if has}
    return [(charge, saying) for charge, has, saying in said if has or saying.key not in full]


def _behind(tokens: Tokens, first: int, within: Span) -> tuple[list[Deed], int | None]:
    """Give the adjectives from a word on, and where they end."""
    found: list[Deed] = []
    end = None
    for index in range(first, min(first + _ADJECTIVES, len(tokens.words))):
        hits = [hit for hit in deed_phrases().at(tokens, index, proclitics=False) if hit.value.part == "adjective"]
        if not hits or not within.holds(hits[0].span):
            break
        found.append(hits[0].value)
        end = hits[0].span.end
    return found, end


def counted_as(scope: Scope, happening: Happening, what: str) -> list[tuple[bool, Saying]]:
    """Give the nouns under which the dead (or the hurt) are counted, for the figure that most pages give."""
    nouns: list[tuple[Number, bool, Saying]] = []
    for report in scope.reports(happening):
        amounts = {a.span: a for a in scope.records[report.document].amounts}
        for number in report.numbers:
            amount = amounts.get(number.evidence.span)
            if number.what == what and amount and amount.counted:
                nouns += [(number, *noun) for noun in _noun(scope, report.document, amount.counted)]
    best: list[tuple[bool, Saying]] = []
    for number, _, _ in nouns:
        same = [(neutral, saying) for other, neutral, saying in nouns if agree(number, other)]
        if len({s.evidence.document for _, s in same}) > len({s.evidence.document for _, s in best}):
            best = same
    return best


def _noun(scope: Scope, document: str, counted: Span) -> Iterator[tuple[bool, Saying]]:
    """Give the noun that counts, where it is known."""
    tokens = page_tokens(scope.records[document].document.text)
    hits = counted_phrases().at(tokens, tokens.index_at(counted.start))
    if hits:
        words = scope.words(document, hits[0].span)
        yield hits[0].value.neutral, Saying(hits[0].value.id, words.text, words)

"""Quotation: one statement of one speaker, given within quotation marks in other words by two pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from riwaya.across import Evidence
from riwaya.annotate.quotes import quotes_in
from riwaya.compare.scope import Finding, Saying, Scope, values_of
from riwaya.compare.wording import same_words
from riwaya.model import Claim, Span
from riwaya.text.stem import stem

__all__ = ["quotation"]

_WEIGHT = 0.5
#: Words that a quotation has at least: shorter ones are set phrases.
_FEWEST_WORDS = 5
#: Share of the shorter quotation's words that must stand in the other, in order, for both to be one statement.
_ONE_STATEMENT = 0.5
#: Words in a row on either side of a change: what is exchanged between them was exchanged inside the statement.
_ANCHOR = 1


@dataclass(frozen=True, slots=True)
class _Quote:
    words: Evidence
    stems: tuple[str, ...]


def quotation(scope: Scope) -> Iterator[Finding]:
    """Give the statements that two pages quote in other words; a quotation cut short is none."""
    for speaker, quotes in sorted(_by_speaker(scope).items()):
        seen: set[Span | tuple[str, Span]] = set()
        for at, one in enumerate(quotes):
            alike = [other for other in quotes[at + 1 :] if _reworded(one, other)]
            if alike and (one.words.document, one.words.span) not in seen:
                many = [one, *alike]
                seen |= {(quote.words.document, quote.words.span) for quote in many}
                shown = [" ".join(quote.words.text.split()) for quote in many]
                sayings = [Saying(" ".join(q.stems), text, q.words) for q, text in zip(many, shown, strict=True)]
                count = len({quote.words.document for quote in many})
                why = f"one statement within quotation marks in other words, in {count} documents: {_WEIGHT:.2f}"
                yield Finding("quotation", speaker, values_of(sayings), _WEIGHT, why)


def _by_speaker(scope: Scope) -> dict[str, list[_Quote]]:
    """Give the quotations of each speaker, by the entity's id, in the documents' order."""
    found: dict[str, list[_Quote]] = defaultdict(list)
    for document in sorted(scope.home):
        record = scope.records[document]
        seen: set[Span] = set()
        for claim in record.claims:
            speaker = _speaker(scope, document, claim)
            for quote in quotes_in(record.document.text, claim.span) if speaker else ():
                words = same_words(quote.inside.of(record.document.text))
                if speaker and quote.closed and len(words) >= _FEWEST_WORDS and quote.inside not in seen:
                    seen.add(quote.inside)
                    stems = tuple(stem(word) for word in words)
                    found[speaker].append(_Quote(scope.words(document, quote.inside), stems))
    return found


def _speaker(scope: Scope, document: str, claim: Claim) -> str | None:
    """Give the entity that a claim's innermost source names."""
    mention = claim.sources[-1].mention if claim.sources else None
    return scope.entity_at.get((document, mention.span)) if mention else None


def _reworded(one: _Quote, other: _Quote) -> bool:
    """Tell whether two quotations of two pages are one statement with words exchanged inside it."""
    if one.words.document == other.words.document or one.stems == other.stems:
        return False
    matcher = SequenceMatcher(None, one.stems, other.stems, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= _ANCHOR]
    if sum(block.size for block in blocks) < _ONE_STATEMENT * min(len(one.stems), len(other.stems)):
        return False
    first, last = blocks[0], blocks[-1]
    inside = [
        (tag, one.stems[a:b], other.stems[c:d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal" and first.a <= a and b <= last.a + last.size and first.b <= c and d <= last.b + last.size
    ]
    return any(tag == "replace" and _says_else(left, right) for tag, left, right in inside)


def _says_else(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether exchanged words are others, not the same words with a letter put before them."""
    return not any(a.endswith(b) or b.endswith(a) for a in left for b in right)

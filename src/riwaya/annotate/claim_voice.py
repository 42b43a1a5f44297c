"""Whose voice a page speaks with: the outlet's own, named sources', unnamed ones'.

Goes in: a document and its claims. Comes out: `Voice`: shares of the body's letters, and what rests on each source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.annotate.claim_words import head_of
from riwaya.model import Claim, Document, Source, Span
from riwaya.text.fold import fold

__all__ = ["SourceShare", "Voice", "voice_of"]

_RESTS = 0.5  # a page rests on a source that more than half of its body is handed to


@dataclass(frozen=True, slots=True)
class SourceShare:
    """A source as it is first written, the share of the body it answers for, and its claims' places."""

    name: str
    kind: str
    share: float
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Shares (0..1) of a page's body: `own`, `named` and `unnamed` make 1; `rests_on`: who says most of it.

    `credited` are the agencies that the page names as where its text comes from (dateline, byline, sign-off, the end of
    the headline): what is the outlet's own voice rests on them, outermost of all.
    """

    own: float
    named: float
    unnamed: float
    sources: tuple[SourceShare, ...]
    rests_on: str | None
    credited: tuple[str, ...] = ()


def voice_of(doc: Document, claims: Sequence[Claim]) -> Voice:
    """Give how much of a page's body each voice has; a stretch that two claims cover counts for the first."""
    whole = sum(len(block.span) for block in doc.blocks if block.role == "body")
    if not whole:
        return Voice(1.0, 0.0, 0.0, (), None, _credited(doc, claims))
    named = unnamed = 0
    groups: dict[str, tuple[Source, list[int], int]] = {}
    taken: list[Span] = []
    for place, claim in enumerate(claims):
        new = sum(_uncovered(part, taken) for part in claim.parts or (claim.span,))
        taken += claim.parts or (claim.span,)
        inner = claim.sources[-1]
        unnamed += new if inner.kind == "unnamed" else 0
        named += new if inner.kind != "unnamed" else 0
        key = _key(doc, inner, groups)
        source, places, letters = groups.get(key, (inner, [], 0))
        groups[key] = (source, [*places, place], letters + new)
    shares = tuple(
        SourceShare(source.span.of(doc.text), source.kind, letters / whole, tuple(places))
        for source, places, letters in sorted(groups.values(), key=lambda group: (-group[2], group[0].span.start))
    )
    rests = shares[0].name if shares and shares[0].share > _RESTS else None
    return Voice(max(0.0, 1 - (named + unnamed) / whole), named / whole, unnamed / whole, shares, rests,
                 _credited(doc, claims))  # fmt: skip


def _credited(doc: Document, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Give the agencies that the page credits, each once, in order."""
    titles = [c.sources[0].span for c in claims if c.rule == "headline credit" or c.sources[0].why == "headline credit"]
    spans = sorted({*doc.agencies, *titles})
    names = [" ".join(span.of(doc.text).split()) for span in spans]
    return tuple(name for place, name in enumerate(names) if fold(name) not in {fold(n) for n in names[:place]})


def _key(doc: Document, source: Source, groups: dict[str, tuple[Source, list[int], int]]) -> str:
    """Give the group of a source: its words, or the longer or shorter name of one that was seen before."""
    words = [head_of(word) for word in fold(source.span.of(doc.text)).split()]
    for key in groups:
        seen = key.split()
        if set(words) <= set(seen) or set(seen) <= set(words):
            return key
    return " ".join(words)


def _uncovered(span: Span, taken: list[Span]) -> int:
    """Count the letters of a span that no earlier report has."""
    left = [span]
    for other in taken:
        pieces = []
        for piece in left:
            if not piece.meets(other):
                pieces.append(piece)
                continue
            pieces += [Span(piece.start, other.start)] if piece.start < other.start else []
            pieces += [Span(other.end, piece.end)] if other.end < piece.end else []
        left = pieces
    return sum(len(piece) for piece in left)

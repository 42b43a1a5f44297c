"""Which claims rest on one source alone.

Goes in: the records of pages of one story. Comes out: the ids of the claims that nothing else on these pages carries:
no other source, and not an outlet's own voice. One statement carries another where it has a good part of what that one
says, its rarer words weighing more; whom it speaks of (names with their titles) says nothing here, since a story's
pages all speak of the same people. A medium that passes its source on is no other source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from riwaya.across import Gathered
from riwaya.model import Claim, Mention, Record, Span
from riwaya.text.fold import fold
from riwaya.text.stem import stems_in

__all__ = ["OWN", "Said", "alone", "alone_in", "source_keys"]

OWN = ""  # the source of what an outlet says itself
_LETTERS = 3  # letters of a stem that says something
_SHARED = 2  # stems that two statements of one thing have at least
#: Share of a statement's weight that another must have to carry it; chosen on the samples (benchmarks/claims.py).
_CARRIED = 0.3


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: the claim it belongs to ("" in an outlet's own voice), what names its source, its words."""

    claim: str
    source: str
    words: frozenset[str]


def alone_in(records: Sequence[Record], gathered: Gathered) -> frozenset[str]:
    """Give the ids of the claims on these pages that rest on their source alone."""
    return alone(records, source_keys(gathered))


def source_keys(gathered: Gathered) -> Callable[[Record, Claim], str]:
    """Give what names a claim's source: the entity its words name, wherever it stands, else the words themselves."""
    entity_of = {(d, m.span): entity.id for entity in gathered.entities for d, m in entity.mentions}

    def key(record: Record, claim: Claim) -> str:
        last, doc = claim.sources[-1], record.document
        named = entity_of.get((doc.id, last.mention.span)) if last.mention else None
        return named or fold(last.span.of(doc.text))

    return key


def alone(records: Sequence[Record], key: Callable[[Record, Claim], str]) -> frozenset[str]:
    """Give the ids of the claims that no other source and no outlet carries. Time grows with claims times statements."""
    statements = [said for record in records for said in _statements(record, key)]
    held = Counter(word for said in statements for word in said.words)
    weight = {word: log(1 + len(statements) / count) for word, count in held.items()}
    claims = {said.claim for said in statements} - {OWN}
    return frozenset(claims - {said.claim for said in statements if said.claim and _carried(said, statements, weight)})


def _carried(said: Said, statements: Sequence[Said], weight: dict[str, float]) -> bool:
    whole = sum(map(weight.__getitem__, sorted(said.words)))
    for other in statements:
        shared = said.words & other.words if other.source != said.source else frozenset()
        if len(shared) >= _SHARED and sum(map(weight.__getitem__, sorted(shared))) >= _CARRIED * whole:
            return True
    return False


def _statements(record: Record, key: Callable[[Record, Claim], str]) -> Iterator[Said]:
    """Give what each claim says, piece by piece, and what the body's sentences say beside the claims."""
    doc = record.document
    text = _without_names(doc.text, record.mentions)
    pieces = [(claim, piece) for claim in record.claims for piece in claim.parts or (claim.span,)]
    for claim, piece in pieces:
        yield Said(claim.id_in(doc.id), key(record, claim), _words(piece.of(text)))
    rest = _blanked(text, [claim.span for claim in record.claims])
    for sentence in doc.sentences:
        yield Said(OWN, OWN, _words(sentence.of(rest)))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in stems_in(text) if len(word) >= _LETTERS or word.isdigit())


def _without_names(text: str, mentions: Sequence[Mention]) -> str:
    named = [m for m in mentions if m.kind == "name"]
    return _blanked(text, [span for m in named for span in (m.span, *m.titles)])


def _blanked(text: str, spans: Sequence[Span]) -> str:
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = " " * len(span)
    return "".join(letters)

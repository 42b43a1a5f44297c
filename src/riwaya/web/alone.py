"""Which claims rest on one source alone.

Goes in: claims with what names their source, and what was gathered of the same pages. Comes out: the ids of the claims
that nothing else on these pages carries: no other source and not an outlet's own voice. Two claims carry the same
statement where they report one happening, or where their words are strongly alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riwaya.model import Happening
from riwaya.text.fold import fold

__all__ = ["Said", "alone"]

#: Letters of a word that says something; shorter ones are mostly particles.
_LONG = 4
#: Dice overlap of two reports' words from which they are one statement: half of them are shared.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: its id, what names its innermost source, and the reported words."""

    id: str
    source: str
    words: str


def alone(claims: Sequence[Said], happenings: Iterable[Happening], documents: Iterable[str]) -> frozenset[str]:
    """Give the ids of the claims that rest on their source alone."""
    source = {claim.id: claim.source for claim in claims}
    shared = _told_by_others(source, happenings, frozenset(documents)) | _alike(claims)
    return frozenset(source) - shared


def _told_by_others(source: Mapping[str, str], happenings: Iterable[Happening], documents: frozenset[str]) -> set[str]:
    """Give the claims of which a happening is also told by another source or in an outlet's own voice."""
    out: set[str] = set()
    for happening in happenings:
        reports = [report for report in happening.reports if report.document in documents]
        tellers = {source[claim] for report in reports for claim in report.claims if claim in source}
        own_voice = any(not report.claims for report in reports)
        if own_voice or len(tellers) > 1:
            out.update(claim for report in reports for claim in report.claims)
    return out


def _alike(claims: Sequence[Said]) -> set[str]:
    """Give the claims whose words another source has too."""
    words = {claim.id: frozenset(word for word in fold(claim.words).split() if len(word) >= _LONG) for claim in claims}
    source = {claim.id: claim.source for claim in claims}
    holders: dict[str, list[str]] = defaultdict(list)
    out: set[str] = set()
    for claim in claims:
        shared = Counter(other for word in words[claim.id] for other in holders[word])
        for other, count in shared.items():
            total = len(words[claim.id]) + len(words[other])
            if source[other] != claim.source and 2 * count >= _ALIKE * total:
                out |= {claim.id, other}
        for word in words[claim.id]:
            holders[word].append(claim.id)
    return out

"""What might be a name, with the evidence for it, and the choice among overlapping candidates.

Goes in: candidates of all finders. Comes out: those that stand, none of one type overlapping another's words, except
that
a person may stand inside the name of a body (`قوات` + a general's name), a town inside the name of a thing in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from riwaya.model import Mention, Span

__all__ = ["ENOUGH", "EVIDENCE", "Candidate", "choose"]

#: What each kind of evidence adds to (or takes from) a candidate; at `ENOUGH` it stands. Set on news not used for
#: tests.
EVIDENCE: dict[str, float] = {
    "tagger": 3.0,  # times the tagger's own score
    "rank or honorific before": 2.0,
    "office before": 1.8,
    "occupation before": 1.2,
    "kin before": 1.6,
    "age behind": 2.5,
    "called so": 2.2,
    "town in apposition": 1.6,
    "unknown word behind a preposition of place": 1.2,
    "given name": 1.0,  # for each grade above none, halved
    "family name": 0.4,
    "unknown word": 0.3,
    "common word": -0.5,  # for each grade
    "alone and unknown": -0.6,
    "several words": 0.5,
    "verb of persons beside": 0.8,
    "known person": 4.0,
    "known family name": 2.0,
    "known body": 4.0,
    "known body by its short name": 3.0,
    "perhaps a known body": 1.2,
    "perhaps a known person": 1.0,
    "known place": 2.5,
    "same name on the page": 3.0,
    "head and complement": 2.6,
    "preposition of place before": 0.9,
    "nationality word": -3.0,
    "place by the tables": -1.5,
    "label before": 1.0,
}
ENOUGH = 2.0
_MOST = 6.0  # more evidence than this makes nothing surer


@dataclass(slots=True)
class Candidate:
    """Words `first` up to `last` that may be a name; `why` holds the evidence with its weight."""

    first: int
    last: int
    span: Span
    name: Span
    type: str
    why: dict[str, float] = field(default_factory=dict)
    titles: tuple[Span, ...] = ()
    labels: tuple[Span, ...] = ()
    entity: str | None = None
    kind: str = "name"
    inside: bool = False
    antecedent: Span | None = None

    def add(self, evidence: str, times: float = 1.0) -> None:
        """Add one kind of evidence; the same kind twice counts with the larger weight."""
        weight = EVIDENCE[evidence] * times
        if abs(weight) > abs(self.why.get(evidence, 0.0)):
            self.why[evidence] = weight

    @property
    def score(self) -> float:
        return sum(self.why.values())

    def mention(self) -> Mention:
        """Give the mention that this candidate is; its rule is the evidence, weightiest first."""
        for_it = sorted((w, e) for e, w in self.why.items() if w > 0)
        rule = " + ".join(evidence for _, evidence in reversed(for_it)) or "unsure"
        return Mention(
            self.span, self.type, self.name, rule, self.kind, self.titles, self.labels, self.antecedent, self.entity
        )


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the candidates that stand, in reading order: the best by score, then the longer, then the earlier."""
    candidates = _merged(candidates)
    rank = {id(one): min(one.score, _MOST) for one in candidates}
    for one, bonus in _holders(candidates):
        rank[id(one)] += bonus
    chosen: list[Candidate] = []
    taken: dict[int, list[Candidate]] = {}
    for one in sorted(candidates, key=lambda c: (-rank[id(c)], c.first - c.last, c.span.start, c.type)):
        if one.score < ENOUGH or len(one.span) <= 0:
            continue
        rivals = [other for index in range(one.first, one.last) for other in taken.get(index, ())]
        if any(not _may_nest(one, other) for other in rivals):
            continue
        chosen.append(one)
        for index in range(one.first, one.last):
            taken.setdefault(index, []).append(one)
    return sorted(chosen, key=lambda c: (c.span.start, -c.span.end, c.type))


def _merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the candidates with those of the same words and type made one: their evidence adds up."""
    found: dict[tuple[int, int, str], Candidate] = {}
    for one in candidates:
        same = found.setdefault((one.first, one.last, one.type), one)
        if same is not one:
            for evidence, weight in one.why.items():
                if abs(weight) > abs(same.why.get(evidence, 0.0)):
                    same.why[evidence] = weight
            same.entity = same.entity or one.entity
            same.titles = same.titles or one.titles
            same.labels = same.labels or one.labels
            same.inside = same.inside or one.inside
            if one.antecedent is not None:
                same.kind, same.antecedent = one.kind, one.antecedent
            elif one.kind == "name" and same.antecedent is None:
                same.kind = "name"
    return list(found.values())


def _holders(candidates: list[Candidate]) -> Iterator[tuple[Candidate, float]]:
    """Give the names that hold the name of a place or body, and what they gain from it: ريال مدريد is no town."""
    places: dict[int, Candidate] = {}
    for held in candidates:
        if held.type != "PERSON" and held.kind == "name" and held.score >= ENOUGH:
            other = places.get(held.first)
            if other is None or other.score < held.score:
                places[held.first] = held
    for one in candidates:
        if one.score >= ENOUGH and one.last - one.first > 1:
            inner = [places[i] for i in range(one.first, one.last) if i in places]
            scores = [p.score for p in inner if p is not one and p.last <= one.last and _gains(one, p)]
            if scores:
                yield one, min(max(scores), _MOST)


def _gains(one: Candidate, held: Candidate) -> bool:
    return held.type == "PLACE" or (
        one.type == "ORGANIZATION" and (held.first == one.first or "head and complement" in one.why)
    )


def _may_nest(one: Candidate, other: Candidate) -> bool:
    """Tell whether both may stand: marked as such, a person in a body's name, a town in the name of a thing in it."""
    inner, outer = (one, other) if len(one.span) < len(other.span) else (other, one)
    kinds = (inner.type, outer.type)
    return inner.inside and kinds in (("PERSON", "ORGANIZATION"), ("PLACE", "PLACE")) and outer.span.holds(inner.span)

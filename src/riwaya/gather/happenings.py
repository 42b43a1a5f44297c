"""Reports joined into happenings: one event told by many.

Goes in: records and the entities gathered from them. Comes out: `Happening`s, the same whatever the order of the
records.
First the reports of one page are joined, then the pages' groups; only groups that share a block (type with a person, body,
place, day or page of one story) are compared, so that the work grows with the pages, not with their square. What decides is the
sum of named features (`happening_likeness`), each kept as a reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from riwaya.across import Entity, Happening
from riwaya.gather.happening_likeness import ENOUGH, Feature, Profile, compare, page_words, profile_of
from riwaya.gather.happening_reports import Told, told_in
from riwaya.gather.happening_values import happening_of
from riwaya.gather.likeness import outline
from riwaya.model import Record

__all__ = ["gather_happenings"]

#: A block with more groups than this is too common a thing to propose pairs by; only neighbours in time are compared.
_BLOCK = 60
#: Times that all groups are gone through: what was joined says more than its parts did.
_ROUNDS = 1
#: The weightiest words of a page that propose another page's report of its news.
_HEAVIEST = 4

Group = tuple[Profile, list[Feature]]


def gather_happenings(records: Sequence[Record], entities: Sequence[Entity]) -> tuple[Happening, ...]:
    """Give the happenings of the records; the order of the records does not matter."""
    entity_of = {(doc, m.span): (e.id, e.type) for e in entities for doc, m in e.mentions}
    docs = {record.document.id: record.document for record in records}
    groups: list[Group] = []
    for record in sorted(records, key=lambda r: r.document.id):
        tolds = told_in(record, entity_of)
        if tolds:
            page = page_words(outline(record))
            groups += _with_sole(_joined([(profile_of(told, page), []) for told in tolds]))
    for _ in range(_ROUNDS):
        groups = _joined(groups)
    happenings = [happening_of(profile.tolds, docs, why) for profile, why in groups]
    return tuple(sorted(happenings, key=lambda h: (h.when or "9999", h.id)))


def _with_sole(groups: list[Group]) -> list[Group]:
    """Mark the groups of one page that are the only ones of their type and mode."""
    kinds = Counter((profile.type, profile.mode) for profile, _ in groups)
    for profile, _ in groups:
        profile.sole = kinds[profile.type, profile.mode] == 1
    return groups


def _joined(groups: Sequence[Group]) -> list[Group]:
    """Join groups that are one happening: the likest pair first, each pair judged on all that both now say."""
    place: dict[int, int] = {}
    now: dict[int, Group] = dict(enumerate(groups))
    scored = []
    for one, other in _pairs(groups):
        features = compare(groups[one][0], groups[other][0])
        if (points := _sum(features)) >= ENOUGH:
            scored.append((-points, _key(groups[one]), _key(groups[other]), one, other))
    for _, _, _, one, other in sorted(scored):
        left, right = _top(place, one), _top(place, other)
        if left == right:
            continue
        features = compare(now[left][0], now[right][0])
        if _sum(features) < ENOUGH:
            continue
        low, high = (left, right) if _key(now[left]) <= _key(now[right]) else (right, left)
        now[low] = _merged(now[low], now.pop(high), features)
        place[high] = low
    return [now[at] for at in sorted(now, key=lambda at: _key(now[at]))]


def _sum(features: Iterable[Feature]) -> float:
    return round(sum(feature.points for feature in features), 4)


def _top(place: dict[int, int], at: int) -> int:
    while at in place:
        at = place[at]
    return at


def _key(group: Group) -> tuple[str, str, int, int]:
    return min(told.key() for told in group[0].tolds)


def _merged(low: Group, high: Group, features: Iterable[Feature]) -> Group:
    """Give one group of two."""
    one, other = low[0], high[0]
    both = Profile(one.type, sorted([*one.tolds, *other.tolds], key=Told.key))
    for side in (one, other):
        both.modes.update(side.modes)
        both.people.update(side.people)
        both.bodies.update(side.bodies)
        both.places.update(side.places)
        both.whens.update(side.whens)
        both.statuses.update(side.statuses)
        both.words.update(side.words)
        both.figures |= side.figures
        both.pages.update(side.pages)
        both.lead = both.lead or side.lead
    both.sole = one.sole and other.sole
    return both.settled(), [*low[1], *high[1], *features]


def _pairs(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """Give the pairs worth comparing: of one type, and in one block."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (profile, _) in enumerate(groups):
        keys = [*profile.people, *profile.bodies, *profile.places, *profile.pages, *profile.whens]
        keys += [f"news {told.day}" for told in profile.tolds if profile.lead or profile.sole]
        if profile.lead or profile.sole:
            keys += [f"word {word}" for page in profile.pages.values() for word in page.heaviest(_HEAVIEST)]
        for key in dict.fromkeys(keys):
            blocks[profile.type, key].append(at)
    pairs: set[tuple[int, int]] = set()
    for many in blocks.values():
        if len(many) <= _BLOCK:
            pairs.update(combinations(many, 2))
        else:
            near = sorted(many, key=lambda at: _key(groups[at]))
            pairs.update((min(a, b), max(a, b)) for i, a in enumerate(near) for b in near[i + 1 : i + 1 + _BLOCK // 4])
    return sorted(pairs)

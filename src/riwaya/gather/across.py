"""Who is who across pages: page entities joined by scored, named features.

Goes in: `Local` entities of many pages. Comes out: groups of them with the reasons for joining. Only names that share a
blocking key are compared, so that the work grows with the names and not with their pairs; a group does not depend on
the
order of the input, since names are compared in sorted order and joined by what they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from riwaya.gather.names import compare_persons, name_parts
from riwaya.gather.within import Local
from riwaya.gather.written import bare
from riwaya.lexicon.name_words import name_word
from riwaya.text.likeness import likeness, skeleton

__all__ = ["Group", "join"]

_CROWD = 60  # a blocking key that more names share than this is cut finer
_OFFICE = 8  # letters of an office that few hold at once; ranks are shorter
_SLIP = 0.68
_ONE_FAMILY = 0.86  # a family name alone in another spelling than on the pages that give the full name
_SURE_SHARE = 0.8  # of a family name's bearers, for a family name alone on a page to mean one


@dataclass(slots=True)
class Group:
    """Locals that are one entity, and why."""

    locals: list[Local]
    why: set[str] = field(default_factory=set)


Key = tuple[str, str, str]


class _Forest:
    """Disjoint sets of keys; the smallest key stands for its set. Sets of different known ids are never joined."""

    def __init__(self) -> None:
        self.parent: dict[Key, Key] = {}
        self.known: dict[Key, str] = {}
        self.why: dict[Key, set[str]] = defaultdict(set)

    def top(self, key: Key) -> Key:
        above = self.parent.setdefault(key, key)
        while above != self.parent[above]:
            self.parent[above] = self.parent[self.parent[above]]
            above = self.parent[above]
        self.parent[key] = above
        return above

    def join(self, one: Key, other: Key, why: str) -> None:
        low, high = sorted((self.top(one), self.top(other)))
        ids = self.known.get(low), self.known.get(high)
        if low != high and all(ids) and ids[0] != ids[1]:
            return
        if low != high:
            self.parent[high] = low
            if known := ids[0] or ids[1]:
                self.known[low] = known
            self.why[low] |= self.why.pop(high, set())
        self.why[low].add(why)


def join(locals_: list[Local]) -> list[Group]:
    """Join the locals of many pages into groups."""
    names: dict[Key, list[Local]] = defaultdict(list)
    for local in locals_:
        names[_key(local)].append(local)
    forest = _Forest()
    for key in sorted(names):
        ids = Counter(local.entity for local in names[key] if local.entity)
        forest.top(key)
        if ids:
            forest.known[key] = min(ids, key=lambda one: (-ids[one], one))
    _join_ids(names, forest)
    _join_persons(names, forest)
    _join_bodies(names, forest)
    _join_colleagues(names, forest)
    _join_stateless(names, forest)
    _give_families(names, forest)
    groups: dict[Key, Group] = {}
    for key in sorted(names):
        top = forest.top(key)
        group = groups.setdefault(top, Group([], forest.why[top]))
        group.locals += names[key]
        group.why |= {why for local in names[key] for why in local.why}
    return list(groups.values())


def _key(local: Local) -> Key:
    """Give the key under which the same writing on every page is one."""
    if local.type == "PERSON":
        parts = name_parts(local.name)
        return "PERSON", " ".join(parts) or local.name, ""
    if local.type == "PLACE":
        return "PLACE", local.written.core, local.written.head or local.entity or ""
    return "ORGANIZATION", local.written.core, local.entity or local.country


def _join_ids(names: dict[Key, list[Local]], forest: _Forest) -> None:
    first: dict[str, Key] = {}
    for key in sorted(names):
        if known := forest.known.get(key):
            home = first.setdefault(known, key)
            if home != key:
                forest.join(home, key, f"both are known as {known}")


def _join_persons(names: dict[Key, list[Local]], forest: _Forest) -> None:
    """Join full names that are one name in two spellings or lengths."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(names):
        if key[0] == "PERSON" and " " in key[1]:
            words = key[1].split()
            for end in {words[-1], words[1]}:
                blocks[skeleton(words[0])[:1] + _block(end)].append(key)
    for block in sorted(blocks):
        many = blocks[block]
        for at, one in enumerate(many):
            for other in many[at + 1 :]:
                if forest.top(one) == forest.top(other):
                    continue
                verdict, why = compare_persons(names[one][0].name, names[other][0].name)
                if verdict == "same":
                    forest.join(one, other, f"{names[one][0].name} = {names[other][0].name}: {why}")


def _join_bodies(names: dict[Key, list[Local]], forest: _Forest) -> None:
    """Join names of bodies and places that are one foreign name in two spellings."""
    blocks: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in sorted(names):
        if key[0] != "PERSON" and names[key][0].written.named and len(key[1]) > 3:
            blocks[key[0], key[2], skeleton(key[1])[:3]].append(key)
    for block in sorted(blocks):
        many = blocks[block]
        for at, one in enumerate(many):
            for other in many[at + 1 : at + _CROWD]:
                limit = 0.93 if key_is_place(one) else 0.88
                if likeness(one[1], other[1]) >= limit:
                    forest.join(one, other, f"{one[1]} = {other[1]}: one name in two spellings")


def _join_stateless(names: dict[Key, list[Local]], forest: _Forest) -> None:
    """Join a body without an id to the only known body of its name and country; one without a country to the only
    one."""
    homes: dict[str, set[tuple[Key, str]]] = defaultdict(set)
    for key in names:
        if key[0] == "ORGANIZATION" and key[2]:
            homes[key[1]].add((key, names[key][0].country if key in forest.known else key[2]))
    for key in sorted(names):
        if key[0] != "ORGANIZATION" or key in forest.known:
            continue
        fitting = {other for other, country in homes[key[1]] if other != key and key[2] in ("", country)}
        if len({forest.top(other) for other in fitting}) == 1:
            forest.join(min(fitting), key, f"{key[1]}: the only body of that name in these pages")


def _join_colleagues(names: dict[Key, list[Local]], forest: _Forest) -> None:
    """Join names that differ by a slip (one vowel, one letter) where the office is the same and the rest of the name
    is."""
    bodies: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for key in names:
        if key[0] == "ORGANIZATION":
            for local in names[key]:
                heads = {bare(name).split(" ")[0] for name in local.names} | {key[1].split(" ")[0]}
                bodies[local.document] |= {(head, local.entity or key[1]) for head in heads}
    offices: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(names):
        if key[0] == "PERSON" and " " in key[1]:
            for office in sorted(_offices(names[key], bodies)):
                offices[office].append(key)
            if name_word(key[1].split()[-1]).unknown:
                offices[f"… {key[1].split()[-1]}"].append(key)
    for office in sorted(offices):
        many = offices[office]
        for at, one in enumerate(many[:_CROWD]):
            for other in many[at + 1 : _CROWD]:
                if forest.top(one) != forest.top(other) and _is_slip(one[1], other[1]):
                    forest.join(one, other, f"{one[1]} = {other[1]}: a slip in one of them; both are {office}")


def _offices(locals_: list[Local], bodies: dict[str, set[tuple[str, str]]]) -> set[str]:
    """Give the offices of a person: long ones as they are, and the bodies of the page that an office names."""
    found = set()
    for local in locals_:
        for title in local.titles:
            if len(title) > _OFFICE:
                found.add(title)
            words = bare(title).split()
            found |= {f"{words[0]} and {body}" for _, body in bodies[local.document]} if len(words) == 1 else set()
            found |= {f"of {body}" for head, body in bodies[local.document] if head in words}
    return found


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two names of as many words differ in one word, by a vowel or one letter at its end or start."""
    left, right = one.split(), other.split()
    if len(left) != len(right):
        return False
    odd = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(odd) == 1 and likeness(*odd[0]) >= _SLIP


def key_is_place(key: Key) -> bool:
    return key[0] == "PLACE"


def _block(word: str) -> str:
    """Give what spellings of one word share: its first three consonants in any order."""
    return "".join(sorted(skeleton(word)[:3]))


def _give_families(names: dict[Key, list[Local]], forest: _Forest) -> None:
    """Give a family name that stands alone on its page to the one person of that name elsewhere, if there is one."""
    bearers: dict[str, Counter[Key]] = defaultdict(Counter)
    for key in sorted(names):
        if key[0] == "PERSON" and " " in key[1]:
            for local in names[key]:
                for part in {key[1].split()[-1], *(name_parts(n)[-1] for n in local.names if name_parts(n))}:
                    bearers[part][forest.top(key)] += len(local.mentions)
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in sorted(bearers):
        blocks[_block(name)].append(name)
    for key in sorted(names):
        if key[0] != "PERSON" or " " in key[1]:
            continue
        found = bearers.get(key[1]) or _alike(key[1], blocks[_block(key[1])], bearers)
        if found:
            best, number = min(found.items(), key=lambda item: (-item[1], item[0]))
            if number >= _SURE_SHARE * sum(found.values()):
                forest.join(best, key, f"{key[1]}: the family name of one person only in these pages")


def _alike(alone: str, block: list[str], bearers: dict[str, Counter[Key]]) -> Counter[Key] | None:
    """Give the bearers of the one family name that is this one in another spelling."""
    if len(alone) < 4:
        return None
    like = [name for name in block if likeness(alone, name) >= _ONE_FAMILY]
    return bearers[like[0]] if len(like) == 1 else None

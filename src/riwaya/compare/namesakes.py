"""Entities that are one under two names: what gathering rightly kept apart, and one story's pages use for one another.

Goes in: a scope. Comes out: pairs of entities, the one that more pages name first. Two persons with one office whose
names differ in a word, two bodies one of whose names drops a word inside the other, two kinds of name for one kind of
body (civil defence, civil protection), two places that differ in one consonant: never where one page uses both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from riwaya.across import Entity
from riwaya.compare.bodies import body_kinds
from riwaya.compare.calling import phrases_for
from riwaya.compare.scope import Scope
from riwaya.compare.wording import alike, same_words, stems_of
from riwaya.lexicon.name_words import name_word
from riwaya.text.sounds import another_consonant

__all__ = ["namesakes"]

#: Share of the shorter office's stems that makes two offices one, and how many must be shared.
_ONE_OFFICE, _OFFICE_STEMS = 0.75, 3
_LONG_NAME, _LONG_BODY = 5, 3


@lru_cache(maxsize=1)
def namesakes(scope: Scope) -> tuple[tuple[Entity, Entity], ...]:
    """Give the pairs of entities that the story's pages name for one another; the last scope's are remembered."""
    return tuple(_pairs(scope))


def _pairs(scope: Scope) -> Iterator[tuple[Entity, Entity]]:
    for kind, same in (("PERSON", _one_person), ("ORGANIZATION", _one_body), ("PLACE", _one_place)):
        everyone = [entity for entity in scope.everyone if entity.type == kind]
        for one, other in combinations(everyone, 2):
            if not _pages(scope, one) & _pages(scope, other) and same(scope, one, other):
                first, second = sorted((one, other), key=lambda e: (-len(_pages(scope, e)), e.id))
                yield first, second


def _pages(scope: Scope, entity: Entity) -> set[str]:
    return {document for document, _ in scope.mentions[entity.id]}


def _one_person(scope: Scope, one: Entity, other: Entity) -> bool:
    left, right = same_words(one.name), same_words(other.name)
    if len(left) != len(right) or len(left) < 2:
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(apart) != 1:
        return False
    near = _one_letter(*apart[0]) and all(name_word(word).given or name_word(word).family for word in apart[0])
    if near and _titles(scope, one) and _titles(scope, other):
        return True
    for title in _titles(scope, one):
        for match in _titles(scope, other):
            shared = stems_of(title) & stems_of(match)
            if len(shared) >= _OFFICE_STEMS and alike(title, match) >= _ONE_OFFICE:
                return True
    return False


def _titles(scope: Scope, entity: Entity) -> set[str]:
    """Give the titles by which an entity is called."""
    return {words.text for words in phrases_for(scope, entity)}


def _one_letter(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter put in, left out or changed."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((place for place, letter in enumerate(one) if other[place] != letter), len(one))
    return one[at:] == other[at + 1 :] or one[at + 1 :] == other[at + 1 :]


def _one_body(scope: Scope, one: Entity, other: Entity) -> bool:
    left, right = same_words(one.name), same_words(other.name)
    short, full = sorted((left, right), key=len)
    ends = short[:1] == full[:1] and short[-1:] == full[-1:]
    drops = len(full) > len(short) >= _LONG_BODY and ends and _inside(short, full)
    return drops or bool(body_kinds(one.name) & body_kinds(other.name))


def _inside(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether the longer name has all words of the shorter one, in order."""
    rest = iter(full)
    return all(word in rest for word in short)


def _one_place(scope: Scope, one: Entity, other: Entity) -> bool:
    left, right = " ".join(same_words(one.name)), " ".join(same_words(other.name))
    return len(left) >= _LONG_NAME and another_consonant(left, right)

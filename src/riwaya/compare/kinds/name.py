"""Name: what pages call the same body, person or place, beyond spelling and mere shortening."""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.compare.namesakes import namesakes
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.compare.wording import same_words
from riwaya.lexicon.name_words import name_word
from riwaya.model import Entity
from riwaya.text.sounds import another_consonant, skeleton

__all__ = ["name"]

_WEIGHT = {"ORGANIZATION": 0.7, "PERSON": 0.6, "PLACE": 0.4}


def name(scope: Scope) -> Iterator[Finding]:
    """Give the bodies, persons and places that two pages call by different names."""
    for entity in scope.entities:
        sayings = _chosen(scope, entity)
        if differ(sayings) and _is_choice(entity.type, sorted({saying.key for saying in sayings})):
            count = len({saying.evidence.document for saying in sayings})
            why = f"other names for one {entity.type.lower()}, in {count} documents"
            yield Finding("name", entity.id, values_of(sayings), _WEIGHT[entity.type], why)
    for one, other in namesakes(scope):
        sayings = _chosen(scope, one, other)
        if differ(sayings):
            yield Finding("name", one.id, values_of(sayings), _WEIGHT[one.type], f"two names for what can be one {one.type.lower()}")


def _chosen(scope: Scope, *entities: Entity) -> list[Saying]:
    """Give each document's full names of the entity; a name that another one merely shortens is left out."""
    found = []
    for document, mention in (pair for entity in entities for pair in scope.mentions[entity.id]):
        if mention.kind == "name":
            value = scope.reading(document, mention.name)
            words = scope.words(document, mention.name)
            found.append(Saying(" ".join(same_words(value)), value, words))
    full = {saying.key for saying in found}
    keep = {key for key in full if not any(_shortens(key, other) for other in full)}
    return [saying for saying in found if saying.key in keep and saying.key]


def _shortens(short: str, full: str) -> bool:
    """Tell whether one name is the other's beginning or end, or lacks words at both ends (not inside)."""
    one, other = short.split(), full.split()
    if len(one) >= len(other):
        return False
    return any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1))


def _is_choice(kind: str, keys: list[str]) -> bool:
    """Tell whether names are different names: not one name in two spellings."""
    pairs = [(one, other) for at, one in enumerate(keys) for other in keys[at + 1 :]]
    if kind == "ORGANIZATION":
        return any(skeleton(one) != skeleton(other) for one, other in pairs)
    if kind == "PERSON":
        return any(_two_arabic_names(one, other) for one, other in pairs)
    return any(another_consonant(one, other) for one, other in pairs)


def _two_arabic_names(one: str, other: str) -> bool:
    """Tell whether names differ in a word that is an Arabic given or family name on both sides."""
    left, right = one.split(), other.split()
    if len(left) != len(right) or len(left) < 2:
        return False
    apart = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(apart) == 1 and all(name_word(word).given or name_word(word).family for word in apart[0])

"""Name: what pages call the same body, person or place, beyond spelling and mere shortening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riwaya.across import Entity
from riwaya.compare.bodies import foreign_core, name_key, without_organ
from riwaya.compare.namesakes import namesakes
from riwaya.compare.scope import Finding, Saying, Scope, differ, values_of
from riwaya.lexicon.name_words import name_word
from riwaya.text.sounds import another_consonant, skeleton
from riwaya.text.stem import stem

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
            why = f"two names for what can be one {one.type.lower()}"
            yield Finding("name", one.id, values_of(sayings), _WEIGHT[one.type], why)


def _chosen(scope: Scope, *entities: Entity) -> list[Saying]:
    """Give each document's full names of the entity: a shorter form counts as the full one that it shortens."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for document, mention in (pair for entity in entities for pair in scope.mentions[entity.id]):
        if mention.kind == "name":
            value = without_organ(scope.reading(document, mention.name))
            if key := name_key(value):
                found[document].append(Saying(key, value, scope.words(document, mention.name)))
    full = [saying for document in sorted(found) for saying in _fullest(found[document])]
    keys = sorted({saying.key for saying in full})
    whole = {key: _whole(key, keys) for key in keys}
    return [Saying(whole[saying.key], saying.value, saying.evidence) for saying in full if whole[saying.key]]


def _fullest(sayings: list[Saying]) -> list[Saying]:
    """Give one document's names without those whose words all stand in a longer one of it."""
    stems = {saying.key: {stem(word) for word in saying.key.split()} for saying in sayings}
    return [saying for saying in sayings if not any(stems[saying.key] < other for other in stems.values())]


def _whole(key: str, keys: list[str]) -> str:
    """Give the longest name that this one is the beginning or end of; nothing where it shortens two different ones."""
    longer = [other for other in keys if _shortens(key, other)]
    if not longer:
        return key
    longest = max(longer, key=lambda other: (len(other), other))
    return longest if all(other == longest or _shortens(other, longest) for other in longer) else ""


def _shortens(short: str, full: str) -> bool:
    """Tell whether the words of one name stand in the other side by side."""
    one, other = short.split(), full.split()
    return len(one) < len(other) and any(other[at : at + len(one)] == one for at in range(len(other) - len(one) + 1))


def _is_choice(kind: str, keys: list[str]) -> bool:
    """Tell whether names are different names: not one name in two spellings."""
    pairs = [(one, other) for at, one in enumerate(keys) for other in keys[at + 1 :]]
    if kind == "ORGANIZATION":
        return any(_two_names(one, other) for one, other in pairs)
    if kind == "PERSON":
        return any(_two_arabic_names(one, other) for one, other in pairs)
    return any(another_consonant(one, other) for one, other in pairs)


def _two_names(one: str, other: str) -> bool:
    """Tell whether two names of a body are more than two spellings of one, or one with a word for what it is."""
    one, other = (" ".join(word for word in key.split() if not word.startswith("@")) for key in (one, other))
    bones = [skeleton(" ".join(stem(word) for word in name.split())).replace(" ", "") for name in (one, other)]
    if bones[0] == bones[1] or skeleton(one).replace(" ", "") == skeleton(other).replace(" ", ""):
        return False
    return not foreign_core(one) or foreign_core(one) != foreign_core(other)


def _two_arabic_names(one: str, other: str) -> bool:
    """Tell whether names differ in one word, Arabic given names both: not one foreign name in two spellings."""
    left, right = one.split(), other.split()
    if len(left) != len(right) or len(left) < 2:
        return False
    apart = [(name_word(a), name_word(b)) for a, b in zip(left, right, strict=True) if a != b]
    return len(apart) == 1 and any(word.native for word in apart[0]) and all(word.given for word in apart[0])

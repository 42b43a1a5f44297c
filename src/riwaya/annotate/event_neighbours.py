"""Who stands near a trigger: the names and groups before and after a word that no preposition governs.

Goes in: a `Scene`, a place in it and who acted before (`Carried`). Comes out: `Standing`s, or spans of words where a group
has no name. The readers of verbs (`event_verb_roles`) and nouns (`event_noun_roles`) make roles of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.event_company import body_before, joined_after, of_somebody
from riwaya.annotate.event_scene import Scene, Standing
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Mention, Role, Span

__all__ = [
    "Carried",
    "antecedent_of",
    "bare_after",
    "bare_before",
    "both_named",
    "ends_group",
    "first_word",
    "object_role",
    "past_joined",
    "role_of",
    "subject_role",
]

#: How far a subject may stand before or after its verb.
_SUBJECT_REACH = 6
#: Letters that may be joined before a verb.
_BEFORE_VERB = ("و", "ف", "س")
#: How many words a group without a name may have.
_GROUP_WORDS = 5


@dataclass(frozen=True, slots=True)
class Carried:
    """Who a verb without a subject, or a pronoun, stands for: the last person that acted, the one before, and the
    body that acts or speaks before it in the sentence; `here`: the person that acts before it in the sentence."""

    actor: Mention | None = None
    other: Mention | None = None
    body: Mention | None = None
    here: Mention | None = None


def subject_role(trigger: Trigger) -> str:
    if trigger.passive:
        return "recipient"
    return trigger.family.subject or trigger.type.subject


def object_role(trigger: Trigger) -> str:
    return trigger.family.object_role or trigger.type.object


def both_named(scene: Scene, at: int, right: int, carried: Carried) -> list[Mention]:
    """Give the two people that words like "the two sides" right after a verb or noun stand for."""
    if not any("two-named" in scene.groups[i] for i in range(at + 1, min(at + 2, right))):
        return []
    people = [s.mention for s in scene.outer_in(0, at) if s.mention.type == "PERSON"][-2:]
    if len(people) == 2:
        return people
    return [m for m in (carried.actor, carried.other) if m] if carried.actor and carried.other else []


def past_joined(
    scene: Scene, one: Standing | Span, after: list[Standing | Span], found: list[Role], role: str
) -> list[Standing | Span]:
    """Take names joined by "and" to one into the same role; give the rest."""
    rest = list(after)
    while rest and isinstance(rest[0], Standing) and isinstance(one, Standing) and joined_after(scene, one, rest[0]):
        one = rest.pop(0)
        found.append(role_of(role, one, "joined by and"))
    return rest


def bare_before(scene: Scene, verb: int, left: int, *, towns: bool) -> Standing | Span | None:
    """Give the name or group before a verb in its clause that no preposition governs."""
    form = scene.words[verb].form.lstrip("".join(_BEFORE_VERB))
    feminine = towns and (form.startswith("ت") or form.endswith("ت"))
    for standing in reversed(scene.outer_in(left, verb)):
        if (
            (standing.mention.type != "PLACE" or (feminine and standing.first - left <= 1))
            and scene.governor(standing, left) in ("", "و")
            and (
                not any(at in scene.verbs for at in range(standing.last, verb))
                and verb - standing.last <= _SUBJECT_REACH
            )
        ):
            return standing
        return body_before(scene, verb, left)
    for at in range(verb - 1, max(left, verb - 6) - 1, -1):
        if "preposition" in scene.groups[at] or at in scene.verbs:
            return None
        if "person-noun" in scene.groups[at] and (at == left or "preposition" not in scene.groups[at - 1]):
            return scene.span_of(at, min(verb, at + _GROUP_WORDS))
    return None


def antecedent_of(scene: Scene, left: int) -> Standing | Span | None:
    """Give what a relative clause that begins at `left` tells of."""
    if left == 0 or "relative" not in scene.groups[left - 1]:
        return None
    for standing in reversed(scene.outer_in(0, left - 1)):
        if left - 1 - standing.last <= 2 and standing.mention.kind == "name":
            return standing
        if (
            standing.mention.kind == "name"
            and standing.mention.type == "PERSON"
            and _set_off(scene, standing.last, left - 1)
        ):
            return standing
        if standing.mention.kind == "name":
            break
    for at in range(left - 2, max(-1, left - 6), -1):
        if "person-noun" in scene.groups[at]:
            return scene.span_of(at, left - 1)
    return None


def _set_off(scene: Scene, first: int, last: int) -> bool:
    """Tell whether only a definite office stands between a name and its relative clause (`سامي القائد السابق للجيش الذي`)."""
    return last - first <= _GROUP_WORDS and all(
        scene.words[at].form.startswith(("ال", "لل")) or scene.words[at].is_punctuation for at in range(first, last)
    )


def bare_after(scene: Scene, first: int, right: int) -> list[Standing | Span]:
    """Give the names and groups after a word that no preposition governs, in order."""
    out: list[Standing | Span] = []
    covered = first
    names = {s.first: s for s in scene.standing_in(first, right)}
    inside = {at for s in names.values() for at in range(s.first, s.last)}
    for at in range(first, right):
        if "among-them" in scene.groups[at]:
            break
        if at < covered:
            continue
        if at in names:
            governor = scene.governor(names[at], first)
            if of_somebody(scene, names[at]):
                out.append(scene.span_of(at - 1, names[at].last))
            elif governor == "" or (governor == "و" and out):
                out.append(names[at])
            covered = names[at].last
        elif "person-noun" in scene.groups[at] and at not in inside and not _governed(scene, at, first):
            end = at + 1
            while end < min(right, at + _GROUP_WORDS) and not ends_group(scene, end) and end not in names:
                end += 1
            out.append(scene.span_of(at, end))
            covered = end
        elif out and "target" in scene.groups[at] and not _governed(scene, at, first):
            out.append(scene.span_of(at, at + 1))
        elif at in scene.verbs and at > first:
            break
    return out


def _governed(scene: Scene, at: int, first: int) -> bool:
    form = scene.words[at].form
    return (form[0] in "بل" and len(form) > 4 and form[1] != "ل") or any(
        "preposition" in scene.groups[i] for i in range(max(first, at - 2), at)
    )


def first_word(scene: Scene, one: Standing | Span) -> int:
    if isinstance(one, Standing):
        return one.first
    return next((at for at, word in enumerate(scene.words) if word.span.start >= one.start), 0)


def ends_group(scene: Scene, at: int) -> bool:
    return (
        bool(scene.groups[at] & {"preposition", "opener", "relative", "target"})
        or at in scene.verbs
        or scene.words[at].is_punctuation
    )


def role_of(role: str, one: Standing | Span, why: str) -> Role:
    if isinstance(one, Standing):
        return Role(role, one.mention.span, one.mention, why)
    return Role(role, one, None, why)

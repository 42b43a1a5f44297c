"""The roles of a noun's event: its genitive, the owner of its pronoun, and the subject of the verb that carries it.

Goes in: a `Scene`, a trigger that is a noun, and who acted before. Comes out: `Role`s, added to those found.
"""

from __future__ import annotations

from riwaya.annotate.event_company import of_somebody
from riwaya.annotate.event_neighbours import (
    Carried,
    antecedent_of,
    bare_after,
    bare_before,
    both_named,
    object_role,
    past_joined,
    role_of,
    subject_role,
)
from riwaya.annotate.event_scene import Scene, Standing
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Mention, Role

__all__ = ["roles_of_noun"]

#: How far the genitive of a verbal noun may stand from it.
_CHAIN = 4
#: How far the object of a noun with a pronoun may stand from it, offices and places between.
_OBJECT_REACH = 14


def roles_of_noun(scene: Scene, trigger: Trigger, left: int, right: int, carried: Carried, found: list[Role]) -> None:
    """Add the genitive of a noun, the owner its pronoun stands for, and the subject of the verb that carries it."""
    genitive = trigger.family.genitive or trigger.type.genitive
    for standing in scene.standing_in(trigger.last, min(right, trigger.last + _CHAIN + 6)):
        if standing.first - trigger.last <= _CHAIN and scene.governor(standing, trigger.last) == "":
            tied = any("preposition" in scene.groups[at] for at in range(trigger.last, standing.first))
            if (
                not tied
                and (standing.mention.type != "PLACE" or trigger.type.towns_act)
                and not of_somebody(scene, standing)
            ):
                found.append(role_of(genitive, standing, "genitive of its noun"))
        break
    found += [
        Role("actor", m.span, m, "one of the two named before")
        for m in both_named(scene, trigger.last - 1, right, carried)
    ]
    if trigger.form.pronoun:
        for mention in _owners(scene, trigger, carried):
            found.append(Role(genitive, mention.span, mention, "the pronoun of its noun"))
        if trigger.type.type == "CONSULT" and (met := _met_by_owner(scene, trigger, right)) is not None:
            found.append(role_of(object_role(trigger), met, "object of its noun with a pronoun"))
    if trigger.family.mode == "meeting":
        _of_inclusion(scene, trigger, found)
    if trigger.type.type == "ASSAULT":
        _who_joined_in(scene, trigger, left, found)
    if trigger.family.follows or (deed := _deed_of(scene, trigger)) is None:
        deed = _subject_of_sentence(scene, trigger, carried) if trigger.family.follows else None
    if deed is not None:
        found.append(Role("actor", deed.span, deed, "the subject of its sentence or of the deed it names"))
    verb = _light_verb(scene, trigger, left)
    if verb is not None:
        subject = bare_before(scene, verb, left, towns=trigger.type.towns_act) or antecedent_of(scene, left)
        between = bare_after(scene, verb + 1, trigger.first)
        subject = subject or (between[0] if between else None)
        if subject is not None:
            role = "recipient" if "suffers" in scene.groups[verb] else subject_role(trigger)
            found.append(role_of(role, subject, "subject of the verb that carries it"))
            if between and between[0] is subject:
                past_joined(scene, subject, between[1:], found, role)


def _deed_of(scene: Scene, trigger: Trigger) -> Mention | None:
    """Give who stands between a noun of decision and the trigger (`قرار سامي الانسحاب`)."""
    for standing in reversed(scene.outer_in(0, trigger.first)):
        near = trigger.first - standing.last <= 1 and standing.first > 0
        return standing.mention if near and "deed-noun" in scene.groups[standing.first - 1] else None
    return None


def _subject_of_sentence(scene: Scene, trigger: Trigger, carried: Carried) -> Mention | None:
    """Give who acts before a participle in its sentence, else the first one named without a preposition."""
    if carried.here is not None:
        return carried.here
    bare = [
        s.mention for s in scene.outer_in(0, trigger.first) if scene.governor(s, 0) == "" and s.mention.type != "PLACE"
    ]
    return bare[0] if bare else None


def _owners(scene: Scene, trigger: Trigger, carried: Carried) -> list[Mention]:
    """Give whom a noun's pronoun stands for: "his" a person, "her" a body or country, "of both" the last two
    persons."""
    before = [s.mention for s in reversed(scene.standing_in(0, trigger.first))]
    people = [m for m in before if m.type == "PERSON"] + [m for m in (carried.actor, carried.other) if m]
    text = scene.words[trigger.last - 1].form
    if text.endswith("هم" + "ا"):
        return people[:2]
    if text.endswith("ها"):
        return [m for m in before if m.type != "PERSON"][:1]
    return [] if text.endswith(("هم", "نا")) else people[:1]


def _met_by_owner(scene: Scene, trigger: Trigger, right: int) -> Standing | None:
    """Give the person a noun with a pronoun has as its object (`لقائه في البلدة رئيس المجلس سامي`): the first one
    behind nothing but places and commas."""
    for standing in scene.standing_in(trigger.last, right):
        if standing.mention.type == "PERSON":
            first = max([s.last for s in scene.standing_in(trigger.last, standing.first)], default=trigger.last)
            tied = any("preposition" in scene.groups[at] for at in range(first, standing.first)) or standing.joined
            return None if tied or standing.first - trigger.last > _OBJECT_REACH else standing
        if standing.mention.type == "PLACE" and standing.joined in ("و", "ف"):
            return None
    return None


def _of_inclusion(scene: Scene, trigger: Trigger, found: list[Role]) -> None:
    """Add whom a later verb says the meetings included (`لقاءات … شملت وزير الدفاع`)."""
    for at in range(trigger.last, len(scene.words)):
        if "includes" in scene.groups[at]:
            people = [s for s in bare_after(scene, at + 1, len(scene.words)) if isinstance(s, Standing)]
            found += [
                role_of("participant", s, "among those it included") for s in people if s.mention.type == "PERSON"
            ]
        if at in scene.verbs and "includes" in scene.groups[at]:
            return


def _who_joined_in(scene: Scene, trigger: Trigger, left: int, found: list[Role]) -> None:
    """Add the force that joined an attack told after it (`الاستعانة بمجموعة … في هجومه`)."""
    for at in range(trigger.first - 1, left - 1, -1):
        if "joins-in" in scene.groups[at]:
            for standing in scene.standing_in(at + 1, trigger.first)[:1]:
                if standing.mention.type != "PLACE" and standing.first - at <= _CHAIN:
                    found.append(role_of("participant", standing, "joined in before it"))
            return


def _light_verb(scene: Scene, trigger: Trigger, left: int) -> int | None:
    """Give the verb that carries a noun: perform, begin, finish, plan, cancel before it in the clause."""
    carriers = {"perform", "begin", "finish", "cancel", "continue", "plan", "suffers"} | (
        {"call-for"} if trigger.type.called else set()
    )
    for at in range(trigger.first - 1, max(left, trigger.first - 14) - 1, -1):
        if scene.groups[at] & {"after-fact", "time-word", "background"}:
            return None
        if at in scene.verbs:
            return at if scene.groups[at] & carriers else None
    return None

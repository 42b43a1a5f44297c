"""Who acts and who is acted upon: roles from the order of words, prepositions, and chains of nouns.

Goes in: a `Scene` and one of its triggers. Comes out: `Role`s. Verb, subject, object and subject, verb, object are both
read; a verb without a subject of its own takes the one who acted last (`carried`).
"""

from __future__ import annotations

from riwaya.annotate.event_company import (
    belonging_to,
    bodies_of,
    joined_after,
    listed_after,
    members_of,
    of_somebody,
    owns_an_office,
)
from riwaya.annotate.event_neighbours import Carried, role_of
from riwaya.annotate.event_noun_roles import roles_of_noun
from riwaya.annotate.event_scene import AGENT, Scene, Standing
from riwaya.annotate.event_triggers import Trigger
from riwaya.annotate.event_verb_roles import roles_of_verb
from riwaya.model import Role, Span
from riwaya.text.fold import fold

__all__ = ["roles_of"]

#: Prepositions that set a place beside an event, not as one who takes part.
_NOT_OF_PLACES = ("ب", "ل", "من", "لد" + "ي")


def roles_of(scene: Scene, trigger: Trigger, carried: Carried) -> tuple[Role, ...]:
    """Give the roles of one trigger's event."""
    left, right = scene.clause(trigger)
    found: list[Role] = []
    if trigger.verbal:
        roles_of_verb(scene, trigger, trigger.first, left, right, carried, found)
    else:
        roles_of_noun(scene, trigger, left, right, carried, found)
    _by_preposition(scene, trigger, left, right, found)
    found += listed_after(scene, trigger)
    found += belonging_to(scene, trigger, left, right)
    found += members_of(scene, trigger, left, right)
    found += bodies_of(scene, found, trigger.type.towns_act)
    return _each_once(found)


def _by_preposition(scene: Scene, trigger: Trigger, left: int, right: int, found: list[Role]) -> None:
    """Add the names that a preposition brings in after the trigger, as the type's table of roles says."""
    table = {fold(word): role for word, role in trigger.type.roles} | {AGENT: "actor"}
    last: Role | None = None
    before: Standing | None = None
    passed = ""
    begin = max(trigger.last, (trigger.partner or 0) + 1) if trigger.partner is None else trigger.first + 1
    for standing in scene.outer_in(begin, right):
        governor, passed = passed or scene.governor(standing, begin), ""
        if of_somebody(scene, standing) and "preposition" not in scene.groups[standing.first - 1]:
            continue
        if governor and owns_an_office(scene, standing, right):
            passed = governor
            continue
        if last and before and _goes_on(scene, before, standing, governor, among=last.role == "participant"):
            found.append(
                role_of(last.role, standing, "joined by and" if governor == "و" else "goes on with the one before")
            )
            before = standing
            continue
        role = table.get(governor)
        to_place = governor == "ل" and trigger.type.to_places
        if role and (standing.mention.type != "PLACE" or governor not in _NOT_OF_PLACES or to_place):
            last, before = role_of(role, standing, f"brought by {governor}"), standing
            found.append(last)
        elif governor:
            last = None


def _goes_on(scene: Scene, before: Standing, standing: Standing, governor: str, *, among: bool) -> bool:
    """Tell whether a name goes on with the one before it: joined by "and", or set behind a comma between two parties."""
    if standing.mention.type != before.mention.type:
        return False
    if joined_after(scene, before, standing):
        return True
    commas = all(scene.words[at].is_punctuation for at in range(before.last, standing.first))
    return among and governor == "" and commas and before.last < standing.first


def _each_once(found: list[Role]) -> tuple[Role, ...]:
    """Leave out roles without a name for the role and repeated words, first given first kept."""
    out: dict[Span, Role] = {}
    for role in found:
        if role.role in ("actor", "recipient", "participant"):
            out.setdefault(role.span, role)
    return tuple(out.values())

"""Reports of events in one sentence: each trigger read, and triggers that tell of one event joined.

Goes in: a scene, who acted last, the document's times, amounts and claims. Comes out: `Draft`s, which the page as a
whole
then confirms, resolves or drops (`event_pages`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.annotate.event_neighbours import Carried
from riwaya.annotate.event_roles import roles_of
from riwaya.annotate.event_scene import Scene
from riwaya.annotate.event_status import status_of
from riwaya.annotate.event_times import PAGE_DAY, when_of
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Amount, Mention, Role, Time
from riwaya.text.fold import fold

__all__ = ["Draft", "drafts_of"]

#: How far a place may stand after the trigger with nothing between that governs it.
_CHAIN = 4
_STATUS_RANK = {"denied": 0, "cancelled": 1, "planned": 2, "ongoing": 3, "happened": 4}


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """One event of one sentence before the page has spoken; `also` are the triggers joined to it."""

    scene: Scene
    trigger: Trigger
    status: str
    status_why: str
    roles: tuple[Role, ...]
    when: str | None
    when_why: str
    times: tuple[Time, ...]
    places: tuple[Mention, ...]
    amounts: tuple[Amount, ...]
    also: tuple[Trigger, ...] = ()

    @property
    def type(self) -> str:
        return self.trigger.type.type

    @property
    def mode(self) -> str | None:
        for trigger in (self.trigger, *self.also):
            if trigger.family.mode:
                return trigger.family.mode
        return None

    def names(self) -> frozenset[str]:
        """Give the folded names of those who take part."""
        text = self.scene.doc.text
        return frozenset(fold(r.mention.name.of(text)) for r in self.roles if r.mention and r.mention.type != "PLACE")

    def is_rich(self) -> bool:
        """Tell whether anything but the trigger tells which event it is."""
        return bool(any(r.mention for r in self.roles) or self.places or self.times)


def drafts_of(
    scene: Scene, carried: Carried, times: tuple[Time, ...], amounts: tuple[Amount, ...], *, lead: bool
) -> list[Draft]:
    """Give the drafts of a sentence, those of one event joined."""
    drafts: list[Draft] = []
    statuses = {t: status_of(scene, t) for t in scene.triggers if not _inside_name(scene, t)}
    for trigger, (status, why) in statuses.items():
        if status is None:
            continue
        when, when_why, near = when_of(scene, trigger, {t: s for t, (s, _) in statuses.items()}, times, lead=lead)
        left, right = scene.clause(trigger)
        clause = scene.span_of(left, right)
        roles = roles_of(scene, trigger, _carried_at(scene, trigger, left, drafts, carried))
        drafts.append(
            Draft(scene, trigger, status, why, roles, when, when_why, near,
                  _places(scene, trigger, left, right), tuple(a for a in amounts if clause.holds(a.number)))
        )  # fmt: skip
    return _joined(drafts)


def _carried_at(scene: Scene, trigger: Trigger, left: int, drafts: list[Draft], carried: Carried) -> Carried:
    """Give who a missing subject is at a trigger: who acted before in the sentence, or was last named before its
    clause."""
    acted = [
        r.mention for d in drafts for r in d.roles if r.role == "actor" and r.mention and r.mention.type == "PERSON"
    ]
    named = [s.mention for s in scene.standing_in(0, left) if s.mention.type == "PERSON"]
    if trigger.first in scene.joined_verbs:
        bare = scene.outer_in(left, trigger.first)
        named += [s.mention for s in bare if s.mention.type == "PERSON" and scene.governor(s, left) == ""]
    body = _body_before(scene, trigger)
    if acted:
        return Carried(
            acted[-1], next((m for m in reversed(named) if m is not acted[-1]), carried.actor), body, acted[-1]
        )
    if named:
        return Carried(named[-1], named[-2] if len(named) > 1 else carried.actor, body)
    return replace(carried, body=body)


def _body_before(scene: Scene, trigger: Trigger) -> Mention | None:
    """Give the one body named before a trigger without a preposition: it acts or speaks in the sentence."""
    bodies = [s for s in scene.standing_in(0, trigger.first) if s.mention.type == "ORGANIZATION"
              and scene.governor(s, 0) == ""]  # fmt: skip
    return bodies[0].mention if len(bodies) == 1 else None


def _inside_name(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the trigger is part of a name (the commission of elections, the ministry of defence)."""
    span = scene.span_of(trigger.first, trigger.last)
    return (trigger.kind == "noun" and any(
        s.mention.kind == "name" and s.mention.span.meets(span) for s in scene.standings
    )) or any(title.meets(span) for s in scene.standings for title in s.mention.titles)  # fmt: skip


def _places(scene: Scene, trigger: Trigger, left: int, right: int) -> tuple[Mention, ...]:
    """Give the places that a word of place, the trigger's own genitive or "and" after such a place ties to the
    clause."""
    out: list[Mention] = []
    last = -1
    for standing in scene.standing_in(left, right):
        if standing.mention.type != "PLACE":
            continue
        governor = scene.governor(standing, left)
        genitive = 0 <= standing.first - trigger.last <= _CHAIN and governor == ""
        joined = governor == "و" and bool(out) and standing.first - last <= 1
        if governor == "ب" or scene.is_place_word(governor) or genitive or joined:
            out.append(standing.mention)
            last = standing.last
    return tuple(out)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Join drafts of one type that tell of one event: the same people, or one of them names nobody."""
    out: list[Draft] = []
    for draft in drafts:
        for at, other in enumerate(out):
            if other.type == draft.type and _one_event(other, draft):
                out[at] = _join(other, draft)
                break
        else:
            out.append(draft)
    return out


def _one_event(one: Draft, other: Draft) -> bool:
    if {one.status, other.status} & {"cancelled", "denied"} and one.status != other.status:
        return False
    if one.when and other.when and one.when != other.when and PAGE_DAY not in (one.when_why, other.when_why):
        return False
    if not one.trigger.type.modes_meet(one.mode, other.mode):
        return False
    mine, theirs = one.names(), other.names()
    return not mine or not theirs or (bool(mine & theirs) and (mine <= theirs or theirs <= mine))


def _join(one: Draft, other: Draft) -> Draft:
    """Give one draft of two: the verb's status and time first, everything else together."""
    first, second = (one, other) if one.trigger.verbal or not other.trigger.verbal else (other, one)
    explicit = next((d for d in (first, second) if d.when and d.when_why != PAGE_DAY), first if first.when else second)
    spans = {role.span for role in first.roles}
    return replace(
        first,
        status=max(first.status, second.status, key=lambda s: -_STATUS_RANK[s]) if first.trigger.verbal is second.trigger.verbal
        else first.status,
        roles=first.roles + tuple(role for role in second.roles if role.span not in spans),
        when=explicit.when, when_why=explicit.when_why,
        times=tuple(dict.fromkeys(first.times + second.times)),
        places=tuple(dict.fromkeys(first.places + second.places)),
        amounts=tuple(dict.fromkeys(first.amounts + second.amounts)),
        also=(*first.also, second.trigger, *second.also),
    )  # fmt: skip

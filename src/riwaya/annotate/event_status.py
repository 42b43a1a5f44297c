"""How real an event is: happened, ongoing, planned, cancelled, denied, or only spoken of (None: no event).

Goes in: a `Scene` and a trigger. Comes out: the status and the reason.
"""

from __future__ import annotations

from riwaya.annotate.event_scene import Scene
from riwaya.annotate.event_triggers import Trigger

__all__ = ["status_of"]

#: Letters that a verb in the present begins with.
_PRESENT = ("ي", "ت", "ن")
_NEAR = 3  # words between a negation or a doubt and what it bears on
_FAR = 9  # words between a verb of planning, denying, asking and the action


def status_of(scene: Scene, trigger: Trigger) -> tuple[str | None, str]:
    """Give the status of a trigger's event and why; None where the words tell of no event.

    A verb in the present that tells a title's news has happened; in the body it goes on.
    """
    left, _ = scene.clause(trigger)
    before = [scene.groups[at] for at in range(max(0, trigger.first - _NEAR), trigger.first)]
    far = _far_groups(scene, trigger, left)
    if _negated(scene, trigger):
        return None, "negated"
    if scene.words[-1].form == "؟":
        return None, "asked"
    if "deny" in far:
        return "denied", "under a verb of denying"
    if any("unreal" in groups for groups in before):
        return None, "only spoken of"
    if any("doubt" in scene.groups[at] for at in range(max(left - 1, trigger.first - _FAR, 0), trigger.first)) and not (
        trigger.form.definite or trigger.kind == "past"
    ):
        return None, "a question, a condition or a possibility"
    if (
        trigger.kind == "noun"
        and trigger.proclitic.endswith("ل")
        and not trigger.form.definite
        and not _carried(scene, trigger)
    ):
        return None, "a purpose"
    if trigger.verbal:
        return _of_verb(scene, trigger, far)
    previous: frozenset[str] = scene.groups[trigger.first - 1] if trigger.first else frozenset()
    if "after-fact" in previous:
        return trigger.family.status or "happened", "after a word of time"
    if (wished := _wished(scene, trigger)) is not None:
        return ("planned", "under a word of planning") if "plan" in far | wished else (None, "wished for or spoken of")
    called = bool(previous & {"towards", "call-for"}) or trigger.proclitic.endswith(("ل", "ب"))
    return _of_noun(trigger, far, before, called=called)


def _wished(scene: Scene, trigger: Trigger) -> frozenset[str] | None:
    """Give the groups before a carrying verb in the present under "that" (`يتوقع أن يقوم … برفع`); None: no such verb."""
    for at in range(trigger.first - 1, max(0, trigger.first - _FAR), -1):
        if at in scene.verbs:
            present = scene.groups[at] & {"perform", "occur"} and scene.words[at].form[0] in _PRESENT
            if not present or "that" not in scene.groups[at - 1]:
                return None
            return frozenset().union(*(scene.groups[i] for i in range(max(0, at - 5), at)))
        if "opener" in scene.groups[at] or scene.words[at].form in ".؛":
            return None
    return None


def _of_verb(scene: Scene, trigger: Trigger, far: frozenset[str]) -> tuple[str | None, str]:
    at = trigger.first
    previous: frozenset[str] = scene.groups[at - 1] if at else frozenset()
    if trigger.proclitic.endswith("س") or "will" in previous:
        return "planned", "future"
    if trigger.kind == "past":
        return trigger.family.status or "happened", "past"
    if at and "may" in scene.groups[at - 1]:
        return None, "may be"
    if "that" in previous:
        if at > 1 and "time-word" in scene.groups[at - 2]:
            return "happened", "after a word of time"
        return ("planned", "under a word of planning") if "plan" in far else (None, "wished for or spoken of")
    if trigger.proclitic.endswith("ل"):
        return "happened", "follows from what went before"
    if "plan" in far:
        return "planned", "under a word of planning"
    if trigger.family.status:
        return trigger.family.status, "by its meaning"
    return ("happened", "present of a title") if scene.title else ("ongoing", "present")


def _of_noun(
    trigger: Trigger, far: frozenset[str], before: list[frozenset[str]], *, called: bool
) -> tuple[str | None, str]:
    if any("cancel" in groups for groups in before) or "cancel" in far:
        return "cancelled", "called off"
    if trigger.family.status:
        return trigger.family.status, "by its meaning"
    if "plan" in far:
        return "planned", "under a word of planning"
    if "call-for" in far and (called or not trigger.form.definite):
        return (trigger.type.called or None), "called for"
    if "continue" in far:
        return "ongoing", "goes on"
    return "happened", "named as a fact"


def _negated(scene: Scene, trigger: Trigger) -> bool:
    places = [*range(max(0, trigger.first - (1 if trigger.verbal else 2)), trigger.first)]
    if not trigger.verbal:
        carrying = [at for at in range(max(1, trigger.first - _FAR), trigger.first) if at in scene.verbs]
        if carrying and scene.groups[carrying[-1]] & {"perform", "occur", "suffers"}:
            places.append(carrying[-1] - 1)
    return any("negation" in scene.groups[at] and not scene.groups[at] & {"continue"} for at in places)


def _carried(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb of performing or happening stands just before (was exposed to an attack)."""
    places = range(max(0, trigger.first - 6), trigger.first)
    return any(at in scene.verbs and scene.groups[at] & {"perform", "occur", "call-for", "suffers"} for at in places)


def _far_groups(scene: Scene, trigger: Trigger, left: int) -> frozenset[str]:
    """Give the groups of verbs and words that govern the trigger from further off, through "that" where need be."""
    found: set[str] = set()
    floor = max(0, trigger.first - _FAR)
    for at in range(trigger.first - 1, floor - 1, -1):
        if scene.words[at].form in ".؛؟!" or "relative" in scene.groups[at]:
            break
        found |= scene.groups[at] & {"plan", "deny", "cancel", "call-for", "continue"}
        if at in scene.verbs and not scene.groups[at] & {"perform", "occur", "begin"}:
            break
        if at < left and "opener" in scene.groups[at] and "that" not in scene.groups[at]:
            break
    for at in range(trigger.last, min(len(scene.words), trigger.last + 4)):
        if (
            (at in scene.verbs and trigger.verbal)
            or scene.words[at].is_punctuation
            or "preposition" in scene.groups[at]
        ):
            break
        if "continue" in scene.groups[at]:
            found.add("continue")
        if "plan" in scene.groups[at] and trigger.kind != "past":
            found.add("plan")
    return frozenset(found)

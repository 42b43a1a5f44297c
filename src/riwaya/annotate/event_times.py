"""When an event was: the time expression that fits it best, and the reason.

Goes in: a scene, a trigger with its status, the document's times. Comes out: an EDTF value or None, the reason, and the
expressions that stand in the clause. Never a silent guess: the day of publication is taken only for news told as news,
and the reason says so.
"""

from __future__ import annotations

import re

from riwaya.annotate.event_scene import Scene
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Time

__all__ = ["AFTER_NEWS", "PAGE_DAY", "when_of"]

PAGE_DAY = "no date in the sentence; told as news on the page's day"
AFTER_NEWS = "no date in the sentence; told further down as news"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Letters a time is pushed away by when it stands with another trigger.
_OTHERS = 60
_FINE = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "century": 6}


def when_of(
    scene: Scene, trigger: Trigger, statuses: dict[Trigger, str | None], times: tuple[Time, ...], *, lead: bool
) -> tuple[str | None, str, tuple[Time, ...]]:
    """Give when the event was, why, and the times of its clause; `lead`: the sentence stands where news is told."""
    status = statuses[trigger] or ""
    here = [time for time in times if scene.span.holds(time.span) and time.value and time.grain != "length"]
    left, right = scene.clause(trigger)
    clause = scene.span_of(left, right)
    near = [time for time in here if clause.holds(time.span)]
    fitting = [time for time in near if _fits(time, scene, status)]
    if _after_a_time_word(scene, trigger):
        fitting = [time for time in fitting if _owner(scene, time, statuses) is trigger]
        if not fitting:
            return None, "the sentence's time is another event's", ()
    if fitting:
        best = min(fitting, key=lambda t: (_cost(scene, trigger, t, statuses), _FINE.get(t.grain, 9)))
        return best.value, "the nearest time in its clause", tuple(near)
    free = [time for time in here if _fits(time, scene, status) and not _taken(scene, trigger, time)]
    if free:
        best = min(free, key=lambda t: (_distance(scene, trigger, t), _FINE.get(t.grain, 9)))
        return best.value, "the nearest time in its sentence", (best,)
    if here or status not in ("happened", "ongoing"):
        return None, "no time that fits stands in the sentence", ()
    if not _is_news(scene, trigger):
        return None, "told as what had been before, without a date", ()
    published = (scene.doc.published or "").rstrip("?")
    return (published, PAGE_DAY, ()) if lead and _DAY.fullmatch(published) else (None, AFTER_NEWS, ())


def _fits(time: Time, scene: Scene, status: str) -> bool:
    """Tell whether a time agrees with the status: what happened is not after the page's day."""
    published = (scene.doc.published or "").split("/")[-1].rstrip("?")
    start = (time.value or "").lstrip("/.").split("/")[0].rstrip("~?%")
    if not (published and start[:4].isdigit()):
        return True
    if (time.value or "").startswith("../"):
        return status == "planned"
    if status == "happened":
        return start <= published[: len(start)]
    return status != "planned" or start >= published[: len(start)] or time.grain not in ("day", "week")


def _after_a_time_word(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun stands after "after", "before", "since": then the time of the sentence is not its own."""
    before = scene.groups[max(0, trigger.first - 2) : trigger.first]
    return not trigger.verbal and any("time-word" in groups for groups in before)


def _owner(scene: Scene, time: Time, statuses: dict[Trigger, str | None]) -> Trigger | None:
    """Give the trigger that a time stands with: the last one before it, else the first after it."""
    before = [t for t in statuses if scene.words[t.first].span.start < time.span.start]
    return before[-1] if before else next(iter(statuses), None)


def _cost(scene: Scene, trigger: Trigger, time: Time, statuses: dict[Trigger, str | None]) -> int:
    """Give how far a time is from a trigger; another trigger's time costs more, most if that has another status."""
    cost, owner = _distance(scene, trigger, time), _owner(scene, time, statuses)
    if owner is None or owner is trigger:
        return cost
    return cost + _OTHERS + (_OTHERS * 4 if statuses[owner] != statuses[trigger] else 0)


def _distance(scene: Scene, trigger: Trigger, time: Time) -> int:
    place = scene.words[trigger.first].span.start
    return min(abs(time.span.start - place), abs(time.span.end - place))


def _taken(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """Tell whether another verb of the sentence stands nearer to the time, with no clause border between them."""
    for other in scene.triggers:
        if other is not trigger and other.verbal and _distance(scene, other, time) < _distance(scene, trigger, time):
            left, right = scene.clause(other)
            if scene.span_of(left, right).holds(time.span):
                return True
    return False


def _is_news(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the trigger's clause is told as fresh: no "had been" before its verb, and a verb or a title."""
    before = scene.groups[max(0, trigger.first - 3) : trigger.first]
    return not any("had-been" in groups for groups in before)

"""Who takes part beside subject and object: those listed ("among them"), the body that something or somebody belongs to,
those joined by "and" behind an office, and what a pronoun of two stands for.

Goes in: a `Scene`, a trigger and the roles already found. Comes out: further `Role`s, each with its reason.
"""

from __future__ import annotations

from riwaya.annotate.event_scene import Scene, Standing
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Role

__all__ = [
    "belonging_to",
    "bodies_of",
    "body_before",
    "joined_after",
    "joined_before",
    "listed_after",
    "members_of",
    "of_somebody",
    "owns_an_office",
]

#: Words between a word like "among them" and the first one listed (an office, a nationality).
_TO_FIRST = 9
#: Words between two that are joined by "and": an office with its country before the name.
_TO_NEXT = 8
#: Words between a word of belonging and the body.
_TO_BODY = 4
#: Words between a noun of members and their body.
_TO_MEMBERS = 3
_COMMAS = "،,"


def joined_after(scene: Scene, one: Standing, standing: Standing) -> bool:
    """Tell whether a name is joined to an earlier one by "and", an office between (`X وأمير البلد Y`)."""
    if standing.joined[:1] in ("و", "ف") and standing.joined:
        return standing.first - one.last <= 1 or _only_quiet(scene, one.last, standing.first)
    name = next((at for at in range(standing.first, standing.last)
                 if scene.words[at].span.end > standing.mention.name.start), standing.first)  # fmt: skip
    between = range(one.last, name)
    start = next((at for at in between if not scene.words[at].is_punctuation), name)
    opened = start < name and scene.words[start].form[0] == "و" and len(scene.words[start].form) > 2
    return opened and _only_quiet(scene, start, name)


def _only_quiet(scene: Scene, first: int, last: int) -> bool:
    """Tell whether nothing but nouns and adjectives stands between two names."""
    return last - first <= _TO_NEXT and not any(
        at in scene.verbs
        or scene.groups[at] & {"preposition", "opener", "relative"}
        or (scene.words[at].is_punctuation and scene.words[at].form not in "،,\"'()«»")
        for at in range(first, last)
    )


def joined_before(scene: Scene, one: Standing, left: int) -> list[Standing]:
    """Give the names of the same kind that "and" ties together in front of a name (`سامي ورامي ناقشا`), last first."""
    out = []
    for standing in reversed(scene.standing_in(left, one.first)):
        if standing.mention.type != one.mention.type or not joined_after(scene, standing, one):
            break
        out.append(standing)
        one = standing
    return out


def listed_after(scene: Scene, trigger: Trigger) -> list[Role]:
    """Give those whom words like "among them" list after the trigger, before any other trigger."""
    role = trigger.type.listed
    if not role:
        return []
    later = [t.first for t in scene.triggers if t.first > trigger.first and t.type.listed]
    end = min(later, default=len(scene.words))
    for at in range(trigger.last, end):
        if "among-them" in scene.groups[at]:
            return [Role(role, s.mention.span, s.mention, "listed among them") for s in _list(scene, at, end)]
    return []


def _list(scene: Scene, at: int, end: int) -> list[Standing]:
    """Give the names of a list that begins after a word: the first, then every one joined on."""
    names = [s for s in scene.outer_in(at + 1, end) if s.mention.type in ("PERSON", "ORGANIZATION")]
    names = [s for s in names if s.mention.type == names[0].mention.type]
    if not names or names[0].first - at > _TO_FIRST or any(a in scene.verbs for a in range(at + 2, names[0].first)):
        return []
    out = names[:1]
    for standing in names[1:]:
        between = range(out[-1].last, standing.first)
        comma = (
            bool(between) and scene.words[between[0]].form in _COMMAS and _only_quiet(scene, between[0], between[-1])
        )
        if not joined_after(scene, out[-1], standing) and not comma:
            break
        out.append(standing)
    return out


def belonging_to(scene: Scene, trigger: Trigger, left: int, right: int) -> list[Role]:
    """Give the bodies that a thing or a group in the trigger's clause belongs to (`طائرة تابعة للشركة`)."""
    role = trigger.type.owner
    if not role:
        return []
    out = []
    for at in range(left, min(right + _TO_BODY, len(scene.words))):
        if "belongs" in scene.groups[at] and (at < right or not _other_trigger(scene, trigger, at)):
            bodies = [s for s in scene.standing_in(at + 1, at + 2 + _TO_BODY) if s.mention.type == "ORGANIZATION"]
            out += [Role(role, s.mention.span, s.mention, "what it belongs to") for s in bodies[:1]]
    return out


def _other_trigger(scene: Scene, trigger: Trigger, at: int) -> bool:
    return any(trigger.first < other.first < at for other in scene.triggers)


def members_of(scene: Scene, trigger: Trigger, left: int, right: int) -> list[Role]:
    """Give the bodies whose members suffer (`عشرة من أعضاء الجبهة`, `عناصر من الشرطة`) in the trigger's sentence."""
    if trigger.type.listed != "recipient":
        return []
    left = left if trigger.type.stands_for else trigger.last
    out = []
    for at in range(left, right):
        if "members" not in scene.groups[at]:
            continue
        for standing in scene.standing_in(at + 1, at + 2 + _TO_MEMBERS)[:1]:
            tied = scene.governor(standing, at) in ("", "من", "في", "ل", "ب")
            if standing.mention.type == "ORGANIZATION" and tied:
                out.append(Role("recipient", standing.mention.span, standing.mention, "whose members suffer"))
    return out


def owns_an_office(scene: Scene, standing: Standing, right: int) -> bool:
    """Tell whether a name only says whose man the next one is (`وكيل أعمال سامي، رامي حداد`)."""
    at = standing.first - 1
    if standing.mention.type != "PERSON" or standing.joined or at < 0 or "preposition" in scene.groups[at]:
        return False
    after = scene.outer_in(standing.last, right)
    commas = after and all(scene.words[i].form in _COMMAS for i in range(standing.last, after[0].first))
    return bool(commas and after[0].first > standing.last and after[0].mention.type == "PERSON")


def bodies_of(scene: Scene, found: list[Role], states: bool) -> list[Role]:
    """Give the bodies of the groups without a name that act or suffer (`مسلحون من التنظيم`, `مقر الشركة`)."""
    out = []
    for role in found:
        if role.mention is not None:
            continue
        first = next((at for at, word in enumerate(scene.words) if word.span.start >= role.span.start), 0)
        last = next((at for at in range(first, len(scene.words)) if scene.words[at].span.end >= role.span.end), first)
        for standing in scene.outer_in(first + 1, last + 2 + _TO_MEMBERS)[:1]:
            body = standing.mention.type == "ORGANIZATION" and standing.first - last <= _TO_MEMBERS - 1
            tied = scene.governor(standing, first) in ("", "من", "ل", "ب") and not standing.joined.startswith("و")
            if body and tied and not any(at in scene.verbs for at in range(first, standing.first)):
                out.append(Role(role.role, standing.mention.span, standing.mention, "the body of a group"))
    return out


def body_before(scene: Scene, verb: int, left: int) -> Standing | None:
    """Give the body whose people act before a verb (`حلفاء للتنظيم قد شنوا`, `مسلحون من التنظيم هاجموا`)."""
    for standing in reversed(scene.outer_in(left, verb)):
        near = range(max(left, standing.first - _TO_MEMBERS), standing.first)
        people = any(scene.groups[at] & {"members", "person-noun", "belongs"} for at in near)
        between = range(standing.last, verb)
        clear = (
            not any(at in scene.verbs or "preposition" in scene.groups[at] for at in between)
            and len(between) <= _TO_MEMBERS
        )
        tied = scene.governor(standing, left) in ("من", "ل", "ب")
        return standing if standing.mention.type == "ORGANIZATION" and people and clear and tied else None
    return None


def of_somebody(scene: Scene, standing: Standing) -> bool:
    """Tell whether a person's name only says whose the people or the body before it are (`معارضو سامي`)."""
    return (
        standing.mention.type == "PERSON"
        and standing.first > 0
        and not standing.joined
        and "somebodys" in scene.groups[standing.first - 1]
    )

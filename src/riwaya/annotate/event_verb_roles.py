"""The roles of a verb's event: its subject and object, by their order, by agreement, or carried from before.

Goes in: a `Scene`, a trigger that is a verb, and who acted before. Comes out: `Role`s, added to those found.
"""

from __future__ import annotations

from riwaya.annotate.event_company import joined_before
from riwaya.annotate.event_neighbours import (
    Carried,
    antecedent_of,
    bare_after,
    bare_before,
    both_named,
    ends_group,
    first_word,
    object_role,
    past_joined,
    role_of,
    subject_role,
)
from riwaya.annotate.event_scene import Scene, Standing
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Mention, Role, Span
from riwaya.text.fold import fold

__all__ = ["roles_of_verb"]

#: How far a subject may stand before or after its verb.
_SUBJECT_REACH = 6
#: How many words a group without a name may have.
_GROUP_WORDS = 5


def roles_of_verb(
    scene: Scene, trigger: Trigger, verb: int, left: int, right: int, carried: Carried, found: list[Role]
) -> None:
    """Add subject and object of a verb: those before it first, then those after it, in order."""
    subject = None if verb in scene.joined_verbs else bare_before(scene, verb, left, towns=trigger.type.towns_act)
    begin = trigger.last if verb == trigger.first and trigger.partner is None else verb + 1
    after = bare_after(scene, begin, right)
    why = "before its verb"
    if subject is None and (relative := antecedent_of(scene, left)):
        subject, why = relative, "the noun of its relative clause"
    if after and first_word(scene, after[0]) - verb > _SUBJECT_REACH + 4:
        after = []
    latter = _named_last(scene, verb, carried) if "the-latter" in scene.groups[min(verb + 1, right - 1)] else None
    hit = _strikes_first(scene, trigger, after)
    if latter is None and subject is None and after and not hit and not _only_object(trigger, after[0]):
        subject, why = after.pop(0), "after its verb"
        after = past_joined(scene, subject, after, found, subject_role(trigger))
    if subject is not None and why == "after its verb" and not after and _elided(scene, trigger, subject, carried):
        assert carried.here
        after, subject, why = (
            [subject],
            _standing_of(scene, carried.here),
            "goes on with who acted before in the sentence",
        )
    both = both_named(scene, verb, right, carried)
    if both:
        found += [Role("actor", mention.span, mention, "one of the two named before") for mention in both]
    elif latter is not None:
        found.append(Role(subject_role(trigger), latter.span, latter, "the last one named before"))
    elif subject is not None:
        acts = trigger.family.bodies_act and isinstance(subject, Standing) and subject.mention.type == "ORGANIZATION"
        found.append(role_of("actor" if acts else subject_role(trigger), subject, why))
        if why == "before its verb" and isinstance(subject, Standing):
            others = joined_before(scene, subject, left)
            found += [role_of(subject_role(trigger), one, "joined by and") for one in others]
    elif not hit and (group := _plain_subject(scene, trigger, right)) is not None:
        found.append(Role(subject_role(trigger), group, None, "the words after its verb"))
    elif carried.body and verb in scene.joined_verbs and trigger.form.feminine and subject_role(trigger) == "actor":
        found.append(Role("actor", carried.body.span, carried.body, "the body that acts before it in the sentence"))
    elif _may_carry(scene, trigger, left, carried):
        assert carried.actor
        found.append(Role(subject_role(trigger), carried.actor.span, carried.actor, "carried from the sentence before"))
    if trigger.form.pronoun and verb == trigger.first:
        taken = {fold(r.mention.name.of(scene.doc.text)) for r in found if r.mention}
        for mention in (carried.actor, carried.other):
            if mention and fold(mention.name.of(scene.doc.text)) not in taken:
                found.append(Role(object_role(trigger), mention.span, mention, "the pronoun of its verb"))
                break
    elif after:
        found.append(role_of(object_role(trigger), after[0], "object of its verb"))
        past_joined(scene, after[0], after[1:], found, object_role(trigger))


def _elided(scene: Scene, trigger: Trigger, one: Standing | Span, carried: Carried) -> bool:
    """Tell whether the one name after a verb is its object, its subject having acted before in the sentence (`زار … حيث
    التقى سامي`)."""
    if not isinstance(one, Standing) or one.mention.type != "PERSON" or trigger.type.type != "CONSULT":
        return False
    goes_on = trigger.first in scene.joined_verbs or "where" in scene.groups[max(trigger.first - 1, 0)]
    text = scene.doc.text
    here = carried.here
    different = here is not None and fold(here.name.of(text)) != fold(one.mention.name.of(text))
    return goes_on and different


def _standing_of(scene: Scene, mention: Mention) -> Standing | None:
    return next((s for s in scene.standings if s.mention is mention), None)


def _strikes_first(scene: Scene, trigger: Trigger, after: list[Standing | Span]) -> bool:
    """Tell whether the first bare words after a verb are what it strikes: by its family, or the genitive of its idiom
    (`أمر بسجن سامي`)."""
    if not after:
        return False
    first = first_word(scene, after[0])
    people = bool(scene.groups[first] & {"person-noun", "members"}) and trigger.first not in scene.joined_verbs
    behind = trigger.partner is not None and 0 < first - trigger.partner <= 2
    owned = behind and scene.words[first - 1].form[0] == "ب" and "preposition" not in scene.groups[first - 1]
    return owned or (trigger.family.object_first and not people)


def _named_last(scene: Scene, verb: int, carried: Carried) -> Mention | None:
    """Give whom "the latter" stands for: the last person named before the verb, else who acted before."""
    people = [s.mention for s in scene.standing_in(0, verb) if s.mention.type == "PERSON"]
    return people[-1] if people else carried.actor


def _may_carry(scene: Scene, trigger: Trigger, left: int, carried: Carried) -> bool:
    """Tell whether a verb without a subject goes on with the one who acted last: it opens its clause, and one man
    acts."""
    if not trigger.type.carries and trigger.first not in scene.joined_verbs:
        return False
    if carried.actor is None or trigger.form.plural or trigger.form.feminine or trigger.type.stands_for:
        return False
    opens = trigger.first - left <= 1 or trigger.first in scene.joined_verbs
    return opens and subject_role(trigger) == "actor" and not ("relative" in scene.groups[left - 1] if left else False)


def _plain_subject(scene: Scene, trigger: Trigger, right: int) -> Span | None:
    """Give the words right after a verb that are its subject by place and gender, where they are no name."""
    at = trigger.first + 1
    if at >= right or trigger.form.pronoun or at in scene.verbs or ends_group(scene, at) or trigger.partner == at:
        return None
    if any(s.first == at and s.mention.type == "PLACE" for s in scene.standings) and not trigger.form.feminine:
        return None
    form = scene.words[at].form
    if (
        at < trigger.last
        or (form[0] in "بل" and form[1:2] != "ل" and len(form) > 4)
        or (form[0].isdigit() and trigger.passive)
    ):
        return None
    if form.endswith("ه") is not trigger.form.feminine and not form.startswith(("ال", "كل")):
        return None
    if form.endswith("ه") and not trigger.form.feminine:
        return None
    end = at + 1
    while end < min(right, at + _GROUP_WORDS) and not ends_group(scene, end) and end != trigger.partner:
        end += 1
    return scene.span_of(at, end)


def _only_object(trigger: Trigger, one: Standing | Span) -> bool:
    """Tell whether a place after a masculine verb must be its object (towns and countries are feminine)."""
    visited = trigger.family.mode == "visit"
    return isinstance(one, Standing) and one.mention.type == "PLACE" and (visited or not trigger.form.feminine)

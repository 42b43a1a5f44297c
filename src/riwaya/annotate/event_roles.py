"""Who acts and who is acted upon: roles from the order of words, prepositions, and chains of nouns.

Goes in: a `Scene` and one of its triggers. Comes out: `Role`s. Verb, subject, object and subject, verb, object are both
read; a verb without a subject of its own takes the one who acted last (`carried`).
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.annotate.event_company import (
    belonging_to,
    bodies_of,
    body_before,
    joined_after,
    joined_before,
    listed_after,
    members_of,
    of_somebody,
    owns_an_office,
)
from riwaya.annotate.event_scene import AGENT, Scene, Standing
from riwaya.annotate.event_triggers import Trigger
from riwaya.model import Mention, Role, Span
from riwaya.text.fold import fold

__all__ = ["Carried", "roles_of"]

#: How far the genitive of a verbal noun may stand from it.
_CHAIN = 4
#: How far a subject may stand before or after its verb.
_SUBJECT_REACH = 6
#: How far the object of a noun with a pronoun may stand from it, offices and places between.
_OBJECT_REACH = 14
#: Prepositions that set a place beside an event, not as one who takes part.
_NOT_OF_PLACES = ("ب", "ل", "من", "لد" + "ي")
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


def roles_of(scene: Scene, trigger: Trigger, carried: Carried) -> tuple[Role, ...]:
    """Give the roles of one trigger's event."""
    left, right = scene.clause(trigger)
    found: list[Role] = []
    if trigger.verbal:
        _of_verb(scene, trigger, trigger.first, left, right, carried, found)
    else:
        _of_noun(scene, trigger, left, right, carried, found)
    _by_preposition(scene, trigger, left, right, found)
    found += listed_after(scene, trigger)
    found += belonging_to(scene, trigger, left, right)
    found += members_of(scene, trigger, left, right)
    found += bodies_of(scene, found, trigger.type.towns_act)
    return _each_once(found)


def _subject_role(trigger: Trigger) -> str:
    if trigger.passive:
        return "recipient"
    return trigger.family.subject or trigger.type.subject


def _object_role(trigger: Trigger) -> str:
    return trigger.family.object_role or trigger.type.object


def _of_verb(
    scene: Scene, trigger: Trigger, verb: int, left: int, right: int, carried: Carried, found: list[Role]
) -> None:
    """Add subject and object of a verb: those before it first, then those after it, in order."""
    subject = None if verb in scene.joined_verbs else _before(scene, verb, left, towns=trigger.type.towns_act)
    begin = trigger.last if verb == trigger.first and trigger.partner is None else verb + 1
    after = _bare_after(scene, begin, right)
    why = "before its verb"
    if subject is None and (relative := _antecedent(scene, left)):
        subject, why = relative, "the noun of its relative clause"
    if after and _first_word(scene, after[0]) - verb > _SUBJECT_REACH + 4:
        after = []
    latter = _named_last(scene, verb, carried) if "the-latter" in scene.groups[min(verb + 1, right - 1)] else None
    hit = _strikes_first(scene, trigger, after)
    if latter is None and subject is None and after and not hit and not _only_object(trigger, after[0]):
        subject, why = after.pop(0), "after its verb"
        after = _past_joined(scene, subject, after, found, _subject_role(trigger))
    if subject is not None and why == "after its verb" and not after and _elided(scene, trigger, subject, carried):
        assert carried.here
        after, subject, why = (
            [subject],
            _standing_of(scene, carried.here),
            "goes on with who acted before in the sentence",
        )
    both = _both_named(scene, verb, right, carried)
    if both:
        found += [Role("actor", mention.span, mention, "one of the two named before") for mention in both]
    elif latter is not None:
        found.append(Role(_subject_role(trigger), latter.span, latter, "the last one named before"))
    elif subject is not None:
        acts = trigger.family.bodies_act and isinstance(subject, Standing) and subject.mention.type == "ORGANIZATION"
        found.append(_role("actor" if acts else _subject_role(trigger), subject, why))
        if why == "before its verb" and isinstance(subject, Standing):
            others = joined_before(scene, subject, left)
            found += [_role(_subject_role(trigger), one, "joined by and") for one in others]
    elif not hit and (group := _plain_subject(scene, trigger, right)) is not None:
        found.append(Role(_subject_role(trigger), group, None, "the words after its verb"))
    elif carried.body and verb in scene.joined_verbs and trigger.form.feminine and _subject_role(trigger) == "actor":
        found.append(Role("actor", carried.body.span, carried.body, "the body that acts before it in the sentence"))
    elif _may_carry(scene, trigger, left, carried):
        assert carried.actor
        found.append(
            Role(_subject_role(trigger), carried.actor.span, carried.actor, "carried from the sentence before")
        )
    if trigger.form.pronoun and verb == trigger.first:
        taken = {fold(r.mention.name.of(scene.doc.text)) for r in found if r.mention}
        for mention in (carried.actor, carried.other):
            if mention and fold(mention.name.of(scene.doc.text)) not in taken:
                found.append(Role(_object_role(trigger), mention.span, mention, "the pronoun of its verb"))
                break
    elif after:
        found.append(_role(_object_role(trigger), after[0], "object of its verb"))
        _past_joined(scene, after[0], after[1:], found, _object_role(trigger))


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


def _both_named(scene: Scene, at: int, right: int, carried: Carried) -> list[Mention]:
    """Give the two people that words like "the two sides" right after a verb or noun stand for."""
    if not any("two-named" in scene.groups[i] for i in range(at + 1, min(at + 2, right))):
        return []
    people = [s.mention for s in scene.outer_in(0, at) if s.mention.type == "PERSON"][-2:]
    if len(people) == 2:
        return people
    return [m for m in (carried.actor, carried.other) if m] if carried.actor and carried.other else []


def _strikes_first(scene: Scene, trigger: Trigger, after: list[Standing | Span]) -> bool:
    """Tell whether the first bare words after a verb are what it strikes: by its family, or the genitive of its idiom
    (`أمر بسجن سامي`)."""
    if not after:
        return False
    first = _first_word(scene, after[0])
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
    return opens and _subject_role(trigger) == "actor" and not ("relative" in scene.groups[left - 1] if left else False)


def _plain_subject(scene: Scene, trigger: Trigger, right: int) -> Span | None:
    """Give the words right after a verb that are its subject by place and gender, where they are no name."""
    at = trigger.first + 1
    if at >= right or trigger.form.pronoun or at in scene.verbs or _ends_group(scene, at) or trigger.partner == at:
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
    while end < min(right, at + _GROUP_WORDS) and not _ends_group(scene, end) and end != trigger.partner:
        end += 1
    return scene.span_of(at, end)


def _only_object(trigger: Trigger, one: Standing | Span) -> bool:
    """Tell whether a place after a masculine verb must be its object (towns and countries are feminine)."""
    visited = trigger.family.mode == "visit"
    return isinstance(one, Standing) and one.mention.type == "PLACE" and (visited or not trigger.form.feminine)


def _past_joined(
    scene: Scene, one: Standing | Span, after: list[Standing | Span], found: list[Role], role: str
) -> list[Standing | Span]:
    """Take names joined by "and" to one into the same role; give the rest."""
    rest = list(after)
    while rest and isinstance(rest[0], Standing) and isinstance(one, Standing) and joined_after(scene, one, rest[0]):
        one = rest.pop(0)
        found.append(_role(role, one, "joined by and"))
    return rest


def _of_noun(scene: Scene, trigger: Trigger, left: int, right: int, carried: Carried, found: list[Role]) -> None:
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
                found.append(_role(genitive, standing, "genitive of its noun"))
        break
    found += [
        Role("actor", m.span, m, "one of the two named before")
        for m in _both_named(scene, trigger.last - 1, right, carried)
    ]
    if trigger.form.pronoun:
        for mention in _owners(scene, trigger, carried):
            found.append(Role(genitive, mention.span, mention, "the pronoun of its noun"))
        if trigger.type.type == "CONSULT" and (met := _met_by_owner(scene, trigger, right)) is not None:
            found.append(_role(_object_role(trigger), met, "object of its noun with a pronoun"))
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
        subject = _before(scene, verb, left, towns=trigger.type.towns_act) or _antecedent(scene, left)
        between = _bare_after(scene, verb + 1, trigger.first)
        subject = subject or (between[0] if between else None)
        if subject is not None:
            role = "recipient" if "suffers" in scene.groups[verb] else _subject_role(trigger)
            found.append(_role(role, subject, "subject of the verb that carries it"))
            if between and between[0] is subject:
                _past_joined(scene, subject, between[1:], found, role)


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
            people = [s for s in _bare_after(scene, at + 1, len(scene.words)) if isinstance(s, Standing)]
            found += [_role("participant", s, "among those it included") for s in people if s.mention.type == "PERSON"]
        if at in scene.verbs and "includes" in scene.groups[at]:
            return


def _who_joined_in(scene: Scene, trigger: Trigger, left: int, found: list[Role]) -> None:
    """Add the force that joined an attack told after it (`الاستعانة بمجموعة … في هجومه`)."""
    for at in range(trigger.first - 1, left - 1, -1):
        if "joins-in" in scene.groups[at]:
            for standing in scene.standing_in(at + 1, trigger.first)[:1]:
                if standing.mention.type != "PLACE" and standing.first - at <= _CHAIN:
                    found.append(_role("participant", standing, "joined in before it"))
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
                _role(last.role, standing, "joined by and" if governor == "و" else "goes on with the one before")
            )
            before = standing
            continue
        role = table.get(governor)
        to_place = governor == "ل" and trigger.type.to_places
        if role and (standing.mention.type != "PLACE" or governor not in _NOT_OF_PLACES or to_place):
            last, before = _role(role, standing, f"brought by {governor}"), standing
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


def _before(scene: Scene, verb: int, left: int, *, towns: bool) -> Standing | Span | None:
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


def _antecedent(scene: Scene, left: int) -> Standing | Span | None:
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


def _bare_after(scene: Scene, first: int, right: int) -> list[Standing | Span]:
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
            while end < min(right, at + _GROUP_WORDS) and not _ends_group(scene, end) and end not in names:
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


def _first_word(scene: Scene, one: Standing | Span) -> int:
    if isinstance(one, Standing):
        return one.first
    return next((at for at, word in enumerate(scene.words) if word.span.start >= one.start), 0)


def _ends_group(scene: Scene, at: int) -> bool:
    return (
        bool(scene.groups[at] & {"preposition", "opener", "relative", "target"})
        or at in scene.verbs
        or scene.words[at].is_punctuation
    )


def _role(role: str, one: Standing | Span, why: str) -> Role:
    if isinstance(one, Standing):
        return Role(role, one.mention.span, one.mention, why)
    return Role(role, one, None, why)


def _each_once(found: list[Role]) -> tuple[Role, ...]:
    """Leave out roles without a name for the role and repeated words, first given first kept."""
    out: dict[Span, Role] = {}
    for role in found:
        if role.role in ("actor", "recipient", "participant"):
            out.setdefault(role.span, role)
    return tuple(out.values())

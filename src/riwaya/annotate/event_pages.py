"""What the page as a whole says of the drafts of its sentences: what casualties came from, which bare nouns mean an
event.

Goes in: the drafts of all sentences in order. Comes out: the drafts that stand, casualties told as part of the
attack or
disaster they came from, and bare mentions ("the visit") kept only where the page tells of such an event more fully.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from riwaya.annotate.event_drafts import Draft
from riwaya.lexicon.event_entries import EventType, event_types
from riwaya.model import Role

__all__ = ["Standing", "settle"]

#: Reports of one type that make it what the page is about.
_MAINLY = 3
#: Sentences (with the title) in which a page says what its news is.
_TOP = 4
#: Groups of verbs that say of a noun that it takes place.
_CARRY = frozenset(("perform", "occur", "begin", "finish", "suffers"))
#: A draft with the type and mode it has on the page, and the rule that gave them.
Standing = tuple[Draft, str, str | None, str]


def settle(sentences: Sequence[list[Draft]]) -> list[Standing]:
    """Give the drafts that are reports of events, with type, mode and rule."""
    told = Counter(
        d.type for drafts in sentences for d in drafts if _tells(d) and not d.trigger.type.stands_for and not _echoes(d)
    )
    sentences = _without_borrowed(sentences, told)
    main = _main_of(sentences[:_TOP])
    plain = Counter(d.type for drafts in sentences for d in drafts if _tells(d) and not d.trigger.family.becomes)
    out: list[Standing] = []
    for drafts in sentences:
        causes = [d for d in drafts if not d.trigger.type.stands_for]
        kept: list[Standing] = [
            _as_told(d, plain)
            for d in causes
            if (_echoes(d) and told[d.type])
            or (not _echoes(d) and (_tells(d) or _again(d, told) or _with_outcome(d, drafts)))
        ]
        for draft in drafts:
            if draft.trigger.type.stands_for:
                _add_outcome(draft, kept, main)
        out += kept
    return out


def _as_told(draft: Draft, plain: Counter[str]) -> Standing:
    """Give a draft with its type, or with the one that its words tell of on this page (`الحادث` on a page of an attack)."""
    other = draft.trigger.family.becomes
    if other and plain[other] and not plain[draft.type] and not draft.also:
        return draft, other, None, f"{other.lower()} of the page: {draft.trigger.family.id}"
    return draft, draft.type, draft.mode, f"{draft.type.lower()}: {draft.trigger.family.id}"


def _echoes(draft: Draft) -> bool:
    return all(trigger.family.echo for trigger in (draft.trigger, *draft.also))


def _with_outcome(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a verb of the sentence tells what an event of this type left behind (`الفيضانات … وخلفت …`)."""
    return any(draft.type in other.trigger.type.stands_for for other in drafts)


def _without_borrowed(sentences: Sequence[list[Draft]], told: Counter[str]) -> Sequence[list[Draft]]:
    """Leave out the types whose words the page's main type borrows, but not those that its first sentences tell of."""
    leading = {d.type for drafts in sentences[:2] for d in drafts}
    for kind in event_types():
        if kind.borrows and told[kind.type] >= _MAINLY and 2 * told[kind.type] >= told.total():
            return [[d for d in drafts if d.type in leading or d.type not in kind.borrows] for drafts in sentences]
    return sentences


def _tells(draft: Draft) -> bool:
    """Tell whether a draft says enough to be an event of its own."""
    if draft.trigger.type.needs_actor and not draft.trigger.verbal and not any(r.role == "actor" for r in draft.roles):
        return draft.trigger.kind == "phrase" and bool(draft.times)
    if (
        draft.trigger.type.plural_is_general
        and draft.trigger.form.plural
        and not draft.trigger.verbal
        and not draft.roles
    ):
        return bool(draft.times)
    if draft.trigger.kind == "present" and not draft.scene.title and draft.status == "ongoing":
        return bool(draft.when or draft.also) or (bool(draft.names()) and not _in_relative(draft))
    if _took_place(draft):
        return True
    if draft.trigger.kind != "noun" or draft.also or draft.scene.title:
        return not draft.trigger.family.weak or draft.is_rich()
    return draft.is_rich()


def _took_place(draft: Draft) -> bool:
    """Tell whether a word says of the noun that it took place (`وقوع هجوم`, `تعرض لهجوم`)."""
    at = draft.trigger.first
    scene = draft.scene
    told = draft.trigger.kind == "noun" and not draft.trigger.family.weak and draft.status in ("happened", "ongoing")
    near = range(max(0, at - 2), at)
    carried = any(i in scene.verbs and scene.groups[i] & _CARRY for i in range(max(0, at - 3), at))
    return told and (carried or any(scene.groups[i] & {"occurrence", "suffers"} for i in near))


def _in_relative(draft: Draft) -> bool:
    left, _ = draft.scene.clause(draft.trigger)
    return left > 0 and "relative" in draft.scene.groups[left - 1]


def _again(draft: Draft, told: Counter[str]) -> bool:
    kind = draft.trigger.type
    general = kind.plural_is_general and draft.trigger.form.plural
    return draft.trigger.form.definite and told[draft.type] > 0 and not kind.needs_actor and not general


def _main_of(sentences: Sequence[list[Draft]]) -> dict[tuple[str, ...], tuple[str, str | None]]:
    """Give, for each set of types that outcomes can come from, the page's main event: the first one told of most."""
    out = {}
    for kind in event_types():
        if not kind.stands_for:
            continue
        counts: Counter[tuple[str, str | None]] = Counter()
        for place, drafts in enumerate(sentences):
            for draft in drafts:
                if draft.type in kind.stands_for and draft.status in ("happened", "ongoing"):
                    counts[draft.type, None] += 3 if place < 2 else 1
        if counts:
            (best, _), _ = counts.most_common(1)[0]
            modes = Counter(d.mode for drafts in sentences for d in drafts if d.type == best and d.mode)
            out[kind.stands_for] = (best, modes.most_common(1)[0][0] if modes else None)
    return out


def _add_outcome(draft: Draft, kept: list[Standing], main: dict[tuple[str, ...], tuple[str, str | None]]) -> None:
    """Tell an outcome as part of the sentence's event, else of the page's, else as what it means by itself."""
    kind: EventType = draft.trigger.type
    for at, (cause, name, mode, rule) in enumerate(kept):
        if name in kind.stands_for:
            spans = {role.span for role in cause.roles}
            roles = cause.roles + tuple(_suffering(role) for role in draft.roles if role.span not in spans)
            amounts = tuple(dict.fromkeys(cause.amounts + draft.amounts))
            kept[at] = (replace(cause, roles=roles, amounts=amounts,
                                places=tuple(dict.fromkeys(cause.places + draft.places)),
                                also=(*cause.also, draft.trigger)), name, mode, rule)  # fmt: skip
            return
    told = draft.trigger.verbal or draft.trigger.form.definite or draft.trigger.form.plural or bool(draft.amounts)
    if kind.stands_for in main and told and not kept and draft.status in ("happened", "ongoing"):
        name, mode = main[kind.stands_for]
        kept.append((draft, name, mode, f"outcome of the page's {name.lower()}: {draft.trigger.family.id}"))
    elif draft.trigger.verbal and not draft.trigger.family.weak and any(r.role == "actor" for r in draft.roles):
        kept.append((draft, kind.stands_for[0], None, f"outcome by somebody's hand: {draft.trigger.family.id}"))


def _suffering(role: Role) -> Role:
    return role

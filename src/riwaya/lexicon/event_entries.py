"""What the files of `data/events` hold: one type of event each, with its families of triggers and its examples.

Goes in: `data/events/*.toml` and `data/event_grammar.toml`. Comes out: `EventType`s and the words of event grammar. No
type of event is named in Python: what a type is, the files say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.errors import LanguageDataError
from riwaya.lexicon.load import data_files, load_entries, read_toml

__all__ = ["EventType", "Family", "RoleExample", "event_type", "event_types"]

_HEADER = {"type", "meaning", "cameo", "acled", "modes", "subject", "object", "genitive", "roles", "stands_for", "family",
           "example", "quad", "called", "together", "needs_actor", "plural_is_general", "borrows", "listed", "owner", "to_places", "towns_act",
           "inner_modes", "carries"}  # fmt: skip
_ROLES = ("actor", "recipient", "participant", "place", "topic", "")


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Triggers of one meaning.

    `verbs` are "past present", `passives` verbs whose subject suffers, `nouns` "singular plural…", `idioms` "verb |
    words
    of which one must follow in the clause", `phrases` fixed words. `object`: one of these must follow within a few
    words;
    `near`: one of these must stand in the sentence; `unless`: none of these may follow at once or stand directly
    before.
    `subject`, `object_role`, `genitive` override the type's roles. `weak`: needs a name, time, place or number
    beside it.
    `status` is the status that the words themselves give. `far`: an idiom's second part may stand
    far off. `echo`: words that only go on with an event the page tells of in others (the demonstrators).
    `object_first`: a bare name after the verb suffers (what struck it is no name). `near_page`: `near` may also stand in
    the page's title or first sentences. `bodies_act`: a body that is a passive's subject acts after all (`أوقفت الشرطة`).
    `follows`: a participle, whose actor is the subject of its sentence.
    `becomes`: the type that these words tell of on a page that tells of it and of nothing else of their own type.
    """

    id: str
    examples: tuple[str, ...]
    mode: str = ""
    verbs: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    subject: str = ""
    object_role: str = ""
    genitive: str = ""
    status: str = ""
    weak: bool = False
    far: bool = False
    echo: bool = False
    object_first: bool = False
    near_page: bool = False
    bodies_act: bool = False
    follows: bool = False
    becomes: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RoleExample:
    """A made-up sentence with what must be read from it; `people`, `organizations`, `places` are its names."""

    id: str
    examples: tuple[str, ...]
    status: str = "happened"
    mode: str = ""
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class EventType:
    """One type of event: its code, meaning, codes elsewhere, roles by place in the sentence, families, examples.

    `roles` are (preposition, role) pairs. A type with `stands_for` is no event of its own: its triggers tell of what came
    of an event of one of those types, the first being what they mean where no such event is named. `called` is the
    status of an event that is only called for ("": no event). `together` are modes that
    can be told of one event. `needs_actor`: words of this type are an event only where somebody is named who does it.
    `plural_is_general`: a bare plural ("the visits") tells of a habit. `borrows`: types whose words mean something else on a
    page that mostly tells of this one (an attack in a match). `listed` is the role of those that words like "among them"
    list, `owner` that of the body a thing in the clause belongs to ("": none). `to_places`: a country or town after
    "to" takes part. `towns_act`: a bare place beside the words is who acts (a state), not where it was.
    `carries`: a verb without a subject goes on with who acted last.
    `inner_modes` tell reports of different events apart but are no modes of the record.
    """

    type: str
    meaning: str
    cameo: tuple[str, ...]
    acled: tuple[str, ...]
    quad: int
    modes: tuple[str, ...]
    subject: str
    object: str
    genitive: str
    roles: tuple[tuple[str, str], ...]
    stands_for: tuple[str, ...]
    called: str
    together: tuple[tuple[str, ...], ...]
    needs_actor: bool
    plural_is_general: bool
    borrows: tuple[str, ...]
    families: tuple[Family, ...]
    examples: tuple[RoleExample, ...]
    listed: str = ""
    owner: str = ""
    to_places: bool = False
    towns_act: bool = True
    inner_modes: tuple[str, ...] = ()
    carries: bool = True

    def modes_meet(self, one: str | None, other: str | None) -> bool:
        """Tell whether reports with these two modes can be of one event; an unknown mode meets every other."""
        return not one or not other or one == other or any(one in many and other in many for many in self.together)


@cache
def event_type(name: str) -> EventType:
    """Give the type of a name.

    Raises:
        KeyError: no file of `data/events` describes it.
    """
    return {kind.type: kind for kind in event_types()}[name]


@cache
def event_types() -> tuple[EventType, ...]:
    """Give every type of event of `data/events`, in the order of their files' names.

    Raises:
        LanguageDataError: a file with an unknown key, a role or a mode that the type does not have.
    """
    return tuple(_read(name) for name in data_files("events"))


def _read(name: str) -> EventType:
    head = read_toml(name)
    if odd := sorted(set(head) - _HEADER):
        raise LanguageDataError(f"data/{name}: unknown key {', '.join(odd)}")
    roles = tuple((word, role) for role, words in head.get("roles", {}).items() for word in words)
    kind = EventType(
        head["type"], head["meaning"], tuple(head.get("cameo", ())), tuple(head.get("acled", ())), head.get("quad", 0),
        tuple(head.get("modes", ())), head.get("subject", "actor"), head.get("object", "recipient"),
        head.get("genitive", "actor"), roles, tuple(head.get("stands_for", ())),
        head.get("called", ""), tuple(tuple(many) for many in head.get("together", ())),
        head.get("needs_actor", False), head.get("plural_is_general", False),
        tuple(head.get("borrows", ())),
        load_entries(name, "family", Family), load_entries(name, "example", RoleExample),
        head.get("listed", ""), head.get("owner", ""), head.get("to_places", False), head.get("towns_act", True),
        tuple(head.get("inner_modes", ())), head.get("carries", True),
    )  # fmt: skip
    _check(name, kind)
    return kind


def _check(name: str, kind: EventType) -> None:
    for family in kind.families:
        where = f"data/{name}: [[family]] {family.id}"
        if family.mode and family.mode not in kind.modes:
            raise LanguageDataError(f"{where}: mode {family.mode}; the type has {', '.join(kind.modes)}")
        if odd := [r for r in (family.subject, family.object_role, family.genitive) if r not in _ROLES]:
            raise LanguageDataError(f"{where}: role {odd[0]}; it may be {', '.join(_ROLES[:-1])}")

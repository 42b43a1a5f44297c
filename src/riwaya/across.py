"""What several documents say: who is who, what happened, which pages are one story, and where they differ.

Mentions of many records become `Entity`s, reports become `Happening`s, documents become `Story`s, and stories hold
`Difference`s; all of it together is `Gathered`, which can be dropped and made again from the records. Every value keeps
its `Evidence`: the document, the span and the words. Like `model`, every type is frozen and imports nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.model import Event, Mention, Span

__all__ = [
    "EDITED",
    "JUDGEMENTS",
    "Cluster",
    "CopyGroup",
    "Difference",
    "Edit",
    "Entity",
    "Evidence",
    "Gathered",
    "Habit",
    "Happening",
    "Judgement",
    "Number",
    "Report",
    "Story",
    "Value",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document: the document's id, the span and the words."""

    document: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization or place that one or more documents mention. `mentions` are (document id, mention).

    `titles` are what outlets call it, with their evidence; `links` hold outside ids ("wikidata", "geonames");
    `coordinates` are WGS 84 latitude and longitude in degrees; `why` lists the reasons for joining its spellings.
    """

    id: str
    type: str
    name: str
    mentions: tuple[tuple[str, Mention], ...]
    name_en: str | None = None
    links: tuple[tuple[str, str], ...] = ()
    titles: tuple[Evidence, ...] = ()
    country: str | None = None
    coordinates: tuple[float, float] | None = None
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """A typed figure a report gives: what is counted ("killed", "price", …), the value and its words."""

    what: str
    value: float | int
    evidence: Evidence
    unit: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What one place in one document says of a happening; entity ids in `who` (id, role) and `where`."""

    document: str
    span: Span
    event: Event
    when: str | None
    who: tuple[tuple[str, str], ...]
    where: tuple[str, ...]
    numbers: tuple[Number, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, told by one or many reports, each of which keeps its own values. `label` is a short Arabic line."""

    id: str
    type: str
    mode: str | None
    label: str
    status: str
    reports: tuple[Report, ...]
    when: str | None
    who: tuple[tuple[str, str], ...]
    where: tuple[str, ...]
    why: tuple[str, ...] = ()


#: What a change between two copies is about, the plainest last.
EDITED = ("headline", "sentence", "credit", "title", "number", "date", "name", "adjective", "words")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change that a copy makes: "added", "cut" or "altered"; `what` (one of EDITED) says what was changed.

    `left` are the words of the page that it was copied from (or laid beside), `right` those of the copy; the side that
    has none is None.
    """

    kind: str
    what: str
    left: Evidence | None
    right: Evidence | None


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Documents that carry the same text. `shared` is the share (0..1) of the shorter text; `original` may be None.

    `why` says how the original is known, `credits` are the agencies that the pages name as where the text comes from,
    `edits` what each page changed against the original (or against the page that shares most).
    """

    documents: tuple[str, ...]
    original: str | None
    shared: float
    passages: tuple[Evidence, ...] = ()
    edits: tuple[Edit, ...] = ()
    credits: tuple[Evidence, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one chain of events; `happenings` are ids in time order. `start` and `end` are EDTF or None.

    `linked` are ids of stories with the same people or happenings at another time (background, sequel), `link_why`
    what each of them is to this one and why.
    """

    id: str
    title: str
    documents: tuple[str, ...]
    happenings: tuple[str, ...]
    start: str | None = None
    end: str | None = None
    copies: tuple[CopyGroup, ...] = ()
    why: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()
    link_why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values of a difference, with the words of each report that gives it."""

    value: str
    reports: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where documents differ about one entity or happening (`about` is its id). At least two values.

    `kind`: title, name, label, number, date, place, source, cause, outcome, omission. `weight` in 0..1 says how much it
    matters, `why` explains the weight.
    """

    id: str
    story: str
    about: str
    kind: str
    values: tuple[Value, ...]
    weight: float
    why: str = ""


#: What a person can say of entities; "right" and "note" change nothing, "undo" takes back what was said of a pair.
JUDGEMENTS = ("same", "not-same", "wrong", "right", "note", "undo")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody says of entities: `left` and `right` are the same, not the same, or `left` is wrong.

    Each is an entity's id or "name|TYPE". "wrong" with a type in `right` gives `left` that type; without, `left` is no
    entity.
    """

    kind: str
    left: str
    right: str | None = None
    author: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything said across documents. Derived: it can be dropped and rebuilt from the records."""

    entities: tuple[Entity, ...] = ()
    happenings: tuple[Happening, ...] = ()
    stories: tuple[Story, ...] = ()
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Keys that belong together and the reasons, as a gathering step reports them."""

    members: tuple[str, ...]
    why: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Habit:
    """How often an outlet chose one way.

    `kind`: "title" (the rank or honour of a person), "label" (one of the words of a slot), "unnamed" (claims that rest
    on nobody named). `about` is the entity's id or the slot, `name` what a reader is told of it. Of `documents` pages (of
    claims, for "unnamed") where the outlet could choose, `count` chose `choice`; `low` and `high` bound the share.
    """

    kind: str
    outlet: str
    about: str
    name: str
    choice: str
    count: int
    documents: int
    low: float
    high: float

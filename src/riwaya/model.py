"""The nouns: what flows through Riwaya. Read this first.

A `Page` (bytes as they came) becomes a `Document` (text cut into blocks); annotators add times, amounts, mentions,
claims and events; together they are a `Record`, which never changes. Across documents, mentions become entities,
reports become happenings, documents become stories, and stories hold differences.

Every type is frozen. Spans are half-open and count Unicode code points of `Document.text`, so `text[start:end]` is
always the evidence. Annotations refer to each other directly. Unknown is None; `why`/`rule` say who wrote a thing.
This module imports nothing of Riwaya.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

__all__ = [
    "JUDGEMENTS",
    "Amount",
    "Block",
    "Claim",
    "Cluster",
    "CopyGroup",
    "Difference",
    "Document",
    "Edit",
    "Entity",
    "Event",
    "Evidence",
    "Gathered",
    "Happening",
    "Judgement",
    "Mention",
    "Number",
    "Outlet",
    "Page",
    "Problem",
    "Record",
    "Report",
    "Role",
    "Source",
    "Span",
    "Story",
    "Time",
    "Value",
    "stable_id",
]  # fmt: skip


def stable_id(prefix: str, *parts: object) -> str:
    """Give the id that these parts always have: a prefix and twelve hexadecimal digits of their SHA-256."""
    text = "\x1f".join(str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a document's text: code points from `start` up to, not including, `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Give the words the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


# ---------------------------------------------------------------- a page and its document


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came in. `source` is the path or address given; `published` and `crawled` are EDTF days.

    A `published` given from outside is believed; `crawled` is only the latest day that the page can be from.
    `media` is "html" or "text".
    """

    source: str
    content: bytes
    media: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    crawled: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, or was read with doubt, and what to do about it."""

    step: str
    message: str
    source: str = ""
    span: Span | None = None


#: What a block can be. `title` and `body` are the article; nothing is thrown away, it is labelled.
ROLES = (
    "title", "byline", "dateline", "body", "caption", "inline_link", "source_line", "keywords",
    "related_title", "related_body", "similar_title", "furniture",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with one role (one of ROLES). `place` is a DOM path or "line 7"; `why` names the rule."""

    span: Span
    role: str
    place: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published a page. `country` is ISO 3166-1 alpha-2, lower case; it fixes month names and day order."""

    name: str
    domain: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A page as text. `text` is the whole page, never edited; the article is its blocks of role title and body.

    `published` is EDTF (a day, with "?" where it is only the likeliest, or an interval it must fall in);
    `published_basis` is "page", "metadata", "url" or "inferred"; `published_evidence` says what an inferred day rests on,
    or why there is none. `sentences` are those of body blocks, in order. `agencies` are spans of agency or outlet names that the
    page itself credits as where the text comes from (datelines, source lines, bylines).
    """

    id: str
    source: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    title: Span | None = None
    outlet: Outlet | None = None
    published: str | None = None
    published_basis: str | None = None
    crawled: str | None = None
    language: str = "ar"
    url: str | None = None
    agencies: tuple[Span, ...] = ()
    published_evidence: tuple[str, ...] = ()

    def article(self) -> tuple[Block, ...]:
        """Give the blocks that are the article: its title, body and captions, in reading order."""
        return tuple(block for block in self.blocks if block.role in ("title", "body", "caption"))

    def sentence_at(self, offset: int) -> Span | None:
        """Give the body sentence that holds the code point at `offset`, if any."""
        for span in self.sentences:
            if span.start <= offset < span.end:
                return span
        return None


# ---------------------------------------------------------------- what one document says


@dataclass(frozen=True, slots=True)
class Time:
    """An expression that points at a time. `value` is EDTF or an ISO 8601 duration, None where the page fixes none.

    `grain` is "day", "week", "month", "quarter", "year", "decade", "century" or "length"; `anchor` says in words what
    the value was counted from; `reason` says why a value is missing or how a missing part was filled.
    """

    span: Span
    value: str | None
    grain: str
    rule: str
    mod: str | None = None
    anchor: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text and what it counts. `span` covers number and unit, `number` the number alone.

    `low` and `high` bound the value ("between 10 and 15", "more than 20": high None). `qualifier` is None, "about",
    "at least", "at most", "more than" or "less than". `kind` types people counted: killed, wounded, missing, displaced,
    arrested, rescued, abducted; else "money" (with ISO 4217 `currency`), "percent", "distance", "count".
    `counted` is the noun phrase that is counted.
    """

    span: Span
    number: Span
    value: float | int
    kind: str
    rule: str
    counted: Span | None = None
    unit: str | None = None
    currency: str | None = None
    low: float | int | None = None
    high: float | int | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names or describes a person, organization or place.

    `type` is PERSON, ORGANIZATION or PLACE; `kind` is "name", "nominal" or "pronoun". `span` has no proclitics and
    includes a rank or short office word directly before the name; `name` is the proper name alone; `titles` are the
    rank, office, honorific and label spans that belong to it (before or after); `antecedent` is what a nominal or
    pronoun stands for where the page makes that sure. `entity` is a key of the knowledge tables where one is sure.
    """

    span: Span
    type: str
    name: Span
    rule: str
    kind: str = "name"
    titles: tuple[Span, ...] = ()
    labels: tuple[Span, ...] = ()
    antecedent: Span | None = None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody a claim rests on. `kind`: person, organization, agency, outlet or unnamed (documents: organization).

    `carried` is true where the source stands in an earlier sentence (`span` is that earlier place). `mention` is the
    named entity inside the source phrase. `why` says which rule linked it. `detail` types an unnamed source by what is
    said of it: official, military, security, diplomatic, medical, witness, analyst, …; `country` is the id of the
    country, people or region whose adjective the words give it ("" where they give none). `number` is how many an
    unnamed source is: "one", "two", digits ("3"), "several" (more, not counted), or "" where it is named or no count.
    """

    span: Span
    kind: str
    carried: bool = False
    mention: Mention | None = None
    why: str = ""
    detail: str = ""
    country: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody is reported to say. `span` is the reported words, `cue` the verb or phrase that reports.

    `sources` stand outermost first. `stance`: asserts, denies, accuses, promises, expects, asks, threatens, welcomes,
    condemns. `mode`: direct, indirect or mixed. `medium`: facebook, x, telegram, tv, statement, interview, … or None.
    Where several cues of one line go on with one source, `span` goes from the first report to the last, and `parts` and
    `cues` hold the pieces (both empty where there is one).
    """

    span: Span
    cue: Span
    sources: tuple[Source, ...]
    stance: str
    mode: str
    rule: str
    medium: str | None = None
    parts: tuple[Span, ...] = ()
    cues: tuple[Span, ...] = ()

    def id_in(self, document: str) -> str:
        """Give the id of this claim in a document."""
        return stable_id("c", document, self.span.start, self.span.end, self.cue.start, *(s.span for s in self.sources))


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody or something taking part in an event: "actor", "recipient" or "participant"; the words and the name."""

    role: str
    span: Span
    mention: Mention | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One report of something that happened, at `trigger`, in the clause or sentence `span`.

    `type` is one of PLOVER's sixteen or DISASTER, LEGAL, OFFICE, ECONOMY, SPORT; `mode` as in the guidelines or None.
    `status`: happened, ongoing, planned, cancelled, denied. `claim` is the claim the report stands in; None: the
    outlet's own voice. `when` is the time chosen for the event (EDTF), `when_why` the reason.
    """

    span: Span
    trigger: Span
    type: str
    mode: str | None
    roles: tuple[Role, ...]
    status: str
    rule: str
    when: str | None = None
    when_why: str = ""
    times: tuple[Time, ...] = ()
    places: tuple[Mention, ...] = ()
    amounts: tuple[Amount, ...] = ()
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything read from one page."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    amounts: tuple[Amount, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


# ---------------------------------------------------------------- what several documents say


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

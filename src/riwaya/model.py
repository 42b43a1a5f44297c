"""The nouns: what flows through Riwaya. Read this first.

A `Page` (bytes as they came) becomes a `Document` (text cut into blocks); annotators add times, amounts, mentions,
claims and events; together they are a `Record`, which never changes. What many documents say is in `across`.

Every type is frozen. Spans are half-open and count Unicode code points of `Document.text`, so `text[start:end]` is
always the evidence. Annotations refer to each other directly. Unknown is None; `why`/`rule` say who wrote a thing.
This module imports nothing of Riwaya.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

__all__ = [
    "Amount",
    "Block",
    "Claim",
    "Document",
    "Event",
    "Mention",
    "Outlet",
    "Page",
    "Problem",
    "Record",
    "Role",
    "Source",
    "Span",
    "Time",
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

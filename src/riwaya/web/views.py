"""What the report shows, as plain frozen types: built from records and what was gathered, shown by the templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from markupsafe import Markup

from riwaya.model import (
    Claim,
    Difference,
    Document,
    Entity,
    Evidence,
    Gathered,
    Happening,
    Mention,
    Record,
    Report,
    Span,
    Story,
)  # fmt: skip
from riwaya.web.alone import Said, alone
from riwaya.web.marking import Mark, mark_text, snippet
from riwaya.web.wording import word

__all__ = ["ClaimView", "Desk", "DifferenceView", "EventView", "PageView", "StoryView", "story_views"]

#: Code points of context around the words of a difference's value: enough to see what they speak of.
NEAR = 34


@dataclass(frozen=True, slots=True)
class Chip:
    """A page as a small label: its number in the report, its outlet's name, its day, and where it stands."""

    number: int
    name: str
    day: str
    basis: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with their page: the chip, the words in their line, the link to the place on the page."""

    chip: Chip
    words: Markup
    link: str
    near: Markup = Markup("")  # noqa: RUF009 - an immutable empty text


@dataclass(frozen=True, slots=True)
class ValueView:
    value: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One difference: what kind, about whom or what, and its values side by side."""

    kind: str
    about: str
    values: tuple[ValueView, ...]
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One event of the time line with each page's own values."""

    label: str
    type: str
    mode: str
    status: str
    when: str
    who: tuple[str, ...]
    where: tuple[str, ...]
    reports: tuple[tuple[Quote, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim: its chain, outermost first, as quotes of the words that name each link, and what is said.

    `alone`: nothing else on the story's pages carries it, neither another source nor an outlet's own voice.
    """

    chain: tuple[tuple[str, str, Quote], ...]
    stance: str
    medium: str
    said: Quote
    alone: bool = False


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source and everything that rests on it; `alone` counts what nobody else says."""

    name: str
    kind: str
    claims: tuple[ClaimView, ...]
    pages: tuple[Chip, ...]
    alone: int = 0


@dataclass(frozen=True, slots=True)
class PageView:
    chip: Chip
    source: str
    url: str | None
    title: str
    blocks: tuple[tuple[str, str, Markup], ...]


@dataclass(frozen=True, slots=True)
class CopyView:
    chips: tuple[Chip, ...]
    original: str
    shared: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as the report shows it."""

    id: str
    title: str
    span: str
    chips: tuple[Chip, ...]
    outlets: int
    differences: tuple[DifferenceView, ...]
    subjects: tuple[tuple[str, tuple[DifferenceView, ...]], ...]
    events: tuple[EventView, ...]
    sources: tuple[SourceView, ...]
    copies: tuple[CopyView, ...]
    pages: tuple[PageView, ...]


def story_views(records: Sequence[Record], gathered: Gathered, *, language: str = "ar") -> tuple[StoryView, ...]:
    """Give the stories, those of most pages first."""
    stories = sorted(gathered.stories, key=lambda s: (-len(s.documents), s.start or "9", s.id))
    told = [d for s in stories for d in s.documents]
    order = {
        doc: number for number, doc in enumerate([*told, *sorted({r.document.id for r in records} - set(told))], 1)
    }
    desk = Desk(records, gathered, order, language)
    return tuple(desk.story(story) for story in stories)


def _by_subject(differences: Sequence[DifferenceView]) -> tuple[tuple[str, tuple[DifferenceView, ...]], ...]:
    """Give the differences by what they are about, the weightiest subject first."""
    groups: dict[str, list[DifferenceView]] = {}
    for difference in differences:
        groups.setdefault(difference.about, []).append(difference)
    return tuple((about, tuple(many)) for about, many in groups.items())


def outlet_name(doc: Document) -> str:
    """Give the outlet's name as a person would: its name, its domain, else the page's file name."""
    if doc.outlet and doc.outlet.name:
        return doc.outlet.name
    return PurePath(doc.source).stem


class Desk:
    """Looks things up while the views of one report are made."""

    def __init__(self, records: Sequence[Record], gathered: Gathered, order: dict[str, int], language: str) -> None:
        self.word = partial(word, language=language)
        self.records = {record.document.id: record for record in records}
        self.entities = {entity.id: entity for entity in gathered.entities}
        self.happenings = {happening.id: happening for happening in gathered.happenings}
        self.differences = gathered.differences
        self.told = {document for story in gathered.stories for document in story.documents}
        self.entity_of = {(doc, m.span): e for e in gathered.entities for doc, m in e.mentions}
        self.chips = {i: self._chip(r.document, order.get(i, 0)) for i, r in self.records.items()}
        self.targets: dict[str, set[Span]] = {}

    def _chip(self, doc: Document, number: int) -> Chip:
        return Chip(
            number, outlet_name(doc), doc.published or "", self.word("basis", doc.published_basis), f"p{number}"
        )

    def quote(self, document: str, span: Span) -> Quote:
        """Give the words of a span as a quote, and remember the span as a place to link to."""
        self.targets.setdefault(document, set()).add(span)
        chip = self.chips[document]
        text = self.records[document].document.text
        link = f"#{chip.anchor}-{span.start}-{span.end}"
        return Quote(chip, snippet(text, span), link, snippet(text, span, context=NEAR))

    def story(self, story: Story) -> StoryView:
        known = [self.happenings[i] for i in story.happenings if i in self.happenings]
        here = set(story.documents)
        differences = tuple(self.difference(d) for d in self.differences if d.story == story.id)
        events = tuple(self.event(h, here) for h in known)
        sources = self.sources(story.documents, known)
        copies = tuple(self.copy(c) for c in story.copies)
        chips = tuple(self.chips[i] for i in story.documents)
        pages = tuple(self.page(self.records[i]) for i in (*story.documents, *self.cited(story)))
        days = " — ".join(dict.fromkeys(day for day in (story.start, story.end) if day))
        return StoryView(story.id, story.title, days, chips, len({c.name for c in chips}), differences,
                         _by_subject(differences), events, sources, copies, pages)  # fmt: skip

    def cited(self, story: Story) -> list[str]:
        """Give documents of no story here that the story's differences cite: pages of a linked story."""
        cited = {e.document for d in self.differences if d.story == story.id for v in d.values for e in v.reports}
        return sorted(i for i in cited if i in self.records and i not in self.told)

    def about(self, key: str) -> str:
        if key in self.entities:
            return self.entities[key].name
        return self.happenings[key].label if key in self.happenings else key

    def difference(self, difference: Difference) -> DifferenceView:
        values = tuple(
            ValueView(v.value, tuple(self.evidence(e) for e in v.reports if e.document in self.records))
            for v in difference.values
        )
        return DifferenceView(difference.kind, self.about(difference.about), values, difference.weight, difference.why)

    def evidence(self, evidence: Evidence) -> Quote:
        if len(evidence.span):
            return self.quote(evidence.document, evidence.span)
        chip = self.chips[evidence.document]
        return Quote(chip, Markup(""), f"#{chip.anchor}")

    def event(self, happening: Happening, here: set[str]) -> EventView:
        names = tuple(dict.fromkeys(self.entities[e].name for e, _ in happening.who if e in self.entities))
        where = tuple(dict.fromkeys(self.entities[e].name for e in happening.where if e in self.entities))
        reports = tuple(self.report(r) for r in happening.reports if r.document in here)
        return EventView(happening.label, self.word("type", happening.type), self.word("mode", happening.mode), happening.status,
                         happening.when or "", names, where, reports)  # fmt: skip

    def report(self, report: Report) -> tuple[Quote, str, tuple[str, ...]]:
        numbers = tuple(n.evidence.text for n in report.numbers)
        return self.quote(report.document, report.event.trigger), report.when or "", numbers

    def sources(self, documents: Sequence[str], happenings: Sequence[Happening]) -> tuple[SourceView, ...]:
        """Give the sources with what rests on each, those of most claims first."""
        groups: dict[str, list[tuple[str, Claim]]] = {}
        said: list[Said] = []
        for document in documents:
            text = self.records[document].document.text
            for claim in self.records[document].claims:
                key = self.source_key(document, claim)
                groups.setdefault(key, []).append((document, claim))
                said.append(Said(claim.id_in(document), key, claim.span.of(text)))
        only = alone(said, happenings, documents)
        views = [self.source(many, only) for many in groups.values()]
        return tuple(sorted(views, key=lambda v: (-len(v.claims), v.name)))

    def source_key(self, document: str, claim: Claim) -> str:
        """Give what groups a claim: the entity its innermost source names, else the source's own words."""
        last = claim.sources[-1]
        entity = self.entity_of.get((document, last.mention.span)) if last.mention else None
        return entity.id if entity else last.span.of(self.records[document].document.text)

    def source(self, many: list[tuple[str, Claim]], only: frozenset[str]) -> SourceView:
        document, claim = many[0]
        last = claim.sources[-1]
        entity = self._entity(document, last.mention)
        name = entity.name if entity else last.span.of(self.records[document].document.text)
        chips = tuple(dict.fromkeys(self.chips[d] for d, _ in many))
        claims = tuple(self.claim(d, c, c.id_in(d) in only) for d, c in many)
        return SourceView(name, self.word("source", last.kind), claims, chips, sum(c.alone for c in claims))

    def _entity(self, document: str, mention: Mention | None) -> Entity | None:
        return self.entity_of.get((document, mention.span)) if mention else None

    def claim(self, document: str, claim: Claim, only: bool) -> ClaimView:
        text = self.records[document].document.text
        chain = tuple(
            (s.span.of(text), self.word("source", s.kind), self.quote(document, s.span)) for s in claim.sources
        )
        said = self.quote(document, claim.span)
        return ClaimView(chain, self.word("stance", claim.stance), self.word("medium", claim.medium), said, only)

    def copy(self, group: object) -> CopyView:
        documents = [d for d in group.documents if d in self.chips]  # type: ignore[attr-defined]
        original = group.original  # type: ignore[attr-defined]
        passages = group.passages  # type: ignore[attr-defined]
        return CopyView(tuple(self.chips[d] for d in documents), self.chips[original].name if original else "",
                        round(group.shared * 100), tuple(self.evidence(p) for p in passages[:4]))  # type: ignore[attr-defined]  # fmt: skip

    def page(self, record: Record) -> PageView:
        doc, chip = record.document, self.chips[record.document.id]
        marks = [Mark(s, f"{chip.anchor}-{s.start}-{s.end}", "at") for s in self.targets.get(doc.id, ())]
        marks += [Mark(m.span, "", f"m {m.type.lower()}", self._tip(doc.id, m)) for m in record.mentions]
        marks += [Mark(t.span, "", "m time", t.value or t.reason or "") for t in record.times]
        blocks = tuple((b.role, self.word("role", b.role), mark_text(doc.text, b.span, marks)) for b in doc.blocks)
        title = doc.title.of(doc.text) if doc.title else ""
        return PageView(chip, PurePath(doc.source).name, doc.url, title, blocks)

    def _tip(self, document: str, mention: Mention) -> str:
        entity = self._entity(document, mention)
        kind = self.word("layer", mention.type)
        return f"{kind}: {entity.name}" + (f" ({entity.name_en})" if entity.name_en else "") if entity else kind

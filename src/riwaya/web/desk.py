"""Stories made ready to show: every value with the words that give it and the link to where they stand.

Goes in: records and what was gathered of them. Comes out: `StoryView`s. The desk looks things up while it makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import PurePath

from markupsafe import Markup

from riwaya.across import CopyGroup, Difference, Entity, Evidence, Gathered, Happening, Report, Story
from riwaya.model import Claim, Document, Mention, Record, Span
from riwaya.web.alone import alone
from riwaya.web.basemap import country_middle
from riwaya.web.edited import marked_copy
from riwaya.web.graph import Chain, draw_graph
from riwaya.web.links import Links
from riwaya.web.map import Spot, draw_map
from riwaya.web.marking import Mark, mark_text, snippet
from riwaya.web.views import (
    Chip,
    ClaimView,
    CopyView,
    DifferenceView,
    EventView,
    PageView,
    Quote,
    ReportView,
    SourceView,
    StoryView,
    ValueView,
    VoiceView,
    outlet_name,
    when_text,
)  # fmt: skip
from riwaya.web.voices import voices
from riwaya.web.wording import say, word

__all__ = ["Desk", "story_views"]

#: Code points of context around the words of a difference's value: enough to see what they speak of.
NEAR = 34
#: Copies whose edits are marked on a story's page: each costs an alignment of two texts.
EDITED = 6


def story_views(
    records: Sequence[Record], gathered: Gathered, *, language: str = "ar", room: bool = False
) -> tuple[StoryView, ...]:
    """Give the stories, those of most pages first; `room`: for the reading room, whose pages have their own addresses."""
    stories = sorted(gathered.stories, key=lambda s: (-len(s.documents), s.start or "9", s.id))
    told = [d for s in stories for d in s.documents]
    rest = sorted({r.document.id for r in records} - set(told))
    order = {document: number for number, document in enumerate([*told, *rest], 1)}
    desk = Desk(records, gathered, order, Links(room, language))
    return tuple(desk.story(story) for story in stories)


def _by_subject(differences: Sequence[DifferenceView]) -> tuple[tuple[str, str, tuple[DifferenceView, ...]], ...]:
    """Give the differences by what they are about, the weightiest subject first, with the link to it."""
    groups: dict[str, list[DifferenceView]] = {}
    for difference in differences:
        groups.setdefault(difference.about, []).append(difference)
    return tuple((about, many[0].link, tuple(many)) for about, many in groups.items())


class Desk:
    """Looks things up while the views of one report are made."""

    def __init__(self, records: Sequence[Record], gathered: Gathered, order: dict[str, int], links: Links) -> None:
        self.links, self.language = links, links.language
        self.word = partial(word, language=self.language)
        self.records = {record.document.id: record for record in records}
        self.entities = {entity.id: entity for entity in gathered.entities}
        self.happenings = {happening.id: happening for happening in gathered.happenings}
        self.stories = {story.id: story for story in gathered.stories}
        self.differences = gathered.differences
        self.told = {document for story in gathered.stories for document in story.documents}
        self.entity_of = {(doc, m.span): e for e in gathered.entities for doc, m in e.mentions}
        self.chips = {i: self._chip(r.document, order.get(i, 0)) for i, r in self.records.items()}
        self.targets: dict[str, set[Span]] = {}

    def _chip(self, doc: Document, number: int) -> Chip:
        anchor = f"p{number}"
        return Chip(number, outlet_name(doc), when_text(doc.published), self.word("basis", doc.published_basis), anchor,
                    self.links.page(doc.id, anchor))  # fmt: skip

    def quote(self, document: str, span: Span) -> Quote:
        """Give the words of a span as a quote, and remember the span as a place to link to."""
        self.targets.setdefault(document, set()).add(span)
        chip = self.chips[document]
        text = self.records[document].document.text
        link = self.links.words(document, chip.anchor, span)
        return Quote(chip, snippet(text, span), link, snippet(text, span, context=NEAR))

    def story(self, story: Story) -> StoryView:
        known = [self.happenings[i] for i in story.happenings if i in self.happenings]
        differences = tuple(self.difference(d) for d in self.differences if d.story == story.id)
        events = tuple(self.event(h, story) for h in known)
        sources = self.sources(story)
        copies = tuple(self.copy(c, n * 2) for n, c in enumerate(story.copies))
        chips = tuple(self.chips[i] for i in story.documents)
        pages = (
            () if self.links.room else tuple(self.page(self.records[i]) for i in (*story.documents, *self.cited(story)))
        )
        days = " — ".join(dict.fromkeys(when_text(day) for day in (story.start, story.end) if day))
        linked = tuple((self.stories[i].title, self.links.story(i)) for i in story.linked if i in self.stories)
        return StoryView(story.id, story.title, days, chips, len({c.name for c in chips}), differences,
                         _by_subject(differences), events, sources, copies, pages,
                         tuple(self.voice(i) for i in story.documents), linked, self.map(story, known),
                         self.graph(story, sources))  # fmt: skip

    def cited(self, story: Story) -> list[str]:
        """Give documents of no story here that the story's differences cite: pages of a linked story."""
        cited = {e.document for d in self.differences if d.story == story.id for v in d.values for e in v.reports}
        return sorted(i for i in cited if i in self.records and i not in self.told)

    # ------------------------------------------------------------ differences

    def about(self, key: str) -> str:
        if key in self.entities:
            return self.entities[key].name
        return self.happenings[key].label if key in self.happenings else key

    def difference(self, difference: Difference) -> DifferenceView:
        values = tuple(
            ValueView(v.value, tuple(self.evidence(e) for e in v.reports if e.document in self.records))
            for v in difference.values
        )
        link = self.links.entity(difference.about) if difference.about in self.entities else ""
        return DifferenceView(
            difference.id,
            difference.kind,
            self.about(difference.about),
            link,
            values,
            difference.weight,
            difference.why,
        )

    def evidence(self, evidence: Evidence) -> Quote:
        if len(evidence.span):
            return self.quote(evidence.document, evidence.span)
        chip = self.chips[evidence.document]
        return Quote(chip, Markup(""), chip.link)

    # ------------------------------------------------------------ events

    def event(self, happening: Happening, story: Story) -> EventView:
        reports = {i: tuple(self.report(r) for r in happening.reports if r.document == i) for i in story.documents}
        return EventView(f"{story.id}-{happening.id}", happening.label, self.word("type", happening.type),
                         self.word("mode", happening.mode), happening.status, when_text(happening.when),
                         self.named(e for e, _ in happening.who), self.named(happening.where),
                         tuple(r for many in reports.values() for r in many), tuple(reports.values()))  # fmt: skip

    def named(self, keys: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Give names with links for ids of entities."""
        known: dict[str, str] = {}
        for key in keys:
            if key in self.entities:
                known.setdefault(self.entities[key].name, self.links.entity(key))
        return tuple(known.items())

    def report(self, report: Report) -> ReportView:
        event = report.event
        numbers = tuple(dict.fromkeys(n.evidence.text for n in report.numbers))
        where = tuple(dict.fromkeys(self.entities[i].name for i in report.where if i in self.entities))
        text = self.records[report.document].document.text
        through = event.claim.sources[-1].span.of(text) if event.claim else ""
        status = "" if event.status == "happened" else self.word("status", event.status)
        return ReportView(
            self.quote(report.document, event.trigger), when_text(report.when), numbers, where, through, status
        )

    def map(self, story: Story, happenings: Sequence[Happening]) -> Markup:
        """Give the map of where the events were; its dots lead to the first event of each place."""
        at: dict[str, list[Happening]] = {}
        for happening in happenings:
            for key in dict.fromkeys(happening.where):
                if key in self.entities:
                    at.setdefault(key, []).append(happening)
        spots = []
        for key, many in at.items():
            place = self.entities[key]
            middle = None if place.coordinates else country_middle(place.country or "")
            if place.coordinates or middle:
                latitude, longitude = place.coordinates or (middle[1], middle[0])  # type: ignore[index]
                name = place.name if self.language == "ar" else place.name_en or place.name
                spots.append(
                    Spot(name, latitude, longitude, len(many), f"#{story.id}-{many[0].id}", bool(place.coordinates))
                )
        return draw_map(spots, label=say("map", self.language), language=self.language)

    # ------------------------------------------------------------ who said it

    def sources(self, story: Story) -> tuple[SourceView, ...]:
        """Give the sources with what rests on each, those of most claims first."""
        groups: dict[str, list[tuple[str, Claim]]] = {}
        for document in story.documents:
            for claim in self.records[document].claims:
                groups.setdefault(self.source_key(document, claim), []).append((document, claim))
        pages = [self.records[document] for document in story.documents]
        only = alone(pages, lambda record, claim: self.source_key(record.document.id, claim))
        views = [self.source(f"{story.id}-s{n}", many, only) for n, many in enumerate(groups.values())]
        return tuple(sorted(views, key=lambda v: (-len(v.claims), v.name)))

    def source_key(self, document: str, claim: Claim) -> str:
        """Give what groups a claim: the entity its innermost source names, else the source's own words."""
        last = claim.sources[-1]
        entity = self._entity(document, last.mention)
        return entity.id if entity else last.span.of(self.records[document].document.text)

    def source(self, anchor: str, many: list[tuple[str, Claim]], only: frozenset[str]) -> SourceView:
        document, claim = many[0]
        last = claim.sources[-1]
        entity = self._entity(document, last.mention)
        name = entity.name if entity else last.span.of(self.records[document].document.text)
        chips = tuple(dict.fromkeys(self.chips[d] for d, _ in many))
        claims = tuple(self.claim(d, c, c.id_in(d) in only) for d, c in many)
        link = self.links.entity(entity.id) if entity else ""
        alone_here = sum(c.alone for c in claims)
        return SourceView(name, self.word("source", last.kind), anchor, link, claims, chips, alone_here)

    def _entity(self, document: str, mention: Mention | None) -> Entity | None:
        return self.entity_of.get((document, mention.span)) if mention else None

    def claim(self, document: str, claim: Claim, only: bool) -> ClaimView:
        text = self.records[document].document.text
        chain = tuple(
            (s.span.of(text), self.word("source", s.kind), self.quote(document, s.span)) for s in claim.sources
        )
        said = self.quote(document, claim.span)
        return ClaimView(chain, self.word("stance", claim.stance), self.word("medium", claim.medium), said, only)

    def graph(self, story: Story, sources: Sequence[SourceView]) -> Markup:
        """Give the graph of who said it through whom."""
        chains = [
            Chain((claim.said.chip.name, *(" ".join(text.split()) for text, _, _ in claim.chain[:-1]), source.name), f"#{source.anchor}")
            for source in sources for claim in source.claims
        ]  # fmt: skip
        return draw_graph(chains, label=say("who_said", self.language), others=say("others", self.language),
                          language=self.language)  # fmt: skip

    def voice(self, document: str) -> VoiceView:
        record = self.records[document]
        found = voices(record)
        words = sum(
            len(b.span.of(record.document.text).split()) for b in record.document.blocks if b.role in ("title", "body")
        )
        return VoiceView(
            self.chips[document], words, *found.shares(), len(record.claims), " ".join(found.rests_on.split())
        )

    # ------------------------------------------------------------ copies and pages

    def copy(self, group: CopyGroup, before: int) -> CopyView:
        documents = [d for d in group.documents if d in self.chips]
        lead = group.original or documents[0]
        others = [d for d in documents if d != lead] if group.shared >= 0.5 else []
        edited = tuple(
            (self.chips[lead], self.chips[other], *marked_copy(self.records[lead], self.records[other]))
            for other in others[: max(0, EDITED - before)]
        )
        return CopyView(tuple(self.chips[d] for d in documents), self.chips[group.original].name if group.original else "",
                        round(group.shared * 100), tuple(self.evidence(p) for p in group.passages[:4]), edited,
                        tuple(self.evidence(c) for c in group.credits if c.document in self.records))  # fmt: skip

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

"""What the reading room's pages show besides stories: a page with its layers, an entity, differences in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from riwaya.across import Difference
from riwaya.model import Claim, Document, Record, Span
from riwaya.store.entity_queries import Given, SaidRow
from riwaya.store.library import Library
from riwaya.text.fold import fold, folded
from riwaya.web.links import Links
from riwaya.web.marking import Mark, mark_text, snippet
from riwaya.web.views import outlet_name, shown_name, when_text
from riwaya.web.wording import word

__all__ = ["LAYERS", "DocumentView", "GivenView", "Line", "SaidView", "difference_lines", "document_view", "found_words",
           "given", "said"]  # fmt: skip

#: The layers of a page that can be switched, with the interface's word for each.
LAYERS = (("person", "people"), ("organization", "bodies"), ("place", "places"), ("time", "times"), ("amount", "amounts"),
          ("claim", "claims"), ("source", "sources"), ("event", "events"))  # fmt: skip

#: Spans of a document to who is named there: id, name, Latin name.
Named = Mapping[tuple[int, int], tuple[str, str, str | None]]


@dataclass(frozen=True, slots=True)
class Line:
    """A difference in a list: values, each with the outlets that give it and the words of one of them."""

    id: str
    kind: str
    story: str
    about: str
    values: tuple[tuple[str, tuple[str, ...], str, Markup], ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim of one page: its id, its chain, its stance, its words and where they stand."""

    id: str
    chain: tuple[tuple[str, str], ...]
    stance: str
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event of one page: its type, time with the reason, status, words and where they stand."""

    type: str
    mode: str
    when: str
    why: str
    status: str
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A page with every layer marked."""

    doc: Document
    title: str
    outlet: str
    blocks: tuple[tuple[str, str, Markup], ...]
    counts: dict[str, int]
    claims: tuple[ClaimLine, ...]
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class GivenView:
    """A spelling or title with the outlets that give it: name, pages, first and last day, link to one place."""

    words: str
    pages: int
    first: str
    last: str
    outlets: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """A claim of somebody: outlet, day, chain, stance, its words in their line, where they stand."""

    outlet: str
    day: str
    chain: str
    stance: str
    words: Markup
    link: str


def difference_lines(library: Library, differences: Sequence[Difference], links: Links) -> tuple[Line, ...]:
    """Give differences with the names of what they are about, the outlets on each side and the words of one of them."""
    run = library.connection.execute
    lines = []
    for difference in differences:
        row = run(
            "select name from entity where id = ?1 union select label from happening where id = ?1", (difference.about,)
        ).fetchone()
        values = []
        for value in difference.values:
            names: dict[str, None] = {}
            link, words = "", Markup("")
            for one in value.reports:
                name, text = run(
                    "select coalesce(outlet, source), text from document where id = ?", (one.document,)
                ).fetchone()
                names[shown_name(name)] = None
                if not link and len(one.span):
                    link = links.words(one.document, "", one.span)
                    words = snippet(text, one.span, context=40)
            values.append((value.value, tuple(names), link, words))
        lines.append(
            Line(
                difference.id,
                difference.kind,
                difference.story,
                row[0] if row else difference.about,
                tuple(values),
                difference.why,
            )
        )
    return tuple(lines)


def document_view(record: Record, named: Named, links: Links, at: Span | None = None) -> DocumentView:
    """Give a page's text with every layer marked; `at` is a span that the address asks for."""
    doc, language = record.document, links.language
    marks = _marks(record, named, links)
    if at and at.end <= len(doc.text):
        marks.insert(0, Mark(at, f"at-{at.start}-{at.end}", "asked"))
    once = _once(marks)
    blocks = tuple((b.role, word("role", b.role, language), mark_text(doc.text, b.span, once)) for b in doc.blocks)
    title = " ".join(doc.title.of(doc.text).split()) if doc.title else shown_name(doc.source)
    counts = {layer: sum(layer in mark.layer.split() for mark in marks) for layer, _ in LAYERS}
    return DocumentView(doc, title, outlet_name(doc), blocks, counts, _claims(record, links), _events(record, links))


def _marks(record: Record, named: Named, links: Links) -> list[Mark]:
    doc, language = record.document, links.language
    marks = []
    for m in record.mentions:
        who = named.get((m.span.start, m.span.end))
        tip = word("layer", m.type, language) + (f": {who[1]}" + (f" ({who[2]})" if who[2] else "") if who else "")
        marks.append(Mark(m.span, _key(m.span), f"m {m.type.lower()}", tip, links.entity(who[0]) if who else ""))
    marks += [Mark(t.span, _key(t.span), "m time", t.value or t.reason or "") for t in record.times]
    marks += [
        Mark(a.span, _key(a.span), "m amount", f"{word('layer', 'amount', language)}: {a.value}")
        for a in record.amounts
    ]
    for claim in record.claims:
        tip = f"{word('stance', claim.stance, language)}: {_chain_text(claim, doc)}"
        marks += [Mark(span, _key(span), "m claim", tip) for span in claim.parts or (claim.span,)]
        marks += [Mark(s.span, _key(s.span), "m source", word("source", s.kind, language)) for s in claim.sources]
    for event in record.events:
        kind = " · ".join(
            filter(None, (word("type", event.type, language), word("mode", event.mode, language), event.when))
        )
        marks.append(Mark(event.trigger, _key(event.trigger), "m event", kind))
    return marks


def _key(span: Span) -> str:
    return f"at-{span.start}-{span.end}"


def _chain_text(claim: Claim, doc: Document) -> str:
    return " ← ".join(" ".join(s.span.of(doc.text).split()) for s in claim.sources)


def _claims(record: Record, links: Links) -> tuple[ClaimLine, ...]:
    doc = record.document
    return tuple(
        ClaimLine(
            claim.id_in(doc.id),
            tuple((s.span.of(doc.text), links.words(doc.id, "", s.span)) for s in claim.sources),
            word("stance", claim.stance, links.language), claim.span.of(doc.text), links.words(doc.id, "", claim.span),
        )
        for claim in record.claims
    )  # fmt: skip


def _events(record: Record, links: Links) -> tuple[EventLine, ...]:
    doc, language = record.document, links.language
    return tuple(
        EventLine(word("type", e.type, language), word("mode", e.mode, language), when_text(e.when), e.when_why,
                  word("status", e.status, language), e.span.of(doc.text), links.words(doc.id, "", e.trigger))
        for e in record.events
    )  # fmt: skip


def _once(marks: Sequence[Mark]) -> list[Mark]:
    """Keep each element id once, as HTML demands."""
    seen: set[str] = set()
    out = []
    for mark in marks:
        out.append(Mark(mark.span, "" if mark.key in seen else mark.key, mark.layer, mark.tip, mark.link))
        seen.add(mark.key)
    return out


def found_words(text: str, question: str) -> Markup:
    """Give the first line of a text that holds a word of a question, with the word marked; empty where none does."""
    page = folded(text)
    for word_ in fold(question).replace('"', " ").split():
        at = page.text.find(word_)
        if at >= 0:
            return snippet(text, page.span(at, at + len(word_)))
    return Markup("")


def given(rows: Sequence[Given], links: Links) -> tuple[GivenView, ...]:
    """Give spellings or titles, each with its outlets, those of most pages first."""
    groups: dict[str, list[Given]] = defaultdict(list)
    for row in rows:
        groups[" ".join(row.words.split())].append(row)
    views = []
    for words, many in groups.items():
        days = [day for row in many for day in (row.first, row.last) if day]
        outlets = tuple(
            (
                shown_name(row.outlet),
                row.pages,
                links.words(row.document, "", Span(row.start, row.start + len(row.words))),
            )
            for row in many
        )
        views.append(GivenView(words, sum(row.pages for row in many), when_text(min(days, default="")),
                               when_text(max(days, default="")), outlets))  # fmt: skip
    return tuple(sorted(views, key=lambda v: (-v.pages, v.words)))


def said(rows: Sequence[SaidRow], links: Links) -> tuple[SaidView, ...]:
    """Give somebody's claims with their words."""
    return tuple(
        SaidView(shown_name(row.outlet), when_text(row.published), " ".join(row.chain.split()),
                 word("stance", row.stance, links.language), snippet(row.text, row.span),
                 links.words(row.document, "", row.span))
        for row in rows
    )  # fmt: skip

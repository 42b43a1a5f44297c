"""What the reading room's pages show besides stories: a page with its layers, an entity, differences in a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from riwaya.model import Difference, Document, Entity, Happening, Record, Span
from riwaya.store.library import Library
from riwaya.web.marking import Mark, mark_text, snippet
from riwaya.web.views import outlet_name
from riwaya.web.wording import word

__all__ = ["difference_lines", "document_view", "entity_view"]


#: `لل…` hides the article's alef.
_HIDDEN, _ALEF = "لل", "ا"


@dataclass(frozen=True, slots=True)
class Chip:
    """A page as a small label with its outlet's name."""

    number: int
    name: str
    document: str


@dataclass(frozen=True, slots=True)
class Line:
    """A difference in a list: values, each with the outlets that give it."""

    kind: str
    story: str
    about: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim of an entity: where it stands and its words."""

    chip: Chip
    document: str
    start: int
    words: Markup


def difference_lines(library: Library, differences: Sequence[Difference]) -> tuple[Line, ...]:
    """Give differences with the names of what they are about and of the outlets on each side."""
    run = library.connection.execute
    lines = []
    for difference in differences:
        row = run(
            "select name from entity where id = ?1 union select label from happening where id = ?1", (difference.about,)
        ).fetchone()
        values = []
        for value in difference.values:
            names = dict.fromkeys(
                run("select coalesce(outlet, source) from document where id = ?", (e.document,)).fetchone()[0]
                for e in value.reports
            )
            values.append((value.value, tuple(names)))
        lines.append(Line(difference.kind, difference.story, row[0] if row else difference.about, tuple(values)))
    return tuple(lines)


def document_view(record: Record, language: str) -> dict[str, Any]:
    """Give a page's text with every layer marked, and how to cite it."""
    doc = record.document
    marks = [
        Mark(m.span, f"at-{m.span.start}", f"m {m.type.lower()}", word("layer", m.type, language))
        for m in record.mentions
    ]
    marks += [Mark(t.span, "", "m time", t.value or t.reason or "") for t in record.times]
    marks += [Mark(c.span, "", "m claim", word("stance", c.stance, language)) for c in record.claims]
    marks += [Mark(e.trigger, "", "m event", word("type", e.type, language)) for e in record.events]
    blocks = [(b.role, word("role", b.role, language), mark_text(doc.text, b.span, _once(marks))) for b in doc.blocks]
    title = doc.title.of(doc.text) if doc.title else doc.source
    return {"doc": doc, "title": title, "outlet": outlet_name(doc), "blocks": blocks, "citation": _citation(doc, title)}


def _once(marks: Sequence[Mark]) -> list[Mark]:
    """Keep each element id once, as HTML demands."""
    seen: set[str] = set()
    out = []
    for mark in marks:
        out.append(Mark(mark.span, "" if mark.key in seen else mark.key, mark.layer, mark.tip))
        seen.add(mark.key)
    return out


def _citation(doc: Document, title: str) -> str:
    place = doc.url or doc.source
    return f"{outlet_name(doc)}, {title}, {doc.published or 'n.d.'}, {place} (document {doc.id})"


def entity_view(entity: Entity, records: Sequence[Record], happenings: Sequence[Happening]) -> dict[str, Any]:
    """Give an entity's spellings and titles by outlet, its events and what it said."""
    docs = {r.document.id: r.document for r in records}
    chips = {key: Chip(n, outlet_name(doc), key) for n, (key, doc) in enumerate(docs.items())}
    spellings: dict[str, dict[Chip, None]] = defaultdict(dict)
    for key, mention in entity.mentions:
        if key in docs:
            spellings[_spelling(docs[key].text, mention.name)][chips[key]] = None
    titles: dict[str, dict[Chip, None]] = defaultdict(dict)
    for evidence in entity.titles:
        if evidence.document in chips:
            titles[evidence.text][chips[evidence.document]] = None
    return {
        "entity": entity,
        "spellings": _ranked(spellings),
        "titles": _ranked(titles),
        "events": happenings,
        "claims": _claims(entity, records, chips),
    }


def _spelling(text: str, name: Span) -> str:
    """Give a name as it would stand alone: the article that a `ل` before it hides is written out."""
    words = name.of(text)
    hidden = text[max(0, name.start - 1) : name.start + 1] == _HIDDEN
    return _ALEF + words if hidden else words


def _ranked(groups: dict[str, dict[Chip, None]]) -> list[tuple[str, tuple[Chip, ...]]]:
    return [(name, tuple(chips)) for name, chips in sorted(groups.items(), key=lambda row: (-len(row[1]), row[0]))]


def _claims(entity: Entity, records: Sequence[Record], chips: dict[str, Chip]) -> list[Said]:
    own: set[tuple[str, Span]] = {(key, m.span) for key, m in entity.mentions}
    found = []
    for record in records:
        doc = record.document
        for claim in record.claims:
            last = claim.sources[-1].mention
            if last and (doc.id, last.span) in own:
                found.append(Said(chips[doc.id], doc.id, claim.span.start, snippet(doc.text, claim.span)))
    return found

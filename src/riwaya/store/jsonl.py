"""A record as a folder of JSON Lines files: the program's interchange format (docs/record.md).

Goes in: records and what was gathered from them. Comes out: seven files, written to a temporary folder beside the goal
and then renamed, so that a reader never sees half a record. Same input, same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from riwaya.across import Difference, Edit, Entity, Gathered, Happening, Story
from riwaya.gather.corrections import entries
from riwaya.gather.likeness import day_of
from riwaya.model import Claim, Document, Mention, Problem, Record, Span
from riwaya.text.romanize import SCHEME, romanize

__all__ = ["FILES", "claim_id", "rows", "write_record"]

FILES = ("documents", "entities", "claims", "events", "stories", "differences", "problems")
Row = dict[str, Any]


def write_record(folder: Path, records: Sequence[Record], gathered: Gathered, problems: Sequence[Problem] = ()) -> None:
    """Write the record's files into `folder`, which is made if need be; each file is renamed into place when whole."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, many in rows(records, gathered, problems).items():
        part = folder / f".{name}.jsonl.part"
        with part.open("w", encoding="utf-8", newline="\n") as out:
            for row in many:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
            os.fsync(out.fileno())
        part.replace(folder / f"{name}.jsonl")


def rows(records: Sequence[Record], gathered: Gathered, problems: Sequence[Problem] = ()) -> dict[str, list[Row]]:
    """Give the rows of each file of the record, keyed by the file's name."""
    texts = {r.document.id: r.document.text for r in records}
    entity_of = {(doc, m.span): e.id for e in gathered.entities for doc, m in e.mentions}
    corrections = _corrections(records, gathered)
    every_problem = [*problems, *(p for r in records for p in r.problems)]
    return {
        "documents": [_document(r) for r in records],
        "entities": [_entity(e, texts) for e in _with_text(gathered.entities)],
        "claims": [_claim(r.document, c, entity_of) for r in records for c in r.claims],
        "events": [_happening(h) for h in gathered.happenings],
        "stories": [{**_story(s), "corrections": corrections[s.id]} for s in gathered.stories],
        "differences": [_difference(d) for d in gathered.differences],
        "problems": [_problem(p) for p in every_problem],
    }


def _with_text(entities: Iterable[Entity]) -> list[Entity]:
    return [entity for entity in entities if entity.mentions]


def claim_id(document: str, claim: Claim) -> str:
    """Give the id of a claim of a document."""
    return claim.id_in(document)


def _words(doc: Document, span: Span) -> Row:
    return {"start": span.start, "end": span.end, "text": span.of(doc.text)}


def _document(record: Record) -> Row:
    doc = record.document
    return {
        "id": doc.id,
        "source": doc.source,
        "url": doc.url,
        "outlet": {"name": doc.outlet.name if doc.outlet else None, "domain": doc.outlet.domain if doc.outlet else None},
        "title": _words(doc, doc.title) if doc.title else None,
        "published": doc.published,
        "published_basis": doc.published_basis,
        "published_evidence": list(doc.published_evidence),
        "crawled": doc.crawled,
        "language": doc.language,
        "text": doc.text,
        "text_sha256": hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "blocks": [
            {"start": b.span.start, "end": b.span.end, "role": b.role, "place": b.place, "why": b.why} for b in doc.blocks
        ],
        "sentences": [{"start": s.start, "end": s.end} for s in doc.sentences],
        "dates": [
            {**_words(doc, t.span), "value": t.value, **({"mod": t.mod} if t.mod else {}), "grain": t.grain,
             "rule": t.rule, "anchor": t.anchor, "reason": t.reason}
            for t in record.times
        ],
        "amounts": [
            {**_words(doc, a.span), "value": a.value, "kind": a.kind, "unit": a.unit, "currency": a.currency,
             "low": a.low, "high": a.high, "qualifier": a.qualifier, "rule": a.rule}
            for a in record.amounts
        ],
    }  # fmt: skip


def _is_description(entity: Entity, mention: Mention) -> bool:
    """Tell whether a mention describes a person of whom the name stands elsewhere on the page."""
    return entity.type == "PERSON" and mention.kind != "name"


def _mention(doc: str, mention: Mention, texts: Mapping[str, str]) -> Row:
    span = mention.span
    return {"document": doc, "start": span.start, "end": span.end, "text": span.of(texts[doc]), "kind": mention.kind,
            "rule": mention.rule}  # fmt: skip


def _entity(entity: Entity, texts: Mapping[str, str]) -> Row:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "name_en": entity.name_en,
        "name_latin": None if entity.name_en else {"text": romanize(entity.name), "scheme": SCHEME},
        "links": dict(entity.links),
        "titles": sorted({t.text for t in entity.titles}),
        "country": entity.country,
        "coordinates": list(entity.coordinates) if entity.coordinates else None,
        "why": list(entity.why),
        "mentions": [_mention(doc, m, texts) for doc, m in entity.mentions if not _is_description(entity, m)],
        "descriptions": [_mention(doc, m, texts) for doc, m in entity.mentions if _is_description(entity, m)],
    }  # fmt: skip


def _claim(doc: Document, claim: Claim, entity_of: dict[tuple[str, Span], str]) -> Row:
    return {
        "id": claim_id(doc.id, claim),
        "document": doc.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "cue": _words(doc, claim.cue),
        "sources": [
            {**_words(doc, s.span), "document": doc.id,
             "entity": entity_of.get((doc.id, s.mention.span)) if s.mention else None,
             "kind": s.kind, "carried": s.carried, "why": s.why, **({"detail": s.detail} if s.detail else {}),
             **({"country": s.country} if s.country else {}), **({"number": s.number} if s.number else {})}
            for s in claim.sources
        ],
        "medium": claim.medium,
        "mode": claim.mode,
        "stance": claim.stance,
        "rule": claim.rule,
        **({"parts": [_words(doc, p) for p in claim.parts], "cues": [_words(doc, c) for c in claim.cues]} if claim.parts else {}),
    }  # fmt: skip


def _happening(event: Happening) -> Row:
    numbers = [_number(n) for report in event.reports for n in report.numbers]
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "label": event.label,
        "when": event.when,
        "where": list(event.where),
        "who": [{"entity": entity, "role": role} for entity, role in event.who],
        "status": event.status,
        "why": list(event.why),
        "numbers": numbers,
        "reports": [
            {"document": r.document, "start": r.span.start, "end": r.span.end, "when": r.when, "where": list(r.where),
             "who": [{"entity": entity, "role": role} for entity, role in r.who],
             "numbers": [_number(n) for n in r.numbers], "claims": list(r.claims),
             "status": r.event.status, "trigger": {"start": r.event.trigger.start, "end": r.event.trigger.end}}
            for r in event.reports
        ],
    }  # fmt: skip


def _number(number: Any) -> Row:
    return {
        "what": number.what,
        "value": number.value,
        "unit": number.unit,
        "qualifier": number.qualifier,
        "document": number.evidence.document,
        "start": number.evidence.span.start,
        "end": number.evidence.span.end,
    }


def _story(story: Story) -> Row:
    return {
        "id": story.id,
        "title": story.title,
        "from": story.start,
        "to": story.end,
        "documents": list(story.documents),
        "events": list(story.happenings),
        "copies": [
            {"documents": list(c.documents), "original": c.original, "shared": round(c.shared, 4),
             "why": c.why, "passages": [_evidence(p) for p in c.passages],
             "credits": [_evidence(p) for p in c.credits], "edits": [_edit(e) for e in c.edits]}
            for c in story.copies
        ],
        "why": list(story.why),
        "linked": list(story.linked),
        "link_why": list(story.link_why),
    }  # fmt: skip


def _corrections(records: Sequence[Record], gathered: Gathered) -> dict[str, list[Row]]:
    """Give, by story, what later pages give in place of what earlier ones told of its events."""
    days = {record.document.id: day_of(record.document) for record in records}
    happenings = {happening.id: happening for happening in gathered.happenings}
    found: dict[str, list[Row]] = {}
    for story in gathered.stories:
        told = [happenings[key] for key in story.happenings if key in happenings]
        found[story.id] = [
            {"event": entry.happening, "kind": c.kind, "what": c.what, "before": c.before, "after": c.after,
             "published": date.fromordinal(c.day).isoformat(), "document": c.words.document,
             "start": c.words.span.start, "end": c.words.span.end}
            for entry in entries(told, days) for c in entry.corrections
        ]  # fmt: skip
    return found


def _edit(edit: Edit) -> Row:
    sides = {side: _evidence(words) if words else None for side, words in (("left", edit.left), ("right", edit.right))}
    return {"kind": edit.kind, "what": edit.what, **sides}


def _evidence(evidence: Any) -> Row:
    span = evidence.span
    return {"document": evidence.document, "start": span.start, "end": span.end, "text": evidence.text}


def _difference(difference: Difference) -> Row:
    return {
        "id": difference.id,
        "story": difference.story,
        "about": difference.about,
        "kind": difference.kind,
        "values": [{"value": v.value, "reports": [_evidence(e) for e in v.reports]} for v in difference.values],
        "weight": round(difference.weight, 4),
        "why": difference.why,
    }


def _problem(problem: Problem) -> Row:
    span = problem.span
    return {
        "step": problem.step,
        "message": problem.message,
        "source": problem.source,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }

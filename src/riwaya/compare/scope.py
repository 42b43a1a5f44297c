"""What one comparison looks at: a story, its documents and those of linked stories, and what they have in common.

Goes in: stories, records, entities and happenings. Comes out: one `Scope` a story, and `Saying`s: one document's words
for something. A kind of difference is a function of a `Scope`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.across import Entity, Evidence, Happening, Report, Story, Value
from riwaya.compare.bodies import foreign_core, is_country, without_nationality
from riwaya.compare.tellings import join_tellings
from riwaya.gather.likeness import day_of
from riwaya.model import Mention, Record, Span

_LAM, _ALEF = "ل", "ا"

__all__ = ["Finding", "Saying", "Scope", "differ", "scopes", "values_of"]


@dataclass(frozen=True, slots=True)
class Saying:
    """One document's words for something: `key` is compared, `value` is shown, `evidence` is where it stands."""

    key: str
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference before it has its id: what it is about, its kind, the values and why it weighs what it weighs."""

    kind: str
    about: str
    values: tuple[Value, ...]
    weight: float
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A story and what may be compared in it.

    `home` are the story's own documents, `records` theirs and those of linked stories, by document id. `mentions` are
    an entity's (document, mention) in these documents, `entity_at` the way back from a mention's place. `everyone` are
    all entities of these documents; `entities` and `happenings` those of two documents or more.
    """

    story: Story
    home: frozenset[str]
    records: dict[str, Record]
    everyone: tuple[Entity, ...]
    entities: tuple[Entity, ...]
    happenings: tuple[Happening, ...]
    mentions: dict[str, tuple[tuple[str, Mention], ...]]
    entity_at: dict[tuple[str, Span], str]

    def words(self, document: str, span: Span) -> Evidence:
        """Give the words of a document at a span."""
        return Evidence(document, span, span.of(self.records[document].document.text))

    def reading(self, document: str, span: Span) -> str:
        """Give words as they read alone: spaces made one, the article given back where `لل` hides it (`للقوات`)."""
        text = self.records[document].document.text
        words = " ".join(span.of(text).split())
        hidden = words.startswith(_LAM) and text[max(span.start - 1, 0) : span.start] == _LAM
        if words.startswith(_LAM * 2):
            return _ALEF + words[1:]
        return _ALEF + words if hidden else words

    def reports(self, happening: Happening) -> Iterator[Report]:
        """Give the reports of a happening that stand in the scope's documents."""
        return (report for report in happening.reports if report.document in self.records)


def scopes(
    stories: Sequence[Story],
    records: Sequence[Record],
    entities: Sequence[Entity],
    happenings: Sequence[Happening],
) -> Iterator[Scope]:
    """Give a scope for each story with two documents to compare; a linked story's count with the larger of the two."""
    by_id = {record.document.id: record for record in records}
    by_story = {story.id: story for story in stories}
    entities_of = _entities_by_document(entities)
    happenings_of: dict[str, dict[str, Happening]] = defaultdict(dict)
    for happening in happenings:
        for report in happening.reports:
            happenings_of[report.document][happening.id] = happening
    seen: list[frozenset[str]] = []
    for story in sorted(stories, key=_size, reverse=True):
        linked = [by_story[key] for key in story.linked if key in by_story]
        guests = [document for other in linked if _size(story) > _size(other) for document in other.documents]
        inside = [document for document in (*story.documents, *guests) if document in by_id]
        if len(inside) < 2 or any(set(inside) <= other for other in seen):
            continue
        if guests:
            seen.append(frozenset(inside))
        yield _scope(story, inside, by_id, entities_of, happenings_of)


def _size(story: Story) -> tuple[int, str]:
    return (len(story.documents), story.id)


def _entities_by_document(entities: Sequence[Entity]) -> dict[str, dict[str, tuple[Entity, list[Mention]]]]:
    found: dict[str, dict[str, tuple[Entity, list[Mention]]]] = defaultdict(dict)
    for entity in entities:
        for document, mention in entity.mentions:
            found[document].setdefault(entity.id, (entity, []))[1].append(mention)
    return found


def _scope(
    story: Story,
    inside: list[str],
    by_id: dict[str, Record],
    entities_of: dict[str, dict[str, tuple[Entity, list[Mention]]]],
    happenings_of: dict[str, dict[str, Happening]],
) -> Scope:
    mentions: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    shared: dict[str, Entity] = {}
    by_happening: dict[str, Happening] = {}
    entity_at: dict[tuple[str, Span], str] = {}
    for document in sorted(inside):
        for key, (entity, many) in entities_of.get(document, {}).items():
            shared[key] = entity
            mentions[key] += [(document, mention) for mention in many]
            entity_at.update(((document, mention.span), key) for mention in many)
        for key, happening in happenings_of.get(document, {}).items():
            by_happening[key] = happening
    _join_foreign_bodies(shared, mentions)
    present = {document: day_of(by_id[document].document) for document in inside}
    plain = {key: without_nationality(entity.name) for key, entity in shared.items() if not is_country(entity.name)}
    names = {place: plain[key] for place, key in entity_at.items() if key in plain}
    joined = join_tellings([by_happening[key] for key in sorted(by_happening)], present, names)
    return Scope(
        story,
        frozenset(story.documents),
        {document: by_id[document] for document in sorted(inside)},
        tuple(shared[key] for key in sorted(shared)),
        tuple(shared[key] for key in sorted(shared) if len({document for document, _ in mentions[key]}) > 1),
        tuple(happening for happening in joined if len({r.document for r in happening.reports} & set(present)) > 1),
        {key: tuple(sorted(many, key=lambda pair: (pair[0], pair[1].span))) for key, many in mentions.items()},
        entity_at,
    )


def _join_foreign_bodies(shared: dict[str, Entity], mentions: dict[str, list[tuple[str, Mention]]]) -> None:
    """Put bodies of one foreign name (spelled otherwise, with a word for what it is) under the most mentioned."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, entity in sorted(shared.items()):
        if entity.type == "ORGANIZATION" and (core := foreign_core(entity.name)):
            groups[core].append(key)
    for many in groups.values():
        lead = min(many, key=lambda key: (-len(mentions[key]), key))
        for key in many:
            if key != lead:
                mentions[lead] += mentions.pop(key)
                del shared[key]


def values_of(sayings: Sequence[Saying]) -> tuple[Value, ...]:
    """Give the sayings as values, those of one key together, most documents first; the shown form is the commonest."""
    groups: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        groups[saying.key].append(saying)
    values = []
    for many in groups.values():
        shown = [saying.value for saying in many]
        value = min(set(shown), key=lambda text: (-shown.count(text), len(text), text))
        evidence = sorted({saying.evidence for saying in many}, key=lambda e: (e.document, e.span))
        values.append(Value(value, tuple(evidence)))
    return tuple(sorted(values, key=lambda v: (-len({e.document for e in v.reports}), v.value)))


def differ(sayings: Sequence[Saying]) -> bool:
    """Tell whether two documents have no key in common: a choice made differently, not two words used side by side."""
    keys: dict[str, set[str]] = defaultdict(set)
    for saying in sayings:
        keys[saying.evidence.document].add(saying.key)
    sets = list(keys.values())
    return any(not one & other for at, one in enumerate(sets) for other in sets[at + 1 :])

"""Mentions joined into entities, within a page and across pages.

Goes in: records. Comes out: `Entity`s, the same whatever the order of the records. First each page on its own
(`gather.within`); then page entities that can be one are joined (`gather.across`), and the reasons kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from riwaya.across import Entity, Evidence, Judgement
from riwaya.gather.across import Group, join
from riwaya.gather.judged import apply_judgements
from riwaya.gather.known import facts_of
from riwaya.gather.within import read_locals
from riwaya.lexicon.articles import article_back
from riwaya.model import Mention, Record, stable_id

__all__ = ["gather_entities"]

_REASONS = 12  # kept for each entity, so that a name of ten thousand pages stays readable


def gather_entities(records: Sequence[Record], judgements: Sequence[Judgement] = ()) -> tuple[Entity, ...]:
    """Give the entities of the records, as judged; the order of the records does not matter, that of judgements does."""
    texts = {record.document.id: record.document.text for record in records}
    ordered = sorted(records, key=lambda record: record.document.id)
    groups = join([local for record in ordered for local in read_locals(record)])
    entities = [_entity(group, texts) for group in groups]
    ordered_entities = sorted(entities, key=lambda entity: (entity.type, entity.name, entity.id))
    return apply_judgements(ordered_entities, judgements, texts)


def _entity(group: Group, texts: dict[str, str]) -> Entity:
    mentions = sorted(
        ((local.document, m) for local in group.locals for m in local.mentions),
        key=lambda pair: (pair[0], pair[1].span),
    )
    kind = group.locals[0].type
    known = sorted({local.entity for local in group.locals if local.entity})
    key = known[0] if known else min((local.written.head, local.written.core, local.country) for local in group.locals)
    facts = facts_of(known[0]) if known else None
    return Entity(
        stable_id("e", kind, key), kind, _name(kind, mentions, texts), tuple(mentions),
        name_en=facts.name_en if facts else None, links=facts.links if facts else (),
        country=facts.country if facts else _country(group), coordinates=facts.coordinates if facts else None,
        titles=tuple(Evidence(doc, title, title.of(texts[doc])) for doc, m in mentions for title in m.titles),
        why=tuple(sorted(group.why))[:_REASONS],
    )  # fmt: skip


def _country(group: Group) -> str | None:
    found = Counter(local.country for local in group.locals if local.country)
    return min(found, key=lambda country: (-found[country], country)) if found else None


def _name(kind: str, mentions: list[tuple[str, Mention]], texts: dict[str, str]) -> str:
    """Give the name to show: a person's fullest that is used at least a little, any other's most frequent."""
    forms = Counter(_shown(m, texts[doc]) for doc, m in mentions if m.kind == "name") or Counter(
        _shown(m, texts[doc]) for doc, m in mentions
    )
    if kind != "PERSON":
        return max(forms, key=lambda f: (forms[f], len(f), f))
    enough = max(forms.values()) / 20
    return max((f for f in forms if forms[f] >= enough), key=lambda f: (min(len(f.split()), 3), forms[f], f))


def _shown(mention: Mention, text: str) -> str:
    """Give a mention's name in one line; an article that lost its alef after ل gets it back."""
    words = " ".join(mention.name.of(text).split())
    if words.startswith("ل") and mention.name.start and text[mention.name.start - 1] == "ل":
        return article_back(words)
    return words

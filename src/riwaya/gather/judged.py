"""What people have judged, applied to the entities last, and never silently overridden.

Goes in: entities as the program joined them, the documents' texts, judgements in the order they were made. Comes out:
the entities as judged. Of two judgements of one pair the later stands; a join that would unite what is judged not the
same is not made; both are said in `Entity.why`. A judgement names an entity by its id or as "name|TYPE".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.across import Entity, Judgement
from riwaya.model import Mention, stable_id
from riwaya.text.fold import fold

__all__ = ["apply_judgements"]

_TYPES = ("PERSON", "ORGANIZATION", "PLACE")
_UNDO = "undo"


def apply_judgements(
    entities: Sequence[Entity], judgements: Sequence[Judgement], texts: dict[str, str]
) -> tuple[Entity, ...]:
    """Give the entities as people judged them; without judgements they stay as they are."""
    if not judgements:
        return tuple(entities)
    bench = _Bench(list(entities), texts)
    standing = _standing(judgements)
    for one, note in standing:
        if one.kind == "not-same":
            bench.part(one, note)
    for one, note in standing:
        if one.kind == "same":
            bench.join(one, note)
    for one, note in standing:
        if one.kind == "wrong":
            bench.mend(one, note)
    return tuple(sorted(bench.entities, key=lambda entity: (entity.type, entity.name, entity.id)))


def _standing(judgements: Sequence[Judgement]) -> list[tuple[Judgement, str]]:
    """Give the last judgement of each pair, with a note where it stands against an earlier one."""
    last: dict[tuple[bool, frozenset[str | None]], tuple[Judgement, str]] = {}
    for one in judgements:
        pair = frozenset((one.left, one.right))
        if one.kind == _UNDO:
            for alone in (True, False):
                last.pop((alone, pair), None)
        elif one.kind in ("same", "not-same", "wrong"):
            key = (one.kind == "wrong", pair)
            earlier = last.pop(key, None)
            against = earlier is not None and earlier[0].kind != one.kind
            last[key] = one, f"; against an earlier judgement, {earlier[0].kind}" if earlier and against else ""
    return list(last.values())


def _said(one: Judgement, note: str) -> str:
    by = f" by {one.author}" if one.author else ""
    words = f" ({one.note})" if one.note else ""
    return f"judged {one.kind}{by}: {one.left}" + (f", {one.right}" if one.right else "") + words + note


class _Bench:
    """The entities while judgements are applied to them."""

    def __init__(self, entities: list[Entity], texts: dict[str, str]) -> None:
        self.entities = entities
        self.texts = texts
        self.now: dict[str, str] = {}  # id of an entity that was joined: the id it has now
        self.apart: list[tuple[str, str]] = []  # what is judged not the same

    def find(self, key: str | None) -> list[Entity]:
        """Give the entities that a judgement's key means."""
        name, bar, kind = (key or "").rpartition("|")
        if bar and kind.upper() in _TYPES:
            wanted = fold(name)
            here = [one for one in self.entities if one.type == kind.upper()]
            shown = [one for one in here if fold(one.name) == wanted]
            return shown or [one for one in here if any(self._is_named(pair, wanted) for pair in one.mentions)]
        while key in self.now:
            key = self.now[key]
        return [one for one in self.entities if one.id == key]

    def _is_named(self, pair: tuple[str, Mention], wanted: str) -> bool:
        document, mention = pair
        return fold(" ".join(mention.name.of(self.texts[document]).split())) == wanted

    def part(self, one: Judgement, note: str) -> None:
        """Make two of an entity that has both names, and remember that they stay two."""
        if one.right is None:
            return
        self.apart.append((one.left, one.right))
        left, right = self.find(one.left), self.find(one.right)
        both = [entity for entity in left if entity in right]
        wanted = fold(one.right.rpartition("|")[0])
        for entity in both:
            moved = [pair for pair in entity.mentions if self._is_named(pair, wanted)]
            spans = {(document, mention.span) for document, mention in moved}
            moved += [p for p in entity.mentions if p not in moved and (p[0], p[1].antecedent) in spans]
            kept = tuple(pair for pair in entity.mentions if pair not in moved)
            if moved and kept:
                self._split(entity, one.right.rpartition("|")[0], moved, kept, _said(one, note))
            else:
                self._tell(entity, _said(one, note) + "; not applied: the names do not tell them apart")
        for entity in (left + right) if not both else ():
            self._tell(entity, _said(one, note))

    def _split(
        self,
        entity: Entity,
        name: str,
        moved: list[tuple[str, Mention]],
        kept: tuple[tuple[str, Mention], ...],
        why: str,
    ) -> None:
        spans = {(doc, title) for doc, mention in moved for title in mention.titles}
        titles = [title for title in entity.titles if (title.document, title.span) in spans]
        new = Entity(
            stable_id("e", entity.id, fold(name)), entity.type, name,
            tuple(sorted(moved, key=lambda pair: (pair[0], pair[1].span))), titles=tuple(titles), why=(why,),
        )  # fmt: skip
        rest = tuple(title for title in entity.titles if title not in titles)
        left = entity.name if fold(entity.name) != fold(name) else self._shown(kept)
        self._put(entity, replace(entity, name=left, mentions=kept, titles=rest, why=(*entity.why, why)))
        self.entities.append(new)

    def _shown(self, mentions: tuple[tuple[str, Mention], ...]) -> str:
        """Give the fullest name among mentions."""
        names = (" ".join(m.name.of(self.texts[doc]).split()) for doc, m in mentions)
        return max(names, key=lambda name: (len(name.split()), len(name), name))

    def join(self, one: Judgement, note: str) -> None:
        """Make one entity of all that the two keys mean, unless it would unite what is judged not the same."""
        left, right = self.find(one.left), self.find(one.right)
        many = sorted({entity.id: entity for entity in (*left, *right)}.values(), key=lambda e: (not e.links, e.id))
        if not left or not right:
            for entity in many:
                self._tell(entity, _said(one, note) + "; not applied: the other is not in these pages")
            return
        barred = next((pair for pair in self.apart if self._unites(pair, many)), None)
        if len(many) > 1 and (barred or len({entity.type for entity in many}) > 1):
            because = f"{barred[0]} and {barred[1]} are judged not the same" if barred else "they are of two types"
            for entity in many:
                self._tell(entity, _said(one, note) + f"; not applied: {because}")
            return
        self._unite(many, _said(one, note))

    def _unites(self, pair: tuple[str, str], many: list[Entity]) -> bool:
        ids = {entity.id for entity in many}
        left, right = ({entity.id for entity in self.find(key)} for key in pair)
        return bool(left & ids) and bool(right & ids) and left != right

    def _unite(self, many: list[Entity], why: str) -> None:
        first, *others = many
        shown = max(many, key=lambda entity: (len(entity.mentions), entity.name))
        mentions = sorted((p for e in many for p in e.mentions), key=lambda pair: (pair[0], pair[1].span))
        titles = sorted((t for e in many for t in e.titles), key=lambda title: (title.document, title.span))
        made = replace(
            first, name=shown.name, mentions=tuple(mentions), titles=tuple(titles),
            name_en=next((e.name_en for e in many if e.name_en), None),
            country=next((e.country for e in many if e.country), None),
            coordinates=next((e.coordinates for e in many if e.coordinates), None),
            why=tuple(dict.fromkeys([*(w for e in many for w in e.why), why])),
        )  # fmt: skip
        for other in others:
            self.now[other.id] = first.id
            self.entities = [entity for entity in self.entities if entity.id != other.id]
        self._put(first, made)

    def mend(self, one: Judgement, note: str) -> None:
        """Give an entity the type that it is judged to be of, or take it out where it is judged to be none."""
        kind = (one.right or "").upper()
        for entity in self.find(one.left):
            if kind in _TYPES:
                mentions = tuple((document, replace(mention, type=kind)) for document, mention in entity.mentions)
                self._put(entity, replace(entity, type=kind, mentions=mentions, why=(*entity.why, _said(one, note))))
            else:
                self.entities = [other for other in self.entities if other.id != entity.id]

    def _tell(self, entity: Entity, why: str) -> None:
        self._put(entity, replace(entity, why=(*entity.why, why)))

    def _put(self, old: Entity, new: Entity) -> None:
        self.entities = [new if entity.id == old.id else entity for entity in self.entities]

"""Mentions joined into entities, within a page and across pages.

Goes in: records. Comes out: `Entity`s, the same whatever the order of the records. First each page on its own
(`gather.within`); then page entities of one type that share a blocking key are compared, and the reasons kept.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from riwaya.gather.names import compare_persons, name_parts, skeleton
from riwaya.gather.within import Local, bare, read_locals
from riwaya.model import Entity, Evidence, Record, stable_id

__all__ = ["gather_entities"]


def gather_entities(records: Sequence[Record]) -> tuple[Entity, ...]:
    """Give the entities of the records; the order of the records does not matter."""
    texts = {record.document.id: record.document.text for record in records}
    locals_ = [local for record in sorted(records, key=lambda r: r.document.id) for local in read_locals(record)]
    names: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for local in locals_:
        names[local.type, _key(local)].append(local)
    groups = _join(names)
    entities = [_entity(group, texts) for group in groups]
    return tuple(sorted(entities, key=lambda e: (e.type, e.name, e.id)))


def _key(local: Local) -> str:
    if local.type == "PERSON":
        return " ".join(name_parts(local.name)) or local.name
    return bare(local.name)


def _join(names: dict[tuple[str, str], list[Local]]) -> list[list[Local]]:
    """Join names that can be one; single family names go to the only full name that ends in them."""
    parent: dict[tuple[str, str], tuple[str, str]] = {key: key for key in names}

    def top(key: tuple[str, str]) -> tuple[str, str]:
        while parent[key] != key:
            key = parent[key]
        return key

    blocks: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key in sorted(names):
        kind, name = key
        if kind == "PERSON" and " " in name:
            for part in {skeleton(word)[:3] for word in name.split()}:
                blocks[part].append(key)
    for many in blocks.values():
        for at, one in enumerate(many):
            for other in many[at + 1 :]:
                if top(one) != top(other) and compare_persons(names[one][0].name, names[other][0].name)[0] == "same":
                    low, high = sorted((top(one), top(other)))
                    parent[high] = low
    families: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for key in sorted(names):
        if key[0] == "PERSON" and " " in key[1]:
            for local in names[key]:
                for part in {key[1].split()[-1], *(name_parts(n)[-1] for n in local.names if name_parts(n))}:
                    families[part][top(key)] += len(local.mentions)
    for key in sorted(names):
        if key[0] == "PERSON" and " " not in key[1] and families.get(key[1]):
            parent[key] = families[key[1]].most_common(1)[0][0]
    groups: dict[tuple[str, str], list[Local]] = defaultdict(list)
    for key in sorted(names):
        groups[top(key)] += names[key]
    return list(groups.values())


def _entity(group: list[Local], texts: dict[str, str]) -> Entity:
    mentions = sorted(((l.document, m) for l in group for m in l.mentions), key=lambda pair: (pair[0], pair[1].span))
    surfaces = Counter(m.name.of(texts[doc]) for doc, m in mentions)
    name = max(surfaces, key=lambda n: (len(n.split()), surfaces[n], n))
    titles = tuple(Evidence(doc, t, t.of(texts[doc])) for doc, m in mentions for t in m.titles)
    kind = group[0].type
    key = min(_key(local) for local in group)
    return Entity(stable_id("e", kind, key), kind, name, tuple(mentions), titles=titles)

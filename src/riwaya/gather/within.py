"""Who is who within one page: mentions joined into the page's own entities.

Goes in: a record. Comes out: `Local` entities, each with its mentions and names. Inside a page a family name alone is the
person whose full name the page gives, a body's head alone is the body of that head named last, an unspecified body is the
specified one.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from riwaya.gather.names import compare_persons, likeness, name_parts
from riwaya.model import Mention, Record
from riwaya.text.fold import fold

__all__ = ["Local", "read_locals"]


@dataclass(slots=True)
class Local:
    """One entity of one page. `name` is its fullest folded name; `names` all folded names with their counts."""

    document: str
    type: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    titles: set[str] = field(default_factory=set)
    entity: str | None = None
    why: set[str] = field(default_factory=set)


def read_locals(record: Record) -> list[Local]:
    """Give the entities of one page."""
    text = record.document.text
    found: list[Local] = []
    for kind, same in (("PERSON", _same_person), ("PLACE", _same_place), ("ORGANIZATION", _same_body)):
        rows = [(_plain(fold(m.name.of(text))), m) for m in record.mentions if m.type == kind]
        here: list[Local] = []
        names = Counter(name for name, _ in rows)
        owner: dict[str, Local] = {}
        for name in sorted(names, key=lambda n: (-len(name_parts(n)), -len(n), n)):
            home = next((local for local in here if same(name, local)), None)
            if home is None:
                home = Local(record.document.id, kind, name)
                here.append(home)
            owner[name] = home
        for name, mention in rows:
            home = owner[name]
            home.mentions.append(mention)
            home.names[name] += 1
            home.titles |= {fold(title.of(text)) for title in mention.titles}
            home.entity = home.entity or mention.entity
        found += [local for local in here if local.mentions]
    return found


def _plain(name: str) -> str:
    """Give a folded name without quotes and with the article after ل whole again."""
    name = " ".join(name.replace('"', " ").replace("'", " ").split())
    return "ا" + name if name.startswith("لل") is False and name.startswith("ل") and False else name


def _same_person(name: str, local: Local) -> bool:
    parts = name_parts(name)
    if len(parts) >= 2:
        return any(len(name_parts(n)) >= 2 and compare_persons(name, n)[0] == "same" for n in (local.name,))
    full = name_parts(local.name)
    return bool(parts) and bool(full) and (parts[0] in full or likeness(parts[0], full[-1]) >= 0.88)


def _same_place(name: str, local: Local) -> bool:
    return bare(name) == bare(local.name) or (len(name) > 4 and likeness(bare(name), bare(local.name)) >= 0.93)


def _same_body(name: str, local: Local) -> bool:
    left, right = bare(name).split(), bare(local.name).split()
    return left == right[: len(left)]


def bare(name: str) -> str:
    """Give a folded name with the articles of its words off."""
    words = []
    for word in name.split():
        if word.startswith("لل") and len(word) > 4:
            word = word[2:]
        elif word.startswith("ال") and len(word) > 3:
            word = word[2:]
        words.append(word)
    return " ".join(words)

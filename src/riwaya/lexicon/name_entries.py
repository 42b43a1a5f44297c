"""Words around and inside names: titles, contexts and head nouns, from `titles.toml`, `name_contexts.toml`,
`head_nouns.toml`.

Comes out: entries, each loaded once, and their look-up as `Phrases`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.fold import fold

__all__ = [
    "Alias", "Context", "Head", "Title", "aliases", "context_forms", "context_phrases", "context_words", "contexts",
    "definite_heads", "head_gender", "head_phrases", "heads", "lone_heads", "title_phrases", "titles",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A word before a name: `kind` is rank, honorific, office, occupation or kin; `joins` says it is in the name's
    span."""

    id: str
    kind: str
    joins: bool
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Words of one kind of evidence: post, says, person_noun, place_before, label, particle, stop, ordinal …"""

    id: str
    kind: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """A word that heads names of bodies or places, in construct form (`وزارة`); `gender` is "m" or "f".

    `alone`: with the article it may stand for a body named before. `drop`: it is no part of the place's own name.
    `placeless`: the name of a place alone completes it to no body.
    `named`: only a name of its own completes it, no common noun. `same`: the forms are one word in several numbers,
    so that a body may be named by each. `only`: the kind of context whose words alone may follow. `nation`: with the
    article only the adjective of a country completes it.
    """

    id: str
    type: str
    kind: str
    gender: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    alone: bool = False
    drop: bool = False
    same: bool = False
    named: bool = False
    placeless: bool = False
    only: str = ""
    nation: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """Further names of a known body that others share; `body` is its id in the organisation files."""

    id: str
    body: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    note: str = ""


def head_gender(head: Head, form: str) -> str:
    """Give the gender of a head in this folded form: the endings ة and ات are feminine, whatever the entry says.

    >>> head_gender(heads()[0], "وزاره")
    'f'
    """
    return "f" if form.endswith(("ه", "ات")) else head.gender


@cache
def aliases() -> dict[str, str]:
    """Give the bodies of `body_aliases.toml` by folded name."""
    return {fold(form): one.body for one in load_entries("body_aliases.toml", "alias", Alias) for form in one.forms}


@cache
def titles() -> tuple[Title, ...]:
    """Give the entries of `titles.toml`."""
    return load_entries("titles.toml", "title", Title)


@cache
def contexts() -> tuple[Context, ...]:
    """Give the entries of `name_contexts.toml`."""
    return load_entries("name_contexts.toml", "context", Context)


@cache
def heads() -> tuple[Head, ...]:
    """Give the entries of `head_nouns.toml`."""
    return load_entries("head_nouns.toml", "head", Head)


@cache
def title_phrases() -> Phrases[Title]:
    """Give the look-up of titles."""
    return Phrases((form, title) for title in titles() for form in title.forms)


@cache
def context_phrases(kind: str) -> Phrases[Context]:
    """Give the look-up of the contexts of one kind."""
    return Phrases((form, entry) for entry in contexts() if entry.kind == kind for form in entry.forms)


@cache
def context_words(kind: str) -> frozenset[str]:
    """Give the folded one-word forms of the contexts of one kind."""
    forms = (fold(form) for entry in contexts() if entry.kind == kind for form in entry.forms)
    return frozenset(form for form in forms if " " not in form)


@cache
def context_forms(kind: str) -> tuple[str, ...]:
    """Give the folded forms of the contexts of one kind, in the order of the file."""
    return tuple(fold(form) for entry in contexts() if entry.kind == kind for form in entry.forms)


@cache
def head_phrases() -> Phrases[Head]:
    """Give the look-up of head nouns in construct form."""
    return Phrases((form, head) for head in heads() for form in head.forms)


@cache
def definite_heads() -> dict[str, Head]:
    """Give the heads of bodies by their folded form with the article: what agrees with them completes their names."""
    found = {}
    for head in heads():
        for form in map(fold, head.forms):
            if head.type == "ORGANIZATION" and " " not in form:
                found[form if form.startswith("ال") else "ال" + form] = head
    return found


@cache
def lone_heads() -> dict[str, Head]:
    """Give the heads that may stand alone with the article, by their folded form with it."""
    found: dict[str, Head] = {}
    for head in heads():
        for form in map(fold, head.forms):
            if head.alone and " " not in form:
                found[form if form.startswith("ال") else "ال" + form] = head
    return found

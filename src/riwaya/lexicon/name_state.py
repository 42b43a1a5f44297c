"""Bodies of which every state has one, under several names (the army, the armed forces), from `state_bodies.toml`.

Goes in: the words of a body's name without articles and country, and the kind of its head. Comes out: the words that
stand for all names of that body, so that two names of one body compare equal where their country is one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.text.fold import fold

__all__ = ["Spelling", "StateBody", "one_name", "state_bodies"]


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body of every state. `national`: names that mean it only with the country's adjective (the French forces)."""

    id: str
    names: tuple[str, ...]
    examples: tuple[str, ...]
    national: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of bodies' names in its several spellings."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def state_bodies() -> tuple[StateBody, ...]:
    """Give the bodies of every state."""
    return load_entries("state_bodies.toml", "state", StateBody)


@cache
def _spelled() -> dict[str, str]:
    rows = load_entries("state_bodies.toml", "spelling", Spelling)
    return {fold(form): fold(row.forms[0]) for row in rows for form in row.forms}


@cache
def _named() -> tuple[dict[str, str], dict[str, str], dict[tuple[str, str], str]]:
    """Give names, names that need a country, and words by head, each with the name that stands for all."""
    names: dict[str, str] = {}
    national: dict[str, str] = {}
    words: dict[tuple[str, str], str] = {}
    for body in state_bodies():
        first = _bare(body.names[0])
        names |= {_bare(name): first for name in body.names}
        national |= {_bare(name): first for name in body.national}
        words |= {(head, _bare(word)): first for head in body.heads for word in body.words}
    return names, national, words


def _bare(name: str) -> str:
    words = (word[2:] if len(word) > 4 and word.startswith(("ال", "لل")) else word for word in fold(name).split())
    return " ".join(_spelled().get(word, word) for word in words)


def one_name(words: list[str], head: str, *, national: bool) -> list[str]:
    """Give the words that stand for all names of a body of state, or the words in their usual spelling.

    >>> one_name(["قوات", "مسلحه"], "force", national=True), one_name(["شرطه", "فيدراليه"], "police", national=False)
    (['جيش'], ['شرطه'])
    """
    spelled = [_spelled().get(word, word) for word in words]
    names, with_country, by_word = _named()
    name = " ".join(spelled)
    found = names.get(name) or (with_country.get(name) if national else None)
    found = found or next((by_word[head, word] for word in spelled if (head, word) in by_word), None)
    return found.split() if found else spelled

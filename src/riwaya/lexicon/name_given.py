"""Given names that look alike and are two, and given names that are one under two forms, from `given_names.toml`.

Goes in: words of names as `gather.names.name_parts` gives them. Comes out: whether two are known to be apart or one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.text.fold import fold

__all__ = ["Apart", "One", "are_apart", "are_one"]


@dataclass(frozen=True, slots=True)
class Apart:
    """Names that look alike and are different; the spellings of one are parted by a bar."""

    id: str
    names: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class One:
    """Forms of one given name that letters alone do not show to be one."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def _apart() -> dict[str, dict[str, int]]:
    """Give, for each folded spelling, the names of its entries: which of each it is."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for entry in load_entries("given_names.toml", "apart", Apart):
        for number, spellings in enumerate(entry.names):
            for spelling in spellings.split("|"):
                found[_plain(spelling)][entry.id] = number
    return dict(found)


@cache
def _one() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry in load_entries("given_names.toml", "one", One):
        for form in entry.forms:
            found[_plain(form)].add(entry.id)
    return {form: frozenset(ids) for form, ids in found.items()}


def _plain(name: str) -> str:
    """Give a name as one folded word without its article."""
    word = fold(name).replace(" ", "")
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def are_apart(one: str, other: str) -> bool:
    """Tell whether two folded given names look alike and are known to be different.

    >>> are_apart("مارين", "ماريون"), are_apart("اليكسي", "الكسي")
    (True, False)
    """
    left, right = _apart().get(_plain(one), {}), _apart().get(_plain(other), {})
    return any(entry in right and right[entry] != number for entry, number in left.items())


def are_one(one: str, other: str) -> bool:
    """Tell whether two folded given names are known to be forms of one name.

    >>> are_one("عثمان", "اوسمان")
    True
    """
    return bool(_one().get(_plain(one), frozenset()) & _one().get(_plain(other), frozenset()))

"""What single words are in names: given names, family names, and words that are common and so rarely names.

Goes in: a folded word. Comes out: its `NameWord` grades (0 to 3 each), all 0 for a word that no table knows: such a
word in news is mostly a foreign name. The table is `data/name_words.tsv.gz`, made by `training/name_words.py`.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from riwaya.lexicon.load import load_entries
from riwaya.text.fold import fold

__all__ = ["NameWord", "name_word"]


@dataclass(frozen=True, slots=True)
class NameWord:
    """How much a word is a given name, a family name, a common word, how frequent in news, how much a place; 0 to 3.

    `native` is 1 for names of Arab and neighbouring countries: they are spelled in one way, and a vowel parts them.
    """

    given: int = 0
    family: int = 0
    common: int = 0
    frequent: int = 0
    place: int = 0
    native: int = 0

    @property
    def unknown(self) -> bool:
        """Tell whether no table knows the word as a name or as a common word."""
        return not (self.given or self.family or self.common or self.place)

    @property
    def likeness(self) -> float:
        """Give how much the word looks like part of a person's name: above 0 is likely, below is not."""
        if self.unknown:
            return 0.5
        return 0.7 * self.given + 0.6 * self.family - 0.8 * self.common - 0.4 * self.place


_UNKNOWN = NameWord()
_SERVANT = "عب" + "د" + "ال"  # servant of, written as one word with one of the names of God


@cache
def _table() -> dict[str, NameWord]:
    content = gzip.decompress(files("riwaya").joinpath("data", "name_words.tsv.gz").read_bytes()).decode("utf-8")
    kinds: dict[str, NameWord] = {}
    table = {}
    for line in content.splitlines():
        word, _, grades = line.partition("\t")
        if grades not in kinds:
            kinds[grades] = NameWord(*map(int, grades.split("\t")))
        table[word] = kinds[grades]
    return table


@dataclass(frozen=True, slots=True)
class Native:
    """Arab given names kept by hand."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def _kept() -> dict[str, NameWord]:
    """Give the grades of given names kept by hand: the commoner the word, the less a name."""
    kept = {}
    for entry in load_entries("given_names.toml", "native", Native):
        for form in map(fold, entry.forms):
            known = _table().get(form, _UNKNOWN)
            given = max(known.given, 1 if known.common >= 3 else 2 if known.common else 3)
            kept[form] = replace(known, given=given, native=1)
    return kept


def name_word(form: str) -> NameWord:
    """Give the grades of a folded word.

    >>> name_word("محمد").given, name_word("حكومه").common, name_word("قرقنزوف").unknown
    (3, 3, True)
    """
    if kept := _kept().get(form):
        return kept
    known = _table().get(form, _UNKNOWN)
    if form.startswith(_SERVANT) and len(form) > len(_SERVANT) + 2 and not known.common:
        return replace(known, given=3, native=1)
    return known

"""What single words are in names: given names, family names, and words that are common and so rarely names.

Goes in: a folded word. Comes out: its `NameWord` grades (0 to 3 each), all 0 for a word that no table knows: such a
word in news is mostly a foreign name. The table is `data/name_words.tsv.gz`, made by `training/name_words.py`.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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


def name_word(form: str) -> NameWord:
    """Give the grades of a folded word.

    >>> name_word("محمد").given, name_word("حكومه").common, name_word("قرقنزوف").unknown
    (3, 3, True)
    """
    return _table().get(form, _UNKNOWN)

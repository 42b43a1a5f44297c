"""Words that keep the same company: the groups that `training/word_groups.py` sorted the news' words into.

Goes in: a folded word. Comes out: its groups, coarse to fine, or none for a word too rare to sort; and how much it is
a given name and a family name by the table of name words (`training/name_words.py`).
"""

from __future__ import annotations

import gzip
import sys
import zlib
from array import array
from functools import cache
from importlib.resources import files

__all__ = ["name_shares", "word_groups"]

_LEVELS = 3


@cache
def _table() -> tuple[dict[str, int], array[int]]:
    raw = zlib.decompress((files("riwaya") / "data" / "models" / "word_groups.bin").read_bytes())
    words, _, numbers = raw.partition(b"\0")
    groups = array("H")
    groups.frombytes(numbers)
    if sys.byteorder == "big":
        groups.byteswap()
    return {word: index for index, word in enumerate(words.decode().split("\n"))}, groups


def word_groups(form: str) -> tuple[int, ...]:
    """Give the groups of a folded word, coarse to fine; `()` if it is not known.

    >>> word_groups("بيروت")[0] == word_groups("دمشق")[0], word_groups("ققققق")
    (True, ())
    """
    places, groups = _table()
    at = places.get(form)
    if at is None:
        return ()
    many = len(places)
    return tuple(groups[level * many + at] for level in range(_LEVELS))


@cache
def _shares() -> dict[str, str]:
    text = gzip.decompress((files("riwaya") / "data" / "name_words.tsv.gz").read_bytes()).decode()
    rows = (line.split("\t", 3) for line in text.split("\n") if line)
    return {word: given + family for word, given, family, _ in rows if given + family != "00"}


def name_shares(form: str) -> str:
    """Give how common a word is as given and as family name, a digit of 0 to 3 for each, or "" if it is neither.

    >>> name_shares("محمد"), name_shares("وزاره")
    ('33', '')
    """
    return _shares().get(form, "")

"""How like two words are as spellings of one foreign name.

Goes in: folded words. Comes out: a likeness from 0 to 1, and the consonant skeleton that spellings share. Foreign
sounds are written in many ways (غ/ج/ق/ك, ف/ب, vowels written or not, letters that change places). What each change
costs is learned from pairs of spellings: `data/letter_costs.tsv`, made by `training/letter_costs.py`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["ALIKE", "aligned", "by_sound", "likeness", "skeleton"]

_VOWELS = "اوي"
#: Letters that stand for one foreign sound; each string is a class. For skeletons, and as costs where none is learned.
_CLASSES = ("غجقكخ", "فب", "تطثد", "سصزذظضش", "هحخ", "عا", "نم")
_CLOSE = 0.45  # one letter of a class for another
_SWAP = 0.5  # two neighbours change places
ALIKE = 0.74  # words at least this like each other may be one foreign name

Costs = dict[tuple[str, str], float]


@lru_cache(maxsize=1)
def _class_of() -> dict[str, str]:
    found: dict[str, str] = {}
    for letters in _CLASSES:
        for letter in letters:
            found[letter] = found.get(letter, "") + letters
    return found


@cache
def _learned() -> Costs:
    """Give what a change (two letters) or a gap (a letter and "") costs; what is not in it costs 1."""
    table = files("riwaya").joinpath("data", "letter_costs.tsv")
    if not table.is_file():
        return by_sound()
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    costs = {(one, other): float(cost) for one, other, cost in rows}
    return costs | {(other, one): cost for (one, other), cost in costs.items() if other}


def by_sound() -> Costs:
    """Give the costs by what letters sound like, to begin to learn with."""
    pairs = ((one, other) for letters in (*_CLASSES, _VOWELS) for one in letters for other in letters)
    return dict.fromkeys(pairs, _CLOSE) | {(letter, ""): 0.25 for letter in _VOWELS}


def aligned(one: str, other: str, costs: Costs | None = None) -> tuple[float, list[tuple[str, str]]]:
    """Give the likeness of two words and which letters stand for which ("" for none), the last first."""
    table = by_sound() if costs is None else costs | {(b, a): cost for (a, b), cost in costs.items() if b}
    rows = _rows(one, other, table)
    steps = []
    i, j = len(one), len(other)
    while i or j:
        here = rows[i][j]
        if i and j and abs(here - rows[i - 1][j - 1] - _change(one[i - 1], other[j - 1], table)) < 1e-9:
            i, j = i - 1, j - 1
            steps.append((one[i], other[j]))
        elif i and abs(here - rows[i - 1][j] - table.get((one[i - 1], ""), 1.0)) < 1e-9:
            i -= 1
            steps.append((one[i], ""))
        elif j and abs(here - rows[i][j - 1] - table.get((other[j - 1], ""), 1.0)) < 1e-9:
            j -= 1
            steps.append(("", other[j]))
        else:
            i, j = i - 2, j - 2
    return max(0.0, 1.0 - rows[-1][-1] / max(len(one), len(other), 1)), steps


def _change(one: str, other: str, table: Costs) -> float:
    return 0.0 if one == other else table.get((one, other), 1.0)


def _rows(one: str, other: str, table: Costs) -> list[list[float]]:
    """Give the least cost of making each beginning of one word into each beginning of the other."""
    gaps = [table.get((letter, ""), 1.0) for letter in other]
    row = [0.0]
    for gap in gaps:
        row.append(row[-1] + gap)
    rows = [row]
    for i, letter in enumerate(one, 1):
        gone = table.get((letter, ""), 1.0)
        left = row[0] + gone
        new = [left]
        for j, twin in enumerate(other, 1):
            best = row[j - 1] + (0.0 if letter == twin else table.get((letter, twin), 1.0))
            best = min(best, row[j] + gone, left + gaps[j - 1])
            if i > 1 and j > 1 and letter == other[j - 2] and twin == one[i - 2]:
                best = min(best, rows[i - 2][j - 2] + _SWAP)
            new.append(best)
            left = best
        row = new
        rows.append(row)
    return rows


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """Give how like two words are as spellings of one foreign name, 0 to 1.

    >>> likeness("يفكيروف", "يوفكيورف") > 0.85, likeness("بيكسوف", "بيسكوف") > 0.85, likeness("بوتين", "حفتر") < 0.5
    (True, True, True)
    """
    if one == other:
        return 1.0
    return max(0.0, 1.0 - _rows(one, other, _learned())[-1][-1] / max(len(one), len(other), 1))


def skeleton(word: str) -> str:
    """Give the consonants of a word, one letter for each class, so that spellings of one name share it mostly.

    >>> skeleton("بريغوجين") == skeleton("بريقوجين")
    True
    """
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word
    out = []
    for letter in word:
        if letter not in _VOWELS and letter not in "هعء":
            out.append(_class_of().get(letter, letter)[0])
    return "".join(out)

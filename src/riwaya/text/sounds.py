"""Names by their sound: what is left of a name when letters that stand for one foreign sound are one letter.

Goes in: folded names. Comes out: their skeleton, equal for two spellings of one foreign name, and whether two names
differ by one consonant of another sound (a misprint, or another name).
"""

from __future__ import annotations

__all__ = ["another_consonant", "skeleton"]

#: Letters that stand for one another when foreign names are written in Arabic; the first stands for all.
_SAME_SOUND = ("جغكق", "تط", "سصزذثش", "دض", "فب", "حه", "نم")
_VOWELS = frozenset("اويعءه")


def skeleton(name: str) -> str:
    """Give a name's consonants, those of one sound as one letter, none doubled.

    >>> skeleton("فاغنر") == skeleton("فاجنر"), skeleton("جيش") == skeleton("قوه")
    (True, False)
    """
    return " ".join(_bones(word) for word in name.split())


def _bones(word: str) -> str:
    letters = [next((group[0] for group in _SAME_SOUND if letter in group), letter) for letter in word]
    bones = [letter for letter in letters if letter not in _VOWELS] or letters
    return "".join(letter for at, letter in enumerate(bones) if not at or bones[at - 1] != letter)


def another_consonant(one: str, other: str) -> bool:
    """Tell whether two names of equal length differ in one consonant that does not sound the same.

    >>> another_consonant("بوفاريم", "بوفاريك"), another_consonant("بنغازي", "بنجازي")
    (True, False)
    """
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(apart) != 1 or set(apart[0]) & _VOWELS:
        return False
    return not any(set(apart[0]) <= set(group) for group in _SAME_SOUND)

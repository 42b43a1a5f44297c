"""Whether two written names can be one name: letters, words and whole names compared.

Goes in: folded names. Comes out: likeness from 0 to 1 and a verdict with its reason. Foreign names are spelled in many
ways (غ/ج/ق/ك, vowels written or not, letters that change places); native names differ by a vowel alone (سالم, سليم), so
two known Arabic names that are not spelled alike are different.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.lexicon.name_entries import context_words
from riwaya.lexicon.name_words import name_word

__all__ = ["Verdict", "compare_persons", "likeness", "name_parts", "skeleton"]

#: "same", "maybe" or "never", and the reason in words.
Verdict = tuple[str, str]

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


@lru_cache(maxsize=100_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Give the words of a folded name that tell persons apart: no nasab particles, compounds joined, no article.

    >>> name_parts("عبد الله بن سالم ال نعيم"), name_parts("خليفه ابوالقاسم حفتر")
    (('عبدالله', 'سالم', 'نعيم'), ('خليفه', 'ابوقاسم', 'حفتر'))
    """
    words = [word for word in name.split() if word not in ("بن", "ابن", "بنت", "ال", "-")]
    out: list[str] = []
    joined = ""
    for word in words:
        if word in ("عبد", "ابو", "ابي", "ابا", "ام", "بو", "ولد", "ماك", "سان"):
            joined += "ابو" if word in ("ابي", "ابا") else word
            continue
        compound = word in ("الله", "الدين") and out
        if compound and not joined:
            out[-1] += word
            continue
        plain = word[2:] if word.startswith("ال") and len(word) > 4 and joined != "عبد" else word
        if plain.startswith("ابوال") and len(plain) > 7:
            plain = "ابو" + plain[5:]
        out.append(joined + plain)
        joined = ""
    if joined:
        out.append(joined)
    return tuple(out)


def _same_word(one: str, other: str, *, foreign: bool = True) -> bool:
    """Tell whether two name words are one: spelled alike, or foreign and like enough."""
    if one == other:
        return True
    left, right = name_word(one), name_word(other)
    if left.given >= 2 and right.given >= 2 or min(len(one), len(other)) < 4 and likeness(one, other) < 0.9:
        return False
    limit = 0.86 if left.given or right.given or left.common > 1 or right.common > 1 else ALIKE
    return foreign and likeness(one, other) >= limit


def compare_persons(one: str, other: str) -> Verdict:
    """Tell whether two folded full names (two words or more) can be one person's.

    >>> compare_persons("يونس بك يفكيروف", "يونس بيك يوفكيورف")[0], compare_persons("بالقاسم حفتر", "خليفه حفتر")[0]
    ('same', 'never')
    """
    left, right = name_parts(one), name_parts(other)
    if left == right:
        return "same", "the same name"
    if len(left) < 2 or len(right) < 2:
        return "maybe", "one word alone"
    if not _same_word(left[0], right[0]):
        return "never", "different given names"
    if _same_word(left[-1], right[-1]):
        return "same", "the same given name, the family name in another spelling" if left[-1] != right[-1] else "given and family name"
    short, long = sorted((left, right), key=len)
    if len(short) < len(long) and all(_same_word(a, b) for a, b in zip(short, long, strict=False)):
        return "same", "the shorter name begins the longer"
    return "never", "different family names"

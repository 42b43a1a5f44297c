"""Whether two written names can be one person's.

Goes in: folded names. Comes out: a verdict with its reason. Foreign names are spelled in many ways; native names differ by
a vowel alone (سالم, سليم), so two known Arabic names that are not spelled alike are different.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.lexicon.name_entries import context_forms, context_words
from riwaya.lexicon.name_words import name_word
from riwaya.text.likeness import ALIKE, likeness

__all__ = ["Verdict", "compare_persons", "name_parts"]

#: "same", "maybe" or "never", and the reason in words.
Verdict = tuple[str, str]

_ARTICLE = "ال"


@lru_cache(maxsize=100_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Give the words of a folded name that tell persons apart: no nasab particles, compounds joined, no article.

    >>> name_parts("عبد الله بن سالم ال نعيم"), name_parts("خليفه ابوالقاسم حفتر")
    (('عبدالله', 'سالم', 'نعيم'), ('خليفه', 'ابوقاسم', 'حفتر'))
    """
    nasab, first, last = context_words("nasab"), context_words("first_part"), context_words("last_part")
    kunya = context_forms("kunya")
    words = [word for word in name.split() if word not in nasab and word != "-"]
    out: list[str] = []
    joined = ""
    for word in words:
        if word in first:
            joined += kunya[0] if word in kunya else word
            continue
        if word in last and out and not joined:
            out[-1] += word
            continue
        out.append(joined + _plain(word, after_first=bool(joined)))
        joined = ""
    if joined:
        out.append(joined)
    return tuple(out)


def _plain(word: str, *, after_first: bool) -> str:
    """Give a word of a name without its article, also the one after a kunya written with it: ابوالقاسم."""
    kunya = context_forms("kunya")[0]
    if word.startswith(_ARTICLE) and len(word) > 4 and not after_first:
        return word[2:]
    if word.startswith(kunya + _ARTICLE) and len(word) > 7:
        return kunya + word[len(kunya) + 2 :]
    return word


def _same_word(one: str, other: str, *, foreign: bool = True) -> bool:
    """Tell whether two name words are one: spelled alike, or foreign and like enough."""
    if one == other:
        return True
    left, right = name_word(one), name_word(other)
    if (left.given >= 2 and right.given >= 2) or (min(len(one), len(other)) < 4 and likeness(one, other) < 0.9):
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

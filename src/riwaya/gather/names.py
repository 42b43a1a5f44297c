"""Whether two written names can be one person's.

Goes in: folded names. Comes out: a verdict with its reason. Foreign names are spelled in many ways; native names
differ by
a vowel alone (سالم, سليم), so two known Arabic names that are not spelled alike are different.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.lexicon.name_entries import context_forms, context_words
from riwaya.lexicon.name_given import are_apart, are_one
from riwaya.lexicon.name_words import name_word
from riwaya.text.likeness import ALIKE, likeness

__all__ = ["Verdict", "compare_persons", "name_parts"]

#: "same", "maybe" or "never", and the reason in words.
Verdict = tuple[str, str]

_ARTICLE = "ال"
_VERY_ALIKE = 0.86  # for short words, and where one of the two is a native name
_GIVEN = 0.8  # given names, which tell brothers apart
_NATIVE = 0.9
_MIDDLE = 0.75
_PARTED = 0.95


@lru_cache(maxsize=100_000)
def name_parts(name: str) -> tuple[str, ...]:
    """Give the words of a folded name that tell persons apart: no nasab particles, compounds joined, no article.

    >>> name_parts("عبد الله بن سالم ال نعيم"), name_parts("خليفه ابوالقاسم حفتر")
    (('عبدالله', 'سالم', 'نعيم'), ('خليفه', 'ابوقاسم', 'حفتر'))
    """
    nasab, first, last = context_words("nasab"), context_words("first_part"), context_words("last_part")
    kunya = context_forms("kunya")
    spelled = name.replace("-", " ").split()
    if len(spelled) < 4 and spelled and spelled[0] in nasab:
        spelled = spelled[1:]  # بن لادن
    words = [word for at, word in enumerate(spelled) if not (word in nasab and 0 < at < len(spelled) - 1)]
    out: list[str] = []
    joined = ""
    for word in words:
        if word in first or (word in nasab and not out and not joined and len(words) > 2):
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


def _same_word(one: str, other: str) -> bool:
    """Tell whether two name words are one: spelled alike, or foreign and like enough."""
    if one == other:
        return True
    one, other = _without_shared_part(one, other)
    native = name_word(one).native + name_word(other).native
    if native == 2 or not one or not other:
        return False
    if min(len(one), len(other)) < 4 or native:
        return likeness(one, other) >= _VERY_ALIKE
    return likeness(one, other) >= ALIKE


def _without_shared_part(one: str, other: str) -> tuple[str, str]:
    """Give what tells two compound names apart: كمال and جمال of كمال الدين and جمال الدين."""
    for part in context_forms("last_part"):
        if one.endswith(part) and other.endswith(part):
            one, other = one[: -len(part)], other[: -len(part)]
    for part in context_forms("first_part"):
        if one.startswith(part) and other.startswith(part):
            one, other = one[len(part) :], other[len(part) :]
    return one, other


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
    if _parted_otherwise(left, right):
        return "same", "the same letters, parted otherwise"
    short, long = sorted((left, right), key=len)
    if not _same_given(short[0], long[0]):
        return "never", "different given names"
    if _native_families(one, other) and likeness(left[-1], right[-1]) < _NATIVE:
        return "never", "different family names"
    if _same_word(short[-1], long[-1]):
        if not _middle_fits(short[1:-1], long[1:-1]):
            return "maybe", "given and family name, other names between them"
        return "same", "given and family name" if short[-1] == long[-1] else "the family name in another spelling"
    if len(short) < len(long) and all(_same_word(a, b) for a, b in zip(short, long, strict=False)):
        return "same", "the shorter name begins the longer"
    return "never", "different family names"


def _same_given(one: str, other: str) -> bool:
    """Tell whether two given names can be one; names that look alike and are known to be two never are."""
    if one == other or are_apart(one, other):
        return one == other
    return are_one(one, other) or (_same_word(one, other) and likeness(one, other) >= _GIVEN)


def _middle_fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Tell whether the names between given and family name of the one are among the other's."""
    return all(any(likeness(a, b) >= _MIDDLE for b in long) for a in short) or not long


def _native_families(one: str, other: str) -> bool:
    """Tell whether both names end in different words with the article and so are native; one may begin the other."""
    left, right = one.split()[-1], other.split()[-1]
    return (
        left != right
        and left.startswith(_ARTICLE)
        and right.startswith(_ARTICLE)
        and len(one.split()) == len(other.split())
    )


def _parted_otherwise(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether two names have the same letters in other words: لو بان, لوبان."""
    one, other = "".join(left), "".join(right)
    return len(left) != len(right) and abs(len(one) - len(other)) < 3 and likeness(one, other) >= _PARTED

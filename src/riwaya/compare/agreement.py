"""Whether two headlines on one matter agree: told by what they share and by words that cannot both be true.

Goes in: two headlines. Comes out: an `Agreement` with its reasons. What it sees: figures that differ, words that are
opposites (`opposites.toml`), a denial on one side, and one name or noun exchanged for another in an otherwise equal line.
What it does not see stands in docs/results-stories.md: most of all, opposites that only knowledge of the world tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.lexicon.phrases import Phrases
from riwaya.text.numbers import digits_value
from riwaya.text.stem import stem
from riwaya.text.words import tokenize

__all__ = ["Agreement", "Negation", "Opposite", "agreement"]

#: Share of the shorter line's stems that must stand in the other for the two to say the same.
#: 0.35 to 0.6 and 0.65 to 1.1 were tried on the training half of ANS; these gave the best mean F1.
SAME_WORDS = 0.6
#: Above this share a line whose few other words are exchanged for others says something else of the same form.
ONE_FORM = 0.75


@dataclass(frozen=True, slots=True)
class Opposite:
    """Words that say opposite things of one matter."""

    id: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """Words that deny what follows."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two headlines are to one another: "agree", "disagree" or "other" (not on one matter), and why."""

    verdict: str
    why: tuple[str, ...]


@cache
def _sides() -> Phrases[tuple[str, str]]:
    entries = load_entries("opposites.toml", "opposite", Opposite)
    return Phrases(
        (form, (entry.id, side)) for entry in entries for side in ("one", "other") for form in getattr(entry, side)
    )


@cache
def _negations() -> Phrases[Negation]:
    return Phrases((f, e) for e in load_entries("opposites.toml", "negation", Negation) for f in e.forms)


def agreement(left: str, right: str) -> Agreement:
    """Tell whether two headlines agree.

    >>> agreement("البلدية توافق على بناء الجسر", "البلدية ترفض بناء الجسر").verdict
    'disagree'
    >>> agreement("افتتاح جسر النهر في سلمونة", "سلمونة تفتتح جسر النهر").verdict
    'agree'
    """
    against = [*_opposed(left, right), *_figures(left, right)]
    if bool(_negations().find(tokenize(left))) != bool(_negations().find(tokenize(right))):
        against.append("a denial on one side only")
    mine, theirs = _stems(left), _stems(right)
    shared = len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0
    words = f"{shared:.0%} of the shorter line's words in common"
    if against:
        return Agreement("disagree", (*against, words))
    if not mine & theirs:
        return Agreement("other", ("no word in common",))
    if ONE_FORM <= shared < 1 and _in_order(left, right):
        return Agreement("disagree", ("one word exchanged in the same line", words))
    return Agreement("agree" if shared >= SAME_WORDS else "disagree", (words,))


def _opposed(left: str, right: str) -> list[str]:
    found = [{hit.value for hit in _sides().find(tokenize(text))} for text in (left, right)]
    out = []
    for name in sorted({name for name, _ in found[0] | found[1]}):
        sides = [{side for key, side in many if key == name} for many in found]
        if all(sides) and not sides[0] & sides[1]:
            out.append(f"opposites: {name}")
    return out


def _figures(left: str, right: str) -> list[str]:
    one, other = _numbers(left), _numbers(right)
    return [f"other figures: {min(one - other):g} and {min(other - one):g}"] if one - other and other - one else []


def _numbers(text: str) -> set[float]:
    values = (digits_value(word.form) for word in tokenize(text).words if word.is_number)
    return {float(value) for value in values if value is not None}


def _stems(text: str) -> set[str]:
    return {stem(w.form) for w in tokenize(text).words if len(w.form) > 2 and not w.is_punctuation and not w.is_number}


def _in_order(left: str, right: str) -> bool:
    """Tell whether the words that both lines have stand in one order in both."""
    one, other = ([stem(w.form) for w in tokenize(t).words if len(w.form) > 2] for t in (left, right))
    shared = set(one) & set(other)
    return [w for w in one if w in shared] == [w for w in other if w in shared]

"""What the fast name tagger looks at: strings for each word of a sentence.

Goes in: the folded words of one sentence. Comes out: for each word the features that `training/names_fast.py` trained
on and `text.tagger` looks up: the word and its neighbours two to each side, without proclitics and article, their first
and last letters, and their shape. What depends on one word alone is worked out once for each word form.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from riwaya.text.groups import name_shares, word_groups

__all__ = ["sayable", "word_features"]

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بكل"
_LONGEST = 40  # letters of a word that are looked at; no word of the language is longer


def _core(form: str) -> str:
    """Give a folded word without conjunction, preposition and article, where at least three letters stay.

    >>> _core("وبالمدينه"), _core("للجيش"), _core("باريس")
    ('مدينه', 'جيش', 'باريس')
    """
    rest = form
    if len(rest) > 3 and rest[0] in _CONJUNCTIONS and rest[1:3] in ("ال", "لل", "با", "كا"):
        rest = rest[1:]
    if len(rest) > 4 and rest[:2] == "لل":
        return rest[2:]
    if len(rest) > 5 and rest[0] in _PREPOSITIONS and rest[1:3] == "ال":
        return rest[3:]
    if len(rest) > 4 and rest[:2] == "ال":
        return rest[2:]
    return rest


def _shape(form: str) -> str:
    first = form[0]
    if first.isdigit():
        return f"9{min(len(form), 5)}"
    if first.isascii():
        return "a" if first.isalpha() else first
    return "x" if first.isalpha() else "."


@lru_cache(maxsize=1 << 16)
def _alone(form: str) -> tuple[tuple[str, ...], ...]:
    """Give a word's features as the word itself, and as the word before, after, two before and two after another."""
    form = form[:_LONGEST]
    core = _core(form)
    own = ["w=" + form, "c=" + core, "h=" + _shape(form), f"l={min(len(form), 8)}"]
    for size in (1, 2, 3, 4):
        if len(form) > size:
            own += [f"p{size}=" + form[:size], f"s{size}=" + form[-size:]]
    if core != form:
        own += ["cp2=" + core[:2], "cp3=" + core[:3]]
    groups = _groups(form, core)
    own += [f"g{level}={group}" for level, group in enumerate(groups)]
    shares = name_shares(form) or name_shares(core)
    if shares:
        own.append("n=" + shares)
    near = []
    for side in ("-", "+"):
        near.append(
            (
                f"{side}w=" + form,
                f"{side}c=" + core,
                f"{side}h=" + _shape(form),
                f"{side}p2=" + form[:2],
                f"{side}s2=" + form[-2:],
                f"{side}s3=" + form[-3:],
                *([f"{side}g0={groups[0]}", f"{side}g1={groups[1]}"] if groups else ()),
                *([f"{side}n={shares}"] if shares else ()),
            )
        )
    more = groups[1] if groups else "?"
    far = [(f"{side}w=" + form, f"{side}c=" + core, f"{side}g1={more}") for side in ("--", "++")]
    return (tuple(own), *near, *far)


def _groups(form: str, core: str) -> tuple[int, ...]:
    return word_groups(form) or word_groups(core) or word_groups("ال" + core)


def sayable(form: str) -> str:
    """Give a form that can be written as UTF-8: lone surrogates become question marks."""
    return form if form.isalnum() else form.encode("utf-8", "replace").decode()


def word_features(forms: Sequence[str]) -> list[list[str]]:
    """Give the features of each word of a sentence, in order."""
    forms = [sayable(form) for form in forms]
    alone = [_alone(form) for form in forms]
    last = len(forms) - 1
    out = []
    for index, (own, *_rest) in enumerate(alone):
        row = [*own]
        if index:
            row += alone[index - 1][1]
            row.append(f"-ww={forms[index - 1][:_LONGEST]}|{forms[index][:_LONGEST]}")
        else:
            row.append("first")
        if index < last:
            row += alone[index + 1][2]
            row.append(f"+ww={forms[index][:_LONGEST]}|{forms[index + 1][:_LONGEST]}")
        if index > 1:
            row += alone[index - 2][3]
        if index + 1 < last:
            row += alone[index + 2][4]
        out.append(row)
    return out

"""Cutting a word into proclitics, stem and enclitic: candidates by letters, the best by a trained score.

Goes in: printed words and their neighbours. Comes out: how many letters stand before and after the stem. Candidates
are few (`و ف` then `س` or `ب ك ل`, and the pronouns); a linear model over their letters, the neighbours and how often
news prints the rest as a word of its own picks one. The model file is made by `training/clitics.py`.
"""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

from riwaya.text.fold import fold, is_dropped

__all__ = ["Cutter", "candidates", "cutter", "printed"]

_FRONTS = ("", "و", "ف")
_SECOND = ("", "ب", "ك", "ل", "س")
_ENDS = ("ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ي", "ني")
_LONGEST = 24  # letters; a longer word is no word of the language and stays whole
_KEPT = {"ة": "ة", "ى": "ى"}  # last letters that tell a noun from a pronoun, which folding would hide


def printed(word: str) -> str:
    """Give a word folded, but with its last ta marbuta or alef maqsura kept, since they rule out a pronoun.

    >>> printed("المدرسةِ"), printed("إلى"), printed("كتابه")
    ('المدرسة', 'الى', 'كتابه')
    """
    word = word[: 4 * _LONGEST]
    plain = fold(word)
    last = next((char for char in reversed(word) if not is_dropped(char)), "")
    return plain[:-1] + _KEPT[last] if last in _KEPT and plain else plain


def candidates(word: str) -> tuple[tuple[int, int], ...]:
    """Give the ways to cut a printed word: (letters before the stem, letters after it), the whole word first.

    >>> [("وبكتابها"[:a], "وبكتابها"[len("وبكتابها") - b:] if b else "") for a, b in candidates("وبكتابها")]
    [('', ''), ('', 'ها'), ('و', ''), ('و', 'ها'), ('وب', ''), ('وب', 'ها')]
    """
    size = len(word)
    if size > _LONGEST or size < 2 or not word.isalpha():
        return ((0, 0),)
    fronts = [0]
    for first in _FRONTS:
        for second in _SECOND:
            front = first + second
            if front and len(front) not in fronts and len(front) < size and word.startswith(front):
                fronts.append(len(front))
    ends = [0, *(len(end) for end in _ENDS if word.endswith(end) and len(end) < size)]
    return tuple((front, end) for front in fronts for end in ends if size - front - end >= 1)


class Cutter:
    """A linear model over candidates: weights by feature, and how common each known word is in news (1 to 9)."""

    def __init__(self, weights: dict[str, float], common: dict[str, int]) -> None:
        self._weight = weights.get
        self._common = common.get
        self.alone: Callable[[str], tuple[tuple[int, int, float], ...]] = lru_cache(maxsize=1 << 16)(self._alone)

    def level(self, word: str) -> int:
        """Give how common a word is in news: 0 unknown, 1 rare, to 9."""
        return self._common(word, 0)

    def features(self, word: str, front: int, end: int) -> list[str]:
        """Give what one candidate looks like, neighbours aside."""
        size = len(word)
        stem, before, after = word[front : size - end], word[:front], word[size - end :] if end else ""
        cut = f"{before}+{after}"
        common = self._common
        out = [
            cut, f"<{before}", f">{after}", f"{cut}={word}", f"s={stem}",
            f"<{before}:{stem[:1]}", f"<{before}:{stem[:2]}", f"<{before}:{stem[:3]}", f"<{before}:{stem[:4]}",
            f">{after}:{stem[-1:]}", f">{after}:{stem[-2:]}", f">{after}:{stem[-3:]}", f">{after}:{stem[-4:]}",
            f"n{cut}:{min(len(stem), 7)}", f"{cut}:{stem[:1]}:{stem[-1:]}", f"<{before}:{stem[:2]}:{stem[-1:]}",
        ]  # fmt: skip
        if len(word) > 1 and word.isalpha():
            whole, rest = common(word, 0), common(stem, 0)
            article = common("ال" + stem, 0)
            joined = common("و" + stem, 0)
            shape = f"{'w' if before[:1] in 'وف' and before else ''}{before[-1:] if before[-1:] in 'بكلس' else ''}{'e' if after else ''}"
            out += [f"f{shape}:{rest}", f"d{shape}:{max(-5, min(5, rest - whole))}", f"a{shape}:{min(article, 6)}:{min(rest, 6)}",
                    f"j{shape}:{min(joined, 6)}:{min(whole, 6)}",
                    f"k{shape}:{min(rest, 1)}{min(article, 1)}{min(joined, 1)}:{min(whole, 5)}"]  # fmt: skip
            if after:
                open_form = stem[:-1] + "ة" if stem[-1:] == "ت" else stem[:-1] + "ى" if stem[-1:] == "ا" else stem
                again = common(open_form, 0)
                out += [
                    f"o{after}:{again}",
                    f"r{after}:{max(-5, min(5, again - whole))}",
                    f"oa{after}:{min(6, common('ال' + open_form, 0))}",
                ]
        return out

    def _alone(self, word: str) -> tuple[tuple[int, int, float], ...]:
        weight = self._weight
        return tuple(
            (front, end, sum(weight(feature, 0.0) for feature in self.features(word, front, end)))
            for front, end in candidates(word)
        )

    @staticmethod
    def near(word: str, front: int, end: int, before: str, after: str) -> list[str]:
        """Give what one candidate looks like beside its neighbours."""
        size = len(word)
        lead, tail = word[:front], word[size - end :] if end else ""
        return [f"-{lead}+{tail}:{before}", f"+{lead}+{tail}:{after}", f"-{lead}:{before[-2:]}", f"+{tail}:{after[:2]}", f"-{lead}:{before[:2]}",
                f"-=:{before}:{word}:{lead}+{tail}"]  # fmt: skip

    def cut(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Give (letters before the stem, letters after it) for each printed word of a sentence."""
        out = []
        weight, last = self._weight, len(words) - 1
        for index, word in enumerate(words):
            choices = self.alone(word)
            if len(choices) == 1:
                out.append((0, 0))
                continue
            before = words[index - 1] if index else "<"
            after = words[index + 1] if index < last else ">"
            best, pick = -math.inf, (0, 0)
            for front, end, score in choices:
                for feature in self.near(word, front, end, before, after):
                    score += weight(feature, 0.0)
                if score > best:
                    best, pick = score, (front, end)
            out.append(pick)
        return out


@cache
def cutter() -> Cutter:
    """Give the shipped model."""
    raw = json.loads(zlib.decompress((files("riwaya") / "data" / "models" / "clitics.bin").read_bytes()))
    weights = np.frombuffer(bytes.fromhex(raw["weights"]), dtype="<i2").astype(float) / raw["scale"]
    common = {}
    for level, words in enumerate(raw["common"], start=1):
        common.update(dict.fromkeys(words.split(" "), level))
    return Cutter(dict(zip(raw["features"].split("\n"), weights.tolist(), strict=True)), common)

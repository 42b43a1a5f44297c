"""Measures: precision, recall and F1, B-cubed, and when two writings count as the same.

B-cubed after Bagga and Baldwin (1998), over the items of the gold.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import TypeVar

__all__ = ["b_cubed", "prf", "same_value", "same_when", "similar"]

Figure = dict[str, float]
Item = TypeVar("Item", bound=Hashable)
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]")
_LETTERS = str.maketrans("أإآٱىةؤئ", "ااااي" + "ه" + "وي")
_PUNCTUATION = re.compile(r"[^\w\s]+")
_ARTICLE = re.compile(r"^(?:و?(?:ال|لل))(?=\w{2})")


def _fold(text: str) -> str:
    """Fold as the published scorer does, so that figures stay comparable even where our own folding changes."""
    plain = _MARKS.sub("", unicodedata.normalize("NFC", text)).translate(_LETTERS)
    return " ".join(_PUNCTUATION.sub(" ", plain).split())


def _tokens(text: str) -> Counter[str]:
    return Counter(_ARTICLE.sub("", token) for token in _fold(text).split())


def similar(a: str, b: str) -> float:
    """Give the Dice overlap (0..1) of two strings' folded words, articles aside."""
    left, right = _tokens(a), _tokens(b)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def prf(hit: float, predicted: float, gold: float) -> Figure:
    """Give precision, recall and F1 from counts; of nothing wanted and nothing given, precision is 1."""
    p = hit / predicted if predicted else (0.0 if gold else 1.0)
    r = hit / gold if gold else 1.0
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "gold": gold, "predicted": predicted}


def b_cubed(gold: Mapping[Item, Hashable], found: Mapping[Item, Hashable], *, alone: bool = False) -> Figure:
    """Give B-cubed precision, recall and F1. An item not found scores nothing; with `alone` it stands alone."""
    where: dict[Item, Hashable] = {item: found.get(item, ("alone", item)) for item in gold}
    groups_gold: dict[Hashable, set[Item]] = defaultdict(set)
    groups_found: dict[Hashable, set[Item]] = defaultdict(set)
    for item, key in gold.items():
        groups_gold[key].add(item)
        groups_found[where[item]].add(item)
    p = r = 0.0
    for item, key in gold.items():
        if item in found or alone:
            both = len(groups_gold[key] & groups_found[where[item]])
            p += both / len(groups_found[where[item]])
            r += both / len(groups_gold[key])
    n = len(gold) or 1
    p, r = p / n, r / n
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0, "gold": len(gold)}


def same_when(read: object, wanted: object) -> bool:
    """Tell whether two EDTF values agree: equal, or the read one finer than a day-less gold; `~` aside."""
    left, right = (str(value or "").rstrip("~?%") for value in (read, wanted))
    return left == right or (len(left) > len(right) >= 4 and "/" not in right and left.startswith(right))


def same_value(kind: str, gold: str, read: str) -> bool:
    """Tell whether two values of a difference agree: numbers and dates equal, words longer or shorter."""
    if kind in ("number", "date"):
        return re.findall(r"[\d-]+", gold) == re.findall(r"[\d-]+", read)
    left, right = _fold(gold), _fold(read)
    return bool(left and right) and (left in right or right in left)

"""Words as pieces of the teacher's vocabulary.

Goes in: a word as printed. Comes out: the numbers of its pieces, by the likeliest cut (unigram model, Viterbi). A word
of letters or digits begins with the mark `▁`; punctuation does not, so that spaces never matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from riwaya.text.fold import is_dropped

__all__ = ["Pieces", "spelled"]

_START = "▁"
_UNKNOWN = 3
_LONGEST = 64  # letters of a word that are looked at


def spelled(word: str) -> str:
    """Give a printed word as the vocabulary spells it: compatibility forms resolved, no marks, tatweel or joiners.

    >>> spelled("المُشيــر"), spelled("،")
    ('▁المشير', '،')
    """
    word = word[:_LONGEST] if word.isascii() else unicodedata.normalize("NFKC", word[: 4 * _LONGEST])
    word = "".join(char for char in word if not is_dropped(char))[:_LONGEST]
    return _START + word if word[:1].isalnum() else word


class Pieces:
    """A vocabulary of pieces and their scores (logarithms of their likelihood)."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._known = {piece: (index, score) for index, (piece, score) in enumerate(zip(pieces, scores, strict=True))}
        self._longest = max(map(len, pieces))
        self._unknown = min(scores) - 10.0
        self._cache: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Give the pieces of a spelled word; a letter without a piece is one unknown piece."""
        cut = self._cache.get(word)
        if cut is None:
            cut = self._cut(word)
            if len(self._cache) < 1 << 16:
                self._cache[word] = cut
        return cut

    def _cut(self, word: str) -> tuple[int, ...]:
        size = len(word)
        best = [0.0] + [-1e30] * size
        back = [(0, _UNKNOWN)] * (size + 1)
        for start in range(size):
            if best[start] + self._unknown > best[start + 1]:
                best[start + 1], back[start + 1] = best[start] + self._unknown, (start, _UNKNOWN)
            for end in range(start + 1, min(size, start + self._longest) + 1):
                found = self._known.get(word[start:end])
                if found and best[start] + found[1] > best[end]:
                    best[end], back[end] = best[start] + found[1], (start, found[0])
        out = []
        while size:
            size, piece = back[size]
            out.append(piece)
        return tuple(reversed(out)) or (_UNKNOWN,)

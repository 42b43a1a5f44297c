"""Runs of seven words as numbers, and which documents share them.

Goes in: texts. Comes out: `Words` (where each word stands in the original), their seven-word runs as 64-bit numbers,
and for every two texts that share a run how many they share. Nothing is sampled: counts are exact but for
chance collisions (one in 2^64).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from riwaya.model import Document
from riwaya.text.fold import folded

__all__ = ["RUN", "Words", "runs", "shared_runs", "words_of"]

#: Words in a run. Seven in a row are seldom written twice by chance; the test set is judged on the same number.
RUN = 7
#: A run in more documents than this is counted between neighbours only: names and titles of a ruling house are long.
CROWD = 150
_WORD = re.compile(r"\w+")
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Words:
    """A document's body words in order: where each starts and ends in the text, and each as a number."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    numbers: NDArray[np.uint64]


@lru_cache(maxsize=100_000)
def _number(word: str) -> int:
    raw = word.encode("utf-8", "surrogatepass")
    return crc32(raw) << 32 | crc32(raw[::-1])


def words_of(doc: Document) -> Words:
    """Give the words of a document's body, spelling folded, punctuation left out."""
    starts, ends, numbers = [], [], []
    for block in doc.blocks:
        if block.role == "body":
            way = folded(block.span.of(doc.text))
            origin = (way.origin + block.span.start).tolist()
            for found in _WORD.finditer(way.text):
                starts.append(origin[found.start()])
                ends.append(origin[found.end() - 1] + 1)
                numbers.append(_number(found.group()))
    return Words(tuple(starts), tuple(ends), np.array(numbers, dtype=np.uint64))


def runs(words: Words, length: int = RUN) -> NDArray[np.uint64]:
    """Give every run of `length` words as a number, by the place of its first word; none where there are too few."""
    count = len(words.numbers) - length + 1
    total = np.zeros(max(count, 0), dtype=np.uint64)
    if count > 0:
        for place in range(length):
            total = total * _BASE + words.numbers[place : place + count]
    return total


def shared_runs(many: Sequence[NDArray[np.uint64]]) -> dict[tuple[int, int], int]:
    """Give, for each two of the texts (by number) that share runs, how many different runs they share."""
    kept = [np.unique(numbers) for numbers in many]
    if not kept:
        return {}
    owner = np.repeat(np.arange(len(kept), dtype=np.int64), [len(numbers) for numbers in kept])
    numbers = np.concatenate(kept)
    order = np.lexsort((owner, numbers))
    numbers, owner = numbers[order], owner[order]
    size = _group_sizes(numbers)
    keys = []
    for step in range(1, min(CROWD, int(size.max(initial=1)))):
        near = numbers[step:] == numbers[:-step]
        if step > 1:
            near &= size[step:] <= CROWD
        keys.append(owner[:-step][near] * len(kept) + owner[step:][near])
    pairs, counts = np.unique(np.concatenate(keys or [np.zeros(0, np.int64)]), return_counts=True)
    return {divmod(int(pair), len(kept)): int(count) for pair, count in zip(pairs, counts, strict=True)}


def _group_sizes(numbers: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Give, for each place of a sorted array, how many times its number stands in it."""
    _, inverse, counts = np.unique(numbers, return_inverse=True, return_counts=True)
    return counts[inverse.reshape(-1)].astype(np.int64)

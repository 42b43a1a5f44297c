"""The precise name tagger: a small encoder with two heads, run by onnxruntime where that and the model are there.

Goes in: the printed words of sentences. Comes out: for each word the likeliest label of either head (persons and
places; organisations), joined as the fast tagger joins them, and how likely it is. Neighbouring sentences are read in
one stretch of text, stretches of like length in one batch.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from riwaya.errors import RiwayaError
from riwaya.text.pieces import Pieces, spelled

__all__ = ["PreciseTagger", "Tagged", "decode", "precise_tagger"]

NAME_LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
ORG_LABELS = ("O", "B-ORG", "I-ORG", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-MISC", "I-MISC")
_WANTED = (("PERS", "LOC"), ("ORG",))
_STRETCH = 180  # pieces read at once: what it was trained on
_BATCH = 16  # stretches in one call: more is no faster and takes memory
_BEGIN, _PAD, _END = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence's labels (`organisation|person or place`) and how likely each half is, word by word."""

    labels: list[str]
    sure: tuple[list[float], list[float]]


def _allowed(labels: Sequence[str]) -> np.ndarray:
    bars = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for j, after in enumerate(labels):
        for i, before in enumerate(labels):
            if after[:1] == "I" and before[2:] != after[2:]:
                bars[i, j] = -1e9
    return bars


def decode(scores: np.ndarray, labels: Sequence[str]) -> list[int]:
    """Give the likeliest labels (by Viterbi) where an I- follows only its own kind. `scores`: (words, labels)."""
    bars = _allowed(labels)
    best = scores[0] + bars[0]
    back = []
    for row in scores[1:]:
        ways = best[:, None] + bars
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    out = [int(best.argmax())]
    for ways in reversed(back):
        out.append(int(ways[out[-1]]))
    return out[::-1]


class PreciseTagger:
    """The encoder and its vocabulary. `session` is an onnxruntime session."""

    def __init__(self, session: Any, pieces: Pieces) -> None:
        self._session = session
        self._pieces = pieces

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[Tagged]:
        """Give labels and their likelihood for each printed word of each sentence."""
        cut = [[self._pieces.of(spelled(word)) for word in words] for words in sentences]
        stretches = list(_stretches([sum(map(len, row)) for row in cut]))
        out = [Tagged([], ([], []))] * len(cut)
        order = sorted(range(len(stretches)), key=lambda at: -stretches[at][2])
        for start in range(0, len(order), _BATCH):
            group = [stretches[at] for at in order[start : start + _BATCH]]
            rows, places = zip(*(_row(cut[first:last]) for first, last, _ in group), strict=True)
            width = max(map(len, rows))
            ids = np.array([[*row, *[_PAD] * (width - len(row))] for row in rows], dtype=np.int64)
            for (first, last, _), at, scores in zip(
                group, places, self._session.run(None, {"pieces": ids})[0], strict=True
            ):
                begin = 0
                for index in range(first, last):
                    end = begin + len(cut[index])
                    out[index] = _labels(scores[np.array(at[begin:end], dtype=np.int64)])
                    begin = end
        return out


def _stretches(sizes: list[int]) -> Iterator[tuple[int, int, int]]:
    """Give (first sentence, sentence after the last, pieces) of each stretch of neighbouring sentences."""
    first, total = 0, 0
    for index, size in enumerate(sizes):
        if index > first and total + size > _STRETCH:
            yield first, index, total
            first, total = index, 0
        total += size
    if sizes:
        yield first, len(sizes), total


def _row(sentences: list[list[tuple[int, ...]]]) -> tuple[list[int], list[int]]:
    """Give one stretch's pieces, and where each word's first piece stands. What is too long repeats the last place."""
    ids, places = [_BEGIN], []
    for words in sentences:
        for pieces in words:
            places.append(min(len(ids), 509))
            ids += pieces
    return [*ids[:510], _END], places


def _labels(scores: np.ndarray) -> Tagged:
    if not len(scores):
        return Tagged([], ([], []))
    heads = []
    for labels, part in ((ORG_LABELS, scores[:, len(NAME_LABELS) :]), (NAME_LABELS, scores[:, : len(NAME_LABELS)])):
        even = part - part.max(1, keepdims=True)
        logs = even - np.log(np.exp(even).sum(1, keepdims=True))
        picks = decode(logs, labels)
        heads.append(([labels[pick] for pick in picks], np.exp(logs[np.arange(len(picks)), picks]).tolist()))
    (orgs, sure_org), (names, sure_name) = heads
    joined = []
    for org, name in zip(orgs, names, strict=True):
        joined.append(f"{org if org[2:] in _WANTED[1] else 'O'}|{name if name[2:] in _WANTED[0] else 'O'}")
    return Tagged(joined, (sure_org, sure_name))


@cache
def precise_tagger() -> PreciseTagger:
    """Give the shipped tagger, or say what is missing."""
    models = files("riwaya") / "data" / "models"
    try:
        import onnxruntime
    except ImportError as error:
        raise RiwayaError("the precise name tagger needs onnxruntime: pip install 'riwaya[precise]'") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a page is read by one process of many
    lines = zlib.decompress((models / "names-precise.pieces").read_bytes()).decode().split("\n")
    pairs = [line.rsplit("\t", 1) for line in lines]
    session = onnxruntime.InferenceSession((models / "names-precise.onnx").read_bytes(), options)
    return PreciseTagger(session, Pieces([piece for piece, _ in pairs], [float(score) for _, score in pairs]))

"""The precise name tagger: a small encoder with two heads, run by onnxruntime where that and the model are there.

Goes in: the printed words of sentences. Comes out: for each word the likeliest label of either head (persons and
places; organisations), joined as the fast tagger joins them, and how likely it is. What the encoder says of a word and
what the fast tagger says are weighed together: each knows names that the other does not. Neighbouring sentences are
read in one stretch of text, stretches of like length in one batch.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from riwaya.errors import RiwayaError
from riwaya.text.crf import Tagged, fast_chances, likeliest
from riwaya.text.fold import fold
from riwaya.text.pieces import Pieces, spelled

__all__ = ["PreciseTagger", "precise_tagger"]

NAME_LABELS = (
    "O",
    "B-PERS",
    "I-PERS",
    "B-LOC",
    "I-LOC",
    "B-ORG",
    "I-ORG",
    "B-MISC",
    "I-MISC",
)  # the other head: ORG first
_SHARE = 0.75  # how much the encoder weighs against the fast tagger; chosen on held-back training sentences
_CREDITS = (0.3, 1.0)  # for being a name, a body at all: labels of bodies are full of gaps; chosen there too
_LEAST = 1e-6
_STRETCH = 180  # pieces read at once: what it was trained on
_BATCH = 16  # stretches in one call: more is no faster and takes memory
_BEGIN, _PAD, _END = 0, 1, 2


class PreciseTagger:
    """The encoder and its vocabulary. `session` is an onnxruntime session."""

    def __init__(self, session: Any, pieces: Pieces) -> None:
        self._session = session
        self._pieces = pieces

    def tag(self, sentences: Sequence[Sequence[str]], *, share: float = _SHARE) -> list[Tagged]:
        """Give labels and their likelihood for each printed word of each sentence; `share` is the encoder's weight."""
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
                    out[index] = _labels(scores[np.array(at[begin:end], dtype=np.int64)], sentences[index], share)
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


def _labels(scores: np.ndarray, words: Sequence[str], share: float) -> Tagged:
    """Give the labels by the encoder's scores and the fast tagger's likelihoods, the first by `share`."""
    if not len(scores):
        return Tagged([], ([], []))
    heads = (scores[:, : len(NAME_LABELS)], scores[:, len(NAME_LABELS) :])
    mixed = []
    for part, fast in zip(heads, fast_chances([fold(word) for word in words]), strict=True):
        own = np.exp(part - part.max(1, keepdims=True))
        own /= own.sum(1, keepdims=True)
        own = own[:, : fast.shape[1]]  # what the encoder knows besides is no name of ours
        own[:, 0] = 1 - own[:, 1:].sum(1)
        logs = [np.log(np.maximum(chances, _LEAST)) for chances in (own, fast)]
        mixed.append(share * logs[0] + (1 - share) * logs[1])
    return likeliest(*mixed, credits=_CREDITS)


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

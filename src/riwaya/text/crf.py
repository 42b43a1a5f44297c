"""The fast name tagger: a conditional random field over folded words.

Goes in: the folded words of a sentence. Comes out: for each word the likeliest label, `organisation|person or place`,
with its likelihood; or the likelihood of every label of either half, which the precise tagger mixes into its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import pycrfsuite

from riwaya.text.features import word_features

__all__ = ["Tagged", "decode", "fast_chances", "fast_tags", "likeliest"]

_FIRST = "names-fast.crfsuite"  # learned from annotated sentences alone: cuts runs of names best
_MORE = "names-more.crfsuite"  # learned also from news that the precise tagger labelled: knows more names
_SURE = 0.8  # how sure it must be of a name that the first one did not see
_BESIDE = "names-beside.crfsuite"  # the best alone; it is weighed with the encoder
NAMES = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC")
ORGS = ("O", "B-ORG", "I-ORG")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence's labels (`organisation|person or place`) and how likely each half is, word by word."""

    labels: list[str]
    sure: tuple[list[float], list[float]]


@cache
def _tagger(model: str = _BESIDE) -> Any:
    tagger = pycrfsuite.Tagger()
    with as_file(files("riwaya") / "data" / "models" / model) as path:
        tagger.open(str(path))
    return tagger


def fast_tags(forms: Sequence[str]) -> Tagged:
    """Give the label of each folded word of a sentence and, for those in a name, how likely it is."""
    row = pycrfsuite.ItemSequence(word_features(forms))
    first, more = _read(_FIRST, row), _read(_MORE, row)
    for view in (0, 1):
        for start, end in _runs(more.labels, view):
            free = all(first.labels[at] == "O|O" for at in range(max(0, start - 1), min(end + 1, len(forms))))
            if free and min(more.sure[view][start:end]) >= _SURE:
                first.labels[start:end] = more.labels[start:end]
                first.sure[0][start:end] = more.sure[0][start:end]
    return first


def _read(model: str, row: Any) -> Tagged:
    tagger = _tagger(model)
    tagger.set(row)
    labels: list[str] = tagger.tag()
    sure = [1.0 if label == "O|O" else tagger.marginal(label, at) for at, label in enumerate(labels)]
    return Tagged(labels, (sure, sure))


def _runs(labels: Sequence[str], view: int) -> list[tuple[int, int]]:
    """Give first word and word after the last of each name in one half of the labels."""
    out: list[tuple[int, int]] = []
    for at, label in enumerate(labels):
        mark = label.split("|")[view]
        if mark[0] == "I" and out and out[-1][1] == at:
            out[-1] = (out[-1][0], at + 1)
        elif mark != "O":
            out.append((at, at + 1))
    return out


def fast_chances(forms: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Give the likelihood of each label of `NAMES` and of `ORGS` for each folded word: two arrays, a row a word."""
    _tagger().set(pycrfsuite.ItemSequence(word_features(forms)))
    return _chances(_tagger(), len(forms))


def _chances(tagger: Any, size: int) -> tuple[np.ndarray, np.ndarray]:
    names, orgs = np.zeros((size, len(NAMES))), np.zeros((size, len(ORGS)))
    for label, (name, org) in _columns().items():
        chances = [tagger.marginal(label, at) for at in range(size)]
        names[:, name] += chances
        orgs[:, org] += chances
    return names, orgs


@cache
def _columns() -> dict[str, tuple[int, int]]:
    """Give for each label of the model its place in `NAMES` and in `ORGS`."""
    pairs = {label: label.split("|") for label in _tagger().labels()}
    return {label: (NAMES.index(name), ORGS.index(org)) for label, (org, name) in pairs.items()}


def likeliest(names: np.ndarray, orgs: np.ndarray, *, credits: tuple[float, float]) -> Tagged:
    """Give the labels by the logarithms of their likelihood, with this much credit for being a name, a body at all."""
    halves = []
    for logs, labels, credit in ((names, NAMES, credits[0]), (orgs, ORGS, credits[1])):
        weighed = logs.copy()
        weighed[:, 0] -= credit
        picks = decode(weighed, labels)
        chances = np.exp(logs)
        sure = chances[np.arange(len(picks)), picks] / chances.sum(1)
        halves.append(([labels[pick] for pick in picks], sure.tolist()))
    (named, sure_name), (bodies, sure_org) = halves
    return Tagged([f"{org}|{name}" for org, name in zip(bodies, named, strict=True)], (sure_org, sure_name))


@cache
def _bars(labels: tuple[str, ...]) -> np.ndarray:
    return np.array(
        [[-1e9 if after[0] == "I" and before[2:] != after[2:] else 0.0 for after in labels] for before in labels]
    )


def decode(scores: np.ndarray, labels: tuple[str, ...]) -> list[int]:
    """Give the likeliest labels (by Viterbi) where an I- follows only its own kind. `scores`: (words, labels)."""
    bars = _bars(labels)
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

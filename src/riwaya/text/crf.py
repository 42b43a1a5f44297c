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

_MODEL = "names-fast.crfsuite"
NAMES = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC")
ORGS = ("O", "B-ORG", "I-ORG")
_NAME_CREDIT = 0.3  # annotators overlook names more often than they invent them; both chosen on held-back sentences
_ORG_CREDIT = 1.0  # an institution that is marked in one sentence and not in the next is one
_DOUBTLESS = 0.8  # a sentence of whose every label it is surer than that needs no weighing
_SETTLED = 0.97  # nor does a word of whose label it is surer than that
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence's labels (`organisation|person or place`) and how likely each half is, word by word."""

    labels: list[str]
    sure: tuple[list[float], list[float]]


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    with as_file(files("riwaya") / "data" / "models" / _MODEL) as path:
        tagger.open(str(path))
    return tagger


def fast_tags(forms: Sequence[str]) -> Tagged:
    """Give the label of each folded word of a sentence and how likely it is."""
    if not forms:
        return Tagged([], ([], []))
    tagger = _tagger()
    tagger.set(pycrfsuite.ItemSequence(word_features(forms)))
    labels: list[str] = tagger.tag()
    sure = [tagger.marginal(label, at) for at, label in enumerate(labels)]
    if min(sure) > _DOUBTLESS:
        return Tagged(labels, (sure, sure))
    known = {at: label for at, label in enumerate(labels) if sure[at] > _SETTLED}
    return likeliest(*(np.log(np.maximum(part, _LEAST)) for part in _chances(tagger, len(forms), known)))


def fast_chances(forms: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Give the likelihood of each label of `NAMES` and of `ORGS` for each folded word: two arrays, a row a word."""
    _tagger().set(pycrfsuite.ItemSequence(word_features(forms)))
    return _chances(_tagger(), len(forms), {})


def _chances(tagger: Any, size: int, known: dict[int, str]) -> tuple[np.ndarray, np.ndarray]:
    """Give the likelihood of every label of either half; a word whose label is known has that one alone."""
    names, orgs = np.zeros((size, len(NAMES))), np.zeros((size, len(ORGS)))
    columns = _columns()
    for at, label in known.items():
        name, org = columns[label]
        names[at, name] = orgs[at, org] = 1.0
    open_words = [at for at in range(size) if at not in known]
    for label, (name, org) in columns.items():
        chances = [tagger.marginal(label, at) for at in open_words]
        names[open_words, name] += chances
        orgs[open_words, org] += chances
    return names, orgs


@cache
def _columns() -> dict[str, tuple[int, int]]:
    """Give for each label of the model its place in `NAMES` and in `ORGS`."""
    pairs = {label: label.split("|") for label in _tagger().labels()}
    return {label: (NAMES.index(name), ORGS.index(org)) for label, (org, name) in pairs.items()}


def likeliest(names: np.ndarray, orgs: np.ndarray) -> Tagged:
    """Give the labels by the logarithms of their likelihood, with a little more credit for being a name at all."""
    halves = []
    for logs, labels, credit in ((names, NAMES, _NAME_CREDIT), (orgs, ORGS, _ORG_CREDIT)):
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

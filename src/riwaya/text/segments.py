"""The words of a text cut into clitics, each with its part of speech.

Goes in: a text. Comes out: one `Segmented` for each word of `tokenize(text)`, in order: the spans of its proclitics, its
stem and its pronoun, all in the original text, and the stem's part of speech (UPOS). The article stays with the stem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any

import pycrfsuite

from riwaya.model import Span
from riwaya.text.clitics import cutter, printed
from riwaya.text.features import sayable, word_features
from riwaya.text.fold import folded
from riwaya.text.words import Word, sentences, tokenize

__all__ = ["Segmented", "clitic_lengths", "segment", "tag_features", "tag_words"]

_MODEL = "upos.crfsuite"
_PIECE = 400  # words tagged at once; a longer "sentence" is cut


@dataclass(frozen=True, slots=True)
class Segmented:
    """A word, its proclitics (one span for each letter), its stem, its enclitic pronoun, and the stem's UPOS."""

    word: Word
    proclitics: tuple[Span, ...]
    stem: Span
    enclitic: Span | None
    upos: str


@lru_cache(maxsize=16)
def clitic_lengths(text: str) -> tuple[tuple[int, int], ...]:
    """Give, for each word of `tokenize(text)`, how many folded letters stand before and after its stem."""
    tokens = tokenize(text)
    words = [printed(word.span.of(text)) for word in tokens.words]
    cuts = cutter().cut(words)
    return tuple(
        cut if len(spelled) == len(word.form) else (0, 0)
        for cut, spelled, word in zip(cuts, words, tokens.words, strict=True)
    )


def tag_features(forms: Sequence[str], cuts: Sequence[tuple[int, int]]) -> list[list[str]]:
    """Give the features that parts of speech are told by: those of names, and each word's cut and bare stem."""
    forms = [sayable(form) for form in forms]
    rows = word_features(forms)
    for row, form, (front, end) in zip(rows, forms, cuts, strict=True):
        stem = form[front : len(form) - end]
        row += [f"cut={form[:front]}+{form[len(form) - end :] if end else ''}", "st=" + stem, "st1=" + stem[:1], "st2=" + stem[:2],
                "st-1=" + stem[-1:], "st-2=" + stem[-2:], "st-3=" + stem[-3:], f"m={stem[:1]}{stem[-2:]}"]  # fmt: skip
    return rows


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    with as_file(files("riwaya") / "data" / "models" / _MODEL) as path:
        tagger.open(str(path))
    return tagger


def tag_words(forms: Sequence[str], cuts: Sequence[tuple[int, int]]) -> list[str]:
    """Give the part of speech of each folded word of a sentence; digits and punctuation need no model."""
    tags: list[str] = _tagger().tag(pycrfsuite.ItemSequence(tag_features(forms, cuts)))
    plain = {True: "NUM", False: "PUNCT"}
    return [tag if form[0].isalpha() else plain[form[0].isdigit()] for form, tag in zip(forms, tags, strict=True)]


@lru_cache(maxsize=16)
def segment(text: str) -> tuple[Segmented, ...]:
    """Give every word of a text, cut and tagged. The last few texts are remembered, so asking again is free.

    >>> text = "وقال لقائدهم"
    >>> [([p.of(text) for p in s.proclitics], s.stem.of(text), s.enclitic and s.enclitic.of(text)) for s in segment(text)]
    [(['و'], 'قال', None), (['ل'], 'قائد', 'هم')]
    """
    tokens, cuts, way = tokenize(text), clitic_lengths(text), folded(text)
    tags: list[str] = []
    for span in sentences(text, Span(0, len(text))):
        first, last = tokens.index_at(span.start), tokens.index_at(span.end)
        tags += ["X"] * (first - len(tags))
        for start in range(first, last, _PIECE):
            end = min(start + _PIECE, last)
            forms = [word.form for word in tokens.words[start:end]]
            tags += tag_words(forms, cuts[start:end])
    tags += ["X"] * (len(cuts) - len(tags))
    out = []
    for word, (front, end), upos in zip(tokens.words, cuts, tags, strict=True):
        at, size = way.at(word.span.start), len(word.form)
        before = tuple(way.span(at + index, at + index + 1) for index in range(front))
        after = way.span(at + size - end, at + size) if end else None
        stem = way.span(at + front, at + size - end) if front or end else word.span
        out.append(Segmented(word, before, stem, after, upos))
    return tuple(out)

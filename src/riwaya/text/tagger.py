"""Names in a text, by a trained model: persons, places and organisations as spans with a score.

Goes in: a text. Comes out: `NameSpan`s in reading order, without proclitics. A place inside the name of an organisation
keeps its own span (`وزارة الخارجية المصرية` holds none, `مطار القاهرة` may), so spans can nest; two spans of one type
never overlap. The model is a conditional random field over folded words (`text.features`); what it was trained on, its
figures and its licence stand in `data/models/README.md`.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from riwaya.model import Span
from riwaya.text.clitics import cutter
from riwaya.text.crf import fast_tags
from riwaya.text.fold import folded
from riwaya.text.precise import precise_tagger
from riwaya.text.segments import clitic_lengths
from riwaya.text.words import Tokens, Word, sentences, tokenize

__all__ = ["NameSpan", "tag_names"]

_TYPES = {"PERS": "PERSON", "LOC": "PLACE", "ORG": "ORGANIZATION"}
_PROCLITICS = "وفبكل"
_LONGEST = 400  # words tagged in one piece; a longer "sentence" is cut, so that memory stays bounded


@dataclass(frozen=True, slots=True, order=True)
class NameSpan:
    """A name: code points [start, end) of the text, its type (PERSON, PLACE, ORGANIZATION), and how sure (0..1)."""

    start: int
    end: int
    type: str
    score: float

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


def tag_names(text: str, *, setting: str | None = None) -> tuple[NameSpan, ...]:
    """Give the names of a text in reading order. The last few texts are remembered, so asking again is free.

    `setting` is "fast" (the default) or "precise" (slower, better; needs onnxruntime). None asks the environment's
    RIWAYA_NAMES, so that a whole run can be made precise.

    >>> text = "وصل وزير الخارجية المصري سامح شكري إلى بيروت"
    >>> [(text[n.start : n.end], n.type) for n in tag_names(text)]
    [('سامح شكري', 'PERSON'), ('بيروت', 'PLACE')]
    """
    return _named(text, setting or os.environ.get("RIWAYA_NAMES") or "fast")


@lru_cache(maxsize=16)
def _named(text: str, setting: str) -> tuple[NameSpan, ...]:
    tokens = tokenize(text)
    page = _Page(tokens, clitic_lengths(text), Counter(word.form for word in tokens.words))
    pieces = []
    for span in sentences(text, Span(0, len(text))):
        words = tokens.between(span)
        pieces += [words[first : first + _LONGEST] for first in range(0, len(words), _LONGEST)]
    if setting == "precise":
        read = precise_tagger().tag([[word.span.of(text) for word in words] for words in pieces])
    elif setting == "fast":
        read = [fast_tags([word.form for word in words]) for words in pieces]
    else:
        raise ValueError(f"setting is {setting!r}; it can be 'fast' or 'precise'")
    found: dict[tuple[int, int], NameSpan] = {}
    for words, tagged in zip(pieces, read, strict=True):
        for start, end, view, kind in _spans(tagged.labels):
            score = round(min(tagged.sure[view][start:end]), 3)
            name = NameSpan(page.start(words[start]), words[end - 1].span.end, _TYPES[kind], score)
            other = found.get((name.start, name.end))
            if other is None or other.score < score:
                found[name.start, name.end] = name
    return tuple(sorted(found.values()))


def _spans(labels: list[str]) -> Iterator[tuple[int, int, int, str]]:
    """Give (first word, word after the last, half of the label, kind) of each name."""
    for view in (0, 1):
        start, kind = 0, ""
        for index, label in enumerate([*labels, "O|O"]):
            mark = label.split("|")[view]
            if kind and (mark[:1] != "I" or mark[2:] != kind):
                yield start, index, view, kind
                kind = ""
            if mark != "O" and not kind:
                start, kind = index, mark[2:]


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page tells of its own words: how they are cut, and how often each form stands on it."""

    tokens: Tokens
    cuts: tuple[tuple[int, int], ...]
    counts: Counter[str]

    def start(self, word: Word) -> int:
        """Give where a name that begins with this word begins, its proclitics off.

        The segmenter's cut is kept back where what it leaves is no known word, stands nowhere else on the page, and
        the whole word does; a cut it did not make is made where the page prints the rest as a word of its own.
        """
        form, front = word.form, self.cuts[word.index][0]
        if front:
            rest, level = form[front:], cutter().level
            alone = self.counts[rest] or level(rest) or level("ال" + rest) or rest[:1] == "ل"
            if not alone and (self.counts[form] > 1 or level(form)):
                front = 0
        elif form[0] in _PROCLITICS and len(form) > 3 and self.counts[form] == 1 and self.counts[form[1:]] > 1:
            front = 1
        if not front or len(word.span) == len(form):
            return word.span.start + front
        way = folded(self.tokens.text)
        at = way.at(word.span.start)
        return way.span(at + front, at + len(form)).start

"""Many phrases looked up at once: the longest that fits at each word, on folded text, proclitics off.

Goes in: phrases with a value each, then a text's `Tokens`. Comes out: `Hit`s: the value, the words and the span without
the proclitic. Built as a map from a phrase's first word to its phrases, so that a text is read once, word by word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from riwaya.model import Span
from riwaya.text.fold import fold
from riwaya.text.words import Tokens, Word, stems, word_forms

__all__ = ["Hit", "Phrases"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase found: words `first` up to, not including, `last`; `span` leaves a proclitic out."""

    value: Value
    span: Span
    first: int
    last: int
    proclitic: str = ""


class Phrases(Generic[Value]):
    """A fixed set of phrases, each with a value; the same phrase given twice keeps both values."""

    def __init__(self, pairs: Iterable[tuple[str, Value]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        known = list(pairs)
        for words, (_, value) in zip(word_forms(phrase for phrase, _ in known), known, strict=True):
            forms = tuple(form for form in words if form not in "\"'")
            if forms:
                self._by_first.setdefault(forms[0], []).append((forms, value))
        for many in self._by_first.values():
            many.sort(key=lambda pair: -len(pair[0]))

    def at(self, tokens: Tokens, index: int, *, proclitics: bool = True) -> tuple[Hit[Value], ...]:
        """Give the longest phrase (with all its values) that starts at word `index`, or nothing."""
        word = tokens.words[index]
        best: list[Hit[Value]] = []
        known = self._by_first
        for form, cut in stems(word.form) if proclitics else ((word.form, 0),):
            if form not in known:
                continue
            for forms, value in known[form]:
                length = len(forms)
                if best and length < best[0].last - best[0].first:
                    break
                last = self._match(tokens.words, index, forms)
                if last and (not best or last - index >= best[0].last - best[0].first):
                    if best and last - index > best[0].last - best[0].first:
                        best = []
                    start = _after_proclitic(tokens.text, word, cut)
                    best.append(Hit(value, Span(start, tokens.words[last - 1].span.end), index, last, word.form[:cut]))
            if best:
                break
        return tuple(best)

    @staticmethod
    def _match(words: tuple[Word, ...], index: int, forms: tuple[str, ...]) -> int:
        """Give the index after the phrase's last word, or 0. Quotes and low lines between its words are passed over."""
        at = index + 1
        for form in forms[1:]:
            while at < len(words) and words[at].form in "\"'_" and form not in "\"'_":
                at += 1
            if at >= len(words) or words[at].form != form:
                return 0
            at += 1
        return at

    def may_start(self, form: str) -> bool:
        """Tell whether a phrase can start at a word of this folded form, proclitics or not."""
        return any(rest in self._by_first for rest, _ in stems(form))

    def starting(self, form: str) -> tuple[tuple[tuple[str, ...], Value, int], ...]:
        """Give every phrase that can start at a word of this folded form: its words, its value, the letters cut off."""
        return tuple((forms, value, cut) for rest, cut in stems(form) for forms, value in self._by_first.get(rest, ()))

    def find(self, tokens: Tokens, span: Span | None = None, *, proclitics: bool = True) -> tuple[Hit[Value], ...]:
        """Give every phrase in the span (or the whole text), longest first match, left to right, none overlapping."""
        words = tokens.between(span) if span else tokens.words
        out: list[Hit[Value]] = []
        busy = -1
        for word in words:
            if word.index < busy:
                continue
            if hits := self.at(tokens, word.index, proclitics=proclitics):
                out.extend(hits)
                busy = hits[0].last
        return tuple(out)


def _after_proclitic(text: str, word: Word, cut: int) -> int:
    """Give the original offset after `cut` folded letters of the word (marks and tatweel are passed over)."""
    at, left = word.span.start, cut
    while left and at < word.span.end:
        if fold(text[at]):
            left -= 1
        at += 1
    while at < word.span.end and not fold(text[at]):
        at += 1
    return at

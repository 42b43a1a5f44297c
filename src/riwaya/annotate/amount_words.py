"""The words around a number: what is counted behind or before it, the word that governs it, its bounds, percent.

Goes in: a block's words (`Words`) and the indices of a number. Comes out: nouns with their spans, kinds, qualifiers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.lexicon.counted import Noun, counted_nouns, governs, not_counted, percents, qualifies
from riwaya.lexicon.numerals import number_words
from riwaya.lexicon.times import time_phrases
from riwaya.model import Span
from riwaya.text.fold import fold
from riwaya.text.words import Tokens, Word

__all__ = [
    "NounAt",
    "Words",
    "counted_after",
    "counted_before",
    "governor_of",
    "is_plain",
    "percent_at",
    "qualifier_of",
]

#: How many words back from a number the word that governs it is looked for, and how many on behind what is counted.
_GOVERNED_WITHIN, _GOVERNED_BEHIND = 7, 3
_STOPS = frozenset(".؟!؛:|")
#: Single letters that stand before or between numbers.
_AND, _OR = "و", "او"
#: The kind of a number of people to whom different things happened.
_MIXED = "count"
_PROCLITICS = frozenset(("و", "ف", "ب", "ل", "ك"))
_UNIT_LETTERS = frozenset("ABSsKkJTUVu")
#: A word this short is a particle; one that begins so is definite or joined, and not counted by the number before it.
_VERB_BEGINS, _VERB_ENDS = "ي", "وا"  # no noun that nobody knows begins or ends so, verbs of the present and plural do
_SHORTEST, _DEFINITE = 3, ("و", "ال", "لل", f"{'ب'}ال")


@dataclass(frozen=True, slots=True)
class NounAt:
    """A counted noun in place: what it is, its span, and the word after it."""

    noun: Noun
    span: Span
    last: int


@dataclass(frozen=True, eq=False)
class Words:
    """A block's words: `first` up to, not including, `stop` of the text's words; `taken` are parts of times."""

    text: str
    tokens: Tokens
    first: int
    stop: int
    taken: frozenset[int]

    @property
    def all(self) -> tuple[Word, ...]:
        return self.tokens.words

    def form(self, index: int) -> str:
        return self.tokens.words[index].form

    def sign(self, index: int) -> str:
        """Give the form of a word of the block, or nothing outside it."""
        return self.tokens.words[index].form if self.first <= index < self.stop else ""

    def after_letters(self, index: int, cut: int) -> int:
        """Give the offset after so many folded letters of a word."""
        at, left = self.all[index].span.start, cut
        while left and at < self.all[index].span.end:
            left -= bool(fold(self.text[at]))
            at += 1
        return at

    def noun_at(self, index: int) -> NounAt | None:
        """Give the counted noun that the lexicon knows at a word."""
        if not self.first <= index < self.stop:
            return None
        for hit in counted_nouns().at(self.tokens, index):
            glued = hit.proclitic and len(hit.span) < _SHORTEST  # "between" is no yen with a preposition
            if hit.last <= self.stop and not glued:
                return NounAt(hit.value, hit.span, hit.last)
        return None

    def governor_at(self, index: int) -> str | None:
        """Give the kind of the governing word that ends at a word."""
        for start in range(max(self.first, index - 2), index + 1):
            for hit in governs(after=False).at(self.tokens, start) if start < self.stop else ():
                if hit.last == index + 1:
                    return hit.value
        return None

    def range_end(self, first: int, last: int) -> int | None:
        """Give where the other end of a range begins: behind "to", a dash, or "and" after "between"."""
        sign = self.sign(last)
        if sign == "-" and last + 1 < self.stop:
            return last + 1
        entries = time_phrases().at(self.tokens, last) if sign and not sign.isdigit() else ()
        if entries and entries[0].value.letter == "O" and first > self.first:
            return entries[0].last + (self.sign(entries[0].last) in ("ال", "ل"))
        if sign == _AND and self._is_between(first):
            return last + 1
        if sign.startswith(_AND) and len(sign) > 1 and self._is_between(first):
            return last if number_words().may_start(sign) else None
        return None

    def _is_between(self, first: int) -> bool:
        entries = time_phrases().at(self.tokens, first - 1) if first > self.first else ()
        return bool(entries) and entries[0].value.letter == "b"


@lru_cache(maxsize=1 << 16)
def is_plain(form: str) -> bool:
    """Tell whether a word surely begins no amount: neither a number nor a noun that counts by itself."""
    return form[0].isalpha() and not number_words().may_start(form) and not counted_nouns().may_start(form)


@cache
def _percent() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(form).split()) for entry in percents() for form in entry.forms)


def percent_at(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """Give the words of a per cent sign before or behind a number, number and all, or None."""
    if words.sign(last) == "%":
        return first, last + 1
    if words.sign(first - 1) == "%" and words.all[first - 1].span.end == words.all[first].span.start:
        return first - 1, last
    for forms in _percent():
        if all(words.sign(last + place) == form for place, form in enumerate(forms)):
            return first, last + len(forms)
    return None


def counted_after(words: Words, index: int) -> NounAt | None:
    """Give what stands counted behind a number: a noun of the lexicon, "of the wounded of …", or the next word."""
    at = index
    if words.sign(at) == "" or at in words.taken:
        return None
    entries = time_phrases().at(words.tokens, at)
    if entries and entries[0].value.letter == "v":  # "70 of the wounded"
        known = words.noun_at(at + 1)
        return known if known and known.noun.kind not in ("money", "distance") else None
    if entries and entries[0].value.letter in _UNIT_LETTERS:
        return NounAt(Noun("times"), entries[0].span, entries[0].last)
    word = words.all[at]
    known = words.noun_at(at)
    if known:
        joined = word.form[0] == _AND and word.form != fold(known.span.of(words.text))
        return None if joined else known  # "7 and a soldier" counts no soldiers
    if word.is_punctuation or word.is_number or len(word.form) < _SHORTEST or entries:
        return None
    if word.form in _function_words() or word.form[1:] in _function_words() or word.form.startswith(_DEFINITE):
        return None
    if word.form.startswith(_VERB_BEGINS) or word.form.endswith(_VERB_ENDS):
        return None
    return NounAt(Noun("count"), word.span, at + 1)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(form) for entry in not_counted() for form in entry.forms)


def counted_before(words: Words, index: int) -> NounAt | None:
    """Give the definite noun right before a definite number: "the states, five"."""
    if index - 1 < words.first or index - 1 in words.taken:
        return None
    known = words.noun_at(index - 1)
    if known:
        return known if known.noun.kind != "money" else None
    word = words.all[index - 1]
    entries = time_phrases().at(words.tokens, index - 1)
    if entries and entries[0].value.letter in _UNIT_LETTERS:
        return NounAt(Noun("times"), entries[0].span, index)
    return NounAt(Noun("count"), word.span, index) if word.form.startswith("ال") and len(word.form) > 4 else None


def governor_of(words: Words, first: int, last: int) -> str | None:
    """Give the kind that a word before the number (the nearest) or right behind what is counted gives to people."""
    for at in range(first - 1, max(words.first, first - _GOVERNED_WITHIN) - 1, -1):
        form = words.form(at)
        if form in _STOPS:
            break
        kind = words.governor_at(at)
        if kind:
            return _MIXED if _is_mixed(words, at, kind) else kind
    for at in range(last, min(words.stop, last + _GOVERNED_BEHIND)):
        if words.form(at) in _STOPS or words.form(at) in "،,":
            break
        for hit in governs(after=True).at(words.tokens, at):
            return hit.value
        if words.form(at)[0].isdigit():
            break
    return None


def _is_mixed(words: Words, at: int, kind: str) -> bool:
    """Tell whether a word of another kind is joined to a governing one ("the killing and wounding of 20")."""
    if words.form(at).startswith(_AND):
        return words.governor_at(at - 1) not in (None, kind)
    return words.form(at - 1) == _OR and words.governor_at(at - 2) not in (None, kind)


def qualifier_of(words: Words, first: int, last: int) -> str | None:
    """Give the bound or approximation that stands right before a number or right behind what it counts."""
    for start in range(max(words.first, first - 4), first):
        for hit in qualifies(after=False).at(words.tokens, start):
            if hit.last == first or (hit.last == first - 1 and words.form(first - 1) in _PROCLITICS):
                return hit.value
    if last < words.stop:
        for hit in qualifies(after=True).at(words.tokens, last):
            return hit.value
    return None

"""A stretch of text as pieces of time: its words in, one letter for each piece out, for patterns to look at.

Goes in: a text and a span of it. Comes out: `Pieces`: the pieces in order (words of the lexicon of time, numbers,
punctuation, and `x` for any other word) and `letters`, one letter a piece. A proclitic is a piece of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from riwaya.lexicon.numerals import number_words
from riwaya.lexicon.phrases import Hit
from riwaya.lexicon.times import DATED_MONTH, TimeEntry, time_phrases
from riwaya.model import Span
from riwaya.text.calendar import GREGORIAN_YEARS
from riwaya.text.numbers import Reading
from riwaya.text.words import Tokens, Word, tokenize

__all__ = ["Piece", "Pieces", "cut"]

_PUNCTUATION = frozenset('/-,().:"|')
_COMMAS = {
    "،": ",",
    "؛": "|",
    ".": ".",
    "!": "|",
    "؟": "|",
    "?": "|",
    ";": "|",
    "[": "(",
    "]": ")",
    "'": '"',
    "\\": "/",
}
_PROCLITICS = {"و": "w", "ف": "w", "ل": "7", "ب": "8", "ك": "9"}
_DOTTED = re.compile(r"(\d{1,4})\.(\d{1,2})\.(\d{1,4})")
#: "Monday" without the article is also "two"; behind "every", "first" and "last" it is the day.
_BEFORE_WEEKDAY = frozenset("XoIJ")
#: A day of the month has at most two digits.
_LAST_DAY = 31
_YEAR_DIGITS = 4
#: The letters of a month that is another word too, and of one that is not.
_STRICT_MONTH, _MONTH = "m", "M"
_DAY_LETTERS = frozenset("docvs")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its letter, its span without proclitics, and what it is worth."""

    letter: str
    span: Span
    number: float | int = 0
    entry: TimeEntry | None = None
    form: str = ""


@dataclass(frozen=True, eq=False)
class Pieces:
    """The pieces of a stretch of text in order, and their letters as one string."""

    text: str
    pieces: tuple[Piece, ...]
    letters: str

    def span(self, first: int, last: int) -> Span:
        """Give the span of the pieces `first` up to, not including, `last`."""
        return Span(self.pieces[first].span.start, self.pieces[last - 1].span.end)


def cut(text: str, span: Span, *, country: str | None = None) -> Pieces:
    """Give the pieces of a stretch of text; `country` (ISO 3166-1, small letters): that of its outlet.

    >>> cut("في 17 أيلول/ سبتمبر الجاري", Span(0, 26)).letters
    '@dM/MC'
    """
    words = tokenize(text).between(span)
    near = _near_anchors([_weight(word.form) for word in words])
    if not any(near):
        return Pieces(text, (), "")
    pieces: list[Piece] = []
    first, stop, breaks = words[0].index, words[-1].index + 1, "\n" in text[span.start : span.end]
    index, before = first, words[0].span.start
    all_words = tokenize_words(text)
    while index < stop:
        word = all_words[index]
        if breaks and "\n" in text[before : word.span.start]:
            pieces.append(Piece("|", Span(before, before)))
        at = index
        index = _add(text, index, pieces, country) if near[index - first] else index + 1
        if index == at + 1 and not near[at - first]:
            pieces.append(_OTHER)
        before = all_words[index - 1].span.end
    return Pieces(text, tuple(pieces), "".join([piece.letter for piece in pieces]))


#: A word that is none of the grammar's, wherever it stands.
_OTHER = Piece("x", Span(0, 0))
#: Letters that a time can be made of; all others only stand beside these, at most so many words away.
_ANCHORS = frozenset("dnylcoNMmLHhWqABSsKkJTUVuDp¶!QjYX%;")
_BESIDE = 10
#: What a word weighs: none of the grammar's, one that matters only beside an anchor, one that always does, an anchor.
_NOTHING, _LITTLE, _MARK, _ANCHOR = range(4)
#: The letter of words that make a clause past, wherever in it they stand.
_PERFECT = "#"


@lru_cache(maxsize=1 << 16)
def _weight(form: str) -> int:
    """Give what a word of this form weighs; remembered, as most words of a language come again."""
    if not form[0].isalnum():
        return _MARK
    if form[0].isdigit() or number_words().may_start(form):
        return _ANCHOR
    letters = {value.letter for _, value, _ in time_phrases().starting(form)}
    if letters & _ANCHORS:
        return _ANCHOR
    if _PERFECT in letters:
        return _MARK
    return _LITTLE if letters or form in _PROCLITICS else _NOTHING


def _near_anchors(weights: list[int]) -> list[bool]:
    """Tell for each word whether it must be looked at; nothing where there is no anchor at all."""
    near = [False] * len(weights)
    until = -1
    for at, weight in enumerate(weights):
        if weight == _ANCHOR:
            for place in range(max(at - _BESIDE, until), at):
                near[place] = weights[place] > _NOTHING
            until = at + _BESIDE
        near[at] = weight > _LITTLE or (weight == _LITTLE and at <= until)
    return near if until >= 0 else []


def tokenize_words(text: str) -> tuple[Word, ...]:
    """Give the text's words."""
    return tokenize(text).words


def _add(text: str, index: int, pieces: list[Piece], country: str | None) -> int:
    """Add the piece or pieces that start at a word; give the index of the word after them."""
    tokens = tokenize(text)
    word = tokens.words[index]
    if word.is_punctuation:
        sign = word.form if word.form in _PUNCTUATION else _COMMAS.get(word.form, "|")
        pieces.append(Piece(sign, word.span))
        return index + 1
    if entry := _alone(word.form):
        pieces.append(Piece(entry.letter, word.span, entry.number, entry))
        return index + 1
    hits = _without_dated_month(time_phrases().at(tokens, index), tokens, pieces, country)
    numbers = number_words()
    reading = None
    ranked = bool(pieces) and pieces[-1].letter in _BEFORE_WEEKDAY
    if (not hits or (hits[0].value.letter == "q" and not ranked)) and numbers.may_start(word.form):
        reading = numbers.ordinal(tokens.words, index)
        if reading is None or not reading.definite:
            reading = numbers.cardinal(tokens.words, index) or reading
    if reading:
        _add_number(text, reading, pieces)
        return reading.last
    if hits:
        hit = hits[0]
        _add_proclitic(hit.proclitic, hit.span.start, pieces)
        letter = hit.value.letter
        if letter == _STRICT_MONTH and country in hit.value.home:
            letter = _MONTH
        pieces.append(Piece(letter, hit.span, hit.value.number, hit.value))
        return hit.last
    if word.form in _PROCLITICS:  # "و2020", "ل 5"
        pieces.append(Piece(_PROCLITICS[word.form], Span(word.span.end, word.span.end)))
        return index + 1
    if _DOTTED.fullmatch(word.form):
        pieces.append(Piece("N", word.span, 0, None, word.form))
        return index + 1
    pieces.append(Piece("x", word.span, 0, None, word.form))
    return index + 1


#: Letters whose meaning the words around them decide.
_TURNING = frozenset("Lmq")


@lru_cache(maxsize=1 << 16)
def _alone(form: str) -> TimeEntry | None:
    """Give the entry of a word that can begin no longer phrase and no number, has no proclitic, and means one thing."""
    found = time_phrases().starting(form)
    if not found or any(len(words) > 1 for words, _, _ in found) or number_words().may_start(form):
        return None
    whole = [value for _, value, cut in found if cut == 0]
    return whole[0] if len(whole) == 1 and whole[0].letter not in _TURNING else None


def _without_dated_month(
    hits: tuple[Hit[TimeEntry], ...], tokens: Tokens, pieces: list[Piece], country: str | None
) -> tuple[Hit[TimeEntry], ...]:
    """Leave a month out that must stand between a day and a year and does not; between them, leave its twin out."""
    dated = [hit for hit in hits if hit.value.letter == DATED_MONTH]
    if not dated:
        return hits
    after = tokens.words[dated[0].last].form if dated[0].last < len(tokens.words) else ""
    before = pieces[-1].letter if pieces else ""
    year = len(after) == _YEAR_DIGITS and after.isdecimal()
    if before in _DAY_LETTERS and (year or country in dated[0].value.home):
        return tuple(dated)
    return tuple(hit for hit in hits if hit.value.letter != DATED_MONTH)


def _add_proclitic(letters: str, at: int, pieces: list[Piece]) -> None:
    for letter in letters:
        if letter in _PROCLITICS:
            pieces.append(Piece(_PROCLITICS[letter], Span(at, at)))


def _add_number(text: str, reading: Reading, pieces: list[Piece]) -> None:
    words = tokenize_words(text)
    first, last = words[reading.first], words[reading.last - 1]
    start = first.span.start + reading.cut
    _add_proclitic(first.form[: reading.cut], start, pieces)
    letter = _number_letter(first, reading)
    if letter == "c" and pieces and pieces[-1].letter in _YEAR_WORDS and reading.value in _YEARS_IN_WORDS:
        letter = "y"
    pieces.append(Piece(letter, Span(start, last.span.end), reading.value, None, first.form))


#: Behind the word "year", a number in words that is one of ours is a year: "the year two thousand and sixteen".
_YEAR_WORDS, _YEARS_IN_WORDS = frozenset("AB"), range(1800, 2101)


def _number_letter(word: Word, reading: Reading) -> str:
    if reading.ordinal:
        return "o"
    if reading.in_words:
        return "c"
    if not word.form.isdigit():
        return "n"
    if len(word.form) <= 2 and reading.value <= _LAST_DAY:
        return "d"
    if len(word.form) > _YEAR_DIGITS:
        return "l"
    return "y" if len(word.form) == _YEAR_DIGITS and int(reading.value) in GREGORIAN_YEARS else "n"

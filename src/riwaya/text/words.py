"""Words, clitics and sentences as spans of the original text.

Goes in: text (with or without a span to look at). Comes out: `Tokens`, the text's words in order. A word knows its
folded form and, by light rules, what may be stripped from its front; the trained segmenter (`text.tagger`) decides
where rules cannot. Punctuation is a word of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from riwaya.model import Span
from riwaya.text.fold import fold, folded

__all__ = ["ARTICLED", "Tokens", "Word", "sentences", "stems", "tokenize", "word_forms"]

#: A word: an address of the net (bounded, so that a page of letters and dots stays linear), letters, a number
#: (agencies also write 13.2 as 2ر13), a sign.
_WORD = re.compile(
    r"(?:https?://|www\.)[!-~]{1,500}[0-9a-z/]"
    r"|[0-9a-z][0-9a-z.+-]{0,60}@[0-9a-z-]{1,60}(?:\.[0-9a-z-]{1,60}){1,6}"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*|\d{1,3}ر\d{1,3}(?![^\W_])|\d+(?:[.,]\d+)*|[^\w\s]|_+"
)
_CLOSERS = "\"')\\]»”’›"
#: An end of a sentence: a stop before a space, a stop that lost its space between two Arabic words or after a year (but
#: not the dot of a site's name), a line break, a semicolon.
_ENDS = re.compile(
    rf"[.!؟?…]+[{_CLOSERS}]*(?=\s|$)"
    rf"|(?:(?<=[\u0621-\u0652]{{2}})|(?<=[\u0621-\u0652][{_CLOSERS}])|(?<=\d{{4}}))[.!؟?…]+[{_CLOSERS}]*"
    r"(?=[«“(\u200e\u200f]{0,2}[\u0621-\u064a]{2})(?!نت\b|كوم\b)"
    r"|[\n\r\u2028\u2029]+|؛(?=\s)"
)
#: Latin letters as Arabic spells them, folded: they stand between dots in names and end no sentence glued to the next.
_LETTER_NAMES = frozenset(
    ("اي", "ايه", "بي", "سي", "دي", "اف", "جي", "اتش", "جيه", "كيه", "كي", "ال", "ام", "ان", "او", "كيو", "ار", "اس",
     "تي", "يو", "في", "دبليو", "اكس", "واي", "زد", "زي", "ايتش")
)  # fmt: skip
_LONGEST_LETTER_NAME = 6  # with a word of one letter before it
_ABBREVIATIONS = frozenset(
    ("د", "م", "أ", "ا", "ص", "ب", "ج", "ت", "ه", "ق", "س", "مج", "ط", "no", "dr", "mr", "mrs", "st", "vs")
)


_LONGEST_NUMBER = 4  # letters of the longest abbreviation, digits of the longest number of a list line


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its span in the original, its folded form, and where it stands in `Tokens.words` (`index`)."""

    span: Span
    form: str
    index: int

    @property
    def is_punctuation(self) -> bool:
        return not self.form[0].isalnum()

    @property
    def is_number(self) -> bool:
        return self.form[0].isdigit()


@dataclass(frozen=True, eq=False)
class Tokens:
    """The words of one text in order, with look-up by offset."""

    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def between(self, span: Span) -> tuple[Word, ...]:
        """Give the words that start inside the span."""
        return self.words[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def index_at(self, offset: int) -> int:
        """Give the index of the first word that starts at or after `offset` (the number of words if none does)."""
        return bisect_left(self.starts, offset)


@lru_cache(maxsize=16)
def tokenize(text: str) -> Tokens:
    """Cut a text into words. The last few texts are remembered, so that every layer may ask.

    >>> [w.form for w in tokenize("قال المُشير: «لا».").words]
    ['قال', 'المشير', ':', '"', 'لا', '"', '.']
    """
    way = folded(text)
    place = range(len(text) + 1) if way.plain else way.origin.tolist()
    words: list[Word] = []
    for found in _WORD.finditer(way.text):
        start, end = found.span()
        words.append(Word(Span(place[start], max(place[end - 1] + 1, place[end])), found.group(), len(words)))
    return Tokens(text, tuple(words), tuple(word.span.start for word in words))


def word_forms(phrases: Iterable[str]) -> list[tuple[str, ...]]:
    """Give the folded words of many short texts, as `tokenize` cuts them, but folded at once and without spans.

    >>> word_forms(["قال المُشير", "لا"])
    [('قال', 'المشير'), ('لا',)]
    """
    flat = [phrase.replace("\n", " ") for phrase in phrases]
    return [tuple(_WORD.findall(line)) for line in fold("\n".join(flat)).split("\n")] if flat else []


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Cut a stretch of text into sentences; a line break always ends one, a full stop after an abbreviation never.

    >>> [s.of("قال د. سامي نعم. ثم مضى") for s in sentences("قال د. سامي نعم. ثم مضى", Span(0, 23))]
    ['قال د. سامي نعم.', 'ثم مضى']
    """
    found: list[Span] = []
    start = span.start
    for end in _ENDS.finditer(text, span.start, span.end):
        dotted = end.group().startswith(".")
        if dotted and (_is_abbreviation(text, start, end.start()) or _is_spelled(text, start, end.span())):
            continue
        _add_trimmed(text, start, end.end(), found)
        start = end.end()
    _add_trimmed(text, start, span.end, found)
    return tuple(found)


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    """Tell whether the full stop at `stop` follows an abbreviation, an initial, or the number of a list line."""
    first = stop
    while first > start and stop - first <= _LONGEST_NUMBER and text[first - 1].isalnum():
        first -= 1
    word = text[first:stop]
    if not word or len(word) > _LONGEST_NUMBER:
        return False
    if word.isdigit():
        return len(word) < 4 and not text[max(start, first - 3) : first].strip() and not text[start:first].strip()
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def _is_spelled(text: str, start: int, stop: tuple[int, int]) -> bool:
    """Tell whether a full stop that is glued to the next word follows a letter's name, as in a dotted name."""
    if not text[stop[1] : stop[1] + 1].isalpha():
        return False
    first = stop[0]
    while first > start and stop[0] - first <= _LONGEST_LETTER_NAME and text[first - 1].isalpha():
        first -= 1
    word = fold(text[first : stop[0]])
    return word in _LETTER_NAMES or (word[:1] in "وفبكل" and word[1:] in _LETTER_NAMES)


def _add_trimmed(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


#: Proclitic strings as they can stand before a noun, longest first; `لل` hides the article's alef.
PROCLITICS = ("وبال", "فبال", "وكال", "ولل", "فلل", "بال", "كال", "فال", "وال", "لل", "ال", "وب", "وك", "ول", "فب", "فل",
              "و", "ف", "ب", "ك", "ل")  # fmt: skip
#: Those that end in the article: a word that begins so begins something new.
ARTICLED = tuple(letters for letters in PROCLITICS if letters[-2:] in ("ال", "لل") and letters != "ال")


@lru_cache(maxsize=1 << 16)
def stems(form: str) -> tuple[tuple[str, int], ...]:
    """Give the readings of a folded word as (rest, letters cut from the front), the whole word first.

    Only letters are cut, no lexicon is asked; `لل…` gives back the article (`للمشير`: `المشير`, 1 letter cut), then the
    name that itself begins so (`للبنان`).

    >>> stems("وللمشير")
    (('وللمشير', 0), ('للمشير', 1), ('المشير', 2), ('لمشير', 2))
    """
    out = [(form, 0)]
    front = 0
    for letters in ("وف", "بكلس"):
        if front < len(form) - 2 and form[front] in letters:
            if form[front] == "ل" and form[front + 1] == "ل":
                out += [("ا" + form[front + 1 :], front + 1), (form[front + 1 :], front + 1)]
                return tuple(out)
            front += 1
            out.append((form[front:], front))
    return tuple(out)

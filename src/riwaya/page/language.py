"""Which language a page is in, by its letters and its smallest words.

Goes in: the folded text and the original. Comes out: a BCP 47 tag: ar, fa, ur, ckb, a Latin-script guess (en, fr), or
und. Arabic letters with several of Persian's, Urdu's or Sorani's own are theirs; a stray one is a typing habit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.text.fold import fold

__all__ = ["LanguageWords", "language_of"]

_LOOK_AT = 20_000  # letters from the start: enough for any page
_LEAST = 0.02  # share of a language's own letters above which they are no accident
_OWN = 3  # how much more a language's own letters tell than its small words
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufefc]")
_ARABIC_SCRIPT = ("ar", "fa", "ur", "ckb")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """What tells a language: its tag, letters that Arabic lacks, and small words that every text of it holds."""

    id: str
    letters: str
    words: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def _languages() -> tuple[tuple[LanguageWords, frozenset[str]], ...]:
    rows = load_entries("languages.toml", "language", LanguageWords)
    return tuple((row, frozenset(map(fold, row.words))) for row in rows)


def language_of(text: str) -> str:
    """Give the language tag of a text ("und" where it has no letters to tell by).

    >>> language_of("وصل الصيادون إلى الميناء في الصباح"), language_of("The harbour was closed in the morning")
    ('ar', 'en')
    """
    head = text[:_LOOK_AT]
    letters = len(_LETTER.findall(head))
    if not letters:
        return "und"
    arabic = len(_ARABIC.findall(head)) * 2 >= letters
    words = _WORD.findall(fold(head))
    best, tag = 0.0, "ar" if arabic else "und"
    for row, small in _languages():
        if arabic != (row.id in _ARABIC_SCRIPT):
            continue
        own = sum(head.count(letter) for letter in row.letters) / letters
        share = sum(word in small for word in words) / max(1, len(words))
        score = share + (_OWN * own if own > _LEAST else 0.0)
        if score > best:
            best, tag = score, row.id
    return tag

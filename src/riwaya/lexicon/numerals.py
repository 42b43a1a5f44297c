"""The number words of Arabic, loaded: `data/numbers.toml` in, a `NumberWords` that reads numbers out."""

from __future__ import annotations

from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.text.numbers import NumberWords, Numeral

__all__ = ["number_words", "numerals"]


def numerals() -> tuple[Numeral, ...]:
    """Give the entries of `data/numbers.toml`."""
    return load_entries("numbers.toml", "numeral", Numeral)


@cache
def number_words() -> NumberWords:
    """Give the reader of numbers; it is built once.

    >>> from riwaya.text.words import tokenize
    >>> number_words().cardinal(tokenize("ثلاثة وعشرون ألفا ومئتان").words, 0).value
    23200
    """
    return NumberWords(numerals())

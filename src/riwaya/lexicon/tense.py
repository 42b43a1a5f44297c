"""The words that say which way a clause looks, loaded from `tense.toml`: ahead, past, somebody's speech, a clause of its own.

Goes in: the data file. Comes out: entries, table by table.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.load import load_entries

__all__ = ["ClauseBreak", "FutureWords", "clause_breaks", "future_words", "not_future", "not_now", "speech_verbs"]


@dataclass(frozen=True, slots=True)
class FutureWords:
    """Words that look ahead, or only seem to; with `then`, where that word stands between them and the day.

    `present` verbs look ahead only where no "was" or "did not" stands before them.
    """

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    then: str = ""
    present: bool = False


@dataclass(frozen=True, slots=True)
class ClauseBreak:
    """Words that begin a clause of their own; a relative one looks ahead only where a verb of the present follows."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    relative: bool = False


def future_words() -> tuple[FutureWords, ...]:
    """Give the words that look ahead."""
    return load_entries("tense.toml", "future", FutureWords)


def not_future() -> tuple[FutureWords, ...]:
    """Give the words that only look like verbs of the future."""
    return load_entries("tense.toml", "not_future", FutureWords)


def not_now() -> tuple[FutureWords, ...]:
    """Give the words that make a present verb after them past."""
    return load_entries("tense.toml", "not_now", FutureWords)


def clause_breaks() -> tuple[ClauseBreak, ...]:
    """Give the words that begin a clause of their own."""
    return load_entries("tense.toml", "clause_break", ClauseBreak)


def speech_verbs() -> tuple[FutureWords, ...]:
    """Give the verbs after which words are somebody's speech."""
    return load_entries("tense.toml", "speech", FutureWords)

"""Expressions of time found in a text's pieces: the rules' finds, checked against what stands around them.

Goes in: `Pieces`. Comes out: `Expression`s, left to right, not valued yet.
"""

from __future__ import annotations

import re

from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_joins import before, joined, opened
from riwaya.annotate.time_patterns import matches
from riwaya.annotate.time_slots import build
from riwaya.annotate.time_words import Pieces
from riwaya.lexicon.counted import counted_nouns
from riwaya.text.words import tokenize

__all__ = ["parse"]

#: Rules that use up their words without giving a time.
_SILENT = frozenset(("clock", "age", "era", "before-event"))
#: A bare number of four digits is a year only in these years, and only where its neighbours allow it.
_BARE_YEARS = range(1800, 2101)
#: A number above this is a count, unless words like "by" and "until" stand before it.
_NEAR_YEARS, _TOWARDS = 2060, frozenset("^zO-/")
#: A number of four digits right behind "last year" and the like: the year, unless it counts something.
_TOLD_YEAR = re.compile(r"(?:[PFC]|t[BC])\(?y")
#: The letter of words that make a name of a day or month behind them.
_NAMED = "§"
#: A month's name that is another word too, with nothing beside it but a preposition.
_LONE_NAME = "m"
_YEAR_BEFORE = frozenset('@izb^wOv(/-,|"AB&I7rgaxU:=§')
#: Before a bare year: "since the revolution of", or another year and "to" or "and".
_YEAR_LEADS = re.compile(r"(?:i[x§]{1,2}|y(?:[wz]*O|w))$")
_YEAR_AFTER = frozenset('|,.()"w@zvOga=/-:i^brIFPp;e0t+_#W8')


def parse(pieces: Pieces) -> tuple[Expression, ...]:
    """Give the expressions of time in a stretch, left to right, none overlapping, intervals joined."""
    found: list[Expression] = []
    for rule, first, last in matches(pieces.letters):
        if rule in _SILENT or (rule == "bare-year" and not _is_year(pieces, first, last)):
            continue
        if rule == "month" and pieces.letters[first:last] == _LONE_NAME and _is_person(pieces, first):
            continue
        told = _TOLD_YEAR.search(pieces.letters, first, last)
        if told and not _is_written_year(pieces, first, last):
            rule, last = "unit" if rule == "told-year" else rule, told.start() + 1
        found.extend(expression for expression in build(rule, pieces, first, last) if not _is_name(pieces, expression))
    return tuple(opened(pieces, joined(pieces, found)))


def _is_name(pieces: Pieces, expression: Expression) -> bool:
    """Tell whether a day or month without a year is the name of a war, a street or a town, by the word before it."""
    whole = expression.year or expression.relation or expression.year_relation
    return (
        expression.rule in ("day", "month")
        and not whole
        and pieces.letters[expression.first - 1 : expression.first] == _NAMED
    )


def _is_person(pieces: Pieces, at: int) -> bool:
    """Tell whether the name of a month is one of persons too, so that "from May" may be from Theresa May."""
    entry = pieces.pieces[at].entry
    return bool(entry and entry.month and entry.month.person)


def _is_year(pieces: Pieces, first: int, last: int) -> bool:
    """Tell whether a bare number of four digits may be a year, by what stands around it."""
    letters = pieces.letters
    if not _is_written_year(pieces, first, last):
        return False
    if before(letters, first).endswith("*x"):  # "vision of the kingdom 2030"
        return False
    behind = letters[first - 1] if first else "|"
    year = next(piece for piece in pieces.pieces[first:last] if piece.letter == "y")
    if year.number > _NEAR_YEARS and behind not in _TOWARDS:
        return False
    after = letters[last] if last < len(letters) else "|"
    if (behind in "@iz^b" and after == "x") or _YEAR_LEADS.search(before(letters, first)):
        return True
    return behind in _YEAR_BEFORE and after in _YEAR_AFTER


def _is_written_year(pieces: Pieces, first: int, last: int) -> bool:
    """Tell whether the number of four digits in an expression is a year of ours, and counts nothing behind it."""
    year = next(piece for piece in pieces.pieces[first:last] if piece.letter == "y")
    if int(year.number) not in _BARE_YEARS:
        return False
    return pieces.letters[last : last + 1] != "x" or not _is_counted(pieces, pieces.pieces[last - 1].span.end)


def _is_counted(pieces: Pieces, at: int) -> bool:
    """Tell whether the word at a place is a noun that numbers count: then the number before it is no year."""
    tokens = tokenize(pieces.text)
    return bool(counted_nouns().at(tokens, tokens.index_at(at), proclitics=False))

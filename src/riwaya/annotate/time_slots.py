"""The slots of an expression filled from its pieces: a rule and the pieces it found in, `Expression`s out.

Goes in: the name of a rule and the places it matched in `Pieces`. Comes out: one expression, or two where a rule of two
found them ("8 and 9 October").
"""

from __future__ import annotations

from dataclasses import replace

from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_words import Piece, Pieces
from riwaya.lexicon.times import TimeEntry

__all__ = ["build"]

#: The names of months that are told apart by number alone have two words.
_NUMBERED = " "
#: Rules in which an ordinal is a rank, not a day of the month.
_RANKED = frozenset(("part-of-year", "part-of-month", "feast", "nth-weekday"))
#: Rules in which a number is a day of the month.
_WITH_DAY = frozenset((
    "day", "days", "three-days", "english-day", "libyan-day", "hijri-day", "month-days", "day-of-month",
))  # fmt: skip
#: Rules in which "day", "month" and "year" are words beside a name or number, not units; in the latter "month" is.
_NO_UNIT = frozenset((
    "day", "days", "three-days", "weekdays", "hijri-day", "month", "hijri-month", "year", "season", "weekday", "part-of-month", "nth-weekday",
    "day-of-month", "told-year",
))  # fmt: skip
#: Rules in which a half or quarter is one of a unit.
_PARTS = frozenset(("part-length", "ago"))
_OF_MONTH = frozenset(("part-of-month", "nth-weekday"))
#: Rules in which a number counts units.
_COUNTING = frozenset(
    (
        "length",
        "part-length",
        "two-lengths",
        "ago",
        "since-length",
        "for-length",
        "units-of",
        "later-in-story",
        "in-a-row",
    )
)
#: Codes of units from the smallest to the largest; only what is smaller is added to a length, and never to weeks.
_SIZES = ("W", "TS", "TM", "TH", "D", "M", "Y")


def build(rule: str, pieces: Pieces, first: int, last: int) -> list[Expression]:
    """Fill an expression's slots from its pieces; a rule of two makes two."""
    while first < last - 1 and pieces.pieces[first].letter in "7v,(":
        first += 1
    last = _without_tail(pieces, first, last)
    inside = pieces.pieces[first:last]
    expression = Expression(rule, pieces.span(first, last), first, last)
    for index, piece in enumerate(inside):
        expression = _fill(expression, piece, inside[index - 1].letter if index else "")
    if rule == "compound":
        return _compound(pieces, first, last)
    if rule == "two-lengths":
        return _two_lengths(pieces, expression)
    if rule == "three-days":
        return _each(pieces, expression, "day", _days_named(inside, first))
    if rule == "weekdays":
        return _each(
            pieces, expression, "weekday", [at for at, piece in enumerate(inside, first) if piece.letter == "W"]
        )
    if rule == "days" and "w" in pieces.letters[first:last] and "z" not in pieces.letters[first:last]:
        return _two_days(pieces, expression)
    return [expression]


def _without_tail(pieces: Pieces, first: int, last: int) -> int:
    """Leave punctuation at the end out, but keep a bracket that was opened inside."""
    while last - 1 > first and pieces.letters[last - 1] in ",=(/-v" + (
        "" if "(" in pieces.letters[first:last] else ")"
    ):
        last -= 1
    return last


def _fill(expression: Expression, piece: Piece, before: str) -> Expression:
    """Put one piece into the slot its letter says."""
    letter, number, entry = piece.letter, piece.number, piece.entry
    if letter in "doc" and expression.rule in _WITH_DAY:
        return (
            replace(expression, day=int(number)) if expression.day is None else replace(expression, day_to=int(number))
        )
    if letter in "MmLHh" and entry:
        if expression.month is None:
            return replace(expression, month=entry.number, calendar=entry.calendar, name=entry.month)
        return _second_month(expression, entry, before) if entry.number != expression.month else expression
    if letter == "y" or (letter == "n" and expression.rule.startswith(("hijri", "feast"))):
        if expression.rule in _COUNTING:
            return replace(expression, count=float(number))
        if expression.rule == "numeric":
            return replace(expression, digits=f"{expression.digits}-{piece.form}")
        return (
            replace(expression, year=int(number))
            if expression.year is None
            else replace(expression, year_to=int(number))
        )
    if letter in "dnlNc" or (letter == "o" and expression.rule not in _RANKED):
        if expression.rule == "numeric":
            return replace(expression, digits=f"{expression.digits}-{piece.form}")
        return replace(expression, count=float(number))
    if letter == "W" and entry:
        day = entry.number
        return replace(expression, weekday=day) if expression.weekday is None else replace(expression, weekday_to=day)
    if letter == "q" and entry:
        return replace(expression, weekday=entry.number)
    return _fill_little(expression, piece, before)


def _second_month(expression: Expression, entry: TimeEntry, before: str) -> Expression:
    """Take a second month: the end of an interval, or, after a slash, the same month's other name.

    Two names of one month that differ: the ones told apart by number are the ones mistaken ("the second Tishrin").
    """
    one, two = expression.name, entry.month
    if before != "/" or one is None or two is None or one.system == two.system:
        return replace(expression, month_to=entry.number)
    numbered = [name for name in (one, two) if _NUMBERED in name.forms[0]] if one.forms and two.forms else []
    if len(numbered) == 1 and abs(one.number - two.number) == 1:
        sure = one if numbered[0] is two else two
        return replace(
            expression, month=sure.number, name=sure, note="its two names differ; the one without a number is taken"
        )
    return replace(expression, note="the two names are of different months", month_to=entry.number)


def _fill_little(expression: Expression, piece: Piece, before: str) -> Expression:
    letter, entry = piece.letter, piece.entry
    if letter in "PFCZGfREß" or letter == "t":
        relation = "C" if letter == "t" else letter
        if letter == "t" and expression.rule == "weekday":
            relation = "t"
        if letter != "t" and before in "AB" and expression.rule not in ("unit", "edge", "same", "units-of"):
            return replace(expression, year_relation=relation)
        if letter == "t" and expression.rule in ("day", "days", "month", "season", "part-of-year", "part-of-month"):
            return replace(expression, year_relation=relation)
        if expression.relation and letter in "CPF" and expression.relation == "C":
            return expression
        return replace(expression, relation=relation)
    if letter in "ABSsKkUVuJT" and entry and entry.unit:
        if letter == "u" and expression.rule == "year":
            return expression
        if expression.rule in _NO_UNIT and letter in "JTABSs" and not (letter in "Ss" and expression.rule in _OF_MONTH):
            return expression
        expression = replace(expression, unit=entry.unit, unit_letter=letter)
        if letter == "U":
            return replace(expression, number=entry.number)
        if letter == "V" and expression.number is None:
            return replace(expression, number=entry.number)
        return replace(expression, count=2.0) if letter == "u" else expression
    if letter == "T":
        return replace(expression, offset=0, unit_letter="T") if expression.offset is None else expression
    if letter == "D" and entry:
        return replace(expression, offset=entry.number)
    if letter == "¶" and entry:
        return replace(expression, part=entry.mod, offset=0)
    if letter == "p" and entry:
        return replace(expression, part=entry.mod)
    if letter in "I~><" and entry:
        return replace(expression, mod=entry.mod)
    if letter == "Q" and entry and expression.rule in _PARTS:
        return replace(expression, count=1 / entry.number)
    if letter in "!Qj" and entry:
        return replace(expression, number=entry.number)
    if letter == "o":
        return replace(expression, ordinal=int(piece.number))
    if letter == "Y" and entry:
        return replace(expression, feast=entry.feast, calendar=entry.calendar)
    if letter == "6":
        return replace(expression, and_half=True)
    if letter in "+_":
        return replace(expression, relation=letter)
    if letter == "2":
        return replace(expression, calendar="hijri")
    return expression


def _compound(pieces: Pieces, first: int, last: int) -> list[Expression]:
    """Make "12 years and a month" one length, if the second unit is the smaller one; else two."""
    middle = pieces.letters.index("w", first)
    (one,), (two,) = build("length", pieces, first, middle), build("length", pieces, middle + 1, last)
    if one.unit and two.unit and _SIZES.index(one.unit.code) > _SIZES.index(two.unit.code) > 0:
        return [replace(one, span=pieces.span(first, last), last=last, more=two)]
    return [one, two]


def _two_lengths(pieces: Pieces, whole: Expression) -> list[Expression]:
    """Make "18 to 11 hours" two lengths of one unit."""
    first, second = whole.first, whole.last - 2
    one = replace(
        whole,
        rule="length",
        count=float(pieces.pieces[first].number),
        span=pieces.span(first, first + 1),
        last=first + 1,
    )
    two = replace(
        whole,
        rule="length",
        count=float(pieces.pieces[second].number),
        span=pieces.span(second, whole.last),
        first=second,
    )
    return [one, two]


def _days_named(inside: tuple[Piece, ...], first: int) -> list[int]:
    """Give the places of the numbers of days before the month's name."""
    month = next(at for at, piece in enumerate(inside) if piece.letter in "Mm")
    return [first + at for at, piece in enumerate(inside[:month]) if piece.letter in "do"]


def _each(pieces: Pieces, whole: Expression, rule: str, places: list[int]) -> list[Expression]:
    """Make "5, 6 and 7 October" or "Sunday and Monday next" one expression for each day; the last has the tail."""
    out = []
    for at in places:
        last = whole.last if at == places[-1] else at + 1
        day, weekday = whole.day, whole.weekday
        if rule == "day":
            day = int(pieces.pieces[at].number)
        elif entry := pieces.pieces[at].entry:
            weekday = entry.number
        out.append(replace(whole, rule=rule, span=pieces.span(at, last), first=at, last=last, day=day, day_to=None,
                           weekday=weekday, weekday_to=None))  # fmt: skip
    return out


def _two_days(pieces: Pieces, whole: Expression) -> list[Expression]:
    """Make "8 and 9 October" two days of one month."""
    one = replace(whole, rule="day", day_to=None, span=pieces.span(whole.first, whole.first + 1), last=whole.first + 1)
    two = replace(whole, rule="day", day=whole.day_to, day_to=None, first=whole.first + 2,
                  span=pieces.span(whole.first + 2, whole.last))  # fmt: skip
    return [one, two]

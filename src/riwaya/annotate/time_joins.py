"""Expressions joined to intervals: two points into one, and "since" and "until" to open ends.

Goes in: the pieces of a stretch and the expressions found in them. Comes out: the expressions, joined.
"""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.annotate.time_expression import Expression
from riwaya.annotate.time_words import Pieces

__all__ = ["before", "joined", "opened"]

#: So many pieces before an expression can belong to it.
_LOOK_BACK = 8
#: Rules whose value is a point that can begin or end an interval.
_POINTS = frozenset((
    "numeric", "day", "english-day", "libyan-day", "hijri-day", "hijri-month", "hijri-year", "month", "season", "year",
    "bare-year", "told-year", "weekday", "nth-weekday", "day-of-month", "deictic", "unit", "edge", "feast", "part-of-year",
    "part-of-month",
))  # fmt: skip
#: Rules of years: "until the end of 2030" is an open interval as "until 2030" is.
_WHOLE_YEARS = frozenset(("year", "bare-year", "told-year"))


def before(letters: str, first: int) -> str:
    """Give the few letters that stand before a piece."""
    return letters[max(0, first - _LOOK_BACK) : first]


def joined(pieces: Pieces, found: list[Expression]) -> list[Expression]:
    """Join two points into an interval: between … and, from … to, … until …."""
    out: list[Expression] = []
    for expression in found:
        before = out[-1] if out else None
        if before and before.until is None and _is_interval(pieces, before, expression):
            first = _interval_start(pieces, before)
            out[-1] = replace(
                before, span=pieces.span(first, expression.last), first=first, last=expression.last, until=expression
            )
        else:
            out.append(expression)
    return out


def _is_interval(pieces: Pieces, one: Expression, two: Expression) -> bool:
    between = pieces.letters[one.last : two.first].replace("@", "").replace("8", "")
    if one.rule not in _POINTS or two.rule not in _POINTS or len(between) > 2:
        return False
    lead = before(pieces.letters, one.first).rstrip("@&IJ")[-1:]
    if lead == "b":
        return between in ("w", "wz", "wO")
    if lead in ("v", "i"):
        return between in ("O", "z", "wz", "wO")
    return between in ("wz", "z") or (between == "-" and one.rule == two.rule)


def _interval_start(pieces: Pieces, one: Expression) -> int:
    """Give the piece an interval starts at: its "between" belongs to it, its "from" does not."""
    head = before(pieces.letters, one.first)
    plain = head.rstrip("@&")
    return one.first - (len(head) - len(plain)) - 1 if plain.endswith("b") else one.first


def opened(pieces: Pieces, found: list[Expression]) -> list[Expression]:
    """Make "since X" and "until X" intervals with one open end."""
    out = []
    for expression in found:
        if expression.until is None and expression.rule in _POINTS:
            head = before(pieces.letters, expression.first)
            plain, start = head.rstrip("@&"), expression.first - len(head)
            if plain.endswith("i") and len(head) - len(plain) < 2:
                expression = _with_open(pieces, expression, start + len(plain) - 1, "since")
            elif expression.rule == "bare-year" and re.search(r"i[x§]{1,2}$", head):
                expression = _with_open(pieces, expression, start + head.rindex("i"), "since")
            elif not _is_deadline(expression) and plain.endswith("z") and not plain.endswith("wz"):
                expression = _with_open(pieces, expression, start + len(plain) - 1, "until")
        if expression.rule in _POINTS and before(pieces.letters, expression.first).rstrip("@").endswith("~"):
            expression = replace(expression, about=True)
        out.append(expression)
    return out


def _is_deadline(expression: Expression) -> bool:
    """Tell whether "until" comes before a point of a day or month, which it only ends at."""
    edge = expression.mod is not None and expression.year_to is None and expression.rule not in _WHOLE_YEARS
    return expression.rule == "season" or edge or (expression.rule == "weekday" and expression.part is not None)


def _with_open(pieces: Pieces, expression: Expression, first: int, opens: str) -> Expression:
    return replace(expression, opens=opens, first=first, span=pieces.span(first, expression.last))

"""An expression of time as the grammar finds it, not valued yet: the type that parsing gives and valuing takes.

Goes in: nothing. Comes out: `Expression`.
"""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.times import Feast, MonthName, TimeUnit
from riwaya.model import Span

__all__ = ["Expression"]


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time with its slots. `first` and `last` are pieces; letters are those of the grammar.

    `relation` and `year_relation` are P, F, C, Z, G or f; `opens` is "since" or "until"; `until` ends an interval.
    """

    rule: str
    span: Span
    first: int
    last: int
    day: int | None = None
    day_to: int | None = None
    month: int | None = None
    month_to: int | None = None
    calendar: str = "gregorian"
    year: int | None = None
    year_to: int | None = None
    weekday: int | None = None
    weekday_to: int | None = None
    relation: str | None = None
    year_relation: str | None = None
    offset: int | None = None
    part: str | None = None
    mod: str | None = None
    unit: TimeUnit | None = None
    count: float | None = None
    and_half: bool = False
    ordinal: int | None = None
    number: int | None = None
    feast: Feast | None = None
    opens: str | None = None
    name: MonthName | None = None
    note: str | None = None
    until: Expression | None = None
    more: Expression | None = None
    digits: str = ""
    about: bool = False
    unit_letter: str = ""

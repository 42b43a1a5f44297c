"""Every way outlets differ: one short function each. A new kind is one module here and one name in `KINDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from riwaya.compare.kinds.date import date
from riwaya.compare.kinds.headline import headline
from riwaya.compare.kinds.label import label
from riwaya.compare.kinds.name import name
from riwaya.compare.kinds.number import number
from riwaya.compare.kinds.omission import omission
from riwaya.compare.kinds.place import place
from riwaya.compare.kinds.quotation import quotation
from riwaya.compare.kinds.reason import cause, outcome
from riwaya.compare.kinds.source import source
from riwaya.compare.kinds.title import title
from riwaya.compare.kinds.version import version
from riwaya.compare.scope import Finding, Scope

__all__ = ["KINDS"]

#: Each takes a scope and gives what it finds.
KINDS: tuple[Callable[[Scope], Iterator[Finding]], ...] = (
    title, name, label, number, date, place, source, cause, outcome, omission, quotation, headline,
    version,
)  # fmt: skip

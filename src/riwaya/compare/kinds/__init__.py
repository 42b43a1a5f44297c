"""Every way outlets differ: one short function each. A new kind is one module here and one name in `KINDS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from riwaya.compare.kinds.label import label
from riwaya.compare.kinds.name import name
from riwaya.compare.kinds.title import title
from riwaya.compare.scope import Finding, Scope

__all__ = ["KINDS"]

#: Each takes a scope and gives what it finds.
KINDS: tuple[Callable[[Scope], Iterator[Finding]], ...] = (title, name, label)

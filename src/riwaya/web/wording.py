"""The program's own words for the names of the record's vocabulary, from `data/interface.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["word"]


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = files("riwaya").joinpath("data", "interface.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def word(table: str, name: str | None) -> str:
    """Give the Arabic word for a name of the vocabulary; a name without one stands for itself.

    >>> word("kind", "date")
    'التاريخ'
    """
    return _tables().get(table, {}).get(name or "", name or "")

"""The program's own words for readers, Arabic and English, from `data/interface.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["LANGUAGES", "say", "word"]

#: The languages of the interface; the first is the default.
LANGUAGES = ("ar", "en")


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = files("riwaya").joinpath("data", "interface.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def word(table: str, name: str | None, language: str = "ar") -> str:
    """Give the word for a name of the record's vocabulary; a name without an Arabic one stands for itself.

    >>> word("kind", "date"), word("role", "inline_link", "en")
    ('التاريخ', 'inline link')
    """
    if language != "ar":
        return (name or "").replace("_", " ").replace("-", " ").lower()
    return str(_tables().get(table, {}).get(name or "", name or ""))


def say(key: str, language: str = "ar") -> str:
    """Give a sentence of the pages. A key that is not there is an error of ours: KeyError.

    >>> say("places"), say("places", "en")
    ('أماكن', 'places')
    """
    return str(_tables()["ui"][key][language])

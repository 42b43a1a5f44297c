"""What an element's tag, class names, id, role and microdata say about the box.

Goes in: a tag and its attributes. Comes out: a hint ("related", "comments", "caption", …) or "". The words are data
(`data/structure.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from riwaya.lexicon.load import load_entries

__all__ = ["StructureHint", "box_hint"]

_BY_TAG = {"nav": "menu", "footer": "footer", "aside": "related", "figcaption": "caption", "form": "share",
           "button": "share", "select": "menu", "option": "menu", "address": "byline", "time": "date", "label": "share",
           "caption": "caption"}  # fmt: skip
_BY_ROLE = {"navigation": "menu", "banner": "menu", "contentinfo": "footer", "search": "menu",
            "complementary": "related"}  # fmt: skip
_BY_PROPERTY = {"articlebody": "body", "headline": "title", "author": "byline", "datepublished": "date",
                "datemodified": "date", "caption": "caption", "comment": "comments", "keywords": "tags"}  # fmt: skip
_CUT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")
#: Hints that hold for the whole page's frame are not believed of these: a page's own body may be called anything.
_FRAMES = ("html", "body", "main", "article")
_MOST_NAMES = 300  # letters of class and id that are looked at: a class list is no longer


@dataclass(frozen=True, slots=True)
class StructureHint:
    """Class words of one kind."""

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    joined: tuple[str, ...] = ()


@cache
def _hints() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    return tuple(
        (row.id, frozenset(row.words), row.joined) for row in load_entries("structure.toml", "hint", StructureHint)
    )


@lru_cache(maxsize=4096)
def _by_names(names: str) -> str:
    words = {word.lower() for word in _CUT.split(names) if word}
    whole = names.lower()
    for hint, own, joined in _hints():
        if words & own or any(part in whole for part in joined):
            return hint
    return ""


def box_hint(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Give the hint of an element, "" where nothing tells.

    >>> box_hint("div", {"class": "relatedPosts"}), box_hint("p", {})
    ('related', '')
    """
    if not attributes:
        return _BY_TAG.get(tag, "")
    if hint := _BY_PROPERTY.get((attributes.get("itemprop") or "").strip().lower()):
        return hint
    if tag in _FRAMES:
        return ""
    if hint := _BY_ROLE.get((attributes.get("role") or "").lower()):
        return hint
    if "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "")[:200]:
        return "hidden"
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()[:_MOST_NAMES]
    return (_by_names(names) if names else "") or _BY_TAG.get(tag, "")

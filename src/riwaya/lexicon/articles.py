"""The article that loses its alef after `ل`, given back to names.

Goes in: a name as it stands in the text after a proclitic `ل`. Comes out: the name as it stands alone. The letters
alone do not tell `للمشير` (المشير) from `للبنان` (لبنان): names that the tables know are left as they are.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.lexicon.knowledge import organisation_phrases, person_phrases
from riwaya.lexicon.name_entries import head_phrases
from riwaya.lexicon.world import place_phrases
from riwaya.text.words import tokenize

__all__ = ["article_back"]


@lru_cache(maxsize=10_000)
def article_back(name: str) -> str:
    """Give a name that begins with the `ل` of its article, or of its own, as it stands alone.

    >>> article_back("لمشير"), article_back("لبنان"), article_back("لجيش الليبي")
    ('المشير', 'لبنان', 'الجيش الليبي')
    """
    tokens = tokenize(name)
    if not tokens.words:
        return name
    tables = (place_phrases(), person_phrases(), organisation_phrases(), head_phrases())
    return name if any(table.at(tokens, 0, proclitics=False) for table in tables) else "ا" + name

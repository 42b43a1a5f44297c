"""The medium that a speaker spoke to or whose report is quoted: the outer link of a chain."""

from __future__ import annotations

from riwaya.annotate.claim_sight import Sight
from riwaya.annotate.claim_words import words
from riwaya.annotate.sources import Phrase, read_medium

__all__ = ["medium_before", "medium_between"]


def medium_between(sight: Sight, first: int, last: int) -> Phrase | None:
    """Give the medium between a source and its report: لوكالة، مع قناة، نشرته صحيفة."""
    for at in range(first, last):
        form, before = sight.forms[at], sight.forms[at - 1] if at else ""
        joined = form[0] == "ل" and len(form) > 2 and not _name_begins(sight, at)
        if joined or before in words("before_medium") or before in words("publishing"):
            medium = read_medium(sight, at, max(last, at + 1))
            if medium is not None:
                return medium
    return None


def _name_begins(sight: Sight, at: int) -> bool:
    """Tell whether a name begins with the word's own first letter, so that its ل is no preposition."""
    return at in sight.mentions and sight.mentions[at][1].span.start == sight.tokens.words[at].span.start


def medium_before(sight: Sight, start: int, at: int) -> Phrase | None:
    """Give the medium of a setting that opens the sentence (وفي تصريح نشرته وكالة …، قال)."""
    if at - start < 3 or sight.forms[start].lstrip("و") not in words("prepositions"):
        return None
    return medium_between(sight, start + 1, at)

"""A headline's credit: «… – رويترز», «… (أ ف ب)»: the agency that the headline rests on.

Goes in: a page's words and the bounds of a title. Comes out: the agency's phrase and the word before which the
headline's own words end, or None. Only known agencies count: what else ends a title is mostly the outlet's own name.
"""

from __future__ import annotations

from functools import cache

from riwaya.annotate.claim_sight import Sight
from riwaya.annotate.claim_verbs import Agreement
from riwaya.annotate.sources import Phrase
from riwaya.lexicon.load import read_toml
from riwaya.lexicon.phrases import Phrases

__all__ = ["headline_credit"]

_BEFORE = frozenset(("-", "–", "—", "―", "|", "/", "("))
_FEWEST = 3  # words of a headline


def headline_credit(sight: Sight, start: int, stop: int) -> tuple[Phrase, int] | None:
    """Give the agency that stands at the end of a title, and where the title's own words end."""
    last = stop
    while last > start and not sight.forms[last - 1][0].isalnum():
        last -= 1
    for at in range(max(start + _FEWEST, last - _longest()), last):
        hit = next((h for h in _agencies().at(sight.tokens, at) if h.last == last), None)
        if hit is not None and sight.forms[at - 1] in _BEFORE:
            span = sight.span(at, last)
            return Phrase(at, last, span, "agency", sight.forms[at], Agreement("f", 1), True), at - 1
    return None


@cache
def _agencies() -> Phrases[str]:
    return Phrases((form, entry["id"]) for entry in read_toml("agencies.toml")["agency"] for form in entry["forms"])


@cache
def _longest() -> int:
    return 1 + max(len(form.split()) for entry in read_toml("agencies.toml")["agency"] for form in entry["forms"])

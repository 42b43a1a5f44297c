"""Names that the knowledge tables hold, found on a page.

Goes in: a `View`. Comes out: candidates with the entry's id. A form that is also a common word, or the family name of a
known person, is weighed as less than a full name, so that the page must bear it out.
"""

from __future__ import annotations

from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import View
from riwaya.lexicon.knowledge import organisation_phrases
from riwaya.lexicon.name_entries import context_words

__all__ = ["find_known_bodies"]

_BODY_EVIDENCE = {"full": "known body", "short": "known body by its short name", "ambiguous": "perhaps a known body"}


def find_known_bodies(view: View) -> list[Candidate]:
    """Give candidates for the bodies of the knowledge tables."""
    found = []
    phrases = organisation_phrases()
    for index in range(view.first, view.last):
        hits = phrases.at(view.tokens, index)
        shared = len({hit.value.entry.id for hit in hits}) > 1  # the page's country will say whose it is
        for hit in hits:
            if hit.last > view.last:
                continue
            entity = None if shared else hit.value.entry.id
            if hit.value.entry.kind == "presidency" and view.form(index - 1) in context_words("of_office"):
                continue
            one = Candidate(hit.first, hit.last, hit.span, hit.span, "ORGANIZATION", entity=entity)
            one.add(_BODY_EVIDENCE["ambiguous" if _may_be_time(view, hit.first, hit.last) else hit.value.how])
            found.append(one)
    return found


def _may_be_time(view: View, first: int, last: int) -> bool:
    """Tell whether the name's last word is rather one of time, as nothing marks the name: زار روسيا اليوم."""
    marked = first - 1 in view.heads or not view.form(first - 1)[:1].isalpha()
    return last - first > 1 and view.form(last - 1) in context_words("stop") and not marked

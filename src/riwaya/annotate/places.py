"""Names of places: what the tagger marks, and a head word with what completes it (`مطار` + name).

Goes in: a `View`. Comes out: place candidates with their evidence. Nationality words are no places.
"""

from __future__ import annotations

from riwaya.annotate.bodies import complement
from riwaya.annotate.candidates import Candidate
from riwaya.annotate.name_view import View
from riwaya.lexicon.name_entries import context_words
from riwaya.lexicon.name_words import name_word
from riwaya.model import Span

__all__ = ["find_places"]


def find_places(view: View) -> list[Candidate]:
    """Give the place candidates of a block."""
    found = []
    for index in range(view.first, view.last):
        tag = view.tags.get(index)
        if tag is not None and tag.first == index and tag.type == "PLACE":
            span = Span(tag.start, view.tokens.words[tag.last - 1].span.end)
            one = Candidate(index, tag.last, span, span, "PLACE")
            one.add("tagger", tag.score)
            if view.form(index - 1) in context_words("place_before"):
                one.add("preposition of place before")
            found.append(one)
        for hit in view.heads.get(index, ()):
            if hit.value.type == "PLACE":
                last = complement(view, hit.last, hit.value.gender, definite=False)
                if last == hit.last:
                    continue
                first, cut = (hit.last, 0) if hit.value.drop else (index, len(hit.proclitic))
                name = view.span_of(hit.last, last)
                one = Candidate(first, last, view.span_of(first, last, cut), name, "PLACE")
                one.add("head and complement", 1.0 if _is_named(view, hit.last, last) else 0.5)
                found.append(one)
    return found


def _is_named(view: View, first: int, last: int) -> bool:
    """Tell whether a complement holds a name and not only common words."""
    return any(index in view.tags or name_word(view.form(index)).common <= 1 for index in range(first, last))

"""People, organizations and places that a document mentions.

Goes in: a document. Comes out: its mentions in reading order, each with exact boundaries, its titles and labels, and
the the evidence that made it one. Every finder proposes candidates with scored evidence (`annotate.candidates`); then
the page is looked at a second time, since a family name inside a full name on the page is that person wherever it
stands alone.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.again import find_again
from riwaya.annotate.bodies import find_bodies
from riwaya.annotate.candidates import Candidate, choose
from riwaya.annotate.descriptions import find_descriptions
from riwaya.annotate.introduced import find_introduced
from riwaya.annotate.known import find_known_bodies
from riwaya.annotate.name_view import views
from riwaya.annotate.persons import find_persons
from riwaya.annotate.places import find_places
from riwaya.lexicon.name_entries import context_phrases
from riwaya.model import Document, Mention, Span
from riwaya.text.words import tokenize

__all__ = ["find_mentions"]


@lru_cache(maxsize=4)
def find_mentions(doc: Document) -> tuple[Mention, ...]:
    """Give every mention of a person, organization or place in the article."""
    candidates: list[Candidate] = []
    for view in views(doc):
        candidates += find_bodies(view) + find_known_bodies(view) + find_persons(view) + find_places(view)
        candidates += find_introduced(view)
    first = choose(candidates)
    candidates += find_again(views(doc), first)
    chosen = choose(candidates)
    chosen = sorted(
        chosen + find_descriptions(views(doc), chosen), key=lambda one: (one.span.start, -one.span.end, one.type)
    )
    _keep_own_names(doc, chosen)
    _add_labels(doc, chosen)
    return tuple(one.mention() for one in chosen)


def _keep_own_names(doc: Document, chosen: list[Candidate]) -> None:
    """Give a family name alone the id of the full name on its page: the page's own man, not the famous one."""
    tokens = tokenize(doc.text)
    full: dict[str, set[str | None]] = {}
    for one in chosen:
        words = tokens.between(one.name)
        if one.type == "PERSON" and len(words) > 1 and one.kind == "name":
            full.setdefault(words[-1].form, set()).add(one.entity)
    for one in chosen:
        words = tokens.between(Span(one.name.start, one.name.end))
        if (
            one.type == "PERSON"
            and one.kind == "name"
            and one.last - one.first == 1
            and words
            and words[0].form in full
        ):
            ids = full[words[0].form]
            one.entity = next(iter(ids)) if len(ids) == 1 else None


def _add_labels(doc: Document, chosen: list[Candidate]) -> None:
    """Give people and bodies the label words directly before and after their names: فاغنر + شبه العسكرية."""
    tokens, labels = tokenize(doc.text), context_phrases("label")
    for one in chosen:
        if one.type == "PLACE" or one.kind != "name":
            continue
        found = list(one.labels)
        for index in (one.first - 1, one.last):
            if 0 <= index < len(tokens.words):
                found += [hit.span for hit in labels.at(tokens, index) if index == one.last or hit.last == one.first]
        if one.entity is None and one.last - one.first > 2:
            found += [hit.span for hit in labels.at(tokens, one.last - 1, proclitics=False)]
        one.labels = tuple(sorted(set(found)))

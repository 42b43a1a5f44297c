"""People, organizations and places that a document mentions.

Goes in: a document. Comes out: its mentions in reading order, each with exact boundaries, its titles and labels, and the
evidence that made it one. Every finder proposes candidates with scored evidence (`annotate.candidates`); then the page is
looked at a second time, since a family name inside a full name on the page is that person wherever it stands alone.
"""

from __future__ import annotations

from functools import lru_cache

from riwaya.annotate.again import find_again
from riwaya.annotate.bodies import find_bodies
from riwaya.annotate.candidates import Candidate, choose
from riwaya.annotate.known import find_known_bodies
from riwaya.annotate.name_view import views
from riwaya.annotate.persons import find_persons
from riwaya.annotate.places import find_places
from riwaya.model import Document, Mention

__all__ = ["find_mentions"]


@lru_cache(maxsize=4)
def find_mentions(doc: Document) -> tuple[Mention, ...]:
    """Give every mention of a person, organization or place in the article."""
    candidates: list[Candidate] = []
    for view in views(doc):
        candidates += find_bodies(view) + find_known_bodies(view) + find_persons(view) + find_places(view)
    first = choose(candidates)
    candidates += find_again(views(doc), first)
    return tuple(one.mention() for one in choose(candidates))

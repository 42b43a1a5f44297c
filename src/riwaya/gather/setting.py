"""Which countries a page is about, so that a name that several countries have is read as its own country's.

Goes in: a record. Comes out: the weight of each country in the page, all together at most 1: its name, the words for
its people,
its people and bodies in the knowledge tables, and a little the outlet's own country.
"""

from __future__ import annotations

from collections import defaultdict

from riwaya.lexicon.knowledge import organisation_by_id, person_by_id
from riwaya.lexicon.nationalities import nationality_phrases
from riwaya.lexicon.world import place_phrases
from riwaya.model import Mention, Record
from riwaya.text.words import tokenize

__all__ = ["page_countries"]

_TITLE = 2.0  # what the title says weighs more
_LEAST = 4.0  # less than this is too little to make a country the page's own
_STATE = 40_000_000
_WEIGHTS = {"state": 2.0, "town": 1.0, "nationality": 0.8, "body": 1.0, "person": 0.5, "outlet": 1.0}


def _is_embassy(mention: Mention) -> bool:
    body = organisation_by_id().get(mention.entity or "")
    return body is not None and body.kind == "embassy"


def page_countries(record: Record) -> dict[str, float]:
    """Give the weight of each country in the page, 0 to 1."""
    doc = record.document
    tokens = tokenize(doc.text)
    found: defaultdict[str, float] = defaultdict(float)
    persons = [m.name for m in record.mentions if m.type == "PERSON" or _is_embassy(m)]  # an embassy is abroad
    for block in doc.article():
        times = _TITLE if block.role == "title" else 1.0
        for hit in nationality_phrases().find(tokens, block.span):
            if hit.value.sure and len(hit.value.country) == 2 and not any(span.meets(hit.span) for span in persons):
                found[hit.value.country] += _WEIGHTS["nationality"] * times
    article = [block.span for block in doc.article()]
    for mention in record.mentions:
        if not any(span.holds(mention.span) for span in article):
            continue  # a dateline names the town where its agency sits
        if mention.type == "PLACE":
            hits = place_phrases().at(tokens, tokens.index_at(mention.name.start + 1) - 1)
            states = {hit.value.country: hit.value.people for hit in hits}
            if len(states) == 1:
                country, people = states.popitem()
                found[country] += _WEIGHTS["state" if people > _STATE else "town"]
        elif mention.entity and not _is_embassy(mention):
            entry = person_by_id().get(mention.entity) or organisation_by_id().get(mention.entity)
            if entry and entry.country:
                found[entry.country] += _WEIGHTS["person" if mention.type == "PERSON" else "body"]
    if doc.outlet and doc.outlet.country:
        found[doc.outlet.country] += _WEIGHTS["outlet"]
    total = max(sum(found.values()), _LEAST)
    return {country: weight / total for country, weight in sorted(found.items())}

"""Read one page: the whole pipeline, one function."""

from __future__ import annotations

from riwaya.annotate.amounts import find_amounts
from riwaya.annotate.claims import find_claims
from riwaya.annotate.events import find_events
from riwaya.annotate.mentions import find_mentions
from riwaya.annotate.publication import with_publication_day
from riwaya.annotate.times import find_times
from riwaya.model import Page, Record
from riwaya.page.article import as_document

__all__ = ["read"]


def read(page: Page) -> Record:
    """Read one page: the article in it, and what the article says."""
    doc, problems = as_document(page)
    doc = with_publication_day(doc)
    times = find_times(doc)
    amounts = find_amounts(doc, times)
    mentions = find_mentions(doc)
    claims = find_claims(doc, mentions)
    events = find_events(doc, mentions, times, amounts, claims)
    return Record(doc, mentions, times, amounts, claims, events, problems)

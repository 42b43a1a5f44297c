"""Everything said across documents: records in, `Gathered` out."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.across import Gathered, Judgement
from riwaya.compare.differences import find_differences
from riwaya.gather.copies import find_copies
from riwaya.gather.entities import gather_entities
from riwaya.gather.happenings import gather_happenings
from riwaya.gather.stories import gather_stories
from riwaya.model import Record

__all__ = ["gather"]


def gather(records: Sequence[Record], judgements: Sequence[Judgement] = ()) -> Gathered:
    """Gather records into entities (as judged), happenings and stories, and compare the stories' documents."""
    entities = gather_entities(records, judgements)
    happenings = gather_happenings(records, entities)
    stories = gather_stories(records, entities, happenings, find_copies(records))
    differences = find_differences(stories, records, entities, happenings)
    return Gathered(entities, happenings, stories, differences)

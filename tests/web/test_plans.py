"""No page of the reading room reads a whole table: every question is answered from an index or a few rows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.requests import Request

from riwaya.across import Gathered
from riwaya.batch import Reading
from riwaya.model import Page
from riwaya.store.library import Library, open_library
from riwaya.web import pages
from riwaya.web.judging import judge_page
from riwaya.web.links import Links

#: Tables that grow with the pages; feeds, judgements of one thing and what was set aside are few.
GROWING = "page|document|claim|claim_source|entity|entity_mention|entity_title|happening|report|story|story_document|difference"
#: A walk over these indexes is short: outlets are counted from one, newest and weightiest are its first rows.
FINE = re.compile(r"USING (COVERING )?INDEX|VIRTUAL TABLE|json_each")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, reading: Reading, gathered: Gathered) -> Library:
    made = open_library(tmp_path_factory.mktemp("plans") / "news.riwaya")
    for record in reading.records:
        made.add(Page(record.document.source, b"", "text"), record)
    made.replace_gathered(gathered)
    return made


def asked(library: Library, view: pages.View, key: str = "", query: bytes = b"") -> list[str]:
    """Give the questions that a view asks."""
    heard: list[str] = []
    library.connection.set_trace_callback(heard.append)
    request = Request({"type": "http", "path_params": {"key": key}, "query_string": query, "headers": []})
    try:
        assert view(library, request, Links(True)) is not None
    finally:
        library.connection.set_trace_callback(None)
    return [question for question in heard if question.lstrip().startswith(("select", "with"))]


def test_questions_use_indexes(library: Library, gathered: Gathered) -> None:
    entity = max(gathered.entities, key=lambda e: len(e.mentions))
    story = max(gathered.stories, key=lambda s: len(s.documents))
    outlet = library.connection.execute("select outlet from document where outlet is not null").fetchone()[0]
    questions = [
        *asked(library, pages.home), *asked(library, pages.story, story.id), *asked(library, pages.page, story.documents[0]),
        *asked(library, pages.entity, entity.id), *asked(library, pages.outlet, outlet), *asked(library, pages.status),
        *asked(library, pages.search_page, query="q=حريق".encode()), *asked(library, judge_page),
        *asked(library, judge_page, query=b"of=names"),
    ]  # fmt: skip
    assert len(questions) > 30
    for question in questions:
        plan = [row[3] for row in library.connection.execute(f"explain query plan {question}")]
        scans = [step for step in plan if re.match(rf"SCAN ({GROWING})\b", step) and not FINE.search(step)]
        assert not scans, (scans, question)


def test_the_record_of_a_large_library_is_never_read_whole(
    library: Library, gathered: Gathered, tmp_path: Path
) -> None:
    entity = max(gathered.entities, key=lambda e: len(e.mentions))
    for view, key in ((pages.home, ""), (pages.entity, entity.id), (pages.status, "")):
        assert not any("record from document" in question for question in asked(library, view, key))

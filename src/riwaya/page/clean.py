"""A page cleaned, as a person or a program wants it: text, Markdown, JSON with offsets, or the reasons of every block.

Goes in: a page. Comes out: strings. Nothing here reads the page: `article` does.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from riwaya.model import Document, Page, Problem
from riwaya.page.article import as_document, read_page
from riwaya.page.metadata import Metadata, Stated

__all__ = ["clean"]

_SHOWN = 70  # letters of a block that the list of reasons shows


def clean(page: Page, *, form: str = "text", why: bool = False) -> tuple[str, tuple[Problem, ...]]:
    """Give the page's article as `form` ("text", "markdown" or "json"), or why each block is what it is."""
    doc, problems = as_document(page)
    if form == "json":
        reading, _ = read_page(page)
        return _json(doc, reading.metadata, problems), problems
    if why:
        return "\n".join(_reasons(doc)), problems
    return "\n\n".join(_markdown(doc) if form == "markdown" else _text(doc)), problems


def _text(doc: Document) -> Iterator[str]:
    if doc.title:
        yield doc.title.of(doc.text)
    for block in doc.blocks:
        if block.role == "body":
            yield block.span.of(doc.text)


def _markdown(doc: Document) -> Iterator[str]:
    if doc.title:
        yield f"# {_one_line(doc.title.of(doc.text))}"
    head = [
        doc.outlet.name if doc.outlet else None,
        doc.published,
        *_of_role(doc, "byline"),
        *_of_role(doc, "dateline"),
    ]
    if facts := " · ".join(part for part in head if part):
        yield f"*{facts}*"
    for block in doc.blocks:
        words = _one_line(block.span.of(doc.text))
        if block.role == "body":
            heading = len(words) < _SHOWN and block.place.rsplit("/", 1)[-1][:2] in ("h2", "h3", "h4", "h5", "h6")
            yield f"## {words}" if heading else words
        elif block.role == "caption":
            yield f"> {words}"
    yield from (_one_line(words) for words in _of_role(doc, "source_line"))


def _of_role(doc: Document, role: str) -> list[str]:
    return [block.span.of(doc.text) for block in doc.blocks if block.role == role]


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _reasons(doc: Document) -> Iterator[str]:
    """Give a line a block: what it is, why, where it stands, how it opens."""
    for block in doc.blocks:
        words = _one_line(block.span.of(doc.text))
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        yield f"{block.role:13}  {block.why}  [{block.place}]\n               {shown}"


def _json(doc: Document, metadata: Metadata, problems: tuple[Problem, ...]) -> str:
    """Give everything read of the page as one JSON object; offsets are code points of its `text`."""

    def stated(rows: tuple[Stated, ...]) -> list[dict[str, str]]:
        return [{"value": row.value, "where": row.where} for row in rows]

    title = doc.title
    row = {
        "source": doc.source,
        "url": doc.url,
        "outlet": {"name": doc.outlet.name, "domain": doc.outlet.domain, "country": doc.outlet.country}
        if doc.outlet
        else None,
        "title": {"start": title.start, "end": title.end, "text": title.of(doc.text)} if title else None,
        "published": doc.published,
        "published_basis": doc.published_basis,
        "language": doc.language,
        "stated": {
            "titles": stated(metadata.titles),
            "published": stated(metadata.published),
            "updated": stated(metadata.updated),
            "authors": stated(metadata.authors),
            "sites": stated(metadata.sites),
            "sections": stated(metadata.sections),
            "keywords": stated(metadata.keywords),
        },
        "blocks": [
            {
                "start": block.span.start,
                "end": block.span.end,
                "role": block.role,
                "place": block.place,
                "why": block.why,
            }
            for block in doc.blocks
        ],
        "agencies": [{"start": span.start, "end": span.end, "text": span.of(doc.text)} for span in doc.agencies],
        "problems": [{"step": problem.step, "message": problem.message} for problem in problems],
        "text": doc.text,
    }
    return json.dumps(row, ensure_ascii=False, indent=1)

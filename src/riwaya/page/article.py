"""A page's bytes into a document: decoded, cut into labelled blocks, with title, outlet and publication day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Block, Document, Outlet, Page, Problem, Span, stable_id
from riwaya.page.credits import agency_spans, opening_credit
from riwaya.page.decode import declared_encoding, decode
from riwaya.page.label import label
from riwaya.page.label_types import Label
from riwaya.page.language import language_of
from riwaya.page.live import mark_entries
from riwaya.page.metadata import Metadata
from riwaya.page.outlets import outlet_by_domain, outlet_by_name
from riwaya.page.own_name import page_outlet
from riwaya.page.paging import next_page, page_line
from riwaya.page.pieces import cut_pieces, text_lines, trimmed
from riwaya.page.published_day import published_day
from riwaya.page.reading import Reading
from riwaya.text.fold import folded
from riwaya.text.words import sentences

__all__ = ["as_document", "read_page"]


_NO_ARTICLE = "no article was found; the page may be a list, a gallery or a notice: see `riwaya clean --why`"


def as_document(page: Page) -> tuple[Document, tuple[Problem, ...]]:
    """Give the page's document and what was doubtful in reading it."""
    reading, problems = read_page(page)
    text = reading.text
    labels = _with_dateline(text, reading.labels)
    published, basis, doubts = published_day(page, labels, reading.metadata)
    rows, parts = _in_parts(page, labels, reading)
    blocks = tuple(Block(row.piece.span, row.role, row.piece.stretch.place, row.why) for row in rows)
    body = tuple(s for block in blocks if block.role == "body" for s in sentences(text, block.span))
    language = language_of(" ".join(block.span.of(text) for block in blocks if block.role == "body") or text)
    problems += doubts
    if not body:
        problems += (Problem("article", _NO_ARTICLE, page.source),)
    else:
        problems += parts
        if language != "ar":
            problems += (_language_problem(page, language),)
    doc = Document(
        stable_id("d", page.source, text), page.source, text, blocks, body,
        title=next((block.span for block in blocks if block.role == "title"), None),
        outlet=_outlet(page, labels, reading.metadata), published=published, published_basis=basis,
        crawled=page.crawled, language=language, url=page.url or _address(reading.metadata),
        agencies=_agencies(text, blocks),
    )  # fmt: skip
    return doc, problems


def read_page(page: Page) -> tuple[Reading, tuple[Problem, ...]]:
    """Give a page's text in labelled pieces with what it states of itself, and what was doubtful in decoding it."""
    html = page.media == "html"
    decoded = decode(page.content, declared_encoding(page.content) if html else None)
    problems = (Problem("decode", decoded.doubt, page.source),) if decoded.doubt else ()
    if html:
        from riwaya.page.html import read_html

        return read_html(decoded.text, given_title=page.title), problems
    return Reading(decoded.text, label(cut_pieces(decoded.text, text_lines(decoded.text)))), problems


def _with_dateline(text: str, labels: Sequence[Label]) -> tuple[Label, ...]:
    """Give the labels with the first paragraph's dateline or byline cut off it as a piece of its own."""
    for index, row in enumerate(labels):
        if row.role != "body":
            continue
        length, role = opening_credit(row.piece.form)
        if not length:
            break
        span, way = row.piece.span, folded(text)
        rest = trimmed(text, int(way.origin[way.at(span.start) + length]), span.end)
        head = trimmed(text, span.start, rest.start)
        opening = Label(replace(row.piece, span=head, form=row.piece.form[:length]), role, "opens the first paragraph")
        body = replace(row, piece=replace(row.piece, span=rest, form=row.piece.form[length:]))
        return (*labels[:index], opening, body, *labels[index + 1 :])
    return tuple(labels)


def _in_parts(page: Page, labels: Sequence[Label], reading: Reading) -> tuple[tuple[Label, ...], tuple[Problem, ...]]:
    """Give the labels with the entries of a live blog told apart, and a Problem for a page that is a live blog or one
    of several pages of an article."""
    problems: list[Problem] = []
    stated = any(row.value == "liveblogposting" for row in reading.metadata.types)
    rows, entries = mark_entries(labels)
    if entries or stated:
        told = f" of {entries} entries" if entries else ""
        message = f"a live blog{told}, read as one article; `riwaya clean --why` shows the entry of each paragraph"
        problems.append(Problem("live blog", message, page.source))
    address = next_page(reading.next_links, page.url or _address(reading.metadata))
    if line := page_line(rows):
        index, number, pages = line
        row = replace(rows[index], role="furniture", why="says that the article has several pages")
        rows = (*rows[:index], row, *rows[index + 1 :])
        message = f"page {number} of {pages} of an article; give {address or 'the others'} too"
        problems.append(Problem("pages", message, page.source))
    elif address:
        problems.append(Problem("pages", f"the article goes on at {address}; give that page too", page.source))
    return rows, tuple(problems)


def _agencies(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Give where the page credits agencies: in its datelines, bylines and source lines."""
    way = folded(text)
    return tuple(
        way.span(start, end)
        for block in blocks
        if block.role in ("dateline", "byline", "source_line")
        for start, end in agency_spans(way.text, way.at(block.span.start), way.at(block.span.end))
    )


def _outlet(page: Page, labels: Sequence[Label], metadata: Metadata) -> Outlet | None:
    """Give who published the page: known from outside, by its address, by what it states, by what it says."""
    if page.outlet:
        return outlet_by_name(page.outlet) or Outlet(page.outlet)
    stated = next((row.value for row in metadata.sites), None)
    url = page.url or _address(metadata)
    if url and (outlet := outlet_by_domain(url)):
        unknown = outlet.name == outlet.domain
        return replace(outlet, name=stated) if unknown and stated else outlet
    if stated:
        return outlet_by_name(stated) or Outlet(stated)
    return page_outlet(labels)


def _address(metadata: Metadata) -> str | None:
    """Give the first whole address that the page states as its own."""
    return next((row.value for row in metadata.urls if row.value.startswith(("http://", "https://"))), None)


def _language_problem(page: Page, language: str) -> Problem:
    message = f"the page reads as {language!r}, not Arabic; it was read, but doubt what was found in it"
    return Problem("language", message, page.source)

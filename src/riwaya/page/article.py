"""A page's bytes into a document: decoded, cut into labelled blocks, with title, outlet and publication day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Block, Document, Outlet, Page, Problem, Span, stable_id
from riwaya.page.credits import agency_spans, opening_credit
from riwaya.page.decode import decode
from riwaya.page.label import Label, label
from riwaya.page.language import language_of
from riwaya.page.outlets import outlet_by_domain, outlet_by_name
from riwaya.page.own_name import page_outlet
from riwaya.page.pieces import cut_pieces, text_lines, trimmed
from riwaya.page.published import day_in
from riwaya.text.fold import folded
from riwaya.text.words import sentences

__all__ = ["as_document"]

#: The rules that mark a line as the page's own day of publication.
_DATED = ("furniture published", "a line that is a date")

_NO_ARTICLE = "no article was found; the page may be a list, a gallery or a notice: see `riwaya clean --why`"


def as_document(page: Page) -> tuple[Document, tuple[Problem, ...]]:
    """Give the page's document and what was doubtful in reading it."""
    decoded = decode(page.content)
    text = decoded.text
    labels = _with_dateline(text, label(cut_pieces(text, text_lines(text))))
    blocks = tuple(Block(row.piece.span, row.role, row.piece.stretch.place, row.why) for row in labels)
    body = tuple(s for block in blocks if block.role == "body" for s in sentences(text, block.span))
    language = language_of(text)
    published, basis = _published(page, labels)
    problems = [Problem("decode", decoded.doubt, page.source)] if decoded.doubt else []
    if not body:
        problems.append(Problem("article", _NO_ARTICLE, page.source))
    elif language != "ar":
        problems.append(_language_problem(page, language))
    doc = Document(
        stable_id("d", page.source, text), page.source, text, blocks, body,
        title=next((block.span for block in blocks if block.role == "title"), None),
        outlet=_outlet(page, labels), published=published, published_basis=basis, crawled=page.crawled,
        language=language, url=page.url, agencies=_agencies(text, blocks),
    )  # fmt: skip
    return doc, tuple(problems)


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


def _agencies(text: str, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """Give where the page credits agencies: in its datelines, bylines and source lines."""
    way = folded(text)
    return tuple(
        way.span(start, end)
        for block in blocks
        if block.role in ("dateline", "byline", "source_line")
        for start, end in agency_spans(way.text, way.at(block.span.start), way.at(block.span.end))
    )


def _outlet(page: Page, labels: Sequence[Label]) -> Outlet | None:
    if page.outlet:
        return outlet_by_name(page.outlet) or Outlet(page.outlet)
    if page.url and (outlet := outlet_by_domain(page.url)):
        return outlet
    return page_outlet(labels)


def _published(page: Page, labels: Sequence[Label]) -> tuple[str | None, str | None]:
    """Give the publication day and what it rests on: what is known from outside, else the page's own date line."""
    if page.published:
        return page.published, "metadata"
    for row in labels:
        if row.why in _DATED and (day := day_in(row.piece.form)):
            return day, "page"
    return None, None


def _language_problem(page: Page, language: str) -> Problem:
    message = f"the page reads as {language!r}, not Arabic; it was read, but doubt what was found in it"
    return Problem("language", message, page.source)

"""An article printed on several pages, as one page.

Goes in: the article's pages as they came, in order. Comes out: the first page with the other pages' body paragraphs set
behind its own last one, each marked with the address it came from; or None where that cannot be done with certainty, and
then each page stays a page of its own. The joined page is the one that is read, so its spans are as true as any page's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from riwaya.model import Document, Page
from riwaya.page.article import as_document
from riwaya.page.decode import Decoded, declared_encoding, decode
from riwaya.page.limits import LARGEST_PAGE
from riwaya.page.paging import linked_next, next_page, says_several
from riwaya.page.tree import parse_html
from riwaya.text.fold import fold

__all__ = ["MOST_PAGES", "goes_on", "joined", "page_after"]

#: Further pages of one article that are asked for; articles on more are series or lists.
MOST_PAGES = 10


def goes_on(page: Page) -> bool:
    """Tell whether a page is an article that names a next page; lists and live blogs, which go on too, are not."""
    if page.media != "html" or not page.url:
        return False
    if page_after(page, page.url, 2) is None:
        return False
    doc, problems = as_document(page)
    return bool(doc.title) and not any(problem.step in ("article", "live blog") for problem in problems)


def page_after(page: Page, first: str, number: int) -> str | None:
    """Give the address that a page calls its next, if it is page `number` of the article at `first`."""
    return next_page(linked_next(_parsed(page)), first, number=number)


def joined(first: Page, others: Sequence[Page]) -> Page | None:
    """Give the article as one page, or None where a page is not plainly a part of it."""
    doc, _ = as_document(first)
    own = _paragraphs(doc)
    parser = _parsed(first)
    place = _place(parser, own[-1]) if own else None
    if place is None:
        return None
    known, rows = {fold(text) for text in own}, []
    for other in others:
        part, problems = as_document(other)
        new = [text for text in _paragraphs(part) if fold(text) not in known]
        if not new or not _same_title(doc, part) or any(problem.step == "article" for problem in problems):
            return None
        known.update(map(fold, new))
        rows += [f'<p data-joined-from="{escape(other.url or other.source)}">{escape(text)}</p>' for text in new]
    _insert(place, rows)
    _drop_paging(parser, first.url or "")
    content = (parser.html or "").encode(_decoded(first).encoding, "xmlcharrefreplace")
    return replace(first, content=content) if len(content) <= LARGEST_PAGE else None


def _parsed(page: Page) -> LexborHTMLParser:
    return parse_html(_decoded(page).text)


def _decoded(page: Page) -> Decoded:
    return decode(page.content, declared_encoding(page.content))


def _paragraphs(doc: Document) -> list[str]:
    return [block.span.of(doc.text).strip() for block in doc.blocks if block.role == "body"]


def _same_title(one: Document, other: Document) -> bool:
    """Tell whether two pages have one title; a further page may say its number behind it."""
    if not one.title or not other.title:
        return False
    first, second = fold(one.title.of(one.text)).strip(), fold(other.title.of(other.text)).strip()
    return second.startswith(first)


def _place(parser: LexborHTMLParser, last: str) -> LexborNode | None:
    """Give the paragraph's element that has the last body text, None where the text stands in no paragraph's own."""
    found = [node for node in parser.css("p") if node.text().split() == last.split()]
    return found[-1] if found else None


def _insert(place: LexborNode, rows: Sequence[str]) -> None:
    for row in reversed(rows):
        node = LexborHTMLParser(row).css_first("p")
        if node is not None:
            place.insert_after(node)


def _drop_paging(parser: LexborHTMLParser, own: str) -> None:
    """Take out what says that the article goes on elsewhere, as it no longer does; inner elements before outer ones."""
    for node in reversed(parser.css("link[rel=next], a[href]")):
        href = node.attributes.get("href") or ""
        if next_page([urljoin(own, href)], own):
            node.decompose()
    for node in reversed(parser.css("p, span, div, li, strong")):
        text = node.text(deep=False)
        if len(text) < 60 and says_several(fold(text.strip())):
            node.decompose()

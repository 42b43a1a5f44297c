"""Articles printed on several pages: where the next page is.

Goes in: a page's links and lines. Comes out: the address of the next page, or the line that says that there is one. A
link is believed only where it leads to the page's own address with a page's number after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from riwaya.lexicon.load import load_entries
from riwaya.page.furniture import alternation
from riwaya.page.label_types import Label
from riwaya.page.live import LiveWords
from riwaya.text.fold import fold

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["is_next_word", "linked_next", "next_page", "page_line", "says_several"]

_MOST = 5_000  # links that are looked at
_QUERY = re.compile(r"(?:^|&)(?:page|paged|p|pg|pageno|page_no)=(\d{1,2})(?=&|$)", re.IGNORECASE)
_PATH = re.compile(r"/(?:page[/-]?)?(\d{1,2})/?$", re.IGNORECASE)


@cache
def _words(table: str) -> str:
    return alternation(tuple(form for row in load_entries("live.toml", table, LiveWords) for form in row.forms))


@cache
def _line() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*{_words('page')}\s*(\d{{1,2}})\s*{_words('of')}\s*(\d{{1,2}})[\W_]*$")


@cache
def _next() -> re.Pattern[str]:
    return re.compile(rf"[\W_]*{_words('next')}[\W_]*$")


def is_next_word(form: str) -> bool:
    """Tell whether a folded link leads to the next page by its words."""
    return len(form) < 40 and bool(_next().match(form))


def linked_next(parser: LexborHTMLParser) -> Iterator[str]:
    """Give the addresses that an HTML page calls its next page, by relation or by words."""
    for number, link in enumerate(parser.css("link[rel=next], a[href]")):
        if number > _MOST:
            return
        href = link.attributes.get("href") or ""
        if not (_QUERY.search(href.rpartition("?")[2]) or _PATH.search(href.partition("?")[0])):
            continue  # no address of a further page, whatever its words
        if "next" in (link.attributes.get("rel") or "").lower().split() or is_next_word(fold(link.text()[:60])):
            yield href


def next_page(links: Iterable[str], own: str | None, *, number: int | None = None) -> str | None:
    """Give the first of the links that leads to the next page of the article at `own`, or to its page `number`.

    >>> next_page(["/news/8", "/news/7?page=2"], "https://a.example/news/7")
    'https://a.example/news/7?page=2'
    """
    for link in links:
        try:
            if not own:
                if link.startswith("?") and _QUERY.search(link[1:]):
                    return link
            elif _follows(urljoin(own, link), own, number):
                return urljoin(own, link)
        except ValueError:
            continue
    return None


def _follows(address: str, own: str, number: int | None) -> bool:
    there, here = urlsplit(address), urlsplit(own)
    if there.netloc != here.netloc:
        return False
    same = there.path.rstrip("/") == here.path.rstrip("/")
    if same and (found := _QUERY.search(there.query)):
        now = _QUERY.search(here.query)
        rest = _QUERY.sub("", there.query).strip("&"), _QUERY.sub("", here.query).strip("&")
        return int(found[1]) == (number or (int(now[1]) if now else 1) + 1) and rest[0] == rest[1]
    found = _PATH.search(there.path)
    if not found or int(found[1]) != (number or 2):
        return False
    return there.path[: found.start()] == here.path.rstrip("/")


def says_several(form: str) -> bool:
    """Tell whether a folded line says "page 1 of 3" of an article that goes on."""
    found = _line().match(form) if len(form) < 40 else None
    return bool(found and int(found[1]) < int(found[2]))


def page_line(labels: Sequence[Label]) -> tuple[int, int, int] | None:
    """Give (index, page, pages) of the line that says "page 1 of 3" of an article that goes on, or None."""
    for index, row in enumerate(labels):
        if len(row.piece) < 40 and (found := _line().match(row.piece.form)) and int(found[1]) < int(found[2]):
            return index, int(found[1]), int(found[2])
    return None

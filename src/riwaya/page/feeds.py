"""The addresses in a feed: RSS, Atom, or a sitemap.

Goes in: the feed's bytes. Comes out: the addresses of its pages in order, and whether they are feeds themselves (a
sitemap's index). Nothing is expanded: a feed that declares entities is refused before it is parsed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from riwaya.errors import InputError

__all__ = ["Feed", "is_feed", "read_feed"]

_LARGEST = 8 * 1024 * 1024  # bytes of a feed; the sitemap standard's 50 MB are for whole sites
_MOST = 5_000  # addresses that are taken from one feed
_HEAD = re.compile(rb"<(rss|feed|urlset|sitemapindex|rdf:RDF)[\s>]", re.IGNORECASE)
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feed:
    """The addresses of a feed; `index` is true where they are other feeds."""

    addresses: tuple[str, ...]
    index: bool = False


def is_feed(content: bytes) -> bool:
    """Tell whether bytes open as a feed does."""
    return bool(_HEAD.search(content[:4096])) and b"<html" not in content[:4096].lower()


def read_feed(content: bytes) -> Feed:
    """Give the addresses of a feed.

    Raises:
        InputError: it is too large, declares entities or is no XML.
    """
    if len(content) > _LARGEST:
        raise InputError(f"the feed has {len(content) >> 20} MB, more than {_LARGEST >> 20}; give its pages instead")
    if _ENTITY.search(content):
        raise InputError("the feed declares entities, which could grow without bound; it was not read")
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise InputError(f"the feed is no valid XML ({error}); give its pages instead") from error
    index = _name(root) == "sitemapindex"
    found: dict[str, None] = {}
    for item in root.iter():
        if _name(item) in ("item", "entry", "url", "sitemap") and (address := _address(item)):
            found.setdefault(address)
        if len(found) >= _MOST:
            break
    return Feed(tuple(found), index)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _address(item: ElementTree.Element) -> str | None:
    """Give the address of an entry: <link>, <link href>, <loc> or a permanent <guid>."""
    for child in item:
        name = _name(child)
        if name == "link" and child.get("rel") in (None, "alternate"):
            value = child.get("href") or child.text
        elif name == "loc" or (name == "guid" and child.get("isPermaLink") == "true"):
            value = child.text
        else:
            continue
        if value and value.strip().startswith(("http://", "https://")):
            return value.strip()
    return None

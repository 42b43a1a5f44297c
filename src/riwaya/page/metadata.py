"""What a page says of itself to machines: JSON-LD, OpenGraph, meta tags, microdata, the canonical address.

Goes in: the parsed page. Comes out: `Metadata`: each value with where it was read. Nothing is believed here:
the days are weighed against the visible page in `published_day`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

__all__ = ["Metadata", "Stated", "read_metadata"]

_ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "analysisnewsarticle",
                  "opinionnewsarticle", "backgroundnewsarticle", "liveblogposting", "report", "socialmediaposting",
                  "advertisercontentarticle", "satiricalarticle", "scholarlyarticle", "techarticle")  # fmt: skip
_META = {
    "og:title": "title", "twitter:title": "title", "headline": "title", "dc.title": "title", "dcterms.title": "title",
    "og:site_name": "site", "application-name": "site", "dc.publisher": "site", "publisher": "site",
    "article:published_time": "published", "og:article:published_time": "published", "datepublished": "published",
    "pubdate": "published", "publishdate": "published", "publish-date": "published", "publish_date": "published",
    "date": "published", "dc.date": "published", "dc.date.issued": "published", "dcterms.created": "published",
    "dcterms.date": "published", "article.published": "published", "sailthru.date": "published",
    "parsely-pub-date": "published", "cxenseparse:recs:publishtime": "published", "published_at": "published",
    "article:modified_time": "updated", "og:updated_time": "updated", "datemodified": "updated",
    "last-modified": "updated", "og:url": "url", "author": "author", "article:author": "author",
    "dc.creator": "author", "parsely-author": "author",
    "article:section": "section", "og:type": "type", "og:description": "description", "description": "description",
    "keywords": "keywords", "news_keywords": "keywords", "article:tag": "keywords",
}  # fmt: skip
_MOST_JSON = 2_000_000  # letters of JSON-LD that are read
_CONTROLS = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Stated:
    """One value that a page states to machines, and where: "json-ld", "meta og:title", "title", …"""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page states, each kind in the order in which it is to be believed."""

    titles: tuple[Stated, ...] = ()
    published: tuple[Stated, ...] = ()
    updated: tuple[Stated, ...] = ()
    authors: tuple[Stated, ...] = ()
    sites: tuple[Stated, ...] = ()
    sections: tuple[Stated, ...] = ()
    urls: tuple[Stated, ...] = ()
    types: tuple[Stated, ...] = ()
    descriptions: tuple[Stated, ...] = ()
    keywords: tuple[Stated, ...] = ()
    language: str | None = None


def read_metadata(parser: LexborHTMLParser) -> Metadata:
    """Give what the page states of itself."""
    found: dict[str, list[Stated]] = {}

    def add(kind: str, value: object, where: str) -> None:
        if isinstance(value, str) and (text := " ".join(value.split())):
            found.setdefault(kind, []).append(Stated(text[:2000], where))

    for node in _json_ld(parser):
        _read_node(node, add)
    for meta in parser.css("meta"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if kind := _META.get(name := name.strip().lower()):
            add(kind, attributes.get("content"), f"meta {name}")
    for link in parser.css("link[rel=canonical]")[:1]:
        add("url", link.attributes.get("href"), "link canonical")
    for time in parser.css("[itemprop=datePublished]")[:3]:
        add("published", time.attributes.get("datetime") or time.attributes.get("content"), "microdata")
    if (title := parser.css_first("title")) is not None:
        add("title", title.text(), "title")
    html = parser.css_first("html")
    language = html.attributes.get("lang") if html is not None else None

    def give(kind: str) -> tuple[Stated, ...]:
        return tuple(dict.fromkeys(found.get(kind, ())))

    return Metadata(
        titles=give("title"), published=give("published"), updated=give("updated"), authors=give("author"),
        sites=give("site"), sections=give("section"), urls=give("url"), types=give("type"),
        descriptions=give("description"), keywords=give("keywords"), language=language or None,
    )  # fmt: skip


def _json_ld(parser: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD, the outermost first; what is no JSON is passed over."""
    for script in parser.css('script[type="application/ld+json"]'):
        raw = script.text()[:_MOST_JSON]
        try:
            data = json.loads(_CONTROLS.sub(" ", raw.strip().removesuffix(";")), strict=False)
        except (ValueError, RecursionError):
            continue
        queue, seen = [data], 0
        while queue and seen < 500:
            seen += 1
            item = queue.pop(0)
            if isinstance(item, list):
                queue += item[:100]
            elif isinstance(item, dict):
                yield item
                queue += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in item]


def _types(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).rsplit("/", 1)[-1].lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _read_node(node: dict[str, Any], add: Any) -> None:
    kinds = _types(node)
    if any(kind in ("website", "organization", "newsmediaorganization") for kind in kinds):
        add("site", node.get("name"), "json-ld publisher")
    if "collectionpage" in kinds or "itemlist" in kinds:
        add("type", kinds[0], "json-ld")
    if not any(kind in _ARTICLE_TYPES for kind in kinds):
        return
    add("type", kinds[0], "json-ld")
    for key, kind in (("headline", "title"), ("datePublished", "published"), ("dateModified", "updated"),
                      ("description", "description"), ("url", "url")):  # fmt: skip
        add(kind, node.get(key), f"json-ld {key}")
    for section in _names(node.get("articleSection")):
        add("section", section, "json-ld articleSection")
    for author in _names(node.get("author")):
        add("author", author, "json-ld author")
    for site in _names(node.get("publisher")):
        add("site", site, "json-ld publisher")


def _names(value: object) -> Iterator[str]:
    """Give the names in a JSON-LD value: a string, an object with a name, or a list of them."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict) and isinstance(item.get("name"), str):
            yield item["name"]

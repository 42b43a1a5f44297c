"""The reading room's pages: each view asks the library a few bounded questions and names its template.

A view gets the open library, the request and the links of the reader's language, and gives (template, values), or None
where nothing is at the address. No view loads more than one story, one page or one entity.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from starlette.requests import Request

from riwaya.model import Span
from riwaya.store.entity_queries import (
    entities_named,
    entity_at,
    events_of,
    given_titles,
    named_here,
    named_in,
    said_by,
    spellings,
    texts_of,
)
from riwaya.store.front_queries import day_differences, days, largest, moved
from riwaya.store.habits import habits_of
from riwaya.store.library import Library
from riwaya.store.outlet_queries import outlet_habits, outlet_names, outlet_pages, verdicts
from riwaya.store.queries import difference_rows, record_of, story_of, story_parts, story_titles
from riwaya.store.search import search
from riwaya.store.watching import newest_pages, set_aside_rows, watched
from riwaya.web.basemap import country_middle
from riwaya.web.choices import chosen
from riwaya.web.cite import annotation, bibtex, citation
from riwaya.web.desk import story_views
from riwaya.web.links import Links
from riwaya.web.map import Spot, draw_map
from riwaya.web.reading import LAYERS, difference_lines, document_view, found_words, given, said
from riwaya.web.views import shown_name, when_text
from riwaya.web.wording import say

__all__ = ["Shown", "View", "asked_span", "entity", "home", "outlet", "page", "search_page", "status", "story"]

Shown = tuple[str, dict[str, Any]] | None
View = Callable[[Library, Request, Links], Shown]

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
#: Code points of a question to the search; longer ones are cut.
LONGEST_QUESTION = 500


def _day(value: str | None) -> str | None:
    return value if value and _DAY.fullmatch(value) else None


def asked_span(value: str | None) -> Span | None:
    """Give the span that an address asks for as START-END, or None."""
    found = _SPAN.fullmatch(value or "")
    return Span(int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None


def home(library: Library, request: Request, links: Links) -> Shown:
    """What moved on the newest day (or the day asked for): stories by growth, differences by weight."""
    asked = _day(request.query_params.get("day"))
    recent = days(library)
    day = asked or (recent[0] if recent else None)
    stories = moved(library, day) if day else ()
    found = day_differences(library, day) if day else ()
    return "home.html", {
        "day": day, "days": recent, "stories": stories, "largest": largest(library),
        "differences": difference_lines(library, found or difference_rows(library, limit=8), links),
        "of_day": bool(found), "outlets": outlet_names(library, limit=40),
    }  # fmt: skip


def search_page(library: Library, request: Request, links: Links) -> Shown:
    """Pages by words, with filters; people, bodies and places of exactly that name come first."""
    ask = request.query_params
    words = ask.get("q", "")[:LONGEST_QUESTION]
    since, until = _day(ask.get("since")), _day(ask.get("until"))
    name = ask.get("outlet") or None
    found = list(search(library.connection, words, since=since, until=until, outlet=name))
    texts = texts_of(library, [f.document for f in found])
    near = {key: found_words(text, words) for key, text in texts.items()}
    return "search.html", {
        "words": words, "found": found, "near": {key: line for key, line in near.items() if line},
        "since": since or "", "until": until or "", "outlet": name or "",
        "named": entities_named(library, words) if words.strip() else (), "outlets": outlet_names(library, limit=200),
    }  # fmt: skip


def story(library: Library, request: Request, links: Links) -> Shown:
    """One story: where its outlets differ, side by side, time line, map, who said it, copies."""
    parts = story_parts(library, request.path_params["key"])
    if parts is None:
        return None
    records, gathered = parts
    view = story_views(records, gathered, language=links.language, room=True)[0]
    linked = tuple((title, links.story(key)) for key, title in story_titles(library, gathered.stories[0].linked))
    ruled = verdicts(library, (d.id for d in gathered.differences))
    return "story_page.html", {"story": replace(view, linked=linked), "verdicts": ruled}


def page(library: Library, request: Request, links: Links) -> Shown:
    """One page's text with its layers, and how to cite it or the words asked for."""
    record = record_of(library, request.path_params["key"])
    if record is None:
        return None
    doc, at = record.document, asked_span(request.query_params.get("at"))
    if at and at.end > len(doc.text):
        at = None
    return "document.html", {
        "view": document_view(record, named_here(library, doc.id), links, at), "layers": LAYERS, "at": at,
        "story": story_of(library, doc.id), "citation": citation(doc, at), "bibtex": bibtex(doc, at),
        "annotation": annotation(doc, at) if at else "", "words": at.of(doc.text) if at else "",
    }  # fmt: skip


def entity(library: Library, request: Request, links: Links) -> Shown:
    """One person, body or place: spellings, titles by outlet over time, what it did and said, who relies on it."""
    key = request.path_params["key"]
    one = entity_at(library, key)
    if one is None:
        return None
    times, pages, newest = named_in(library, key)
    told = events_of(library, key, newest)
    claims, relied = said_by(library, key, newest)
    spots = []
    at = one.coordinates or (None if one.type != "PLACE" else country_middle(one.country or ""))
    if at:
        latitude, longitude = at if one.coordinates else (at[1], at[0])
        spots = [Spot(one.name, latitude, longitude, max(1, len(told)), "#events", bool(one.coordinates))]
    return "entity.html", {
        "entity": one, "times": times, "pages": pages, "events": told, "when_text": when_text,
        "spellings": given(spellings(library, key, newest), links), "titles": given(given_titles(library, key, newest), links),
        "claims": said(claims, links),
        "relied": [(shown_name(r.outlet), r.outlet, r.claims, r.pages) for r in relied],
        "map": draw_map(spots, label=say("map", links.language), language=links.language),
        "verdict": verdicts(library, [key]).get(key),
    }  # fmt: skip


def outlet(library: Library, request: Request, links: Links) -> Shown:
    """One outlet: its habits with counts, and its newest pages."""
    name = request.path_params["key"]
    count, pages = outlet_pages(library, name)
    if not count:
        return None
    return "outlet.html", {"outlet": name, "count": count, "pages": pages, "habits": outlet_habits(library, name),
                           "chosen": chosen(habits_of(library, name), links)}  # fmt: skip


def status(library: Library, request: Request, links: Links) -> Shown:
    """What is in the library, what is watched and when it was asked, what could not be read."""
    run = library.connection.execute
    counts = [(key, run(f"select count(*) from {table}").fetchone()[0])
              for key, table in (("pages", "document"), ("stories", "story"), ("differences", "difference"),
                                 ("judgements", "judgement"))]  # fmt: skip
    aside, problems = set_aside_rows(library)
    return "status.html", {"counts": counts, "watched": watched(library), "newest": newest_pages(library), "aside": aside,
                           "problems": [(shown_name(source), message) for source, message in problems],
                           "shown_name": shown_name}  # fmt: skip

"""The reading room: a local web application over a library. It reads; only a judgement writes.

Page content is never trusted: everything is escaped, the content policy allows no script at all, the host header is
checked, and no request leaves the machine. Every address is stable: /story/ID, /page/ID#at-START, /entity/ID.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.store.library import Library, open_library
from riwaya.store.queries import (
    difference_rows,
    entity_parts,
    outlet_habits,
    outlets,
    record_of,
    story_of,
    story_parts,
    story_rows,
)
from riwaya.store.search import search
from riwaya.web.desk import story_views
from riwaya.web.reading import difference_lines, document_view, entity_view
from riwaya.web.report import environment, in_language
from riwaya.web.wording import LANGUAGES

__all__ = ["make_app"]

POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


def make_app(path: Path, *, hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]", "testserver")) -> Starlette:
    """Give the application over one library file; only requests to `hosts` are answered."""
    routes = [
        Route("/", _view(_home)),
        Route("/search", _view(_search)),
        Route("/story/{key}", _view(_story)),
        Route("/page/{key}", _view(_page)),
        Route("/entity/{key}", _view(_entity)),
        Route("/outlet/{key:path}", _view(_outlet)),
        Mount("/static", StaticFiles(directory=str(files("riwaya.web").joinpath("static")))),
    ]
    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=[*hosts]), Middleware(_Headers)]
    app = Starlette(routes=routes, middleware=middleware)
    app.state.library = path
    return app


class _Headers:
    """Adds the headers that keep a page's content from doing anything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = {
                    "content-security-policy": POLICY,
                    "x-content-type-options": "nosniff",
                    "referrer-policy": "no-referrer",
                }
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in extra.items())]
            await send(message)

        await self.app(scope, receive, sealed)


View = Callable[[Library, Request, str], tuple[str, dict[str, Any]] | None]


def _view(view: View) -> Callable[[Request], Response]:
    """Give the endpoint of a view: open the library to read, show the view's template, or say that nothing is there."""

    def endpoint(request: Request) -> Response:
        language = request.query_params.get("lang", LANGUAGES[0])
        language = language if language in LANGUAGES else LANGUAGES[0]
        with open_library(request.app.state.library, read_only=True) as library:
            shown = view(library, request, language)
        name, values = shown or ("nothing.html", {})
        other = {k: v for k, v in request.query_params.items() if k != "lang"}
        switch = request.url.path + "?" + urlencode({**other, "lang": "en" if language == "ar" else "ar"})
        html = (
            environment()
            .get_template(name)
            .render(**in_language(language), q="" if language == "ar" else f"?lang={language}", switch=switch, **values)
        )
        return HTMLResponse(html, status_code=200 if shown else 404)

    return endpoint


def _home(library: Library, request: Request, language: str) -> tuple[str, dict[str, Any]]:
    differences = difference_lines(library, difference_rows(library))
    return "home.html", {"stories": story_rows(library), "differences": differences, "outlets": outlets(library)[:40]}


def _search(library: Library, request: Request, language: str) -> tuple[str, dict[str, Any]]:
    ask = request.query_params
    words = ask.get("q", "")[:500]
    found = search(library.connection, words, since=ask.get("since"), until=ask.get("until"), outlet=ask.get("outlet"))
    return "search.html", {"words": words, "found": list(found)}


def _story(library: Library, request: Request, language: str) -> tuple[str, dict[str, Any]] | None:
    parts = story_parts(library, request.path_params["key"])
    return ("story_page.html", {"story": story_views(*parts, language=language)[0]}) if parts else None


def _page(library: Library, request: Request, language: str) -> tuple[str, dict[str, Any]] | None:
    record = record_of(library, request.path_params["key"])
    if record is None:
        return None
    return "document.html", {**document_view(record, language), "story": story_of(library, record.document.id)}


def _entity(library: Library, request: Request, language: str) -> tuple[str, dict[str, Any]] | None:
    parts = entity_parts(library, request.path_params["key"])
    return ("entity.html", entity_view(*parts)) if parts else None


def _outlet(library: Library, request: Request, language: str) -> tuple[str, dict[str, Any]] | None:
    name = request.path_params["key"]
    return (
        ("outlet.html", {"outlet": name, "habits": outlet_habits(library, name)})
        if name in dict(outlets(library))
        else None
    )

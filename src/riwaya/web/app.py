"""The reading room: a local web application over a library. It reads; only a judgement writes.

Page content is never trusted: everything is escaped, the content policy allows no inline script and no other host, the
host header is checked, and no request leaves the machine. Every address is stable: /story/ID, /page/ID?at=START-END,
/entity/ID, /outlet/NAME, /cite/ID/START-END.bib.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riwaya.errors import RiwayaError
from riwaya.store.library import open_library
from riwaya.store.queries import record_of
from riwaya.web import pages
from riwaya.web.cite import annotation, bibtex, citation
from riwaya.web.judging import LARGEST, judge_page, new_token, next_address, read_form, refusal
from riwaya.web.links import Links
from riwaya.web.report import environment, in_language
from riwaya.web.wording import LANGUAGES

__all__ = ["make_app"]

POLICY = ("default-src 'none'; style-src 'self'; img-src 'self' data:; script-src {script}; form-action 'self';"
          " base-uri 'none'; frame-ancestors 'none'")  # fmt: skip
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # a form without a referrer would name no origin to check
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOCAL = ("127.0.0.1", "localhost", "[::1]", "testserver")


def make_app(path: Path, *, hosts: tuple[str, ...] = LOCAL, judging: bool = True) -> Starlette:
    """Give the application over one library file; only requests to `hosts` are answered.

    Without `judging` the room is read-only: nothing can be written from it.
    """
    views = {"/": pages.home, "/search": pages.search_page, "/story/{key}": pages.story, "/page/{key}": pages.page,
             "/entity/{key}": pages.entity, "/outlet/{key:path}": pages.outlet, "/status": pages.status}  # fmt: skip
    routes = [Route(address, _view(view)) for address, view in views.items()]
    routes.append(Route("/cite/{key}/{name}", _cite))
    if judging:
        routes += [Route("/judge", _view(judge_page)), Route("/judge", _judge, methods=["POST"])]
    routes.append(Mount("/static", StaticFiles(directory=str(files("riwaya.web").joinpath("static")))))  # type: ignore[arg-type]
    middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=[*hosts]), Middleware(_Headers)]
    app = Starlette(routes=routes, middleware=middleware)
    app.state.library, app.state.judging, app.state.token = path, judging, new_token()
    return app


class _Headers:
    """Adds the headers that keep a page's content from doing anything; only the judging page may run its one script."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        script = "'self'" if scope.get("path") == "/judge" else "'none'"
        extra = {**HEADERS, "content-security-policy": POLICY.format(script=script)}

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *((k.encode(), v.encode()) for k, v in extra.items())]
            await send(message)

        await self.app(scope, receive, sealed)


def _links(request: Request) -> Links:
    language = request.query_params.get("lang", LANGUAGES[0])
    return Links(room=True, language=language if language in LANGUAGES else LANGUAGES[0])


def _view(view: pages.View) -> Callable[[Request], Response]:
    """Give the endpoint of a view: open the library to read, show the view's template, or say that nothing is there."""

    def endpoint(request: Request) -> Response:
        links = _links(request)
        with open_library(request.app.state.library, read_only=True) as library:
            shown = view(library, request, links)
        return _html(request, links, shown, 200 if shown else 404)

    return endpoint


def _html(request: Request, links: Links, shown: pages.Shown, status: int) -> HTMLResponse:
    name, values = shown or ("nothing.html", {})
    language, state = links.language, request.app.state
    other = {k: v for k, v in request.query_params.items() if k != "lang"}
    switched = urlencode({**other, **({"lang": "en"} if language == "ar" else {})})
    html = environment().get_template(name).render(
        **{**in_language(language), "q": "" if language == "ar" else f"?lang={language}", "links": links,
           "switch": request.url.path + (f"?{switched}" if switched else ""), "judging": state.judging,
           "token": state.token, "here": request.url.path, **values}
    )  # fmt: skip
    return HTMLResponse(html, status_code=status)


def _cite(request: Request) -> Response:
    """Words of a page (or the page) as text, BibTeX or Web Annotation: /cite/ID/10-25.bib, /cite/ID/page.txt."""
    name, _, ending = request.path_params["name"].rpartition(".")
    span = pages.asked_span(name)
    with open_library(request.app.state.library, read_only=True) as library:
        record = record_of(library, request.path_params["key"])
    if record is None or (span is None and name != "page") or (span and span.end > len(record.document.text)):
        return PlainTextResponse("nothing at this address\n", status_code=404)
    if ending == "bib":
        return PlainTextResponse(bibtex(record.document, span), media_type="application/x-bibtex")
    if ending == "jsonld" and span:
        return PlainTextResponse(annotation(record.document, span), media_type="application/ld+json")
    if ending == "txt":
        return PlainTextResponse(citation(record.document, span) + "\n")
    return PlainTextResponse("nothing at this address\n", status_code=404)


async def _judge(request: Request) -> Response:
    """Take a judgement from this room's own form, and go on."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            return PlainTextResponse("the form is too large\n", status_code=413)
    try:
        form = read_form(body)
    except RiwayaError as error:
        return PlainTextResponse(f"{error}\n", status_code=400)
    if reason := refusal(request, form, request.app.state.token):
        return PlainTextResponse(f"{reason}\n", status_code=403)

    def write() -> None:
        with open_library(request.app.state.library) as library:
            library.judge(form.kind, form.left, form.right, author=form.author, note=form.note)

    await run_in_threadpool(write)
    return RedirectResponse(next_address(form, _links(request)), status_code=303)

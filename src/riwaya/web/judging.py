"""Judging: a person says that names are the same or not, that a difference is right or wrong, or leaves a note.

Judgements are only ever appended to the library, with author and time; an undo is a judgement of its own. A judgement
is taken only from a form of this very process: its token is drawn when the room opens, and the request must come from
the room's own address. In a read-only room none of this is reachable.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request

from riwaya.across import JUDGEMENTS, Difference
from riwaya.errors import RiwayaError
from riwaya.store.codec import loads
from riwaya.store.entity_queries import claim_rows, entity_at
from riwaya.store.library import Library
from riwaya.store.outlet_queries import name_pairs, verdicts
from riwaya.web.links import Links
from riwaya.web.pages import Shown
from riwaya.web.reading import difference_lines, said

__all__ = ["Form", "judge_page", "new_token", "read_form", "refusal"]

#: The types that a name can be of.
TYPES = ("PERSON", "ORGANIZATION", "PLACE")
#: Bytes of a judgement's form; a note is at most this long.
LARGEST = 16_000
#: Code points of an author's name, of an id or a name, and of a note.
AUTHOR, KEY, NOTE = 80, 200, 4000
#: Differences and entities that the queue looks through for one that nobody has judged.
QUEUE = 200


@dataclass(frozen=True, slots=True)
class Form:
    """What a form says: the judgement, whose, and where to go on."""

    kind: str
    left: str
    right: str | None
    author: str
    note: str | None
    token: str
    back: str


def new_token() -> str:
    """Give a token that no other page can know."""
    return secrets.token_urlsafe(24)


def read_form(body: bytes) -> Form:
    """Give what a form says.

    Raises:
        RiwayaError: it is no judgement.
    """
    if len(body) > LARGEST:
        raise RiwayaError("the form is too large")
    try:
        fields = {
            name: many[0].strip() for name, many in parse_qs(body.decode("utf-8"), keep_blank_values=True).items()
        }
    except UnicodeDecodeError as error:
        raise RiwayaError("the form is no UTF-8") from error
    kind, left, right = fields.get("kind", ""), fields.get("left", "")[:KEY], fields.get("right", "")[:KEY] or None
    if right and fields.get("type") in TYPES and "|" not in right:
        right = f"{right}|{fields['type']}"
    if kind not in JUDGEMENTS or not left or (kind in ("same", "not-same") and right is None):
        raise RiwayaError(f"a judgement has a kind ({', '.join(JUDGEMENTS)}) and what it is of")
    return Form(kind, left, right, fields.get("author", "")[:AUTHOR] or "reader", fields.get("note", "")[:NOTE] or None,
                fields.get("token", ""), fields.get("back", ""))  # fmt: skip


def refusal(request: Request, form: Form, token: str) -> str | None:
    """Give the reason to refuse a judgement, None where it comes from this room's own form."""
    host = request.headers.get("host", "")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return "the form comes from another address"
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return "the form comes from another site"
    if not hmac.compare_digest(form.token.encode(), token.encode()):
        return "the form is of an earlier opening of the room; load the page again"
    return None


def next_address(form: Form, links: Links) -> str:
    """Give where the reader goes on: the address the form names if it is one of this room, else the queue."""
    safe = form.back.startswith("/") and not form.back.startswith(("//", "/\\"))
    query = {"done": form.kind, "left": form.left, "right": form.right or "", "author": form.author}
    if links.language != "ar":
        query["lang"] = links.language
    base = form.back if safe and len(form.back) < 500 else "/judge?of=difference"
    path, _, old = base.partition("?")
    kept = {k: v[0] for k, v in parse_qs(old).items() if k not in query}
    return f"{path}?{urlencode({**kept, **query})}"


def judge_page(library: Library, request: Request, links: Links) -> Shown:
    """One thing to judge: the difference or entity asked for, else the weightiest that nobody has judged."""
    ask = request.query_params
    of = ask.get("of", "") if ask.get("of") in ("names", "claim") else "difference"
    done = {k: ask.get(k, "") for k in ("done", "left", "right")} if ask.get("done") in JUDGEMENTS else None
    values: dict[str, Any] = {"of": of, "author": ask.get("author", "")[:AUTHOR], "done": done, "line": None, "entity": None, "claim": None,
                              "pairs": ()}  # fmt: skip
    skip = max(0, min(QUEUE, int(ask.get("skip", "0")))) if ask.get("skip", "0").isdecimal() else 0
    key = ask.get("key") or (_next(library, of, skip) if of != "claim" else None)
    values |= {"key": key, "skip": skip + 1, "verdict": verdicts(library, [key]).get(key) if key else None}
    if key and of == "difference":
        row = library.connection.execute("select whole from difference where id = ?", (key,)).fetchone()
        values["line"] = difference_lines(library, [loads(row[0], Difference)], links)[0] if row else None
    elif key and of == "claim":
        found = claim_rows(library, [key])
        values["claim"] = said(found, links)[0] if found else None
    elif key:
        one = entity_at(library, key)
        names = name_pairs(library, key) if one else ()
        values |= {"entity": one, "pairs": [(names[0], name) for name in names[1:]] if names else ()}
    return "judge.html", values


def _next(library: Library, of: str, skip: int) -> str | None:
    """Give the weightiest difference, or the entity of most spellings, that nobody has judged."""
    unjudged = "not exists (select 1 from judgement j where j.left_id = {} and j.kind <> 'undo')"
    if of == "difference":
        rows = library.connection.execute(
            "select id from (select id, weight from difference order by weight desc, id limit ?) d where "
            + unjudged.format("d.id") + " limit 1 offset ?", (QUEUE, skip)
        )  # fmt: skip
    else:
        rows = library.connection.execute(
            "select e.id from (select entity as id, count(distinct name) as names from entity_mention where document in"
            " (select id from page order by added desc limit ?) group by entity having names > 1"
            " order by names desc, entity limit ?) e where " + unjudged.format("e.id") + " limit 1 offset ?",
            (QUEUE // 2, QUEUE, skip),
        )
    row = rows.fetchone()
    return row[0] if row else None

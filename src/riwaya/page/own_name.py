"""The outlet's own name where the page says it: in its source line, in a link back, or in its own voice.

Goes in: the labelled pieces. Comes out: the outlet, with the rule. An agency that is only credited is no outlet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.model import Outlet
from riwaya.page.credits import agencies, is_name_like, is_place, opens_with_given
from riwaya.page.furniture import alternation
from riwaya.page.label_types import ABOVE_TITLE, DATED, Label
from riwaya.page.outlets import outlet_by_name, outlet_forms, outlets
from riwaya.page.pieces import Piece
from riwaya.text.fold import fold

__all__ = ["OwnVoice", "page_outlet"]

_OWN_WORDS = ("body", "furniture", "title", "caption", "source_line")
_AFTER_SOURCE = re.compile(r"[\s\W_]*[^\W_]+\s*[:|/\\\-•]+\s*")
_EDGES = " \"'.:،,«»“”|-–"
_LONGEST_NAME = 4  # words
_PRINTED = re.compile(r"[+،,/|\-–—:()]|\s{2,}|\n")
_PARTS = re.compile(r"[+،,/|\-:()]| و(?=\S)|\s{2,}")


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """Words before (or, with `after` true, behind) which an outlet names itself."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    names: str = ""


@cache
def _agency_names() -> frozenset[str]:
    own = (form for row in outlets() if row.owner == "agency" for form in (row.name, row.latin, *row.forms))
    return frozenset(fold(form) for form in (*(form for row in agencies() for form in row.forms), *own))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = alternation(outlet_forms(shared=True))
    sure = alternation(outlet_forms())
    rows = load_entries("own_voice.toml", "voice", OwnVoice)
    voice = alternation(tuple(form for row in rows for form in row.forms if row.id != "outlet-words"))
    # A name that is also a common word counts only between quotes or brackets.
    quoted = rf"(?<![^\W_]){voice}\s*(?:[\"(']\s*(?P<quoted>{names})\s*[\")']|(?P<name>{sure})(?![^\W_]))"
    dateline = rf"[\s\W_]*[^():]{{2,60}}\(\s*(?P<name>{names})\s*\)\s*[-:]*"
    return re.compile(quoted), re.compile(dateline)


@cache
def _outlet_words() -> re.Pattern[str]:
    rows = load_entries("own_voice.toml", "voice", OwnVoice)
    words = alternation(tuple(form for row in rows if row.id == "outlet-words" for form in row.forms))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])")


def page_outlet(labels: Sequence[Label]) -> Outlet | None:
    """Give the outlet that the page names as itself, or None.

    In this order: its source line, a name above the title, its dateline or byline, its own voice in the text.
    """
    for row in labels:
        if row.role == "source_line" and (outlet := _credited(row.piece)):
            return outlet
    for row in labels:
        if row.why == ABOVE_TITLE and (outlet := _named(row.piece, row.piece.form, sure=_is_repeated(row, labels))):
            return outlet
    for row in labels:
        dated = row.why == DATED
        if (row.role in ("dateline", "byline") or dated) and (outlet := _in_credit(row.piece)):
            return outlet
    for row in labels:
        if row.role == "title" and (outlet := _after_title(row.piece)):
            return outlet
    voice, _ = _patterns()
    for row in labels:
        if row.role in _OWN_WORDS and (found := voice.search(row.piece.form)):
            return outlet_by_name(found["quoted"] or found["name"])
    return None


def _after_title(piece: Piece) -> Outlet | None:
    """Give the outlet whose name stands after the title, behind a bar or a spaced dash."""
    head, bar, name = piece.form.rpartition(" | ") if " | " in piece.form else piece.form.rpartition(" - ")
    if not bar or len(head.split()) < 3 or not name.strip():
        return None
    return _named(piece, name, sure=False)


def _is_repeated(row: Label, labels: Sequence[Label]) -> bool:
    """Tell whether the words above the title stand again in a credit, a source line or a line of the page's foot."""
    form = row.piece.form.strip()
    credits = (other for other in labels if other.role in ("dateline", "byline", "source_line", "furniture"))
    return any(other is not row and form in other.piece.form for other in credits)


def _named(piece: Piece, form: str, *, sure: bool) -> Outlet | None:
    """Give the outlet that a stretch names: a known one, or an unknown one of that very spelling where it is `sure` or
    holds a word that outlets' names hold."""
    form = form.strip(_EDGES)
    if not form or form in _agency_names() or (is_place(form) and not sure):
        return None
    if outlet := outlet_by_name(form):
        return outlet
    words = form.split()
    if len(words) > _LONGEST_NAME or is_place(form) or not is_name_like(form) or opens_with_given(form):
        return None
    if not (sure or _outlet_words().search(form)):
        return None
    return Outlet(_as_printed(piece, form))


def _as_printed(piece: Piece, form: str) -> str:
    """Give the page's own spelling of a folded part of a piece."""
    printed = [part.strip(_EDGES) for part in _PRINTED.split(piece.printed)]
    return next((part for part in printed if fold(part) == form), form)


def _in_credit(piece: Piece) -> Outlet | None:
    """Give the outlet among the parts of a dateline or byline; a name that is also a city's is the city's."""
    found = [_named(piece, part, sure=False) for part in _PARTS.split(piece.form)]
    known = [outlet for outlet in found if outlet]
    return next((outlet for outlet in known if outlet.domain), known[0] if known else None)


def _credited(piece: Piece) -> Outlet | None:
    """Give the first name in a source line that is no agency, known or not."""
    opened = _AFTER_SOURCE.match(piece.form)
    parts = _PARTS.split(piece.form[opened.end() if opened else 0 :])
    return next((outlet for part in parts if (outlet := _named(piece, part, sure=opened is not None))), None)

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
from riwaya.page.credits import agencies, is_place
from riwaya.page.furniture import alternation
from riwaya.page.label import Label
from riwaya.page.outlets import outlet_by_name, outlet_forms, outlets
from riwaya.text.fold import fold

__all__ = ["OwnVoice", "page_outlet"]

_OWN_WORDS = ("body", "furniture", "title", "caption", "source_line")
_AFTER_SOURCE = re.compile(r"[\s\W_]*[^\W_]+\s*[:|/\\\-•]+\s*")
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
    voice = alternation(tuple(form for row in rows for form in row.forms if row.id != "dateline"))
    # A name that is also a common word counts only between quotes or brackets.
    quoted = rf"(?<![^\W_]){voice}\s*(?:[\"(']\s*(?P<quoted>{names})\s*[\")']|(?P<name>{sure})(?![^\W_]))"
    dateline = rf"[\s\W_]*[^():]{{2,60}}\(\s*(?P<name>{names})\s*\)\s*[-:]*"
    return re.compile(quoted), re.compile(dateline)


def page_outlet(labels: Sequence[Label]) -> Outlet | None:
    """Give the outlet that the page names as itself, or None."""
    for row in labels:
        if row.role == "source_line" and (name := _credited(row.piece.form)):
            return name
    voice, _ = _patterns()
    for row in labels:
        if row.role in ("dateline", "byline") and (outlet := _in_credit(row.piece.form)):
            return outlet
    for row in labels:
        if row.role in _OWN_WORDS and (found := voice.search(row.piece.form)):
            return outlet_by_name(found["quoted"] or found["name"])
    return None


def _in_credit(form: str) -> Outlet | None:
    """Give the outlet among the parts of a dateline or byline; a name that is also a city's is the city's."""
    names = [part.strip(' "\'.') for part in _PARTS.split(form)]
    found = [outlet_by_name(name) for name in names if name and name not in _agency_names() and not is_place(name)]
    known = [outlet for outlet in found if outlet]
    return next((outlet for outlet in known if outlet.domain), known[0] if known else None)


def _credited(form: str) -> Outlet | None:
    """Give the first name in a source line that is no agency, known or not."""
    opened = _AFTER_SOURCE.match(form)
    for part in _PARTS.split(form[opened.end() if opened else 0 :]):
        part = part.strip(' "\'.')
        if not part or part in _agency_names():
            continue
        if outlet := outlet_by_name(part):
            return outlet
    return None

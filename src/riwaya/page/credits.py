"""Bylines, datelines and sign-offs: who wrote a text, where from, and which agency it comes from.

Goes in: a folded line or paragraph. Comes out: what the line is as a whole (`credit_line`), how long a dateline opens a
paragraph (`opening_credit`), where a sign-off closes it (`closing_credit`), and where agencies are named in a credit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from riwaya.lexicon.load import load_entries
from riwaya.page.furniture import alternation, entries, word_count
from riwaya.page.outlets import outlet_forms
from riwaya.text.fold import fold

__all__ = ["AgencyEntry", "NameList", "agencies", "agency_spans", "closing_credit", "credit_line",
           "is_name_like", "is_place", "opening_credit", "opens_with_given", "unknown_credit"]  # fmt: skip

_SPLIT = re.compile(
    r"[-:/|,،()\[\]\"+•*]+|(?<=\w\w\w)\.(?=\s|$)|\.{2,}|\s{2,}"
)  # a lengthening sign used as a dash folds to two spaces
_NAME = 4  # words of a name
_SURE = re.compile(r"[-:/|(+]")  # quotes and commas also stand inside headlines
_DASH = re.compile(r"\s-\s|\w-\s|\w\s{2,}\w")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST = 14  # words: a credit line is short
_LETTERS = r"[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """A news agency: its name and how pages credit it."""

    id: str
    name: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class NameList:
    """Words of one kind that credits are made of."""

    id: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def agencies() -> tuple[AgencyEntry, ...]:
    """Give the agencies of the language data."""
    return load_entries("agencies.toml", "agency", AgencyEntry)


@cache
def _forms(table: str) -> tuple[str, ...]:
    return tuple(form for row in load_entries("agencies.toml", table, NameList) for form in row.forms)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The compiled grammar of credits. `item` is anything but a person."""

    agency: re.Pattern[str]
    place: re.Pattern[str]
    item: re.Pattern[str]
    named: re.Pattern[str]  # an outlet or agency known by the word before its name
    credit: re.Pattern[str]
    byline: re.Pattern[str]
    openings: tuple[tuple[str, re.Pattern[str]], ...]  # with the role; "person": a byline, if it opens with a name
    closing: re.Pattern[str]
    given: frozenset[str]
    notname: frozenset[str]


@cache
def _parts() -> _Parts:
    edge = r"(?![^\W_])"
    agency = alternation(tuple(form for row in agencies() for form in row.forms)) + edge
    org = alternation((*(form for row in agencies() for form in row.forms), *outlet_forms())) + edge
    place = alternation(_forms("places")) + edge
    any_org = alternation((*(form for row in agencies() for form in row.forms), *outlet_forms(shared=True))) + edge
    credit = alternation(_forms("credit")) + edge
    byline = alternation(tuple(form for row in entries() if row.kind == "byline" for form in row.forms)) + edge
    places = rf"{place}(?:\s*[,،/\-]\s*{place}){{0,3}}"
    orgs = rf"[\"(\[]*\s*(?:{alternation(_forms('body'))}\s+)?{org}(?:\s*(?:[+/,،\-]|و|مع)\s*{org}){{0,3}}\s*[\")\]]*"
    date = r"(?:\s*(?:في\s*)?\d[^:()\-]{2,60}?)?"
    person = rf"{_LETTERS}(?:\s+{_LETTERS}){{1,3}}"
    name = rf"{_LETTERS}(?:\s+{_LETTERS}){{0,2}}"
    openings = (
        ("dateline", rf"{places}{date}\s*[(\[]\s*{org}(?:\s*[+/,،\-]\s*{org}){{0,3}}\s*[)\]]\s*[-:/]*"),
        ("dateline", rf"{places}{date}(?:\s*[-/:,،|]+\s*|\s{{2,}}){orgs}\s*[-:/]*"),
        ("dateline", rf"{orgs}\s*[-/:(،,]+\s*{places}\s*[)]?\s*[-:/]*"),
        ("dateline", rf"[(\[]\s*{org}\s*[)\]]\s*[-:/]*"),
        # An agency that nobody knows stands between brackets or quotes, or is one word between dashes.
        ("dateline", rf"{places}{date}\s*[(\[]\s*{name}\s*[)\]]\s*-[-:/]*(?=\s)"),
        ("dateline", rf"{places}{date}\s*-\s*(?:\"\s*{name}\s*\"\s*[-:/]+|{_LETTERS}\s+-)(?=\s)"),
        ("dateline", rf"{places}{date}\s+-{{1,2}}\s+(?=\S)"),
        ("person", rf"{person}\s*[-/]\s*{org}\s*[-:/]*"),
        ("person", rf"{person}\s*[-/(،,]\s*{places}\s*[)]?\s*[-:/]+"),
        ("byline", rf"{byline}\s*[-:/]+\s*{person}\s*[-:/]+"),
        ("dateline", rf"[^().:،\"\n]{{2,60}}\(\s*{org}(?:\s*[+/,،\-]\s*{org}){{0,3}}\s*\)\s*-[-:/]*"),
    )
    closing = rf"[(\[]\s*{orgs}\s*[)\]]\s*\.?\s*$"
    named = rf"\s*{alternation(_forms('body'))}\s+{_LETTERS}(?:\s+{_LETTERS}){{0,3}}\s*"
    item = rf"(?>\s*(?:و|مع\s)?\s*(?:{any_org}|{place}|{credit}))++\s*"
    return _Parts(
        re.compile(agency), re.compile(rf"\s*{place}\s*"), re.compile(item), re.compile(named),
        re.compile(rf"\s*{credit}\s*"),
        re.compile(rf"\s*{byline}[\s:\-/]*"),
        tuple((role, re.compile(rf"[\s\W_]*?{one}")) for role, one in openings), re.compile(closing),
        frozenset(map(fold, _forms("given"))), frozenset(map(fold, _forms("notname"))),
    )  # fmt: skip


def is_name_like(form: str) -> bool:
    """Tell whether a folded stretch holds no word that names cannot hold."""
    return not any(word in _parts().notname for word in re.findall(r"\w+", form)[:-1])


def is_place(form: str) -> bool:
    """Tell whether a folded stretch is a place of datelines and nothing more."""
    return bool(_parts().place.fullmatch(form))


def _is_person(form: str) -> bool:
    """Tell whether a stretch can be a person's name: two to five words, none of which a name cannot hold."""
    words = re.findall(r"\w+", form)
    return 2 <= len(words) <= 5 and not any(w in _parts().notname or w.isdigit() for w in words)


def opens_with_given(form: str) -> bool:
    """Tell whether a folded stretch opens with a first name that is known as one."""
    words = re.findall(r"\w+", form)
    return bool(words) and words[0] in _parts().given


def _is_short(form: str) -> bool:
    """Tell whether a stretch is one to four words, none of which a name cannot hold."""
    words = re.findall(r"\w+", form)
    return 1 <= len(words) <= 4 and not any(word in _parts().notname or word.isdigit() for word in words)


def _is_signed(form: str) -> bool:
    """Tell whether a line is an editor's initials and the agencies used, as some outlets sign a text."""
    rest = _parts().agency.sub(" ", form)
    words = re.findall(r"\w+", rest)
    return rest != form and bool(words) and all(len(word) == 1 for word in words)


def credit_line(form: str, *, last: bool = False) -> tuple[str, str] | None:
    """Give (role, rule) where the whole folded line is a byline, a dateline or, at the end, the source's name.

    >>> credit_line(fold("القاهرة - رويترز"))[0], credit_line(fold("سامي الحلواني – عدن"))[0]
    ('dateline', 'byline')
    """
    parts = _parts()
    if not form.strip() or word_count(form) > _LONGEST or form.rstrip().endswith((".", "؟", "?", "!")):
        return None
    if opened := parts.byline.match(form):
        rest = form[opened.end() :]
        if _is_person(rest) or opens_with_given(rest) or (parts.item.fullmatch(rest) and rest.strip()):
            return "byline", "a word of authorship and a name"
        if ":" in form[: opened.end()] and 1 <= word_count(rest) <= _NAME:
            return "byline", "a word of authorship and a name"
    if last and _is_signed(form):
        return "source_line", "initials and agencies at the end"
    segments = [part for part in _SPLIT.split(form) if part.strip()]
    known = [bool(parts.item.fullmatch(part) or parts.named.fullmatch(part)) for part in segments]
    if known and all(known):
        places = [bool(parts.place.fullmatch(part)) for part in segments]
        if all(places) and len(places) > 1 and parts.agency.fullmatch(segments[-1].strip()):
            return "dateline", "place and agency or outlet"
        if all(places):
            return ("dateline", "a place alone") if len(segments) == 1 and not last else None
        if any(places):
            return "dateline", "place and agency or outlet"
        return ("source_line", "agency or outlet at the end") if last else ("byline", "agency or outlet alone")
    if len(segments) == 2 and known[1] and parts.credit.fullmatch(segments[1]) and word_count(segments[0]) <= _NAME:
        return "byline", "agency or outlet alone"
    people = [part for part, is_known in zip(segments, known, strict=True) if not is_known]
    pictured = any(parts.agency.fullmatch(part.strip()) for part in _BRACKETS.findall(form))
    sure = bool(_SURE.search(form)) and not pictured
    if len(people) == 1 and any(known) and _is_person(people[0]) and (sure or opens_with_given(people[0])):
        return "byline", "a name beside a place or an outlet"
    if (
        len(segments) == 2
        and _DASH.search(form)
        and opens_with_given(form)
        and all(_is_short(part) for part in segments)
    ):
        return "byline", "a name and another stretch"
    if len(segments) == 1 and _is_person(segments[0]) and opens_with_given(segments[0]) and word_count(form) <= 4:
        return "byline", "a name alone"
    return None


def unknown_credit(form: str) -> tuple[str, str] | None:
    """Give (role, rule) of a whole folded line under a title that is a place, or a person before a colon, and a short
    name that nobody knows.

    >>> unknown_credit(fold("تونس - مدار"))[0], unknown_credit(fold("هدى النخلي- مدار:"))[0]
    ('dateline', 'byline')
    """
    line = form.rstrip()
    segments = [part.strip() for part in _SPLIT.split(line) if part.strip()]
    if len(segments) != 2 or not _SURE.search(line) or line.endswith((".", "؟", "?", "!")):
        return None
    if any(map(is_place, segments)) and all(map(_is_short, segments)):
        return "dateline", "a place and a short name"
    if line.endswith(":") and _is_person(segments[0]) and _is_short(segments[1]) and _DASH.search(line):
        return "byline", "a name and another before a colon"
    return None


def opening_credit(form: str) -> tuple[int, str]:
    """Give how many folded letters of a paragraph are its dateline or byline, and which role that is (0, "": none).

    >>> opening_credit(fold("عدن (رويترز) - قال الصيادون"))
    (14, 'dateline')
    """
    head = form[:160]
    parts = _parts()
    for role, pattern in parts.openings:
        if (found := pattern.match(head)) and found.end() < len(form.rstrip()):
            if role != "person":
                return found.end(), role
            if _is_person(re.split(r"[-/(،,]", found.group())[0]):
                return found.end(), "byline"
    return 0, ""


def closing_credit(form: str) -> int:
    """Give the folded place where a sign-off such as "(agency)" closes a paragraph, or the paragraph's length."""
    tail = form.rstrip()[-60:]
    at = tail.rfind("(")
    if at > 0 and _parts().closing.match(tail, at):
        return len(form.rstrip()) - len(tail) + at
    return len(form)


def agency_spans(form: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give where agencies are named in the folded stretch, which is a credit, as folded places."""
    spans = []
    for found in _parts().agency.finditer(form, start, end):
        if found.start() == 0 or not form[found.start() - 1].isalnum():
            spans.append(found.span())
    return spans

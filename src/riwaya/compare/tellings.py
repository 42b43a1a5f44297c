"""Tellings of one event that gathering kept apart, joined for comparing.

Goes in: the happenings of a story's documents. Comes out: the same, those of them that can only be one event joined.
Gathering joins with care, for what it joins is one event in the record. A comparison wants to lay beside one another
what two pages say of the deadly event that both are about, also where they date it differently.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from riwaya.across import Happening
from riwaya.model import Span

__all__ = ["join_tellings"]

#: Of these a story has one at a place and time, told in many sentences; meetings and statements come in numbers.
_ONE_OF_A_KIND = ("DISASTER", "ASSAULT")
#: A campaign is no one event.
_GOES_ON = ("offensive", "heavy-weapons")
#: Days that two pages may differ in dating one event.
_DAYS = 3
#: Days after an event in which pages tell of it as news.
_NEWS_DAYS = 30


def join_tellings(
    happenings: Sequence[Happening], days: dict[str, int | None], entity_at: dict[tuple[str, Span], str]
) -> tuple[Happening, ...]:
    """Give the happenings with those joined that share type, mode, time and somebody or some place in their words.

    `days` are the documents that are compared and the day each was published; `entity_at` names what may be shared.
    """
    present = frozenset(days)
    news = {happening.id for happening in happenings if _is_news(happening, days)}
    root = list(range(len(happenings)))
    named = [_named(happening, present, entity_at) for happening in happenings]
    for at, one in enumerate(happenings):
        for other in range(at):
            if _one_event(one, happenings[other], news) and named[at] & named[other]:
                low, high = sorted((_top(root, at), _top(root, other)))
                root[high] = low
    groups: dict[int, list[Happening]] = defaultdict(list)
    for at, happening in enumerate(happenings):
        groups[_top(root, at)].append(happening)
    return tuple(_joined(group) for group in groups.values())


def _top(root: list[int], at: int) -> int:
    while root[at] != at:
        at = root[at]
    return at


def _named(happening: Happening, present: frozenset[str], entity_at: dict[tuple[str, Span], str]) -> set[str]:
    """Give the entities that the reports' words name."""
    spans = [(report.document, report.span) for report in happening.reports if report.document in present]
    return {key for (document, span), key in entity_at.items() for d, s in spans if d == document and s.holds(span)}


def _is_news(happening: Happening, days: dict[str, int | None]) -> bool:
    """Tell whether a happening is of the weeks before the pages that tell it, or undated in them: no background."""
    day = _day(happening.when)
    told = [days[report.document] for report in happening.reports if report.document in days]
    if happening.when and day is None:
        return False
    return day is None or any(page is not None and 0 <= page - day <= _NEWS_DAYS for page in told)


def _one_event(one: Happening, other: Happening, news: set[str]) -> bool:
    if one.id not in news or other.id not in news:
        return False
    if one.type != other.type or one.type not in _ONE_OF_A_KIND or {one.mode, other.mode} & set(_GOES_ON):
        return False
    days = [_day(one.when), _day(other.when)]
    if one.mode and other.mode and one.mode != other.mode:  # an attack by bombers and gunmen, on one day
        return one.type == "ASSAULT" and None not in days and days[0] == days[1]
    return None in days or abs((days[0] or 0) - (days[1] or 0)) <= _DAYS


def _day(when: str | None) -> int | None:
    try:
        return date.fromisoformat((when or "").rstrip("~?%")).toordinal()
    except ValueError:
        return None


def _joined(group: Sequence[Happening]) -> Happening:
    """Give one happening of several: the one that most pages tell, with the reports of all."""
    if len(group) == 1:
        return group[0]
    lead = min(group, key=lambda h: (-len({report.document for report in h.reports}), -len(h.reports), h.id))
    reports = sorted((r for h in group for r in h.reports), key=lambda r: (r.document, r.span, r.event.trigger))
    return replace(lead, reports=tuple(reports))

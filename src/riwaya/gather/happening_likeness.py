"""How alike two groups of reports are, feature by feature: each with its points and its reason in words.

Goes in: two `Profile`s of one type. Comes out: `Feature`s; their sum decides. The points were set by hand on the
annotated stories; what a feature means stands beside it. A conflict (different days, nobody in common) weighs more than
any likeness of words, so that two visits of one person in one year stay two.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from riwaya.gather.happening_reports import Told
from riwaya.gather.likeness import Outline, rareness
from riwaya.lexicon.event_entries import event_type

__all__ = ["ENOUGH", "Feature", "PageWords", "Profile", "compare", "page_words", "profile_of"]

#: Groups whose points reach this are one happening.
ENOUGH = 2.5
#: Pages nearer than this (cosine of rare words) tell one story.
_ONE_STORY = 0.25
#: Days after which what another page tells in passing, without a time, is hardly the same event.
_LONG_AGO = 90
#: Pages of a group that are laid beside another's: an event of years ago is told on hundreds.
_MOST_PAGES = 12
#: Types of events that no page tells of before they happen.
_UNFORESEEN = ("DISASTER", "ASSAULT")
#: Days that pages whose news a disaster is may differ in dating it.
_DISASTER_DAYS = 3
#: What a day inside the other's month or span of days says for one event.
_MONTH_HOLDS = 0.8
#: Guests that make a list: others come too, whom a page need not name.
_GUESTS = 3
#: The share of its reports that must say a mode for a group to have it.
_MOST = 0.34


@dataclass(frozen=True, slots=True)
class Feature:
    """One reason for or against: its name, points and words."""

    name: str
    points: float
    why: str


@dataclass(slots=True, eq=False)
class PageWords:
    """A page's weighty words, and how alike the pages are that it was compared with, by document id."""

    document: str
    weights: dict[str, float]
    near: dict[str, float] = field(default_factory=dict)

    def heaviest(self, count: int) -> list[str]:
        """Give the page's weightiest words."""
        return heapq.nsmallest(count, self.weights, key=lambda word: (-self.weights[word], word))


@dataclass(slots=True, eq=False)
class Profile:
    """What a group of reports says together; `sole`: its pages tell of no other event of this type and mode.

    `mode` (what a good part of the reports have), `day` (the finest time most fix) and `mass` (of all words) are read
    off the rest by `settled`.
    """

    type: str
    tolds: list[Told]
    modes: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    whens: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    figures: set[tuple[str, float]] = field(default_factory=set)
    pages: dict[str, PageWords] = field(default_factory=dict)
    lead: bool = False
    sole: bool = False
    mode: str | None = None
    day: str | None = None
    mass: float = 0.0

    def settled(self) -> Profile:
        """Give the profile with its mode, time and mass of words read anew; the first by name where two are even."""
        best = min(self.modes, key=lambda m: (-self.modes[m], m)) if self.modes else None
        self.mode = best if best and self.modes[best] >= _MOST * len(self.tolds) else None
        self.day = min(self.whens, key=lambda w: (-self.whens[w], -_fineness(w), w)) if self.whens else None
        self.mass = math.fsum(rareness(word) for word in self.words)
        return self


def page_words(page: Outline) -> PageWords:
    """Give what likeness of events needs of a page."""
    return PageWords(page.document, dict(zip(page.stems, page.weights, strict=True)))


def profile_of(told: Told, page: PageWords) -> Profile:
    """Give the profile of one report."""
    event = told.event
    one = Profile(event.type, [told])
    if event.mode:
        one.modes[event.mode] = 1
    one.people.update(told.people)
    one.bodies.update(told.bodies)
    one.places.update(told.places)
    if told.when:
        one.whens[told.when] = 1
    one.statuses[event.status] = 1
    one.words.update(told.words)
    one.figures |= told.figures
    one.pages[told.report.document] = page
    one.lead = told.lead
    return one.settled()


def compare(one: Profile, other: Profile) -> tuple[Feature, ...]:
    """Give every feature of two groups of reports of one type."""
    found = [
        _modes(one, other), _people(one, other), _bodies(one, other), _times(one, other), _places(one, other),
        _statuses(one, other), _words(one, other), _figures(one, other), _pages(one, other), _series(one, other),
        _just_told(one, other),
    ]  # fmt: skip
    return tuple(feature for feature in found if feature is not None)


def _modes(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = one.mode, other.mode
    if not mine or not theirs:
        return None
    if mine == theirs:
        return Feature("mode", 0.5, f"both {mine}")
    if event_type(one.type).modes_meet(mine, theirs):
        return None
    if (
        {mine, theirs} == {"visit", "meeting"}
        and len(one.people.keys() & other.people.keys()) > 1
        and _one_day(one, other)
    ):
        return Feature("mode", -2.0, "a visit and a meeting of the same people on one day")
    points = -6.0 if one.type == "ASSAULT" else -12.0  # bombers who shoot: much alike, it can be one attack
    return Feature("mode", points, f"{mine} against {theirs}")


def _one_day(one: Profile, other: Profile) -> bool:
    return one.day == other.day and one.day is not None and _fineness(one.day) == 2


def _people(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = set(one.people), set(other.people)
    if not mine or not theirs:
        return None
    shared = mine & theirs
    if not shared and _host_and_guests(one, other):
        return Feature("people", -0.5, "one person on one side, a list of guests on the other, on one day")
    if not shared:
        points = (
            -0.5 if one.type == "DISASTER" else -2.5
        )  # a disaster has nobody's doing: who is named is there to speak
        return Feature("people", points, "different people")
    if len(shared) == 1 and len(mine) > 1 and len(theirs) > 1:
        met = one.type == "CONSULT" and one.mode == other.mode == "meeting"
        return Feature("people", -3.0 if met else -0.5, "one person in common, another on each side")
    return Feature("people", 1.5 if len(shared) == 1 else 2.5, f"{len(shared)} people in common")


def _host_and_guests(one: Profile, other: Profile) -> bool:
    """Tell whether a visit of many on one day is told once by its host or one guest, once by a list of its guests."""
    few, many = sorted((len(one.people), len(other.people)))
    return (
        one.type == "CONSULT"
        and one.mode == other.mode == "visit"
        and _one_day(one, other)
        and few == 1
        and many >= _GUESTS
    )


def _bodies(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = set(one.bodies), set(other.bodies)
    if not mine or not theirs:
        return None
    return Feature("bodies", 1.0, "a body in common") if mine & theirs else Feature("bodies", -0.5, "different bodies")


def _times(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = one.day, other.day
    if not mine or not theirs:
        return _fresh(one, other)
    if mine == theirs:
        fine = _fineness(mine)
        return Feature("time", (2.0, 1.5, 1.0)[2 - fine] if fine else 0.5, f"both {mine}")
    apart = _days_apart(mine, theirs)
    if apart is None or apart <= 0:
        points = _MONTH_HOLDS if min(_fineness(mine), _fineness(theirs)) == 1 and ".." not in mine + theirs else 0.5
        return Feature("time", points, f"{mine} and {theirs} meet")
    days = _DISASTER_DAYS if one.type == "DISASTER" and one.lead and other.lead else 1
    if apart <= days and _fineness(mine) == _fineness(theirs) == 2:
        return Feature("time", -0.5, f"{mine} and {theirs} are {'a day' if apart == 1 else 'a few days'} apart")
    return Feature("time", -12.0, f"{mine} against {theirs}")


def _fresh(one: Profile, other: Profile) -> Feature | None:
    """Judge a dated group against the news of a page's day: what is told as news was not years ago."""
    if one.type == "CONSULT" and not one.whens and not other.whens and one.tolds[0].day and other.tolds[0].day:
        apart = _days_apart(one.tolds[0].day, other.tolds[0].day)
        if apart is not None and apart > _LONG_AGO:
            return Feature("time", -3.0, "told without a time on pages long apart: people meet again and again")
    for dated, fresh in ((one, other), (other, one)):
        when, day = dated.day, fresh.tolds[0].day
        if when and (first := _too_early(when, fresh)):
            return Feature("time", -12.0, f"{when} is after the page of {first}, which tells of it as past")
        if when and day and not fresh.whens:
            apart = _days_apart(when, day)
            if not fresh.lead:
                told_apart = not set(dated.pages) & set(fresh.pages)
                if apart is not None and apart > _LONG_AGO and told_apart:
                    return Feature("time", -3.0, f"{when} is long before the page of {day}")
                continue
            if apart is not None and apart > 10:
                return Feature("time", -4.0, f"{when} against the news of {day}")
            if apart is not None and apart <= 2:
                return Feature("time", 0.5, f"{when} is about the page's day")
    return None


def _too_early(when: str, fresh: Profile) -> str | None:
    """Give the day of a page that tells of an undated event as past, where all of `when` lies more than a day later.

    Only of what nobody announces; a strike that is called for is told before its day.
    """
    days = [told.day for told in fresh.tolds if told.day and "/" not in told.day]
    spread = _range(when)
    unforeseen = fresh.type in _UNFORESEEN and set(fresh.statuses) <= {"happened"}
    if fresh.whens or not days or spread is None or not unforeseen:
        return None
    first = min(days)
    page = _range(first)
    return first if page and (spread[0] - page[1]).days > 1 else None


def _places(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = set(one.places), set(other.places)
    if not mine or not theirs:
        return None
    return Feature("places", 1.0, "a place in common") if mine & theirs else Feature("places", -0.7, "different places")


def _series(one: Profile, other: Profile) -> Feature | None:
    mine, theirs = (all(told.series for told in side.tolds) for side in (one, other))
    return Feature("series", -3.0, "one of many over a long time, the other not") if mine != theirs else None


def _just_told(one: Profile, other: Profile) -> Feature | None:
    """Judge a definite noun right behind a report of its page: it points there."""
    for side, rival in ((one, other), (other, one)):
        told = side.tolds[0]
        if len(side.tolds) == 1 and told.just_told:
            if any(
                t.report.document == told.report.document and t.event.trigger == told.just_told for t in rival.tolds
            ):
                return Feature("pointing", 1.5, "points at what was just told")
    return None


def _statuses(one: Profile, other: Profile) -> Feature | None:
    real, unreal = {"happened", "ongoing", "planned"}, {"cancelled", "denied"}
    if (set(one.statuses) <= unreal and set(other.statuses) <= real) or (
        set(other.statuses) <= unreal and set(one.statuses) <= real
    ):
        return Feature("status", -0.5, "one called off or denied")
    return None


def _words(one: Profile, other: Profile) -> Feature | None:
    if not one.words or not other.words:
        return None
    least = min(one.mass, other.mass) or 1.0
    share = math.fsum(rareness(word) for word in one.words.keys() & other.words.keys()) / least
    return Feature("words", round(min(2.5, 4.0 * share), 2), f"{share:.0%} of the words around them in common")


def _figures(one: Profile, other: Profile) -> Feature | None:
    shared = {f for f in one.figures & other.figures if f[1] > 2}
    return Feature("figures", 1.0, "a figure in common") if shared else None


def _pages(one: Profile, other: Profile) -> Feature | None:
    if set(one.pages) & set(other.pages):
        pointing = any(t.pointing for side in (one, other) for t in side.tolds if len(side.tolds) == 1)
        if one.lead or other.lead:
            return Feature("page", 2.2, "on the page whose news one of them is")
        return Feature("page", 1.5 if pointing else 0.8, "on one page" + (", one points back" if pointing else ""))
    best = max(_cosine(a, b) for a in _some(one) for b in _some(other))
    if best < _ONE_STORY:
        return Feature("page", -0.5, f"pages alike {best:.2f}")
    if one.lead and other.lead:
        return Feature("page", 1.8, f"the news of two pages of one story ({best:.2f})")
    if one.sole and other.sole:
        return Feature("page", 1.8, f"the only one of its kind on two pages of one story ({best:.2f})")
    return Feature("page", 0.8, f"pages of one story ({best:.2f})")


def _some(profile: Profile) -> list[PageWords]:
    """Give the pages of a group that likeness is measured by: all, or of many the first by id."""
    if len(profile.pages) <= _MOST_PAGES:
        return list(profile.pages.values())
    return [profile.pages[key] for key in sorted(profile.pages)[:_MOST_PAGES]]


def _cosine(one: PageWords, other: PageWords) -> float:
    """Give how alike two pages are; each two are compared once."""
    found = one.near.get(other.document)
    if found is None:
        small, large = sorted((one.weights, other.weights), key=len)
        found = math.fsum(weight * large[word] for word, weight in small.items() if word in large)
        one.near[other.document] = other.near[one.document] = found
    return found


def _fineness(when: str) -> int:
    """Give 2 for a day, 1 for a month or a span of days, 0 for a year or longer."""
    first = when.split("/")[0].rstrip("~?%")
    return 0 if len(first) < 7 else 1 if "/" in when or len(first) < 10 else 2


def _days_apart(one: str, other: str) -> int | None:
    """Give the days between two EDTF times: 0 where they meet, None where one cannot be laid out in days."""
    a, b = _range(one), _range(other)
    if a is None or b is None:
        return None
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def _range(when: str) -> tuple[date, date] | None:
    first, _, last = when.partition("/")
    start, end = _edges(first.rstrip("~?%")), _edges((last or first).rstrip("~?%"))
    if start is None and end is None:
        return None
    low = start[0] if start else date.min
    return (low, end[1] if end else date.max) if "/" in when else (low, start[1]) if start else None


def _edges(value: str) -> tuple[date, date] | None:
    try:
        if len(value) >= 10:
            day = date.fromisoformat(value[:10])
            return day, day
        if len(value) == 7:
            year, month = int(value[:4]), int(value[5:7])
            after = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), after - timedelta(days=1)
        if len(value) == 4:
            return date(int(value), 1, 1), date(int(value), 12, 31)
    except ValueError:
        return None
    return None

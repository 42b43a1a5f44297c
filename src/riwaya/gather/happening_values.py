"""What a group of reports says as one: when, who, where, mode, status, a label and an id.

Goes in: the reports of one happening. Comes out: a `Happening`; every report keeps its own values beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from riwaya.across import Happening
from riwaya.gather.happening_label import label_of
from riwaya.gather.happening_likeness import Feature
from riwaya.gather.happening_reports import Told
from riwaya.lexicon.event_entries import event_type
from riwaya.model import Document, stable_id

__all__ = ["happening_of"]

#: Someone whom a smaller share of the pages name than this is left to their reports.
_SHARE = 0.12


def happening_of(tolds: Sequence[Told], docs: Mapping[str, Document], why: Sequence[Feature]) -> Happening:
    """Give the happening that these reports tell of.

    The id comes from the type and the earliest report (by the page's day, then the document's id, then place): a page
    added later leaves it alone.
    """
    ordered = sorted(tolds, key=Told.key)
    first = ordered[0]
    reports = tuple(told.report for told in ordered)
    reasons = tuple(dict.fromkeys(f"{f.name} {f.points:+.1f}: {f.why}" for f in why))
    return Happening(
        stable_id("e", first.event.type, first.report.document, first.event.trigger.start),
        first.event.type,
        _mode(ordered),
        label_of(ordered, docs),
        _status(ordered),
        reports,
        _when(ordered),
        _who(ordered),
        _where(ordered),
        reasons,
    )


def _mode(tolds: Sequence[Told]) -> str | None:
    """Give the mode of most reports, where it is one that the record knows."""
    mode = _most(Counter(told.event.mode for told in tolds if told.event.mode))
    return None if mode in event_type(tolds[0].event.type).inner_modes else mode


def _most(votes: Counter[str]) -> str | None:
    return min(votes, key=lambda value: (-votes[value], value)) if votes else None


def _when(tolds: Sequence[Told]) -> str | None:
    """Give the time with most support; finer times beat coarser ones, "since" beats the days it holds.

    Where no report fixes one, news told in the past is of about its page's day: "~".
    """
    said = Counter(told.report.when for told in tolds if told.report.when)
    votes = Counter(said)
    for when in said:
        votes[when] += sum(n for other, n in said.items() if other != when and _is_finer(when, other))
        if when.endswith("/..") and said[when] > 1:
            votes[when] += sum(n for other, n in said.items() if other != when and other[:10] >= when[:10])
    if votes:
        return min(votes, key=lambda w: (-votes[w], -len(w), w))
    first = next((t for t in tolds if t.fresh and len(t.day) == 10), None)
    return f"{first.day}~" if first else None


def _is_finer(when: str, other: str) -> bool:
    """Tell whether a time says the same as another more finely (2019-04/2020-06 and 2019/2020)."""
    mine, theirs = when.split("/"), other.split("/")
    return len(mine) == len(theirs) and all(a.startswith(b) for a, b in zip(mine, theirs, strict=True))


def _status(tolds: Sequence[Told]) -> str:
    """Give the status of most reports; a plan that any page tells as done is done."""
    votes = Counter(t.event.status for t in tolds)
    if votes["planned"] and votes["happened"] and not votes["cancelled"]:
        votes["happened"] += votes.pop("planned")
    rank = ("happened", "ongoing", "planned", "cancelled", "denied")
    return min(votes, key=lambda status: (-votes[status], rank.index(status)))


def _who(tolds: Sequence[Told]) -> tuple[tuple[str, str], ...]:
    """Give everyone that enough pages name, in the role most reports give them."""
    roles: dict[str, Counter[str]] = {}
    pages: dict[str, set[str]] = {}
    for told in tolds:
        for entity, role in told.report.who:
            roles.setdefault(entity, Counter())[role] += 1
            pages.setdefault(entity, set()).add(told.report.document)
    least = len({told.report.document for told in tolds}) * _SHARE
    kept = [(e, r) for e, r in roles.items() if len(pages[e]) >= least]
    return tuple((e, _most(r) or "participant") for e, r in sorted(kept, key=lambda pair: (-pair[1].total(), pair[0])))


def _where(tolds: Sequence[Told]) -> tuple[str, ...]:
    votes = Counter(place for told in tolds for place in dict.fromkeys(told.report.where))
    kept = [p for p, n in votes.items() if n >= len(tolds) * _SHARE]
    return tuple(sorted(kept, key=lambda p: (-votes[p], p)))

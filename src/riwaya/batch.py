"""Many pages read here: each page on its own, so that a bad one costs no other anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from riwaya.model import Page, Problem, Record
from riwaya.record import read

__all__ = ["Reading", "read_pages"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading many pages: the records in the order of the input, and everything that went wrong."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]


def read_pages(pages: Iterable[Page | Problem], step: Callable[[str], None] = lambda source: None) -> Reading:
    """Read every page; `step` is called with each source as it is done. The only place that catches exceptions."""
    records, problems, seen = [], [], set()
    for page in pages:
        if isinstance(page, Problem):
            problems.append(page)
            continue
        try:
            record = read(page)
        except Exception as error:
            problems.append(Problem("read", f"{type(error).__name__}: {error}; please report this page", page.source))
        else:
            if record.document.id not in seen:
                seen.add(record.document.id)
                records.append(replace(record, problems=record.problems))
        step(page.source)
    return Reading(tuple(records), tuple(problems))

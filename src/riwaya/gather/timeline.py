"""What happened, in time order.

Goes in: happenings. Comes out: the same, ordered by the first day their time can mean; what has no time comes last, in
the order of the pages that tell it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from riwaya.across import Happening

__all__ = ["first_day", "time_line"]

_DAY = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def first_day(when: str | None) -> tuple[int, int, int] | None:
    """Give the first day an EDTF value can mean, None where it has none (`../2011`) or is no date.

    >>> first_day("2023-09"), first_day("2019-04/2020-06"), first_day("P3D")
    ((2023, 9, 1), (2019, 4, 1), None)
    """
    found = _DAY.match(when or "")
    return (int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None


def time_line(happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Give the happenings in time order."""
    return tuple(sorted(happenings, key=_place))


def _place(happening: Happening) -> tuple[bool, tuple[int, int, int], int, str]:
    day = first_day(happening.when)
    start = min((report.span.start for report in happening.reports), default=0)
    return (day is None, day or (0, 1, 1), start, happening.id)

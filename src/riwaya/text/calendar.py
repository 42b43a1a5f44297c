"""Calendar arithmetic and EDTF: days, weeks, months, years, Hijri days, and the strings that stand for them.

Goes in: numbers of days, months and years in the Gregorian or the Hijri (Umm al-Qura) calendar. Comes out: dates and
EDTF values, or None where there is no such day. Nothing here knows a word of any language.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

__all__ = [
    "Window",
    "day_edtf",
    "easter",
    "first_day",
    "hijri_day",
    "hijri_month",
    "is_day",
    "last_day",
    "month_edtf",
    "shift_months",
    "to_hijri",
    "week_edtf",
    "window",
    "year_edtf",
]

#: Years that the Umm al-Qura table of hijridate covers; outside it no Hijri day is turned into a Gregorian one.
HIJRI_YEARS = range(1343, 1501)
#: Gregorian years a newspaper can mean; other four-digit numbers are no years.
GREGORIAN_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class Window:
    """The days a value covers, first and last; None: open at that end.

    >>> Window(date(2023, 9, 1), date(2023, 9, 30)).holds(date(2023, 9, 17))
    True
    """

    first: date | None
    last: date | None

    def holds(self, day: date) -> bool:
        """Tell whether the day lies in the window."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether there is such a Gregorian day.

    >>> is_day(2024, 2, 29), is_day(2023, 2, 31), is_day(2023, 13, 1)
    (True, False, False)
    """
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def day_edtf(day: date) -> str:
    """Give a day as EDTF."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def month_edtf(year: int, month: int) -> str:
    """Give a month as EDTF; months beyond 1 to 12 roll over into other years.

    >>> month_edtf(2023, 0), month_edtf(2023, 13)
    ('2022-12', '2024-01')
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def year_edtf(year: int) -> str:
    """Give a year as EDTF."""
    return f"{year:04d}"


def week_edtf(day: date, weeks: int = 0) -> str:
    """Give the week (Monday/Sunday) that holds the day, or the one so many weeks later.

    >>> week_edtf(date(2018, 7, 10))
    '2018-07-09/2018-07-15'
    """
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return f"{day_edtf(monday)}/{day_edtf(monday + timedelta(days=6))}"


def shift_months(day: date, months: int) -> date:
    """Give the day so many months later; the day of the month is cut to what that month has.

    >>> shift_months(date(2023, 3, 31), -1)
    datetime.date(2023, 2, 28)
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError(f"no calendar year {year}")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day of a Hijri day by Umm al-Qura, or None where there is none or the table ends.

    Three months of the table have 31 days: 5/1345, 11/1348 and 11/1349, of 1926 to 1931.

    >>> hijri_day(1445, 3, 11), hijri_day(1445, 13, 1)
    (datetime.date(2023, 9, 26), None)
    """
    if year not in HIJRI_YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def hijri_month(year: int, month: int) -> tuple[date, date] | None:
    """Give the first and last Gregorian day of a Hijri month, or None."""
    first = hijri_day(year, month, 1)
    if first is None:
        return None
    return first, first + timedelta(days=Hijri(year, month, 1).month_length() - 1)


def to_hijri(day: date) -> tuple[int, int, int] | None:
    """Give a Gregorian day's Hijri year, month and day, or None outside the table.

    >>> to_hijri(date(2023, 9, 26))
    (1445, 3, 11)
    """
    try:
        year, month, number = Gregorian(day.year, day.month, day.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None
    return int(year), int(month), int(number)


def easter(year: int) -> date:
    """Give the day of Easter in the Gregorian calendar, by Gauss's rule as Butcher wrote it.

    >>> easter(2013), easter(2024)
    (datetime.date(2013, 3, 31), datetime.date(2024, 3, 31))
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (century - (8 * century + 13) // 25 - century // 4 + 19 * golden + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    fix = (golden + 11 * moon + 22 * shift) // 451
    month, day = divmod(moon + shift - 7 * fix + 114, 31)
    return date(year, month, day + 1)


def first_day(value: str) -> date | None:
    """Give the first day of an EDTF day, month, year, season or interval; None for open starts and other values."""
    return window(value).first


def last_day(value: str) -> date | None:
    """Give the last day of an EDTF day, month, year, season or interval; None for open ends and other values."""
    return window(value).last


def window(value: str | None) -> Window:
    """Give the days that an EDTF value covers.

    >>> window("2019-04/2020-06") == Window(date(2019, 4, 1), date(2020, 6, 30)), window("2011/..").last is None
    (True, True)
    """
    if not value or value.startswith("P"):
        return Window(None, None)
    start, slash, end = value.partition("/")
    first = _ends(start)
    last = _ends(end) if slash else first
    return Window(first[0] if first else None, last[1] if last else None)


#: The months that an EDTF season (21 spring to 24 winter) covers, northern half of the world; winter starts a year.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


def _ends(part: str) -> tuple[date, date] | None:
    bits = part.strip("~?%").split("-")
    if not all(bit.isdigit() for bit in bits) or not bits[0] or len(bits) > 3:
        return None
    year = int(bits[0])
    if not 1 <= year <= 9998:
        return None
    if len(bits) == 1:
        return date(year, 1, 1), date(year, 12, 31)
    month = int(bits[1])
    if month in _SEASONS:
        first, last = _SEASONS[month]
        return date(year, first, 1), shift_months(date(year, first, 1), last - first + 1) - timedelta(days=1)
    if len(bits) == 2:
        if not 1 <= month <= 12:
            return None
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = int(bits[2])
    return (date(year, month, day),) * 2 if is_day(year, month, day) else None

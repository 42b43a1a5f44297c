"""Days, months, weeks and Hijri days: arithmetic alone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.text.calendar import (
    day_edtf,
    easter,
    hijri_day,
    hijri_month,
    is_day,
    month_edtf,
    shift_months,
    to_hijri,
    week_edtf,
    window,
)

DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-09-26", date(2023, 9, 26), date(2023, 9, 26)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2011/..", date(2011, 1, 1), None),
        ("../2023", None, date(2023, 12, 31)),
        ("2019-04/2020-06", date(2019, 4, 1), date(2020, 6, 30)),
        ("2022-22", date(2022, 6, 1), date(2022, 8, 31)),
        ("2022-24", date(2022, 12, 1), date(2023, 2, 28)),
        ("2023-09-11~", date(2023, 9, 11), date(2023, 9, 11)),
        ("P3D", None, None),
        ("2023-02-31", None, None),
        ("nonsense", None, None),
        (None, None, None),
    ],
)
def test_window(value: str | None, first: date | None, last: date | None) -> None:
    assert (window(value).first, window(value).last) == (first, last)


@given(DAYS)
def test_a_day_is_its_own_window_and_lies_in_its_week(day: date) -> None:
    assert window(day_edtf(day)).first == day == window(day_edtf(day)).last
    assert window(week_edtf(day)).holds(day)
    assert window(month_edtf(day.year, day.month)).holds(day)


@given(DAYS, st.integers(-400, 400))
def test_months_shift_there_and_back(day: date, months: int) -> None:
    there = shift_months(day.replace(day=1), months)
    assert shift_months(there, -months) == day.replace(day=1)
    assert month_edtf(day.year, day.month + months) == day_edtf(there)[:7]


def test_every_hijri_day_of_the_table_comes_back() -> None:
    for ordinal in range(date(1925, 1, 1).toordinal(), date(2070, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        hijri = to_hijri(day)
        assert hijri is not None and hijri_day(*hijri) == day
        month = hijri_month(hijri[0], hijri[1])
        assert month is not None and month[0] <= day <= month[1]


def test_what_is_no_day() -> None:
    assert not is_day(2023, 2, 31) and not is_day(2023, 13, 1) and not is_day(0, 1, 1)
    assert hijri_day(2023, 1, 1) is None and hijri_day(1445, 1, 31) is None and to_hijri(date(1700, 1, 1)) is None


def test_easter_is_a_sunday_in_spring() -> None:
    assert all(easter(year).isoweekday() == 7 and 3 <= easter(year).month <= 4 for year in range(1900, 2101))

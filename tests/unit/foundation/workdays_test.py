"""Working days of Vietnam."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.foundation.workdays import add_working_days, holidays, is_working_day, working_days_between


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 9), 3, date(2026, 11, 12)),  # Monday to Thursday
        (date(2026, 11, 13), 3, date(2026, 11, 18)),  # over a weekend
        (date(2026, 4, 29), 3, date(2026, 5, 6)),  # 30 April, 1 May and a weekend
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # a whole lunar new year
        (date(2025, 8, 29), 2, date(2025, 9, 4)),  # national day and the day beside it
        (date(2025, 5, 1), 1, date(2025, 5, 5)),  # 2 May 2025 was exchanged for a Saturday
    ],
)
def test_period_skips_weekends_and_holidays(start: date, count: int, end: date) -> None:
    assert add_working_days(start, count) == end
    assert working_days_between(start, end) == count


def test_lunar_holidays_have_vietnamese_names() -> None:
    names = holidays(2026)
    assert "Tết Nguyên Đán" in names[date(2026, 2, 17)]
    assert date(2026, 4, 27) in names  # Hùng Kings' day fell on a Sunday


def test_local_days_off_are_skipped_too() -> None:
    storm = {date(2026, 11, 10), date(2026, 11, 11)}
    assert add_working_days(date(2026, 11, 9), 1, storm) == date(2026, 11, 12)


def test_period_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        add_working_days(date(2026, 11, 9), 0)


@given(st.dates(date(2021, 1, 1), date(2030, 6, 1)), st.integers(1, 30))
def test_end_is_a_working_day_and_counts_back(start: date, count: int) -> None:
    end = add_working_days(start, count)
    assert is_working_day(end)
    assert working_days_between(start, end) == count
    assert working_days_between(start, end - timedelta(days=1)) == count - 1

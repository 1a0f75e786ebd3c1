"""Windows and deadlines as the law's sentences give them."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.monitoring.periods import OwnRule, due, is_partly_estimate, kinds, rules, window


@pytest.mark.parametrize(
    ("kind", "number", "begins", "ends"),
    [
        ("month", 1, date(2025, 12, 15), date(2026, 1, 14)), ("month", 3, date(2026, 2, 15), date(2026, 3, 14)),
        ("quarter", 2, date(2026, 3, 15), date(2026, 6, 14)), ("half_year", 1, date(2025, 12, 15), date(2026, 6, 14)),
        ("nine_months", 1, date(2025, 12, 15), date(2026, 9, 14)), ("year", 1, date(2025, 12, 15), date(2026, 12, 14)),
    ],
)  # fmt: skip
def test_windows_run_from_the_fifteenth_to_the_fourteenth(kind: str, number: int, begins: date, ends: date) -> None:
    assert window(kind, 2026, number) == (begins, ends)


def test_there_is_no_thirteenth_month_nor_second_half() -> None:
    for kind, number in (("month", 13), ("half_year", 2), ("year", 0)):
        with pytest.raises(ValueError, match="no period"):
            window(kind, 2026, number)


def test_circular_binds_the_province_and_no_commune() -> None:
    half = kinds()["giam-sat-6-thang"]
    assert due(half, "province", 2026, 1).on == date(2026, 5, 31)  # "before 01/06"
    assert due(half, "commune", 2026, 1).on is None
    assert due(half, "province", 2022, 1).on is None  # the window of 2022 ended before the circular began
    assert is_partly_estimate(half, date(2026, 5, 31), 2026, 1)


def test_own_deadline_counts_from_its_day_and_the_newest_counts() -> None:
    half = kinds()["giam-sat-6-thang"]
    own = [OwnRule(5, 20, date(2025, 1, 1)), OwnRule(5, 15, date(2026, 5, 1))]
    assert due(half, "commune", 2025, 1, own).on == date(2025, 5, 20)
    assert due(half, "commune", 2026, 1, own).on == date(2026, 5, 15)
    monthly = [OwnRule(None, 31, date(2025, 1, 1))]
    assert due(kinds()["thang"], "commune", 2026, 2, monthly).on == date(2026, 2, 28)


def test_every_rule_names_its_source() -> None:
    assert all(each.citation for each in rules().values())
    assert all(line.citation for kind in kinds().values() for line in kind.deadlines)

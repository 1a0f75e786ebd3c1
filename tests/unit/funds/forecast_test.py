"""What a line will have spent by 31 December."""

from __future__ import annotations

from giamngheo.funds.forecast import Estimate, LastYear, as_last_year, estimate, falls_short


def test_slowest_and_fastest_three_months_in_a_row_give_the_interval() -> None:
    # 0+0+30 and 0+30+60: 10 and 30 a month for eight more months.
    assert estimate([0, 0, 30, 60], 90, 910) == Estimate(90 + 80, 90 + 240)


def test_two_months_are_too_few() -> None:
    assert estimate([10, 10], 20, 80) is None
    assert falls_short(None, 20, 80) == 0


def test_never_more_than_there_is() -> None:
    assert estimate([30, 30, 30], 90, 10) == Estimate(100, 100)


def test_what_was_paid_in_the_running_month_counts() -> None:
    assert estimate([0, 0, 0], 50, 50) == Estimate(50, 50)


def test_money_taken_back_does_not_lower_it_below_what_stands() -> None:
    assert estimate([90, 0, -60], 30, 70) == Estimate(100, 100)
    assert estimate([90, -60, -30], 0, 100) == Estimate(0, 0)


def test_short_by_what_the_fastest_pace_leaves() -> None:
    assert falls_short(estimate([0] * 9 + [5] * 2, 10, 90), 10, 90) == 87


def test_after_december_the_estimate_is_what_stands() -> None:
    assert estimate([5] * 12, 60, 40) == Estimate(60, 60)


def test_last_year_gives_the_share_of_the_months_that_remain() -> None:
    last = LastYear(100, [0] * 8 + [40, 30, 20, 10])
    assert as_last_year(last, 9, 50, 150) == 50 + 200 * 60 // 100
    assert as_last_year(last, 0, 0, 200) == 200, "from January on"
    assert as_last_year(LastYear(100, [0] * 12), 9, 50, 150) == 50, "nothing was spent then"
    assert as_last_year(LastYear(10, [0] * 10 + [9, 9]), 9, 50, 150) == 200, "never above what there is"
    assert as_last_year(LastYear(100, [0] * 11 + [-5]), 9, 50, 150) == 50, "money taken back is no pace"
    assert as_last_year(None, 9, 50, 150) is as_last_year(LastYear(0, [0] * 12), 9, 50, 150) is None


def test_faster_of_the_two_paces_decides() -> None:
    found = Estimate(60, 90)
    assert falls_short(found, 50, 150, 170) == 30
    assert falls_short(found, 50, 150, 80) == 110
    assert falls_short(None, 50, 150, 170) == 30, "too few months of this year"

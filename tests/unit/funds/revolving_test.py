"""Schedules: whole đồng, the remainder last, overdue only after the due day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from giamngheo.funds.revolving import due_days, state_of

FIRST = date(2026, 1, 31)


def test_remainder_goes_into_the_last_instalment() -> None:
    found = state_of(10_000_000, FIRST, 6, 3, 0, FIRST)
    assert [each.amount for each in found.instalments] == [3_333_333, 3_333_333, 3_333_334]
    assert (found.overdue, found.since) == (0, None), "due today is not overdue today"


def test_due_days_are_counted_from_the_first() -> None:
    assert due_days(FIRST, 1, 3) == [FIRST, date(2026, 2, 28), date(2026, 3, 31)]


def test_overdue_is_told_since_the_oldest_open_instalment() -> None:
    found = state_of(9, FIRST, 1, 3, 4, date(2026, 4, 1))
    assert (found.overdue, found.since, found.coming) == (5, date(2026, 2, 28), found.instalments[1])
    done = state_of(9, FIRST, 1, 3, 9, date(2027, 1, 1))
    assert (done.overdue, done.since, done.coming) == (0, None, None)


@given(st.integers(1, 120), st.integers(0, 10**12), st.integers(1, 12), st.data())
def test_instalments_add_up_whatever_was_paid(count, more, months, data) -> None:
    principal = count + more
    covered = data.draw(st.integers(0, principal))
    found = state_of(principal, FIRST, months, count, covered, date(2200, 1, 1))
    assert sum(each.amount for each in found.instalments) == principal
    assert sum(each.left for each in found.instalments) == principal - covered == found.overdue
    assert all(each.amount > 0 for each in found.instalments)

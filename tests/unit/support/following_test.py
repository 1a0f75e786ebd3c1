"""Days on which a project is looked at again, and what it brought for a million đồng."""

from __future__ import annotations

from datetime import date

from giamngheo.support.following import Seen, due_day, outcome


def test_follow_up_falls_on_the_last_day_of_a_shorter_month() -> None:
    assert due_day(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert due_day(date(2024, 2, 29), 24) == date(2026, 2, 28)


def test_outcome_is_the_gain_for_each_million_of_the_state() -> None:
    found = outcome(100_000_000, [Seen(1_000_000, 1_400_000, True, True), Seen(900_000, 1_000_000, False, False)])
    assert (found.followed, found.running, found.exited, found.gain, found.per_million) == (2, 1, 1, 500_000, 5_000)


def test_nobody_followed_is_no_outcome_rather_than_nought() -> None:
    assert outcome(100_000_000, []).per_million is None

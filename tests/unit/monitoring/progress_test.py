"""What is said of a target, as rulings with their arithmetic."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from giamngheo.monitoring.progress import Aim, State, progress

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
JULY = date(2026, 7, 1)


def aim(comparator: str, value: str, **values) -> Aim:
    return Aim(comparator, Decimal(value), *YEAR, **values)


def test_fall_of_one_and_a_half_points_from_less_is_impossible() -> None:
    found = progress(aim("at_least", "1.5", falls_from=Decimal("1.12")), JULY, Decimal("0.3"), Decimal(0))
    assert (found.state, found.most) == (State.IMPOSSIBLE, Decimal("1.12"))
    assert progress(aim("at_least", "1.12", falls_from=Decimal("1.12")), JULY, None, None).state == State.UNKNOWN


@pytest.mark.parametrize(
    ("target", "baseline", "value", "state"),
    [
        (aim("at_most", "2"), "1.12", "1.05", State.MET_BEFORE),
        (aim("at_most", "2"), "1.12", "2.50", State.BEHIND),  # met when it began, lost since
        (aim("at_most", "1"), "1.12", "0.98", State.REACHED),
        (aim("at_least", "66", is_flow=True), "0", "70", State.REACHED),
        (aim("at_most", "5", is_flow=True), "0", "1", State.ON_TRACK),  # a ceiling is not reached before the end
        (aim("equals", "120", of_hundred=True), "80", "90", State.IMPOSSIBLE),
        (aim("at_most", "-1", counts=True), "8", "8", State.IMPOSSIBLE),
        (aim("at_most", "1"), None, "1.12", State.UNKNOWN),
    ],
)
def test_states(target: Aim, baseline: str | None, value: str, state: State) -> None:
    start = None if baseline is None else Decimal(baseline)
    assert progress(target, JULY, Decimal(value), start).state == state


def test_pace_and_forecast_are_a_straight_line() -> None:
    found = progress(aim("at_least", "66", is_flow=True), JULY, Decimal(30), None)
    # 182 of 365 days: 30 × 365 ÷ 182 = 60,16; 36 left in 183 days = 6,01 months
    assert (found.state, found.left, found.pace, found.forecast) == (
        State.BEHIND, Decimal(36), Decimal("5.99"), Decimal("60.16"),
    )  # fmt: skip
    assert progress(aim("at_least", "66", is_flow=True), date(2026, 1, 15), Decimal(1), None).forecast is None


def test_what_was_not_reached_at_the_end_is_missed() -> None:
    assert progress(aim("at_least", "66", is_flow=True), YEAR[1], Decimal(60), None) == (
        State.MISSED, Decimal(6), None, None, None,
    )  # fmt: skip

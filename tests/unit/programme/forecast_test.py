"""When work will end, and how it stands against its plan."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest

from giamngheo.programme.forecast import Forecast, Lateness, NoForecast, Point, forecast, lateness, planned_share

DAY = date(2026, 3, 1)


def points(*pairs: tuple[int, int]) -> list[Point]:
    """(days after DAY, per cent done)"""
    return [Point(DAY + timedelta(days), Fraction(share, 100)) for days, share in pairs]


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ((), NoForecast.FEW),
        (((0, 0), (30, 20)), NoForecast.FEW),
        (((0, 0), (5, 10), (13, 20)), NoForecast.SHORT),
        (((0, 10), (10, 10), (20, 10)), NoForecast.STANDS),
        (((0, 10), (10, 100)), NoForecast.FINISHED),
        (((0, 10), (10, 120)), NoForecast.FINISHED),
        (((0, 0), (1000, 0), (2000, 1), (2001, 1)), NoForecast.STANDS),  # beyond ten years
    ],
)
def test_no_forecast_from_too_little(entries, why: NoForecast) -> None:
    assert forecast(points(*entries)) == why


def test_even_pace_ends_on_one_day() -> None:
    found = forecast(points((0, 0), (10, 20), (20, 40)))
    end = DAY + timedelta(50)
    assert found == Forecast(end, end, end)


def test_uneven_pace_gives_a_span_around_the_median() -> None:
    # paces per day: 1, 3, 2 per cent → quarters 1.5, 2, 2.5; 60 % are left
    found = forecast(points((0, 0), (10, 10), (20, 40)))
    days = [(each - DAY).days - 20 for each in found]
    assert days == [30, 24, 40]


def test_slow_quarter_that_stands_still_names_no_latest_day() -> None:
    found = forecast(points((0, 0), (10, 20), (20, 20), (30, 20), (40, 60)))
    assert isinstance(found, Forecast)
    assert found.latest is None or found.latest > found.ends_on > found.earliest
    assert forecast(points((0, 10), (10, 10), (20, 10), (21, 11))).__class__ is not Forecast


def test_two_entries_of_one_day_are_one_point() -> None:
    assert forecast(points((0, 0), (0, 5), (20, 40))) == NoForecast.FEW


def test_planned_share_grows_evenly_to_the_last_day() -> None:
    start, end = date(2026, 1, 1), date(2026, 1, 10)
    found = [planned_share(start, end, date(2026, 1, day)) for day in (1, 5, 10, 11)]
    assert found == [Fraction(1, 10), Fraction(1, 2), 1, 1]
    assert planned_share(start, end, date(2025, 12, 31)) == 0


@pytest.mark.parametrize(
    ("state", "day", "share", "found"),
    [
        ("planned", 1, 0, Lateness.ON_TIME),
        ("planned", 2, 0, Lateness.NOT_BEGUN),
        ("running", 5, 35, Lateness.ON_TIME),
        ("running", 5, 34, Lateness.BEHIND),
        ("running", 11, 99, Lateness.OVERDUE),
        ("planned", 11, 0, Lateness.OVERDUE),
        ("done", 11, 10, Lateness.FINISHED),
        ("stopped", 11, 10, Lateness.STOPPED),
    ],
)
def test_lateness_against_the_plan(state: str, day: int, share: int, found: Lateness) -> None:
    start, end = date(2026, 1, 1), date(2026, 1, 10)
    assert lateness(state, start, end, Fraction(share, 100), date(2026, 1, day)) == found

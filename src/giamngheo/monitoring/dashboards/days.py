"""Days of a series, and where one standard gives way to another: figures on both sides are not comparable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from giamngheo import standards

YEARS = 5


class YearPoint(NamedTuple):
    """A year of a series. `day`: on which its figures are read; `whole`: the year is over; `standard`: "vn-2022",
    "" where none is known."""

    year: int
    day: date
    whole: bool
    standard: str


def year_points(year: int, today: date, years: int = YEARS) -> list[YearPoint]:
    """The year and those before it, as far as they have begun.

    A review's classes hold from 1 January of the next year on, so that day tells a year's result; of a year that is not
    over, today does.
    """
    found = []
    for each in range(year - years, year + 1):
        if date(each, 1, 1) <= today:
            end = date(each + 1, 1, 1)
            found.append(YearPoint(each, min(end, today), end <= today, _standard(each)))
    return found


def breaks(points: Sequence[YearPoint]) -> list[tuple[YearPoint, YearPoint]]:
    """Neighbours judged by different standards."""
    return [(before, after) for before, after in pairwise(points) if before.standard != after.standard]


def _standard(year: int) -> str:
    """By its last day: the review of a year is judged within it."""
    try:
        return standards.on(date(year, 12, 31)).release.id
    except standards.NoStandardError:
        return ""

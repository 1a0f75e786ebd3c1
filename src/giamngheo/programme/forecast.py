"""When an item of work will end, from its own entries; and how far it should be today. docs/algorithms/activities.md.

Numbers in, numbers out: the share done (1 = all of it) day by day.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

FEWEST, SHORTEST = 3, 14  # entries on different days, and days from the first to the last
FARTHEST = 3660  # days: beyond ten years no day is named
BEHIND = Fraction(15, 100)  # this much less than planned is late


class Point(NamedTuple):
    """The share done up to a day."""

    on: date
    share: Fraction


class Forecast(NamedTuple):
    """The day it ends at the pace so far; `earliest`, `latest`: at the quick and the slow quarter of the paces seen.

    `latest` None: at the slow pace it does not end within ten years.
    """

    ends_on: date
    earliest: date
    latest: date | None


class NoForecast(StrEnum):
    """Why there is none."""

    FINISHED = "finished"
    FEW = "few"
    SHORT = "short"
    STANDS = "stands"


class Lateness(StrEnum):
    """How an item stands against its plan on a day."""

    FINISHED = "finished"
    STOPPED = "stopped"
    ON_TIME = "on_time"
    NOT_BEGUN = "not_begun"
    BEHIND = "behind"
    OVERDUE = "overdue"


def points_of(quantity: Decimal | None, entries: Sequence[tuple[date, Decimal]]) -> list[Point]:
    """Sums done as shares of the quantity; without a quantity they are per cent."""
    whole = Fraction(100) if quantity is None else Fraction(quantity)
    return [Point(on, Fraction(done) / whole) for on, done in entries]


def planned_share(starts_on: date, ends_on: date, on: date) -> Fraction:
    """The share that should be done by the end of a day, were the work even: nought before, 1 from the last day on."""
    if on < starts_on:
        return Fraction(0)
    return min(Fraction(1), Fraction((on - starts_on).days + 1, (ends_on - starts_on).days + 1))


def lateness(state: str, starts_on: date, ends_on: date, share: Fraction, on: date) -> Lateness:
    """`state`: value of WorkState."""
    if state == "done":
        return Lateness.FINISHED
    if state == "stopped":
        return Lateness.STOPPED
    if on > ends_on:
        return Lateness.OVERDUE
    if state == "planned":
        return Lateness.NOT_BEGUN if on > starts_on else Lateness.ON_TIME
    return Lateness.BEHIND if planned_share(starts_on, ends_on, on) - share > BEHIND else Lateness.ON_TIME


def forecast(points: Sequence[Point]) -> Forecast | NoForecast:
    """From the median of the paces between every two entries (Theil and Sen), begun at the last entry."""
    by_day = dict(sorted(points))
    days = list(by_day)
    if days and by_day[days[-1]] >= 1:
        return NoForecast.FINISHED
    if len(days) < FEWEST:
        return NoForecast.FEW
    if (days[-1] - days[0]).days < SHORTEST:
        return NoForecast.SHORT
    paces = sorted((by_day[b] - by_day[a]) / (b - a).days for a, b in combinations(days, 2))
    left = 1 - by_day[days[-1]]
    middle, quick, slow = (_end(days[-1], left, _quantile(paces, share)) for share in _QUARTERS)
    if middle is None or quick is None:
        return NoForecast.STANDS
    return Forecast(middle, quick, slow)


_QUARTERS = (Fraction(1, 2), Fraction(3, 4), Fraction(1, 4))


def _quantile(values: Sequence[Fraction], share: Fraction) -> Fraction:
    """Between the two neighbours, in proportion."""
    at = (len(values) - 1) * share
    low = int(at)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (at - low)


def _end(last: date, left: Fraction, pace: Fraction) -> date | None:
    days = -(-left // pace) if pace > 0 else FARTHEST + 1
    return last + timedelta(days=int(days)) if days <= FARTHEST else None

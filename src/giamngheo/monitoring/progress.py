"""How far a target is: reached, met before, impossible, on track, behind; the pace it needs. Pure, with the numbers the
sentence is made of. docs/algorithms/monitoring.md "Targets".
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

MONTH = Fraction(3652425, 120000)  # days: a twelfth of a mean year
ENOUGH = Fraction(1, 12)  # of the period: before it a straight line says nothing
# A fall is measured in points of a rate, and cannot be more than the rate it falls from.
# Of several indicators for one rate the first that has a value: plans tell it as S02.
FALLS_FROM = {"Q01": ("M02", "S02"), "Q02": ("M22",)}


class State(StrEnum):
    """What can be said of a target on a day."""

    REACHED = "reached"
    MET_BEFORE = "met_before"
    IMPOSSIBLE = "impossible"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    MISSED = "missed"
    UNKNOWN = "unknown"


_ORDER = (State.IMPOSSIBLE, State.MET_BEFORE, State.MISSED, State.BEHIND, State.UNKNOWN, State.ON_TRACK, State.REACHED)


def worst_first(state: State) -> int:
    """What needs a word comes first."""
    return _ORDER.index(state)


class Aim(NamedTuple):
    """A target: `comparator` at_least, at_most, equals; `begins`, `ends`: its period, both days included.

    `falls_from`: of a fall, the rate it starts from. `of_hundred`: a share. `counts`: a number of things.
    `is_flow`: what is counted from nought each year.
    """

    comparator: str
    value: Decimal
    begins: date
    ends: date
    falls_from: Decimal | None = None
    of_hundred: bool = False
    counts: bool = False
    is_flow: bool = False


class Progress(NamedTuple):
    """`left`: what is still to go (0: nothing); `pace`: of it a month; `forecast`: where a straight line ends.

    `most`: the most that is possible, where the target asks for more.
    """

    state: State
    left: Decimal | None = None
    pace: Decimal | None = None
    forecast: Decimal | None = None
    most: Decimal | None = None


def progress(aim: Aim, day: date, value: Decimal | None, baseline: Decimal | None) -> Progress:
    """`baseline`: the value when the period began; nought for a flow."""
    if (most := _beyond(aim)) is not None:
        return Progress(State.IMPOSSIBLE, most=most)
    start = Decimal(0) if aim.is_flow else baseline
    if start is not None and not aim.is_flow and meets(aim, start) and (value is None or meets(aim, value)):
        return Progress(State.MET_BEFORE, Decimal(0))
    if value is None:
        return Progress(State.UNKNOWN)
    over = day >= aim.ends
    if meets(aim, value) and (over or aim.comparator == "at_least" or not aim.is_flow):
        return Progress(State.REACHED, Decimal(0))
    left = abs(aim.value - value)
    if over:
        return Progress(State.MISSED, left)
    pace = _rounded(Fraction(left) / _months(day, aim.ends))
    forecast = _forecast(aim, day, value, start)
    if forecast is None:
        return Progress(State.UNKNOWN, left, pace)
    return Progress(State.ON_TRACK if meets(aim, forecast) else State.BEHIND, left, pace, forecast)


def meets(aim: Aim, value: Decimal) -> bool:
    """Whether a value is what the target asks for."""
    if aim.comparator == "at_least":
        return value >= aim.value
    return value <= aim.value if aim.comparator == "at_most" else value == aim.value


def _beyond(aim: Aim) -> Decimal | None:
    """The most (or least) there can be, where the target lies beyond it."""
    if aim.falls_from is not None and aim.comparator != "at_most" and aim.value > aim.falls_from:
        return aim.falls_from
    if aim.of_hundred and aim.comparator != "at_most" and aim.value > 100:
        return Decimal(100)
    if (aim.of_hundred or aim.counts) and aim.comparator != "at_least" and aim.value < 0:
        return Decimal(0)
    return None


def _months(since: date, until: date) -> Fraction:
    """Whole and broken months between two days; at least one day."""
    return Fraction(max((until - since).days, 1)) / MONTH


def _forecast(aim: Aim, day: date, value: Decimal, start: Decimal | None) -> Decimal | None:
    """Where the line from the baseline through today ends."""
    if start is None:
        return None
    whole = Fraction((aim.ends - aim.begins).days + 1)
    passed = Fraction((day - aim.begins).days + 1)
    if passed <= 0 or passed / whole < ENOUGH:
        return None
    return _rounded(Fraction(start) + (Fraction(value) - Fraction(start)) * whole / passed)


def _rounded(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal("0.01"))

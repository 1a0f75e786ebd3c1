"""The changes of the indicators as a picture: a dot, and its interval as a line; its numbers stand in the table."""

from __future__ import annotations

from typing import NamedTuple

from giamngheo.office.monitoring_surveys import saying
from giamngheo.office.monitoring_surveys.comparing import Comparison

WIDTH, LEFT, RIGHT, ROW, TOP = 780, 310, 20, 30, 14


class Mark(NamedTuple):
    """A question's row: its place, where the interval begins and ends, the dot."""

    title: str
    y: int
    low: float
    high: float
    at: float
    value: str


class Picture(NamedTuple):
    """`zero`: where no change is; `ticks`: place and words below."""

    width: int
    height: int
    zero: float
    ticks: list[tuple[float, str]]
    marks: list[Mark]
    bottom: int


def picture(found: Comparison) -> Picture | None:
    """Shares only, those with an interval; None where there are none."""
    seen = [
        (each, each.compared.change.estimate, each.compared.change.interval)
        for each in found.lines if not each.question.money
    ]  # fmt: skip
    drawn = [(line, estimate, ends) for line, estimate, ends in seen if estimate is not None and ends is not None]
    if not drawn:
        return None
    low = min(0.0, *(ends.low for _line, _estimate, ends in drawn))
    high = max(0.0, *(ends.high for _line, _estimate, ends in drawn))
    step = next((each for each in (0.05, 0.1, 0.2, 0.25, 0.5, 1.0) if (high - low) / each <= 7), 1.0)
    first, last = int(low // step), -int(-high // step)
    span = (last - first) * step or step

    def x(value: float) -> float:
        return round(LEFT + (value - first * step) / span * (WIDTH - LEFT - RIGHT), 1)

    marks = [
        Mark(saying.title(line.question), TOP + ROW * at + ROW // 2, x(ends.low), x(ends.high), x(estimate.value),
             saying.change(estimate.value, money=False))
        for at, (line, estimate, ends) in enumerate(drawn)
    ]  # fmt: skip
    bottom = TOP + ROW * len(drawn)
    ticks = [(x(each * step), f"{round(each * step * 100):+d}".replace("-", "−").replace("+0", "0"))
             for each in range(first, last + 1)]  # fmt: skip
    return Picture(WIDTH, bottom + 28, x(0), ticks, marks, bottom)

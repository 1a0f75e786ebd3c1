"""One question of a panel in two waves: levels, the change, helped against not helped, and what may be concluded.

docs/algorithms/surveys.md. Values are 0 or 1 (shares), or money. `LEAST` is our decision, not the law's.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from giamngheo.analysis.measures.changes import Estimate
from giamngheo.analysis.measures.disclosure import THRESHOLD, hidden
from giamngheo.analysis.measures.panel import (
    Contrast,
    Interval,
    Row,
    contrast,
    mean,
    p_value,
    plain_interval,
    share_interval,
)

LEAST = 20
Values = Mapping[Any, float]


class Said(StrEnum):
    """What an interval of a change lets one say; the first that holds."""

    FEW = "few"
    NONE = "none"
    UNCLEAR = "unclear"
    LESS = "less"
    MORE = "more"


class Frame(NamedTuple):
    """Stratum of each household of the panel; households of each stratum in the frame."""

    stratum: Mapping[Any, Hashable]
    sizes: Mapping[Any, int]


class Level(NamedTuple):
    """A wave: households with an answer, of them above 0; villages without any."""

    number: int
    above: int
    silent: int
    estimate: Estimate | None
    interval: Interval | None


class Change(NamedTuple):
    """Of the households with an answer in both waves."""

    number: int
    estimate: Estimate | None
    interval: Interval | None
    p: float | None
    said: Said


class Help(NamedTuple):
    """Helped (inside) against not helped, of those with both answers. `difference`: of the two changes; `apart`: they
    differed already at the start by more than their errors allow. `above`: households above 0, helped and not helped
    before, then after."""

    before: Contrast
    after: Contrast
    change: Contrast
    difference: Change
    apart: bool
    above: tuple[int, int, int, int]


class Compared(NamedTuple):
    """A question in two waves. `help`: None where nothing is known of it."""

    first: Level
    second: Level
    change: Change
    help: Help | None
    money: bool


class Shown(NamedTuple):
    """What may leave the office of a question: small counts may not."""

    first: bool
    second: bool
    change: bool
    help: bool


def compare(
    frame: Frame, first: Values, second: Values, helped: Mapping[Any, bool] | None = None, *, money: bool = False
) -> Compared:
    """`first`, `second`: household → value in a wave; `helped`: of those in both, None where it is not known."""
    both = [key for key in first if key in second]
    changes = [Row(frame.stratum[key], second[key] - first[key]) for key in both]
    estimate = mean(changes, frame.sizes)
    change = _change(estimate, len(both), len(both))
    help_ = None if helped is None else _help(frame, first, second, both, helped)
    return Compared(_level(frame, first, money=money), _level(frame, second, money=money), change, help_, money)


def shown(compared: Compared) -> Shown:
    """Shares of which 1 to 4 households are, or are not, and means of fewer than 5 stay inside."""

    def may(number: int, above: int) -> bool:
        if compared.money:
            return number == 0 or number >= THRESHOLD
        return not any(hidden([above, number - above]))

    first, second = (may(each.number, each.above) for each in (compared.first, compared.second))
    pairs = not any(hidden([compared.change.number]))
    told = compared.help
    groups = False
    if told is not None:
        numbers = (told.change.inside_number, told.change.outside_number) * 2
        groups = all(may(number, above) for number, above in zip(numbers, told.above, strict=True))
    return Shown(first, second, first and second and pairs, groups)


def verdict(estimate: Estimate | None, interval: Interval | None, least: int) -> Said:
    """`least`: households in the smallest group that is compared."""
    if least < LEAST:
        return Said.FEW
    if estimate is None or interval is None:
        return Said.NONE
    if interval.low <= 0 <= interval.high:
        return Said.UNCLEAR
    return Said.LESS if interval.high < 0 else Said.MORE


def _level(frame: Frame, values: Values, *, money: bool) -> Level:
    rows = [Row(frame.stratum[key], value) for key, value in values.items()]
    estimate = mean(rows, frame.sizes)
    interval = None
    if estimate is not None:
        interval = plain_interval(estimate) if money else share_interval(estimate)
    silent = len(set(frame.sizes) - {each.stratum for each in rows})
    return Level(len(rows), sum(each.value > 0 for each in rows), silent, estimate, interval)


def _change(estimate: Estimate | None, number: int, least: int) -> Change:
    interval = plain_interval(estimate) if estimate is not None else None
    p = p_value(estimate) if estimate is not None else None
    return Change(number, estimate, interval, p, verdict(estimate, interval, least))


def _help(frame: Frame, first: Values, second: Values, both: Sequence[Hashable], helped: Mapping[Any, bool]) -> Help:
    def of(values: Values) -> Contrast:
        return contrast([Row(frame.stratum[key], values[key], helped[key]) for key in both], frame.sizes)

    def above(values: Values, *, inside: bool) -> int:
        return sum(values[key] > 0 for key in both if helped[key] == inside)

    before, after = of(first), of(second)
    change = of({key: second[key] - first[key] for key in both})
    least = min(change.inside_number, change.outside_number)
    start = _change(before.difference, len(both), least)
    counts = (
        above(first, inside=True), above(first, inside=False), above(second, inside=True), above(second, inside=False)
    )  # fmt: skip
    difference = _change(change.difference, len(both), least)
    return Help(before, after, change, difference, start.said in (Said.LESS, Said.MORE), counts)

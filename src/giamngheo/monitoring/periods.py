"""Days of reporting periods, kinds of report, deadlines. Pure: data and arithmetic. docs/algorithms/monitoring.md.

A window runs from the 15th of the month before the period to the 14th of its last month (NĐ 09/2019/NĐ-CP).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from giamngheo.foundation.findings import Bilingual


class Window(NamedTuple):
    """The days a report's data are of, both included."""

    begins: date
    ends: date


class PeriodRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of period. `first`, `last`: (months from the period's first, last month; day). `numbers`: how many a
    year; of six and nine months there is the first alone."""

    kind: str
    numbers: int
    first: tuple[int, int]
    months: int
    last: tuple[int, int]
    verified: bool
    citation: str


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from"}):
    """The last day by which units of a level report, of the year of the period, from a day on."""

    level: str
    month: int
    day: int
    start: date
    verified: bool
    words: dict[str, str]
    citation: str


class ReportKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of report that is asked for. `phase`: where in a period of the programme it looks back."""

    code: str
    title: dict[str, str]
    period: str
    deadlines: tuple[Deadline, ...]
    own_days: bool = False  # made when asked for, of days its maker says; the number counts those of the year
    phase: Literal["", "start", "middle", "end"] = ""  # of a period of the programme

    @property
    def name(self) -> Bilingual:
        return Bilingual(self.title["vi"], self.title["en"])


class OwnRule(NamedTuple):
    """A deadline a unit set, by a paper: `month` None for every month of a monthly report."""

    month: int | None
    day: int
    valid_from: date
    paper: str = ""


class Due(NamedTuple):
    """By when, and what says so; `on` None: nothing known to us says it."""

    on: date | None
    because: str = ""
    verified: bool = False


@cache
def rules() -> dict[str, PeriodRule]:
    """By kind of period."""
    rows = msgspec.json.decode(_data("periods.json"), type=list[PeriodRule])
    return {each.kind: each for each in rows}


@cache
def kinds() -> dict[str, ReportKind]:
    """By code."""
    rows = msgspec.json.decode(_data("report_kinds.json"), type=list[ReportKind])
    return {each.code: each for each in rows}


def _data(name: str) -> bytes:
    return (files("giamngheo.monitoring") / "data" / name).read_bytes()


def window(kind: str, year: int, number: int = 1) -> Window:
    """The 2nd quarter of 2026 is 15/03/2026 to 14/06/2026. Raises ValueError for a period there is not."""
    rule = rules().get(kind)
    if rule is None or not 1 <= number <= rule.numbers:
        raise ValueError(f"no period {kind} {number}")
    last_month = rule.months * number
    first_month = last_month - rule.months + 1
    return Window(
        _day(year, first_month + rule.first[0], rule.first[1]), _day(year, last_month + rule.last[0], rule.last[1])
    )


def numbers(kind: str) -> range:
    """The periods of a year."""
    return range(1, rules()[kind].numbers + 1)


def due(kind: ReportKind, level: str, year: int, number: int, own: Iterable[OwnRule] = ()) -> Due:
    """By when units of a level report: by the unit's own newest rule in force at the end of the window, else by the
    law's; the earlier of both where both bind the level."""
    ends = window(kind.period, year, number).ends
    found = [_by_law(each, year) for each in kind.deadlines if each.level == level and each.start <= ends]
    mine = None
    for each in sorted(own, key=lambda each: each.valid_from):  # of one day the later one
        mine = each if each.valid_from <= ends else mine
    if mine is not None:
        month = mine.month or ends.month
        found.append(Due(_day(year, month, mine.day), mine.paper, True))
    return min(found, key=lambda each: each.on or date.max, default=Due(None))


def _by_law(rule: Deadline, year: int) -> Due:
    return Due(date(year, rule.month, rule.day), rule.citation, rule.verified)


def is_partly_estimate(kind: ReportKind, due_on: date | None, year: int, number: int) -> bool:
    """Whether the deadline lies before the end of the data: what is reported of the rest is an estimate."""
    return due_on is not None and due_on <= window(kind.period, year, number).ends


def _day(year: int, month: int, day: int) -> date:
    """With months below 1 of the year before; a day no month has is its last."""
    while month < 1:
        year, month = year - 1, month + 12
    while month > 12:
        year, month = year + 1, month - 12
    return date(year, month, min(day, monthrange(year, month)[1]))


def last_windows(kind: str, day: date, count: int) -> Sequence[tuple[int, int]]:
    """(year, number) of the last periods that began by the day, the newest first."""
    found = [
        (year, number)
        for year in range(day.year + 1, day.year - count - 1, -1)
        for number in reversed(numbers(kind))
        if window(kind, year, number).begins <= day
    ]
    return found[:count]


__all__ = [
    "Deadline", "Due", "OwnRule", "PeriodRule", "ReportKind", "Window", "due", "is_partly_estimate", "kinds",
    "last_windows", "numbers", "rules", "window",
]  # fmt: skip

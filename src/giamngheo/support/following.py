"""When a livelihood project is looked at again, and what it brought. docs/algorithms/livelihood.md. Values only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.dates import last_day

TIMES = (6, 12, 24)
MILLION = 1_000_000


def due_day(started: date, months: int) -> date:
    """The same day that many months later, or that month's last."""
    year, month = divmod(started.year * 12 + started.month - 1 + months, 12)
    return date(year, month + 1, min(started.day, last_day(year, month + 1)))


class Seen(NamedTuple):
    """The last follow-up of a household."""

    income_before: int
    income_after: int
    running: bool
    exited: bool


class Outcome(NamedTuple):
    """Of the households followed. `gain`: đồng a month of all together; `per_million`: of it for each million đồng of
    the state, None where nobody was followed."""

    followed: int
    running: int
    exited: int
    gain: int
    per_million: Fraction | None


def outcome(state: int, seen: Iterable[Seen]) -> Outcome:
    """What was found, against what the state pays."""
    rows = list(seen)
    gain = sum(each.income_after - each.income_before for each in rows)
    return Outcome(
        len(rows), sum(each.running for each in rows), sum(each.exited for each in rows), gain,
        Fraction(gain * MILLION, state) if rows else None,
    )  # fmt: skip

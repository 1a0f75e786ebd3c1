"""A report as its papers tell it. Every number once: sentences and tables print the same value."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from giamngheo.foundation.numbers import format_number, round_half_up

MOST_DECIMALS = 2  # of what no finite number of decimals prints: as on the screen


class Told(NamedTuple):
    """A cell: as of which day; `typed`: by who made the report."""

    value: Fraction
    decimals: int | None = None
    day: date | None = None
    typed: bool = False

    @property
    def printed(self) -> str:
        try:
            return format_number(self.value, self.decimals)
        except ValueError:
            return format_number(self.value, MOST_DECIMALS)

    @property
    def exact(self) -> Fraction:
        """The value as printed: differences of what a reader sees agree with what he sees."""
        try:
            places = self.decimals
            format_number(self.value, places)
        except ValueError:
            places = MOST_DECIMALS
        return self.value if places is None else round_half_up(self.value, places)


class Row(NamedTuple):
    """A row of a form: actual, the same period before, target, estimate of the year.

    `comparator` of the target, "" where no target says it; `comparable`: with the period before.
    """

    name: str
    unit: str
    actual: Told | None = None
    before: Told | None = None
    target: Told | None = None
    estimate: Told | None = None
    comparator: str = ""
    comparable: bool = True


class Sheet(NamedTuple):
    """A form of the report: its rows for sentences, its whole table for the appendix."""

    title: str
    rows: tuple[Row, ...]
    table: tuple[tuple[str, ...], ...]
    note: str = ""
    money: bool = False


class Facts(NamedTuple):
    """What the papers of a report are made of. `receiver`: the unit it goes to, "" outside; `whole_year`: the year is
    over with the period; `reason`: of a correction; `alerts`: sentences that stand on `alerts_on`."""

    unit: str
    place: str
    receiver: str
    period: str
    year: int
    whole_year: bool
    begins: date
    ends: date
    reason: str
    sheets: tuple[Sheet, ...]
    alerts: tuple[str, ...]
    alerts_on: date

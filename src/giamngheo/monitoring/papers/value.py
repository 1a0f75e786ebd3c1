"""A report as its papers tell it. Every number once: sentences and tables print the same value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number, round_half_up
from giamngheo.monitoring.papers.texts import catalogue
from giamngheo.monitoring.papers.wording import by_word, render

Basis = Literal["actual", "result", "opening"]
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

    `comparator` of the target, "" where no target says it; `comparable`: with the period before. `basis`: of the days
    of the report, of the result of the year's review against the year before's, of the way since the beginning;
    `judged_elsewhere`: the target is held against the result, in another sheet; `indicator`: its code,
    "" of what a formula makes.
    """

    name: str
    unit: str
    actual: Told | None = None
    before: Told | None = None
    target: Told | None = None
    estimate: Told | None = None
    comparator: str = ""
    comparable: bool = True
    basis: Basis = "actual"
    judged_elsewhere: bool = False
    indicator: str = ""


class Sheet(NamedTuple):
    """A form of the report: its rows for sentences, its whole table for the appendix."""

    title: str
    rows: tuple[Row, ...]
    table: tuple[tuple[str, ...], ...]
    note: str = ""
    money: bool = False


class Facts(NamedTuple):
    """What the papers of a report are made of. `receiver`: the unit it goes to, "" outside; `whole_year`: the year is
    over with the period; `reason`: of a correction; `alerts`: sentences that stand on `alerts_on`; `words`: sentences
    by key; `cells`: printed figures by "form!row.column"; `ground`: the paper that asks for the report."""

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
    words: Mapping[str, str] = {}
    cells: Mapping[str, str] = {}
    ground: str = ""

    def say(self, key: str, **values: object) -> str:
        """A sentence in the unit's words, else as packaged."""
        text = self.words.get(key) or catalogue()[key].text
        return render(text, by_word(self.always | values), self.cells)

    @property
    def always(self) -> dict[str, object]:
        """What every sentence of an outline may tell."""
        return {
            "period": self.period, "place": self.called, "year": self.year, "begins": format_date(self.begins),
            "ends": format_date(self.ends),
        }  # fmt: skip

    @property
    def called(self) -> str:
        """The unit inside a sentence."""
        kind = self.unit.removesuffix(self.place).strip().lower()
        return f"{kind} {self.place}".strip()

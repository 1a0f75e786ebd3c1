"""What classes are entitled to, as dated and cited data, and how much of it a set of households draws."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec
import yaml

from giamngheo.analysis.population.household import Household
from giamngheo.standards.release import Citation, Text

Measure = Literal["premium_percent", "kwh_month", "pupil_month", "credit_ceiling"]
PUPILS = ("preschool", "primary", "lower_secondary", "upper_secondary")
MONTHS = 12
AVERAGE = "average_living_standard"


class Entitlement(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to", "klass": "class"}
):
    """A dated amount for one class, in the unit of its support's measure."""

    start: date
    klass: str
    amount: int
    document: str
    verified: bool
    last_reviewed: date
    article: str = ""
    end: date | None = None
    months: int = MONTHS
    note: Text | None = None

    @property
    def citation(self) -> Citation:
        return Citation(self.document, self.article)

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class Support(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of support with its dated amounts."""

    support: str
    title: Text
    measure: Measure
    values: tuple[Entitlement, ...]


@cache
def catalogue() -> tuple[Support, ...]:
    """Every support; raises msgspec.ValidationError where the data breaks the closed schema (a test reads it)."""
    text = (files("giamngheo.analysis.whatif") / "data" / "support.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), tuple[Support, ...])


class Prices(NamedTuple):
    """What the data cannot know: đồng a person a year, đồng a kWh. None: not said, so no amount is computed."""

    premium: int | None = None
    electricity: int | None = None


class Range(NamedTuple):
    """At least, at most: households whose class is not known may belong or not."""

    least: int
    most: int

    def times(self, factor: int) -> Range:
        return Range(self.least * factor, self.most * factor)


class Counts:
    """How many households, people and pupils stand in each state; average_living_standard is counted beside them.

    `absent` holds classes for which the standard has no rule: nobody knows how many are in them.
    """

    def __init__(self) -> None:
        self.households: Counter[str] = Counter()
        self.people: Counter[str] = Counter()
        self.pupils: Counter[str] = Counter()
        self.absent: set[str] = set()

    def add(self, klass: str, household: Household) -> None:
        """Count a household in a state or a class."""
        self.add_many(klass, 1, household.people, sum(each.get("attends") in PUPILS for each in household.members))

    def add_many(self, klass: str, households: int, people: int, pupils: int) -> None:
        """Count so many households with their people and pupils."""
        self.households[klass] += households
        self.people[klass] += people
        self.pupils[klass] += pupils

    def range(self, what: str, klass: str) -> Range | None:
        """Of `what` ("households", "people", "pupils") in a class; None where the class has no rule."""
        if klass in self.absent:
            return None
        counted: Counter[str] = getattr(self, what)
        open_ = ("unknown",) if klass == AVERAGE else ("either", "unknown")
        return Range(counted[klass], counted[klass] + sum(counted[state] for state in open_))


class Line(NamedTuple):
    """One support for one class under one standard. `units` people, households or pupils; `amount` đồng a year, None
    where a price or the class is not known; for credit it is the sum of ceilings."""

    support: Support
    entitlement: Entitlement
    units: Range | None
    amount: Range | None


COUNTED = {
    "premium_percent": "people",
    "kwh_month": "households",
    "pupil_month": "pupils",
    "credit_ceiling": "households",
}


def drawn(counts: Counts, day: date, prices: Prices) -> list[Line]:
    """Everything the catalogue gives on that day."""
    found = []
    for support in catalogue():
        for each in support.values:
            if each.covers(day):
                units = counts.range(COUNTED[support.measure], each.klass)
                found.append(Line(support, each, units, _amount(support.measure, each, units, prices)))
    return found


def _amount(measure: Measure, each: Entitlement, units: Range | None, prices: Prices) -> Range | None:
    if units is None:
        return None
    if measure == "premium_percent":
        if prices.premium is None:
            return None
        whole = units.times(prices.premium * each.amount)  # in hundredths of a đồng: rounded once, at the end
        return Range(whole.least // 100, whole.most // 100)
    if measure == "kwh_month":
        return None if prices.electricity is None else units.times(each.amount * prices.electricity * each.months)
    return units.times(each.amount * (each.months if measure == "pupil_month" else 1))

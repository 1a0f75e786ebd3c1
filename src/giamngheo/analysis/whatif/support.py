"""How much support a set of households draws: the catalogue of `support` counted by class, for what a list can tell.

Amounts stand once, in support/data/catalogue.yaml; here is only what is counted of them and how.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from giamngheo.analysis.population.household import Household
from giamngheo.foundation.findings import Bilingual
from giamngheo.standards.release import Citation, Text
from giamngheo.support.catalogue import Kind, Value, kind_of

PUPILS = ("preschool", "primary", "lower_secondary", "upper_secondary")
AVERAGE = "average_living_standard"
NO_RULE = "no_rule_of_average"  # beside the states
CLASSES = ("poor", "near_poor", AVERAGE)
# Kinds of the catalogue that a list of households can be counted for; `attends` tells who is a pupil.
KINDS = ("health_insurance", "electricity", "study_costs", "credit_poor", "credit_near_poor")
# What an amount means: percent of a premium, kWh a month, đồng a month, or a ceiling in đồng that is never a cost.
MEASURES = {"loan": "credit_ceiling"}
COUNTED = {
    "premium_percent": "people",
    "kwh_month": "households",
    "pupil_month": "pupils",
    "credit_ceiling": "households",
}


class Entitlement(NamedTuple):
    """A dated amount of the catalogue for one class. `left_out`: values that hang on what no list tells."""

    value: Value
    amount: int
    left_out: tuple[Value, ...]

    @property
    def klass(self) -> str:
        return self.value.who.klass

    @property
    def months(self) -> int:
        return self.value.months

    @property
    def verified(self) -> bool:
        return self.value.verified

    @property
    def citation(self) -> Citation:
        return self.value.citation

    @property
    def note(self) -> Bilingual | None:
        """What the amount does not say: that it is the least, its own note, and which higher ones are not counted."""
        told = [Bilingual("Mức thấp nhất", "The least")] if self.value.at_least else []
        told += [Bilingual(self.value.note.vi, self.value.note.en)] if self.value.note else []
        for each in self.left_out:
            if each.who.asks is not None:
                told.append(
                    Bilingual(
                        f"Không tính riêng: {each.who.asks.vi} ({each.amount} %)",
                        f"Not counted apart: {each.who.asks.en} ({each.amount} %)",
                    )
                )
        return Bilingual("; ".join(each.vi for each in told), "; ".join(each.en for each in told)) if told else None


class Support(NamedTuple):
    """One kind of support, and what its amounts mean here."""

    kind: Kind

    @property
    def support(self) -> str:
        return self.kind.code

    @property
    def title(self) -> Text:
        return self.kind.title

    @property
    def measure(self) -> str:
        return MEASURES.get(self.kind.measure, self.kind.measure)

    @property
    def values(self) -> tuple[Entitlement, ...]:
        """Every dated amount that the class of a household settles."""
        return tuple(self._entitlements(self.kind.values))

    def on(self, day: date) -> tuple[Entitlement, ...]:
        """Those that hold on a day."""
        return tuple(self._entitlements(self.kind.on(day)))

    def _entitlements(self, values: list[Value] | tuple[Value, ...]) -> Iterator[Entitlement]:
        for each in values:
            if self._settled(each) and each.amount is not None:
                mine = (other for other in values if other.who.klass == each.who.klass and other.amount is not None)
                yield Entitlement(each, each.amount, tuple(other for other in mine if not self._settled(other)))

    def _settled(self, value: Value) -> bool:
        """Whether the class alone says who draws it; of pupils, the list says who they are."""
        who = value.who
        more = who.not_class or who.ages or who.minority or who.circumstance
        return who.klass in CLASSES and not more and (who.asks is None or self.kind.measure == "pupil_month")


@cache
def catalogue() -> tuple[Support, ...]:
    """What is counted, in the order of reports."""
    return tuple(Support(kind) for kind in map(kind_of, KINDS) if kind is not None)


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

    `absent` holds classes for which the standard has no rule: nobody knows how many are in them. NO_RULE counts
    households that are not poor where only their province's own standard has no rule of AVERAGE.
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
        open_ = ("unknown", NO_RULE) if klass == AVERAGE else ("either", "unknown")
        return Range(counted[klass], counted[klass] + sum(counted[state] for state in open_))


class Line(NamedTuple):
    """One support for one class under one standard. `units` people, households or pupils; `amount` đồng a year, None
    where a price or the class is not known; for credit it is the sum of ceilings."""

    support: Support
    entitlement: Entitlement
    units: Range | None
    amount: Range | None


def drawn(counts: Counts, day: date, prices: Prices) -> list[Line]:
    """Everything the catalogue gives on that day."""
    found = []
    for support in catalogue():
        for each in support.on(day):
            units = counts.range(COUNTED[support.measure], each.klass)
            found.append(Line(support, each, units, _amount(support.measure, each, units, prices)))
    return found


def _amount(measure: str, each: Entitlement, units: Range | None, prices: Prices) -> Range | None:
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

"""Poverty rates as the programme defines them, of households and of people, from the class of each household.

tỷ lệ hộ nghèo = poor households / all households; tỷ lệ nghèo đa chiều = poor and near-poor together / all. Percentages
are printed with two decimals, as form 1 of the reports does (docs/algorithms/measures.md has the sources).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

POOR, NEAR_POOR, NOT_POOR = "poor", "near_poor", "not_poor"
CLASSES = (POOR, NEAR_POOR, NOT_POOR)


def class_counts(table: Any, household_class: str, members: str, *, by: Sequence[str] = ()) -> Any:
    """Ibis expression: by..., household_class, households, people. One row of `table` is a household."""
    keys = {name: table[name] for name in by}
    return table.group_by(**keys, household_class=table[household_class]).aggregate(
        households=table.count(), people=table[members].cast("int64").sum()
    )


@dataclass(frozen=True)
class Rates:
    """Counts of households (or of people) by class; rates are exact fractions, None where there is nobody."""

    total: int
    poor: int
    near_poor: int

    def _over(self, part: int) -> Fraction | None:
        return Fraction(part, self.total) if self.total else None

    @property
    def poor_rate(self) -> Fraction | None:
        return self._over(self.poor)

    @property
    def near_poor_rate(self) -> Fraction | None:
        return self._over(self.near_poor)

    @property
    def multidimensional_rate(self) -> Fraction | None:
        """Poor and near-poor together."""
        return self._over(self.poor + self.near_poor)


def rates(told: Any, *, by: Sequence[str] = (), unit: str = "households") -> dict[tuple[Any, ...], Rates]:
    """Rates of each group from the table of class_counts; `unit` is households or people.

    Raises ValueError for a class that is none of CLASSES: a household without a class would make rates too low.
    """
    counts: dict[tuple[Any, ...], dict[str, int]] = {}
    for row in told.to_pylist():
        if row["household_class"] not in CLASSES:
            raise ValueError(f"no such class: {row['household_class']}")
        group = counts.setdefault(tuple(row[name] for name in by), dict.fromkeys(CLASSES, 0))
        group[row["household_class"]] += int(row[unit] or 0)
    return {key: Rates(sum(each.values()), each[POOR], each[NEAR_POOR]) for key, each in counts.items()}

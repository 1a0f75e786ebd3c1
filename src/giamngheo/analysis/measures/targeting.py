"""How well a list of the poor agrees with a second source: exclusion and inclusion errors.

Exclusion error: of those poor by the second source, the share that the list leaves out. Inclusion error: of those on
the list, the share not poor by the second source. Each stands with the counts it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Targeting:
    """Households by (on the list, poor by the second source)."""

    both: int
    listed_only: int
    poor_only: int
    neither: int

    @property
    def exclusion_error(self) -> Fraction | None:
        return _over(self.poor_only, self.both + self.poor_only)

    @property
    def inclusion_error(self) -> Fraction | None:
        return _over(self.listed_only, self.both + self.listed_only)


def _over(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def agreement_table(listed: Any, reference: Any, *, id: str, listed_poor: str, truly_poor: str) -> Any:
    """Ibis expression: listed, poor, households. Both columns are Boolean; each source's own households are apart.

    `listed` or `poor` is NULL where that source does not know the household.
    """
    one = listed.select(id_=listed[id], listed=listed[listed_poor])
    other = reference.select(id_1=reference[id], poor=reference[truly_poor])
    both = one.join(other, one.id_ == other.id_1, how="outer").select("listed", "poor")
    return both.group_by("listed", "poor").aggregate(households=both.count())


def targeting(told: Any) -> tuple[Targeting, int]:
    """Counts of households that both sources know, and how many only one of them knows."""
    counts = {(row["listed"], row["poor"]): int(row["households"]) for row in told.to_pylist()}
    known = Targeting(*(counts.pop(key, 0) for key in ((True, True), (True, False), (False, True), (False, False))))
    return known, sum(counts.values())

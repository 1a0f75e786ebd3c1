"""How well a list of the poor agrees with a second source: exclusion and inclusion errors.

Exclusion error: of those poor by the second source, the share that the list leaves out. Inclusion error: of those on
the list, the share not poor by the second source. Each stands with the counts it is made of.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def agreement_table(
    listed: Any, reference: Any, *, id: str, listed_poor: str, truly_poor: str, by: Sequence[str] = ()
) -> Any:
    """Ibis expression: by..., listed, poor, households. Both columns are Boolean.

    `listed` or `poor` is NULL where that source does not know the household. Groups are the list's; of households that
    it does not know, the second source's.
    """
    one = listed.select(id_=listed[id], listed=listed[listed_poor], **{f"{name}_0": listed[name] for name in by})
    other = reference.select(
        id_1=reference[id], poor=reference[truly_poor], **{f"{name}_1": reference[name] for name in by}
    )
    both = one.join(other, one.id_ == other.id_1, how="outer")
    keys = {name: both[f"{name}_0"].fill_null(both[f"{name}_1"]) for name in by}
    wide = both.select("listed", "poor", **keys)
    return wide.group_by(*by, "listed", "poor").aggregate(households=wide.count())


def targeting(told: Any, by: Sequence[str] = ()) -> dict[tuple[Any, ...], tuple[Targeting, int]]:
    """By group: counts of households that both sources know, and how many only one of them knows."""
    counts: dict[tuple[Any, ...], dict[tuple[bool | None, bool | None], int]] = {}
    for row in told.to_pylist():
        group = counts.setdefault(tuple(row[name] for name in by), {})
        group[row["listed"], row["poor"]] = int(row["households"])
    found = {}
    for key, group in counts.items():
        pairs = ((True, True), (True, False), (False, True), (False, False))
        found[key] = Targeting(*(group.pop(pair, 0) for pair in pairs)), sum(group.values())
    return found

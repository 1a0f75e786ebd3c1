"""H, A, M0, headcounts and contributions of every group, exact to the last division.

Source: S. Alkire and J. Foster, Counting and multidimensional poverty measurement, Journal of Public Economics 95
(2011). Formulas, guarantees and worked numbers: docs/algorithms/measures.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from giamngheo.analysis.measures.cells import Cells
from giamngheo.analysis.measures.totals import Summed, Sums
from giamngheo.analysis.measures.weights import Weighting


@dataclass(frozen=True, slots=True)
class Group:
    """Sums of one group, all whole numbers; every measure is one division of them.

    n rows; population, poor, vulnerable, severe, raw[j], censored[j] in units of 1/weight_scale; score also of
    1/denominator. A measure whose divisor is 0 is None: nobody there has no rate.
    """

    by: tuple[Any, ...]
    n: int
    population: int
    poor: int
    score: int
    vulnerable: int
    severe: int
    raw: tuple[int, ...]
    censored: tuple[int, ...]
    weighting: Weighting

    @property
    def H(self) -> Fraction | None:  # noqa: N802 - the literature's letters
        return _over(self.poor, self.population)

    @property
    def A(self) -> Fraction | None:  # noqa: N802
        return _over(self.score, self.weighting.denominator * self.poor)

    @property
    def M0(self) -> Fraction | None:  # noqa: N802
        return _over(self.score, self.weighting.denominator * self.population)

    def headcount(self, at: int) -> Fraction | None:
        """Uncensored: the share deprived in indicator `at`, poor or not."""
        return _over(self.raw[at], self.population)

    def censored_headcount(self, at: int) -> Fraction | None:
        """The share poor and deprived in indicator `at`."""
        return _over(self.censored[at], self.population)

    def absolute_contribution(self, at: int) -> Fraction | None:
        """Weight times censored headcount: these add up to M0."""
        return _over(self.weighting.numerators[at] * self.censored[at], self.weighting.denominator * self.population)

    def contribution(self, at: int) -> Fraction | None:
        """The indicator's share of M0: these add up to one; None where nobody is poor."""
        return _over(self.weighting.numerators[at] * self.censored[at], self.score)


def _over(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


@dataclass(frozen=True)
class Result:
    """All groups of one weighting and one k, in the cells' order of groups."""

    weighting: Weighting
    k: Fraction
    groups: tuple[Group, ...]


def measure(cells: Cells, weightings: Sequence[Weighting], cutoffs: Sequence[Fraction]) -> list[Result]:
    """Measures of every group of the cells, for each weighting and each k. Blanks must be settled before."""
    return measure_sums(Sums(cells), weightings, cutoffs)


def measure_sums(sums: Sums, weightings: Sequence[Weighting], cutoffs: Sequence[Fraction]) -> list[Result]:
    """As measure, where the sums of cells are there already: another k costs one small product."""
    if sums.cells.blank is not None:
        raise ValueError("settle_blanks comes first")
    base = sums.base()
    ordered = [weighting.reordered(sums.cells.indicators) for weighting in weightings]
    return [Result(each, k, _groups(sums, base, each, k)) for each in ordered for k in cutoffs]


def _groups(sums: Sums, base: Summed, weighting: Weighting, k: Fraction) -> tuple[Group, ...]:
    poor = sums.poor(weighting, k)
    columns = (base.rows, base.population, poor.poor, poor.score, poor.vulnerable, poor.severe)
    figures = zip(*(column.tolist() for column in columns), strict=True)
    lists = zip(base.raw.tolist(), poor.censored.tolist(), strict=True)
    return tuple(
        Group(by, one[0], one[1], one[2], one[3], one[4], one[5], tuple(raw), tuple(censored), weighting)
        for by, one, (raw, censored) in zip(sums.cells.groups, figures, lists, strict=True)
    )

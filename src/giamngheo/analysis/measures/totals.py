"""Sums over cells: for every group, the sum of weight times a whole-number function of the pattern. Exact.

int64 where no sum can reach 2**62 (28 million households allow a denominator of 10**11), Python's integers beyond.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from giamngheo.analysis.measures.cells import Cells, Ints
from giamngheo.analysis.measures.weights import Weighting

TABLE_BITS = 16  # up to so many indicators, all patterns stand in one table
DENSE = 1 << 22
CHUNK = 1 << 18
SEVERE, VULNERABLE = Fraction(1, 2), Fraction(1, 5)


@dataclass(frozen=True)
class Patterns:
    """The patterns that occur: `bits[p, j]` is 1 where pattern p has indicator j; `at` gives p for each cell."""

    bits: Ints
    at: Ints


def patterns_of(cells: Cells) -> Patterns:
    """All patterns in one table while there are few indicators, else those that occur."""
    count = len(cells.indicators)
    if count <= TABLE_BITS and len(cells.pattern) * 4 >= 1 << count:
        values, at = np.arange(1 << count, dtype=np.int64), cells.pattern
    else:
        values, at = np.unique(cells.pattern, return_inverse=True)
    return Patterns((values[:, None] >> np.arange(count)) & 1, at)


@dataclass(frozen=True)
class Summed:
    """Sums by group, rows being groups; whole numbers in units of 1/weight_scale."""

    rows: Ints  # unweighted rows
    population: Ints
    raw: Ints  # by indicator: deprived


@dataclass(frozen=True)
class Poor:
    """Sums over those whose score reaches k; `score` is in units of 1/denominator."""

    poor: Ints
    score: Ints
    vulnerable: Ints
    severe: Ints
    censored: Ints  # by indicator: deprived and poor


class Sums:
    """One set of cells, ready to be summed with any weighting and k."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.patterns = patterns_of(cells)
        self.groups = len(cells.groups)
        size = len(self.patterns.bits)
        self._matrix: Any = None
        self._order: Any = None
        if self.groups * size <= max(DENSE, 4 * len(cells.n)):
            key = cells.group * size + self.patterns.at
            self._matrix = np.zeros(self.groups * size, np.int64)
            np.add.at(self._matrix, key, cells.weights)
            self._matrix = self._matrix.reshape(self.groups, size)
        else:
            self._order = np.argsort(cells.group, kind="stable")
        total = int(cells.weights.sum()) if len(cells.n) else 0
        self.population = total

    def base(self) -> Summed:
        """What depends on neither weights nor k."""
        rows = np.zeros(self.groups, np.int64)
        np.add.at(rows, self.cells.group, self.cells.n)
        ones = np.ones((len(self.patterns.bits), 1), np.int64)
        told = self._sum(np.hstack([ones, self.patterns.bits]), 1)
        return Summed(rows, told[:, 0], told[:, 1:])

    def poor(self, weighting: Weighting, k: Fraction) -> Poor:
        """Sums over the poor under a weighting (in the cells' order of indicators) and a cut-off."""
        told = self._sum(poor_functions(self.patterns.bits, weighting, k), weighting.denominator)
        return Poor(told[:, 0], told[:, 1], told[:, 2], told[:, 3], told[:, 4:])

    def _sum(self, functions: Any, greatest: int) -> Any:
        """[group, function]: the sum of weight * function(pattern)."""
        if self.population * greatest >= 1 << 62 or functions.dtype == object:
            return self._sum_large(functions)
        if self._matrix is not None:
            return self._matrix @ functions
        result = np.zeros((self.groups, functions.shape[1]), np.int64)
        for start in range(0, len(self._order), CHUNK):
            part = self._order[start : start + CHUNK]
            group, weights = self.cells.group[part], self.cells.weights[part]
            starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
            values = weights[:, None] * functions[self.patterns.at[part]]
            result[group[starts]] += np.add.reduceat(values, starts, axis=0)
        return result

    def _sum_large(self, functions: Any) -> Any:
        result = np.zeros((self.groups, functions.shape[1]), object)
        values = self.cells.weights.astype(object)[:, None] * functions.astype(object)[self.patterns.at]
        np.add.at(result, self.cells.group, values)
        return result


def scores(bits: Ints, weighting: Weighting) -> Any:
    """The score of each pattern in units of 1/denominator."""
    large = weighting.denominator >= 1 << 62
    numerators = np.array(weighting.numerators, object if large else np.int64)
    return (bits.astype(object) if large else bits) @ numerators


def poor_functions(bits: Ints, weighting: Weighting, k: Fraction) -> Any:
    """Columns: poor; poor * score; vulnerable; severe; poor * bit of every indicator."""
    score = scores(bits, weighting)
    bar = weighting.threshold(k)
    poor = score >= bar
    vulnerable = ~poor & (score >= weighting.threshold(VULNERABLE))
    severe = poor & (score >= weighting.threshold(SEVERE))
    kind = score.dtype
    columns = [each.astype(kind)[:, None] for each in (poor, poor * score, vulnerable, severe)]
    return np.hstack([*columns, bits.astype(kind) * poor.astype(kind)[:, None]])

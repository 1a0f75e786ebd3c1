"""Standard errors of every measure under strata, clusters and weights, by Taylor linearisation.

Every measure is a ratio R = X/Y of two weighted sums. Its linearised value of a row in the group is z = (x - R y)/Y, 0
for rows elsewhere. With u the sum of w z over a primary sampling unit (PSU), the variance is the sum over strata of
m/(m-1) * (sum u^2 - (sum u)^2/m), m being the stratum's PSUs, those without a row of the group included.
A stratum with a single PSU is centred at the overall mean, 0: the variance is then too large rather than too small.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from giamngheo.analysis.measures.cells import Cells, Floats, Ints
from giamngheo.analysis.measures.totals import Patterns, patterns_of, poor_functions
from giamngheo.analysis.measures.weights import Weighting

CHUNK = 1 << 17


@dataclass(frozen=True)
class Errors:
    """By group (rows) and measure (columns, see `names`): the estimate, its standard error, degrees of freedom."""

    names: tuple[str, ...]
    estimate: Floats
    error: Floats
    freedom: Ints
    lone: int  # strata with one PSU


@dataclass(frozen=True)
class _Units:
    """What is summed within a stratum: pairs of group and PSU, or cells where every row is a PSU of its own."""

    group: Ints
    stratum: Ints
    sums: Floats | None  # [unit, function]: weighted sums over the unit's rows
    pattern: Ints | None  # of a cell, where every row is its own PSU
    w: Floats
    w2: Floats


class Design:
    """The design of a set of cells (`stratum` is there; `psu` too unless every row is its own)."""

    def __init__(self, cells: Cells) -> None:
        if cells.stratum is None:
            raise ValueError("these cells carry no survey design")
        self.cells, self.patterns = cells, patterns_of(cells)
        self.groups = len(cells.groups)
        self.size = _psus_by_stratum(cells)
        self.lone = int((self.size == 1).sum())
        self._places: NDArray[np.int64] | None = None

    def errors(self, weighting: Weighting, k: Fraction) -> Errors:
        """Standard errors of H, A, M0, vulnerable, severe, headcounts, censored headcounts and contributions."""
        functions, names, tops, bottoms, scales = _ratios(self.patterns, weighting, k)
        units = _pairs(self.cells, self.patterns, functions) if self.cells.psu is not None else _rows(self.cells)
        totals = self._totals(functions)
        with np.errstate(all="ignore"):
            estimate = scales * totals[:, tops] / totals[:, bottoms]
        pairs, place = np.unique(units.group * self.cells.strata + units.stratum, return_inverse=True)
        first = np.zeros((len(pairs), len(names)))
        second = np.zeros_like(first)
        for start in range(0, len(units.group), CHUNK):
            part = slice(start, start + CHUNK)
            u, u2 = self._linear(units, part, functions, estimate, totals, (tops, bottoms, scales))
            _add(first, place[part], u)
            _add(second, place[part], u2)
        variance = self._variance(pairs, first, second)
        error = np.sqrt(np.where(np.isnan(estimate), np.nan, np.maximum(variance, 0)))
        return Errors(names, estimate, error, _freedom(self.cells), self.lone)

    def _totals(self, functions: Floats) -> Floats:
        totals = np.zeros((self.groups, functions.shape[1]))
        for start in range(0, len(self.cells.n), CHUNK):
            part = slice(start, start + CHUNK)
            weights = self.cells.weights[part].astype(np.float64)
            _add(totals, self.cells.group[part], weights[:, None] * functions[self.patterns.at[part]])
        return totals

    def _linear(
        self,
        units: _Units,
        part: slice,
        functions: Floats,
        estimate: Floats,
        totals: Floats,
        ratios: tuple[Ints, Ints, Floats],
    ) -> tuple[Floats, Floats]:
        """Sum of w z, and of its square, over each unit (a PSU), or over the rows of a cell."""
        tops, bottoms, scales = ratios
        group = units.group[part]
        values = units.sums[part] if units.sums is not None else functions[units.pattern[part]]  # type: ignore[index]
        with np.errstate(all="ignore"):
            z = (scales * values[:, tops] - estimate[group] * values[:, bottoms]) / totals[group][:, bottoms]
        z = np.nan_to_num(z, copy=False)
        if units.sums is not None:
            return z, z * z
        return z * units.w[part, None], z * z * units.w2[part, None]

    def _variance(self, pairs: Ints, first: Floats, second: Floats) -> Floats:
        """By group: what its strata add up to; `pairs` is group * strata + stratum."""
        size = self.size[pairs % self.cells.strata].astype(np.float64)[:, None]
        spread = second - first**2 / np.maximum(size, 1)
        within = np.where(size > 1, size / np.maximum(size - 1, 1) * spread, second)
        result = np.zeros((self.groups, first.shape[1]))
        _add(result, pairs // self.cells.strata, within)
        return result


def _ratios(
    patterns: Patterns, weighting: Weighting, k: Fraction
) -> tuple[Floats, tuple[str, ...], Ints, Ints, Floats]:
    """Functions of patterns, and each measure as scale * function[top] / function[bottom]."""
    poor = poor_functions(patterns.bits, weighting, k)
    ones = np.ones((len(patterns.bits), 1))
    functions = np.hstack([ones, patterns.bits, poor.astype(np.float64)])
    count, d = len(weighting.indicators), float(weighting.denominator)
    base = 1 + count  # column of "poor"
    rows: list[tuple[str, int, int, float]] = [
        ("H", base, 0, 1.0), ("A", base + 1, base, 1 / d), ("M0", base + 1, 0, 1 / d),
        ("vulnerable", base + 2, 0, 1.0), ("severe", base + 3, 0, 1.0),
    ]  # fmt: skip
    rows += [(f"headcount:{at}", 1 + at, 0, 1.0) for at in range(count)]
    rows += [(f"censored:{at}", base + 4 + at, 0, 1.0) for at in range(count)]
    weights = weighting.numerators
    rows += [(f"contribution:{at}", base + 4 + at, base + 1, float(weights[at])) for at in range(count)]
    names, tops, bottoms, scales = zip(*rows, strict=True)
    return functions, names, np.array(tops), np.array(bottoms), np.array(scales)


def _pairs(cells: Cells, patterns: Patterns, functions: Floats) -> _Units:
    """Weighted sums over each pair of group and PSU."""
    assert cells.psu is not None  # noqa: S101 - asked before
    assert cells.stratum is not None  # noqa: S101
    key = cells.group * (int(cells.psu.max()) + 1 if len(cells.psu) else 1) + cells.psu
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.r_[True, np.diff(key[order]) != 0]) if len(order) else np.zeros(0, np.int64)
    ends = np.r_[starts[1:], len(order)]
    sums = np.zeros((len(starts), functions.shape[1]))
    for at in range(0, len(starts), CHUNK // 64):
        here, to = starts[at : at + CHUNK // 64], ends[min(at + CHUNK // 64, len(starts)) - 1]
        part = order[here[0] : to]
        values = cells.weights[part].astype(np.float64)[:, None] * functions[patterns.at[part]]
        sums[at : at + len(here)] = np.add.reduceat(values, here - here[0], axis=0)
    first = order[starts]
    nothing = np.zeros(0)
    return _Units(cells.group[first], cells.stratum[first], sums, None, nothing, nothing)


def _rows(cells: Cells) -> _Units:
    assert cells.stratum is not None  # noqa: S101 - asked before
    weights = cells.weights.astype(np.float64)
    squares = cells.w2 if cells.w2 is not None else cells.n.astype(np.float64)
    return _Units(cells.group, cells.stratum, None, patterns_of(cells).at, weights, squares)


def _add(target: Floats, place: Ints, values: Floats) -> None:
    """target[place] += values, column by column: much faster than np.add.at on rows."""
    for column in range(values.shape[1]):
        target[:, column] += np.bincount(place, values[:, column], minlength=len(target))


def _psus_by_stratum(cells: Cells) -> Ints:
    assert cells.stratum is not None  # noqa: S101 - asked before
    if cells.psu is None:
        return np.bincount(cells.stratum, cells.n, minlength=cells.strata).astype(np.int64)
    _, first = np.unique(cells.psu, return_index=True)
    return np.bincount(cells.stratum[first], minlength=cells.strata)


def _freedom(cells: Cells) -> Ints:
    """PSUs minus strata where each group has rows."""
    assert cells.stratum is not None  # noqa: S101 - asked before
    groups = len(cells.groups)
    pairs = np.unique(cells.group * cells.strata + cells.stratum) // max(cells.strata, 1)
    strata = np.bincount(pairs, minlength=groups)
    if cells.psu is None:
        psus = np.bincount(cells.group, cells.n, minlength=groups).astype(np.int64)
    else:
        size = int(cells.psu.max()) + 1 if len(cells.psu) else 1
        psus = np.bincount(np.unique(cells.group * size + cells.psu) // size, minlength=groups)
    return psus - strata


def columns_of(names: Sequence[str], prefix: str) -> list[int]:
    """The columns of a family ("headcount", "censored", "contribution"), in the order of indicators."""
    return [at for at, name in enumerate(names) if name.startswith(prefix + ":")]

"""Means of a stratified sample of households, their changes, and two groups of it: docs/algorithms/surveys.md.

In plain Python, for a few hundred households on a PC without numpy. Without finite sample correction the errors are
those of `survey.Design` with households as their own units.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from giamngheo.analysis.measures.changes import Estimate
from giamngheo.analysis.measures.student import quantile, two_sided


class Row(NamedTuple):
    """A household's answer, or its change. `inside`: of the group that is set against the others."""

    stratum: Hashable
    value: float
    inside: bool = True


class Interval(NamedTuple):
    """Ends of an interval."""

    low: float
    high: float


class Contrast(NamedTuple):
    """Two groups of one sample; None where a group has nobody. `difference`: inside less outside."""

    inside: Estimate | None
    outside: Estimate | None
    difference: Estimate | None
    inside_number: int
    outside_number: int


def mean(rows: Sequence[Row], sizes: Mapping[Any, int], *, finite: bool = True) -> Estimate | None:
    """The mean of the frame's households. `sizes`: households of each stratum in the frame. None without rows."""
    if not rows:
        return None
    value, linear = _domain(rows, _weights(rows, sizes), [True] * len(rows))
    return Estimate(value, _error(rows, linear, sizes, finite=finite), _freedom(rows))


def contrast(rows: Sequence[Row], sizes: Mapping[Any, int]) -> Contrast:
    """The mean inside the group, outside of it, and their difference; without finite sample correction."""
    weights = _weights(rows, sizes)
    found: list[Estimate | None] = []
    linears: list[list[float]] = []
    for side in (True, False):
        members = [each.inside == side for each in rows]
        if any(members):
            value, linear = _domain(rows, weights, members)
            own = [row for row, member in zip(rows, members, strict=True) if member]
            found.append(Estimate(value, _error(rows, linear, sizes, finite=False), _freedom(own)))
            linears.append(linear)
        else:
            found.append(None)
    number, (inside, outside) = sum(each.inside for each in rows), found
    difference = None
    if inside is not None and outside is not None:
        apart = [a - b for a, b in zip(*linears, strict=True)]
        error = _error(rows, apart, sizes, finite=False)
        difference = Estimate(inside.value - outside.value, error, _freedom(rows))
    return Contrast(inside, outside, difference, number, len(rows) - number)


def plain_interval(estimate: Estimate, level: float = 0.95) -> Interval | None:
    """Value ± t · error (`intervals.WALD`)."""
    if estimate.error is None or estimate.freedom <= 0:
        return None
    half = quantile(estimate.freedom, level) * estimate.error
    return Interval(estimate.value - half, estimate.value + half)


def share_interval(estimate: Estimate, level: float = 0.95) -> Interval | None:
    """Of a share: on the scale of its logit (`intervals.LOGIT`); none for nobody or everybody."""
    share = estimate.value
    if estimate.error is None or estimate.freedom <= 0 or not 0 < share < 1:
        return None
    half = quantile(estimate.freedom, level) * estimate.error / (share * (1 - share))
    at = math.log(share / (1 - share))
    return Interval(1 / (1 + math.exp(half - at)), 1 / (1 + math.exp(-half - at)))


def p_value(estimate: Estimate) -> float | None:
    """Two-sided, of a difference that is 0; None where there is no error to set it against."""
    if not estimate.error or estimate.freedom <= 0:
        return None
    return two_sided(estimate.value / estimate.error, estimate.freedom)


def _weights(rows: Sequence[Row], sizes: Mapping[Any, int]) -> list[float]:
    drawn: dict[Hashable, int] = defaultdict(int)
    for row in rows:
        drawn[row.stratum] += 1
    return [sizes[row.stratum] / drawn[row.stratum] for row in rows]


def _domain(rows: Sequence[Row], weights: Sequence[float], members: Sequence[bool]) -> tuple[float, list[float]]:
    """The weighted mean of the members, and what each row adds to it (nothing outside)."""
    total = math.fsum(w for w, member in zip(weights, members, strict=True) if member)
    value = math.fsum(w * row.value for row, w, member in zip(rows, weights, members, strict=True) if member) / total
    linear = [
        w * (row.value - value) / total if member else 0.0
        for row, w, member in zip(rows, weights, members, strict=True)
    ]
    return value, linear


def _error(rows: Sequence[Row], linear: Sequence[float], sizes: Mapping[Any, int], *, finite: bool) -> float:
    strata: dict[Hashable, list[float]] = defaultdict(list)
    for row, z in zip(rows, linear, strict=True):
        strata[row.stratum].append(z)
    variance = 0.0
    for stratum, zs in strata.items():
        n = len(zs)
        middle = math.fsum(zs) / n if n > 1 else 0.0  # one alone: its distance from the whole mean
        spread = math.fsum((z - middle) ** 2 for z in zs) * (n / (n - 1) if n > 1 else 1.0)
        variance += spread * (1 - n / sizes[stratum] if finite else 1.0)
    return math.sqrt(max(variance, 0.0))


def _freedom(rows: Sequence[Row]) -> int:
    return len(rows) - len({each.stratum for each in rows})

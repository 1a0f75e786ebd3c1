"""Changes between two rounds: absolute, relative and annualised, with tests where standard errors are known.

The rounds are taken for independent samples unless their covariance is given. Relative changes use the delta method.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Estimate:
    """A measure in a round: its value, its standard error (None for a census) and degrees of freedom."""

    value: float
    error: float | None = None
    freedom: int = 0


@dataclass(frozen=True)
class Change:
    """`years` apart. Relative changes are shares of the first value; None where it is 0. Errors None for a census."""

    absolute: float
    absolute_error: float | None
    relative: float | None
    relative_error: float | None
    annual_absolute: float
    annual_relative: float | None
    statistic: float | None
    p_value: float | None


def change(before: Estimate, after: Estimate, years: float, covariance: float = 0.0) -> Change:
    """The change from one round to a later one. Raises ValueError unless years > 0.

    annual_absolute = (after - before)/years; annual_relative = (after/before)**(1/years) - 1. The test is of no change:
    t = difference / its error, two-sided, with the degrees of freedom of both rounds together.
    """
    if years <= 0:
        raise ValueError(f"the rounds must be some years apart: {years}")
    difference = after.value - before.value
    ratio = after.value / before.value if before.value else None
    error, relative_error = _errors(before, after, ratio, covariance)
    statistic = difference / error if error else None
    return Change(
        absolute=difference,
        absolute_error=error,
        relative=None if ratio is None else ratio - 1,
        relative_error=relative_error,
        annual_absolute=difference / years,
        annual_relative=None if ratio is None else math.pow(ratio, 1 / years) - 1,
        statistic=statistic,
        p_value=_two_sided(statistic, before.freedom + after.freedom),
    )


def _errors(before: Estimate, after: Estimate, ratio: float | None, covariance: float) -> tuple[Any, Any]:
    if before.error is None or after.error is None:
        return None, None
    variance = before.error**2 + after.error**2 - 2 * covariance
    absolute = math.sqrt(max(variance, 0.0))
    if ratio is None:
        return absolute, None
    spread = after.error**2 + ratio**2 * before.error**2 - 2 * ratio * covariance
    return absolute, math.sqrt(max(spread, 0.0)) / before.value


def _two_sided(statistic: float | None, freedom: int) -> float | None:
    if statistic is None or freedom <= 0:
        return None
    from scipy.special import stdtr

    return float(2 * stdtr(freedom, -abs(statistic)))

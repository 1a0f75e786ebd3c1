"""A z-score of what was measured, plain and as WHO counts on beyond three standard deviations."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import exp, log

from giamngheo.support.growth.tables import Coefficients

_OUTER = 3


def zscore(value: float, at: Coefficients, *, of_weight: bool) -> Decimal:
    """`value` against the coefficients, to two decimals; `of_weight`: counted on in equal steps beyond ±3."""
    z = _plain(value, at)
    if of_weight and abs(z) > _OUTER:
        side = 1 if z > 0 else -1
        third, second = _value_at(side * _OUTER, at), _value_at(side * (_OUTER - 1), at)
        z = side * _OUTER + (value - third) / abs(third - second)
    return Decimal(repr(z)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _plain(value: float, at: Coefficients) -> float:
    if at.power == 0:
        return log(value / at.median) / at.spread
    return float(((value / at.median) ** at.power - 1) / (at.power * at.spread))


def _value_at(z: float, at: Coefficients) -> float:
    if at.power == 0:
        return at.median * exp(at.spread * z)
    return float(at.median * (1 + at.power * at.spread * z) ** (1 / at.power))

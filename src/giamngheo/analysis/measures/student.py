"""Student's t without numpy or scipy, for a commune's PC: the two-sided chance, and the quantile of an interval.

The regularised incomplete beta function by its continued fraction (modified Lentz); tests hold both to scipy.
"""

from __future__ import annotations

import math

_TINY, _CLOSE, _MOST = 1e-300, 1e-15, 500


def two_sided(statistic: float, freedom: int) -> float:
    """The chance of so great a |t|. Raises ValueError unless freedom > 0."""
    if freedom <= 0:
        raise ValueError("no degree of freedom")
    whole = freedom + statistic * statistic
    return _beta(freedom / 2, 0.5, freedom / whole, statistic * statistic / whole)


def quantile(freedom: int, level: float = 0.95) -> float:
    """The t that |t| stays below with the chance `level`. Raises ValueError unless freedom > 0."""
    low, high = 0.0, 1.0
    while two_sided(high, freedom) > 1 - level:
        high *= 2
    for _turn in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if two_sided(middle, freedom) > 1 - level else (low, middle)
    return (low + high) / 2


def _beta(a: float, b: float, x: float, rest: float) -> float:
    """I_x(a, b); `rest` is 1 - x, given apart so that a tiny one keeps its digits."""
    if x <= 0 or rest <= 0:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, rest) / b


def _fraction(a: float, b: float, x: float) -> float:
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, _MOST):
        step = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / _away(1 + step * d), _away(1 + step / c)
        found *= d * c
        step = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / _away(1 + step * d), _away(1 + step / c)
        found *= d * c
        if abs(d * c - 1) < _CLOSE:
            break
    return found


def _away(value: float) -> float:
    return value if abs(value) > _TINY else _TINY

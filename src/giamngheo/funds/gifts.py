"""Figures of gifts: quantities, the value of what is used, what a fund publishes. Pure; docs/algorithms/gifts.md."""

from __future__ import annotations

from fractions import Fraction

from giamngheo.foundation.numbers import format_number

PER_UNIT = 100


def value_of(used: int, balance: int, hundredths: int) -> int:
    """Đồng of `used` out of `hundredths` worth `balance`: in proportion, rounded half up; the last of it is all."""
    if used >= hundredths:
        return balance
    return (2 * balance * used + hundredths) // (2 * hundredths)


def quantity(hundredths: int, measure: str) -> str:
    """12,5 kg."""
    return f"{format_number(Fraction(hundredths, PER_UNIT))} {measure}".strip()

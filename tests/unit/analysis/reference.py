"""The measures once more, the slow and obvious way: rows, fractions, loops. What the quick way is held against."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def naive(rows: Sequence[Sequence[int]], weights: Sequence[Fraction], k: Fraction, sizes: Sequence[int] | None = None):
    """H, A, M0, headcounts, censored headcounts, contributions; None where a divisor is 0."""
    sizes = sizes or [1] * len(rows)
    total = sum(sizes)
    scores = [sum((w for w, bit in zip(weights, row, strict=True) if bit), Fraction(0)) for row in rows]
    poor = [score >= k for score in scores]
    count = sum(size for size, is_poor in zip(sizes, poor, strict=True) if is_poor)
    depth = sum(
        (size * score for size, score, is_poor in zip(sizes, scores, poor, strict=True) if is_poor), Fraction(0)
    )
    places = range(len(weights))
    raw = [sum(size for size, row in zip(sizes, rows, strict=True) if row[at]) for at in places]
    censored = [sum(s for s, row, p in zip(sizes, rows, poor, strict=True) if p and row[at]) for at in places]
    return {
        "H": Fraction(count, total) if total else None,
        "A": depth / count if count else None,
        "M0": depth / total if total else None,
        "headcount": [Fraction(each, total) if total else None for each in raw],
        "censored": [Fraction(each, total) if total else None for each in censored],
        "contribution": [weights[at] * censored[at] / depth if depth else None for at in places],
    }


def told(group) -> dict:
    """The same shape from a Group."""
    places = range(len(group.raw))
    return {
        "H": group.H, "A": group.A, "M0": group.M0,
        "headcount": [group.headcount(at) for at in places],
        "censored": [group.censored_headcount(at) for at in places],
        "contribution": [group.contribution(at) for at in places],
    }  # fmt: skip


def naive_variance(rows, values):
    """Variance of a ratio by its definition: `rows` are (stratum, psu, weight), `values` their linearised values."""
    strata: dict = {}
    for (stratum, psu, weight), z in zip(rows, values, strict=True):
        strata.setdefault(stratum, {}).setdefault(psu, 0.0)
        strata[stratum][psu] += weight * z
    variance = 0.0
    for psus in strata.values():
        m = len(psus)
        mean = sum(psus.values()) / m
        spread = sum((u - mean) ** 2 for u in psus.values()) if m > 1 else sum(u**2 for u in psus.values())
        variance += (m / (m - 1) if m > 1 else 1) * spread
    return variance

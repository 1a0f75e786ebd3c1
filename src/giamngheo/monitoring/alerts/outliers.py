"""Which of several villages is far from the others, small numbers guarded. Pure. Prose: docs/algorithms/alerts.md."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import median
from typing import NamedTuple

LEAST_VILLAGES = 5  # of fewer nothing is usual
LEAST_HOMES = 30  # a village with fewer is neither judged nor counted among the others
FAR = 3.5
LEAST_APART = 3  # households more or fewer than the usual share would give
_NORMAL = 1.4826  # makes the median deviation a standard deviation where shares are normally spread


class Share(NamedTuple):
    """`some` of `homes` households of a village."""

    village: int
    homes: int
    some: int


class Outlier(NamedTuple):
    """`usual`: the share in the median village; `distance`: how many deviations away, negative below."""

    share: Share
    usual: float
    distance: float


def outliers(shares: Sequence[Share]) -> list[Outlier]:
    """The farthest first.

    A deviation is the larger of how far villages lie from their median and of what chance alone makes of a village of
    that size: without the second, one more household in a hamlet of thirty would be news.
    """
    judged = [each for each in shares if each.homes >= LEAST_HOMES]
    if len(judged) < LEAST_VILLAGES:
        return []
    rates = [each.some / each.homes for each in judged]
    usual = median(rates)
    spread = _NORMAL * median(abs(rate - usual) for rate in rates)
    # Where most villages have none, chance is measured by the share of them all.
    together = sum(each.some for each in judged) / sum(each.homes for each in judged)
    likely = usual or together
    found = []
    for each, rate in zip(judged, rates, strict=True):
        deviation = max(spread, sqrt(likely * (1 - likely) / each.homes))
        apart = abs(each.some - usual * each.homes)
        distance = (rate - usual) / deviation if deviation else 0.0
        if abs(distance) > FAR and apart >= LEAST_APART:
            found.append(Outlier(each, usual, distance))
    return sorted(found, key=lambda each: -abs(each.distance))

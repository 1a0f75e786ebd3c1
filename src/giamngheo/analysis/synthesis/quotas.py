"""How many households of each class a commune gets: rounded so that sums are right, not drawn by chance.

Running totals are rounded and their differences taken: every commune is within one of what it should have, every
sum over communes in order within one too, and poor households are never more than poor and near-poor ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import floor
from typing import NamedTuple

from giamngheo.analysis.synthesis.places import Place
from giamngheo.analysis.synthesis.rates import RegionRates


class Quota(NamedTuple):
    """Households of a commune by class, and how many of each are of ethnic minorities."""

    place: Place
    poor: int
    near_poor: int
    not_poor: int
    ethnic: tuple[int, int, int]

    @property
    def households(self) -> int:
        return self.poor + self.near_poor + self.not_poor


def rounded(wanted: Sequence[float]) -> list[int]:
    """Whole numbers with the sums of `wanted`, within one everywhere."""
    totals = [floor(total + 0.5) for total in accumulate(wanted)]
    return [now - before for before, now in zip([0, *totals], totals, strict=False)]


def shared_out(places: Sequence[Place], households: int, regions: dict[str, RegionRates], *, fit: bool) -> list[Quota]:
    """Quotas of `households` households. `fit`: each region's sum is held to its rate, whatever communes were hit."""
    counts = rounded([place.share * households for place in places])
    scale_both, scale_poor = (
        _scales(places, counts, regions) if fit else (defaultdict(lambda: 1.0), defaultdict(lambda: 1.0))
    )
    wanted = [count * min(1.0, p.both * scale_both[p.region]) for p, count in zip(places, counts, strict=True)]
    both = rounded(wanted)
    poor = rounded([n * min(1.0, p.poor / p.both * scale_poor[p.region]) for p, n in zip(places, both, strict=True)])
    rest = [count - n for count, n in zip(counts, both, strict=True)]
    near = [n - m for n, m in zip(both, poor, strict=True)]
    among = [regions[p.region] for p in places]
    ethnic = [
        rounded([n * share for n, share in zip(column, shares, strict=True)])
        for column, shares in (
            (poor, [each.ethnic_poor for each in among]),
            (near, [each.ethnic_poor for each in among]),
            (rest, [each.ethnic_other for each in among]),
        )
    ]
    return [
        Quota(place, p, n, r, (a, b, c))
        for place, p, n, r, a, b, c in zip(places, poor, near, rest, *ethnic, strict=True)
        if p + n + r
    ]


def _scales(
    places: Sequence[Place], counts: Sequence[int], regions: dict[str, RegionRates]
) -> tuple[dict[str, float], dict[str, float]]:
    """By region: what a commune's rates are multiplied by so that the region's households have the region's rates.

    The region's rate is held against its share of the nation, not against the households that rounding gave it.
    """
    total = sum(counts)
    both: dict[str, float] = defaultdict(float)
    poor: dict[str, float] = defaultdict(float)
    for place, count in zip(places, counts, strict=True):
        both[place.region] += count * place.both
        poor[place.region] += count * place.poor
    scale_both, scale_poor = defaultdict(lambda: 1.0), defaultdict(lambda: 1.0)
    for key, region in regions.items():
        if both[key]:
            scale_both[key] = total * region.share * region.both / both[key]
            scale_poor[key] = (region.poor / region.both) / (poor[key] / both[key])
    return scale_both, scale_poor

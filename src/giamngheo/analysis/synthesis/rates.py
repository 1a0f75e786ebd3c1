"""From published figures to a rate for every province: printed ones are held, the rest of a region shares what remains.

Prose with the contradictions of the published figures: docs/algorithms/synth.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from giamngheo.analysis.synthesis.assumptions import ETHNIC_SHARE
from giamngheo.analysis.synthesis.targets import NATIONS, PROVINCES, REGION_OF, REGIONS, Nation


class RegionRates(NamedTuple):
    """Households (share of the nation), rates as fractions, and the share of ethnic minorities in each class."""

    share: float
    poor: float
    both: float
    ethnic_poor: float
    ethnic_other: float


class ProvinceRates(NamedTuple):
    """Share of the nation's households, and rates as fractions."""

    share: float
    poor: float
    both: float


def regions(year: int) -> dict[str, RegionRates]:
    """Every region's rates in a year of `NATIONS`; they add up to the nation's printed rates exactly."""
    nation, of_2024 = NATIONS[year], NATIONS[2024]
    total = float(of_2024.households)
    households = {each.key: each.both * 10_000 / each.both_rate for each in REGIONS}
    households["southeast"] = total - sum(count for key, count in households.items() if key != "southeast")
    known = sum(each.poor for each in REGIONS if each.poor is not None)
    others = sum(each.both for each in REGIONS if each.poor is None)
    share_poor = (of_2024.poor - known) / others
    both = {each.key: each.both * _ratio(nation.both_rate, of_2024.both_rate) for each in REGIONS}
    poor = {
        each.key: (each.both * share_poor if each.poor is None else each.poor)
        * _ratio(nation.poor_rate, of_2024.poor_rate)
        for each in REGIONS
    }
    odds = _odds(nation, households, poor)
    return {
        key: _region(key, count, total, poor[key], both[key], odds) for key, count in households.items()
    }  # fmt: skip


def _ratio(rate: int, base: int) -> float:
    return rate / base


def _region(key: str, count: float, total: float, poor: float, both: float, odds: float) -> RegionRates:
    share = ETHNIC_SHARE[key]
    among = _among(share, odds)
    other = (share * count - among * both) / (count - both)
    return RegionRates(count / total, poor / count, both / count, among, max(0.0, other))


def _among(share: float, odds: float) -> float:
    """Share of ethnic minorities among the poor where they are `share` of all."""
    return odds * share / (odds * share + 1 - share)


def _odds(nation: Nation, households: Mapping[str, float], poor: Mapping[str, float]) -> float:
    """The odds that give ethnic-minority households their printed poor rate; 2024's where a year prints none."""
    if nation.ethnic_poor is None:
        nation = NATIONS[2024]
        scale = nation.poor / sum(poor.values())
        poor = {key: value * scale for key, value in poor.items()}
    assert nation.ethnic_poor is not None  # noqa: S101 for the type checker: 2024 prints it
    wanted = nation.ethnic_poor / 10_000 * sum(ETHNIC_SHARE[key] * count for key, count in households.items())
    low, high = 1.0, 10_000.0
    for _step in range(80):
        middle = (low + high) / 2
        found = sum(_among(ETHNIC_SHARE[key], middle) * poor[key] for key in households)
        low, high = (middle, high) if found < wanted else (low, middle)
    return (low + high) / 2


def provinces(year: int, weights: Mapping[str, float]) -> dict[str, ProvinceRates]:
    """Rates by province code; `weights`: how large a province is among those without a printed count."""
    found: dict[str, ProvinceRates] = {}
    total = NATIONS[2024].households
    for key, region in regions(year).items():
        codes = [code for code in weights if REGION_OF[code] == key]
        shares = _shares(codes, weights, region.share, total)
        found |= _within(codes, shares, region, year)
    return found


def _shares(codes: list[str], weights: Mapping[str, float], share: float, total: int) -> dict[str, float]:
    counted = {
        each.code: each.households / total for each in PROVINCES if each.households is not None and each.code in codes
    }
    rest = share - sum(counted.values())
    weight = sum(weights[code] for code in codes if code not in counted)
    return {code: counted.get(code, rest * weights[code] / weight) for code in codes}


def _within(codes: list[str], shares: Mapping[str, float], region: RegionRates, year: int) -> dict[str, ProvinceRates]:
    found: dict[str, ProvinceRates] = {}
    split = region.poor / region.both
    for each in PROVINCES:
        if each.year == year and each.code in codes:
            both = each.both if each.both is not None else (each.poor or 0) + (each.near or 0)
            poor = both * split if each.poor is None else each.poor
            found[each.code] = ProvinceRates(shares[each.code], poor / 10_000, both / 10_000)
    left = region.share - sum(each.share for each in found.values())
    poor_left = region.share * region.poor - sum(each.share * each.poor for each in found.values())
    both_left = region.share * region.both - sum(each.share * each.both for each in found.values())
    for code in codes:
        if code not in found:
            found[code] = ProvinceRates(shares[code], poor_left / left, both_left / left)
    return found

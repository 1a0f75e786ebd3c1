"""Where synthetic households live: the communes of the end of 2024, or one commune, from the packaged register."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import date
from typing import NamedTuple

from giamngheo.analysis.synthesis.assumptions import COMMUNE_SPREAD, COMMUNE_WEIGHT, HIGHEST_RATE, URBAN_POVERTY
from giamngheo.analysis.synthesis.findings import NO_COMMUNE
from giamngheo.analysis.synthesis.rates import provinces
from giamngheo.analysis.synthesis.targets import REGION_OF
from giamngheo.foundation.findings import FindingError
from giamngheo.territory.reference import UnitFact, Units

LAST_OLD_DAY = date(2025, 6, 30)
AREA = {"commune": "rural", "ward": "urban", "township": "urban"}


class Place(NamedTuple):
    """A commune: its share of the nation's households, and rates of poor, and of poor and near-poor, as fractions."""

    code: str
    province: str
    region: str
    area: str
    share: float
    poor: float
    both: float


def everywhere(units: Units, year: int, seed: int) -> list[Place]:
    """All communes of the end of 2024, by province and code. Shares add up to 1."""
    communes = sorted(_old_communes(units))
    return _placed(communes, year, seed, spread=True)


def one(units: Units, code: str, day: date, year: int) -> Place:
    """A commune by its code on `day` (or at the end of 2024), with its province's rates for its kind of commune.

    Raises FindingError SYNTH-COMMUNE. A đặc khu is refused: whether it is rural or urban was not seen.
    """
    unit = units.by_code(code, day) or units.by_code(code, LAST_OLD_DAY)
    if unit is None or unit.kind not in AREA:
        raise FindingError(NO_COMMUNE.at(quote=code, code=code))
    old = unit
    while old.valid_from is not None:  # after 01/07/2025: the province it lay in before
        before = units.predecessors(old)
        if not before:
            raise FindingError(NO_COMMUNE.at(quote=code, code=code))
        old = before[0]
    province = units.chain(old)[-1].code
    here = [each for each in _placed(sorted(_old_communes(units)), year, 0, spread=False) if each.province == province]
    like = next(each for each in here if each.area == AREA[unit.kind])
    return like._replace(code=code, share=1.0)


def _old_communes(units: Units) -> list[tuple[str, str, str]]:
    """(province, code, kind) of the communes that stood until 30/06/2025."""
    known: dict[int, UnitFact] = {each.id: each for each in units.every_unit()}

    def province(unit: UnitFact) -> str:
        while unit.parent is not None:
            unit = known[unit.parent]
        return unit.code

    return [
        (province(each), each.code, each.kind)
        for each in known.values()
        if each.level == "commune" and each.valid_from is None
    ]


def _placed(communes: list[tuple[str, str, str]], year: int, seed: int, *, spread: bool) -> list[Place]:
    weights: dict[str, float] = defaultdict(float)
    for province, _code, kind in communes:
        weights[province] += COMMUNE_WEIGHT[kind]
    rates = provinces(year, weights)
    factors = [_factor(code, kind, seed, spread) for _province, code, kind in communes]
    mean: dict[str, float] = defaultdict(float)
    for (province, _code, kind), factor in zip(communes, factors, strict=True):
        mean[province] += COMMUNE_WEIGHT[kind] / weights[province] * factor
    found = []
    for (province, code, kind), factor in zip(communes, factors, strict=True):
        here, scale = rates[province], factor / mean[province]
        both = min(HIGHEST_RATE, here.both * scale)
        share = here.share * COMMUNE_WEIGHT[kind] / weights[province]
        found.append(
            Place(code, province, REGION_OF[province], AREA[kind], share, both * here.poor / here.both, both)
        )  # fmt: skip
    return found


def _factor(code: str, kind: str, seed: int, spread: bool) -> float:
    """How poor a commune is beside its province."""
    own = random.Random(f"commune {seed} {code}").uniform(*COMMUNE_SPREAD) if spread else 1.0  # noqa: S311 no secret
    return own * (URBAN_POVERTY if AREA[kind] == "urban" else 1.0)

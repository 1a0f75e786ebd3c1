"""A small population, household after household, in plain Python: what a commune's PC can make without any extra."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, NamedTuple

from giamngheo.analysis.synthesis import names, places
from giamngheo.analysis.synthesis.assumptions import VILLAGE_HOUSEHOLDS
from giamngheo.analysis.synthesis.columns import questions
from giamngheo.analysis.synthesis.findings import BAD_OPTION
from giamngheo.analysis.synthesis.household import CLASSES, Lines, make
from giamngheo.analysis.synthesis.quotas import Quota, shared_out
from giamngheo.analysis.synthesis.rates import regions
from giamngheo.analysis.synthesis.targets import NATIONS
from giamngheo.foundation.findings import FindingError
from giamngheo.standards import NoStandardError, on
from giamngheo.territory.reference import Units

Row = dict[str, Any]
SMALL = 50_000  # households up to which plain Python makes them; above, `large`
NEVER_BLANK = {"area", "recognised_class"}  # the place says the first, the decision the second


@dataclass(frozen=True)
class Plan:
    """What is asked for. `missing`: share of answers left blank, and of births known by their year only."""

    households: int
    seed: int = 1
    year: int = 2024
    day: date | None = None
    commune: str = ""
    missing: float = 0.0
    names: bool = False

    @property
    def on(self) -> date:
        """The day at which ages and standards hold; the end of the year unless said."""
        return self.day or date(self.year, 12, 31)

    @property
    def last_birth(self) -> int:
        """The day as a birth, YYYYMMDD: who would be born later in its year is born on it."""
        return self.on.year * 10000 + self.on.month * 100 + self.on.day


class Synthetic(NamedTuple):
    """A household: its row, the rows of its members. Values are those of the standards; None is a blank."""

    household: Row
    members: list[Row]


def lines_of(plan: Plan) -> Lines:
    """Numbers of the law on the plan's day; FindingError SYNTH-OPTION where there are none to be consistent with."""
    if plan.year not in NATIONS:
        years = ", ".join(map(str, NATIONS))
        raise _refused("--year", f"chỉ có số liệu công bố của {years}", f"figures were read for {years} only")
    if not 0 <= plan.missing < 1:
        raise _refused("--missing", "phải từ 0 đến dưới 1", "must be at least 0 and below 1")
    if plan.households < 1:
        raise _refused("--households", "phải từ 1 trở lên", "must be 1 or more")
    try:
        lines = Lines.of(on(plan.on))
    except NoStandardError:
        lines = None
    if lines is None:
        raise _refused("--day", "ngày đó chưa có điểm quy đổi chuẩn", "no points equal the line on that day")
    return lines


def _refused(option: str, why_vi: str, why_en: str) -> FindingError:
    return FindingError(BAD_OPTION.at(quote=option, option=option, why_vi=why_vi, why_en=why_en))


def quotas(plan: Plan, units: Units | None = None) -> list[Quota]:
    """How many households of each class every commune gets."""
    units = units or Units.packaged()
    if plan.commune:
        here = places.one(units, plan.commune, plan.on, plan.year)
        return shared_out([here], plan.households, regions(plan.year), fit=False)
    return shared_out(
        places.everywhere(units, plan.year, plan.seed), plan.households, regions(plan.year), fit=True
    )  # fmt: skip


def population(plan: Plan, units: Units | None = None) -> Iterator[Synthetic]:
    """The households in order of their ids. The same plan gives the same households for ever."""
    lines = lines_of(plan)
    number = 0
    for quota in quotas(plan, units):
        rng = Random(f"households {plan.seed} {quota.place.code}")  # noqa: S311 no secret
        classes = _shuffled(quota, rng)
        for at, (klass, ethnic) in enumerate(classes):
            number += 1
            yield _one(plan, lines, quota, rng, number, at, klass, ethnic)


def _shuffled(quota: Quota, rng: Random) -> list[tuple[str, bool]]:
    found = [
        (klass, at < of_minorities)
        for klass, count, of_minorities in zip(
            CLASSES, (quota.poor, quota.near_poor, quota.not_poor), quota.ethnic, strict=True
        )
        for at in range(count)
    ]
    rng.shuffle(found)
    return found


def _one(
    plan: Plan, lines: Lines, quota: Quota, rng: Random, number: int, at: int, klass: str, ethnic: bool
) -> Synthetic:
    home, members = make(rng, quota.place.area, klass, plan.on.year, lines)
    row: Row = {
        "household_id": number, "province": quota.place.province, "commune": quota.place.code,
        "village": at * villages(quota.households) // quota.households + 1, "ethnic_minority": ethnic,
    }  # fmt: skip
    for each in questions("household"):
        row[each.name] = home.get(each.name)
        if plan.missing and each.name not in NEVER_BLANK and rng.random() < plan.missing:
            row[each.name] = None
    family = names.surname(rng) if plan.names else ""
    return Synthetic(row, [_person(plan, rng, number, at, each, family) for at, each in enumerate(members, 1)])


def villages(households: int) -> int:
    """Villages of a commune of so many households (assumed)."""
    return max(1, round(households / VILLAGE_HOUSEHOLDS))


def _person(plan: Plan, rng: Random, household: int, number: int, answers: Row, family: str) -> Row:
    row: Row = {"household_id": household, "member_id": household * 100 + number}
    if plan.names:
        row["name"] = names.name(rng, family)
    answers = {**answers, "birth": min(int(answers["birth"]), plan.last_birth)}
    for each in questions("member"):
        value = answers.get(each.name)
        if plan.missing and rng.random() < plan.missing:
            value = int(answers["birth"]) // 10000 * 10000 if each.kind == "birth" else None
        row[each.name] = value
    return row

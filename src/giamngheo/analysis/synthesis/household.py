"""One invented household of a wanted class: people, dwelling, income and points that agree with one another."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from giamngheo.analysis.synthesis import assumptions as a
from giamngheo.analysis.synthesis.lacking import LACK, Answers, chosen
from giamngheo.analysis.synthesis.people import Member, ages, member, pick
from giamngheo.standards.standard import Standard

CLASSES = ("poor", "near_poor", "not_poor")
THOUSAND = 1000


class Lines(NamedTuple):
    """Numbers of the law by area: income per person a month in đồng, points of that income, points of an indicator."""

    income: dict[str, int]
    points: dict[str, int]
    indicator: int

    @classmethod
    def of(cls, standard: Standard) -> Lines | None:
        """Those of a standard; None where it lacks one of them."""
        income, points = standard.parameters.get("income_line"), standard.parameters.get("income_score_line")
        indicator = standard.parameters.get("deprivation_points")
        if isinstance(income, dict) and isinstance(points, dict) and isinstance(indicator, int):
            return cls(income, points, indicator)
        return None


def make(rng: Random, area: str, klass: str, year: int, lines: Lines) -> tuple[Answers, list[Member]]:
    """Answers about the household and its members (with `age`, which is no answer) at the end of `year`."""
    members = [member(rng, age, year, area) for age in ages(rng)]
    if not any(each["uses_internet"] for each in members):
        members[0]["uses_internet"] = True
    home = _home(rng, area, members)
    lacking = chosen(rng, area, klass, members)
    for name in sorted(lacking - {"dependants"}):
        LACK[name](rng, home, members)
    home.update(_money(rng, area, klass, lines, len(members)))
    home.update(_points(rng, area, klass, lines, len(lacking)))
    home.update(_screening(rng, klass, home, members))
    return home, members


def _home(rng: Random, area: str, members: list[Member]) -> Answers:
    weak = rng.choice(("wall", "pillar", "roof")) if rng.random() < 0.08 else ""
    means = {name: rng.random() < share for name, share in a.MEANS}
    if not any(means.values()):
        means["television"] = True
    return {
        "area": area,
        "farming": rng.random() < a.FARMING[area],
        **{part: "non_durable" if part == weak else "durable" for part in ("wall", "pillar", "roof")},
        "dwelling_area": len(members) * rng.randint(850, 3600),
        "water_source": pick(rng, a.WATER[area]),
        "toilet_kind": pick(rng, a.TOILET[area]),
        **means,
    }


def income(chance: float, low: float, line: int, *, within: bool) -> int:
    """Income per person a month in đồng, a whole thousand: within the line, or above it. Two draws of [0, 1)."""
    if within:
        return max(THOUSAND, int(line * (0.3 + 0.7 * low**0.6)) // THOUSAND * THOUSAND)
    if chance < a.JUST_ABOVE:
        return line + THOUSAND + int(line * 0.5 * low) // THOUSAND * THOUSAND
    return line * 3 // 2 + THOUSAND + int(line * 0.5 * low / (1.0 - 0.97 * low)) // THOUSAND * THOUSAND


def _money(rng: Random, area: str, klass: str, lines: Lines, people: int) -> Answers:
    each = income(rng.random(), rng.random(), lines.income[area], within=klass != "not_poor")
    return {"income_per_person": each, "income_12_months": each * 12 * people}


def _points(rng: Random, area: str, klass: str, lines: Lines, lacking: int) -> Answers:
    """B1 and B2 as the paper form would have them; most households that are not poor were not reviewed: none."""
    reviewed = klass != "not_poor" or rng.random() < a.REVIEWED
    line = lines.points[area]
    score = line - 5 * rng.randint(0, 12) if klass != "not_poor" else line + 5 * rng.randint(1, 16)
    return {
        "recognised_class": klass,
        "income_score_typed": score if reviewed else None,
        "deprivation_score_typed": lacking * lines.indicator if reviewed else None,
    }


def _screening(rng: Random, klass: str, home: Answers, members: list[Member]) -> Answers:
    columns = ("vehicle", "cooling", "water_heater", "washing_machine", "rented_assets", "electricity", "civil_servant")
    return {
        **{f"screening_{name}": rng.random() < a.GOODS[klass] for name in columns},
        "screening_floor_area": home["dwelling_area"] >= 2500 * len(members),
        "screening_labour_contract": any(each["employment_status"] == "contract" for each in members),
    }

"""Who lives in a household: ages and what follows from age, before any deprivation is chosen.

Ages are by calendar year (year of the day minus year of birth), because school years follow them: whoever is six in a
calendar year is in primary school that autumn.
"""

from __future__ import annotations

from random import Random
from typing import Any

from giamngheo.analysis.synthesis import assumptions as a

Member = dict[str, Any]
_SIZES = [size for size, _weight in a.SIZES]
_SIZE_WEIGHTS = [weight for _size, weight in a.SIZES]


def pick(rng: Random, table: tuple[tuple[Any, float], ...]) -> Any:
    """One value of a table of values and weights."""
    left = rng.random() * sum(weight for _value, weight in table)
    for value, weight in table:
        left -= weight
        if left < 0:
            return value
    return table[-1][0]


def ages(rng: Random) -> list[int]:
    """Ages of a household, the head first."""
    size = rng.choices(_SIZES, _SIZE_WEIGHTS)[0]
    if size == 1:
        return [rng.randint(60, 88) if rng.random() < 0.5 else rng.randint(25, 59)]
    head = rng.randint(60, 82) if rng.random() < 0.18 else rng.randint(25, 59)
    found = [head]
    if rng.random() < 0.88:
        found.append(max(20, head + rng.randint(-7, 5)))
    if len(found) < size and head < 60 and rng.random() < 0.18:
        found.append(min(95, head + rng.randint(22, 32)))
    while len(found) < size:
        age = head - 20 - rng.randint(0, 17)
        found.append(age if age >= 0 else rng.randint(0, head - 20))
    return found


def member(rng: Random, age: int, year: int, area: str) -> Member:
    """Everything about a person who lacks nothing; the birth is YYYYMMDD."""
    attends, diploma = _schooling(rng, age)
    return {
        "birth": (year - age) * 10000 + rng.randint(1, 12) * 100 + rng.randint(1, 28),
        "employment_status": _work(rng, age, area, attends),
        "monthly_allowance": _allowance(rng, age),
        "malnutrition": "none",
        "insured": True,
        "attends": attends,
        "diploma": diploma,
        "certified_training": False,
        "uses_internet": rng.random() < (0.9 if 12 <= age < 60 else 0.35 if age >= 60 else 0.2),
        "age": age,
    }


def _schooling(rng: Random, age: int) -> tuple[str, str]:
    if age < 3:
        return "none", "none"
    if age < 6:
        return "preschool", "none"
    if age < 11:
        return "primary", "none"
    if age < 15:
        return "lower_secondary", "primary"
    if age < 18:
        return "upper_secondary", "lower_secondary"
    if age < 23 and rng.random() < 0.4:
        return ("university" if rng.random() < 0.65 else "vocational"), "upper_secondary"
    if age < 33:  # two years beyond the law's last age, so that no birthday turns somebody into a deprivation
        return "none", pick(rng, a.TRAINED)
    return "none", pick(rng, a.ANY_DIPLOMA)


def _work(rng: Random, age: int, area: str, attends: str) -> str:
    if age < 16 or attends != "none":
        return "not_seeking"
    if age >= 62:
        return "own_work" if rng.random() < 0.35 else "not_seeking"
    return str(pick(rng, a.WORK[area]))


def _allowance(rng: Random, age: int) -> str:
    if age >= 80 and rng.random() < 0.8:
        return "elderly"
    chance = rng.random()
    return "disabled" if chance < 0.018 else "other" if chance < 0.025 else "none"


def dependants(members: list[Member]) -> bool:
    """Whether more than half are children below 16 or people with a monthly allowance."""
    count = sum(each["age"] < 16 or each["monthly_allowance"] in ("elderly", "disabled") for each in members)
    return bool(100 * count > 50 * len(members))

"""Which indicators a household lacks, and the answers that say so: as many as its class demands, where they can be.

Each entry of `CAN` says whether a household can lack an indicator at all (no malnutrition without a child), each of
`LACK` writes the answers. What is not chosen is answered so that it is not lacked.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from giamngheo.analysis.synthesis import assumptions as a
from giamngheo.analysis.synthesis.people import Member, dependants, pick

Answers = dict[str, Any]


def _workers(members: list[Member]) -> list[Member]:
    return [each for each in members if 18 <= each["age"] < 60 and each["attends"] == "none"]


def _pupils(members: list[Member]) -> list[Member]:
    return [each for each in members if 4 <= each["age"] < 15]  # of that age on every day of the year


def _children(members: list[Member]) -> list[Member]:
    return [each for each in members if each["age"] < 15]


def _young(members: list[Member]) -> list[Member]:
    return [each for each in members if 19 <= each["age"] < 30]


CAN: dict[str, Callable[[list[Member]], object]] = {
    "employment": _workers, "nutrition": _children, "health_insurance": bool, "adult_education": _young,
    "child_schooling": _pupils, "housing_quality": bool, "housing_area": bool, "water": bool, "toilet": bool,
    "telecom": bool, "information_means": bool,
}  # fmt: skip


def chosen(rng: Random, area: str, klass: str, members: list[Member]) -> set[str]:
    """Indicators the household lacks; `dependants` follows from who lives there and cannot be chosen."""
    forced = dependants(members)
    wanted = pick(rng, a.LACKING[klass]) - forced
    column = area == "urban"
    # Smallest of exponential draws over weights: sampling without replacement, heavier ones earlier.
    keyed = sorted(
        (rng.expovariate(a.OFTEN[name][column]), name) for name, possible in CAN.items() if possible(members)
    )
    return {name for _key, name in keyed[: max(0, wanted)]} | ({"dependants"} if forced else set())


def _employment(rng: Random, home: Answers, members: list[Member]) -> None:
    worker = rng.choice(_workers(members))
    worker["employment_status"] = "seeking" if rng.random() < 0.25 else "no_contract"


def _nutrition(rng: Random, home: Answers, members: list[Member]) -> None:
    rng.choice(_children(members))["malnutrition"] = rng.choice(("stunted", "underweight", "both"))


def _insurance(rng: Random, home: Answers, members: list[Member]) -> None:
    for each in members:
        each["insured"] = each["age"] < 7 or rng.random() < 0.5
    members[0]["insured"] = False


def _adult(rng: Random, home: Answers, members: list[Member]) -> None:
    rng.choice(_young(members)).update(attends="none", diploma=rng.choice(("primary", "lower_secondary")))


def _schooling(rng: Random, home: Answers, members: list[Member]) -> None:
    rng.choice(_pupils(members))["attends"] = "none"


def _quality(rng: Random, home: Answers, members: list[Member]) -> None:
    weak = ["wall", "pillar", "roof"]
    rng.shuffle(weak)
    home.update(dict.fromkeys(weak[: 2 if rng.random() < 0.6 else 3], "non_durable"))


def _area(rng: Random, home: Answers, members: list[Member]) -> None:
    home["dwelling_area"] = len(members) * rng.randint(350, 790)


def _water(rng: Random, home: Answers, members: list[Member]) -> None:
    home["water_source"] = "unprotected"


def _toilet(rng: Random, home: Answers, members: list[Member]) -> None:
    home["toilet_kind"] = "none" if rng.random() < 0.3 else "other"


def _telecom(rng: Random, home: Answers, members: list[Member]) -> None:
    for each in members:
        each["uses_internet"] = False


def _means(rng: Random, home: Answers, members: list[Member]) -> None:
    home.update({name: False for name, _share in a.MEANS})


LACK: dict[str, Callable[[Random, Answers, list[Member]], None]] = {
    "employment": _employment, "nutrition": _nutrition, "health_insurance": _insurance, "adult_education": _adult,
    "child_schooling": _schooling, "housing_quality": _quality, "housing_area": _area, "water": _water,
    "toilet": _toilet, "telecom": _telecom, "information_means": _means,
}  # fmt: skip

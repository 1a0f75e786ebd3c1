"""Invented households: one that lacks nothing, and what it takes to be deprived of each of the twelve."""

from __future__ import annotations

from typing import Any

Person = dict[str, Any]
Household = dict[str, Any]
SCREENING = (
    "vehicle", "cooling", "water_heater", "washing_machine", "rented_assets", "electricity", "floor_area",
    "civil_servant", "labour_contract",
)  # fmt: skip
MEANS = ("television", "radio", "desktop_computer", "telephone", "laptop", "tablet", "smartphone")


def person(**changes: Any) -> Person:
    """A woman of 41 who works with a contract; `changes` are her other answers, None takes one away."""
    made = {
        "birth": 19850615, "employment_status": "contract", "monthly_allowance": "none", "malnutrition": "none",
        "insured": True, "attends": "none", "diploma": "upper_secondary", "certified_training": False,
        "uses_internet": True, **changes,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


def child(birth: int = 20160310, attends: str = "primary", **changes: Any) -> Person:
    """A child at school, aged 10."""
    given = {"birth": birth, "attends": attends, "employment_status": "not_seeking", "diploma": "none"}
    return person(**{**given, **changes})


def people(count: int = 4, **changes: Any) -> tuple[Person, ...]:
    """So many adults; `changes` are the first one's."""
    return (person(**changes), *(person() for _ in range(count - 1)))


def home(**changes: Any) -> Household:
    """A rural household that lacks nothing of its own; None takes an answer away."""
    made = {
        "area": "rural", "farming": True, "wall": "durable", "pillar": "durable", "roof": "durable",
        "dwelling_area": 12000, "water_source": "piped", "toilet_kind": "septic",
        **dict.fromkeys(MEANS, True), **changes,
    }  # fmt: skip
    return {name: value for name, value in made.items() if value is not None}


# Answers that make the household deprived: of the household, or of its first member.
LACKS: dict[str, Household] = {
    "housing_quality": {"wall": "non_durable", "roof": "non_durable"},
    "housing_area": {"dwelling_area": 100},
    "water": {"water_source": "unprotected"},
    "toilet": {"toilet_kind": "none"},
    "information_means": dict.fromkeys(MEANS, False),
}
ITS_FIRST: dict[str, Person] = {
    "employment": {"employment_status": "seeking"},
    "health_insurance": {"insured": False},
}


def lacking(*names: str, **changes: Any) -> Household:
    """A household deprived of these (of LACKS), and of nothing else."""
    made: Household = {}
    for name in names:
        made |= LACKS[name]
    return home(**{**made, **changes})


def screened(ticked: int, *, unanswered: int = 0, **changes: Any) -> Household:
    """Form A with the first columns ticked, the last ones left open."""
    answered = SCREENING[: len(SCREENING) - unanswered]
    return {f"screening_{name}": at < ticked for at, name in enumerate(answered)} | changes

"""Rulings on lists, one part at a time: every indicator counts, every column of Form A, every means of information."""

from giamngheo.standards.engines.in_memory import Value
from tests.spec.standards.households import LACKS, MEANS, SCREENING, child, home, people, person
from tests.spec.standards.ruling import Ruling

_HOMELESS_OF = ("water", "toilet")
_YOUTH = {"birth": 20010101, "diploma": "primary"}
# Members who make the household deprived of one indicator and of no other.
_MEMBERS: dict[str, tuple[dict[str, Value], ...]] = {
    "employment": (person(employment_status="seeking"), person()),
    "dependants": (child(), child(), person()),
    "nutrition": (child(malnutrition="stunted"), person()),
    "health_insurance": people(2, insured=False),
    "adult_education": (person(**_YOUTH), person()),
    "child_schooling": (child(attends="none"), person()),
    "telecom": (person(uses_internet=False),),
}
_NAMES = {
    "employment": "work", "dependants": "too many dependants", "nutrition": "nutrition",
           "health_insurance": "insurance",
    "adult_education": "adult education", "child_schooling": "schooling", "housing_quality": "a durable house",
    "housing_area": "room", "water": "water", "toilet": "a toilet", "telecom": "internet", "information_means": "means",
}  # fmt: skip


def _household(name: str, *more: str) -> dict[str, Value]:
    lacks: dict[str, Value] = {}
    for each in (name, *more):
        lacks |= LACKS.get(each, {})
    return home(**lacks)


def _two_others(name: str) -> tuple[str, ...]:
    return tuple(each for each in ("water", "toilet", "housing_quality") if each != name)[:2]


def _column(at: int) -> dict[str, Value]:
    """Four columns of Form A ticked, the one at `at` the first of them."""
    ticked = {(at + step) % len(SCREENING) for step in range(4)}
    return {f"screening_{name}": place in ticked for place, name in enumerate(SCREENING)}


CASES = (
    *(Ruling(f"a household deprived of {words} alone counts 1", "deprivation_count", 1, _household(name),
             _MEMBERS.get(name, people(2))) for name, words in _NAMES.items()),
    *(Ruling(f"{words} and two more deprivations are enough", "enough_deprivations", True,
             _household(name, *_two_others(name)), _MEMBERS.get(name, people(2))) for name, words in _NAMES.items()),
    *(Ruling(f"column {at + 1} of Form A is one of four criteria", "to_be_reviewed", False, _column(at))
      for at in range(len(SCREENING))),
    *(Ruling(f"column {at + 1} of Form A counts", "screening_count", 1,
             {f"screening_{name}": place == at for place,
           name in enumerate(SCREENING)}) for at in range(len(SCREENING))),
    *(Ruling(f"a household with only this is informed: {name.replace('_', ' ')}", "information_means", False,
             home(**{each: each == name for each in MEANS})) for name in MEANS),
    *(Ruling(f"a child of ten at a level above primary attends: {level.replace('_', ' ')}", "child_schooling", False,
             members=(child(attends=level), person())) for level in ("upper_secondary", "vocational", "university")),
    *(Ruling(f"a child of thirteen at this level attends: {level.replace('_', ' ')}", "child_schooling", False,
             members=(child(birth=20130310, attends=level), person()))
      for level in ("lower_secondary", "upper_secondary", "vocational", "university")),
)  # fmt: skip

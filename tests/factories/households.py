"""Made-up households that answer the questions of any standard, with their answers where verdicts turn.

`household(standard, random)` is the same household for the same standard and the same state of `random`, so one factory
serves the vectors of the engines (`Random(seed)`) and properties (`strategies.randoms`). Nobody here exists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import NamedTuple

from giamngheo.standards.engines.in_memory import Value
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard

# Answers that settle a class alone; left out half the time, so that the rules behind them decide.
SETTLING = frozenset(
    {"recognised_class", "income_per_person", "income_score_typed", "deprivation_score_typed"}
)  # fmt: skip
MISSING = (0.0, 0.0, 0.03, 0.15, 0.5, 1.0)
_UNITS = {"dong": "dong_per_person_month", "area": "hundredths_m2", "points": "points"}


class Household(NamedTuple):
    """Answers about the household and about each member; None and a missing key both mean: not answered."""

    answers: dict[str, Value]
    members: list[dict[str, Value]]


def households(standard: Standard, seed: int | str) -> Iterator[Household]:
    """Households without end, the same for the same seed."""
    random = Random(f"{standard.key} {standard.day_number} {standard.province} {seed}")
    while True:
        yield household(standard, random)


def some_households(standard: Standard, seed: int | str, count: int) -> list[Household]:
    """The first `count` of `households`."""
    return list(islice(households(standard, seed), count))


def household(standard: Standard, random: Random) -> Household:
    """A household of nought to seven members, answering anything from everything to nothing."""
    missing = random.choice(MISSING)
    size = random.choice((0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7))
    questions = standard.questions.values()
    answers = _answers(standard, [each for each in questions if each.scope == "household"], random, missing, size)
    about_members = [each for each in questions if each.scope == "member"]
    return Household(answers, [_answers(standard, about_members, random, missing, size) for _ in range(size)])


def _answers(
    standard: Standard, questions: Iterable[Question], random: Random, missing: float, size: int
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for question in questions:
        left_out = random.random() < max(missing, 0.5 if question.name in SETTLING else 0)
        if not left_out:
            found[question.name] = value(standard, question, random, size)
        elif random.random() < 0.2:
            found[question.name] = None
    return found


def value(standard: Standard, question: Question, random: Random, size: int = 1) -> Value:
    """An answer to `question`: any option, either truth, a number near one the law names, a birth near a birthday."""
    match question.kind:
        case "yes_no":
            return random.choice((True, False))
        case "option":
            return random.choice(question.options).code
        case "birth":
            return birth(standard.day, random.choice((*ages(standard), random.randint(0, 95))), random)
    return number(standard, question.kind, random, size)


def ages(standard: Standard) -> tuple[int, ...]:
    """The ages the standard names, and the next one after each ("until 30" is until the 31st birthday)."""
    named = {number for name in _of_unit(standard, "years") for number in _numbers(standard, name)}
    return tuple(sorted(named | {each + 1 for each in named})) or (0,)


def number(standard: Standard, kind: str, random: Random, size: int) -> int:
    """A whole number: small, or within one of a number of the law times members times months."""
    unit = _UNITS.get(kind)
    near = [each for name in _of_unit(standard, unit) for each in _numbers(standard, name)] if unit else []
    if not near or random.random() < 0.2:
        return random.randint(0, 200_000_000 if kind == "dong" else 12_000 if kind == "area" else 12)
    times = random.choice((1, max(size, 1), 12 * max(size, 1)) if kind == "dong" else (1, max(size, 1)))
    return max(0, random.choice(near) * times + random.choice((-1, 0, 1)))


def birth(day: date, years: int, random: Random) -> int:
    """A birth (YYYYMMDD, or YYYY0000) whose birthday of `years` is on `day`, the day before or after, or that year."""
    shape = random.choice(("day", "day", "day", "year", "leap", "any"))
    year = max(1, day.year - years)
    if shape == "year":
        return (year + random.choice((-1, 0, 0, 1))) * 10000
    if shape == "leap":
        return (year - year % 4) * 10000 + 229 if (year - year % 4) % 100 else year * 10000 + 301
    if shape == "any":
        return year * 10000 + random.randint(1, 12) * 100 + random.randint(1, 28)
    exact = date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)
    return as_number(exact + timedelta(days=random.choice((-1, 0, 0, 1, 2))))


def as_number(day: date) -> int:
    """The day as YYYYMMDD."""
    return day.year * 10000 + day.month * 100 + day.day


def _of_unit(standard: Standard, unit: str | None) -> list[str]:
    return [name for name, held in standard.held.items() if held.concept.unit == unit]


def _numbers(standard: Standard, name: str) -> list[int]:
    found = standard.parameters[name]
    return [] if found is None else list(found.values()) if isinstance(found, dict) else [found]

"""Made-up households that answer the questions of any standard, with their answers where verdicts turn.

`household(standard, random)` is the same household for the same standard and the same state of `random`, so one factory
serves the vectors of the engines (`Random(seed)`) and properties (`strategies.randoms`). Nobody here exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any, NamedTuple

from giamngheo.standards.answering import problems_of
from giamngheo.standards.engines.in_memory import Value
from giamngheo.standards.release import Question
from giamngheo.standards.standard import Standard

# Answers that settle a class alone; left out half the time, so that the rules behind them decide.
SETTLING = frozenset(
    {"recognised_class", "income_per_person", "income_score_typed", "deprivation_score_typed"}
)  # fmt: skip
MISSING = (0.0, 0.0, 0.03, 0.15, 0.5, 1.0)
YES = (0.1, 0.5, 0.5, 0.9)  # how often a household says yes: some own nothing, some everything
FIRST = (0, 0, 0, 0.8)
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
    missing, yes, first = random.choice(MISSING), random.choice(YES), random.choice(FIRST)
    size = random.choice((0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7))
    scopes = {
        scope: [each for each in standard.questions.values() if each.scope == scope]
        for scope in ("household", "member")
    }

    def answers(scope: str) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for question in scopes[scope]:
            if random.random() >= max(missing, 0.5 if question.name in SETTLING else 0):
                found[question.name] = value(standard, question, random, size=size, yes=yes, first=first)
            elif random.random() < 0.2:
                found[question.name] = None
        return found

    return Household(answers("household"), [answers("member") for _ in range(size)])


def answerable(standard: Standard, household: Household) -> Household:
    """The household without the answers that no form can hold: births to come, scores that are no multiple.

    Engines give everything a meaning; a verdict refuses such an answer.
    """
    problems = {(each.member, each.question) for each in problems_of(standard, *household)}
    kept = [
        {name: value for name, value in answers.items() if (at, name) not in problems}
        for at, answers in ((None, household.answers), *enumerate(household.members))
    ]
    return Household(kept[0], kept[1:])


def spoiled(standard: Standard, household: Household, random: Random) -> Household:
    """The household with some answers that no form can hold, and one that was not asked for."""

    def some(answers: dict[str, Value], scope: str) -> dict[str, Value]:
        asked = [each for each in standard.questions.values() if each.scope == scope and random.random() < 0.2]
        return {**answers, **{each.name: wrong(standard, each, random) for each in asked}}

    answers = {**some(household.answers, "household"), "nobody_asks": 1.5}
    return Household(answers, [some(each, "member") for each in household.members])  # type: ignore[arg-type]


def wrong(standard: Standard, question: Question, random: Random) -> Any:
    """An answer of the wrong kind, none of the options, outside of the form, or a birth that cannot be: mostly."""
    other: list[Any] = [True, 1.5, -1, "x" * 90, "rơm", "", [], 10**15, 10**15 - 1, 0]
    if question.kind == "birth":
        day = standard.day_number
        births = (day + 1, day, day - 1300000, day - day % 10000 - 1300000, day - day % 10000 - 1300001, 20230229,
                  20000229, 19000229, 20201301, 20200431, 20200100, 20200001, 19900000, 0)  # fmt: skip
        other = [*births, *births, *other]
    elif question.most is not None or question.step is not None:
        least, most, step = question.least or 0, question.most or 1000, question.step or 1
        other = [least - 1, most, most + step, least + 1, most - 1, *other]
    return random.choice(other)


def value(
    standard: Standard, question: Question, random: Random, *, size: int = 1, yes: float = 0.5, first: float = 0
) -> Value:
    """An answer to `question`: any option, true or false, a number near one of the law's, a birth near a birthday.

    `yes` and `first`: how often the answer is true, or the first option (as a rule the better one) without drawing.
    `size`: how many people the household has.
    """
    match question.kind:
        case "yes_no":
            return random.random() < yes
        case "option":
            return (question.options[0] if random.random() < first else random.choice(question.options)).code
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

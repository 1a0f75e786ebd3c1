"""Children of a household and what each lacks: a rule of the standard applied to one child alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from giamngheo.standards import NoStandardError, by_key
from giamngheo.standards.engines.in_memory import World

UNTIL = 16  # years; "trẻ em dưới 16 tuổi" of the indicators nutrition, dependants and schooling
_HEALTH = ("nutrition", "health_insurance")
_EDUCATION = ("child_schooling",)


class Children(NamedTuple):
    """How many live in the household, and how many of them lack something. `known` False: no answers about them."""

    number: int = 0
    health: int = 0
    education: int = 0
    known: bool = True


def is_child(birth: int | None, day: date) -> bool:
    """Not yet 16 on the day; of a birth known by its year alone, by the years. Nobody whose birth is unknown."""
    return birth is not None and day.year * 10_000 + day.month * 100 + day.day - UNTIL * 10_000 < birth


def children_of(
    births: Mapping[int, int | None], surveyed: Sequence[int], record: Mapping[str, Any], day: date
) -> Children:
    """`births`: of the members on `day`, by person; `surveyed`: people in the order of `record["members"]`.

    A child who was not surveyed (born since) counts, and lacks nothing that is known.
    """
    children = [person for person, birth in births.items() if is_child(birth, day)]
    if not children:
        return Children()
    answers = dict(zip(surveyed, record.get("members", ()), strict=False))
    asked = [answers[person] for person in children if answers.get(person)]
    try:
        standard = by_key(
            str(record.get("standard", "")),
            date.fromisoformat(str(record.get("day", day.isoformat()))),
            str(record.get("province", "")),
        )
    except NoStandardError:
        return Children(len(children), known=False)

    def lacking(names: Sequence[str]) -> int:
        """Of how many one of the rules says so."""
        known = [name for name in names if name in standard.rules]
        return sum(
            any(World(standard, record.get("household", {}), [child]).rule(name) is True for name in known)
            for child in asked
        )

    said = any(len(answers_of) > 1 for answers_of in asked)  # a birth alone says nothing
    return Children(len(children), lacking(_HEALTH), lacking(_EDUCATION), said)

"""A pool of invented households as arrays, from which a nation is drawn: the households are those of `household.make`.

A column of an option holds the number of the option (-1 blank), a yes/no 0 or 1, everything else the number itself.
"""

from __future__ import annotations

from random import Random
from typing import Any, NamedTuple

import numpy as np

from giamngheo.analysis.synthesis.columns import questions
from giamngheo.analysis.synthesis.household import CLASSES, Lines, make
from giamngheo.standards.release import Question

AREAS = ("rural", "urban")
EACH = 6000  # templates of every kind of area and class
BLANK = -1
Arrays = dict[str, Any]


class Pool(NamedTuple):
    """`first[i]` and `size[i]` say where the members of template i stand. Templates of one kind stand together:
    kind = number of the area × 3 + number of the class, EACH of them."""

    household: Arrays
    members: Arrays
    first: Any
    size: Any


def code_of(question: Question, value: Any) -> int:
    """The number under which a value is held."""
    if value is None:
        return BLANK
    if question.kind == "option":
        return next(at for at, option in enumerate(question.options) if option.code == value)
    return int(value)


def pool(seed: int, year: int, lines: Lines, each: int = EACH) -> Pool:
    """The same seed gives the same pool."""
    homes: list[dict[str, Any]] = []
    people: list[dict[str, Any]] = []
    sizes: list[int] = []
    rng = Random(f"templates {seed}")  # noqa: S311 no secret
    for area in AREAS:
        for klass in CLASSES:
            for _number in range(each):
                home, members = make(rng, area, klass, year, lines)
                homes.append(home)
                people.extend(members)
                sizes.append(len(members))
    size = np.array(sizes, np.int64)
    return Pool(_arrays(homes, "household"), _arrays(people, "member"), np.cumsum(size) - size, size)


def _arrays(rows: list[dict[str, Any]], scope: str) -> Arrays:
    return {
        question.name: np.array([code_of(question, row.get(question.name)) for row in rows], _width(question))
        for question in questions(scope)
    }


def _width(question: Question) -> Any:
    return np.int8 if question.kind in ("option", "yes_no") else np.int64

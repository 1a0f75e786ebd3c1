"""The columns of a synthetic population: where a household lives, and every question of the standards, by its name."""

from __future__ import annotations

from functools import cache

from giamngheo.standards import newest
from giamngheo.standards.release import Question

MARK = "synthetic"  # column of CSV and Excel files, and key of Parquet files
MARK_TEXT = "dữ liệu giả / synthetic"
HOUSEHOLD_KEYS = ("household_id", "province", "commune", "village", "ethnic_minority")
MEMBER_KEYS = ("household_id", "member_id")
NAME = "name"


@cache
def questions(scope: str) -> tuple[Question, ...]:
    """Every question about a household or a member, of all standards, in the order of the newest that has it."""
    found: dict[str, Question] = {}
    for release in newest():
        found |= {each.name: each for each in release.questions if each.scope == scope and each.name not in found}
    best = max(newest(), key=lambda release: len(release.questions))
    order = {each.name: at for at, each in enumerate(best.questions)}
    return tuple(sorted(found.values(), key=lambda each: order.get(each.name, len(order))))


def every_question() -> dict[str, Question]:
    """Every question of all standards by its name."""
    return {each.name: each for scope in ("household", "member") for each in questions(scope)}


def names(scope: str) -> tuple[str, ...]:
    """Names of the questions of a scope."""
    return tuple(each.name for each in questions(scope))

"""A household as it comes in: where it lives, what it answered, who its members are."""

from __future__ import annotations

from typing import NamedTuple

Value = bool | int | str | None
Answers = dict[str, Value]


class Household(NamedTuple):
    """`id` as the list names it; `place` holds columns that are no question (province, commune, village, …)."""

    id: str
    place: dict[str, str]
    answers: Answers
    members: list[Answers]
    name: str = ""

    @property
    def people(self) -> int:
        return len(self.members)

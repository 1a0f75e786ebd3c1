"""The vectors as values; shapes in README.md."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from giamngheo.standards import by_key
from giamngheo.standards.answering import problems_of
from giamngheo.standards.engines.in_memory import Value, World, evaluate
from giamngheo.standards.nodes import AnyNode
from giamngheo.standards.standard import Standard
from tests.factories.households import Household
from tests.generative.trees import standard_of

FOLDER = Path(__file__).parent


class Judged(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A household with the values of the rules about it, and about each member."""

    answers: dict[str, Value]
    members: list[dict[str, Value]]
    values: list[Value]
    persons: list[list[Value]]

    @property
    def household(self) -> Household:
        return Household(self.answers, self.members)


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Households before one standard. `rules` and `persons` name the rules whose values are given."""

    rules: list[str]
    persons: list[str]
    households: list[Judged]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer that cannot stand, and what is said of it."""

    question: str
    member: int | None
    code: str
    message: dict[str, str]
    fixes: list[dict[str, str]]


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A household with every problem of its answers."""

    answers: dict[str, Any]
    members: list[dict[str, Any]]
    problems: list[Told]


class AnswerGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Answers to the questions of a released standard on a day."""

    key: str
    day: date
    households: list[Asked]


class AnswerGroups(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file answers.json."""

    groups: list[AnswerGroup]


class ReleasedGroup(Group, frozen=True, kw_only=True):
    """Before a released standard on a day in a province."""

    key: str
    day: date
    province: str

    def standard(self) -> Standard:
        return by_key(self.key, self.day, self.province)


class TreeGroup(Group, frozen=True, kw_only=True):
    """Before a made-up standard of these rules."""

    day: int
    trees: dict[str, AnyNode]

    def standard(self) -> Standard:
        return standard_of(self.trees, date(self.day // 10000, self.day // 100 % 100, self.day % 100))


class Households(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file households.json."""

    groups: list[ReleasedGroup]


class Trees(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file trees.json."""

    base: msgspec.Raw
    groups: list[TreeGroup]


def household_vectors(folder: Path = FOLDER) -> list[ReleasedGroup]:
    """Households before the released standards."""
    return msgspec.json.decode((folder / "households.json").read_bytes(), type=Households).groups


def tree_vectors(folder: Path = FOLDER) -> list[TreeGroup]:
    """Households before made-up standards."""
    return msgspec.json.decode((folder / "trees.json").read_bytes(), type=Trees).groups


def answer_vectors(folder: Path = FOLDER) -> list[AnswerGroup]:
    """Answers, some of which cannot stand."""
    return msgspec.json.decode((folder / "answers.json").read_bytes(), type=AnswerGroups).groups


def told(standard: Standard, answers: dict[str, Any], members: list[dict[str, Any]]) -> list[Told]:
    """What Python says of the answers."""
    return [
        Told(
            each.question, each.member, each.finding.code, each.finding.message.as_dict(),
            [fix.as_dict() for fix in each.finding.fixes],
        )
        for each in problems_of(standard, answers, members)
    ]  # fmt: skip


def about_persons(standard: Standard) -> list[str]:
    """Names of the known rules that are asked of each member."""
    return [name for name in standard.rules if standard.held[name].concept.unit == "person_rule"]


def judged(standard: Standard, household: Household) -> Judged:
    """The household with what the reference engine says of it: rules in the order of the standard."""
    world = World(standard, household.answers, household.members)
    persons = about_persons(standard)
    values = [world.rule(name) for name in standard.rules if name not in persons]
    of_persons = [[evaluate(standard.rules[name], world, each) for each in household.members] for name in persons]
    return Judged(household.answers, household.members, values, of_persons)

"""The kept vectors still hold in the reference engine, and reach every rule and every kind of node."""

from collections import defaultdict

import pytest

from giamngheo.standards import by_key, released
from giamngheo.standards import nodes as n
from giamngheo.standards.engines.in_memory import Value
from tests.vectors.reading import (
    AnswerGroup,
    Group,
    ReleasedGroup,
    TreeGroup,
    answer_vectors,
    household_vectors,
    judged,
    told,
    tree_vectors,
)

GROUPS: list[ReleasedGroup | TreeGroup] = [*household_vectors(), *tree_vectors()]
CLASSES = {"poor", "near_poor", "not_poor"}


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: getattr(group, "key", "trees"))
def test_reference_engine_says_what_the_vectors_say(group: ReleasedGroup | TreeGroup) -> None:
    standard = group.standard()
    assert [name for name in standard.rules if name not in group.persons] == group.rules
    for each in group.households:
        assert judged(standard, each.household) == each


@pytest.mark.parametrize("group", answer_vectors(), ids=lambda group: group.key)
def test_answers_that_cannot_stand_are_told_as_the_vectors_say(group: AnswerGroup) -> None:
    for each in group.households:
        assert told(by_key(group.key, group.day), each.answers, each.members) == each.problems


def test_answer_vectors_reach_every_kind_of_problem() -> None:
    codes = {told.code for group in answer_vectors() for each in group.households for told in each.problems}
    assert codes == {f"LAW-ANSWER-{each}" for each in ("KIND", "OPTION", "LIMIT", "BIRTH")}


def outcomes(groups: list[ReleasedGroup]) -> dict[str, set[Value]]:
    found: dict[str, set[Value]] = defaultdict(set)
    for group in groups:
        for each in group.households:
            for name, value in zip(group.rules, each.values, strict=True):
                found[name].add(value)
            for name, values in zip(group.persons, each.persons, strict=True):
                found[name].update(values)
    return found


def test_vectors_reach_every_rule_that_was_ever_released() -> None:
    for release in released():
        rules = {each.concept for each in release.concepts if any(entry.rule for entry in each.entries)}
        assert outcomes([group for group in household_vectors() if group.key == release.key]).keys() == rules


def test_rules_of_the_newest_whole_standard_come_out_every_way() -> None:
    """Of the standard whose indicators are all known: every truth true, false and unknown, every class each way."""
    found = outcomes([group for group in household_vectors() if group.key == "vn-2022.1"])
    for name, values in found.items():
        assert None in values, name
        known = values - {None}
        if known & CLASSES:
            assert known == CLASSES, name
        elif any(isinstance(value, bool) for value in known):
            assert known == {True, False}, name
        else:
            assert len(known) > 5, name


def test_tree_vectors_reach_every_kind_of_node() -> None:
    kinds = {type(node) for group in tree_vectors() for tree in group.trees.values() for node in n.walk(tree)}
    assert kinds == set(n.KINDS)


def test_vectors_have_births_by_year_and_answers_left_out_both_ways() -> None:
    groups: list[Group] = [*household_vectors()]
    members = [member for group in groups for each in group.households for member in each.members]
    births = [member["birth"] for member in members if member.get("birth")]
    assert any(int(birth or 0) % 10000 == 0 for birth in births)
    assert any(int(birth or 0) % 10000 == 229 for birth in births)
    answers = [each.answers for group in groups for each in group.households]
    assert any("area" not in each for each in answers)
    assert any("area" in each and each["area"] is None for each in answers)

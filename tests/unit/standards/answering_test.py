"""What a form cannot hold is told in two languages before anything is judged by it, and never judged."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from giamngheo import standards
from giamngheo.foundation.findings import FindingError
from giamngheo.standards.answering import limits, near, problem_of, problems_of
from giamngheo.standards.verdict import Record, decide, judge, replay
from tests.unit.standards.verdict_test import CHILD, DAY, HOUSE, MOTHER

STANDARD = standards.on(DAY)
WRONG: list[tuple[str, Any, str]] = [
    ("deprivation_score_typed", 35, "LAW-ANSWER-LIMIT"), ("deprivation_score_typed", 130, "LAW-ANSWER-LIMIT"),
    ("income_score_typed", 141, "LAW-ANSWER-LIMIT"), ("income_score_typed", -5, "LAW-ANSWER-KIND"),
    ("income_score_typed", "120", "LAW-ANSWER-KIND"), ("income_score_typed", True, "LAW-ANSWER-KIND"),
    ("income_12_months", 1.5, "LAW-ANSWER-KIND"), ("income_12_months", 10**15, "LAW-ANSWER-KIND"),
    ("dwelling_area", -1, "LAW-ANSWER-KIND"), ("television", 1, "LAW-ANSWER-KIND"),
    ("television", "có", "LAW-ANSWER-KIND"), ("wall", "gạch men", "LAW-ANSWER-OPTION"),
    ("birth", 20261125, "LAW-ANSWER-BIRTH"), ("birth", 20230229, "LAW-ANSWER-BIRTH"),
    ("birth", 18951231, "LAW-ANSWER-BIRTH"), ("birth", 20270000, "LAW-ANSWER-BIRTH"),
    ("birth", "1990", "LAW-ANSWER-KIND"),
]  # fmt: skip
RIGHT: list[tuple[str, Any]] = [
    ("deprivation_score_typed", 0), ("deprivation_score_typed", 120), ("income_score_typed", 140),
    ("income_score_typed", None), ("income_12_months", 10**15 - 1), ("television", False), ("wall", "durable"),
    ("birth", 20261124), ("birth", 20260000), ("birth", 18960101), ("birth", 20240229),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "code"), WRONG)
def test_answer_that_cannot_stand_is_told(name: str, value: Any, code: str) -> None:
    problem = problem_of(STANDARD.questions[name], value, day=DAY)
    assert problem is not None
    assert (problem.question, problem.member, problem.finding.code) == (name, None, code)
    assert (value if isinstance(value, str) else json.dumps(value)) in problem.finding.message.vi
    assert STANDARD.questions[name].label.en in problem.finding.message.en
    assert len(problem.finding.fixes) == 2


@pytest.mark.parametrize(("name", "value"), RIGHT)
def test_answer_that_can_stand_is_let_be(name: str, value: Any) -> None:
    assert problem_of(STANDARD.questions[name], value, day=DAY) is None


def test_every_problem_of_a_household_is_listed_with_its_member() -> None:
    household = {**HOUSE, "deprivation_score_typed": 35, "wall": "?", "scooter": 1.5}
    found = problems_of(STANDARD, household, [MOTHER, {**CHILD, "birth": 20300000}])
    assert {(each.question, each.member) for each in found} == {
        ("wall", None), ("deprivation_score_typed", None), ("birth", 1),
    }  # fmt: skip
    (of_child,) = [each for each in found if each.member == 1]
    assert of_child.finding.message.vi.startswith("Người thứ 2, ngày sinh: 20300000")
    assert problems_of(STANDARD, HOUSE, [MOTHER, CHILD]) == ()


def test_limit_says_what_the_form_holds_in_both_languages() -> None:
    problem = problem_of(STANDARD.questions["deprivation_score_typed"], 35, day=DAY)
    assert problem is not None
    assert "35" in problem.finding.message.vi
    assert "số từ 0 đến 120, bội số của 10" in problem.finding.message.vi
    assert "from 0 to 120, in multiples of 10" in problem.finding.message.en
    assert limits(STANDARD.questions["dwelling_area"]) is None


@pytest.mark.parametrize(("value", "others"), [(140, {135, 140, 145}), (142, {135, 140, 145}), (0, {0, 5}), (-3, {0})])
def test_numbers_near_another_are_those_of_the_form(value: int, others: set[int]) -> None:
    assert near(STANDARD.questions["income_score_typed"], value) == others


def test_verdict_refuses_what_cannot_stand() -> None:
    wrong = {**HOUSE, "deprivation_score_typed": 35}
    with pytest.raises(FindingError) as refusal:
        judge(STANDARD, wrong, [MOTHER, CHILD])
    assert refusal.value.finding.code == "LAW-ANSWER-LIMIT"
    with pytest.raises(FindingError):
        decide(STANDARD, HOUSE, [{**MOTHER, "insured": "có lẽ"}], rule="average_living_standard")


def test_verdict_that_was_kept_is_given_again_whatever_it_was_made_of() -> None:
    kept = Record("vn-2022.1", DAY, "", "points", {**HOUSE, "deprivation_score_typed": 35}, (MOTHER, CHILD))
    assert replay(kept).deprivation_score == 35


def test_limits_of_a_day_are_those_of_its_own_standard() -> None:
    old = standards.on(date(2019, 6, 1)).questions["deprivation_score_typed"]
    assert problem_of(old, 30, day=date(2019, 6, 1)) is None

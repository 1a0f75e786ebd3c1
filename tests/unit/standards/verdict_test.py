"""What a verdict says, refuses to say, and says it needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giamngheo import standards
from giamngheo.standards.reasons import Reason
from giamngheo.standards.verdict import Missing, Record, Verdict, encode, judge, replay

DAY = date(2026, 11, 24)
HOUSE: dict[str, Any] = {
    "area": "rural", "income_score_typed": 120, "wall": "durable", "pillar": "non_durable", "roof": "non_durable",
    "dwelling_area": 2000, "water_source": "rain", "toilet_kind": "none", "television": True,
}  # fmt: skip
MOTHER: dict[str, Any] = {
    "birth": 19800101, "employment_status": "own_work", "monthly_allowance": "none", "insured": False,
    "attends": "none", "diploma": "none", "uses_internet": False,
}  # fmt: skip
CHILD: dict[str, Any] = {
    "birth": 20150000, "employment_status": "not_seeking", "monthly_allowance": "none", "malnutrition": "none",
    "insured": True, "attends": "primary", "diploma": "none", "uses_internet": False,
}  # fmt: skip


def verdict(day: date = DAY, province: str = "", method: Any = "points", **changes: Any) -> Verdict:
    return judge(standards.on(day, province), {**HOUSE, **changes}, [MOTHER, CHILD], method=method)


def parts(reason: Reason) -> list[Reason]:
    return [reason, *(each for child in reason.children for each in parts(child))]


def test_poor_by_points_names_its_deprivations() -> None:
    found = verdict()
    assert (found.household_class, found.income_score, found.deprivation_score) == ("poor", 120, 40)
    assert found.deprivations == ("health_insurance", "housing_quality", "toilet", "telecom")
    assert found.undetermined == ()


def test_reasons_lead_to_answer_threshold_and_article() -> None:
    lines = [each for each in parts(verdict().reasons) if each.kind == "compare" and each.value is True]
    (line,) = [each for each in lines if each.thresholds[0].concept == "income_score_line"]
    assert (line.left, line.op, line.right) == (120, "<=", 140)
    assert line.thresholds[0].document == "07/2021/TT-BLĐTBXH"
    (insured,) = [each for each in parts(verdict().reasons) if each.concept == "health_insurance"]
    assert insured.children[0].members == (0,)
    below = parts(insured)
    assert any(given.name == "insured" and given.member == 0 for each in below for given in each.inputs)
    assert any(line.concept == "health_insurance_age" and line.value == 6 for each in below for line in each.thresholds)


def test_every_leaf_has_an_answer_a_threshold_or_an_article() -> None:
    for each in parts(verdict().reasons):
        if not each.children and each.kind not in ("members",):
            assert each.inputs or each.thresholds or each.document, each


def test_class_that_hangs_on_an_answer_is_not_given() -> None:
    found = judge(standards.on(DAY), HOUSE, [{**MOTHER, "insured": None, "uses_internet": None}, CHILD])
    assert found.household_class is None
    assert Missing("insured", 0) in found.missing
    assert Missing("uses_internet", 0) in found.missing
    assert found.undetermined == ("health_insurance", "telecom")
    assert found.refusals == ()


def test_unanswered_question_that_cannot_matter_is_not_asked() -> None:
    found = judge(standards.on(DAY), {"area": "rural", "income_score_typed": 145}, [{}])
    assert (found.household_class, found.missing) == ("not_poor", ())
    sure = judge(standards.on(DAY), HOUSE, [{**MOTHER, "employment_status": None}, CHILD])
    assert (sure.household_class, sure.missing) == ("poor", ())


def test_without_a_scorecard_the_text_that_has_it_is_named() -> None:
    found = verdict(income_score_typed=None)
    assert found.household_class is None
    assert [(each.concept, each.document, each.article) for each in found.refusals] == [
        ("scorecard_score", "02/2022/TT-BLĐTBXH", "Phụ lục III")
    ]
    assert Missing("income_score_typed") in found.missing


def test_unknown_area_asks_for_the_area() -> None:
    found = verdict(area=None)
    assert (found.household_class, found.missing, found.refusals) == (None, (Missing("area"),), ())


@pytest.mark.parametrize(("income", "expected"), [(2_200_001, "not_poor"), (2_200_000, None)])
def test_from_2027_only_income_above_the_line_is_certain(income: int, expected: str | None) -> None:
    found = verdict(date(2027, 1, 1), method="income", income_per_person=income)
    assert found.household_class == expected
    assert [each.document for each in found.refusals] == ([] if expected else ["351/2025/NĐ-CP"])


def test_what_only_memory_vouches_for_is_named() -> None:
    found = verdict()
    assert {"health_insurance", "health_insurance_age", "toilet", "telecom"} <= set(found.unverified)
    assert "income_score_line" not in found.unverified
    above = verdict(income_score_typed=200)
    assert above.unverified == ()  # nothing remembered was needed to say that 200 is more than 140


def test_typed_scores_are_marked() -> None:
    assert verdict().typed == ("income_score_typed",)
    both = verdict(deprivation_score_typed=30)
    assert both.typed == ("income_score_typed", "deprivation_score_typed")
    assert (both.household_class, both.deprivation_score) == ("poor", 30)
    assert verdict(method="income", income_per_person=1_000_000).typed == ()


def test_province_with_its_own_line_decides_by_it() -> None:
    national = verdict(date(2024, 1, 1), method="income", income_per_person=1_800_000)
    local = verdict(date(2024, 1, 1), "75", method="income", income_per_person=1_800_000)
    assert (national.household_class, local.household_class) == ("not_poor", "poor")
    late = verdict(date(2026, 1, 1), "75", method="income", income_per_person=1_800_000)
    assert late.household_class == "not_poor"  # the province's standard ended with 2025


def test_replay_gives_the_same_bytes() -> None:
    found = verdict(date(2024, 3, 1), "75", method="income", income_per_person=1_800_000)
    answers = {**HOUSE, "income_per_person": 1_800_000}
    record = Record(found.standard, found.day, found.province, found.method, answers, (MOTHER, CHILD))
    assert encode(replay(record)) == encode(found)

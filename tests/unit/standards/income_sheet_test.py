"""The 12-month income sheet: receipts less costs, source by source, for average living standard and low income."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from giamngheo import standards
from giamngheo.standards.engines.in_memory import World, evaluate

STANDARD = standards.on(date(2026, 11, 24))
SOURCES = ("crops", "livestock", "forestry", "fishery", "salt", "services", "business")
SHEET: dict[str, Any] = {
    "area": "rural", "farming": True, "recognised_class": "not_poor", "receipts_wages": 30_000_000, "receipts_other": 0,
    **{f"{kind}_{source}": 0 for kind in ("receipts", "costs") for source in SOURCES},
    "receipts_crops": 60_000_000, "costs_crops": 25_000_000, "receipts_livestock": 20_000_000,
    "costs_livestock": 13_000_000,
}  # fmt: skip
WORKER = {"birth": 19850101, "employment_status": "own_work"}
PENSIONER = {"birth": 19500101, "employment_status": "not_seeking"}


def world(household: dict[str, Any], people: int = 3) -> World:
    return World(STANDARD, household, [WORKER, *[PENSIONER] * (people - 1)])


def test_sheet_adds_receipts_less_costs() -> None:
    assert world(SHEET).rule("household_income") == 30_000_000 + 35_000_000 + 7_000_000


def test_three_people_on_72_million_are_of_average_living_standard() -> None:
    assert world(SHEET, 3).rule("average_living_standard") is True  # 2,000,000 a person a month
    assert world(SHEET, 4).rule("average_living_standard") is False  # 1,500,000: at the poverty line, not above it
    assert world(SHEET, 2).rule("average_living_standard") is False  # 3,000,000: above 2,250,000
    assert world({**SHEET, "farming": False}).rule("average_living_standard") is False


def test_losses_lower_the_income_below_zero() -> None:
    lost = {**SHEET, "costs_livestock": 200_000_000}
    assert world(lost).rule("household_income") == -115_000_000
    assert world(lost).rule("within_income_line") is True


@pytest.mark.parametrize("line", ["costs_salt", "receipts_other", "receipts_fishery"])
def test_an_open_line_leaves_the_income_open(line: str) -> None:
    assert world({**SHEET, line: None}).rule("household_income") is None
    assert world({**SHEET, line: None, "income_12_months": 72_000_000}).rule("household_income") == 72_000_000


@pytest.mark.parametrize(
    ("day", "recognised", "expected"),
    [
        (date(2026, 11, 24), "not_poor", [True, False]),
        (date(2026, 11, 24), "near_poor", [False, False]),
        (date(2025, 2, 23), "not_poor", None),  # the rule begins on 24/02/2025
    ],
)
def test_low_income_worker_works_in_a_household_that_is_not_poor(
    day: date, recognised: str, expected: list[bool] | None
) -> None:
    standard = standards.on(day)
    found = World(standard, {**SHEET, "recognised_class": recognised}, [WORKER, PENSIONER, PENSIONER])
    rule = standard.rules.get("low_income_worker")
    if expected is None:
        assert rule is None
    else:
        assert rule is not None
        assert [evaluate(rule, found, each) for each in found.members[:2]] == expected

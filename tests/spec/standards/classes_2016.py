"""Rulings on the class of a household, 2016 to 2021: two lines, and indicators whose thresholds were not seen."""

from datetime import date

from tests.spec.standards.households import home, people
from tests.spec.standards.ruling import Ruling

P, Y, C, L = "class_by_points", "class_by_income", "household_class", "average_living_standard"
_DAY = date(2019, 11, 24)


def _typed(b1: int, b2: int | None = None, area: str = "rural") -> dict[str, object]:
    b2_given = {} if b2 is None else {"deprivation_score_typed": b2}
    return {"area": area, "income_score_typed": b1, **b2_given}


def _income(amount: int, area: str = "rural") -> dict[str, object]:
    return {"area": area, "income_per_person": amount}


CASES = (
    Ruling("rural B1 120 is poor whatever is lacking", P, "poor", _typed(120), day=_DAY),
    Ruling("rural B1 121 with B2 30 is poor", P, "poor", _typed(121, 30), day=_DAY),
    Ruling("rural B1 150 with B2 20 is near-poor", P, "near_poor", _typed(150, 20), day=_DAY),
    Ruling("rural B1 151 is not poor", P, "not_poor", _typed(151, 100), day=_DAY),
    Ruling("urban B1 140 is poor whatever is lacking", P, "poor", _typed(140, None, "urban"), day=_DAY),
    Ruling("urban B1 175 with B2 30 is poor", P, "poor", _typed(175, 30, "urban"), day=_DAY),
    Ruling("urban B1 141 with B2 29 is near-poor", P, "near_poor", _typed(141, 29, "urban"), day=_DAY),
    Ruling("urban B1 176 is not poor", P, "not_poor", _typed(176, 30, "urban"), day=_DAY),
    Ruling("between the two lines the class waits for B2", P, None, _typed(130), day=_DAY,
           settled={"deprivation_score_typed": 30}, then="poor"),
    Ruling("a rural income of 700.000 is poor whatever is lacking", Y, "poor", _income(700_000), day=_DAY),
    Ruling("an urban income of 900.000 is poor whatever is lacking", Y, "poor", _income(900_000, "urban"), day=_DAY),
    Ruling("a rural income above 1.000.000 is not poor", Y, "not_poor", _income(1_000_001), day=_DAY),
    Ruling("an urban income above 1.300.000 is not poor", Y, "not_poor", _income(1_300_001, "urban"), day=_DAY),
    Ruling("between the lines the class needs indicators whose thresholds were not seen: refused", Y, None,
           {**home(), **_income(800_000)}, people(4), day=_DAY, lacks="water"),
    Ruling("the standard of 2016 still decides on the last day of 2021", C, "poor", _income(700_000),
           day=date(2021, 12, 31)),
    Ruling("an indicator of 2016 is refused: its threshold was not seen", "housing_area", None, home(dwelling_area=100),
           people(4), day=_DAY, lacks="housing_area"),
    Ruling("B2 of 2016 is what the paper says, never ten a deprivation", "deprivation_score", None, home(), people(4),
           day=_DAY, settled={"deprivation_score_typed": 40}, then=40),
    Ruling("rural B1 121 without B2 is between the lines", P, None, _typed(121), day=_DAY,
           settled={"deprivation_score_typed": 20}, then="near_poor"),
    Ruling("a rural income of 700.001 is between the lines: refused", Y, None, _income(700_001), day=_DAY,
           lacks="water"),
    Ruling("an urban income of 900.001 is between the lines: refused", Y, None, _income(900_001, "urban"), day=_DAY,
           lacks="water"),
    Ruling("a rural income of 1.000.000 is still between the lines: refused", Y, None, _income(1_000_000), day=_DAY,
           lacks="water"),
    Ruling("an urban income of 1.300.000 is still between the lines: refused", Y, None, _income(1_300_000, "urban"),
           day=_DAY, lacks="water"),
    Ruling("33.600.000 in twelve months are 700.000 a month for each of four", Y, "poor",
           {"area": "rural", "income_12_months": 33_600_000}, people(4), day=_DAY),
    Ruling("33.600.001 in twelve months for four are between the lines: refused", Y, None,
           {"area": "rural", "income_12_months": 33_600_001}, people(4), day=_DAY, lacks="water"),
    Ruling("48.000.000 in twelve months for four are still between the lines: refused", Y, None,
           {"area": "rural", "income_12_months": 48_000_000}, people(4), day=_DAY, lacks="water"),
    Ruling("48.000.001 in twelve months for four are not poor", Y, "not_poor",
           {"area": "rural", "income_12_months": 48_000_001}, people(4), day=_DAY),
    Ruling("in 2019 the recognised class goes before points", C, "near_poor",
           {**_typed(100), "recognised_class": "near_poor"}, day=_DAY),
    Ruling("in 2019 points go before income", C, "not_poor", {**_typed(151), **_income(700_000)}, day=_DAY),
    Ruling("in 2019 a rural farming household with 1.500.000 was of average living standard", L, True,
           {**_income(1_500_000), "farming": True}, day=_DAY),
    Ruling("in 2019 a rural farming household with 1.500.001 was not", L, False,
           {**_income(1_500_001), "farming": True}, day=_DAY),
    Ruling("in 2019 a rural farming household with 1.000.000 was within the minimum living standard", L, False,
           {**_income(1_000_000), "farming": True}, day=_DAY),
    Ruling("in 2019 an urban farming household with 1.950.000 was of average living standard", L, True,
           {**_income(1_950_000, "urban"), "farming": True}, day=_DAY),
    Ruling("in 2019 an urban farming household with 1.950.001 was not", L, False,
           {**_income(1_950_001, "urban"), "farming": True}, day=_DAY),
    Ruling("in 2019 a farming household recognised as poor was not", L, False,
           {**_income(1_400_000), "farming": True, "recognised_class": "poor"}, day=_DAY),
    Ruling("in 2019 a farming household recognised as near-poor was not", L, False,
           {**_income(1_400_000), "farming": True, "recognised_class": "near_poor"}, day=_DAY),
    Ruling("in 2019 one recognised as not poor, but within the minimum living standard, was not either", L, False,
           {**_income(900_000), "farming": True, "recognised_class": "not_poor"}, day=_DAY),
    Ruling("in 2019 a household that did not farm was not", L, False, {**_income(1_500_000), "farming": False},
           day=_DAY),
    Ruling("in 2019 72.000.000 in twelve months for four were of average living standard", L, True,
           {"area": "rural", "income_12_months": 72_000_000, "farming": True}, people(4), day=_DAY),
    Ruling("in 2019 72.000.001 in twelve months for four were not", L, False,
           {"area": "rural", "income_12_months": 72_000_001, "farming": True}, people(4), day=_DAY),
)  # fmt: skip

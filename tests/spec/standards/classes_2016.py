"""Rulings on the class of a household, 2016 to 2021: two lines, and indicators whose thresholds were not seen."""

from datetime import date

from tests.spec.standards.households import home, people
from tests.spec.standards.ruling import Ruling

P, Y, C = "class_by_points", "class_by_income", "household_class"
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
)  # fmt: skip

"""Rulings on the class of a household from 2027: what still stands, and what is refused until the texts are read."""

from datetime import date

from tests.spec.standards.households import home, lacking, people
from tests.spec.standards.ruling import Ruling

C, Y = "household_class", "class_by_income"
_DAY = date(2027, 11, 24)
_THREE = ("water", "toilet", "housing_area")


def _income(amount: int, area: str = "rural") -> dict[str, object]:
    return {**lacking(*_THREE), "area": area, "income_per_person": amount}


CASES = (
    Ruling("from 2027 a rural income above 2.200.000 is not poor", C, "not_poor", _income(2_200_001), people(4), _DAY),
    Ruling("from 2027 an urban income above 2.800.000 is not poor", C, "not_poor", _income(2_800_001, "urban"),
           people(4),
           _DAY),
    Ruling("from 2027 an income within the line is refused: the indicators are not loaded", Y, None, _income(2_200_000),
           people(4), _DAY, lacks="enough_deprivations"),
    Ruling("from 2027 an urban income within the line is refused too", C, None, _income(2_800_000, "urban"), people(4),
           _DAY, lacks="enough_deprivations"),
    Ruling("from 2027 points are refused: the points of the line are not known", "class_by_points", None,
           lacking(*_THREE, income_score_typed=100, deprivation_score_typed=60), people(4), _DAY,
           lacks="class_by_points"),
    Ruling("from 2027 typed B2 is not compared either", "enough_deprivation_points", None,
           {"deprivation_score_typed": 60},
           day=_DAY, lacks="enough_deprivation_points"),
    Ruling("from 2027 a recognised class still stands", C, "poor", {"recognised_class": "poor"}, day=_DAY),
    Ruling("from 2027 the average living standard is refused: the articles read do not name it",
           "average_living_standard",
           None, home(income_per_person=2_500_000), people(4), _DAY, lacks="average_living_standard"),
    Ruling("from 2027 low-income workers are refused: the articles read do not name them", "low_income_worker", None,
           home(income_per_person=2_500_000), people(4), _DAY, person=0, lacks="low_income_worker"),
    Ruling("from 2027 Form A is refused: it awaits its circular", "to_be_reviewed", None, home(), people(4), _DAY,
           lacks="to_be_reviewed"),
    Ruling("on 31/12/2030 the lines of 2027 still decide", C, "not_poor", _income(2_200_001), people(4),
           date(2030, 12, 31)),
    Ruling("from 2027 105.600.000 in twelve months for four are within the line: refused", Y, None,
           lacking(*_THREE, income_12_months=105_600_000), people(4), _DAY, lacks="enough_deprivations"),
    Ruling("from 2027 105.600.001 in twelve months for four are above the line", Y, "not_poor",
           lacking(*_THREE, income_12_months=105_600_001), people(4), _DAY),
)  # fmt: skip

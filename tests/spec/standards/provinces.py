"""Rulings on provincial layers: Đồng Nai (75) and Thành phố Hồ Chí Minh (79)."""

from datetime import date

from tests.spec.standards.households import home, lacking, people
from tests.spec.standards.ruling import Ruling

C, Y, A = "household_class", "class_by_income", "average_living_standard"
_DAY = date(2024, 11, 24)
_TWO = ("water", "toilet")
DN, HCM = "75", "79"


def _income(amount: int, *lacks: str, area: str = "rural") -> dict[str, object]:
    return {**lacking(*lacks), "area": area, "income_per_person": amount}


CASES = (
    Ruling("Đồng Nai: a rural income of 2.000.000 with two deprivations is poor", C, "poor", _income(2_000_000, *_TWO),
           people(4), _DAY, DN),
    Ruling("outside Đồng Nai the same household is not poor", C, "not_poor", _income(2_000_000, *_TWO), people(4),
           _DAY),
    Ruling("Đồng Nai: an urban income of 2.500.000 with two deprivations is poor", C, "poor",
           _income(2_500_000, *_TWO, area="urban"), people(4), _DAY, DN),
    Ruling("Đồng Nai: a rural income above 2.000.000 is not poor", C, "not_poor", _income(2_000_001, *_TWO), people(4),
           _DAY, DN),
    Ruling("Đồng Nai: within the line with one deprivation is refused: its near-poor rule was not seen", Y, None,
           _income(1_000_000, "water"), people(4), _DAY, DN, lacks="near_poor_dong_nai"),
    Ruling("Đồng Nai: points are refused", "class_by_points", None,
           lacking(*_TWO, income_score_typed=100, deprivation_score_typed=60), people(4), _DAY, DN,
           lacks="class_by_points"),
    Ruling("Đồng Nai: 3.000.000 in the country is of average living standard", A, True, _income(3_000_000), people(4),
           _DAY, DN),
    Ruling("Đồng Nai: 3.750.001 in town is above the average living standard", A, False,
           _income(3_750_001, area="urban"), people(4), _DAY, DN),
    Ruling("Đồng Nai: from 2026 the national standard holds", C, "not_poor", _income(2_000_000, *_TWO), people(4),
           date(2026, 1, 1), DN),
    Ruling("Thành phố Hồ Chí Minh: the class is refused: the city's decision is not loaded", C, None,
           _income(1_000_000, *_TWO, "housing_area"), people(4), _DAY, HCM, lacks="class_by_income"),
    Ruling("Thành phố Hồ Chí Minh: points are refused", "class_by_points", None,
           lacking(*_TWO, income_score_typed=100, deprivation_score_typed=60), people(4), _DAY, HCM,
           lacks="class_by_points"),
    Ruling("Thành phố Hồ Chí Minh: deprivations are not counted: the city has ten indicators of its own",
           "deprivation_count", None, home(), people(4), _DAY, HCM, lacks="deprivation_indicators"),
    Ruling("Thành phố Hồ Chí Minh: the average living standard is refused", A, None, _income(3_500_000), people(4),
           _DAY,
           HCM, lacks="average_living_standard"),
    Ruling("Thành phố Hồ Chí Minh: in 2021 the city's own standard was in force too", C, None,
           _income(600_000, *_TWO), people(4), date(2021, 11, 24), HCM, lacks="class_by_income"),
    Ruling("Thành phố Hồ Chí Minh: from 2026 the national standard holds", C, "near_poor", _income(1_000_000, *_TWO),
           people(4), date(2026, 1, 1), HCM),
    Ruling("Thành phố Hồ Chí Minh: a recognised class stands", C, "near_poor", {"recognised_class": "near_poor"}, (),
           _DAY, HCM),
    Ruling("a province without a layer of its own has the national standard", C, "poor",
           lacking(*_TWO, "housing_area", income_score_typed=140), people(4), _DAY, "04"),
    Ruling("Đồng Nai: an urban income above 2.500.000 is not poor", C, "not_poor",
           _income(2_500_001, *_TWO, area="urban"), people(4), _DAY, DN),
    Ruling("Đồng Nai: 3.000.001 in the country is above the average living standard", A, False, _income(3_000_001),
           people(4), _DAY, DN),
    Ruling("Đồng Nai: 3.750.000 in town is of average living standard", A, True, _income(3_750_000, area="urban"),
           people(4), _DAY, DN),
)  # fmt: skip

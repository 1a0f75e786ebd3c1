"""Rulings on the class of a household, 2022 to 2026."""

from datetime import date

from tests.spec.standards.households import home, lacking, people
from tests.spec.standards.ruling import Ruling

C, P, Y = "household_class", "class_by_points", "class_by_income"
_TWO, _THREE = ("water", "toilet"), ("water", "toilet", "housing_area")
_MILLION = 1_000_000
SOURCES = ("crops", "livestock", "forestry", "fishery", "salt", "services", "business")


def _typed(b1: int, b2: int, area: str = "rural") -> dict[str, object]:
    return {"area": area, "income_score_typed": b1, "deprivation_score_typed": b2}


def _sheet(receipts: int, costs: int) -> dict[str, object]:
    """The twelve-month sheet with everything in crops."""
    empty = {f"{kind}_{source}": 0 for kind in ("receipts", "costs") for source in SOURCES}
    return {**empty, "receipts_wages": 0, "receipts_other": 0, "receipts_crops": receipts, "costs_crops": costs}


CASES = (
    Ruling("a rural household of four with 139 points and three deprivations is poor", C, "poor",
           lacking(*_THREE, income_score_typed=139), people(4)),
    Ruling("a rural household of four with 140 points and three deprivations is poor", C, "poor",
           lacking(*_THREE, income_score_typed=140), people(4)),
    Ruling("a rural household of four with 141 points and three deprivations is not poor", C, "not_poor",
           lacking(*_THREE, income_score_typed=141), people(4)),
    Ruling("a rural household of four with 140 points and two deprivations is near-poor", C, "near_poor",
           lacking(*_TWO, income_score_typed=140), people(4)),
    Ruling("an urban household with 175 points and three deprivations is poor", C, "poor",
           lacking(*_THREE, area="urban", income_score_typed=175), people(4)),
    Ruling("an urban household with 176 points is not poor", C, "not_poor",
           lacking(*_THREE, area="urban", income_score_typed=176), people(4)),
    Ruling("an urban household with 175 points that lacks nothing is near-poor", C, "near_poor",
           home(area="urban", income_score_typed=175), people(4)),
    Ruling("rural B1 140 and B2 30 from paper are poor", P, "poor", _typed(140, 30)),
    Ruling("rural B1 140 and B2 20 from paper are near-poor", P, "near_poor", _typed(140, 20)),
    Ruling("rural B1 145 and B2 120 from paper are not poor", P, "not_poor", _typed(145, 120)),
    Ruling("urban B1 145 and B2 30 from paper are poor", P, "poor", _typed(145, 30, "urban")),
    Ruling("urban B1 0 and B2 0 from paper are near-poor", P, "near_poor", _typed(0, 0, "urban")),
    Ruling("points decide nothing where the area is not known", P, None, {**_typed(150, 30), "area": None},
           settled={"area": "urban"}, then="poor"),
    Ruling("above the line a household is not poor whatever it left unanswered", C, "not_poor",
           {"area": "rural", "income_score_typed": 150}),
    Ruling("within the line the class waits for the deprivations", C, None,
           {"area": "rural", "income_score_typed": 120},
           people(1), settled={"deprivation_score_typed": 30}, then="poor"),
    Ruling("three certain deprivations make a household within the line poor, whatever else is open", C, "poor",
           lacking(*_THREE, income_score_typed=120, wall=None, roof=None), people(4)),
    Ruling("without B1 and without an income nothing is decided", C, None, lacking(*_THREE), people(4),
           settled={"income_score_typed": 140}, then="poor"),
    Ruling("B1 is not added up while no scorecard is loaded", "income_score", None, home(), people(4),
           lacks="scorecard_score"),
    Ruling("B1 typed from a paper form is B1", "income_score", 95, {"income_score_typed": 95}),
    Ruling("a rural income of 1.500.000 with three deprivations is poor", Y, "poor",
           lacking(*_THREE, income_per_person=1_500_000), people(4)),
    Ruling("a rural income of 1.500.001 is not poor", Y, "not_poor",
           lacking(*_THREE, income_per_person=1_500_001), people(4)),
    Ruling("a rural income of 1.500.000 with two deprivations is near-poor", Y, "near_poor",
           lacking(*_TWO, income_per_person=1_500_000), people(4)),
    Ruling("an urban income of 2.000.000 with three deprivations is poor", Y, "poor",
           lacking(*_THREE, area="urban", income_per_person=2 * _MILLION), people(4)),
    Ruling("an urban income of 2.000.001 is not poor", Y, "not_poor",
           lacking(*_THREE, area="urban", income_per_person=2_000_001), people(4)),
    Ruling("72.000.000 in twelve months are 1.500.000 a month for each of four", Y, "poor",
           lacking(*_THREE, income_12_months=72 * _MILLION), people(4)),
    Ruling("72.000.001 in twelve months are above the line for four", Y, "not_poor",
           lacking(*_THREE, income_12_months=72_000_001), people(4)),
    Ruling("72.000.000 in twelve months are above the line for three", Y, "not_poor",
           lacking(*_THREE, income_12_months=72 * _MILLION), people(3)),
    Ruling("the income per person goes before that of twelve months", Y, "not_poor",
           lacking(*_THREE, income_per_person=3 * _MILLION, income_12_months=0), people(4)),
    Ruling("points decide before income", C, "not_poor",
           lacking(*_THREE, income_score_typed=150, income_per_person=1 * _MILLION), people(4)),
    Ruling("income decides where B1 is not known", C, "poor", lacking(*_THREE, income_per_person=1 * _MILLION),
           people(4)),
    Ruling("what the decision says now goes before any sum", C, "near_poor",
           lacking(*_THREE, recognised_class="near_poor", income_score_typed=100), people(4)),
    Ruling("the standard of 2022 still decides on the last day of 2026", C, "poor",
           lacking(*_THREE, income_score_typed=140), people(4), day=date(2026, 12, 31)),
    Ruling("the standard of 2022 decides from its first day", C, "near_poor",
           lacking(*_TWO, income_score_typed=140), people(4), day=date(2022, 1, 1)),
    Ruling("receipts of 80.000.000 less costs of 8.000.000 are 72.000.000 in twelve months: poor for four", Y, "poor",
           lacking(*_THREE, **_sheet(80_000_000, 8_000_000)), people(4)),
    Ruling("receipts of 80.000.001 less costs of 8.000.000 are above the line for four", Y, "not_poor",
           lacking(*_THREE, **_sheet(80_000_001, 8_000_000)), people(4)),
    Ruling("the sheet waits for a line nobody filled in", "household_income", None,
           {**_sheet(80_000_000, 8_000_000), "costs_crops": None}, settled={"costs_crops": 8_000_000}, then=72_000_000),
    Ruling("an income given as a whole goes before the sheet", "household_income", 50_000_000,
           {**_sheet(80_000_000, 8_000_000), "income_12_months": 50_000_000}),
    *(Ruling(f"receipts of one source add to the income, its costs lower it: {source}", "household_income", 3_000_000,
             {**_sheet(0, 0), f"receipts_{source}": 5_000_000, f"costs_{source}": 2_000_000}) for source in SOURCES),
    *(Ruling(f"income without costs adds: {source}", "household_income", 4_000_000,
             {**_sheet(0, 0), f"receipts_{source}": 4_000_000}) for source in ("wages", "other")),
)  # fmt: skip

"""Rulings on counting deprivations and B2, from answers and typed from paper."""

from tests.spec.standards.households import ITS_FIRST, home, lacking, people
from tests.spec.standards.ruling import Ruling

N, B2, ENOUGH, POINTS = "deprivation_count", "deprivation_score", "enough_deprivations", "enough_deprivation_points"
_TWO, _THREE = ("water", "toilet"), ("water", "toilet", "housing_area")

CASES = (
    Ruling("a household that lacks nothing counts 0", N, 0, home(), people(4)),
    Ruling("three deprivations count 3", N, 3, lacking(*_THREE), people(4)),
    Ruling("a deprivation of a member counts with those of the dwelling", N, 3, lacking(*_TWO),
           people(4, **ITS_FIRST["employment"])),
    Ruling("the count is open while one of the twelve is", N, None, lacking(*_THREE, roof=None, wall="non_durable"),
           people(4), settled={"roof": "durable"}, then=3),
    Ruling("each deprivation makes 10 points of B2", B2, 30, lacking(*_THREE), people(4)),
    Ruling("nothing lacking makes 0 points of B2", B2, 0, home(), people(4)),
    Ruling("B2 typed from a paper form goes before the count", B2, 50,
           lacking(*_THREE, deprivation_score_typed=50), people(4)),
    Ruling("B2 typed from a paper form needs no other answer", B2, 20, {"deprivation_score_typed": 20}),
    Ruling("two deprivations are not enough", ENOUGH, False, lacking(*_TWO), people(4)),
    Ruling("three deprivations are enough", ENOUGH, True, lacking(*_THREE), people(4)),
    Ruling("three certain deprivations are enough, whatever else is unanswered", ENOUGH, True,
           lacking(*_THREE, wall=None, roof=None, television=None), people(2, insured=None)),
    Ruling("two certain and one open may be enough: open", ENOUGH, None, lacking(*_TWO, dwelling_area=None), people(4),
           settled={"dwelling_area": 100}, then=True),
    Ruling("one certain and one open cannot be enough", ENOUGH, False, lacking("water", dwelling_area=None), people(4)),
    Ruling("29 typed points do not reach 30", POINTS, False, {"deprivation_score_typed": 29}),
    Ruling("30 typed points reach 30", POINTS, True, {"deprivation_score_typed": 30}),
    Ruling("typed points decide against the answers", POINTS, False, lacking(*_THREE, deprivation_score_typed=20),
           people(4)),
)  # fmt: skip

"""The class of a household, by points and by income."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import both, case, either

_NOT_POOR = n.Constant("not_poor")
_SCORE, _INCOME = n.Ref("within_score_line"), n.Ref("within_income_line")
_UPPER_SCORE, _MINIMUM = n.Ref("within_upper_score_line"), n.Ref("within_minimum_living_line")
_POINTS, _DEPRIVED = n.Ref("enough_deprivation_points"), n.Ref("enough_deprivations")

FORMULAS: dict[str, n.AnyNode] = {
    "class_by_points": case((n.Not(_SCORE), "not_poor"), (_POINTS, "poor"), otherwise=n.Constant("near_poor")),
    "class_by_income": case((n.Not(_INCOME), "not_poor"), (_DEPRIVED, "poor"), otherwise=n.Constant("near_poor")),
    # Two lines: below the lower one poor in any case; between the lines poor when deprived enough, else near-poor.
    "class_by_points_2016": case(
        (either(_SCORE, both(_UPPER_SCORE, _POINTS)), "poor"), (_UPPER_SCORE, "near_poor"), otherwise=_NOT_POOR
    ),
    "class_by_income_2016": case(
        (either(_INCOME, both(_MINIMUM, _DEPRIVED)), "poor"), (_MINIMUM, "near_poor"), otherwise=_NOT_POOR
    ),
    "class_by_income_dong_nai": case(
        (n.Not(_INCOME), "not_poor"), (_DEPRIVED, "poor"), otherwise=n.Absent("near_poor_dong_nai")
    ),
    # What the decision says now; else by points, the way of the review; else by income.
    "household_class": n.FirstKnown((n.Field("recognised_class"), n.Ref("class_by_points"), n.Ref("class_by_income"))),
}

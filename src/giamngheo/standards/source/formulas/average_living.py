"""Households of average living standard, and low-income workers (who are persons)."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.scores import within
from giamngheo.standards.source.formulas.words import both, member_is

_POOR = n.OneOf(n.Ref("household_class"), ("poor", "near_poor"))

FORMULAS: dict[str, n.AnyNode] = {
    "average_living_standard": both(
        n.Field("farming"), n.Not(_POOR), n.Not(n.Ref("within_income_line")), within("average_living_line")
    ),
    "average_living_standard_2016": both(
        n.Field("farming"), n.Not(_POOR), n.Not(n.Ref("within_minimum_living_line")), within("average_living_line")
    ),
    "low_income_household": both(n.Not(_POOR), within("low_income_worker_line")),
    "low_income_worker": both(
        member_is("employment_status", "contract", "no_contract", "own_work"), n.Ref("low_income_household")
    ),
}

"""Scores, and whether they reach the lines. `standards.source.build` fills in the indicators in force."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import members, number

# Stands for the references to all indicators of the standard: which they are is data (concept deprivation_indicators).
INDICATORS = n.Absent("deprivation_indicators")


def within(line: str) -> n.AnyNode:
    """Income per person a month is not above the line: as given, else the 12-month income of all members."""
    return n.FirstKnown(
        (
            n.Compare("<=", n.Field("income_per_person"), n.Parameter(line)),
            n.Compare("<=", n.Ref("household_income"), n.Multiply((number(12), n.Parameter(line), members()))),
        )
    )


def _sheet() -> n.AnyNode:
    """Receipts less costs of every source, then wages and other receipts; one line left open leaves the sum open."""
    farm = ("crops", "livestock", "forestry", "fishery", "salt", "services", "business")
    terms: list[n.AnyNode] = [n.Field("receipts_wages"), n.Field("receipts_other")]
    for source in farm:
        terms += [n.Field(f"receipts_{source}"), n.Multiply((number(-1), n.Field(f"costs_{source}")))]
    return n.Add(tuple(terms))


FORMULAS: dict[str, n.AnyNode] = {
    "household_income_given": n.Field("income_12_months"),
    "household_income_sheet": n.FirstKnown((n.Field("income_12_months"), _sheet())),
    "deprivation_count_indicators": n.CountTrue((INDICATORS,)),
    "deprivation_score_typed": n.Field("deprivation_score_typed"),
    "deprivation_score_2022": n.FirstKnown(
        (
            n.Field("deprivation_score_typed"),
            n.Multiply((n.Parameter("deprivation_points"), n.Ref("deprivation_count"))),
        )
    ),
    "income_score_typed": n.FirstKnown((n.Field("income_score_typed"), n.Ref("scorecard_score"))),
    "within_score_line": n.Compare("<=", n.Ref("income_score"), n.Parameter("income_score_line")),
    "within_upper_score_line": n.Compare("<=", n.Ref("income_score"), n.Parameter("income_score_upper_line")),
    "within_income_line": within("income_line"),
    "within_minimum_living_line": within("minimum_living_line"),
    "enough_deprivations": n.AtLeast(n.Parameter("poor_deprivations"), (INDICATORS,)),
    # A typed score decides; else as many deprivations as make the points, which may be certain while some are unknown.
    "enough_deprivation_points": n.FirstKnown(
        (
            n.Compare(">=", n.Field("deprivation_score_typed"), n.Parameter("poor_deprivation_score")),
            n.Ref("enough_deprivations"),
        )
    ),
}

"""Indicators of dimension Nhà ở."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import household_is, members

HOUSING_QUALITY = n.AtLeast(
    n.Parameter("non_durable_structures"),
    tuple(household_is(part, "non_durable") for part in ("wall", "pillar", "roof")),
)
HOUSING_AREA = n.Compare("<", n.Field("dwelling_area"), n.Multiply((n.Parameter("floor_area"), members())))

FORMULAS: dict[str, n.AnyNode] = {"housing_quality_2022": HOUSING_QUALITY, "housing_area_2022": HOUSING_AREA}

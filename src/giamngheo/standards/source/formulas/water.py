"""Indicators of dimension Nước sinh hoạt và vệ sinh."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import household_is

_CLEAN = ("piped", "drilled_well", "protected_dug_well", "protected_spring", "rain", "bottled")
_HYGIENIC = ("septic", "pour_flush", "ventilated", "two_vault")

FORMULAS: dict[str, n.AnyNode] = {
    "water_2022": n.Not(household_is("water_source", *_CLEAN)),
    "toilet_2022": n.Not(household_is("toilet_kind", *_HYGIENIC)),
}

"""Indicators of dimension Y tế."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import aged, both, member_is

NUTRITION = n.Any(both(aged(below="nutrition_age"), member_is("malnutrition", "stunted", "underweight", "both")))
HEALTH_INSURANCE = n.Any(both(aged("health_insurance_age"), n.Not(n.MemberField("insured"))))

FORMULAS: dict[str, n.AnyNode] = {"nutrition_2022": NUTRITION, "health_insurance_2022": HEALTH_INSURANCE}

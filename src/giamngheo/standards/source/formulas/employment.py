"""Indicators of dimension Việc làm."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import aged, either, member_is, members, number

# A wage job without a labour contract counts like no job. Whether somebody is of working age, able and willing is
# the reviewer's answer: the ages were not seen in the text.
EMPLOYMENT = n.Any(member_is("employment_status", "seeking", "no_contract"))

# Children, and elderly or disabled people who receive the monthly social allowance, against all members.
# Multiplied out: 100 × dependants > 50 × members.
DEPENDANTS = n.Compare(
    ">",
    n.Multiply(
        (
            number(100),
            n.Count(either(aged(below="dependant_child_age"), member_is("monthly_allowance", "elderly", "disabled"))),
        )
    ),
    n.Multiply((n.Parameter("dependant_percent"), members())),
)

FORMULAS: dict[str, n.AnyNode] = {"employment_2022": EMPLOYMENT, "dependants_2022": DEPENDANTS}

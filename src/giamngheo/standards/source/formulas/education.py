"""Indicators of dimension Giáo dục."""

from giamngheo.standards import nodes as n
from giamngheo.standards.source.formulas.words import aged, both, either, member_is, number

_ABOVE_PRIMARY = ("lower_secondary", "upper_secondary", "vocational", "university")
_FROM_PRIMARY = ("primary", *_ABOVE_PRIMARY)
_TRAINED = ("upper_secondary", "elementary_vocational", "intermediate", "college", "university")

# "Up to 30" is read as: until the 31st birthday.
_UNTIL_LAST_AGE = n.Not(
    n.AgeAtLeast(n.MemberField("birth"), n.Add((n.Parameter("adult_education_last_age"), number(1))))
)
# From 16 to 17: in lower secondary school or above, or through with it. From 18: in upper secondary school or in
# vocational training, or through with one of them. Or recruited with certified training on the job.
_UNTIL_18 = aged(below="upper_secondary_age")
_ADEQUATE = either(
    member_is("diploma", *_TRAINED),
    n.MemberField("certified_training"),
    member_is("attends", "upper_secondary", "vocational", "university"),
    both(_UNTIL_18, either(member_is("attends", "lower_secondary"), member_is("diploma", "lower_secondary"))),
)
ADULT_EDUCATION = n.Any(both(aged("adult_education_age"), _UNTIL_LAST_AGE, n.Not(_ADEQUATE)))

# Attending a level above that of one's age is no deprivation: a child of 15 in upper secondary school is ahead.
CHILD_SCHOOLING = n.Any(
    either(
        both(aged("preschool_age", below="primary_age"), member_is("attends", "none")),
        both(aged("primary_age", below="lower_secondary_age"), n.Not(member_is("attends", *_FROM_PRIMARY))),
        both(aged("lower_secondary_age", below="schooling_age"), n.Not(member_is("attends", *_ABOVE_PRIMARY))),
    )
)

FORMULAS: dict[str, n.AnyNode] = {"adult_education_2022": ADULT_EDUCATION, "child_schooling_2022": CHILD_SCHOOLING}

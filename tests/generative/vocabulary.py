"""What made-up rules may speak of: questions of every kind, numbers of the law national, by area and absent."""

from __future__ import annotations

from datetime import date

from giamngheo.standards import nodes as n
from giamngheo.standards.release import Citation, Concept, Entry, Option, Question, Text
from giamngheo.standards.validation import Kind

DAYS = (
    date(2026, 11, 24),
    date(2024, 2, 29),
    date(2025, 2, 28),
    date(2022, 1, 1),
    date(2025, 12, 31),
    date(2026, 3, 1),
)
MOST = {"number": 20_000, "points": 20_000, "dong": 300_000_000_000, "area": 3_000_000}  # per answer


def _question(name: str, kind: str, scope: str, *codes: str) -> Question:
    options = tuple(Option(code, Text(code, code)) for code in codes)
    return Question(name, Text(name, name), kind, scope, options)  # type: ignore[arg-type]


QUESTIONS = (
    _question("farming", "yes_no", "household"),
    _question("radio", "yes_no", "household"),
    _question("area", "option", "household", "rural", "urban"),
    _question("wall", "option", "household", "durable", "non_durable"),
    _question("income", "dong", "household"),
    _question("floor", "area", "household"),
    _question("score", "points", "household"),
    _question("rooms", "number", "household"),
    _question("founded", "birth", "household"),
    _question("insured", "yes_no", "member"),
    _question("working", "yes_no", "member"),
    _question("attends", "option", "member", "none", "primary", "university"),
    _question("diploma", "option", "member", "none", "primary", "university"),
    _question("birth", "birth", "member"),
    _question("issued", "birth", "member"),
    _question("school_years", "number", "member"),
    _question("wage", "dong", "member"),
)
# By unit, so that answers are made near them. None: absent, nobody has seen it.
PARAMETERS: dict[str, tuple[str, int | dict[str, int] | None]] = {
    "income_line": ("dong_per_person_month", {"rural": 1_500_000, "urban": 2_000_000}),
    "half_line": ("points", {"rural": 140}),
    "points_line": ("points", 30),
    "floor_line": ("hundredths_m2", 800),
    "school_age": ("years", 6),
    "working_age": ("years", 15),
    "few": ("indicators", 2),
    "unseen": ("points", None),
    "unseen_age": ("years", None),
}
_CITED = {"start": date(2000, 1, 1), "citation": Citation("1/2000/MADE-UP"), "verified": True,
          "last_reviewed": date(2026, 11, 24)}  # fmt: skip
WORDS = tuple(sorted({option.code for each in QUESTIONS for option in each.options}))


def kind_of(question: Question) -> Kind:
    """What kind of value an answer is."""
    of: dict[str, Kind] = {"yes_no": "truth", "option": "word", "birth": "birth"}
    return of.get(question.kind, "number")


def number_concept(name: str, unit: str, value: int | dict[str, int] | None) -> Concept:
    """The concept of a number of the law."""
    given = {"absent": Text("Chưa thấy", "Not seen")} if value is None else (
        {"by_area": value} if isinstance(value, dict) else {"number": value}
    )  # fmt: skip
    return Concept(name, Text(name, name), unit, (Entry(**_CITED, **given),))  # type: ignore[arg-type]


def absent_rule(name: str) -> Concept:
    """A rule that nobody has seen."""
    return Concept(name, Text(name, name), "rule", (Entry(**_CITED, absent=Text("Chưa thấy", "Not seen")),))


def rule_concept(name: str, tree: n.AnyNode, unit: str) -> Concept:
    """The concept of a rule."""
    return Concept(name, Text(name, name), unit, (Entry(**_CITED, rule=tree),))  # type: ignore[arg-type]

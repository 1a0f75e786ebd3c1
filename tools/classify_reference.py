"""docs/reference/classify.md: which columns `giamngheo classify` reads and writes, from the questions of the
standards.
"""

from __future__ import annotations

from giamngheo.standards import newest
from giamngheo.standards.answering import limits
from giamngheo.standards.release import Question

KINDS = {
    "yes_no": "yes or no", "option": "one of", "number": "whole number", "points": "points", "dong": "đồng",
    "area": "m², at most two decimals", "birth": "date, or year",
}  # fmt: skip
HEAD = """# Columns of `giamngheo classify` and `giamngheo whatif`

Generated from the questions of the standards by `make docs`; how cells are read:
[population](../algorithms/population.md). Every column but `household_id` may be missing: the question then counts as
not answered.

Two tables, `households` and `members`. Both have `household_id`; households may have `province`, `commune`,
`village`, `name`,
members `member_id`, `name`. `province` is the code among the 63 provinces until 30/06/2025.
"""
OUT = """
## What `classify` writes

| column | value |
|---|---|
| household_id, commune, village | as they came |
| province | as it came; a code kept as a number has two digits again (1 becomes 01) |
| class | poor, near_poor, not_poor, unknown: as recognised, else by points, else by income |
| class_by_points, class_by_income | the same by one method |
| income_score, deprivation_score, deprivation_count | B1, B2, number of deprivations; empty where unknown |
| one column an indicator | true: deprived, false: not, empty: unknown |
| pattern | bit 0 is the first indicator of the certificate; empty where one is unknown |
| average_living_standard | true, false or empty |
| standard | id and revision, with the province where its layer was used: vn-2022.1/75 |
| verified | false where the class stands on a value that nobody read in its text |

`--workers FILE`: household_id, member_id, low_income_worker. `--bad-rows FILE`: table, row, file, household_id,
member_id, codes, columns, reasons, answers (the row as JSON). `--explain`: beside OUT, under its name,
NAME.reasons.jsonl, the verdict with its reasons, a line a household.
"""


def page() -> str:
    """The whole page."""
    questions: dict[str, Question] = {}
    for release in newest():
        questions.update({each.name: each for each in release.questions})
    lines = [HEAD]
    for scope in ("household", "member"):
        lines += [f"\n## About a {scope}\n", "| column | label | answers |", "|---|---|---|"]
        for each in questions.values():
            if each.scope == scope:
                options = "; ".join(f"{option.code} ({option.label.vi})" for option in each.options)
                held = limits(each)
                answers = f"{KINDS[each.kind]} {options}".strip() + (f" {held.en}" if held else "")
                lines.append(f"| {each.name} | {each.label.vi} · {each.label.en} | {answers} |")
    return "\n".join(lines) + "\n" + OUT

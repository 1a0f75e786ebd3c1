"""In what a row of a form is counted, and with how many decimals it is printed. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from giamngheo.monitoring.forms.definition import Form
from giamngheo.monitoring.forms.expressions import refs

BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
RATE_DECIMALS = 2


def unit_of(form: Form, key: str, units: Mapping[str, str]) -> str:
    """Of the indicator (`units` by its code); else in brackets behind the title; else that of all rows it is added
    from, or of the column."""
    row = form.rows[key]
    if row.indicator in units:
        return units[row.indicator]
    if (said := BRACKETS.search(row.title)) and not re.search(r"[\d,+]", said[1]):
        return said[1]
    found = {units[code] for each in made_of(form, key) if (code := form.rows[each].indicator) in units}
    if len(found) == 1:
        return found.pop()
    return next((each.unit for each in form.columns.values() if each.reads == "actual"), "")


def made_of(form: Form, key: str) -> set[str]:
    """The row, or the rows of the form its formulas name."""
    found = {key}
    for (row, column), node in form.formulas.items():
        if row == key:
            found |= {each for ref in refs(node) if not ref.form for each, _other in form.cells(ref, row, column)}
    return found


def decimals_of(form: Form, key: str, column: str, units: Mapping[str, str]) -> int | None:
    """What the column says; of a rate always two, so that 14 % stands as 14,00 beside 14,25; None: as many as there
    are."""
    each = form.columns[column]
    if each.decimals is not None:
        return each.decimals
    return RATE_DECIMALS if is_rate(each.unit or unit_of(form, key, units)) else None


def is_rate(unit: str) -> bool:
    """Per cent, or points of it."""
    return unit.startswith(("%", "điểm %"))

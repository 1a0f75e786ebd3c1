"""Templates as they are printed: references from the register, figures from values, names from the unit register."""

from __future__ import annotations

import re
from datetime import date

from giamngheo.planning.content import MISSING_OPENS, PlanContent, ReferenceContent, token_pattern
from giamngheo.planning.figure_form import print_figure
from giamngheo.planning.reasons import PARTS


def printed(template: str, content: PlanContent) -> str:
    """`template` with every token as it prints; a token that points nowhere prints as a missing part."""
    if "{" not in template:
        return template

    def swap(match: re.Match[str]) -> str:
        return print_token(match[1], match[2], match[3] or "", content)

    return token_pattern().sub(swap, template)


def print_token(kind: str, key: str, style: str, content: PlanContent) -> str:
    """One token; see `planning.content` for kinds and styles."""
    if kind == "ref" and key in content.references:
        return print_reference(content.references[key], full=style == "full")
    if kind == "value" and key in content.values:
        value = content.values[key]
        return print_figure(value.value, value.decimals, style)
    if kind == "target" and key in content.targets:
        target = content.targets[key]
        if target.value is None:
            return missing(PARTS["target"].vi)
        return print_figure(target.value, target.decimals, style)
    if kind == "brace":
        return "{"
    if kind == "unit" and key in content.units:
        return content.units[key].upper() if style == "upper" else content.units[key]
    return missing(PARTS[{"ref": "reference", "value": "value", "target": "target"}.get(kind, "unit")].vi)


def print_reference(reference: ReferenceContent, *, full: bool) -> str:
    """829/QĐ-UBND ngày 17/03/2023; days below 10 and months 1 and 2 with a leading zero (NĐ 30/2020, Phụ lục I)."""
    if not full or not reference.issued_on:
        return reference.symbol
    return f"{reference.symbol} ngày {print_day(date.fromisoformat(reference.issued_on))}"


def print_day(day: date) -> str:
    """01/04/2024 is printed 01/4/2024, 29/02/2024 as it is."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def missing(what: str) -> str:
    """The visible mark of a part that is not there."""
    return f"{MISSING_OPENS} {what}]"

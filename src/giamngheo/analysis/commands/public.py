"""Groups as they may be published: small counts hidden, and what would give them back (measures.disclosure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.measures.disclosure import hidden_table

OF_POOR = ("H", "A", "M0", "vulnerable", "severe", "poor")
DEPTH = ("A", "M0", "M1", "M2")
FAMILIES = ("headcount", "censored", "contribution", "absolute_contribution")
ERRORS = ("se", "ci", "df")


def hide_small(groups: Sequence[dict[str, Any]]) -> None:
    """Replace by None, in place, what must not be shown; such a group says "suppressed": true.

    Groups must be of one column: a table of two would have totals across as well.
    """
    tables: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for group in groups:
        tables[(tuple(group["by"]), group["k"], group["weighting"])].append(group)
    for rows in tables.values():
        names = list(rows[0]["headcount"])
        marks = _by_column([_counts(row, names) for row in rows])
        for row, hide in zip(rows, marks, strict=True):
            _hide(row, names, hide)


def _counts(row: dict[str, Any], names: Sequence[str]) -> list[int]:
    """Rows; not poor; poor; vulnerable; severe; by indicator deprived, and deprived and poor. As people see them."""
    whole = row["n"]
    poor, vulnerable, severe = (round((row[name] or 0) * whole) for name in ("H", "vulnerable", "severe"))
    shares = [row[family][name] or 0 for family in ("headcount", "censored") for name in names]
    return [whole, whole - poor, poor, vulnerable, severe, *(round(share * whole) for share in shares)]


def _by_column(counts: Sequence[Sequence[int]]) -> list[list[bool]]:
    """Each column is published with its total; within a row the columns do not add up to one another."""
    columns = [hidden_table([[row[at]] for row in counts]) for at in range(len(counts[0]))]
    return [[column[row][0] for column in columns] for row in range(len(counts))]


def _hide(row: dict[str, Any], names: Sequence[str], hide: Sequence[bool]) -> None:
    few, few_not_poor, few_poor, few_vulnerable, few_severe, *each = hide
    raw, censored = each[: len(names)], each[len(names) :]
    whole = few or few_not_poor or few_poor
    gone = {name for name, small in (("vulnerable", few_vulnerable), ("severe", few_severe)) if small}
    if whole:
        gone |= {*OF_POOR, *DEPTH}
    elif any(censored):  # M0 and the other indicators' parts of it would give the hidden one back
        gone |= {*DEPTH}
    if few:
        gone |= {"n", "population"}
    row.update({name: None for name in gone if name in row})
    for at, name in enumerate(names):
        parts = whole or any(censored)
        for family, small in zip(FAMILIES, (raw[at], censored[at], parts, parts), strict=True):
            if whole or small:
                row[family][name] = None
    if any(hide):
        for name in ERRORS:
            row.pop(name, None)
        row["suppressed"] = True

"""Groups as they may be published: small counts hidden, and what would give them back (measures.disclosure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from giamngheo.analysis.measures.disclosure import hidden_table

ALL = ("H", "A", "M0", "vulnerable", "severe", "poor")
FAMILIES = ("headcount", "censored", "contribution", "absolute_contribution")
ERRORS = ("se", "ci", "df")


def hide_small(groups: Sequence[dict[str, Any]]) -> None:
    """Replace by None, in place, what must not be shown; such a group says "suppressed": true."""
    tables: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for group in groups:
        tables[(tuple(group["by"]), group["k"], group["weighting"])].append(group)
    for rows in tables.values():
        names = list(rows[0]["headcount"])
        counts = [_counts(row, names) for row in rows]
        marks = _by_column(counts)
        for row, hide in zip(rows, marks, strict=True):
            _hide(row, names, hide)


def _counts(row: dict[str, Any], names: Sequence[str]) -> list[int]:
    """Rows; not poor; poor; and of each indicator: deprived, and deprived and poor. In rows, as people see them."""
    whole = row["n"]
    poor = round((row["H"] or 0) * whole)
    shares = [row[family][name] or 0 for family in ("headcount", "censored") for name in names]
    return [whole, whole - poor, poor, *(round(share * whole) for share in shares)]


def _by_column(counts: Sequence[Sequence[int]]) -> list[list[bool]]:
    """Each column is published with its total; within a row the columns do not add up to one another."""
    columns = [hidden_table([[row[at]] for row in counts]) for at in range(len(counts[0]))]
    return [[column[row][0] for column in columns] for row in range(len(counts))]


def _hide(row: dict[str, Any], names: Sequence[str], hide: Sequence[bool]) -> None:
    whole, few_not_poor, few_poor, *each = hide
    whole = whole or few_not_poor or few_poor
    for at, name in enumerate(names):
        raw, censored = each[at], each[len(names) + at]
        for family, small in zip(FAMILIES, (raw, censored, censored, censored), strict=True):
            if whole or small:
                row[family][name] = None
    if whole:
        row.update(dict.fromkeys(ALL))
    if hide[0]:
        row["n"] = row["population"] = None
    if any(hide):
        for name in ERRORS:
            row.pop(name, None)
        row["suppressed"] = True

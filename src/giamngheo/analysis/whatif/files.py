"""The list of households that change, as a CSV file."""

from __future__ import annotations

import csv
from pathlib import Path

from giamngheo.analysis.whatif.outcome import Outcome
from giamngheo.analysis.whatif.report import said
from giamngheo.analysis.whatif.words import STATE_WORDS

HEADING = ("Mã hộ", "Tỉnh", "Xã", "Thôn", "Số người", "Hôm nay", "Khi đó", "Lý do")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(outcome: Outcome, language: str = "vi") -> list[list[str | int]]:
    """One row a household, in the order of the population."""
    return [
        [
            each.household.id,
            *(each.household.place.get(name, "") for name in ("province", "commune", "village")),
            each.household.people,
            said(STATE_WORDS[each.base.state], language),
            said(STATE_WORDS[each.other.state], language),
            "; ".join(said(reason, language) for reason in each.reasons),
        ]
        for each in outcome.changes
    ]


def write_changes(file: Path, outcome: Outcome) -> None:
    """CSV with a byte-order mark and semicolons, as a Vietnamese Excel expects it; words are never formulas."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        out = csv.writer(stream, delimiter=";")
        out.writerow(HEADING)
        for row in rows(outcome):
            out.writerow([_harmless(cell) for cell in row])


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell

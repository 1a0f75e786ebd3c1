"""The list of households that change, as a CSV file that Excel opens; written row by row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from giamngheo.analysis.whatif.judging import Compared
from giamngheo.analysis.whatif.report import said
from giamngheo.analysis.whatif.words import STATE_WORDS

HEADING = ("Mã hộ", "Tỉnh", "Xã", "Thôn", "Số người", "Hôm nay", "Khi đó", "Chuẩn hôm nay", "Chuẩn khi đó", "Lý do")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@contextmanager
def changes_file(file: Path) -> Iterator[Callable[[Compared], None]]:
    """A function that adds a household; byte-order mark and semicolons as a Vietnamese Excel expects them."""
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        out = csv.writer(stream, delimiter=";")
        out.writerow(HEADING)
        yield lambda each: out.writerow([_harmless(cell) for cell in _row(each)])


def _row(each: Compared, language: str = "vi") -> list[str | int]:
    place = each.household.place
    return [
        each.household.id,
        *(place.get(name, "") for name in ("province", "commune", "village")),
        each.household.people,
        said(STATE_WORDS[each.base.state], language),
        said(STATE_WORDS[each.other.state], language),
        *each.standards,
        "; ".join(said(reason, language) for reason in each.reasons),
    ]


def _harmless(cell: str | int) -> str | int:
    """Words are never formulas."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell

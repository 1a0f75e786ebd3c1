"""Opens a workbook (.xlsx, .xls, .ods) as grids of cells with their merged ranges."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from giamngheo.exchange.lists.problems import UNREADABLE
from giamngheo.foundation.findings import FindingError

Cell = str | int | float | bool | date | datetime | time | timedelta
Row = list[Cell]
MOST_ROWS = 300_000  # of one sheet: more people than any commune has


class Merge(NamedTuple):
    """A merged range, ends included, counted from 0 in the sheet."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(NamedTuple):
    """A sheet from its first row and column on: `rows[0]` is row 1 of Excel."""

    name: str
    rows: list[Row]
    merges: tuple[Merge, ...]


def column_letter(column: int) -> str:
    """0 -> "A", 27 -> "AB"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def open_sheets(path: Path) -> Iterator[Sheet]:
    """The visible sheets of a workbook in order; raises FindingError for what is no workbook."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
        visible = [each.name for each in book.sheets_metadata if each.visible == calamine.SheetVisibleEnum.Visible]
        for name in visible:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height > MOST_ROWS:
                raise FindingError(UNREADABLE.at(name=path.name, why=f"“{name}”: {sheet.total_height} > {MOST_ROWS}"))
            merges = tuple(
                Merge(top, left, bottom, right) for (top, left), (bottom, right) in (sheet.merged_cell_ranges or ())
            )
            yield Sheet(name, sheet.to_python(skip_empty_area=False), merges)
    except (calamine.CalamineError, OSError, ValueError) as error:
        why = "mật khẩu" if isinstance(error, calamine.PasswordError) else type(error).__name__
        raise FindingError(UNREADABLE.at(name=path.name, why=why)) from error


def text_of(cell: Cell) -> str:
    """A cell as its text; whole numbers without ".0"."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return f"{cell:%d/%m/%Y}"
    return str(cell)

"""A sheet of Excel as a grid in which merged cells hold their value everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from giamngheo.standards.scorecards.draft import Cell

MOST_CELLS = 100_000  # the largest table known has two thousand


class TooLargeError(ValueError):
    """A sheet claims more cells than any table has: `cells` of them."""

    def __init__(self, sheet: str, cells: int) -> None:
        super().__init__(sheet)
        self.sheet, self.cells = sheet, cells


class Grid:
    """Cells of one sheet by row and column, from 0."""

    def __init__(self, sheet: Any) -> None:
        self.name = str(sheet.name)
        cells = sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            raise TooLargeError(self.name, cells)
        self.rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
            self._fill(top, left, bottom, right)

    def _fill(self, top: int, left: int, bottom: int, right: int) -> None:
        if top >= len(self.rows) or left >= len(self.rows[top]):
            return
        value = self.rows[top][left]
        for row in self.rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = value

    def cell(self, row: int, column: int) -> Cell:
        """The cell; empty text is no value."""
        value = self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else None
        empty = value is None or (isinstance(value, str) and not value.strip())
        return Cell(None if empty else value, f"{self.name}!{_letters(column)}{row + 1}", row + 1)

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


def _letters(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def open_grids(path: Path) -> dict[str, Grid]:
    """Every sheet by name. Raises OSError, TooLargeError, and ValueError for a file that is no workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    path.open("rb").close()  # a missing file is an OSError, not a broken workbook
    try:
        with CalamineWorkbook.from_path(path) as book:
            return {name: Grid(book.get_sheet_by_name(name)) for name in book.sheet_names}
    except CalamineError as error:
        raise ValueError(str(error)) from error

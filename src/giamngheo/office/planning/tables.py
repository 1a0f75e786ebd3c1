"""A table as a form: a field for every cell, buttons that add and take away rows and columns without saving.

docs/algorithms/edit-tables.md says what of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from giamngheo.foundation.findings import FindingError
from giamngheo.planning.importing.problems import TABLE_LARGE
from giamngheo.planning.importing.tabling import MOST_CELLS, MOST_COLUMNS, Table, too_large
from giamngheo.planning.table_difference import TableChange

_FIELD = re.compile(r"o-(\d{1,5})-(\d{1,5})")
_LONG = 20  # letters
_ORDER = re.compile(r"(row|column)-(add|remove)-(\d{1,5})")


@dataclass(frozen=True, slots=True)
class CellField:
    """One cell: the name of its field, what it is called for ears, its words, and how many lines they are."""

    name: str
    label: str
    head: str  # its column's header, on one line
    text: str
    lines: int
    long: bool  # a column of running text wants room
    focus: bool


@dataclass(frozen=True, slots=True)
class RowFields:
    """One row; `number` 0 is the header."""

    number: int
    cells: list[CellField]

    @property
    def number_text(self) -> str:
        """For names of buttons, never with a thousands point."""
        return str(self.number)


def typed_rows(post: Mapping[str, str]) -> Table:
    """The cells of a sent form, rows and columns in the order of their numbers; gaps between numbers close.

    Raises FindingError PLAN-TABLE-LARGE.
    """
    cells = {(int(match[1]), int(match[2])): post[name] for name in post if (match := _FIELD.fullmatch(name))}
    rows, columns = sorted({row for row, _c in cells}), sorted({column for _r, column in cells})
    if too_large(len(rows), len(columns)):
        raise FindingError(TABLE_LARGE.at(cells=MOST_CELLS, columns=MOST_COLUMNS))
    return [[cells.get((row, column), "") for column in columns] for row in rows]


def rearranged(rows: Table, order: str) -> tuple[Table, tuple[int, int]]:
    """The table after a button ("row-add-2": a row below row 2, "column-remove-0") and the cell to go to next.

    The header row and the last column stay; an order nobody can give changes nothing. Raises PLAN-TABLE-LARGE.
    """
    match, table = _ORDER.fullmatch(order), [list(row) for row in rows]
    width = len(table[0]) if table else 0
    if match is None or int(match[3]) >= (len(table) if match[1] == "row" else width):
        return table, (0, 0)
    at, add = int(match[3]), match[2] == "add"
    if add and too_large(len(table) + (match[1] == "row"), width + (match[1] == "column")):
        raise FindingError(TABLE_LARGE.at(cells=MOST_CELLS, columns=MOST_COLUMNS))
    if match[1] == "row":
        if add:
            table.insert(at + 1, [""] * width)
        elif at:
            del table[at]
        return table, (at + 1 if add else min(at, len(table) - 1), 0)
    for row in table:
        if add:
            row.insert(at + 1, "")
        elif width > 1:
            del row[at]
    return table, (0, at + 1 if add else min(at, max(width - 2, 0)))


def fields_of(rows: Table, focus: tuple[int, int] = (0, 0)) -> list[RowFields]:
    """The fields of a table, every row as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    heads = [_one_line(rows[0][at]) if at < len(rows[0]) else "" for at in range(width)]
    heads = [head or _("Cột %(number)d") % {"number": at + 1} for at, head in enumerate(heads)]
    long = [any(len(row[at]) > _LONG for row in rows if at < len(row)) for at in range(width)]
    return [
        RowFields(number, [_cell(row, number, at, heads[at], long[at], focus) for at in range(width)])
        for number, row in enumerate(rows)
    ]


def _cell(row: list[str], number: int, at: int, head: str, long: bool, focus: tuple[int, int]) -> CellField:
    text = row[at] if at < len(row) else ""
    label = (
        _("Dòng %(row)d, %(column)s") % {"row": number, "column": head}
        if number
        else _("Tiêu đề cột %(number)d") % {"number": at + 1}
    )
    return CellField(f"o-{number}-{at}", label, head, text, text.count("\n") + 1, long, (number, at) == focus)


def place_of(change: TableChange) -> str:
    """Where in a table a change is, in words."""
    if change.kind == "column":
        return _("bảng, cột “%(column)s”") % {"column": change.column}
    name = f" “{change.name}”" if change.name else ""
    if change.kind == "row":
        return _("bảng, dòng %(row)d") % {"row": change.row}
    if change.row == 0:
        return _("bảng, tiêu đề cột “%(column)s”") % {"column": change.column}
    return _("bảng, dòng %(row)d%(name)s, cột “%(column)s”") % {
        "row": change.row, "name": name, "column": change.column,
    }  # fmt: skip


def _one_line(text: str) -> str:
    return " ".join(text.split())

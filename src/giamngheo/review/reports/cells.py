"""What a table is made of: headings, rows and cells as values."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

HOUSEHOLDS, PEOPLE = "households", "people"
Number = int | Decimal | str | None


class Head(NamedTuple):
    """One cell of the headings; `row` and `column` from 0, `rows` and `columns` how far it spreads."""

    text: str
    row: int
    column: int
    rows: int
    columns: int


class Cell(NamedTuple):
    """`kind`: count, percent or text. `column`: key of its column. `opens`: what the number was counted from:
    "rows" households the table knows, "register" everybody who lives there, "help" what the household of the line was
    handed, "" nothing that is listed."""

    value: Number
    kind: str
    column: str = ""
    opens: str = ""


class Row(NamedTuple):
    """`kind`: row, total, section or line. `key`: of the village or commune, "" for the whole; of a line its household.

    `split`: which half of a split row, "" without.
    """

    kind: str
    number: str
    title: str
    cells: list[Cell]
    key: str = ""
    split: str = ""

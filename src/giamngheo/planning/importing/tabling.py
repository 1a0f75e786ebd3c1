"""A table somebody edited as it prints, made templates again (docs/algorithms/edit-tables.md)."""

from __future__ import annotations

import re

from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.content import PlanContent
from giamngheo.planning.importing.names import Home
from giamngheo.planning.importing.problems import TABLE_HEADER, TABLE_LARGE
from giamngheo.planning.importing.templating import Templater

Table = list[list[str]]
MOST_CELLS, MOST_COLUMNS = 4_000, 30
_LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")


def clean_cell(text: str) -> str:
    """A cell as kept: NFC, white space squeezed line by line, blank lines gone; "\\n" between lines."""
    return "\n".join(line for line in (squeeze(nfc(each)) for each in _LINE_ENDS.split(text)) if line)


def clean_table(rows: Table) -> Table:
    """Cells as kept, all rows of one length, without rows (the first stays) and columns that have no word."""
    cleaned = [[clean_cell(cell) for cell in row] for row in rows]
    width = max((len(row) for row in cleaned), default=0)
    filled = [[*row, *[""] * (width - len(row))] for row in cleaned]
    kept = [row for at, row in enumerate(filled) if at == 0 or any(row)]
    columns = [at for at in range(width) if any(row[at] for row in kept)]
    return [[row[at] for at in columns] for row in kept]


def too_large(rows: int, columns: int) -> bool:
    """Whether a table is beyond what is edited on a screen."""
    return columns > MOST_COLUMNS or rows * columns > MOST_CELLS


def retable(old: Table, typed: Table, content: PlanContent, home: Home) -> Table:
    """`typed`, rows of cells as they print, as rows of templates; cells that say what one of `old` (templates) prints
    keep its template. Raises FindingError PLAN-TABLE-HEADER, PLAN-TABLE-LARGE."""
    rows = clean_table(typed)
    if too_large(len(rows), max((len(row) for row in rows), default=0)):
        raise FindingError(TABLE_LARGE.at(cells=MOST_CELLS, columns=MOST_COLUMNS))
    if not rows or not rows[0] or (not any(rows[0]) and any(cell.strip() for cell in old[0])):
        raise FindingError(TABLE_HEADER.at())
    known = {clean_cell(printed(cell, content)): cell for row in old for cell in row}
    templater = Templater.for_edit(content, home)
    return [[known[cell] if cell in known else templater.plain(cell) for cell in row] for row in rows]

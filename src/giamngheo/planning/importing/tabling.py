"""A table somebody edited as it prints, made templates again (docs/algorithms/edit-tables.md)."""

from __future__ import annotations

import re

from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.planning.composing.printing import printed
from giamngheo.planning.content import PlanContent, TextContent
from giamngheo.planning.importing.aligning import former_cells
from giamngheo.planning.importing.names import Home
from giamngheo.planning.importing.problems import TABLE_HEADER, TABLE_LARGE
from giamngheo.planning.importing.refiguring import Former, Refigurer, figures_of, forget, redate
from giamngheo.planning.importing.retemplating import retemplate
from giamngheo.planning.importing.templating import Span, Templater, replace_spans

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


def retable(text: TextContent, typed: Table, content: PlanContent, home: Home) -> None:
    """Make `typed`, rows of cells as they print, the rows of the table `text` of `content`: templates, with the values
    and targets they print. Raises FindingError PLAN-TABLE-HEADER, PLAN-TABLE-LARGE."""
    rows = clean_table(typed)
    if too_large(len(rows), max((len(row) for row in rows), default=0)):
        raise FindingError(TABLE_LARGE.at(cells=MOST_CELLS, columns=MOST_COLUMNS))
    if not rows or not rows[0] or (not any(rows[0]) and any(cell.strip() for cell in text.rows[0])):
        raise FindingError(TABLE_HEADER.at())
    templater = Templater.for_edit(content, home)
    edit = _Edit(text, rows, templater)
    before = figures_of(cell for row in text.rows for cell in row)
    text.rows = edit.templates()
    after = figures_of(cell for row in text.rows for cell in row)
    forget(content, before)
    redate(content, [key for kind, key in {*before, *after} if kind == "value"], templater)


class _Edit:
    """One table, as it was and as it was typed."""

    def __init__(self, text: TextContent, rows: Table, templater: Templater) -> None:
        self.text, self.rows, self.templater = text, rows, templater
        content, width = templater.content, max((len(row) for row in text.rows), default=0)
        kept = [[*row, *[""] * (width - len(row))] for row in text.rows]
        words = [[clean_cell(printed(cell, content)) for cell in row] for row in kept]
        self.old = {
            (at, column): Former((at, column), cell, words[at][column])
            for at, row in enumerate(kept)
            for column, cell in enumerate(row)
        }
        self.former = {at: self.old[place] for at, place in former_cells(words, rows).items()}
        # What has no figure says the same wherever it stands.
        self.known = {each.words: each.template for each in self.old.values() if not each.figures}
        named = templater.figures_of(text, words)
        self.named = {(each.row, each.column) for each in named}

    def templates(self) -> Table:
        figures = Refigurer(self.text, self.rows, self.old, self.templater).cells(self.former)
        return [
            [self._cell((at, column), cell, figures.get((at, column))) for column, cell in enumerate(row)]
            for at, row in enumerate(self.rows)
        ]

    def _cell(self, at: tuple[int, int], cell: str, figure: Span | str | None) -> str:
        if figure is not None:
            return figure if isinstance(figure, str) else replace_spans(cell, [figure])
        former = self.former.get(at)
        if former is not None and former.figures and former.place not in self.named:  # the rules did not make it
            if former.words == cell:
                return former.template
            return retemplate(former.template, cell, self.templater.content, self.templater.home)
        if former is not None and former.words == cell and not former.figures:
            return former.template
        return self.known[cell] if cell in self.known else self.templater.plain(cell)

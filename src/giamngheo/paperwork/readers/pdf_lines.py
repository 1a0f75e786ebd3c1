"""Printed lines of a PDF page: words with their positions, put together by geometry, not by the order in the file.

A line may hold several pieces set far apart: the two columns of header and signature, or the cells of a table.
All lengths are points; y grows upwards from the bottom of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from giamngheo.paperwork.readers.pdf_tables import Grid, grids_of
from giamngheo.paperwork.readers.pdf_words import Word, words_of
from giamngheo.paperwork.structure.numbers import split_number

_GAP = 1.6  # em between two words that make them two pieces; justified lines stay well below
_TAB = 45.0  # points a number may stand away from its heading


@dataclass(slots=True)
class Piece:
    """Words that stand together."""

    words: list[Word]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def bold(self) -> bool:
        marked = [word.bold for word in self.words if any(map(str.isalnum, word.text))]
        return bool(marked) and all(marked)

    @property
    def italic(self) -> bool:
        return all(word.italic for word in self.words)


@dataclass(slots=True)
class PrintedLine:
    """One line of a page. `number` counts lines through the document from 1."""

    page: int
    y: float
    size: float
    pieces: list[Piece] = field(default_factory=list)
    number: int = 0
    rows: list[list[str]] | None = None  # a bordered table, standing as one line
    share: float = 0.0  # distance from the top of the page, 0 to 1

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def page_lines(page: Any, index: int) -> list[PrintedLine]:
    """The lines of one page, from top to bottom. `index` counts pages from 1."""
    textpage = page.get_textpage()
    try:
        words = words_of(textpage)
    finally:
        textpage.close()
    height = page.get_height() or 1.0
    tables = []
    for grid in grids_of(page):
        inside = [word for word in words if grid.holds(word)]
        if inside:
            words = [word for word in words if not grid.holds(word)]
            tables.append(_table(grid, inside, index))
    lines = sorted([*_lines(words, index), *tables], key=lambda line: -line.y)
    for line in lines:
        line.share = 1 - line.y / height
    return lines


def _table(grid: Grid, words: list[Word], page: int) -> PrintedLine:
    """A bordered table as one line that holds its rows of cells."""
    cells: list[list[list[Word]]] = [[[] for _ in grid.columns[1:]] for _ in grid.rows[1:]]
    for word in words:
        row, column = grid.cell_of(word)
        cells[row][column].append(word)
    rows = [[" ".join(line.text for line in _lines(cell, page)) for cell in row] for row in cells]
    line = PrintedLine(page, grid.rows[0], words[0].size, [Piece(words)])
    line.rows = [row for row in rows if any(row)]
    return line


def _lines(words: list[Word], page: int) -> list[PrintedLine]:
    """Words whose lower edges nearly agree stand on one line; far apart they are pieces of it."""
    lines: list[PrintedLine] = []
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: -each.y):
        if rows and abs(rows[-1][0].y - word.y) < 0.45 * min(rows[-1][0].size, word.size):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda each: each.x0)
        size = max(word.size for word in row)
        line = PrintedLine(page, row[0].y, size)
        for word in row:
            if line.pieces and word.x0 - line.pieces[-1].x1 <= _GAP * size:
                line.pieces[-1].words.append(word)
            else:
                line.pieces.append(Piece([word]))
        _join_number(line)
        lines.append(line)
    return lines


def _join_number(line: PrintedLine) -> None:
    """A number or bullet set off by a tab belongs to the words behind it."""
    if len(line.pieces) != 2 or len(line.pieces[0].words) > 1:
        return
    number, rest = line.pieces
    if rest.x0 - number.x1 < _TAB and (printed := split_number(f"{number.text} X")) and printed.rest == "X":
        line.pieces = [Piece(number.words + rest.words)]

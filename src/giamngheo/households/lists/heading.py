"""Finds the heading of a sheet and says what each column is called, over two or three rows and merged cells."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.lists.meaning import NAMES, guess, key
from giamngheo.households.lists.sheets import Row, Sheet, text_of

SOUGHT = 40  # rows from the top in which a heading is looked for
_SUB = {
    "nam",
    "nu",
    "ngay",
    "thang",
    "so",
    "ngay cap",
    "noi cap",
    "ho ngheo",
    "ho can ngheo",
    "thanh vien",
    "ho",
    "khau",
    "chu ho",
}


class Heading(NamedTuple):
    """`first` and `last` row of the heading, the row data begins in, and the label of every column ("" for none)."""

    first: int
    last: int
    data: int
    labels: tuple[str, ...]


def find(sheet: Sheet, remembered: frozenset[str] = frozenset()) -> Heading | None:
    """The heading, or None where no row has two known columns with a name among them."""
    for number, row in enumerate(sheet.rows[:SOUGHT]):
        if _is_heading(row, remembered):
            last = _last(sheet, number)
            labels = _labels(sheet, number, last)
            data = last + 1
            while data < len(sheet.rows) and numbers_columns(sheet.rows[data]):
                data += 1
            return Heading(number, last, data, labels)
    return None


def _is_heading(row: Row, remembered: frozenset[str]) -> bool:
    texts = [text_of(cell) for cell in row if cell != ""]
    if len(texts) < 2:
        return False
    meanings = [guess(text) for text in texts]
    known = sum(meaning is not None or key(text) in remembered for meaning, text in zip(meanings, texts, strict=True))
    return known >= 2 and any(meaning in NAMES for meaning in meanings)


def _last(sheet: Sheet, first: int) -> int:
    """Down as far as cells merged into the heading reach, and over a row of sub-headings."""
    last = max([first, *(merge.bottom for merge in sheet.merges if merge.top == first)])
    while last + 1 < len(sheet.rows) and _is_sub(sheet, first, last + 1):
        last += 1
    return last


def _is_sub(sheet: Sheet, first: int, number: int) -> bool:
    """A row whose filled cells are all short words of sub-headings, with nothing below the heading of the names."""
    row = sheet.rows[number]
    filled = [(column, text_of(cell)) for column, cell in enumerate(row) if cell != ""]
    if not filled or any(key(text) not in _SUB for _, text in filled):
        return False
    names = [column for column, cell in enumerate(sheet.rows[first]) if guess(text_of(cell)) in NAMES]
    return all(column >= len(row) or row[column] == "" for column in names) or len(filled) > 1


def _labels(sheet: Sheet, first: int, last: int) -> tuple[str, ...]:
    width = max((len(row) for row in sheet.rows[first : last + 1]), default=0)
    grid = [[text_of(cell) for cell in row] + [""] * (width - len(row)) for row in sheet.rows[first : last + 1]]
    for merge in sheet.merges:
        if first <= merge.top <= last and merge.left < width:
            text = grid[merge.top - first][merge.left]
            for row in range(merge.top, min(merge.bottom, last) + 1):
                for column in range(merge.left, min(merge.right, width - 1) + 1):
                    grid[row - first][column] = text
    _spread(grid)
    return tuple(_path([row[column] for row in grid]) for column in range(width))


def _spread(grid: list[list[str]]) -> None:
    """A heading over several sub-headings that nobody merged: "Năm sinh" above "Nam | Nữ" stands over both."""
    for above, below in pairwise(grid):
        for column in range(1, len(above)):
            if not above[column] and below[column] and above[column - 1] and below[column - 1]:
                above[column] = above[column - 1]


def _path(cells: list[str]) -> str:
    levels: list[str] = []
    for cell in cells:
        text = squeeze(nfc(cell))
        if text and text not in levels:
            levels.append(text)
    return " > ".join(levels)


def numbers_columns(row: Row) -> bool:
    """A row that only numbers the columns: 1 2 3, (1) (2) (3), A B 1 2."""
    texts = [text_of(cell).strip("()[] ") for cell in row if cell != ""]
    if len(texts) < 3:
        return False
    short = [
        text for text in texts if (text.isdigit() and int(text) <= len(row)) or (len(text) == 1 and text.isalpha())
    ]
    return len(short) == len(texts)

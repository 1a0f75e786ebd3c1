"""Printed lines of a PDF page: words with their positions, put together by geometry, not by the order in the file.

A line may hold several pieces set far apart: the two columns of header and signature, or the cells of a table.
All lengths are points; y grows upwards from the bottom of the page.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

from giamngheo.foundation.text import nfc
from giamngheo.paperwork.structure.numbers import split_number

_GAP = 1.6  # em between two words that make them two pieces; justified lines stay well below
_TAB = 45.0  # points a number may stand away from its heading
_HYPHENS = {"\ufffe": "-", "\x02": "-", "\u2011": "-"}


@dataclass(slots=True)
class Word:
    """One word: text, left and right edge, baseline's lower edge, size of its letters, bold or italic."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False


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
    share: float = 0.0  # distance from the top of the page, 0 to 1

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)


def page_lines(page: Any, index: int) -> list[PrintedLine]:
    """The lines of one page, from top to bottom. `index` counts pages from 1."""
    textpage = page.get_textpage()
    try:
        words = _words(textpage)
    finally:
        textpage.close()
    height = page.get_height() or 1.0
    lines = _lines(words, index)
    for line in lines:
        line.share = 1 - line.y / height
    return lines


def _words(textpage: Any) -> list[Word]:
    import pypdfium2.raw as pdfium

    count = textpage.count_chars()
    if count <= 0:
        return []
    raw = textpage.raw
    codes = [pdfium.FPDFText_GetUnicode(raw, position) for position in range(count)]
    words: list[Word] = []
    start = -1
    for position in range(count + 1):
        code = codes[position] if position < count else 32
        if code in (0, 9, 10, 13, 32, 160):
            if start >= 0:
                words += _parted(pdfium, raw, codes, start, position)
            start = -1
        elif start < 0:
            start = position
    return [word for word in words if word.text]


def _parted(pdfium: Any, raw: Any, codes: list[int], start: int, end: int) -> list[Word]:
    """One word; or two, where PDFium has glued a word cut at the end of a line ("2021-" and "2025")."""
    word = _word(pdfium, raw, codes, start, end)
    if word.x1 > word.x0 and end - start < 2:
        return [word]
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, start, box)
    first_y = box.bottom
    if abs(first_y - word.y) < 0.5 * word.size and word.x1 >= word.x0:
        return [word]
    for position in range(start + 1, end):
        pdfium.FPDFText_GetLooseCharBox(raw, position, box)
        if abs(box.bottom - first_y) > 0.5 * word.size and codes[position] not in (0x02, 0xFFFE):
            head = _word(pdfium, raw, codes, start, position)
            return [head, *_parted(pdfium, raw, codes, position, end)]
    return [word]


def _word(pdfium: Any, raw: Any, codes: list[int], start: int, end: int) -> Word:
    text = nfc("".join(_HYPHENS.get(chr(code), chr(code)) for code in codes[start:end]))
    first, last = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(raw, start, first)
    pdfium.FPDFText_GetLooseCharBox(raw, end - 1, last)
    size = pdfium.FPDFText_GetFontSize(raw, start) or abs(first.top - first.bottom) or 1.0
    if size < 2:  # drawn at size 1 and scaled
        size = abs(first.top - first.bottom) / 1.15
    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int(0)
    pdfium.FPDFText_GetFontInfo(raw, start, name, 96, flags)
    style = name.value.decode("utf-8", "replace").lower()
    bold = "bold" in style or pdfium.FPDFText_GetFontWeight(raw, start) >= 600
    italic = "italic" in style or "oblique" in style
    return Word(text, first.left, last.right, min(first.bottom, last.bottom), size, bold, italic)


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

"""Words of a PDF page with their places, letter sizes and weights. All lengths are points; y grows upwards."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

from giamngheo.foundation.text import nfc

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

    @property
    def middle(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, self.y + self.size / 2


def words_of(textpage: Any) -> list[Word]:
    """All words of a page in the order of the file."""
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

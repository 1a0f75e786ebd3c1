"""What each row of a sheet is: somebody, a village's heading, a total, a signature, or not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from giamngheo.foundation.text import bare, nfc, squeeze
from giamngheo.households.lists.heading import Heading
from giamngheo.households.lists.meaning import NAMES, Meaning
from giamngheo.households.lists.sheets import Cell, Row, Sheet, text_of

_VILLAGE = re.compile(r"^(?:[ivx\d]+\s*[.)/-]?\s*)?((?:thon|ban|to dan pho|khu pho|khu|ap|xom|buon|lang|khoi|tdp)\b.*)")
_NUMERAL = re.compile(r"^\(?(?:[IVXLC]+|[A-Za-z])[.)]?$")  # I, II., a)
# With its accents, or without any: Tống and Công are family names.
_TOTAL = re.compile(r"^(?:[ivx\d]+\s*[.)]?\s*)?(?:tổng|cộng|tong|cong)\b")
_SIGNED = re.compile(
    r"\b(?:nguoi lap|tm\.? ?(?:uy ban|ubnd)|chu tich|truong thon|ke toan|xac nhan cua|thu ky|nguoi tong hop)\b"
    r"|ngay[\W\d]+thang[\W\d]+nam"
)


class RowKind(StrEnum):
    """What a row below the heading is."""

    PERSON = "person"
    SECTION = "section"
    TOTAL = "total"
    BLANK = "blank"
    SIGNATURE = "signature"
    UNKNOWN = "unknown"


class Typed(NamedTuple):
    """A row with what it is: its number in Excel, cells by meaning (merged ones filled down), the village above it."""

    number: int
    kind: RowKind
    cells: Mapping[Meaning, Cell]
    village: str
    raw: Row


def classify(sheet: Sheet, heading: Heading, columns: Mapping[int, Meaning]) -> Iterator[Typed]:
    """Every row below the heading, in order; the village of a section holds until the next."""
    filled = _filled_down(sheet, heading)
    village, over = sheet_village(sheet.name), False
    for number in range(heading.data, len(sheet.rows)):
        row = filled[number]
        kind, told = _kind(row, columns)
        over = over or kind is RowKind.SIGNATURE
        if over and kind is not RowKind.BLANK:
            kind = RowKind.SIGNATURE
        if kind is RowKind.SECTION:
            village = told
        cells = {meaning: row[column] for column, meaning in columns.items() if column < len(row)}
        yield Typed(number + 1, kind, cells, village, sheet.rows[number])


def sheet_village(name: str) -> str:
    """The village a sheet is named after, empty where its name is none ("Sheet1", "DS hộ")."""
    return squeeze(nfc(name)) if _VILLAGE.match(bare(name)) else ""


def _filled_down(sheet: Sheet, heading: Heading) -> dict[int, Row]:
    """Rows of data with the cells merged down over them filled: the number of a household beside all its members."""
    rows = {number: list(sheet.rows[number]) for number in range(heading.data, len(sheet.rows))}
    for merge in sheet.merges:
        if merge.top < heading.data or merge.bottom == merge.top or merge.left >= len(rows.get(merge.top, ())):
            continue
        value = rows[merge.top][merge.left]
        for number in range(merge.top + 1, merge.bottom + 1):
            if number in rows and merge.left < len(rows[number]):
                rows[number][merge.left] = value
    return rows


def _kind(row: Row, columns: Mapping[int, Meaning]) -> tuple[RowKind, str]:
    kind, told = without_data(row)
    if kind is not None:
        return kind, told
    texts = [squeeze(nfc(text_of(cell))) for cell in row]
    named = any(texts[column] for column, meaning in columns.items() if meaning in NAMES and column < len(texts))
    return (RowKind.PERSON, "") if named else (RowKind.UNKNOWN, "")


def without_data(row: Row) -> tuple[RowKind | None, str]:
    """What a row is that says nothing of anybody: blank, a village's heading (with its name), a total, a signature;
    None for any other."""
    words = [text for cell in row if (text := squeeze(nfc(text_of(cell))))]
    if not words:
        return RowKind.BLANK, ""
    lettered = [text for text in dict.fromkeys(words) if any(map(str.isalpha, text)) and not _NUMERAL.match(text)]
    first = lettered[0] if lettered else ""
    if len(lettered) == 1 and (village := _VILLAGE.match(bare(first))):
        return RowKind.SECTION, first[len(bare(first)) - len(village[1]) :]
    if _TOTAL.match(first.lower()):
        return RowKind.TOTAL, ""
    if any(_SIGNED.search(bare(text)) for text in lettered):
        return RowKind.SIGNATURE, ""
    return None, ""

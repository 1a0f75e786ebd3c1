"""The rows that were kept out, as a workbook to correct: the shape of the list, the reasons beside each row."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from typing import Any, Literal

from giamngheo.foundation.findings import Finding, Severity
from giamngheo.households.lists.people import ListedHousehold
from giamngheo.households.lists.problems import OTHER_ERROR
from giamngheo.households.lists.reading import ReadList, ReadSheet
from giamngheo.households.lists.rows import Typed, sheet_village
from giamngheo.households.lists.sheets import Row

Language = Literal["vi", "en"]
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
REASON = {"vi": "Cần sửa", "en": "To correct"}


def corrected_file(read: ReadList, language: Language = "vi") -> bytes:
    """An .xlsx with a sheet for every sheet that has rows kept out. It can be corrected and imported again."""
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"}),
        "wrong": book.add_format({"bg_color": "#FFE5E0", "text_wrap": True, "valign": "top"}),
        "plain": book.add_format({"valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"}),
    }
    names: set[str] = set()
    for sheet in read.sheets:
        bad = [each for each in sheet.households if not each.is_good]
        if bad and sheet.heading:
            _sheet(book.add_worksheet(_name(sheet.name, names)), sheet, bad, formats, language)
    book.close()
    return content.getvalue()


def _name(name: str, taken: set[str]) -> str:
    """The sheet's name as Excel allows it (OpenDocument allows more), once in the workbook."""
    plain = _FORBIDDEN.sub(" ", name).strip(" '")[:25] if _FORBIDDEN.search(name) or len(name) > 31 else name
    found = plain = plain or "Sheet"
    while found.casefold() in taken:
        found = f"{plain[:25]} {len(taken) + 1}"
    taken.add(found.casefold())
    return found


def _sheet(page: Any, sheet: ReadSheet, bad: list[ListedHousehold], formats: Any, language: Language) -> None:
    labels = sheet.heading.labels if sheet.heading else ()
    for column, label in enumerate((*labels, REASON[language])):
        page.write_string(0, column, label, formats["head"])
    page.set_column(0, max(0, len(labels) - 1), 16)
    page.set_column(len(labels), len(labels), 60)
    page.freeze_panes(1, 0)
    line, village = 0, sheet_village(sheet.name)
    for household in bad:
        if household.village and household.village != village and "village" not in sheet.meanings:
            village, line = household.village, line + 1
            page.write_string(line, 0, village, formats["head"])
        for row in household.rows:
            line += 1
            write_row(page, line, row.raw, len(labels), formats, _reasons(household, row, language))


def write_row(page: Any, line: int, row: Row, width: int, formats: Any, reasons: str) -> None:
    """A row as it stood, its reasons behind it. `formats`: head, wrong, plain, day."""
    style = formats["wrong"] if reasons else formats["plain"]
    for column, cell in enumerate(row[:width]):
        if isinstance(cell, datetime | date):
            page.write_datetime(line, column, cell, formats["day"])
        elif isinstance(cell, bool | str):
            page.write_string(line, column, str(cell) if cell != "" else "", style)
        elif isinstance(cell, int | float):
            page.write_number(line, column, cell, style)
        else:  # a time of day, a span
            page.write_string(line, column, str(cell), style)
    page.write_string(line, width, reasons, formats["wrong"])


def _reasons(household: ListedHousehold, row: Typed, language: Language) -> str:
    """What is wrong with the row; a row without fault says which row of its household has one."""
    mine = [each for each in household.findings if each.line == row.number and each.severity is not Severity.INFO]
    errors = [each for each in household.findings if each.severity is Severity.ERROR]
    if not mine and errors:
        mine = [OTHER_ERROR.at(row.number, sheet=household.sheet, other=errors[0].line)]
    return "\n".join(_told(each, language) for each in mine)


def _told(finding: Finding, language: Language) -> str:
    return finding.message.en if language == "en" else finding.message.vi

"""A report as an Excel workbook, a sheet for each form; and back, cell by cell, with what was not taken and why.

Column A holds the row's key, row 4 the columns' keys; cell A1 says which report and form it is. What was computed is
written, never read back: only cells a hand may fill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.households.lists.sheets import Cell as SheetCell
from giamngheo.households.lists.sheets import Row, Sheet, column_letter, open_sheets
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.forms.definition import Form
from giamngheo.monitoring.forms.filling import Cell
from giamngheo.monitoring.forms.units import RATE_DECIMALS, decimals_of

MARK = "giam-ngheo"
KEYS_AT, HEADS_AT, FIRST = 3, 4, 5  # rows, from 0
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_MOST = Decimal(10) ** 17
_EXACT, _RATE = "######", "00"


class Page(NamedTuple):
    """A form to be written: its version, title, values; which cells a hand may fill. `days`: of its columns, in words;
    `units`: of indicators."""

    form: Form
    version: int
    title: str
    values: Mapping[Cell, Fraction | None]
    days: Mapping[str, str] = {}
    units: Mapping[str, str] = {}


class Taken(NamedTuple):
    """Good cells, and what is wrong with the others."""

    values: dict[Cell, Decimal | None]
    findings: list[Finding]


def write(report: str, heading: str, pages: list[Page]) -> bytes:
    """`report`: the mark by which the file is known again; `heading`: whose report, of when."""
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    looks = {
        (open_, places): book.add_format({**style, "border": 1, "num_format": "#,##0." + places})
        for open_, style in ((True, {"bg_color": "#FFF8DC"}), (False, {"font_color": "#444444"}))
        for places in (_EXACT, _RATE)
    }
    for number, page in enumerate(pages, 1):
        sheet = book.add_worksheet(f"Bieu {number}")
        _write_page(sheet, report, heading, page, bold, looks)
    book.close()
    return content.getvalue()


def _write_page(
    sheet: Any, report: str, heading: str, page: Page, bold: Any, looks: Mapping[tuple[bool, str], Any]
) -> None:
    sheet.write_string(0, 0, mark_of(report, page.form.code, page.version))
    sheet.write_string(1, 1, page.title, bold)
    sheet.write_string(2, 1, heading)
    sheet.set_column(0, 0, 10, None, {"hidden": True})
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, len(page.form.columns) + 1, 18)
    sheet.set_row(KEYS_AT, None, None, {"hidden": True})
    sheet.freeze_panes(FIRST, 2)
    for at, column in enumerate(page.form.columns.values(), 2):
        sheet.write_string(KEYS_AT, at, column.key)
        title = f"{column.title} ({column.unit})" if column.unit else column.title
        sheet.write_string(HEADS_AT, at, ", ".join(filter(None, (title, page.days.get(column.key, "")))), bold)
    for down, row in enumerate(page.form.rows.values(), FIRST):
        sheet.write_string(down, 0, row.key)
        sheet.write_string(down, 1, f"{'   ' * row.depth}{row.number} {row.title}".strip() if row.number else row.title)
        for at, column in enumerate(page.form.columns.values(), 2):
            if row.heading:
                continue
            value = page.values.get((page.form.code, row.key, column.key))
            places = _RATE if decimals_of(page.form, row.key, column.key, page.units) == RATE_DECIMALS else _EXACT
            look = looks[page.form.is_typed(row.key, column.key), places]
            if value is None:
                sheet.write_blank(down, at, None, look)
            else:
                sheet.write_number(down, at, float(value), look)


def mark_of(report: str, code: str, version: int) -> str:
    """How a sheet is known again."""
    return f"{MARK};{report};{code};{version}"


def read(path: Path, report: str, pages: list[Page]) -> Taken:
    """Values of a filled workbook that differ from what stands. Raises FindingError for what is no such file."""
    wanted = {mark_of(report, page.form.code, page.version): page for page in pages}
    values: dict[Cell, Decimal | None] = {}
    findings: list[Finding] = []
    found = 0
    for sheet in open_sheets(path):
        page = wanted.get(_text(sheet, 0, 0))
        if page is not None:
            found += 1
            taken = _read_page(sheet, page)
            values |= taken.values
            findings += taken.findings
    if not found:
        raise FindingError(p.FILE.at(what="Không trang nào của tệp là biểu của báo cáo này, đúng bản này."))
    return Taken(values, findings)


def _read_page(sheet: Sheet, page: Page) -> Taken:
    columns = {_text(sheet, KEYS_AT, at): at for at in range(2, _width(sheet)) if _text(sheet, KEYS_AT, at)}
    rows = {_text(sheet, down, 0): down for down in range(FIRST, len(sheet.rows)) if _text(sheet, down, 0)}
    values: dict[Cell, Decimal | None] = {}
    findings = [
        p.FILE.at(what=f"“{page.title}”: mất {word} “{key}”; các ô của nó không được đọc.")
        for word, there, keys in (("dòng", rows, page.form.rows), ("cột", columns, page.form.columns))
        for key in keys
        if key not in there
    ]
    for row, column, given in _cells(sheet, page.form, rows, columns):
        cell = (page.form.code, row, column)
        where = f"{column_letter(columns[column])}{rows[row] + 1}"
        try:
            value = number_of(given)
        except ValueError:
            findings.append(p.CELL.at(cell=f"{sheet.name} {where}", text=str(given)[:60]))
            continue
        if value != _as_written(page.values.get(cell)):
            values[cell] = value
    return Taken(values, findings)


def _cells(
    sheet: Sheet, form: Form, rows: Mapping[str, int], columns: Mapping[str, int]
) -> Iterator[tuple[str, str, SheetCell]]:
    for row in form.rows:
        for column in form.columns:
            if row in rows and column in columns and form.is_typed(row, column):
                yield row, column, _cell(sheet.rows[rows[row]], columns[column])


def _as_written(value: Fraction | None) -> Decimal | None:
    """What the workbook made of it."""
    return None if value is None else number_of(float(value))


def number_of(given: SheetCell) -> Decimal | None:
    """A number, None for an empty cell. Raises ValueError for anything else."""
    if isinstance(given, bool):
        raise ValueError(given)
    if isinstance(given, int | float):
        words = str(given)
    elif isinstance(given, str):
        words = given.strip().replace("\u00a0", "").replace(" ", "")
        if not words:
            return None
        if not _GROUPED.fullmatch(words):
            raise ValueError(given)
        words = words.replace(".", "").replace(",", ".")
    else:
        raise ValueError(given)
    try:
        value = Decimal(words)
    except InvalidOperation:
        raise ValueError(given) from None
    if not value.is_finite() or abs(value) >= _MOST:
        raise ValueError(given)
    return value.quantize(Decimal("0.000001")).normalize() + 0


def _width(sheet: Sheet) -> int:
    return max((len(row) for row in sheet.rows[: KEYS_AT + 1]), default=0)


def _text(sheet: Sheet, row: int, column: int) -> str:
    return str(_cell(sheet.rows[row], column)).strip() if row < len(sheet.rows) else ""


def _cell(row: Row, column: int) -> SheetCell:
    return row[column] if column < len(row) else ""

"""Reports as an Excel workbook: headings merged as printed, totals that add up again, A4 across."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo.review.reports.cells import Cell, Row
from giamngheo.review.reports.table import Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

TITLE, DAY, BASIS, HEADS, DATA = 3, 4, 5, 6, 8  # rows from 0: title in A4, headings in 7 and 8, data from 9
_HALVES = {"households": "Hộ", "people": "Nhân khẩu"}
_BASE = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
_WIDTHS = {
    "STT": 6, "Thôn": 24, "Địa bàn": 26, "Phân tổ": 12, "Họ và tên": 28, "Quan hệ với chủ hộ": 16, "STT chủ hộ": 7,
    "STT thành viên": 8, "Nam": 8, "Nữ": 8,
}  # fmt: skip


class Heading(NamedTuple):
    """What stands above every table: who reports, the days, official or preliminary."""

    organ: str
    days: str
    basis: str


def workbook(tables: Sequence[Table], heading: Heading) -> bytes:
    """One sheet a table, in order."""
    import xlsxwriter  # only who asks for a workbook pays for it

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    style = _Styles(book)
    for table in tables:
        _sheet(book.add_worksheet(table.report.number or "Tổng hợp"), table, heading, style)
    book.close()
    return content.getvalue()


class _Styles:
    """Formats of the workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.made: dict[tuple[Any, ...], Format] = {}

    def __call__(self, **values: Any) -> Format:
        key = tuple(sorted(values.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({**_BASE, **values})
        return self.made[key]

    def cell(self, row: Row, kind: str) -> Format:
        bold = row.kind in ("total", "section")
        form = {"count": "#,##0", "percent": "0.00"}.get(kind, "@")
        side = {"align": "left", "indent": 1} if kind == "text" else {"align": "right"}
        return self(bold=bold, border=1, num_format=form, text_wrap=True, **side)


def _sheet(sheet: Worksheet, table: Table, heading: Heading, style: _Styles) -> None:
    last = table.width - 1
    sheet.write_string(0, 0, heading.organ, style(bold=True))
    centred = {"align": "center", "text_wrap": True}
    title = f"{table.report.number}. {table.title}" if table.report.number else table.title
    sheet.merge_range(TITLE, 0, TITLE, last, title.upper(), style(bold=True, font_size=13, **centred))
    sheet.merge_range(DAY, 0, DAY, last, heading.days, style(italic=True, **centred))
    sheet.merge_range(BASIS, 0, BASIS, last, heading.basis, style(italic=True, **centred))
    sheet.set_row(TITLE, 36 if len(title) > 12 * table.width else 20)
    _heads(sheet, table, style)
    row = DATA
    for each in table.rows:
        _row(sheet, row, each, table, style)
        row += 1
    for at, note in enumerate(table.notes, row + 1):
        sheet.write_string(at, 0, f"- {note}", style(italic=True, font_size=10))
    _page(sheet, table, row + len(table.notes))


def _heads(sheet: Worksheet, table: Table, style: _Styles) -> None:
    """Two rows of headings always, so that data begins where the real table's does."""
    form = style(bold=True, border=1, align="center", text_wrap=True, bg_color="#EDEDED")
    spread = DATA - HEADS
    for head in table.heads:
        rows = spread if head.row == 0 and head.rows == table.depth else head.rows
        top, left = HEADS + head.row, head.column
        bottom, right = top + rows - 1, left + head.columns - 1
        if (top, left) == (bottom, right):
            sheet.write_string(top, left, head.text, form)
        else:
            sheet.merge_range(top, left, bottom, right, head.text, form)
    _size(sheet, table)


def _size(sheet: Worksheet, table: Table) -> None:
    """Columns as wide as their kind of number needs, headings as high as their words take in them."""
    usual = 9 if table.width > 14 else 11.5
    lower = across = 1.0  # lines of words in the second row of headings, and in those that span both
    for head in table.heads:
        width = _WIDTHS.get(head.text, usual)
        if head.columns == 1:
            sheet.set_column(head.column, head.column, width)
            lines = -(-len(head.text) * 1.25 // width)
            if head.rows == table.depth:
                across = max(across, lines)
            else:
                lower = max(lower, lines)
    sheet.set_row(HEADS, 30)
    sheet.set_row(HEADS + 1, max(18, 15 * lower, 15 * across - 30))


def _row(sheet: Worksheet, at: int, row: Row, table: Table, style: _Styles) -> None:
    if row.kind == "section" or (row.kind == "total" and not row.cells):
        sheet.merge_range(at, 0, at, table.width - 1, row.title, style(bold=True, border=1))
        return
    fixed: list[str | int] = []
    if table.fixed:
        fixed = [int(row.number) if row.number else "", row.title]
        if row.split:
            fixed.append(_HALVES[row.split])
    for column, value in enumerate(fixed):
        _write(sheet, at, column, Cell(value, "text"), style.cell(row, "text"))
    for column, cell in enumerate(row.cells, len(fixed)):
        form = style.cell(row, "count" if isinstance(cell.value, int) and cell.kind == "text" else cell.kind)
        if row.kind == "total" and cell.kind == "count":
            sheet.write_formula(at, column, _sum(column, row, table), form, cell.value)
        else:
            _write(sheet, at, column, cell, form)


def _sum(column: int, row: Row, table: Table) -> str:
    """The sum of the rows above, of one half where rows are split."""
    from xlsxwriter.utility import xl_range

    last = DATA + sum(each.kind == "row" for each in table.rows) - 1
    if last < DATA:
        return "=0"
    cells = xl_range(DATA, column, last, column)
    if not row.split:
        return f"=SUM({cells})"
    halves = xl_range(DATA, table.fixed - 1, last, table.fixed - 1)
    return f'=SUMIF({halves},"{_HALVES[row.split]}",{cells})'


def _write(sheet: Worksheet, at: int, column: int, cell: Cell, form: Format) -> None:
    value = cell.value
    if value is None or value == "":
        sheet.write_blank(at, column, None, form)
    elif isinstance(value, (int, Decimal)):
        sheet.write_number(at, column, float(value) if isinstance(value, Decimal) else value, form)
    else:
        sheet.write_string(at, column, value, form)


def _page(sheet: Worksheet, table: Table, last: int) -> None:
    """A4 across, headings on every page, one page wide, pages numbered."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.repeat_rows(HEADS, DATA - 1)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, last, table.width - 1)
    sheet.set_footer("&CTrang &P/&N")
    sheet.freeze_panes(DATA, table.fixed)

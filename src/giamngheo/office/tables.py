"""A list as a file: CSV that Excel opens with its accents, or an Excel workbook. Words are never formulas."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO

from django.http import HttpResponse
from django.utils.functional import Promise

Cell = str | int | Decimal | Promise
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_WIDEST = 60  # characters


def as_file(form: str, name: str, header: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """The table as a download called `name` (ASCII, without its ending); `form` is csv or xlsx."""
    response = _csv(header, rows) if form == "csv" else _xlsx(header, rows)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _csv(header: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.write("\ufeff")
    out = csv.writer(response, delimiter=";")  # what a Vietnamese Excel separates columns by
    for row in (header, *rows):
        out.writerow([_harmless(cell) for cell in row])
    return response


def _harmless(cell: Cell) -> Cell:
    """A word that a spreadsheet would run as a formula is marked as text, also behind invisible characters."""
    if isinstance(cell, int):
        return cell
    if isinstance(cell, Decimal):
        return str(cell).replace(".", ",")  # as a Vietnamese Excel reads it
    text = str(cell)
    bare = text.lstrip(" \u00a0\u200b\u200c\u200d\u2060\ufeff")
    return f"'{text}" if bare.startswith(_BEGINS_A_FORMULA) else text


def _xlsx(header: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    import xlsxwriter  # only who asks for a workbook pays for it

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True, "bottom": 1})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(header) - 1, min(_WIDEST, max(18, *(len(str(cell)) + 2 for cell in header))))
    for column, cell in enumerate(header):
        sheet.write_string(0, column, str(cell), bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, (int, Decimal)):
                sheet.write_number(number, column, cell)
            else:
                sheet.write_string(number, column, str(cell))
    book.close()
    return HttpResponse(content.getvalue(), content_type=_XLSX)

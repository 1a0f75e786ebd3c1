"""Workbooks that come back: a template or an export with its second sheet, and rows left out with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

from giamngheo.households.lists.corrected import REASON, Language, write_row
from giamngheo.households.lists.sheets import Row
from giamngheo.households.lists.tables import Column, Table, Words

Out = Words | int | Decimal | date | None
_LIST = 255  # characters that Excel takes as the choices of a cell
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


class Guide(NamedTuple):
    """The second sheet: its name, its first line, and the words for what must be there."""

    name: Words
    first: Words
    must: Words


def workbook(columns: Sequence[Column], rows: Iterable[Sequence[Out]], guide: Guide) -> bytes:
    """An .xlsx: the rows under the columns' titles, choices to pick from, and a sheet that says what a column takes."""
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False})
    head = {"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"}
    formats = {
        "head": book.add_format(head), "must": book.add_format(head | {"bg_color": "#FFF3C4"}),
        "text": book.add_format({"num_format": "@"}), "day": book.add_format({"num_format": "dd/mm/yyyy"}),
        "money": book.add_format({"num_format": "#,##0"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
    }  # fmt: skip
    page = book.add_worksheet()
    page.freeze_panes(1, 0)
    count = 0
    for number, row in enumerate(rows, 1):
        count = number
        for place, cell in enumerate(row):
            _write(page, number, place, cell, formats, columns[place].is_text)
    for place, each in enumerate(columns):
        page.write_string(0, place, str(each.title), formats["must" if each.must else "head"])
        page.set_column(place, place, each.width, formats["text"] if each.is_text else None)
        listed = [str(title) for title in (each.choices or {}).values()]
        if listed and len(",".join(listed)) <= _LIST and not any("," in one for one in listed):
            page.data_validation(1, place, max(count, 1000), place, {"validate": "list", "source": listed})
    _guide(book.add_worksheet(_FORBIDDEN.sub(" ", str(guide.name))[:31]), columns, guide, formats)
    book.close()
    return content.getvalue()


def _write(page: Any, number: int, place: int, cell: Out, formats: Any, is_text: bool) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        page.write_datetime(number, place, cell, formats["day"])
    elif isinstance(cell, int | Decimal) and not is_text:
        page.write_number(number, place, cell, formats["money"] if isinstance(cell, int) and cell > 99_999 else None)
    else:
        page.write_string(number, place, str(cell), formats["text"] if is_text else None)


def _guide(page: Any, columns: Sequence[Column], guide: Guide, formats: Any) -> None:
    page.set_column(0, 0, 34)
    page.set_column(1, 1, 90)
    page.write_string(0, 0, str(guide.first), formats["head"])
    for number, each in enumerate(columns, 2):
        told = [str(guide.must)] if each.must else []
        told += [str(each.help)] if each.help else []
        told += ["; ".join(str(title) for title in each.choices.values())] if each.choices else []
        page.write_string(number, 0, str(each.title), formats["must" if each.must else "head"])
        page.write_string(number, 1, "\n".join(told), formats["wrap"])


def to_correct(table: Table, rows: Iterable[tuple[Row, str]], language: Language = "vi") -> bytes:
    """Rows as they stood, each with its reasons in a last column; it can be corrected and sent again."""
    import xlsxwriter

    content = BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False})
    formats = {
        "head": book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"}),
        "wrong": book.add_format({"bg_color": "#FFE5E0", "text_wrap": True, "valign": "top"}),
        "plain": book.add_format({"valign": "top"}),
        "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"}),
    }
    page = book.add_worksheet()
    labels = [each for each in table.labels if each not in REASON.values()]
    places = [place for place, each in enumerate(table.labels) if each not in REASON.values()]
    for column, label in enumerate((*labels, REASON[language])):
        page.write_string(0, column, label, formats["head"])
    page.set_column(0, max(0, len(labels) - 1), 18)
    page.set_column(len(labels), len(labels), 60)
    page.freeze_panes(1, 0)
    for line, (raw, reasons) in enumerate(rows, 1):
        row = [raw[place] if place < len(raw) else "" for place in places]
        write_row(page, line, row, len(labels), formats, reasons)
    book.close()
    return content.getvalue()

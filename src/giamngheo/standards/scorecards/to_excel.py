"""Writes a card as the Excel template, filled or as an empty form; `from_excel` reads it back."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from giamngheo.standards.scorecards import headings as h
from giamngheo.standards.scorecards.card import Group, Scorecard

_COLUMNS = ("group", "group_title", "kind", "note", "code", "label")
_ENGLISH = ("group_title_en", "note_en", "label_en")
_WIDTHS = {"group": 10, "group_title": 28, "kind": 15, "note": 30, "code": 10, "label": 44}
_POINTS = "Điểm theo vùng"
LAST_ROW = 500  # lines for which the kinds can be chosen from a list
_KIND = {"single": "một lựa chọn", "multiple": "nhiều lựa chọn"}


def write(card: Scorecard, path: Path, *, form: bool = False) -> None:
    """Write the workbook; `form`: without title, signature and points. Raises OSError where it cannot be written."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path), {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": h.SHEETS[2], "created": datetime(2020, 1, 1)})
    styles = {
        "head": book.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True, "valign": "top"}),
        "cell": book.add_format({"border": 1, "text_wrap": True, "valign": "top"}),
        "points": book.add_format({"border": 1, "valign": "top", "num_format": "0"}),
        "day": book.add_format({"border": 1, "num_format": "dd/mm/yyyy", "align": "left"}),
    }
    _information(book.add_worksheet(h.SHEETS[0]), card, styles, form=form)
    _regions(book.add_worksheet(h.SHEETS[1]), card, styles)
    _table(book.add_worksheet(h.SHEETS[2]), card, styles, form=form)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error


def _information(sheet: Any, card: Scorecard, styles: dict[str, Any], *, form: bool) -> None:
    signed = card.signature
    values: dict[str, object] = {
        "id": card.id, "title": card.title.vi, "title_en": card.title.en, "standard": card.standard,
        "version": card.version, "demonstration": "có" if card.demonstration else "không",
        "by": signed.by if signed else "", "on": signed.on if signed else "",
        "document": signed.document if signed else "", "article": signed.article if signed else "",
    }  # fmt: skip
    if form:
        values |= dict.fromkeys(("id", "title", "title_en", "by", "on", "document", "article"), "")
        values |= {"demonstration": "không"}
    lines = [(name, values[name]) for name in values]
    lines += [("missing", each.vi) for each in card.missing] if not form else [("missing", "")]
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 70)
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, h.INFORMATION_LINES[name], styles["head"])
        _write(sheet, row, 1, value, styles)
        if name == "demonstration":
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": ["không", "có"]})


def _write(sheet: Any, row: int, column: int, value: object, styles: dict[str, Any]) -> None:
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), styles["day"])
    elif isinstance(value, int):
        sheet.write_number(row, column, value, styles["points"])
    elif value:
        sheet.write_string(row, column, str(value), styles["cell"])
    else:
        sheet.write_blank(row, column, None, styles["cell"])


def _regions(sheet: Any, card: Scorecard, styles: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 2, 46)
    for column, words in enumerate(h.REGION_LINES):
        sheet.write_string(0, column, words, styles["head"])
    for row, region in enumerate(card.regions, 1):
        for column, value in enumerate((region.code, region.title.vi, region.title.en)):
            _write(sheet, row, column, value, styles)


def _table(sheet: Any, card: Scorecard, styles: dict[str, Any], *, form: bool) -> None:
    """Two rows of headings; a group's cells are merged over its lines, as offices do."""
    count = len(card.regions)
    for column, name in enumerate(_COLUMNS):
        sheet.set_column(column, column, _WIDTHS[name])
        sheet.merge_range(0, column, 1, column, h.TITLES[name], styles["head"])
    first = len(_COLUMNS)
    if count > 1:
        sheet.merge_range(0, first, 0, first + count - 1, _POINTS, styles["head"])
    else:
        sheet.write_string(0, first, _POINTS, styles["head"])
    for at, region in enumerate(card.regions):
        sheet.write_string(1, first + at, region.code, styles["head"])
    for at, name in enumerate(_ENGLISH):
        sheet.set_column(first + count + at, first + count + at, 30)
        sheet.merge_range(0, first + count + at, 1, first + count + at, h.TITLES[name], styles["head"])
    sheet.freeze_panes(2, first)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.data_validation(2, 2, LAST_ROW, 2, {"validate": "list", "source": list(_KIND.values())})
    row = 2
    for group in card.groups:
        row = _group(sheet, row, group, card, styles, form=form)


def _group(sheet: Any, row: int, group: Group, card: Scorecard, styles: dict[str, Any], *, form: bool) -> int:
    after = row + len(group.options)
    first, count = len(_COLUMNS), len(card.regions)
    note = group.note
    shared = {
        0: group.code, 1: group.title.vi, 2: _KIND[group.kind], 3: note.vi if note else "",
        first + count: group.title.en, first + count + 1: note.en if note else "",
    }  # fmt: skip
    for column, value in shared.items():
        if after - row > 1:
            sheet.merge_range(row, column, after - 1, column, value, styles["cell"])
        else:
            _write(sheet, row, column, value, styles)
    for line, option in enumerate(group.options, row):
        _write(sheet, line, 4, option.code, styles)
        _write(sheet, line, 5, option.label.vi, styles)
        for at, region in enumerate(card.regions):
            _write(sheet, line, first + at, None if form else option.points[region.code], styles)
        _write(sheet, line, first + count + 2, option.label.en, styles)
    return after

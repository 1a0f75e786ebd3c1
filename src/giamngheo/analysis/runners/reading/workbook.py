"""Excel and OpenDocument sheets as an Ibis table of text, numbered as the sheet numbers its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.findings import EMPTY
from giamngheo.analysis.runners.reading.delimited import clean_name, unlike
from giamngheo.analysis.runners.reading.opened import FILE, ROW
from giamngheo.analysis.runners.reading.source import unreadable
from giamngheo.foundation.findings import FindingError


def open_workbook(engine: Engine, files: Sequence[Path], sheet: str = "") -> tuple[Any, list[str]]:
    """The first sheet (or the one named) of each file, its first row that is not empty being the header."""
    import pyarrow as pa

    parts = [_sheet(file, sheet) for file in files]
    columns = parts[0].column_names
    for file, part in zip(files, parts, strict=True):
        if set(part.column_names) != set(columns):
            raise unreadable(file, f"các cột khác với {files[0].name} / columns differ from {files[0].name}")
    table = pa.concat_tables([part.select(columns) for part in parts])
    name = engine.fresh_name()
    if engine.name == "duckdb":
        engine.raw.register(name, table)
    else:
        engine.raw.createDataFrame(table).createOrReplaceTempView(name)
    return engine.ibis.table(name), [column for column in columns if column not in (ROW, FILE)]


def _sheet(file: Path, sheet: str) -> Any:
    import pyarrow as pa

    columns, rows = sheet_rows(open_book(file), sheet, file)
    arrays = [pa.array([cells[at] for _, cells in rows], pa.string()) for at in range(len(columns))]
    numbers = pa.array([number for number, _ in rows], pa.int64())
    names = pa.array([str(file)] * len(rows), pa.string())
    return pa.table([*arrays, numbers, names], names=[*columns, ROW, FILE])


def open_book(book: Path | BinaryIO, name: object = "") -> Any:
    """A workbook (`sheet_names` are its sheets). Raises FindingError DATA-UNREADABLE."""
    from python_calamine import CalamineWorkbook

    try:
        return CalamineWorkbook.from_object(book)
    except Exception as error:  # calamine raises kinds of its own for encrypted, broken and foreign files
        raise unreadable(name or book, error) from error


def sheet_rows(book: Any, sheet: str, name: object) -> tuple[tuple[str, ...], list[tuple[int, list[str | None]]]]:
    """Column names and rows of a sheet (the first where none is named), each with its number in the sheet.

    The first row that is not empty is the header; empty rows are left out. Cells are texts, as they would be typed.
    Raises FindingError DATA-UNREADABLE, DATA-EMPTY, DATA-COLUMN-TWICE.
    """
    sheet = sheet or book.sheet_names[0]
    if sheet not in book.sheet_names:
        there = ", ".join(book.sheet_names)
        raise unreadable(name, f"không có trang tính “{sheet}” / no sheet “{sheet}”: {there}")
    try:
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except Exception as error:  # calamine raises kinds of its own for broken sheets
        raise unreadable(name, error) from error
    filled = [(at, row) for at, row in enumerate(rows, start=1) if any(_text(cell) is not None for cell in row)]
    if not filled:
        raise FindingError(EMPTY.at(path=name))
    (_, header), data = filled[0], filled[1:]
    width = max(at for _, row in filled for at, cell in enumerate(row, start=1) if _text(cell) is not None)
    header = [*header, *[""] * (width - len(header))]
    columns = unlike(name, [clean_name(cell) for cell in header[:width]])  # cells without a heading are column_N
    return columns, [(at, [_text(cell) for cell in row[:width]]) for at, row in data]


def _text(cell: object) -> str | None:
    """A cell as it would be typed: 1.0 is "1", TRUE is "true", a date is 2026-01-31; None when empty."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    return str(cell).strip() or None if cell is not None else None

"""Excel and OpenDocument sheets as an Ibis table of text, numbered as the sheet numbers its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

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
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(file))
        name = sheet or book.sheet_names[0]
        if name not in book.sheet_names:
            raise unreadable(file, f"không có trang tính “{name}” / no sheet “{name}”: {', '.join(book.sheet_names)}")
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except FindingError:
        raise
    except Exception as error:  # calamine raises kinds of its own for encrypted, broken and foreign files
        raise unreadable(file, error) from error
    filled = [(at, row) for at, row in enumerate(rows, start=1) if any(_text(cell) is not None for cell in row)]
    if not filled:
        raise FindingError(EMPTY.at(path=file))
    (_, header), data = filled[0], filled[1:]
    width = max(at for at, cell in enumerate(header, start=1) if _text(cell) is not None)
    columns = unlike(file, [clean_name(cell) for cell in header[:width]])
    arrays = [pa.array([_text(row[at]) for _, row in data], pa.string()) for at in range(width)]
    numbers = pa.array([at for at, _ in data], pa.int64())
    names = pa.array([str(file)] * len(data), pa.string())
    return pa.table([*arrays, numbers, names], names=[*columns, ROW, FILE])


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

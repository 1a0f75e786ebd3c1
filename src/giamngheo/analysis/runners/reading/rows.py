"""A CSV file or a sheet as rows of texts, read without an engine: the same rows, numbers and broken rows as with one.

For the small lists of a commune's PC, which has no engine; Parquet needs one (DATA-ENGINE).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from giamngheo.analysis.runners.engines import require
from giamngheo.analysis.runners.reading.delimited import Layout, layout_of
from giamngheo.analysis.runners.reading.opened import BrokenRow
from giamngheo.analysis.runners.reading.source import find, unreadable
from giamngheo.analysis.runners.reading.workbook import open_book, sheet_rows

Cells = list[str | None]
_BLANKS = " \t\n\r\v\f"


@dataclass
class Rows:
    """`rows` gives (number in the file, cells) once; `broken` is whole when they have all been taken."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[int, Cells]]
    broken: list[BrokenRow] = field(default_factory=list)


def rows_of(asked: Path, sheet: str = "") -> Rows:
    """The rows of one file. Raises FindingError DATA-UNREADABLE, DATA-EMPTY, DATA-COLUMN-TWICE, DATA-ENGINE."""
    source = find(asked)
    if source.kind == "excel" and len(source.files) == 1:
        return sheet_of(open_book(source.files[0]), sheet, source.files[0])
    if source.kind != "csv" or len(source.files) != 1:
        require("duckdb")
        raise unreadable(asked, "cần một tệp CSV hoặc Excel / one CSV or Excel file is needed")
    return _csv(source.files[0])


def sheet_of(book: Any, sheet: str, name: object) -> Rows:
    """The rows of a sheet of an open workbook."""
    columns, rows = sheet_rows(book, sheet, name)
    return Rows(str(name), columns, iter(rows))


def _csv(file: Path) -> Rows:
    layout = layout_of(file)
    found = Rows(str(file), layout.columns, iter(()))
    found.rows = _split(file, layout, found.broken)
    return found


def _split(file: Path, layout: Layout, broken: list[BrokenRow]) -> Iterator[tuple[int, Cells]]:
    """Good rows; the others go to `broken`. An empty line is no row where a row has several cells."""
    encoding = "utf-16" if layout.encoding == "utf-16" else "utf-8-sig"
    width, taken = len(layout.columns), list[str]()

    def lines() -> Iterator[str]:
        with file.open(encoding=encoding, errors="surrogateescape", newline="") as stream:
            for line in stream:
                taken.append(line)
                yield line

    reader = csv.reader(lines(), delimiter=layout.separator, strict=True, skipinitialspace=True)
    number = 0
    while True:
        taken.clear()
        cells: list[str] = []
        why = ""
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            why = "UNQUOTED VALUE"
        except OSError as error:
            raise unreadable(file, error) from error
        number += 1
        if number == 1 or (not cells and not why and width > 1):
            continue
        cells = cells or [""]
        text = "".join(taken)
        if any("\udc80" <= each <= "\udcff" for each in text):
            why = "INVALID ENCODING"
        elif not why and len(cells) != width:
            why = "MISSING COLUMNS" if len(cells) < width else "TOO MANY COLUMNS"
        if why:
            broken.append(BrokenRow(number, str(file), text.encode("utf-8", "replace").decode(), why))
        else:
            yield number, [each.strip(_BLANKS) or None for each in cells]

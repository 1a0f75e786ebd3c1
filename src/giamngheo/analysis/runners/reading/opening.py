"""One door for every kind of file: find it, read it, rename its columns, refuse what holds nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.findings import EMPTY
from giamngheo.analysis.runners.reading.delimited import open_csv
from giamngheo.analysis.runners.reading.opened import FILE, ROW, Bounds, BrokenRow, Opened, no_column
from giamngheo.analysis.runners.reading.parquet import open_parquet
from giamngheo.analysis.runners.reading.source import find
from giamngheo.analysis.runners.reading.workbook import open_workbook
from giamngheo.foundation.findings import FindingError


def open_table(
    engine: Engine, asked: str | Path, *, mapping: Mapping[str, str] | None = None, sheet: str = ""
) -> Opened:
    """The table behind a name. `mapping` is {name wanted: column of the file}; `sheet` a sheet of an Excel file.

    Raises FindingError: DATA-UNREADABLE, DATA-EMPTY, DATA-COLUMN-TWICE, DATA-NO-COLUMN (for a mapping).
    """
    source = find(asked)
    footer: dict[str, Bounds] = {}
    broken: tuple[BrokenRow, ...] = ()
    if source.kind == "parquet":
        table, columns, footer = open_parquet(engine, source.files)
    elif source.kind == "csv":
        table, columns, broken = open_csv(engine, source.files)
    else:
        table, columns = open_workbook(engine, source.files, sheet)
    if not broken and engine.arrow(table.select(ROW).limit(1)).num_rows == 0:
        raise FindingError(EMPTY.at(path=asked))
    return renamed(Opened(table, tuple(columns), str(asked), source.kind != "parquet", broken, footer), mapping or {})


def renamed(opened: Opened, mapping: Mapping[str, str]) -> Opened:
    """The table with columns renamed by {name wanted: column of the file}.

    A column that gives its name to another is no longer found under its own. Raises FindingError DATA-NO-COLUMN.
    """
    for wanted in mapping.values():
        if wanted not in opened.columns:
            raise FindingError(no_column(wanted, opened.columns))
    rest = (each for each in opened.columns if each not in mapping and each not in mapping.values())
    names = {**mapping, **{column: column for column in rest}}
    table = opened.table
    table = table.select(**{new: table[old] for new, old in names.items()}, **{ROW: table[ROW], FILE: table[FILE]})
    footer = {new: opened.footer[old] for new, old in names.items() if old in opened.footer}
    return replace(opened, table=table, columns=tuple(names), footer=footer)

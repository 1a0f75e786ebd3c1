"""CSV files as an Ibis table of text, every row numbered, rows that cannot be split kept apart.

The header is read here, the separator (, ; tab |) is the one that the header holds most of. UTF-8, with or without the
mark that Excel writes, and UTF-16 with its mark.
"""

from __future__ import annotations

import codecs
import csv
import mmap
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.findings import COLUMN_TWICE, EMPTY
from giamngheo.analysis.runners.reading.opened import FILE, ROW, BrokenRow
from giamngheo.analysis.runners.reading.source import unreadable
from giamngheo.foundation.findings import FindingError

SEPARATORS = ",;\t|"


class Layout(NamedTuple):
    """How a file is written: separator, encoding and column names."""

    separator: str
    encoding: str
    columns: tuple[str, ...]


def open_csv(engine: Engine, files: Sequence[Path]) -> tuple[Any, list[str], tuple[BrokenRow, ...]]:
    """The table with ROW and FILE, the columns of the first file, and the broken rows."""
    layouts = [layout_of(file) for file in files]
    if engine.name == "spark":
        from giamngheo.analysis.runners.reading.delimited_spark import open_csv_spark

        return open_csv_spark(engine, files, layouts)
    tables, broken = [], []
    for file, layout in zip(files, layouts, strict=True):
        table, apart = _load(engine, file, layout)
        tables.append(table)
        broken += apart
    columns = list(layouts[0].columns)
    for file, layout in zip(files, layouts, strict=True):
        if set(layout.columns) != set(columns):
            raise unreadable(file, f"các cột khác với {files[0].name} / columns differ from {files[0].name}")
    first, *rest = (table.select(*columns, ROW, FILE) for table in tables)
    return first.union(*rest) if rest else first, columns, tuple(broken)


def layout_of(file: Path) -> Layout:
    """Separator, encoding and header of a file. Raises FindingError."""
    with file.open("rb") as start:
        marked = start.read(4).startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if marked else "utf-8"
    try:
        reading = "utf-16" if marked else "utf-8-sig"
        with file.open(encoding=reading, errors="replace", newline="") as stream:  # a later row may be broken
            header = stream.readline()
            separator = max(SEPARATORS, key=header.count)
            stream.seek(0)
            names = next(csv.reader(stream, delimiter=separator), [])
    except (UnicodeError, csv.Error, OSError) as error:
        raise unreadable(file, error) from error
    columns = tuple(clean_name(name) for name in names)
    if any("\ufffd" in name for name in columns):
        raise unreadable(file, "dòng tên cột không phải UTF-8 / the header is not UTF-8")
    if not any(columns):
        raise FindingError(EMPTY.at(path=file))
    return Layout(separator, encoding, unlike(file, columns))


def clean_name(name: object) -> str:
    """A column's name without blanks around it, in composed letters: Excel and macOS write them apart."""
    return unicodedata.normalize("NFC", " ".join(str(name or "").split()))


def unlike(file: object, columns: Sequence[str]) -> tuple[str, ...]:
    """The names, those without any called column_N; raises FindingError when two are alike in any case."""
    named = tuple(name or f"column_{at}" for at, name in enumerate(columns, start=1))
    seen: set[str] = set()
    for name in named:
        if name.casefold() in seen:
            raise FindingError(COLUMN_TWICE.at(1, name, column=name, path=file))
        seen.add(name.casefold())
    return named


def _load(engine: Engine, file: Path, layout: Layout) -> tuple[Any, list[BrokenRow]]:
    name, rejects = engine.fresh_name(), engine.fresh_name()
    kinds = "{" + ", ".join(f"{_text(column)}: 'VARCHAR'" for column in layout.columns) + "}"
    cells = ", ".join(f"nullif(trim({_name(column)}), '') AS {_name(column)}" for column in layout.columns)
    query = f"""
        CREATE TEMP TABLE {name} AS SELECT {cells}, row_number() OVER () + 1 AS {ROW}, {_text(str(file))} AS {FILE}
        FROM read_csv({_text(str(file))}, auto_detect = false, header = true, columns = {kinds},
             delim = {_text(layout.separator)}, quote = '"', escape = '"', encoding = '{layout.encoding}',
             ignore_errors = true, store_rejects = true, rejects_table = '{rejects}', rejects_scan = '{rejects}_scan')
    """  # noqa: S608 - names are ours or quoted
    try:
        engine.raw.execute(query)
        told = engine.raw.execute(
            f"SELECT line, any_value(csv_line), string_agg(DISTINCT error_type::VARCHAR, ', ')"  # noqa: S608
            f" FROM {rejects} GROUP BY line ORDER BY line"
        ).fetchall()
        broken = [BrokenRow(int(line), str(file), str(text or ""), str(why)) for line, text, why in told]
        if absent := sorted({*(each.row for each in broken), *_empty_lines(file, layout)}):
            _renumber(engine, name, absent)
    except (KeyboardInterrupt, FindingError):
        raise
    except Exception as error:
        raise unreadable(file, error) from error
    return engine.ibis.table(name), broken


def _empty_lines(file: Path, layout: Layout) -> list[int]:
    """Rows without any cell, which the engine leaves out uncounted where a row has several; nearly no file has any."""
    if len(layout.columns) == 1 or not _may_have_empty_lines(file, layout):
        return []
    encoding = "utf-16" if layout.encoding == "utf-16" else "utf-8-sig"
    with file.open(encoding=encoding, errors="replace", newline="") as stream:
        rows = csv.reader(stream, delimiter=layout.separator)
        return [at for at, row in enumerate(rows, start=1) if not row]


def _may_have_empty_lines(file: Path, layout: Layout) -> bool:
    if layout.encoding == "utf-16":
        return True
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as text:
        return any(text.find(ends) >= 0 for ends in (b"\n\n", b"\n\r\n", b"\r\r"))


def _renumber(engine: Engine, table: str, lines: Sequence[int]) -> None:
    """Rows behind one that is not in the table stand one further down in the file than they were counted."""
    starts = ", ".join(f"({line - at}, {at + 1})" for at, line in enumerate(lines))
    query = f"""
        UPDATE {table} SET {ROW} = {ROW} + coalesce(
            (SELECT max(shift) FROM (VALUES {starts}) moved(start, shift) WHERE start <= {table}.{ROW}), 0)
    """  # noqa: S608 - whole numbers and our own names
    engine.raw.execute(query)


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"

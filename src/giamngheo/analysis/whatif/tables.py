"""The two tables of a population as rows of cells: a folder of CSV or Parquet files, or one workbook."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from giamngheo.analysis.whatif.findings import NO_TABLE, UNREADABLE
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import bare

SHEETS = {"households": ("households", "ho", "ho dan"), "members": ("members", "thanh vien", "nhan khau")}
SHOWN = {"households": "Hộ", "members": "Thành viên"}


class Table(NamedTuple):
    """A heading and its rows, each with its number in a spreadsheet."""

    name: str
    heading: list[str]
    rows: Iterator[tuple[int, list[Any]]]


def open_tables(path: Path) -> tuple[Table, Table]:
    """Households and members behind a folder or a workbook. Raises FindingError WHATIF-TABLE, WHATIF-UNREADABLE."""
    if path.is_dir():
        workbook = path / "population.xlsx"
        if workbook.exists():
            return from_workbook(workbook, workbook.name)
        return _in_folder(path, "households"), _in_folder(path, "members")
    if not path.exists():
        raise FindingError(UNREADABLE.at(quote=str(path), path=path, why="không có tệp này / no such file"))
    return from_workbook(path, path.name)


def _in_folder(folder: Path, name: str) -> Table:
    if (folder / f"{name}.csv").exists():
        return _csv(folder / f"{name}.csv", name)
    if (folder / f"{name}.parquet").exists():
        return _parquet(folder / f"{name}.parquet", name)
    if (folder / f"{name}.xlsx").exists():
        return _alone(folder / f"{name}.xlsx", name)
    raise FindingError(NO_TABLE.at(quote=name, table=name, path=folder))


def _alone(file: Path, name: str) -> Table:
    """A table that is the first sheet of a workbook of its own."""
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(file))
        return _sheet(book, book.sheet_names[0], name)
    except Exception as error:  # calamine raises kinds of its own for encrypted, broken and foreign files
        raise _unreadable(file, error) from error


def _csv(file: Path, name: str) -> Table:
    def rows() -> Iterator[tuple[int, list[Any]]]:
        try:
            with file.open(encoding="utf-8-sig", newline="") as stream:
                reader = csv.reader(stream, delimiter=delimiter)
                next(reader, None)
                for row in reader:
                    yield reader.line_num, list(row)
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise _unreadable(file, error) from error

    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            first = stream.readline()
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error
    delimiter = max(",;\t", key=first.count)
    return Table(name, next(csv.reader([first], delimiter=delimiter), []), rows())


def _parquet(file: Path, name: str) -> Table:
    try:
        import pyarrow.parquet as pq

        source = pq.ParquetFile(file)
    except ImportError as error:
        raise _unreadable(file, 'pip install "giamngheo[analysis]"') from error
    except (OSError, ValueError) as error:
        raise _unreadable(file, error) from error

    def rows() -> Iterator[tuple[int, list[Any]]]:
        number = 0
        for batch in source.iter_batches(20_000):
            columns = [column.to_pylist() for column in batch.columns]
            for row in zip(*columns, strict=True):
                number += 1
                yield number, list(row)

    return Table(name, list(source.schema_arrow.names), rows())


def from_workbook(source: Path | BinaryIO, name: str) -> tuple[Table, Table]:
    """The same of a workbook with both sheets, by their English or Vietnamese names."""
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_object(source)
        sheets = {bare(each): each for each in book.sheet_names}
    except Exception as error:  # calamine raises kinds of its own for encrypted, broken and foreign files
        raise _unreadable(name, error) from error
    found = []
    for table, names in SHEETS.items():
        sheet = next((sheets[each] for each in names if each in sheets), None)
        if sheet is None:
            raise FindingError(NO_TABLE.at(quote=name, table=SHOWN[table], path=name))
        found.append(_sheet(book, sheet, table))
    return found[0], found[1]


def _sheet(book: Any, sheet: str, table: str) -> Table:
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell != "" for cell in row)]
    heading = [str(cell).strip() for cell in filled[0][1]] if filled else []
    return Table(table, heading, iter(filled[1:]))


def _unreadable(path: object, why: object) -> FindingError:
    text = (str(why).strip().splitlines() or ["?"])[0].rstrip(".")[:200]
    return FindingError(UNREADABLE.at(quote=str(path), path=path, why=text))

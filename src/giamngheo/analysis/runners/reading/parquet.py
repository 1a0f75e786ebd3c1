"""Parquet files as an Ibis table with row numbers, and what their footers promise about each column."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading.opened import FILE, ROW, Bounds
from giamngheo.analysis.runners.reading.source import unreadable

FOOTERS_READ = 256  # a folder of more files is simply looked through


def open_parquet(engine: Engine, files: Sequence[Path]) -> tuple[Any, list[str], dict[str, Bounds]]:
    """The table with ROW and FILE, the file's own columns, and bounds of its columns."""
    footers = _footers(files[:FOOTERS_READ])
    columns = list(footers[0].schema.to_arrow_schema().names)
    bounds = _bounds(footers) if len(files) <= FOOTERS_READ else {}
    return (_duckdb if engine.name == "duckdb" else _spark)(engine, files), columns, bounds


def _duckdb(engine: Engine, files: Sequence[Path]) -> Any:
    try:
        table = engine.ibis.read_parquet(
            [str(file) for file in files], filename=FILE, file_row_number=True, union_by_name=len(files) > 1
        )
    except Exception as error:
        raise unreadable(files[0], error) from error
    return table.mutate(**{ROW: table.file_row_number + 1}).drop("file_row_number")


def _spark(engine: Engine, files: Sequence[Path]) -> Any:
    from pyspark.sql import functions

    try:
        frame = engine.raw.read.option("mergeSchema", "true" if len(files) > 1 else "false").parquet(
            *[str(file.resolve()) for file in files]
        )
        row = (functions.col("_metadata.row_index") + 1).alias(ROW)
        frame = frame.select("*", functions.col("_metadata.file_name").alias(FILE), row)
    except Exception as error:
        raise unreadable(files[0], error) from error
    name = engine.fresh_name()
    frame.createOrReplaceTempView(name)
    return engine.ibis.table(name)


def _footers(files: Sequence[Path]) -> list[Any]:
    import pyarrow.parquet as pq

    footers = []
    for file in files:
        try:
            footers.append(pq.read_metadata(file))
        except Exception as error:  # pyarrow raises its own kinds, and OSError
            raise unreadable(file, error) from error
    return footers


def _bounds(footers: Sequence[Any]) -> dict[str, Bounds]:
    """By column: bounds over all row groups; a column with one row group without statistics promises nothing."""
    found: dict[str, Bounds] = {}
    unknown: set[str] = set()
    for footer in footers:
        here = set()
        for at in range(footer.num_columns):
            name = footer.schema.column(at).path
            here.add(name)
            for group in range(footer.num_row_groups):
                if name in unknown:
                    break
                told = _told(footer.row_group(group).column(at).statistics)
                if told is None:
                    unknown.add(name)
                else:
                    found[name] = _joined(found.get(name), told)
        unknown |= (set(found) - here) if footer is not footers[0] else set()
        unknown |= here - set(found)
    return {name: bounds for name, bounds in found.items() if name not in unknown}


def _told(statistics: Any) -> Bounds | None:
    if statistics is None or not statistics.has_min_max or not statistics.has_null_count:
        return None
    return Bounds(statistics.min, statistics.max, statistics.null_count)


def _joined(one: Bounds | None, other: Bounds) -> Bounds:
    if one is None:
        return other
    return Bounds(min(one.least, other.least), max(one.greatest, other.greatest), one.blanks + other.blanks)

"""CSV files on Spark: text columns, rows that cannot be split kept apart. Spark does not number the rows of a CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.runners.reading.opened import FILE, ROW, BrokenRow
from giamngheo.analysis.runners.reading.source import unreadable

if TYPE_CHECKING:
    from giamngheo.analysis.runners.reading.delimited import Layout

CORRUPT = "corrupt_"


def open_csv_spark(
    engine: Engine, files: Sequence[Path], layouts: Sequence[Layout]
) -> tuple[Any, list[str], tuple[BrokenRow, ...]]:
    """As open_csv; ROW is NULL, and so the numbers of broken rows are 0."""
    from pyspark.sql import functions
    from pyspark.sql.types import StringType, StructField, StructType

    layout = layouts[0]
    for file, each in zip(files, layouts, strict=True):
        if each != layout:  # by place, not by name: unlike DuckDB, one reader reads them all
            raise unreadable(file, f"các cột khác với {files[0].name} / columns differ from {files[0].name}")
    kinds = StructType([StructField(name, StringType()) for name in (*layout.columns, CORRUPT)])
    frame = (
        engine.raw.read.schema(kinds)
        .option("header", True).option("sep", layout.separator).option("encoding", layout.encoding)
        .option("quote", '"').option("escape", '"').option("multiLine", True).option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", CORRUPT)
        .csv([str(file.resolve()) for file in files])
        .select("*", functions.col("_metadata.file_name").alias(FILE))
    ).cache()  # fmt: skip
    apart = frame.where(functions.col(CORRUPT).isNotNull()).select(CORRUPT, FILE).collect()
    broken = tuple(BrokenRow(0, str(row[FILE]), str(row[CORRUPT]), "MALFORMED") for row in apart)
    cells = []
    for name in layout.columns:
        trimmed = functions.trim(functions.col("`" + name.replace("`", "``") + "`"))
        cells.append(functions.when(trimmed != "", trimmed).alias(name))
    whole = frame.where(functions.col(CORRUPT).isNull())
    name = engine.fresh_name()
    whole.select(*cells, functions.lit(None).cast("bigint").alias(ROW), FILE).createOrReplaceTempView(name)
    return engine.ibis.table(name), list(layout.columns), broken

"""Parts of both tables by ranges of household ids, so that memory stays flat however many households there are.

DuckDB reads a part through two views, which name the part; a query over them is written once and runs for every part.
Tables that are not in order of household_id are sorted once, out of core, into a temporary folder. Spark takes all as
one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from giamngheo.analysis.population.naming import ID
from giamngheo.analysis.population.sources import Source, Sources
from giamngheo.analysis.runners.engines import Engine

GROUP = 122_880  # rows a row group of what is sorted here
# Households a part. More than 2^20: below, DuckDB counts members of dense ids in an array, which is less work, but one
# thread alone reads it out while the others wait.
SIZE = 10 * GROUP
VIEWS = ("part_households", "part_members")


class Range(NamedTuple):
    """Ids from `low` (inclusive) to `high` (exclusive), None without end; `share` of the work is done before it."""

    low: Any
    high: Any
    share: float


class Parts:
    """`tables` are the Ibis tables of the part that `each` stands at."""

    def __init__(self, engine: Engine, sources: Sources, size: int = SIZE) -> None:
        self.engine = engine
        self.size = size
        self.sources = (sources.households, sources.members)
        self.tables = (sources.households.table, sources.members.table)
        self._selects: list[str] = []

    def prepare(self, folder: Path) -> list[Range]:
        """Sort where it must be, and say the ranges."""
        if self.engine.name != "duckdb":
            return [Range(None, None, 0)]
        count = self.engine.arrow(self.sources[0].table.count().as_table())[0][0].as_py()
        ranges, files = [Range(None, None, 0)], [_in_order(source) for source in self.sources]
        self._selects = [str(self.engine.ibis.compile(source.table)) for source in self.sources]
        if count > self.size * 1.5:
            if not all(files):
                files = [
                    self._sorted(select, folder / f"{view}.parquet")
                    for select, view in zip(self._selects, VIEWS, strict=True)
                ]
                self._selects = [f"SELECT * FROM read_parquet({_text(str(made[0]))})" for made in files]  # noqa: S608
            ranges = _ranges(files[0], self._id_column(files[0]), self.size)
        self._stand_at(ranges[0])
        self.tables = tuple(self.engine.ibis.table(view) for view in VIEWS)
        return ranges

    def _id_column(self, files: list[Path]) -> str:
        return self.sources[0].id_column if files[0].name != f"{VIEWS[0]}.parquet" else ID

    def _sorted(self, select: str, path: Path) -> list[Path]:
        written = f"TO {_text(str(path))} (FORMAT parquet, ROW_GROUP_SIZE {GROUP})"
        self.engine.raw.execute(f"COPY (SELECT * FROM ({select}) ORDER BY {ID}) {written}")  # noqa: S608
        return [path]

    def each(self, ranges: list[Range]) -> Iterator[Range]:
        for at in ranges:
            if self.engine.name == "duckdb":
                self._stand_at(at)
            yield at

    def _stand_at(self, at: Range) -> None:
        conditions = [f"{ID} >= {_literal(at.low)}"] if at.low is not None else []
        conditions += [f"{ID} < {_literal(at.high)}"] if at.high is not None else []
        where = " AND ".join(conditions)
        if at.low is None and where:
            where = f"({where}) OR {ID} IS NULL"
        for view, select in zip(VIEWS, self._selects, strict=True):
            condition = f" WHERE {where}" if where else ""
            self.engine.raw.execute(f"CREATE OR REPLACE TEMP VIEW {view} AS SELECT * FROM ({select}){condition}")  # noqa: S608


def _in_order(source: Source) -> list[Path]:
    """The Parquet files of a source whose row groups follow one another by household_id; empty for any other."""
    import pyarrow.parquet as pq

    from giamngheo.analysis.runners.reading.source import find

    if source.opened.text:
        return []
    files, last, column = list(find(source.path).files), None, source.id_column
    for file in files:
        footer = pq.read_metadata(file)
        for told in _statistics(footer, column):
            if told is None or not isinstance(told.min, int) or (last is not None and told.min < last):
                return []
            last = told.max
    return files


def _statistics(footer: Any, column: str) -> Iterator[Any]:
    places = {footer.schema.column(at).path: at for at in range(footer.num_columns)}
    for group in range(footer.num_row_groups):
        told = footer.row_group(group).column(places[column]).statistics if column in places else None
        yield told if told is not None and told.has_min_max else None


def _ranges(files: list[Path], column: str, size: int) -> list[Range]:
    """Ranges of about `size` households, cut where a row group begins."""
    import pyarrow.parquet as pq

    cuts: list[tuple[Any, int]] = []
    seen = total = 0
    for file in files:
        footer = pq.read_metadata(file)
        for group, told in enumerate(_statistics(footer, column)):
            if seen >= size and told.min > (cuts[-1][0] if cuts else told.min - 1 if isinstance(told.min, int) else ""):
                cuts.append((told.min, total))
                seen = 0
            rows = footer.row_group(group).num_rows
            seen, total = seen + rows, total + rows
    starts = [(None, 0), *cuts]
    ends = [cut for cut, _ in cuts] + [None]
    return [Range(low, high, done / max(total, 1)) for (low, done), high in zip(starts, ends, strict=True)]


def _literal(value: Any) -> str:
    return str(value) if isinstance(value, int) else _text(str(value))


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"

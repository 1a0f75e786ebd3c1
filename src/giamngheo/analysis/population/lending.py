"""Arrow tables put where an engine reads them, for good or for a while."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from giamngheo.analysis.population.naming import ID
from giamngheo.analysis.runners.engines import Engine


def put(engine: Engine, table: Any, name: str = "") -> Any:
    """An Arrow table where the engine reads it, under a name of its own or the one given (which it takes over)."""
    name = name or engine.fresh_name()
    if engine.name == "duckdb":
        engine.raw.register(name, table)
    else:
        engine.raw.createDataFrame(table).createOrReplaceTempView(name)
    return engine.ibis.table(name)


@contextmanager
def lent(engine: Engine, table: Any, name: str = "") -> Iterator[Any]:
    """The same until the context ends; then its memory is free again."""
    name = name or engine.fresh_name()
    try:
        yield put(engine, table, name)
    finally:
        if engine.name == "duckdb":
            engine.raw.unregister(name)
        else:
            engine.raw.catalog.dropTempView(name)


def ids_table(ids: list[Any]) -> Any:
    """An Arrow table of one column of ids, numbers or texts; None is left out."""
    import pyarrow as pa

    known = [each for each in ids if each is not None]
    return pa.table({ID: pa.array(known, pa.int64() if known and isinstance(known[0], int) else pa.string())})

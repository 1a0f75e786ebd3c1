"""The engines that count: DuckDB in this process, or Spark in local mode or on a cluster, both behind Ibis.

`open_engine("duckdb")` or `open_engine("spark", master="spark://host:7077")` is a context that gives an `Engine` and
closes it. Raises FindingError (DATA-ENGINE, DATA-ENGINE-START) where an extra or Java is missing: never ImportError.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from typing import Any

from giamngheo.analysis.runners.findings import ENGINE, ENGINE_START
from giamngheo.foundation.findings import FindingError

ENGINES = ("duckdb", "spark")
_NEEDS = {"duckdb": ("ibis", "duckdb", "pyarrow", "numpy", "scipy"), "spark": ("ibis", "pyspark", "pyarrow", "numpy")}
_EXTRA = {"duckdb": "analysis", "spark": "spark"}
_NAMES = count()  # of this process: sessions of Spark share their views


@dataclass
class Engine:
    """A connection: `ibis` is the Ibis backend, `raw` the DuckDB connection or the Spark session beneath it."""

    name: str
    ibis: Any
    raw: Any

    def fresh_name(self) -> str:
        """A name no table has yet."""
        return f"giamngheo_{next(_NAMES)}"

    def arrow(self, table: Any) -> Any:
        """An Ibis table as an Arrow table; not by way of pandas, which makes floats of whole numbers with gaps."""
        query = str(self.ibis.compile(table))
        told = self.raw.sql(query)
        return told.toArrow() if self.name == "spark" else told.to_arrow_table()

    @contextmanager
    def in_any_order(self) -> Iterator[None]:
        """Inside, rows of a result may come in any order, which spares DuckDB keeping the one they were read in."""
        if self.name != "duckdb":
            yield
            return
        self.raw.execute("SET preserve_insertion_order = false")
        try:
            yield
        finally:
            self.raw.execute("SET preserve_insertion_order = true")

    def rows(self, table: Any) -> Iterator[tuple[Any, ...]]:
        """The rows of an Ibis table one after another, never all in memory."""
        query = str(self.ibis.compile(table))
        if self.name == "spark":
            for row in self.raw.sql(query).toLocalIterator():
                yield tuple(row)
            return
        cursor = self.raw.execute(query)
        while rows := cursor.fetchmany(10_000):
            yield from rows


def stopped(error: Exception) -> bool:
    """Whether an error is DuckDB's word for Ctrl+C: RuntimeError("Query interrupted"), or a kind of its own."""
    return type(error).__name__ == "InterruptException" or (
        isinstance(error, RuntimeError) and "interrupted" in str(error).lower()
    )


def require(name: str) -> None:
    """Raise FindingError (DATA-ENGINE) with the pip command when what the engine needs is not installed."""
    lacking = [module for module in _NEEDS[name] if importlib.util.find_spec(module) is None]
    if lacking:
        other = "spark" if name == "duckdb" else "duckdb"
        install = f'pip install "giamngheo[{_EXTRA[name]}]"' + (" (và/and Java 17)" if name == "spark" else "")
        raise FindingError(ENGINE.at(what=", ".join(lacking), install=install, other=other))


@contextmanager
def open_engine(name: str = "duckdb", *, master: str = "", memory: str = "") -> Iterator[Engine]:
    """An engine by name. `master` is Spark's address (default local[*]); `memory` DuckDB's limit ("2GB")."""
    if name not in ENGINES:
        raise ValueError(f"no such engine: {name}")
    require(name)
    lent = name == "spark" and _spark_runs()
    engine = _spark(master) if name == "spark" else _duckdb(memory)
    try:
        yield engine
    except Exception as error:
        if stopped(error):
            raise KeyboardInterrupt from None
        raise
    finally:
        with suppress(Exception):  # closing what already broke must not hide why it broke
            if name != "spark":
                engine.ibis.disconnect()
            elif not lent:
                engine.raw.stop()


def _spark_runs() -> bool:
    """Whether this process has a Spark of its own already: it is used, and left to whoever started it."""
    from pyspark import SparkContext

    return SparkContext._active_spark_context is not None


def _duckdb(memory: str) -> Engine:
    import ibis

    backend = ibis.duckdb.connect()
    raw = backend.con
    # Keys of up to 20 bits (province and 12 indicators) are counted in a plain array instead of a hash table.
    raw.execute("SET perfect_ht_threshold = 20")
    raw.execute("SET enable_progress_bar = false")
    raw.execute("SET temp_directory = ?", [tempfile.gettempdir()])  # what outgrows memory; not the current folder
    raw.execute("SET autoinstall_known_extensions = false")  # works without a network
    if memory:
        raw.execute("SET memory_limit = ?", [memory])
    return Engine("duckdb", backend, raw)


def _spark(master: str) -> Engine:
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise FindingError(ENGINE_START.at(why="không thấy Java / no Java found"))
    import ibis
    from pyspark.sql import SparkSession

    warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)  # we hand it none
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = (
        SparkSession.builder.appName("giamngheo")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.log.level", "ERROR")
        .master(master or "local[*]")
    )
    try:
        session = builder.getOrCreate()
    except Exception as error:  # the gateway raises many kinds: no Java, wrong Java, no such master
        why = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise FindingError(ENGINE_START.at(why=why[:200])) from error
    return Engine("spark", ibis.pyspark.connect(session), session)

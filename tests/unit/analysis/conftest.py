"""Engines for tests of measures: DuckDB always, Spark where it is installed with Java."""

from __future__ import annotations

import importlib.util
import shutil
import warnings
from collections.abc import Iterator

import pytest

from giamngheo.analysis.runners.engines import Engine, open_engine


@pytest.fixture
def duck() -> Iterator[Engine]:
    with open_engine("duckdb") as engine:
        yield engine


@pytest.fixture(scope="session")
def spark() -> Iterator[Engine]:
    """One Spark session for the whole run: starting it takes longer than all its tests."""
    if importlib.util.find_spec("pyspark") is None or not shutil.which("java"):
        pytest.skip("Spark or Java is not installed: make spark, and apt install openjdk-17-jre-headless")
    with warnings.catch_warnings():  # pyspark and py4j warn about their own use of pandas and sockets
        warnings.simplefilter("ignore")
        with open_engine("spark", master="local[2]") as engine:
            yield engine

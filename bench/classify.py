"""Classifying from raw answers against a bare scan of the columns it reads; memory; growth from one million to a
nation.

The scan hashes and adds every value of those columns, in DuckDB with the same threads. Every measurement is a process
of
its own, scan and classification by turns; the least CPU time of several counts, because other work on the machine
only adds.
GIAMNGHEO_BENCH_HOUSEHOLDS (28 million) makes the nation smaller.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.classify_data import HOUSEHOLDS, MEMBERS, made
from bench.result import Result

NATION = int(os.environ.get("GIAMNGHEO_BENCH_HOUSEHOLDS", "28000000"))
SMALL = min(1_000_000, NATION)
ROUNDS = 2
MEMORY_MB = 6144
_SCAN = """
import duckdb
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
def work():
    for query in {queries!r}:
        connection.execute(query).fetchall()
"""
_OURS = """
from datetime import date
from pathlib import Path
from giamngheo.analysis.classification.asked import Asked
from giamngheo.analysis.classification.running import Work
from giamngheo.analysis.runners.engines import open_engine
import ibis, pyarrow.compute, pyarrow.parquet
def work():
    with open_engine("duckdb", memory="3GB") as engine:
        done = Work(engine, Asked(Path({folder!r}), Path({out!r}), date(2026, 11, 24))).run()
    assert done.judged["households"] == {count}, done
"""
_FRAME = """
import json, resource, time
{program}
start, cpu = time.perf_counter(), time.process_time()
work()
print(json.dumps([time.process_time() - cpu, time.perf_counter() - start,
resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def run() -> Iterator[Result]:
    """Three results: time against the scan, peak memory, time per household at the nation against one million."""
    nation, small = made(NATION), made(SMALL)
    ours, scans, ours_small = [], [], []
    for _ in range(ROUNDS):
        scans.append(_measure(_scan(nation)))
        ours.append(_measure(_ours(nation, NATION)))
        scans.append(_measure(_scan(nation)))
        ours_small += [_measure(_ours(small, SMALL)) for _ in range(2)]
    cpu, scan = min(ours)[0], min(scans)[0]
    wall, scan_wall = min(each[1] for each in ours), min(each[1] for each in scans)
    what = f"{NATION:,} households from raw answers / bare scan"
    yield Result("classify time", wall / scan_wall, 6, f"{what}, {wall:.1f} s / {scan_wall:.1f} s")
    work = f"the same in CPU time of all threads, which neighbours disturb less: {cpu:.1f} s / {scan:.1f} s"
    yield Result("classify work", cpu / scan, 6, work)
    memory = max(each[2] for each in ours)
    yield Result("classify memory", memory / MEMORY_MB, 1, f"peak of the process, {memory:.0f} MB / {MEMORY_MB} MB")
    growth = (cpu / NATION) / (min(ours_small)[0] / SMALL)
    yield Result("classify growth", growth, 1.3, f"CPU time per household: {NATION:,} / {SMALL:,}")


def _scan(folder: Path) -> str:
    tables = {"households": HOUSEHOLDS, "members": MEMBERS}
    queries = [
        f"SELECT {', '.join(f'sum(hash({name}))' for name in columns)} FROM '{folder}/{table}.parquet'"
        for table, columns in tables.items()
    ]
    return _SCAN.format(queries=queries)


def _ours(folder: Path, count: int) -> str:
    return _OURS.format(folder=str(folder), out="{out}", count=count)


def _measure(program: str) -> tuple[float, float, float]:
    """CPU seconds, seconds and peak MB of a run in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        code = _FRAME.format(program=program.replace("{out}", f"{folder}/out.parquet"))
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    cpu, wall, peak = json.loads(done.stdout.splitlines()[-1])
    return cpu, wall, peak

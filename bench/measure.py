"""Measures of the nation's households against a bare scan of the same columns, and against recorded figures of R.

Every turn runs in a process of its own, ours and the peer's by turns; in each, the least of several goes counts.
Imports and opening the engine are not measured (one process measures much); reading the Parquet file and working out
every measure of all 63 provinces and of the country are. Seconds of R's mpitbR were measured on an equal machine
(2 cores, 23 GiB), not in this run.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure_data import INDICATORS, KINDS, NATION, households, of_kind, sample
from bench.result import Result

ROUNDS, GOES = 5, 6
OF_KIND = min(5_000_000, NATION)  # households with columns of other kinds
MEMORY_MB = 500
MPITB_MILLION, MPITB_ERRORS = 38.7, 46.7  # seconds: M0, H, A of 1,000,000; everything with errors of 100,000
_SCAN = """
import duckdb
connection = duckdb.connect()
connection.execute("SET enable_progress_bar = false")
added = "count_if({})" if "Boolean" in PATH else "sum({})"
group = "sum(strlen(province))" if "text" in PATH else "sum(province)"
columns = ", ".join([group, *(added.format(name) for name in INDICATORS)])
def work(): connection.execute(f"SELECT {columns} FROM '{PATH}'").fetchall()
"""
_OURS = """
from giamngheo.analysis.commands.measure_json import shape_of
from giamngheo.analysis.commands.measure_options import parse
from giamngheo.analysis.runners import question
from giamngheo.analysis.runners.engines import open_engine
from giamngheo.analysis.runners.measuring import ask, measures
from giamngheo.analysis.runners.reading import open_table
words = [PATH, "--indicators", ",".join(INDICATORS), "--by", "province", *MORE]
options = parse(words)
opening = open_engine(ENGINE, master="local[*]")
engine = opening.__enter__()
def work():
    asked = question.of(options.indicators, options.by, options.design)
    told = ask(engine, open_table(engine, options.path), asked)
    made = measures(told.cells, options.weightings, options.cutoffs, survey=asked.survey)
    return shape_of(options, told, made)
"""
_FRAME = """
import hashlib, json, resource, sys, time, warnings
warnings.simplefilter("ignore")
PATH, INDICATORS, MORE, ENGINE, GOES = json.loads(sys.argv[1])
{program}
took, work_done = [], []
for _ in range(GOES):
    start, busy = time.perf_counter(), time.process_time()
    result = work()
    took.append(time.perf_counter() - start)
    work_done.append(time.process_time() - busy)
print(json.dumps([min(took), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                  took[0], hashlib.sha256(json.dumps(result["groups"] if result else 0).encode()).hexdigest(),
                  min(work_done)]))
"""


def run() -> Iterator[Result]:
    """Time and memory at 28 million households, cost of another k, recorded ratios, and Spark where it is installed."""
    yield from _nation()
    yield from _kinds()
    yield from _against_records()
    yield from _spark()


def _nation() -> Iterator[Result]:
    path = households(NATION)
    scans, ours, twice = [], [], []
    for _ in range(ROUNDS):
        scans.append(_measure(_SCAN, path))
        ours.append(_measure(_OURS, path, ["--k", "4/12"]))
        twice.append(_measure(_OURS, path, ["--k", "4/12", "3/12"]))
    scan, one, two = (min(each)[0] for each in (scans, ours, twice))
    told = f"{NATION:,} households: ours {one:.2f} s / DuckDB summing every column {scan:.2f} s"
    yield Result("measure time", one / scan, 1.5, told)
    busy, busy_scan = (min(each[4] for each in runs) for runs in (ours, scans))
    told = f"the same in CPU time of all threads, which neighbours disturb less: {busy:.2f} s / {busy_scan:.2f} s"
    yield Result("measure work", busy / busy_scan, 1.5, told)
    peak = max(each[1] for each in ours)
    yield Result("measure memory", peak / MEMORY_MB, 1, f"peak of the process, {peak:.0f} MB / {MEMORY_MB} MB")
    added = _added(path)
    yield Result("measure second k", added / one, 0.05, f"another k {added * 1000:.0f} ms / the first with its pass")
    yield Result("measure second k, whole runs", two / one, 1.15, "two values of k / one, processes of their own")


def _kinds() -> Iterator[Result]:
    """Other kinds of columns than whole numbers without blanks, which the limit is about."""
    for kind in KINDS:
        path = of_kind(kind, OF_KIND)
        scans = [_measure(_SCAN, path) for _ in range(2)]
        ours = [_measure(_OURS, path, ["--k", "4/12"]) for _ in range(2)]
        busy, busy_scan = (min(each[4] for each in runs) for runs in (ours, scans))
        told = f"{OF_KIND:,} households, {kind}: {busy:.2f} s / {busy_scan:.2f} s of CPU; reported, not limited"
        yield Result(f"measure {kind}", busy / busy_scan, float("inf"), told)


_AGAIN = """
told = ask(engine, open_table(engine, options.path), question.of(options.indicators, options.by))
def work(): return shape_of(options, told, measures(told.cells, options.weightings, options.cutoffs))
"""


def _added(path: Path) -> float:
    """Seconds that a second k adds once the pass is made: the difference of two goes in one process each."""
    program = _OURS + _AGAIN
    one = min(_measure(program, path, ["--k", "4/12"], goes=20)[0] for _ in range(2))
    two = min(_measure(program, path, ["--k", "4/12", "3/12"], goes=20)[0] for _ in range(2))
    return two - one


def _against_records() -> Iterator[Result]:
    million = min(_measure(_OURS, households(1_000_000), ["--k", "4/12"])[0] for _ in range(ROUNDS))
    told = f"1,000,000 households {million * 1000:.0f} ms; recorded for mpitbR's M0, H, A: {MPITB_MILLION} s"
    yield Result("measure 1M x 300 / mpitbR", million * 300 / MPITB_MILLION, 1, told)
    design = ["--k", "4/12", "--design", "stratum,cluster,weight"]
    errors = min(_measure(_OURS, sample(100_000), design)[0] for _ in range(ROUNDS))
    told = f"100,000 with errors and intervals {errors * 1000:.0f} ms; recorded for mpitbR's full set: {MPITB_ERRORS} s"
    yield Result("measure errors x 100 / mpitbR", errors * 100 / MPITB_ERRORS, 1, told)


def _spark() -> Iterator[Result]:
    if importlib.util.find_spec("pyspark") is None or not shutil.which("java"):
        print("skip measure on Spark: make spark, and Java 17", flush=True)
        return
    path = households(1_000_000)
    here = _measure(_OURS, path, ["--k", "4/12"])
    spark = _measure(_OURS, path, ["--k", "4/12"], engine="spark", goes=3)
    same = 0.0 if here[3] == spark[3] else 1.0
    yield Result("measure Spark differs", same, 0, "1,000,000 households: 0 when all figures are identical")
    told = f"local mode {spark[0]:.2f} s (first go {spark[2]:.1f} s) / DuckDB {here[0]:.2f} s; reported, not limited"
    yield Result("measure Spark / DuckDB", spark[0] / here[0], float("inf"), told)


def _measure(
    program: str, path: Path, more: list[str] | None = None, *, engine: str = "duckdb", goes: int = GOES
) -> tuple[float, float, float, str, float]:
    """Least seconds of several goes, peak MB, first go, a fingerprint of the figures, least CPU seconds."""
    words = json.dumps([str(path), INDICATORS, more or [], engine, goes])
    code = _FRAME.replace("{program}", program)
    done = subprocess.run([sys.executable, "-c", code, words], check=True, capture_output=True, text=True)
    least, peak, first, figures, busy = json.loads(done.stdout.strip().splitlines()[-1])
    return least, peak, first, figures, busy

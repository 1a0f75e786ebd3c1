"""`giamngheo measure`: its JSON, its table, its findings, its exit codes."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from giamngheo.analysis.runners import engines
from giamngheo.config.cli import main

CSV = """id,tinh,a,b,c,w
1,A,1,0,1,1.5
2,A,0,0,1,1
3,A,1,1,,2
4,B,x,1,0,1
5,B,1,1,1,1
6,B,true,FALSE,1,1
7,B,0,0,0,1
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "hộ.csv"
    path.write_text(CSV, encoding="utf-8")
    return path


def told(capsys, *words: object) -> tuple[int, dict]:
    code = main(["measure", *map(str, words), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_json_holds_every_measure_of_every_group(table, capsys) -> None:
    code, shape = told(capsys, table, "--indicators", "a,b,c", "--by", "tinh", "--k", "1/3", "2/3")
    assert code == 1
    assert shape["n"] == 5
    assert shape["rows"] == {"read": 7, "counted": 5, "bad": 1, "missing": 1}
    assert shape["missing"] == {"a": 0, "b": 0, "c": 1}
    assert [(group["by"], group["k"]) for group in shape["groups"]] == [
        ({}, "1/3"), ({}, "2/3"), ({"tinh": "A"}, "1/3"), ({"tinh": "B"}, "1/3"), ({"tinh": "A"}, "2/3"),
        ({"tinh": "B"}, "2/3")]  # fmt: skip
    whole = shape["groups"][1]
    assert (whole["n"], whole["poor"], whole["H"], whole["A"], whole["M0"]) == (5, 3, 0.6, 7 / 9, 7 / 15)
    assert whole["headcount"] == {"a": 0.6, "b": 0.2, "c": 0.8}
    assert whole["censored"] == {"a": 0.6, "b": 0.2, "c": 0.6}
    assert whole["contribution"] == {"a": 3 / 7, "b": 1 / 7, "c": 3 / 7}
    assert "se" not in whole
    assert shape["robustness"]["groups"] == 2


def test_design_brings_errors_and_named_intervals(table, capsys) -> None:
    _, shape = told(capsys, table, "--indicators", "a,b,c", "--design", "-,id,w", "--interval", "wald")
    (group,) = shape["groups"]
    assert shape["interval"]["method"] == "wald"
    assert group["population"] == 5.5
    assert group["H"] == 4.5 / 5.5
    assert group["df"] == 4
    for name in ("H", "A", "M0"):
        assert group["ci"][name][0] < group[name] < group["ci"][name][1]
    assert set(group["se"]["contribution"]) == set(group["ci"]["censored"]) == {"a", "b", "c"}


def test_weightings_and_dimensions(table, capsys) -> None:
    _, shape = told(capsys, table, "--indicators", "a,b,c", "--weights", "1/2,1/4,1/4", "--weights", "50%,50%,0")
    assert shape["weights"] == [{"a": "1/2", "b": "1/4", "c": "1/4"}, {"a": "1/2", "b": "1/2", "c": "0"}]
    assert [group["weighting"] for group in shape["groups"]] == [0, 1]
    _, shape = told(capsys, table, "--dimension", "y tế=a", "--dimension", "nhà ở=b,c")
    assert shape["weights"] == [{"a": "1/2", "b": "1/4", "c": "1/4"}]


def test_findings_name_rows_and_bad_rows_are_written(table, capsys, tmp_path) -> None:
    bad = tmp_path / "bad.csv"
    code, shape = told(capsys, table, "--indicators", "a,b,c", "--bad-rows", bad)
    assert code == 1
    assert [(each["code"], each["line"]) for each in shape["findings"]] == [("DATA-VALUE", 5), ("DATA-MISSING", None)]
    assert all(len(each["fixes"]) >= 2 for each in shape["findings"])
    rows = list(csv.DictReader(bad.read_text("utf-8-sig").splitlines()))
    assert [(row["row"], row["reasons"], row["a"]) for row in rows] == [("5", "DATA-VALUE a", "x")]


def test_missing_answers_may_be_taken_for_not_deprived(table, capsys) -> None:
    _, shape = told(capsys, table, "--indicators", "a,b,c", "--missing", "c=not-deprived")
    assert shape["rows"]["missing"] == 0
    assert shape["n"] == 6
    assert shape["missing_policy"] == {"a": "drop", "b": "drop", "c": "not-deprived"}


def test_clean_file_ends_with_zero(tmp_path, capsys) -> None:
    pq.write_table(pa.table({"x": [0, 1], "b": [True, False]}), tmp_path / "a.parquet")
    code, shape = told(capsys, tmp_path / "*.parquet", "--indicators", "a,b", "--map", "a=x", "--k", "50%")
    assert (code, shape["findings"], shape["groups"][0]["H"]) == (0, [], 1.0)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_table_speaks_both_languages(table, capsys, language) -> None:
    assert main(["measure", str(table), "--indicators", "a,b,c", "--by", "tinh", "--lang", language]) == 1
    printed = capsys.readouterr()
    assert {"vi": "(tất cả)", "en": "(everybody)"}[language] in printed.out
    assert "tinh=B" in printed.out
    assert "DATA-VALUE" in printed.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--indicators", "a,nowhere"], "DATA-NO-COLUMN"),
        (["--indicators", "a,b", "--k", "2"], "DATA-OPTION"),
        (["--indicators", "a,b", "--k", "x"], "DATA-OPTION"),
        (["--indicators", "a,b", "--weights", "1/2"], "DATA-OPTION"),
        (["--indicators", "a,a"], "DATA-OPTION"),
        (["--indicators", "a", "--design", "x,y"], "DATA-OPTION"),
        (["--indicators", "a", "--missing", "c=drop"], "DATA-OPTION"),
        (["--indicators", "a", "--engine", "abacus"], "DATA-OPTION"),
        (["--indicators", "a", "--unknown"], "DATA-OPTION"),
        ([], "DATA-OPTION"),
    ],
)
def test_wrong_use_is_said_and_ends_with_two(table, capsys, words, code) -> None:
    ended, shape = told(capsys, table, *words)
    assert ended == 2
    assert [finding["code"] for finding in shape["findings"]] == [code]


def test_small_counts_are_hidden_when_published(tmp_path, capsys) -> None:
    names = ["A"] * 50 + ["B"] * 40 + ["C"] * 30
    poor = [1] * 3 + [0] * 47 + [1] * 8 + [0] * 32 + [1] * 20 + [0] * 10
    pq.write_table(pa.table({"g": names, "a": poor}), tmp_path / "a.parquet")
    _, shape = told(capsys, tmp_path / "a.parquet", "--indicators", "a", "--by", "g", "--public")
    hidden = {group["by"].get("g"): group.get("suppressed", False) for group in shape["groups"]}
    assert hidden == {None: False, "A": True, "B": True, "C": False}
    assert [group["H"] for group in shape["groups"]][1:3] == [None, None]


def test_hidden_indicator_cannot_be_had_from_the_others(tmp_path, capsys) -> None:
    """Contributions add up to one and to M0: a hidden part hides the sum."""
    names = ["A"] * 60 + ["B"] * 60
    a = ([1] * 30 + [0] * 30) * 2
    b = [1] * 2 + [0] * 58 + [1] * 20 + [0] * 40
    pq.write_table(pa.table({"g": names, "a": a, "b": b}), tmp_path / "a.parquet")
    _, shape = told(capsys, tmp_path / "a.parquet", "--indicators", "a,b", "--by", "g", "--k", "1/2", "--public")
    whole, *parts = shape["groups"]
    assert whole["censored"]["b"] is not None
    for group in parts:
        assert group["H"] == 0.5
        assert group["censored"] == {"a": 0.5, "b": None}
        assert (group["A"], group["M0"], set(group["contribution"].values())) == (None, None, {None})
    ended, shape = told(capsys, tmp_path / "a.parquet", "--indicators", "a", "--by", "g,b", "--public")
    assert (ended, shape["findings"][0]["code"]) == (2, "DATA-OPTION")


def test_missing_extra_names_the_command_to_run(table, capsys, monkeypatch) -> None:
    import importlib.util

    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *a: None if name in ("ibis", "pyspark") else find(name, *a)
    )
    code, shape = told(capsys, table, "--indicators", "a")
    assert (code, shape["findings"][0]["code"]) == (2, "DATA-ENGINE")
    assert 'pip install "giamngheo[analysis]"' in shape["findings"][0]["message"]["vi"]
    _, shape = told(capsys, table, "--indicators", "a", "--engine", "spark")
    assert 'pip install "giamngheo[spark]"' in shape["findings"][0]["message"]["en"]
    assert "Java 17" in shape["findings"][0]["message"]["en"]


def test_measuring_never_loads_django(table) -> None:
    code = (
        "import sys; from giamngheo.config.cli import main; "
        f"main(['measure', {str(table)!r}, '--indicators', 'a,b', '--json']); "
        "print('django' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "False"


def test_interrupt_stops_cleanly(table, capsys, monkeypatch) -> None:
    """DuckDB tells Ctrl+C as an error of its own: still no trace, nothing printed, exit code 130."""
    from giamngheo.analysis.runners.engines import Engine

    def stop(self, query):
        raise RuntimeError("Query interrupted")

    monkeypatch.setattr(Engine, "arrow", stop)
    assert main(["measure", str(table), "--indicators", "a,b", "--json"]) == 130
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Traceback" not in printed.err


def test_file_broken_in_the_middle_is_unreadable(tmp_path, capsys) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"a": [at % 2 for at in range(5000)]}), path, compression="zstd", use_dictionary=False)
    whole = bytearray(path.read_bytes())
    whole[4:120] = b"x" * 116
    path.write_bytes(whole)
    code, shape = told(capsys, path, "--indicators", "a")
    assert (code, shape["findings"][0]["code"]) == (2, "DATA-UNREADABLE")


def test_data_file_is_never_written_over(table, capsys) -> None:
    code, shape = told(capsys, table, "--indicators", "a", "--bad-rows", table)
    assert (code, shape["findings"][0]["code"]) == (2, "DATA-OPTION")
    assert table.read_text("utf-8") == CSV


@pytest.mark.spark
def test_spark_prints_what_duckdb_prints(spark, tmp_path, capsys, monkeypatch) -> None:
    path = tmp_path / "a.parquet"
    rows = range(300)
    columns = {
        "g": [f"t{at % 3}" for at in rows], "a": [at % 2 for at in rows], "b": [at % 5 == 0 for at in rows],
        "s": [at % 2 for at in rows], "p": [at % 30 for at in rows], "w": [1 + at % 4 for at in rows],
    }  # fmt: skip
    pq.write_table(pa.table(columns), path)
    words = [path, "--indicators", "a,b", "--by", "g", "--design", "s,p,w"]
    monkeypatch.setattr(engines, "open_engine", lambda *a, **k: nullcontext(spark))
    code, there = told(capsys, *words, "--engine", "spark")
    monkeypatch.undo()
    _, here = told(capsys, *words)
    assert code == 0
    assert here["groups"] == there["groups"]

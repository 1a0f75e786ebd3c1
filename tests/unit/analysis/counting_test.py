"""One pass counts what the rows say, whatever their kind; what cannot be counted is told and kept."""

from __future__ import annotations

import csv
from fractions import Fraction as F
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.analysis.measures.weights import Weighting
from giamngheo.analysis.runners import question
from giamngheo.analysis.runners.checking import write_bad_rows
from giamngheo.analysis.runners.measuring import ask, measures
from giamngheo.analysis.runners.reading import open_table
from tests.unit.analysis.reference import naive, told

KINDS = {
    "int8": (pa.int8(), int), "int64": (pa.int64(), int), "bool": (pa.bool_(), bool), "float": (pa.float64(), float),
    "text": (pa.string(), lambda bit: ("0", "1")[bit]), "words": (pa.string(), lambda bit: (" FALSE", "True")[bit]),
}  # fmt: skip


def parquet(path, columns, **options):
    pq.write_table(pa.table(columns), path, **options)
    return path


def asked(engine, path, indicators, **options):
    names = {name: options.pop(name) for name in ("by", "design", "id") if name in options}
    opened = open_table(engine, path)
    return ask(engine, opened, question.of(indicators, **names), **options)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("statistics", [True, False])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(*[st.sampled_from([0, 1, 1, None])] * 3, st.sampled_from("xy")), min_size=1, max_size=20)
)
def test_every_kind_of_column_counts_alike(duck, tmp_path, kind, statistics, rows) -> None:
    kept = [row for row in rows if None not in row[:3]]
    arrow, typed = KINDS[kind]
    columns = {
        f"i{at}": pa.array([None if row[at] is None else typed(row[at]) for row in rows], arrow) for at in range(3)
    }
    path = parquet(tmp_path / "a.parquet", {**columns, "g": [row[3] for row in rows]}, write_statistics=statistics)
    found = asked(duck, path, ["i0", "i1", "i2"], by=["g"])
    assert (found.read, found.bad, found.blanks.left_out) == (len(rows), 0, len(rows) - len(kept))
    assert found.blanks.by_indicator == {
        f"i{at}": count for at in range(3) if (count := sum(row[at] is None for row in rows))
    }
    whole, parts = measures(found.cells, [Weighting.equal(("i0", "i1", "i2"))], [F(2, 3)])
    expected = naive([row[:3] for row in kept], [F(1, 3)] * 3, F(2, 3))
    assert [told(group) for result in whole.results for group in result.groups] == [expected] or not kept
    for group in parts.results[0].groups:
        rows_of = [row[:3] for row in kept if row[3] == group.by[0]]
        assert told(group) == naive(rows_of, [F(1, 3)] * 3, F(2, 3)) or not rows_of


@pytest.mark.parametrize("arrow", [pa.bool_(), pa.int8(), pa.string()], ids=str)
@pytest.mark.parametrize("count", [12, 17, 40, 62])
@pytest.mark.parametrize("blanks", [True, False])
def test_many_columns_count_alike_with_and_without_blanks(duck, tmp_path, arrow, count, blanks) -> None:
    """However the pass makes its keys: a pattern, masked ones, or the columns themselves."""
    random = Random(f"{arrow} {count} {blanks}")
    choices = [0, 0, 1, None] if blanks else [0, 0, 1]
    rows = [[random.choice(choices) for _ in range(count)] for _ in range(50)] + [[1] * count, [0] * count]
    names = [f"i{at}" for at in range(count)]
    typed = {pa.bool_(): bool, pa.int8(): int, pa.string(): str}[arrow]
    columns = {name: pa.array([None if row[at] is None else typed(row[at]) for row in rows], arrow)
               for at, name in enumerate(names)}  # fmt: skip
    found = asked(duck, parquet(tmp_path / "a.parquet", {**columns, "g": ["x", "y"] * 26}), names, by=["g"],
                  policy=dict.fromkeys(names, "not-deprived"))  # fmt: skip
    assert found.blanks.by_indicator == {
        name: missing for at, name in enumerate(names) if (missing := sum(row[at] is None for row in rows))
    }
    whole, _ = measures(found.cells, [Weighting.equal(names)], [F(1, 3)])
    filled = [[bit or 0 for bit in row] for row in rows]
    expected = naive(filled, [F(1, count)] * count, F(1, 3))
    assert [told(group) for result in whole.results for group in result.groups] == [expected]


def test_wrong_values_are_told_with_their_rows(duck, tmp_path) -> None:
    path = parquet(tmp_path / "a.parquet", {"a": [0, 1, 2, 1], "b": [1.0, 0.5, 1.0, float("nan")]})
    found = asked(duck, path, ["a", "b"])
    assert (found.cells.rows, found.bad, found.blanks.left_out) == (1, 2, 1)
    assert [(f.code, f.line, f.quote) for f in found.findings] == [
        ("DATA-VALUE", 3, "2"), ("DATA-VALUE", 2, "0.5"), ("DATA-MISSING", None, "b")]  # fmt: skip


def test_rows_of_one_id_are_all_kept_out(duck, tmp_path) -> None:
    path = parquet(tmp_path / "a.parquet", {"id": ["1", "2", "2", None], "a": [0, 1, 0, 1]})
    bad = tmp_path / "bad.csv"
    found = asked(duck, path, ["a"], id="id")
    assert write_bad_rows(duck, [found.reading], bad) == 3
    assert (found.cells.rows, found.bad) == (1, 3)
    assert {f.code for f in found.findings} == {"DATA-ID-TWICE", "DATA-BLANK"}
    rows = list(csv.reader(bad.read_text("utf-8-sig").splitlines()))
    assert [(row[1], row[2]) for row in rows[1:]] == [
        ("2", "DATA-ID-TWICE id"), ("3", "DATA-ID-TWICE id"), ("4", "DATA-BLANK id")]  # fmt: skip


def test_unique_ids_leave_nothing_out(duck, tmp_path) -> None:
    path = parquet(tmp_path / "a.parquet", {"id": [1, 2, 3], "a": [0, 1, 0]})
    assert asked(duck, path, ["a"], id="id").bad == 0


def test_weights_are_exact_to_many_digits(duck, tmp_path) -> None:
    path = parquet(tmp_path / "a.parquet", {"w": [0.1, 0.2, 0.7], "a": [1, 1, 0]})
    found = asked(duck, path, ["a"], design=("-", "-", "w"))
    ((group,),) = (result.groups for result in measures(found.cells, [Weighting.equal(("a",))], [F(1)])[0].results)
    assert F(3, 10) == group.H


def test_wrong_weights_and_empty_clusters_are_bad_rows(duck, tmp_path) -> None:
    columns = {"w": [1.0, -1.0, None, 2.0, float("inf")], "p": ["a", "b", "c", None, "d"], "a": [1, 1, 1, 1, 1]}
    found = asked(duck, parquet(tmp_path / "a.parquet", columns), ["a"], design=("-", "p", "w"))
    assert (found.cells.rows, found.bad) == (1, 4)
    assert sorted(f.code for f in found.findings) == ["DATA-BLANK", "DATA-BLANK", "DATA-LONE-PSU", "DATA-NUMBER"]


def test_sixty_indicators_fit(duck, tmp_path) -> None:
    names = [f"i{at}" for at in range(60)]
    path = parquet(tmp_path / "a.parquet", {name: [at % 2, 1, 0] for at, name in enumerate(names)})
    found = asked(duck, path, names)
    (whole,) = measures(found.cells, [Weighting.equal(names)], [F(1, 2)])
    assert (F(2, 3), F(1, 2)) == (whole.results[0].groups[0].H, whole.results[0].groups[0].M0)


def test_groups_come_in_order_with_the_unknown_last(duck, tmp_path) -> None:
    path = parquet(
        tmp_path / "a.parquet", {"g": ["b", None, "a", " b ", ""], "h": [1, 1, 2, 1, 1], "a": [1, 0, 1, 1, 0]}
    )
    found = asked(duck, path, ["a"], by=["g", "h"])
    margins = measures(found.cells, [Weighting.equal(("a",))], [F(1)])
    assert [[group.by for group in margin.results[0].groups] for margin in margins] == [
        [()], [("a",), ("b",), (None,)], [(1,), (2,)], [("a", 2), ("b", 1), (None, 1)]]  # fmt: skip


@pytest.mark.spark
def test_spark_counts_what_duckdb_counts(spark, duck, tmp_path) -> None:
    rows = range(500)
    columns = {
        "g": [("x", "y", None)[at % 3] for at in rows], "s": [at % 2 for at in rows], "p": [at % 24 for at in rows],
        "w": [1 + at % 7 / 3 for at in rows], "a": pa.array([at % 2 for at in rows], pa.int8()),
        "b": pa.array([None if at % 50 == 0 else at % 3 == 0 for at in rows]),
        "c": [("1", "0", "", "false", "x")[at % 5] if at % 11 else "TRUE" for at in rows],
    }  # fmt: skip
    path = parquet(tmp_path / "a.parquet", columns)
    weighting, names = Weighting.equal(("a", "b", "c")), ["a", "b", "c"]
    found = [asked(engine, path, names, by=["g"], design=("s", "p", "w")) for engine in (duck, spark)]
    one, other = (measures(each.cells, [weighting], [F(1, 3), F(2, 3)], survey=True) for each in found)
    assert [margin.results for margin in one] == [margin.results for margin in other]
    assert [f.as_dict() for f in found[0].findings] == [f.as_dict() for f in found[1].findings]
    for first, second in zip(one, other, strict=True):
        for left, right in zip(first.errors, second.errors, strict=True):
            assert left.error == pytest.approx(right.error, rel=1e-12, nan_ok=True)
            assert left.freedom.tolist() == right.freedom.tolist()

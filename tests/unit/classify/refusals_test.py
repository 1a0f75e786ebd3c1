"""What cannot be used is set aside with its household, told with row numbers, and never dropped silently."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from giamngheo.analysis.commands.classify import main
from tests.unit.classify.conftest import household, member

CELLS = [
    ("households", "wall", "gạch men", "CLASSIFY-OPTION"),
    ("households", "television", "2 cái", "CLASSIFY-YES-NO"),
    ("households", "income_per_person", "-5", "CLASSIFY-NUMBER"),
    ("households", "income_per_person", "1,5 triệu", "CLASSIFY-NUMBER"),
    ("households", "dwelling_area", "65,255", "CLASSIFY-AREA"),
    ("households", "dwelling_area", "-3", "CLASSIFY-AREA"),
    ("households", "deprivation_score_typed", "35", "CLASSIFY-LIMIT"),
    ("households", "deprivation_score_typed", "130", "CLASSIFY-LIMIT"),
    ("households", "income_score_typed", "137", "CLASSIFY-LIMIT"),
    ("households", "income_score_typed", "-5", "CLASSIFY-NUMBER"),
    ("members", "birth", "25/11/2026", "CLASSIFY-BIRTH"),
    ("members", "birth", "1895", "CLASSIFY-BIRTH"),
    ("members", "birth", "30/02/1990", "CLASSIFY-BIRTH"),
    ("members", "birth", "29/02/2023", "CLASSIFY-BIRTH"),
    ("members", "birth", "hồi nhỏ", "CLASSIFY-BIRTH"),
    ("members", "diploma", "tiến sĩ giấy", "CLASSIFY-OPTION"),
    ("members", "insured", "có lẽ", "CLASSIFY-YES-NO"),
]


@pytest.mark.parametrize(("table", "column", "text", "code"), CELLS)
def test_a_wrong_cell_sets_its_whole_household_aside(run, table, column, text, code) -> None:
    change = {column: text}
    households = [household(), household(household_id="H2", **(change if table == "households" else {}))]
    members = [
        member(),
        member(household_id="H2", **(change if table == "members" else {})),
        member(household_id="H2", member_id="2"),
    ]
    done = run(households, members)
    assert (done.code, [row["household_id"] for row in done.rows]) == (1, ["H1"])
    assert code in done.codes
    (row,) = [each for each in done.bad if each["codes"] == code]
    assert (row["table"], row["row"], row["columns"]) == (table, "3", column)
    assert text in row["answers"]
    along = {(each["table"], each["codes"]) for each in done.bad}
    assert along == {
        ("households", code if table == "households" else "CLASSIFY-HOUSEHOLD"),
        ("members", "CLASSIFY-HOUSEHOLD"),
    } | {(table, code)}
    assert done.told["rows"] == {
        "households": {"read": 2, "classified": 1, "set_aside": 1}, "members": {"read": 3, "classified": 1,
            "set_aside": 2},
    }  # fmt: skip
    finding = next(each for each in done.told["findings"] if each["code"] == code)
    assert finding["line"] == 3


def test_repeated_ids_strangers_and_rows_without_id_are_set_aside(run) -> None:
    households = [household(), household(), household(household_id="H2"), household(household_id="")]
    members = [member(), member(household_id="H2"), member(household_id="H9"), member(household_id="")]
    done = run(households, members)
    assert [row["household_id"] for row in done.rows] == ["H2"]
    assert sorted((each["table"], each["row"], each["codes"]) for each in done.bad) == [
        ("households", "2", "CLASSIFY-ID-TWICE"), ("households", "3", "CLASSIFY-ID-TWICE"), ("households", "5",
            "CLASSIFY-NO-ID"),
        ("members", "2", "CLASSIFY-HOUSEHOLD"), ("members", "4", "CLASSIFY-NO-HOUSEHOLD"), ("members", "5",
            "CLASSIFY-NO-ID"),
    ]  # fmt: skip
    assert {name: each["read"] for name, each in done.told["rows"].items()} == {"households": 4, "members": 4}


def test_households_without_members_are_judged_and_told(run) -> None:
    done = run([household(), household(household_id="H2")], [member()])
    assert len(done.rows) == 2
    assert done.told["without_members"] == 1
    assert "CLASSIFY-NO-MEMBERS" in {each["code"] for each in done.told["findings"]}


def test_broken_rows_of_a_text_file_are_counted(run, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "households.csv").write_text("household_id,area\nH1,rural\nH2\n", "utf-8")
    (folder / "members.csv").write_text("household_id,birth\nH1,1990\n", "utf-8")
    done = run(folder)
    assert (done.code, done.told["rows"]["households"]) == (1, {"read": 2, "classified": 1, "set_aside": 1})
    assert "DATA-ROW" in done.codes


def test_typed_columns_of_the_wrong_type_refuse_their_rows(run, tmp_path: Path) -> None:
    folder = tmp_path / "typed"
    folder.mkdir()
    pq.write_table(
        pa.table({"household_id": [1, 2], "area": [1, None], "income_per_person": [1e6, 0.5]}),
        folder / "households.parquet",
    )
    pq.write_table(
        pa.table({"household_id": [1, 2], "birth": pa.array([19900101, 19990230])}), folder / "members.parquet"
    )
    done = run(folder)
    assert done.rows == []
    assert {(each["table"], each["row"], each["codes"]) for each in done.bad} == {
        ("households", "1", "CLASSIFY-OPTION"), ("households", "2", "CLASSIFY-NUMBER"),
        ("members", "1", "CLASSIFY-HOUSEHOLD"), ("members", "2", "CLASSIFY-BIRTH"),
    }  # fmt: skip


def refused(capsys, *words: str) -> str:
    code = main(list(words))
    assert code == 2
    return capsys.readouterr().err


def test_what_cannot_be_begun_is_said(tmp_path: Path, capsys) -> None:
    out = str(tmp_path / "o.parquet")
    assert "DATA-UNREADABLE" in refused(capsys, str(tmp_path / "nothing"), "--out", out)
    assert "CLASSIFY-TABLES" in refused(capsys, str(tmp_path), "--out", out)
    assert "DATA-OPTION" in refused(capsys, str(tmp_path))
    assert "DATA-OPTION" in refused(capsys, str(tmp_path), "--out", out, "--on", "31/02/2026")
    assert "CLASSIFY-NO-STANDARD" in refused(capsys, str(tmp_path), "--out", out, "--on", "1999-01-01")
    assert "CLASSIFY-NO-STANDARD" in refused(capsys, str(tmp_path), "--out", out, "--standard", "vn-1900.1")
    for name in ("households.csv", "members.csv"):
        (tmp_path / name).write_text("household_id\n1\n", "utf-8")
    assert "CLASSIFY-OUT" in refused(capsys, str(tmp_path), "--out", str(tmp_path / "o.doc"))
    (tmp_path / "members.csv").write_text("birth\n1990\n", "utf-8")
    assert "DATA-NO-COLUMN" in refused(capsys, str(tmp_path), "--out", out)
    (tmp_path / "members.csv").write_text("household_id,birth\n", "utf-8")
    assert "DATA-EMPTY" in refused(capsys, str(tmp_path), "--out", out)
    assert list(tmp_path.glob("*o.parquet*")) == []


STOPS = [KeyboardInterrupt(), RuntimeError("Query interrupted")]  # ours, and DuckDB's


@pytest.mark.parametrize("signal", STOPS, ids=["python", "duckdb"])
def test_stopping_leaves_nothing_half_written(run, tmp_path: Path, monkeypatch, signal) -> None:
    def stop(*_: object) -> None:
        raise signal

    monkeypatch.setattr("giamngheo.analysis.classification.running.Work._count", stop)
    with pytest.raises(KeyboardInterrupt):
        run([household(wall="?")], [member()], "--explain")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in"]

"""What classify refuses, and what it leaves behind; bad lists are tests/unit/population."""

from __future__ import annotations

from pathlib import Path

import pytest

from giamngheo.analysis.commands.classify import main
from tests.unit.classify.conftest import household, member


def test_what_is_written_are_the_good_households_alone(run) -> None:
    done = run([household(), household(household_id="H2", wall="?")], [member(), member(household_id="H2")])
    assert (done.code, [row["household_id"] for row in done.rows]) == (1, ["H1"])
    assert done.told["rows"]["households"] == {"read": 2, "classified": 1, "set_aside": 1}
    assert done.told["without_members"] == 0


def refused(capsys, *words: str) -> str:
    code = main(list(words))
    assert code == 2
    return capsys.readouterr().err


def test_what_cannot_be_begun_is_said(tmp_path: Path, capsys) -> None:
    out = str(tmp_path / "o.parquet")
    assert "DATA-OPTION" in refused(capsys, str(tmp_path))
    for name in ("households.csv", "members.csv"):
        (tmp_path / name).write_text("household_id\n1\n", "utf-8")
    assert "CLASSIFY-NO-STANDARD" in refused(capsys, str(tmp_path), "--out", out, "--on", "1999-01-01")
    assert "CLASSIFY-NO-STANDARD" in refused(capsys, str(tmp_path), "--out", out, "--standard", "vn-1900.1")
    assert "CLASSIFY-OUT" in refused(capsys, str(tmp_path), "--out", str(tmp_path / "o.doc"))
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

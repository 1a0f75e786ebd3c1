"""`giamngheo measure AFTER --against BEFORE --years N`: changes, hidden where either round is hidden."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from giamngheo.analysis.measures.changes import Estimate, change
from giamngheo.config.cli import main

BEFORE = "tinh,a,b\n" + "A,1,1\n" * 6 + "A,0,0\n" * 14 + "B,1,0\n" * 10 + "B,0,0\n" * 10
AFTER = "tinh,a,b\n" + "A,1,1\n" * 3 + "A,0,0\n" * 17 + "C,1,0\n" * 10 + "C,0,0\n" * 10
ASKED = ("--indicators", "a,b", "--by", "tinh", "--k", "1/2")


@pytest.fixture
def measured(tmp_path: Path, capsys):
    """Measure two rounds (texts of CSV files) against each other; (exit code, JSON)."""

    def go(after: str, before: str, *options: str) -> tuple[int, dict[str, Any]]:
        for name, text in (("after", after), ("before", before)):
            (tmp_path / f"{name}.csv").write_text(text, "utf-8")
        code = main(["measure", str(tmp_path / "after.csv"), "--against", str(tmp_path / "before.csv"), "--json",
                     "--quiet", *(options or (*ASKED, "--years", "2"))])  # fmt: skip
        return code, json.loads(capsys.readouterr().out)

    return go


def test_changes_stand_beside_both_rounds(measured) -> None:
    code, told = measured(AFTER, BEFORE)
    assert (code, told["years"]) == (0, 2.0)
    whole, province = told["changes"][:2]
    assert (whole["by"], whole["n"]) == ({}, {"before": 40, "after": 40})
    assert whole["H"]["before"] == told["against"]["groups"][0]["H"] == 16 / 40
    assert whole["H"]["after"] == told["groups"][0]["H"] == 13 / 40
    wanted = change(Estimate(16 / 40), Estimate(13 / 40), 2)
    for name in ("absolute", "relative", "annual_absolute", "annual_relative"):
        assert whole["H"][name] == getattr(wanted, name)
    assert "p" not in whole["H"]  # a census has no errors to test by
    assert province["headcount"]["b"]["absolute"] == pytest.approx(3 / 20 - 6 / 20)


def test_group_that_one_round_lacks_is_listed_without_a_change(measured) -> None:
    changes = {change["by"].get("tinh"): change for change in measured(AFTER, BEFORE)[1]["changes"]}
    assert changes.keys() == {None, "A", "B", "C"}
    assert (changes["B"]["H"]["after"], changes["B"]["H"]["absolute"]) == (None, None)
    assert (changes["C"]["H"]["before"], changes["C"]["n"]) == (None, {"before": None, "after": 20})


def test_change_between_surveys_is_tested(measured) -> None:
    _, told = measured(AFTER, BEFORE, *ASKED, "--years", "2,5", "--design", "-,-,-")
    found = told["changes"][0]["H"]
    errors = [told["against"]["groups"][0]["se"]["H"], told["groups"][0]["se"]["H"]]
    assert found["se"] == pytest.approx((errors[0] ** 2 + errors[1] ** 2) ** 0.5)
    assert found["t"] == pytest.approx(found["absolute"] / found["se"])
    assert 0.4 < found["p"] < 0.6


def test_public_changes_give_nothing_hidden_back(measured) -> None:
    _, told = measured(AFTER, BEFORE, *ASKED, "--years", "2", "--public")
    changes = {change["by"].get("tinh"): change for change in told["changes"]}
    assert told["groups"][1]["H"] is None  # three poor households of A
    assert changes["A"]["H"] == {"before": 6 / 20, "after": None, "absolute": None, "relative": None,
                                 "annual_absolute": None, "annual_relative": None} or (
        changes["A"]["H"]["before"] is None)  # fmt: skip
    assert changes["A"]["M0"]["absolute"] is None


def test_bad_rows_of_both_rounds_are_told_and_written(measured, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    code, told = measured(AFTER + "A,x,0\n", BEFORE + "A,0,2\n", *ASKED, "--years", "1", "--bad-rows", str(bad))
    assert (code, told["rows"]["bad"], told["against"]["rows"]["bad"]) == (1, 1, 1)
    rows = list(csv.DictReader(bad.open(encoding="utf-8-sig")))
    assert [(Path(row["file"]).stem, row["reasons"]) for row in rows] == [
        ("after", "DATA-VALUE a"), ("before", "DATA-VALUE b"),
    ]  # fmt: skip


@pytest.mark.parametrize("options", [(), ("--years", "0"), ("--years", "hai")])
def test_years_between_the_rounds_must_be_named(measured, options: tuple[str, ...]) -> None:
    code, told = measured(AFTER, BEFORE, *ASKED, *options) if options else measured(AFTER, BEFORE, *ASKED)
    assert (code, told["findings"][0]["code"]) == (2, "DATA-OPTION")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_table_shows_the_changes(tmp_path: Path, measured, capsys, language: str) -> None:
    measured(AFTER, BEFORE)
    words = ["measure", str(tmp_path / "after.csv"), "--against", str(tmp_path / "before.csv"), "--years", "2", *ASKED]
    assert main([*words, "--lang", language, "--design", "-,-,-"]) == 0
    out = capsys.readouterr().out
    assert {"vi": "Thay đổi so với", "en": "Changes against"}[language] in out
    assert "-7.50" in out

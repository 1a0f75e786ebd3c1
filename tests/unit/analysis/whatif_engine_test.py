"""Engines answer what plain Python answers: number for number, cause for cause, reason for reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from giamngheo.analysis.runners.engines import Engine
from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.making import make
from giamngheo.analysis.whatif import Question
from giamngheo.analysis.whatif.plainly import ask_list
from giamngheo.analysis.whatif.running import Asked, Work
from giamngheo.analysis.whatif.support import Prices
from giamngheo.analysis.whatif.words import as_dict
from giamngheo.foundation.findings import FindingError

TODAY, NEXT = date(2026, 11, 24), date(2027, 1, 1)
PRICES = Prices(1_263_600, 2_000)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune with many blanks, and some households without income or with points alone."""
    made = tmp_path_factory.mktemp("large") / "xa"
    make(Plan(700, seed=11, commune="15916", day=TODAY, missing=0.08), made, "parquet")
    homes = pq.read_table(made / "households.parquet")
    rows = homes.to_pylist()
    for at, row in enumerate(rows):
        if at % 9 == 0:
            row["income_per_person"] = row["income_12_months"] = None
        if at % 18 == 0:
            row["income_score_typed"] = None
    pq.write_table(pa.Table.from_pylist(rows, homes.schema), made / "households.parquet")
    return made


def listed(folder: Path, into: Path) -> Path:
    """The same population as CSV."""
    into.mkdir()
    for name in ("households", "members"):
        pyarrow.csv.write_csv(pq.read_table(folder / f"{name}.parquet"), into / f"{name}.csv")
    return into


@pytest.fixture(scope="module")
def texts(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return listed(folder, tmp_path_factory.mktemp("texts") / "xa")


def in_order(outcome: Any) -> dict[str, Any]:
    """As JSON; causes of equal count have no order of their own."""
    found = as_dict(outcome)
    for side in ("base", "other"):
        found["unknown"][side].sort(key=lambda each: (-each["households"], each["key"], each["text"]["vi"]))
    return found


QUESTIONS = [
    Question(TODAY, NEXT),
    Question(TODAY, NEXT, assume_indicators="vn-2022"),
    Question(TODAY, lines={"rural": 2_100_000, "urban": 2_500_000}),
    Question(TODAY, poor_deprivations=2),
    Question(TODAY, weights={"toilet": 2, "telecom": 0}),
    Question(TODAY, insured=("poor", "near_poor")),
    Question(TODAY, insured=("all",)),
    Question(date(2021, 6, 1), standard="vn-2022"),
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_engine_and_plain_python_give_the_same_result(duck: Engine, folder: Path, texts: Path, question: Question):
    by = "toilet_kind" if question.weights else "village"  # an answer with blanks, and a column that is none
    plain, told_plainly = ask_list(texts, question, by=by, prices=PRICES)
    outcome, told = Work(duck, Asked(folder, question, by, PRICES)).run()
    assert in_order(outcome) == in_order(plain)
    assert {each.code for each in told} == {each.code for each in told_plainly}


def test_household_stands_before_the_standard_of_its_own_province(duck: Engine, texts: Path, tmp_path: Path) -> None:
    homes = pyarrow.csv.read_csv(texts / "households.csv").slice(0, 120)
    codes = pa.array([("75", "79", "01", "04")[at % 4] for at in range(120)])
    homes = homes.set_column(homes.schema.get_field_index("province"), "province", codes)
    pyarrow.csv.write_csv(homes, tmp_path / "households.csv")
    members = pyarrow.csv.read_csv(texts / "members.csv")
    kept = members.filter(pc.is_in(members["household_id"], homes["household_id"]))
    pyarrow.csv.write_csv(kept, tmp_path / "members.csv")
    question = Question(date(2025, 6, 1), NEXT, assume_indicators="vn-2022", weights={"toilet": 2})
    plain, _ = ask_list(tmp_path, question, by="province", prices=PRICES)
    outcome, _ = Work(duck, Asked(tmp_path, question, "province", PRICES)).run()
    found, expected = in_order(outcome), in_order(plain)
    for each in (found, expected):
        each["changes"].sort(key=lambda change: change["id"])
    assert found == expected
    told = {each["province"]: each for each in found["layers"]}
    assert [(code, each["base"]["standard"], each["base"]["own"]) for code, each in told.items()] == [
        ("01", "vn-2022.1", False), ("75", "vn-2022.1/75", True), ("79", "vn-2022.1/79", True),
    ]  # fmt: skip
    assert all(each["other"]["standard"] == "vn-2027.1" and each["base"]["open"] for each in told.values())
    assert sum(each["households"] for each in told.values()) == found["households"] - sum(
        cell["households"] for cell in found["groups"]["04"]
    )
    used = {(each["place"]["province"], each["standards"]["base"]) for each in found["changes"]}
    assert {("75", "vn-2022.1/75"), ("79", "vn-2022.1/79"), ("04", "vn-2022.1")} <= used
    assert {cell["from"] for cell in found["groups"]["79"]} <= {"unknown", "poor", "near_poor", "not_poor"}


@pytest.mark.parametrize("insured", [(), ("poor",)])
def test_many_parts_give_what_one_gives_in_order_of_ids(duck: Engine, folder: Path, tmp_path: Path, insured) -> None:
    for name in ("households", "members"):
        pq.write_table(pq.read_table(folder / f"{name}.parquet"), tmp_path / f"{name}.parquet", row_group_size=60)
    question = Question(TODAY, NEXT, assume_indicators="vn-2022", insured=insured)
    one, _ = Work(duck, Asked(folder, question, "village", PRICES)).run()
    changed: list[str] = []
    work = Work(
        duck,
        Asked(tmp_path, question, "village", PRICES, size=100),
        told=lambda each: changed.append(each.household.id),
    )
    many, _ = work.run()
    assert len(work.parts.prepare(tmp_path)) > 5
    assert in_order(many) == in_order(one)
    assert changed == sorted(changed, key=int)
    assert len(changed) == one.changed


def test_texts_of_any_spelling_and_rows_out_of_order_are_read_alike(duck: Engine, folder: Path, tmp_path: Path) -> None:
    homes = pq.read_table(folder / "households.parquet")
    spelled = pc.replace_substring(homes["area"].cast(pa.string()), "rural", "NÔNG THÔN")
    spelled = pc.replace_substring(spelled, "urban", "thanh thi")
    turned = homes.set_column(homes.schema.get_field_index("area"), "area", spelled)
    turned = turned.take(list(range(len(turned)))[::-1])
    pq.write_table(turned, tmp_path / "households.parquet")
    pq.write_table(pq.read_table(folder / "members.parquet"), tmp_path / "members.parquet")
    question = Question(TODAY, NEXT, assume_indicators="vn-2022")
    one, _ = Work(duck, Asked(folder, question)).run()
    other, findings = Work(duck, Asked(tmp_path, question, size=100)).run()
    assert in_order(other) == in_order(one)
    assert not any(each.severity == "error" for each in findings)


def test_column_to_split_by_must_be_there(duck: Engine, folder: Path, texts: Path) -> None:
    for refused in (
        lambda: Work(duck, Asked(folder, QUESTIONS[0], "nothing")), lambda: ask_list(texts, QUESTIONS[0], by="nothing"),
    ):  # fmt: skip
        with pytest.raises(FindingError) as refusal:
            refused()
        assert refusal.value.finding.code == "DATA-NO-COLUMN"


def test_list_is_split_by_a_column_that_is_no_question(duck: Engine, folder: Path, texts: Path) -> None:
    outcome, _ = Work(duck, Asked(folder, QUESTIONS[0], "ethnic_minority")).run()
    assert set(outcome.groups) == {"0", "1"}
    assert sum(moves.households.total() for moves in outcome.groups.values()) == outcome.households


def test_broken_file_is_refused_in_words(duck: Engine, tmp_path: Path) -> None:
    for name in ("households", "members"):
        (tmp_path / f"{name}.parquet").write_bytes(b"no parquet")
    with pytest.raises(FindingError) as refusal:
        Work(duck, Asked(tmp_path, QUESTIONS[0]))
    assert refusal.value.finding.code == "DATA-UNREADABLE"


@pytest.mark.spark
def test_spark_answers_what_duckdb_answers(duck: Engine, spark: Engine, texts: Path) -> None:
    asked = Asked(texts, Question(TODAY, NEXT, insured=("poor",)), "village", PRICES)
    here, _ = Work(duck, asked).run()
    there, _ = Work(spark, asked).run()
    assert in_order(there) == in_order(here)

"""The engine of millions answers what plain Python answers, number for number, cause for cause, reason for reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.making import make
from giamngheo.analysis.whatif import Question, ask
from giamngheo.analysis.whatif.large import ask_large, is_large
from giamngheo.analysis.whatif.reading import read
from giamngheo.analysis.whatif.support import Prices
from giamngheo.analysis.whatif.words import as_dict
from giamngheo.foundation.findings import FindingError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("duckdb")
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


@pytest.mark.parametrize(
    "question",
    [
        Question(TODAY, NEXT),
        Question(TODAY, NEXT, assume_indicators="vn-2022"),
        Question(TODAY, lines={"rural": 2_100_000, "urban": 2_500_000}),
        Question(TODAY, poor_deprivations=2),
        Question(TODAY, weights={"toilet": 2, "telecom": 0}),
        Question(TODAY, insured=("poor", "near_poor")),
        Question(TODAY, insured=("all",)),
        Question(date(2021, 6, 1), standard="vn-2022"),
    ],
)
def test_both_ways_give_the_same_result(folder: Path, question: Question) -> None:
    by = "toilet_kind" if question.weights else "village"  # an answer with blanks, and a column that is none
    small = as_dict(ask(read(folder).households, question, by=by, prices=PRICES))
    large = as_dict(ask_large(folder, question, by=by, prices=PRICES))
    for side in ("base", "other"):  # causes of equal count have no order
        for found in (small, large):
            found["unknown"][side].sort(key=lambda each: (-each["households"], each["key"], each["text"]["vi"]))
    assert large == small


def test_households_counted_twice_are_refused(folder: Path, tmp_path: Path) -> None:
    homes = pq.read_table(folder / "households.parquet")
    pq.write_table(pa.concat_tables([homes, homes.slice(0, 1)]), tmp_path / "households.parquet")
    pq.write_table(pq.read_table(folder / "members.parquet"), tmp_path / "members.parquet")
    with pytest.raises(FindingError) as refusal:
        ask_large(tmp_path, Question(TODAY, NEXT), prices=PRICES)
    assert refusal.value.finding.code == "WHATIF-ID"


def test_missing_column_and_broken_file_are_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FindingError) as refusal:
        ask_large(folder, Question(TODAY, NEXT), by="nothing", prices=PRICES)
    assert refusal.value.finding.code == "WHATIF-COLUMN"
    for name in ("households", "members"):
        (tmp_path / f"{name}.parquet").write_bytes(b"no parquet")
    with pytest.raises(FindingError) as refusal:
        ask_large(tmp_path, Question(TODAY, NEXT), prices=PRICES)
    assert refusal.value.finding.code == "WHATIF-UNREADABLE"


def test_columns_of_a_wrong_type_are_refused_in_words(folder: Path, tmp_path: Path) -> None:
    people = pq.read_table(folder / "members.parquet").drop_columns("birth")
    people = people.append_column("birth", pa.array(["hôm qua"] * len(people)))
    pq.write_table(people, tmp_path / "members.parquet")
    pq.write_table(pq.read_table(folder / "households.parquet"), tmp_path / "households.parquet")
    with pytest.raises(FindingError) as refusal:
        ask_large(tmp_path, Question(TODAY, NEXT, assume_indicators="vn-2022"), prices=PRICES)
    assert refusal.value.finding.code == "WHATIF-UNREADABLE"


def test_way_is_chosen_by_the_number_of_households(folder: Path, tmp_path: Path) -> None:
    assert is_large(folder, 699)
    assert not is_large(folder, 700)
    assert not is_large(tmp_path, 1)

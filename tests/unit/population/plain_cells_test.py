"""Lists as officers write them: labels, numbers with points, days in every writing; and a cell read without an engine
means what a column of cells means to one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.analysis.population.answers import RawAnswers, prepared
from giamngheo.analysis.population.lending import lent
from giamngheo.analysis.population.plain_cells import PlainCells, Refused
from giamngheo.analysis.population.spellings import Spellings
from giamngheo.analysis.runners.engines import Engine, open_engine
from giamngheo.analysis.runners.reading import open_table
from giamngheo.analysis.runners.reading.rows import rows_of
from giamngheo.analysis.synthesis.columns import every_question

ASKED = every_question()
DAY = 20261124
NO = object()


def plainly(name: str, text: str | None) -> object:
    try:
        return PlainCells(DAY).answer(ASKED[name], text)
    except Refused as refused:
        return refused.entry.code


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("area", "Nông thôn", "rural"), ("area", "nong thon", "rural"), ("area", " URBAN ", "urban"),
        ("insured", "Có", True), ("insured", "x", True), ("insured", "Không", False), ("insured", "1.0", True),
        ("insured", "dung", True), ("income_per_person", "1.500.000", 1_500_000), ("income_per_person", "1500000.0",
        1_500_000), ("income_per_person", "", None), ("birth", "01/09/2020", 20200901), ("birth", "2020", 20200000),
        ("birth", "20200901", 20200901), ("birth", "2020-09-01", 20200901), ("birth", "1/9/2020", 20200901),
        ("dwelling_area", "65,25", 6525), ("dwelling_area", "65.5", 6550), ("dwelling_area", "65", 6500),
        ("deprivation_score_typed", "40", 40),
        ("area", "biển", "CLASSIFY-OPTION"), ("insured", "có lẽ", "CLASSIFY-YES-NO"),
        ("birth", "31/02/2020", "CLASSIFY-BIRTH"), ("income_per_person", "1,5 triệu", "CLASSIFY-NUMBER"),
        ("income_per_person", "-5", "CLASSIFY-NUMBER"), ("income_per_person", "1.50.000", "CLASSIFY-NUMBER"),
        ("deprivation_score_typed", "35", "CLASSIFY-LIMIT"),
    ],
)  # fmt: skip
def test_cell_is_read_as_an_officer_means_it(name: str, cell: str, value: object) -> None:
    assert plainly(name, cell) == value


DIGITS = st.text("0123456789", min_size=1, max_size=17)
NUMBERS = st.one_of(DIGITS, st.lists(DIGITS, min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from([".", " ", ",", "\u00a0", "-"]).map(lambda mark: mark.join(parts))))  # fmt: skip
DAYS = st.builds(
    lambda day, month, year, mark, turned: mark.join([year, month, day] if turned else [day, month, year]),
    st.integers(0, 32).map(str), st.integers(0, 13).map(lambda each: f"{each:02d}"), st.integers(1890, 2030).map(str),
    st.sampled_from(["/", "-", ".", ""]), st.booleans(),
)  # fmt: skip
WORDS = st.sampled_from(
    ["", " ", "có", "KHÔNG", "khong", "hoà", "x", "✓", "rural", "Nông Thôn", "nong thon", "gạch", "1.0", "0", "true"]
)
TEXTS = st.one_of(NUMBERS, DAYS, WORDS, st.text("0123456789.,/- aáx", max_size=12))
NAMES = ("area", "insured", "income_per_person", "dwelling_area", "birth", "deprivation_score_typed",
         "income_score_typed", "water_source")  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with open_engine("duckdb") as running:
        yield running


@settings(max_examples=12, deadline=None)
@given(st.lists(TEXTS, min_size=60, max_size=90))
def test_engine_and_plain_reading_agree_on_any_text(engine: Engine, texts: list[str]) -> None:
    for name in NAMES:
        assert by_engine(engine, name, texts) == [plain_or_bad(name, text) for text in texts], name


def plain_or_bad(name: str, text: str) -> object:
    value = plainly(name, text)
    return NO if isinstance(value, str) and value.startswith("CLASSIFY-") else value


def by_engine(engine, name: str, texts: list[str]) -> list[object]:
    spellings: dict[str, Spellings] = {name: Spellings(ASKED[name])}
    spellings[name].learn(texts)
    with lent(engine, pa.table({"at": range(len(texts)), name: pa.array(texts, pa.string())})) as table:
        answers = RawAnswers(prepared(table, ASKED, spellings, "duckdb"), ASKED, spellings, DAY, "duckdb")
        told = answers.table.select("at", value=answers.value(name), bad=answers.refused(name)).order_by("at")
        return [NO if row["bad"] else row["value"] for row in engine.arrow(told).to_pylist()]


FILES = [
    b"household_id,area,x\nH1,rural,1\n\nH2,rural,2\n,,\n\"H3\",\"ru\nral\",3\nH4,rural\nH5,rural,5,6\n\"H6,rural,1\n",
    b"household_id\nH1\n\nH2\n",
    b"household_id,area\nH1,n\xf4ng\nH2,b\n\"H3\"x,c\nH4,d\n   \nH5,\"e\n",
    b"household_id;area\r\n\r\nH1;\"a \"\"q\"\" b\"\r\nH2; x \r\nH3;x\"y\"z\r\n\r\nH4;a",
    "household_id\tarea\nH1\tNông thôn\n\nH2\tĐô thị\n".encode("utf-16"),
    "\ufeffhousehold_id|area\nH1|Nông thôn\n".encode(),
]  # fmt: skip


@pytest.mark.parametrize("content", FILES)
def test_rows_of_a_text_file_are_those_the_engine_reads(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    plain = rows_of(file)
    rows = list(plain.rows)
    with open_engine("duckdb") as engine:
        opened = open_table(engine, file)
        told = engine.arrow(opened.table.order_by("row_")).to_pylist()
    assert rows == [(row["row_"], [row[name] for name in opened.columns]) for row in told]
    assert [(each.row, each.why) for each in plain.broken] == [(each.row, each.why) for each in opened.broken]

"""Households come out with the class the law gives them, however the answers are written."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from giamngheo.standards import on
from giamngheo.standards.engines.in_memory import World
from tests.factories.households import answerable, some_households
from tests.factories.tables import tables
from tests.unit.analysis.conftest import spark  # noqa: F401 - one session for the whole run
from tests.unit.classify.conftest import household, member, write_workbook

POOR = {
    "income_score_typed": "120",
    "wall": "non_durable",
    "roof": "non_durable",
    "water_source": "unprotected",
    "toilet_kind": "none",
}


def test_rural_household_of_low_score_and_three_deprivations_is_poor(run) -> None:
    done = run([household(**POOR), household(household_id="H2")], [member(), member(household_id="H2")])
    assert done.code == 0
    assert [(row["household_id"], row["class"]) for row in done.rows] == [("H1", "poor"), ("H2", "near_poor")]
    poor = done.rows[0]
    assert (poor["deprivation_count"], poor["deprivation_score"], poor["income_score"]) == (3, 30, 120)
    assert [name for name in on(date(2026, 11, 24)).indicators if poor[name]] == ["housing_quality", "water", "toilet"]
    assert poor["pattern"] == 1 << 6 | 1 << 8 | 1 << 9
    assert poor["standard"] == "vn-2022.1"
    assert done.told["rows"]["households"] == {"read": 2, "classified": 2, "set_aside": 0}


def test_missing_answer_on_which_the_class_hangs_gives_unknown(run) -> None:
    done = run([household(**(POOR | {"toilet_kind": ""}))], [member(insured="")])
    assert (done.rows[0]["class"], done.rows[0]["toilet"], done.rows[0]["pattern"]) == ("unknown", None, None)


LABELS = {"area": "Nông thôn", "wall": "KHÔNG BỀN CHẮC", "roof": "Khong ben chac",
    "water_source": "nguồn khác,  không được bảo vệ",
          "toilet_kind": "Không có", "television": "Có", "smartphone": "x", "radio": "không"}  # fmt: skip


def test_labels_and_usual_spellings_read_like_codes(run) -> None:
    written = household(**(POOR | LABELS | {"roof": "Không bền chắc", "dwelling_area": "60,25"}))
    done = run(
        [written],
        [member(employment_status="làm công ăn lương có hợp đồng lao động", insured="TRUE", uses_internet="Có")],
    )
    assert (done.code, done.rows[0]["class"], done.rows[0]["deprivation_count"]) == (0, "poor", 3)


@pytest.mark.parametrize(
    ("birth", "deprived"),
    [
        ("24/11/2020", True),
        ("25/11/2020", False),
        ("2020-11-24", True),
        ("2020", None),
        ("2019", True),
        ("24-11-2020", True),
        ("20201125", False),
    ],
)
def test_births_in_every_writing_count_completed_years(run, birth: str, deprived: bool | None) -> None:
    done = run([household()], [member(birth=birth, insured="0", attends="primary")])
    assert done.rows[0]["health_insurance"] is deprived


def test_floor_area_and_money_are_exact(run) -> None:
    rows = [household(household_id="A", dwelling_area="8", income_per_person="1.500.000"),
            household(household_id="B", dwelling_area="7,99", income_per_person="1500001")]  # fmt: skip
    done = run(rows, [member(household_id="A"), member(household_id="B")])
    assert [(row["housing_area"], row["class_by_income"]) for row in done.rows] == [
        (False, "near_poor"),
        (True, "not_poor"),
    ]


def test_provinces_with_a_layer_of_their_own_are_judged_by_it(run) -> None:
    rows = [household(household_id="A", province="75", income_per_person="1800000", income_score_typed=""),
            household(household_id="B", province="01", income_per_person="1800000", income_score_typed="")]  # fmt: skip
    done = run(rows, [member(household_id="A"), member(household_id="B")], "--on", "2025-06-01")
    assert {row["household_id"]: row["class_by_income"] for row in done.rows} == {"A": "unknown", "B": "not_poor"}
    assert {row["household_id"]: row["standard"] for row in done.rows} == {"A": "vn-2022.1/75", "B": "vn-2022.1"}
    assert done.told["rows"]["members"]["read"] == 2


def test_province_kept_as_a_number_is_the_code_of_two_digits(run, tmp_path: Path) -> None:
    folder = tmp_path / "numbers"
    folder.mkdir()
    asked = {"income_per_person": "1800000", "income_score_typed": ""}
    homes = [household(household_id=each, **asked) | {"province": code} for each, code in (("A", 75), ("B", 1))]
    pq.write_table(pa.Table.from_pylist(homes), folder / "households.parquet")
    people = [member(household_id="A"), member(household_id="B")]
    pq.write_table(pa.Table.from_pylist(people), folder / "members.parquet")
    done = run(folder, (), "--on", "2025-06-01")
    assert {row["province"]: row["standard"] for row in done.rows} == {"75": "vn-2022.1/75", "01": "vn-2022.1"}


def test_workbook_with_two_vietnamese_sheets_and_excel_dates(run, tmp_path: Path) -> None:
    head = {
        "Mã hộ": 1,
        "Khu vực": "Thành thị",
        "Điểm B1 ghi từ phiếu giấy": 130,
        "Diện tích nhà ở": 9.5,
        "Ghi chú": "x",
    }
    write_workbook(tmp_path / "ho.xlsx", {
        "Hộ": [head], "Thành viên": [{"Mã hộ": 1, "Ngày sinh": datetime(2020, 11, 25), "Có bảo hiểm y tế": "không"}],
    })  # fmt: skip
    done = run(tmp_path / "ho.xlsx")
    assert (done.code, done.rows[0]["household_id"]) == (0, 1) or done.rows[0]["household_id"] == "1"
    assert (done.rows[0]["health_insurance"], done.rows[0]["housing_area"]) == (False, False)
    unused = next(each for each in done.told["findings"] if each["code"] == "CLASSIFY-UNUSED")
    assert "Ghi chú" in unused["message"]["vi"]


def test_mapping_names_the_column_of_a_question(run) -> None:
    rows = [{("b1" if name == "income_score_typed" else name): value for name, value in household().items()}]
    done = run(rows, [member()], "--map", "income_score_typed=b1")
    assert done.rows[0]["income_score"] == 130
    assert run(rows, [member()], "--map", "income_score_typed=b2").told["findings"][0]["code"] == "DATA-NO-COLUMN"


def test_parquet_in_many_parts_says_what_the_reference_says(run, tmp_path: Path, monkeypatch) -> None:
    """Typed Parquet, small parts, out of order for the second half: every class as the reference engine gives it."""
    import giamngheo.analysis.population.parts as parts

    standard = on(date(2026, 11, 24))
    households = [answerable(standard, each) for each in some_households(standard, "parts", 900)]
    told = tables(standard, households)
    place = told.households.schema.get_field_index("dwelling_area")
    metres = [None if each is None else each / 100 for each in told.households["dwelling_area"].to_pylist()]
    usable = told.households.set_column(place, "dwelling_area", pa.array(metres, pa.float64())), told.members
    for name, order in (("in_order", 1), ("out_of_order", -1)):
        folder = tmp_path / name
        folder.mkdir()
        pq.write_table(
            usable[0].take(list(range(usable[0].num_rows))[::order]), folder / "households.parquet", row_group_size=100
        )
        pq.write_table(
            usable[1].take(list(range(usable[1].num_rows))[::order]), folder / "members.parquet", row_group_size=300
        )
        monkeypatch.setattr(parts.Parts.__init__, "__defaults__", (150,))
        monkeypatch.setattr("giamngheo.analysis.classification.running.Asked.size", 150, raising=False)
        done = run(folder)
        assert done.code == 0, done.bad[:3]
        assert [row["household_id"] for row in done.rows] == sorted(row["household_id"] for row in done.rows)
        for row in done.rows:
            world = World(standard, *households[row["household_id"]])
            assert row["class"] == (world.rule("household_class") or "unknown")
            assert row["deprivation_count"] == world.rule("deprivation_count")
            assert [row[each] for each in standard.indicators] == [world.rule(each) for each in standard.indicators]


def test_reasons_and_workers_are_written_beside(run, tmp_path: Path) -> None:
    rich = household(household_id="H2", income_score_typed="200", income_per_person="2000000")
    done = run([household(), rich], [member(), member(household_id="H2"), member(household_id="H2", member_id="2",
        employment_status="seeking")],
               "--explain", "--workers", str(tmp_path / "workers.csv"))  # fmt: skip
    reasons = [json.loads(line) for line in (tmp_path / "out.reasons.jsonl").read_text("utf-8").splitlines()]
    assert [(each["household_id"], each["household_class"]) for each in reasons] == [
        ("H1", "near_poor"),
        ("H2", "not_poor"),
    ]
    assert reasons[0]["reasons"]["children"]
    lines = (tmp_path / "workers.csv").read_text("utf-8-sig").splitlines()
    assert sorted(line.replace('"', "") for line in lines[1:]) == ["H1,1,false", "H2,1,true", "H2,2,false"]
    assert done.told["low_income_workers"] == {"false": 2, "true": 1}


@pytest.mark.parametrize("out", ["out.csv", "out.xlsx"])
def test_result_as_csv_and_excel(run, tmp_path: Path, out: str) -> None:
    done = run([household(**POOR)], [member()], out=out)
    assert done.code == 0
    if out.endswith("csv"):
        text = (tmp_path / out).read_text("utf-8-sig")
        assert '"H1"' in text
        assert '"poor"' in text
    else:
        head, row = CalamineWorkbook.from_path(str(tmp_path / out)).get_sheet_by_index(0).to_python()
        assert dict(zip(head, row, strict=True))["class"] == "poor"


@pytest.mark.spark
def test_spark_classifies_as_duckdb_does(run, spark) -> None:  # noqa: F811
    rows = [
        household(household_id="A", **(POOR | LABELS)),
        household(household_id="B", dwelling_area="7,999"),
        household(household_id="C"),
    ]
    members = [
        member(household_id="A"),
        member(household_id="B"),
        member(household_id="C", birth="2020", insured="0"),
        member(household_id="Z"),
    ]
    one = run(rows, members)
    other = run(rows, members, "--engine", "spark", "--master", "local[2]")
    assert one.rows == other.rows
    assert [(each["table"], each["household_id"], each["codes"]) for each in one.bad] == [
        (each["table"], each["household_id"], each["codes"]) for each in other.bad
    ]

"""Synthetic populations: held rates, households that agree with themselves, marks, the same bytes for the same seed."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from giamngheo.analysis.commands.synth import main
from giamngheo.analysis.synthesis import columns, rates
from giamngheo.analysis.synthesis.generate import Plan, population, quotas
from giamngheo.analysis.synthesis.large import blocks
from giamngheo.analysis.synthesis.making import make
from giamngheo.analysis.synthesis.quotas import rounded
from giamngheo.foundation.findings import FindingError
from giamngheo.standards import on
from giamngheo.standards.engines.in_memory import World

COMMUNE = Plan(600, seed=7, commune="15916")


def digest(folder: Path) -> dict[str, str]:
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def test_regions_add_up_to_the_nations_printed_rates() -> None:
    found = rates.regions(2024).values()
    assert sum(each.share for each in found) == pytest.approx(1)
    assert sum(each.share * each.poor for each in found) * 100 == pytest.approx(1.93, abs=0.005)
    assert sum(each.share * each.both for each in found) * 100 == pytest.approx(4.06, abs=0.005)


def test_rates_of_2023_are_those_of_its_decision() -> None:
    found = rates.regions(2023).values()
    assert sum(each.share * each.poor for each in found) * 100 == pytest.approx(2.93, abs=0.02)
    assert sum(each.share * each.both for each in found) * 100 == pytest.approx(5.71, abs=0.02)


def test_printed_province_keeps_its_rates() -> None:
    weights = dict.fromkeys(rates.REGION_OF, 1.0)
    kon_tum = rates.provinces(2023, weights)["62"]
    assert (round(kon_tum.poor * 100, 2), round((kon_tum.both - kon_tum.poor) * 100, 2)) == (6.84, 4.39)
    assert rates.provinces(2024, weights)["64"].poor == pytest.approx(0.0607)


def test_quotas_of_the_nation_reach_every_target() -> None:
    found = quotas(Plan(200_000))
    total = sum(each.households for each in found)
    assert total == 200_000
    assert sum(each.poor for each in found) / total * 100 == pytest.approx(1.93, abs=0.02)
    assert sum(each.poor + each.near_poor for each in found) / total * 100 == pytest.approx(4.06, abs=0.02)
    minorities = sum(sum(each.ethnic) for each in found)
    assert sum(each.ethnic[0] for each in found) / minorities * 100 == pytest.approx(12.55, abs=0.1)
    north = [each for each in found if each.place.region == "midlands"]
    of_north = sum(each.households for each in north)
    assert sum(each.poor + each.near_poor for each in north) / of_north * 100 == pytest.approx(14.98, abs=0.1)


def test_no_commune_gets_more_poor_than_households() -> None:
    for each in quotas(Plan(3_000)):
        assert min(each.poor, each.near_poor, each.not_poor) >= 0
        assert all(0 <= of <= n for of, n in zip(each.ethnic, (each.poor, each.near_poor, each.not_poor), strict=True))


def test_rounding_keeps_sums_within_one() -> None:
    assert rounded([0.4, 0.4, 0.4, 0.4]) == [0, 1, 0, 1]
    assert sum(rounded([1 / 3] * 300)) == 100


@pytest.mark.parametrize("day", [date(2024, 9, 1), date(2024, 12, 31), date(2026, 11, 24)])
def test_household_agrees_with_itself_on_its_day(day: date) -> None:
    standard = on(day)
    for each in population(replace(COMMUNE, day=day)):
        world = World(standard, each.household, each.members)
        klass = each.household["recognised_class"]
        assert world.rule("class_by_income") == klass
        typed = each.household["deprivation_score_typed"]
        if typed is not None:
            assert world.rule("class_by_points") == klass
            assert typed == 10 * sum(world.rule(name) is True for name in standard.indicators)


def test_every_answer_is_one_the_question_allows() -> None:
    for each in population(replace(COMMUNE, missing=0.05)):
        for scope, rows in (("household", [each.household]), ("member", each.members)):
            for question in columns.questions(scope):
                for row in rows:
                    value = row[question.name]
                    if value is None:
                        assert question.name not in ("area", "recognised_class", "birth")
                    elif question.kind == "option":
                        assert value in {option.code for option in question.options}
                    elif question.kind == "yes_no":
                        assert isinstance(value, bool)
                    else:
                        assert isinstance(value, int)
                        assert value >= 0


def test_stated_share_is_missing_and_known_by_year_only() -> None:
    people = [row for each in population(Plan(3000, commune="15916", missing=0.1)) for row in each.members]
    assert sum(row["birth"] % 10000 == 0 for row in people) / len(people) == pytest.approx(0.1, abs=0.01)
    assert sum(row["attends"] is None for row in people) / len(people) == pytest.approx(0.1, abs=0.01)


def test_household_of_3_6_people_on_average() -> None:
    sizes = [len(each.members) for each in population(Plan(3000, commune="15916"))]
    assert sum(sizes) / len(sizes) == pytest.approx(3.6, abs=0.1)


def test_other_seed_gives_other_people_and_same_quotas() -> None:
    one, other = list(population(COMMUNE)), list(population(replace(COMMUNE, seed=8)))
    assert one != other
    assert Counter(x.household["recognised_class"] for x in one) == Counter(
        x.household["recognised_class"] for x in other
    )


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_same_seed_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        make(replace(COMMUNE, names=True, missing=0.01), tmp_path / name, form)
    assert digest(tmp_path / "a") == digest(tmp_path / "b")


def test_csv_marks_every_row_and_names_nobody_real(tmp_path: Path) -> None:
    make(replace(COMMUNE, names=True), tmp_path / "out", "csv")
    for table in ("households", "members"):
        with (tmp_path / "out" / f"{table}.csv").open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        assert {row["synthetic"] for row in rows} == {"dữ liệu giả / synthetic"}
    assert all(row["name"].endswith("(giả)") for row in rows)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["synthetic"] is True
    assert manifest["plan"]["seed"] == 7
    assert "giả" in (tmp_path / "out" / "README.md").read_text("utf-8")


def test_parquet_is_marked_typed_and_sorted(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    make(COMMUNE, tmp_path / "out", "parquet")
    homes = pq.read_table(tmp_path / "out" / "households.parquet")
    assert homes.schema.metadata[b"synthetic"].decode() == "dữ liệu giả / synthetic"
    assert str(homes.schema.field("household_id").type) == "int64"
    assert "dictionary" in str(homes.schema.field("water_source").type)
    ids = homes["household_id"].to_pylist()
    assert ids == sorted(set(ids))
    assert set(homes["province"].to_pylist()) == {"38"}


def test_large_way_makes_the_same_rates_and_agrees_with_itself(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    make(Plan(60_000, seed=3), tmp_path / "out", "parquet")
    homes = pq.read_table(tmp_path / "out" / "households.parquet")
    classes = Counter(homes["recognised_class"].to_pylist())
    assert classes["poor"] / 60_000 * 100 == pytest.approx(1.93, abs=0.03)
    people: dict[int, list[dict]] = {}
    for row in pq.read_table(tmp_path / "out" / "members.parquet").slice(0, 20_000).to_pylist():
        people.setdefault(row["household_id"], []).append(row)
    standard = on(date(2024, 12, 31))
    for row in homes.slice(0, 4000).to_pylist():
        row["dwelling_area"] = int(row["dwelling_area"] * 100)
        assert World(standard, row, people[row["household_id"]]).rule("class_by_income") == row["recognised_class"]


def test_large_blocks_blank_the_stated_share() -> None:
    pytest.importorskip("numpy")
    block = next(iter(blocks(Plan(60_000, missing=0.02))))
    assert (block.household["water_source"] == -1).mean() == pytest.approx(0.02, abs=0.005)
    assert (block.members["birth"] % 10000 == 0).mean() == pytest.approx(0.02, abs=0.005)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"commune": "99999"}, "SYNTH-COMMUNE"),
        ({"year": 2019}, "SYNTH-OPTION"),
        ({"missing": 1.5}, "SYNTH-OPTION"),
        ({"households": 0}, "SYNTH-OPTION"),
        ({"day": date(2027, 3, 1)}, "SYNTH-OPTION"),
        ({"households": 60_000}, "SYNTH-OPTION"),
    ],
)
def test_what_cannot_be_made_is_refused_and_leaves_nothing(changes: dict, code: str, tmp_path: Path) -> None:
    with pytest.raises(FindingError) as refusal:
        make(replace(COMMUNE, **changes), tmp_path / "out", "csv")
    assert refusal.value.finding.code == code
    assert not list(tmp_path.iterdir())


def test_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "luong.docx").write_text("x")
    with pytest.raises(FindingError):
        make(COMMUNE, tmp_path / "out", "csv")
    assert (tmp_path / "out" / "luong.docx").exists()


def test_commune_of_today_lies_in_its_old_province() -> None:
    first = next(population(Plan(10, commune="15889", day=date(2026, 11, 24))))
    assert (first.household["province"], first.household["commune"]) == ("38", "15889")


@pytest.mark.parametrize("form", ["csv", "xlsx", "parquet"])
def test_classifying_sets_nothing_aside_and_gives_the_classes_back(form: str, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    pytest.importorskip("duckdb")
    from giamngheo.analysis.commands.classify import main as classify

    make(COMMUNE, tmp_path / "in", form)
    source = tmp_path / "in" / "population.xlsx" if form == "xlsx" else tmp_path / "in"
    assert classify([str(source), "--out", str(tmp_path / "out.parquet"), "--on", "2024-12-31", "--quiet"]) == 0
    found = Counter(pq.read_table(tmp_path / "out.parquet")["class_by_income"].to_pylist())
    assert found == Counter(each.household["recognised_class"] for each in population(COMMUNE))


def test_command_prints_rates_beside_targets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--households", "500", "--out", str(tmp_path / "out"), "--format", "csv"]) == 0
    printed = capsys.readouterr().out
    assert "217/QĐ-BLĐTBXH" in printed
    assert "SYNTHETIC" in printed
    assert main(["--households", "500", "--out", str(tmp_path / "out"), "--year", "2019"]) == 2

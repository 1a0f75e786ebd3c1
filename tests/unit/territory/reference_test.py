"""The packaged register answers without Django and without being loaded."""

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from giamngheo.foundation.findings import FindingError
from giamngheo.territory.reference import FILE, Units

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def units() -> Units:
    return Units.packaged()


def test_counts_are_those_of_the_law(units: Units) -> None:
    database = sqlite3.connect(FILE)
    counts = {
        (level, begins): number
        for level, begins, number in database.execute("SELECT level, valid_from, count(*) FROM units GROUP BY 1, 2")
    }
    assert counts == {
        ("province", None): 63,
        ("district", None): 696,
        ("commune", None): 10_035,
        ("province", "2025-07-01"): 34,
        ("commune", "2025-07-01"): 3_321,
    }


def test_one_code_names_two_communes_in_turn(units: Units) -> None:
    assert units.by_code("15889", BEFORE).name == "Xã Hoằng Kim"
    assert units.by_code("15889", AFTER).name == "Xã Hoằng Phú"
    assert units.by_code("15889").valid_from == AFTER
    assert units.by_code("15883", AFTER) is None


def test_new_hoang_phu_is_made_of_four(units: Units) -> None:
    new = units.by_code("15889", AFTER)
    assert [unit.name for unit in units.predecessors(new)] == [
        "Xã Hoằng Phú", "Xã Hoằng Kim", "Xã Hoằng Trung", "Xã Hoằng Quý",
    ]  # fmt: skip
    old = units.by_code("15883", BEFORE)
    assert [unit.code for unit in units.successors(old)] == ["15889"]


def test_chain_has_a_district_only_before(units: Units) -> None:
    old, new = units.by_code("15883", BEFORE), units.by_code("15889", AFTER)
    assert [(unit.code, unit.name) for unit in units.chain(old)] == [
        ("399", "Huyện Hoằng Hóa"),
        ("38", "Tỉnh Thanh Hóa"),
    ]
    assert [(unit.code, unit.valid_from) for unit in units.chain(new)] == [("38", AFTER)]


def test_every_commune_has_a_way_forward_and_back() -> None:
    database = sqlite3.connect(FILE)
    ended = "SELECT count(*) FROM units WHERE level = 'commune' AND valid_to IS NOT NULL"
    lost = f"{ended} AND id NOT IN (SELECT old FROM changes)"
    new = "SELECT count(*) FROM units WHERE valid_from IS NOT NULL AND id NOT IN (SELECT new FROM changes)"
    heirs = "SELECT count(*) FROM (SELECT old FROM changes GROUP BY old HAVING sum(is_default) <> 1)"
    assert [database.execute(sql).fetchone()[0] for sql in (lost, new, heirs)] == [0, 0, 0]


def test_no_code_names_two_units_on_one_day() -> None:
    twice = """SELECT count(*) FROM units AS one JOIN units AS two ON one.code = two.code AND one.id < two.id
        WHERE coalesce(one.valid_to, '9999') >= coalesce(two.valid_from, '')
          AND coalesce(two.valid_to, '9999') >= coalesce(one.valid_from, '')"""
    assert sqlite3.connect(FILE).execute(twice).fetchone() == (0,)


def test_unit_never_outlives_its_parent() -> None:
    orphans = """SELECT count(*) FROM units AS unit LEFT JOIN units AS up ON up.id = unit.parent
        WHERE (unit.level <> 'province') <> (up.id IS NOT NULL)
           OR coalesce(unit.valid_to, '9999') > coalesce(up.valid_to, '9999')
           OR coalesce(unit.valid_from, '') < coalesce(up.valid_from, '')"""
    assert sqlite3.connect(FILE).execute(orphans).fetchone() == (0,)


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("xã Hoằng Phú", "15883"),
        ("Xã  HOẰNG PHÚ", "15883"),
        ("huyện Hoằng Hoá", "399"),  # old placement of the tone
        ("tỉnh Thanh Hoá", "38"),
        ("Tỉnh Bà Rịa – Vũng Tàu", "77"),
        ("TP. Hồ Chí Minh", "79"),
        ("Quận 05", "774"),
    ],
)
def test_spellings_of_the_same_name_are_found(units: Units, spelling: str, code: str) -> None:
    assert code in [unit.code for unit in units.search(spelling, on=BEFORE)]


def test_kind_word_and_kinds_narrow_the_search(units: Units) -> None:
    assert units.search("huyện Hoằng Phú", on=BEFORE) == []
    assert units.search("Hoằng Phú", on=BEFORE, kinds=("huyện",)) == []
    assert [unit.code for unit in units.search("Hoằng Phú", on=BEFORE, kinds=("xã",))] == ["15883"]
    assert units.search("Hoằng Phú", on=BEFORE, kinds=("xã",)) == units.search("xã Hoằng Phú", on=BEFORE)


def test_search_within_stays_under_that_unit(units: Units) -> None:
    everywhere = units.search("xã Quảng Phú", on=BEFORE)
    in_thanh_hoa = units.search("xã Quảng Phú", on=BEFORE, within="38")
    assert 0 < len(in_thanh_hoa) < len(everywhere)
    assert all(units.chain(unit)[-1].code == "38" for unit in in_thanh_hoa)


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("xã Hoàng Phú", "Hoằng Phú"),  # another vowel accent
        ("huyện Hoàng Hóa", "Hoằng Hóa"),
        ("tỉnh Thanh Hoa", "Thanh Hóa"),  # a tone forgotten
        ("huyện Hoằng Hó", "Hoằng Hóa"),  # a letter forgotten
        ("xã Hoằng Phúc", "Hoằng Phú"),  # a letter too many
    ],
)
def test_near_finds_what_was_meant(units: Units, misspelt: str, meant: str) -> None:
    assert meant in [unit.short_name for unit in units.near(misspelt, on=BEFORE)]


def test_near_puts_the_smallest_difference_first(units: Units) -> None:
    found = units.near("xã Hoàng Phú", on=BEFORE, within="399")
    assert [unit.short_name for unit in found] == ["Hoằng Phú", "Hoằng Phụ"]


@pytest.mark.parametrize("name", ["xã Hoằng Phú", "", "xã", "Quận 5", "ω", "%_'\"", "xã " + "a" * 5_000])
def test_near_never_repeats_what_search_finds(units: Units, name: str) -> None:
    exact = {unit.id for unit in units.search(name)}
    assert not exact & {unit.id for unit in units.near(name)}


def test_missing_data_file_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(FindingError) as caught:
        Units(tmp_path / "units.db")
    assert caught.value.finding.code == "TERRITORY-DATA-MISSING"
    assert any("make install" in fix.vi for fix in caught.value.finding.fixes)


def test_register_is_opened_read_only(units: Units) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        units._db.execute("DELETE FROM units")


def test_register_never_loads_django() -> None:
    code = "import sys, giamngheo.territory.reference as r; r.Units.packaged(); print('django' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_licence_lies_beside_the_data() -> None:
    assert FILE.with_name("units-LICENSE.txt").read_text("utf-8").startswith("MIT License")

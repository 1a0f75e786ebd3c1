"""What cannot be used is set aside with its household, told with row numbers, and never dropped silently: by every
command alike."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.unit.classify.conftest import household, member, write_workbook

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


def test_a_wrong_cell_sets_its_whole_household_aside(put) -> None:
    """A household for each wrong cell, with two members, the first of whom holds it where it is a member's."""
    households, members = [household()], [member()]
    for at, (table, column, text, _code) in enumerate(CELLS):
        own = {table: {column: text}}
        households.append(household(household_id=f"W{at}", **own.get("households", {})))
        members.append(member(household_id=f"W{at}", **own.get("members", {})))
        members.append(member(household_id=f"W{at}", member_id="2"))
    done = put(households, members)
    assert done.code == 1
    assert done.rows == {"households": (1 + len(CELLS), len(CELLS)), "members": (1 + 2 * len(CELLS), 2 * len(CELLS))}
    assert {code for *_, code in CELLS} < done.codes
    for at, (table, column, text, code) in enumerate(CELLS):
        mine = [each for each in done.bad if each["household_id"] == f"W{at}"]
        (row,) = [each for each in mine if each["codes"] == code]
        place = at + 3 if table == "households" else 2 * at + 3
        assert (row["table"], row["row"], row["columns"]) == (table, str(place), column)
        assert text in row["answers"]
        assert sorted(each["codes"] for each in mine) == sorted([code, "CLASSIFY-HOUSEHOLD", "CLASSIFY-HOUSEHOLD"])


def test_finding_says_how_many_which_rows_and_what_stood_there(put) -> None:
    rows = [household(), household(household_id="H2", wall="gạch men"), household(household_id="H3", wall="?")]
    done = put(rows, [member(), member(household_id="H2"), member(household_id="H3")])
    finding = next(each for each in done.told["findings"] if each["code"] == "CLASSIFY-OPTION")
    assert (finding["line"], finding["quote"]) == (3, "gạch men")
    for part in ("“wall”", "2 dòng", "“gạch men”", "“?”", "3, 4"):
        assert part in finding["message"]["vi"]


def test_repeated_ids_strangers_and_rows_without_id_are_set_aside(put) -> None:
    households = [household(), household(), household(household_id="H2"), household(household_id="")]
    members = [member(), member(household_id="H2"), member(household_id="H9"), member(household_id="")]
    done = put(households, members)
    assert done.rows == {"households": (4, 3), "members": (4, 3)}
    assert sorted((each["table"], each["row"], each["codes"]) for each in done.bad) == [
        ("households", "2", "CLASSIFY-ID-TWICE"), ("households", "3", "CLASSIFY-ID-TWICE"),
        ("households", "5", "CLASSIFY-NO-ID"),
        ("members", "2", "CLASSIFY-HOUSEHOLD"), ("members", "4", "CLASSIFY-NO-HOUSEHOLD"),
        ("members", "5", "CLASSIFY-NO-ID"),
    ]  # fmt: skip


def test_households_without_members_are_judged_and_told(put) -> None:
    done = put([household(), household(household_id="H2")], [member()])
    assert (done.code, done.rows["households"]) == (0, (2, 0))
    assert "CLASSIFY-NO-MEMBERS" in done.codes


def test_broken_and_empty_rows_keep_the_numbers_of_the_others(put, tmp_path: Path) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "households.csv").write_text("household_id,area\nH1,rural\n\nH2\nH3,biển\n", "utf-8")
    (folder / "members.csv").write_text("household_id,birth\nH1,1990\nH3,1990\n", "utf-8")
    done = put(folder)
    assert (done.code, done.rows["households"]) == (1, (3, 2))
    assert {"DATA-ROW", "CLASSIFY-OPTION"} <= done.codes
    assert [(each["row"], each["codes"]) for each in done.bad if each["table"] == "households"] == [
        ("4", "DATA-ROW"), ("5", "CLASSIFY-OPTION"),
    ]  # fmt: skip
    assert next(each["reasons"] for each in done.bad if each["codes"] == "DATA-ROW") == "thiếu cột"


def test_letters_of_another_encoding_break_their_row_only(put, tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "households.csv").write_bytes(b"household_id,area\nH1,rural\nH2,n\xf4ng\n")
    (folder / "members.csv").write_text("household_id,birth\nH1,1990\n", "utf-8")
    done = put(folder)
    assert (done.rows["households"], "DATA-ROW" in done.codes) == ((2, 1), True)


def test_workbook_names_rows_as_its_sheet_does(put, tmp_path: Path) -> None:
    write_workbook(tmp_path / "ho.xlsx", {
        "Hộ": [{"Mã hộ": 1, "Khu vực": "Nông thôn"}, {}, {"Mã hộ": 2, "Khu vực": "biển"}],
        "Thành viên": [{"Mã hộ": 1, "Ngày sinh": 1990}, {"Mã hộ": 2, "Ngày sinh": 1990}],
    })  # fmt: skip
    done = put(tmp_path / "ho.xlsx")
    assert done.rows == {"households": (2, 1), "members": (2, 1)}
    assert {(each["table"], each["row"]) for each in done.bad} == {("households", "4"), ("members", "3")}


def test_mapping_names_the_column_of_a_question(put) -> None:
    rows = [{("b1" if name == "income_score_typed" else name): value for name, value in household().items()}]
    told = put(rows, [member()], "--map", "income_score_typed=b1")
    assert (told.code, told.codes & {"CLASSIFY-UNUSED", "DATA-NO-COLUMN"}) == (0, set())
    assert put(rows, [member()], "--map", "income_score_typed=b2").codes == {"DATA-NO-COLUMN"}


def test_columns_not_used_and_questions_without_one_are_told(put) -> None:
    done = put([{"household_id": "H1", "area": "rural", "ghi chú": "x"}], [member()])
    said = " ".join(each["message"]["vi"] for each in done.told["findings"])
    assert "ghi chú" in said
    assert "income_per_person" in said


def test_what_cannot_be_begun_is_said(put, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()

    def codes(*options: str) -> set[str]:
        done = put(folder, [], *options)
        assert (done.code, len(done.told["findings"])) == (2, 1)
        return done.codes

    assert put(tmp_path / "nothing").codes == {"DATA-UNREADABLE"}
    assert codes() == {"CLASSIFY-TABLES"}
    (folder / "a.xlsx").write_bytes(b"no workbook")
    assert codes() == {"DATA-UNREADABLE"}
    (folder / "a.xlsx").unlink()
    for name in ("households.csv", "members.csv"):
        (folder / name).write_text("household_id\n1\n", "utf-8")
    assert codes("--on", "31/02/2026") == {"DATA-OPTION"}
    assert codes("--map", "x") == {"DATA-OPTION"}
    assert codes("--memry", "1GB") == {"DATA-OPTION"}
    (folder / "members.csv").write_text("birth\n1990\n", "utf-8")
    assert codes() == {"DATA-NO-COLUMN"}
    (folder / "members.csv").write_text("household_id,birth\n", "utf-8")
    assert codes() == {"DATA-EMPTY"}
    (folder / "members.csv").write_text("", "utf-8")
    assert codes() == {"DATA-EMPTY"}


def test_typed_columns_of_the_wrong_type_refuse_their_rows(put, tmp_path: Path) -> None:
    if put.way == "whatif without an engine":
        return  # reads no Parquet
    folder = tmp_path / "typed"
    folder.mkdir()
    pq.write_table(
        pa.table({"household_id": [1, 2], "area": [1, None], "income_per_person": [1e6, 0.5]}),
        folder / "households.parquet",
    )
    pq.write_table(
        pa.table({"household_id": [1, 2], "birth": pa.array([19900101, 19990230])}), folder / "members.parquet"
    )
    done = put(folder)
    assert done.rows == {"households": (2, 2), "members": (2, 2)}
    assert {(each["table"], each["row"], each["codes"]) for each in done.bad} == {
        ("households", "1", "CLASSIFY-OPTION"), ("households", "2", "CLASSIFY-NUMBER"),
        ("members", "1", "CLASSIFY-HOUSEHOLD"), ("members", "2", "CLASSIFY-BIRTH"),
    }  # fmt: skip

"""Lists as officers write them: labels, numbers with points, days in every writing; mistakes are told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from giamngheo.analysis.synthesis.columns import questions
from giamngheo.analysis.whatif.cells import NotAnAnswer, answer
from giamngheo.analysis.whatif.reading import read
from giamngheo.foundation.findings import FindingError

ASKED = {each.name: each for scope in ("household", "member") for each in questions(scope)}


@pytest.mark.parametrize(
    ("name", "cell", "value"),
    [
        ("area", "Nông thôn", "rural"), ("area", "nong thon", "rural"), ("area", "urban", "urban"),
        ("insured", "Có", True), ("insured", "x", True), ("insured", "Không", False), ("insured", 1.0, True),
        ("income_per_person", "1.500.000", 1_500_000), ("income_per_person", 1500000.0, 1_500_000),
        ("income_per_person", "", None), ("birth", "01/09/2020", 20200901), ("birth", 2020.0, 20200000),
        ("birth", "20200901", 20200901), ("birth", date(2020, 9, 1), 20200901), ("birth", "1/9/2020", 20200901),
    ],
)  # fmt: skip
def test_cell_is_read_as_an_officer_means_it(name: str, cell: object, value: object) -> None:
    assert answer(ASKED[name], cell) == value


@pytest.mark.parametrize(("cell", "value"), [("65,25", 6525), (65.5, 6550), ("65", 6500), (Decimal("4.35"), 435)])
def test_area_is_written_in_square_metres(cell: object, value: int) -> None:
    assert answer(ASKED["dwelling_area"], cell) == value


@pytest.mark.parametrize(
    ("name", "cell"),
    [("area", "biển"), ("insured", "có lẽ"), ("birth", "31/02/2020"), ("income_per_person", "1,5 triệu"),
     ("income_per_person", "-5"), ("income_per_person", "1.50.000")],
)  # fmt: skip
def test_cell_that_means_nothing_is_no_answer(name: str, cell: object) -> None:
    with pytest.raises(NotAnAnswer):
        answer(ASKED[name], cell)


def written(folder: Path, homes: str, members: str) -> Path:
    (folder / "households.csv").write_text(homes, "utf-8")
    (folder / "members.csv").write_text(members, "utf-8")
    return folder


def test_wrong_cell_is_told_with_column_and_row_and_counts_as_unanswered(tmp_path: Path) -> None:
    found = read(written(tmp_path, "Mã hộ;Khu vực\n1;Nông thôn\n2;biển\n", "Mã hộ;Ngày sinh\n1;1980\n2;1990\n"))
    (finding,) = found.findings
    assert (finding.code, finding.line, finding.quote) == ("WHATIF-VALUE", 3, "biển")
    assert found.households[1].answers["area"] is None


def test_repeated_household_and_stray_member_are_told_and_left_out(tmp_path: Path) -> None:
    found = read(written(tmp_path, "household_id\n1\n1\n2\n", "household_id,name\n2,Lê Văn Mẫu\n9,Ai\n1,Ai\n"))
    assert [each.id for each in found.households] == ["2"]
    assert found.households[0].name == "Lê Văn Mẫu"
    assert sorted(each.code for each in found.findings) == ["WHATIF-ID", "WHATIF-ID"]


def test_household_without_members_is_set_apart(tmp_path: Path) -> None:
    found = read(written(tmp_path, "household_id\n1\n2\n", "household_id\n1\n"))
    assert [each.id for each in found.households] == ["1"]
    assert [each.code for each in found.findings] == ["WHATIF-MEMBERS"]


@pytest.mark.parametrize(
    ("homes", "code"), [("household_id\n", "WHATIF-EMPTY"), ("id,area\n1,rural\n", "WHATIF-COLUMN")]
)
def test_list_that_cannot_be_judged_is_refused(tmp_path: Path, homes: str, code: str) -> None:
    with pytest.raises(FindingError) as refusal:
        read(written(tmp_path, homes, "household_id\n1\n"))
    assert refusal.value.finding.code == code


def test_letters_of_another_encoding_are_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, "household_id,name\n1,a\n", "household_id\n1\n")
    (folder / "households.csv").write_bytes(b"household_id,area\n1,rural\n2,n\xf4ng\n")
    with pytest.raises(FindingError) as refusal:
        read(folder)
    assert refusal.value.finding.code == "WHATIF-UNREADABLE"


def test_two_workbooks_of_a_folder_are_read(tmp_path: Path) -> None:
    import xlsxwriter

    for name, rows in (("households", [["Mã hộ", "Khu vực"], [7, "Thành thị"]]), ("members", [["Mã hộ"], [7]])):
        with xlsxwriter.Workbook(str(tmp_path / f"{name}.xlsx")) as book:
            sheet = book.add_worksheet()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    found = read(tmp_path)
    assert (found.households[0].id, found.households[0].answers["area"]) == ("7", "urban")
    assert found.findings == []


def test_broken_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    with pytest.raises(FindingError) as refusal:
        read(tmp_path / "a.xlsx")
    assert refusal.value.finding.code == "WHATIF-UNREADABLE"

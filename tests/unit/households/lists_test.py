"""Lists as communes keep them become households, and nothing of them is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import python_calamine

from giamngheo.foundation.findings import FindingError
from giamngheo.households.lists.corrected import corrected_file
from giamngheo.households.lists.reading import ReadList, read_list
from giamngheo.households.lists.rows import RowKind
from tests.factories.lists import Book, official_list, simple_list

TODAY = date(2026, 11, 24)


def read(path: Path, **mapping: str) -> ReadList:
    return read_list(path, today=TODAY, mapping=mapping or None)


def codes(found: ReadList) -> list[tuple[str, int | None]]:
    return [(each.code, each.line) for each in found.findings]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "danh-sach.xlsx"


def test_official_list_gives_its_households_and_people(book: Path) -> None:
    found = read(official_list(book))
    told = [
        (each.village, each.number, [(one.full_name, one.birth, one.sex, one.relation) for one in each.members])
        for each in found.households
    ]
    assert told == [
        ("Thôn Đông", "1", [
            ("Trần Văn Mẫu", 19800000, "male", "head"), ("Nguyễn Thị Hoà", 19820315, "female", "spouse"),
            ("Trần Văn Con", 20150905, "male", "child"),
        ]),
        ("Thôn Đông", "2", [("Lê Thị Giả", 19500000, "female", "head")]),
        ("Thôn Tây", "3", [
            ("Phạm Văn Thử", 19750000, "male", "head"), ("Phạm Thị Nháp", 20101102, "female", "grandchild"),
        ]),
    ]  # fmt: skip
    assert all(each.is_good for each in found.households)


def test_every_row_below_the_heading_is_counted(book: Path) -> None:
    (sheet,) = read(official_list(book)).sheets
    assert dict(sheet.counts) == {
        RowKind.PERSON: 6, RowKind.SECTION: 2, RowKind.TOTAL: 1, RowKind.BLANK: 1, RowKind.SIGNATURE: 3,
    }  # fmt: skip


def test_sheets_named_as_excel_forbids_come_back_corrected(book: Path, tmp_path: Path) -> None:
    found = read(simple_list(book, [[1, "Lê Văn A", "xưa", "Nam", "Chủ hộ", ""]]))
    (sheet,) = found.sheets
    names = ("Thôn 1/2 [mới]", "Thôn 1:2 *mới?", "x" * 40, "x" * 41)
    again = tmp_path / "can-sua.xlsx"
    again.write_bytes(corrected_file(ReadList(tuple(sheet._replace(name=name) for name in names))))
    assert len(set(python_calamine.load_workbook(again).sheet_names)) == len(names)


def test_zero_that_excel_dropped_is_put_back_and_told(book: Path) -> None:
    found = read(official_list(book))
    assert [one.citizen_id for each in found.households for one in each.members] == [
        "038080000001", "038182000002", None, "038150000003", "123456789", None,
    ]  # fmt: skip
    assert ("LIST-CITIZEN-ID-ZERO", 11) in codes(found)


def test_year_alone_is_kept_where_day_and_month_are_blank(book: Path) -> None:
    assert ("LIST-BIRTH-YEAR-ONLY", 13) in codes(read(official_list(book)))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("31/02/1980", "LIST-BIRTH"),
        ("1/2/80", "LIST-BIRTH-SHORT-YEAR"),
        ("khoảng 1980", "LIST-BIRTH"),
        ("25/11/2026", "LIST-BIRTH-IMPOSSIBLE"),
        (1850, "LIST-BIRTH-IMPOSSIBLE"),
    ],
)
def test_birth_that_is_not_certain_keeps_the_household_out(book: Path, cell: str | int, code: str) -> None:
    rows = [[1, "Trần Văn Mẫu", cell, "Nam", "Chủ hộ", None], [None, "Lê Thị Giả", 1985, "Nữ", "Vợ", None]]
    found = read(simple_list(book, rows))
    assert (code, 2) in codes(found)
    assert (len(found.good), len(found.bad)) == (0, 1)


def test_both_birth_columns_filled_is_an_error(book: Path) -> None:
    heading = ["STT", "Họ tên", "Năm sinh nam", "Năm sinh nữ"]
    assert ("LIST-BIRTH-BOTH", 2) in codes(read(simple_list(book, [[1, "Lê Văn Thử", 1980, 1981]], heading)))


def test_rows_numbered_one_by_one_are_parted_by_their_heads(book: Path) -> None:
    rows = [
        [1, "Trần Văn Mẫu", 1980, "Nam", "Chủ hộ", None],
        [2, "Lê Thị Giả", 1985, "Nữ", "vợ chủ hộ", None],
        [3, "Phạm Văn Thử", 1970, "nam", "CH", None],
    ]
    found = read(simple_list(book, rows))
    assert [[one.relation for one in each.members] for each in found.households] == [["head", "spouse"], ["head"]]


def test_merged_household_numbers_reach_all_their_members(book: Path) -> None:
    rows = [
        ["Hộ số", "Họ và tên", "Năm sinh", "Quan hệ"],
        [1, "Trần Văn Mẫu", 1980, "Chủ hộ"],
        [None, "Lê Thị Giả", 1985, "Vợ"],
        [2, "Phạm Văn Thử", 1970, "Chủ hộ"],
    ]
    found = read(Book(book).sheet("Thôn Bắc", rows, [(1, 0, 2, 0)]).save())
    assert [(each.village, len(each.members)) for each in found.households] == [("Thôn Bắc", 2), ("Thôn Bắc", 1)]


def test_list_of_heads_gives_a_household_each(book: Path) -> None:
    heading = ["TT", "Họ và tên chủ hộ", "Năm sinh", "Số khẩu", "Thôn", "Hộ nghèo", "Hộ cận nghèo"]
    rows = [[1, "Trần Văn Mẫu", 1980, 4, "Đông", "x", None], [2, "Lê Thị Giả", 1950, 1, "Tây", None, "x"]]
    found = read(simple_list(book, rows, heading))
    told = [
        (each.village, each.member_count, each.poverty_class, each.members[0].relation) for each in found.households
    ]
    assert told == [("Đông", 4, "poor", "head"), ("Tây", 1, "near_poor", "head")]
    assert not [code for code, _ in codes(found) if code == "LIST-COUNT"]  # the members were never listed


def test_household_without_head_or_with_two_is_kept_out(book: Path) -> None:
    heading = ["STT hộ", "Họ và tên", "Năm sinh", "Quan hệ"]
    rows = [
        [1, "Trần Văn Mẫu", 1980, "Con"],
        [2, "Lê Thị Giả", 1950, "Chủ hộ"],
        [2, "Lê Văn Giả", 1949, "Chủ hộ"],
    ]
    found = read(simple_list(book, rows, heading))
    assert ("LIST-NO-HEAD", 2) in codes(found)
    assert ("LIST-TWO-HEADS", 4) in codes(found)
    assert not found.good


def test_one_citizen_id_for_two_people_is_told_at_both(book: Path) -> None:
    rows = [
        [1, "Trần Văn Mẫu", 1980, "Nam", "Chủ hộ", "038080000001"],
        [2, "Lê Văn Giả", 1981, "Nam", "Chủ hộ", "038 080 000 001"],
        [3, "Phạm Văn Thử", 1982, "Nam", "Chủ hộ", "038082000003"],
    ]
    found = read(simple_list(book, rows))
    assert [each for each in codes(found) if each[0] == "LIST-CITIZEN-ID-TWICE"] == [
        ("LIST-CITIZEN-ID-TWICE", 2),
        ("LIST-CITIZEN-ID-TWICE", 3),
    ]
    assert [each.members[0].full_name for each in found.good] == ["Phạm Văn Thử"]


def test_findings_never_repeat_an_id(book: Path) -> None:
    found = read(simple_list(book, [[1, "Trần Văn Mẫu", 1980, "Nam", "Chủ hộ", "03808000"]]))
    (finding,) = [each for each in found.findings if each.code == "LIST-CITIZEN-ID"]
    assert "03808000" not in f"{finding.quote}{finding.message}"


def test_bad_households_come_back_as_a_file_that_can_be_corrected(book: Path, tmp_path: Path) -> None:
    rows = [
        [1, "Trần Văn Mẫu", "31/02/1980", "Nam", "Chủ hộ", "038080000001"],
        [None, "Lê Thị Giả", 1985, "Nữ", "Vợ", None],
        [2, "Phạm Văn Thử", 1970, "Nam", "Chủ hộ", None],
    ]
    found = read(simple_list(book, rows, sheet="Thôn Đông"))
    back = tmp_path / "can-sua.xlsx"
    back.write_bytes(corrected_file(found))
    sheet = python_calamine.CalamineWorkbook.from_path(str(back)).get_sheet_by_name("Thôn Đông").to_python()
    assert sheet[0][-1] == "Cần sửa"
    assert [row[1] for row in sheet[1:]] == ["Trần Văn Mẫu", "Lê Thị Giả"]
    assert "31/02/1980" in sheet[1][-1]
    assert "dòng 2" in sheet[2][-1]  # no fault of its own: its household's
    again = read(back)  # not corrected: the same household is kept out again, and for the same reason
    assert [each for each, _ in codes(again) if each == "LIST-BIRTH"] == ["LIST-BIRTH"]


def test_unknown_columns_are_told_and_a_remembered_mapping_reads_them(book: Path) -> None:
    path = simple_list(book, [["Trần Văn Mẫu", 1980, "A7"]], ["Họ và tên", "Năm sinh", "Mã phiếu"])
    found = read(path)
    assert ("LIST-COLUMN-UNKNOWN", 1) in codes(found)
    assert found.mapping == {"ho va ten": "full_name", "nam sinh": "birth", "ma phieu": ""}
    mapped = read_list(path, today=TODAY, mapping={**found.mapping, "ma phieu": "household_code"})
    assert [each.code for each in mapped.households] == ["A7"]
    assert "LIST-COLUMN-UNKNOWN" not in {code for code, _ in codes(mapped)}


def test_sheet_that_is_no_list_is_told_and_passed_over(book: Path) -> None:
    path = Book(book).sheet("Bìa", [["BÁO CÁO"], ["Kèm theo danh sách"]]).sheet(
        "DS", [["Họ và tên", "Năm sinh"], ["Trần Văn Mẫu", 1980]]
    ).save()  # fmt: skip
    found = read(path)
    assert ("LIST-NO-HEADING", None) in codes(found)
    assert len(found.good) == 1


def test_row_not_understood_is_told(book: Path) -> None:
    rows = [[1, "Trần Văn Mẫu", 1980, "Nam", "Chủ hộ", None], [None, None, 1985, "Nữ", "Vợ", None]]
    assert ("LIST-ROW-UNKNOWN", 3) in codes(read(simple_list(book, rows)))


@pytest.mark.parametrize("content", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_what_is_no_workbook_is_refused_with_a_finding(book: Path, content: bytes) -> None:
    book.write_bytes(content)
    with pytest.raises(FindingError) as caught:
        read(book)
    assert caught.value.finding.code == "LIST-UNREADABLE"


def test_workbook_that_names_nobody_is_refused(book: Path) -> None:
    with pytest.raises(FindingError) as caught:
        read(simple_list(book, []))
    assert caught.value.finding.code == "LIST-EMPTY"

"""Scorecards kept in Excel, as offices keep them."""

from pathlib import Path

import pytest

from giamngheo.standards.scorecards import demonstration, grid
from giamngheo.standards.scorecards.loading import look
from giamngheo.standards.scorecards.to_excel import write
from tests.factories.scorecards import card, workbook

INFORMATION = {
    "A1": "Mã bảng điểm", "B1": "b1-thu", "A2": "TÊN BẢNG ĐIỂM", "B2": "Bảng điểm thử", "A3": "Chuẩn nghèo",
    "B3": "vn-2022", "A4": "Phiên bản", "B4": 1, "A5": "Minh hoạ (có/không)", "B5": "Không",
}  # fmt: skip
REGIONS = {"A1": "Mã vùng", "B1": "Tên vùng", "A2": "nt1", "B2": "Nông thôn", "A3": "urban", "B3": "Thành thị"}
TABLE = {
    "A1": "Nhóm", "B1": "Tên nhóm", "C1": "Kiểu", "D1": "Mã", "E1": "Đặc điểm", "F1": "nt1", "G1": "urban",
    "A2": "size", "B2": "Số người", "C2": "một lựa chọn", "D2": "one", "E2": "1 người", "F2": 75, "G2": 80,
    "D3": "two", "E3": "2 người", "F3": 60, "G3": 60,
    "A5": "assets", "B5": "Tài sản", "C5": "nhiều lựa chọn", "D5": "car", "E5": "Ô tô", "F5": 50, "G5": 40,
}  # fmt: skip


def book(folder: Path, table: dict[str, object], merged: dict[str, str] | None = None, **sheets: dict) -> Path:
    return workbook(folder / "card.xlsx", {
        "Thông tin": sheets.get("information", INFORMATION), "Vùng": sheets.get("regions", REGIONS), "Bảng điểm": table,
    }, merged)  # fmt: skip


def titles_only_in_vietnamese() -> object:
    made = card()
    text = lambda each: type(each)(each.vi, each.vi)  # noqa: E731
    from msgspec.structs import replace

    return replace(
        made, title=text(made.title), regions=tuple(replace(r, title=text(r.title)) for r in made.regions),
        groups=tuple(
            replace(g, title=text(g.title), options=tuple(replace(o, label=text(o.label)) for o in g.options))
            for g in made.groups
        ),
    )  # fmt: skip


def test_sheet_with_one_heading_row_and_empty_rows_is_read(tmp_path: Path) -> None:
    assert look(book(tmp_path, TABLE)).card == titles_only_in_vietnamese()


def test_headings_in_two_rows_below_a_title_with_merged_groups(tmp_path: Path) -> None:
    table = {
        "A1": "BẢNG ĐIỂM B1", "D4": "Mã", "F5": "Nông thôn", "G5": "Thành thị",
        "D6": "one", "E6": "1 người", "F6": 75, "G6": 80, "D7": "two", "E7": "2 người",
        "A8": "assets", "B8": "Tài sản", "C8": "nhiều lựa chọn", "D8": "car", "E8": "Ô tô", "F8": 50, "G8": 40,
    }  # fmt: skip
    merged = {
        "A4:A5": "Nhóm", "B4:B5": "Tên nhóm", "C4:C5": "Kiểu", "E4:E5": "Đặc điểm", "F4:G4": "Điểm theo vùng",
        "A6:A7": "size", "B6:B7": "Số người", "C6:C7": "một lựa chọn", "F7:G7": 60,
    }  # fmt: skip
    checked = look(book(tmp_path, table, merged))
    assert checked.card == titles_only_in_vietnamese(), checked.findings


@pytest.mark.parametrize(
    ("place", "value", "code", "where"),
    [
        ("F2", "mười", "SCORE-POINTS-TEXT", "Bảng điểm!F2"),
        ("F2", "", "SCORE-POINTS-EMPTY", "Bảng điểm!F2"),
        ("G5", -40, "SCORE-POINTS-NEGATIVE", "Bảng điểm!G5"),
        ("G5", 41, "SCORE-POINTS-STEP", "Bảng điểm!G5"),
        ("G5", 40.5, "SCORE-POINTS-TEXT", "Bảng điểm!G5"),
        ("G1", "đô thị", "SCORE-REGION-UNKNOWN", "Bảng điểm!G1"),
        ("G1", "đô thị", "SCORE-REGION-MISSING", "Vùng!A3"),
        ("D3", "one", "SCORE-DUPLICATE", "Bảng điểm!D3"),
        ("E3", "", "SCORE-TITLE", "Bảng điểm!E3"),
        ("C2", "", "SCORE-GROUP-KIND", "Bảng điểm!C2"),
        ("A6", "land", "SCORE-GROUP-EMPTY", "Bảng điểm!A6"),
        ("E1", "Gì đó", "SCORE-SHEET", "Bảng điểm"),
        ("B1", "Gì đó", "SCORE-SHEET", "Bảng điểm!A1"),
    ],
)
def test_mistake_is_told_at_its_cell(tmp_path: Path, place: str, value: object, code: str, where: str) -> None:
    found = look(book(tmp_path, {**TABLE, place: value})).findings
    told = [each for each in found if each.code == code]
    assert told, [(each.code, each.message.vi) for each in found]
    assert told[0].message.vi.startswith(where + ":")


def test_number_kept_as_text_is_still_a_number(tmp_path: Path) -> None:
    assert look(book(tmp_path, {**TABLE, "F2": "75"})).card == titles_only_in_vietnamese()


def test_missing_sheet_is_told_by_name(tmp_path: Path) -> None:
    file = workbook(tmp_path / "card.xlsx", {"Thông tin": INFORMATION, "Bảng điểm": TABLE})
    assert ["“Vùng”" in each.message.vi for each in look(file).findings] == [True]


def test_signature_reads_a_date_cell(tmp_path: Path) -> None:
    from datetime import date

    signed = {"A6": "Người xác nhận", "B6": "Nguyễn Văn Mẫu", "A7": "Ngày xác nhận", "B7": "24/11/2026",
              "A8": "Số, ký hiệu văn bản", "B8": "02/2022/TT-BLĐTBXH",
              "A9": "Điều, phụ lục", "B9": "Phụ lục III"}  # fmt: skip
    made = look(book(tmp_path, TABLE, information={**INFORMATION, **signed})).card
    assert made is not None
    assert made.signature is not None
    assert made.signature.on == date(2026, 11, 24)
    write(made, tmp_path / "again.xlsx")
    assert look(tmp_path / "again.xlsx").card == made


def test_filled_template_reads_back_to_the_same_card(tmp_path: Path) -> None:
    write(demonstration(), tmp_path / "card.xlsx")
    assert look(tmp_path / "card.xlsx").card == demonstration()


def test_empty_form_asks_for_points_line_by_line_and_holds_none(tmp_path: Path) -> None:
    write(demonstration(), tmp_path / "form.xlsx", form=True)
    found = look(tmp_path / "form.xlsx").findings
    lines = sum(len(group.options) for group in demonstration().groups)
    assert sum(each.code == "SCORE-POINTS-EMPTY" for each in found) == lines
    assert {"SCORE-TITLE", "SCORE-HEAD"} <= {each.code for each in found}


def test_file_that_is_no_workbook_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "card.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert [each.code for each in look(tmp_path / "card.xlsx").findings] == ["SCORE-UNREADABLE"]


def test_sheet_that_claims_more_cells_than_any_table_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid, "MOST_CELLS", 20)
    assert [each.code for each in look(book(tmp_path, TABLE)).findings] == ["SCORE-LARGE"]

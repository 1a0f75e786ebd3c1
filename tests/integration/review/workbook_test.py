"""The workbooks as others open them: merged headings, totals that add up again, print set-up; LibreOffice agrees."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO

import openpyxl
import pytest

from giamngheo.review.queries.reports import report, whole_set
from giamngheo.review.reports.gathering import Asked
from giamngheo.review.reports.workbook import Heading, workbook
from tests.integration.review.world import CLOSING, OPENING

pytestmark = pytest.mark.django_db
HEADING = Heading("ỦY BAN NHÂN DÂN XÃ HOẰNG PHÚ", "Tính đến hết ngày 01/01/2027", "Số liệu chính thức")


@pytest.fixture
def content(world, officer) -> bytes:
    return workbook(whole_set(officer, Asked(world.unit, CLOSING, OPENING)), HEADING)


@pytest.fixture
def book(content):
    return openpyxl.load_workbook(BytesIO(content))


def test_sixteen_sheets_each_with_what_it_is(book) -> None:
    assert book.sheetnames == [*(f"R{n}" for n in range(1, 16)), "Tổng hợp"]
    for sheet in book:
        assert sheet["A1"].value == HEADING.organ
        assert (sheet["A5"].value, sheet["A6"].value) == (HEADING.days, HEADING.basis)
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)  # one page wide
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$7:$8"


def test_headings_are_merged_as_printed(book) -> None:
    sheet = book["R2"]
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"A7:A8", "B7:B8", "C7:C8", "D7:D8", "E7:G7", "H7:K7", "L7:L8"} <= merged
    assert [sheet[f"{letter}7"].value for letter in "ABCDEHL"] == [
        "STT", "Thôn", "Phân tổ", "Đầu kỳ", "Giảm trong kỳ", "Tăng trong kỳ", "Cuối kỳ",
    ]  # fmt: skip
    assert [cell.value for cell in sheet[8]][4:11] == [
        "Trở thành hộ cận nghèo", "Vượt chuẩn cận nghèo", "Số hộ khác giảm", "Hộ cận nghèo trở thành", "Tái nghèo",
        "Phát sinh mới", "Số hộ khác tăng",
    ]  # fmt: skip


def test_summing_up_table_stands_where_the_real_one_does(book) -> None:
    """Title in A4, data from row 9, columns A to M."""
    sheet = book["Tổng hợp"]
    assert sheet["A4"].value == "TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO"
    assert [sheet["A9"].value, sheet["B9"].value, sheet["C9"].value, sheet["D9"].value] == [1, "Thôn Thử 1", "Hộ", 14]
    assert sheet["M8"].value is None
    assert sheet["M7"].value == "Hộ cận nghèo có công"
    assert sheet.max_column == 13


def test_totals_are_formulas_over_the_rows_above(book) -> None:
    assert book["R1"]["C11"].value == "=SUM(C9:C10)"
    assert book["R2"]["D13"].value == '=SUMIF(C9:C12,"Hộ",D9:D12)'
    assert book["R1"]["F9"].number_format == "0.00"


def test_list_has_every_member_and_no_citizen_id(book) -> None:
    sheet = book["R15"]
    names = [row[2].value for row in sheet.iter_rows(min_row=9) if row[1].value]
    assert len(names) == 23
    text = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert "038" not in text
    assert sheet["A9"].value == "Thôn Thử 1"


def test_words_that_begin_like_formulas_stay_words(world, officer) -> None:
    world.villages[0].name = "=1+1"
    world.villages[0].save()
    table = report(officer, Asked(world.unit, CLOSING, OPENING), "r1")
    sheet = openpyxl.load_workbook(BytesIO(workbook([table], HEADING)))["R1"]
    assert ("=1+1", "s") in {(row[1].value, row[1].data_type) for row in sheet.iter_rows(min_row=9, max_row=10)}


@pytest.mark.libreoffice
def test_libreoffice_opens_it_and_its_totals_are_ours(content, tmp_path) -> None:
    """LibreOffice computes every formula anew; what it then says is what we wrote beside them."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office:
        pytest.skip("no LibreOffice on this machine: apt install libreoffice-calc-nogui")
    source, out = tmp_path / "ours.xlsx", tmp_path / "out"
    source.write_bytes(content)
    form = "xlsx:Calc MS Excel 2007 XML"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    ours, theirs = (openpyxl.load_workbook(path, data_only=True) for path in (source, out / "ours.xlsx"))
    assert theirs.sheetnames == ours.sheetnames
    compared = 0
    for name in ours.sheetnames:
        for row in ours[name].iter_rows(min_row=9):
            for cell in row:
                if isinstance(cell.value, int | float):
                    assert theirs[name][cell.coordinate].value == pytest.approx(cell.value), (name, cell.coordinate)
                    compared += 1
    assert compared > 400
    assert {str(each) for each in theirs["R2"].merged_cells.ranges} >= {"E7:G7", "H7:K7"}

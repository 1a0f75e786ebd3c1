"""Labour in a browser: a vocational course from its opening to the follow-up; the register out to Excel and back."""

from __future__ import annotations

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from giamngheo.labour.models import Course, CourseFollowUp, LabourRecord
from tests.conftest import PASSWORD
from tests.integration.households.conftest import family, register, villages  # noqa: F401 fixtures

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def at_desk(visitor, officer, family):  # noqa: F811 the fixture above
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto("/don-vi/?nam=2026")
    return visitor


def press(page, name: str) -> None:
    """A button that writes; back when the page it leads to stands."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_a_vocational_course_from_opening_to_follow_up(at_desk) -> None:
    page = at_desk.page
    at_desk.goto("/viec-lam/lop/")
    page.get_by_role("link", name="Lập lớp").first.click()
    page.wait_for_url("**/lop/lap/")
    for name, value in {
        "title": "May công nghiệp", "provider": "Trung tâm Giả", "begins_on": "1/6/2026", "ends_on": "10/7/2026",
        "hours": "120", "places": "20",
    }.items():  # fmt: skip
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=occupation]").select_option("sewing")
    press(page, "Lưu")
    at_desk.judge("lop-moi")

    page.get_by_role("link", name="Thêm người trong sổ hộ").click()
    page.get_by_label("Trần Thị Lan").check()
    page.get_by_label("Nguyễn Văn An").check()
    press(page, "Thêm vào lớp")
    press(page, "Bắt đầu lớp")
    rows = page.locator("tbody tr")
    rows.nth(0).locator("[name^=attended]").fill("110")
    rows.nth(0).locator("select").select_option("completed")
    rows.nth(1).locator("[name^=attended]").fill("20")
    rows.nth(1).locator("select").select_option("left")
    rows.nth(1).locator("[name^=reason]").fill("Đi làm xa")
    press(page, "Lưu kết quả")
    press(page, "Kết thúc lớp")
    assert Course.objects.get().state == "closed"
    at_desk.judge("lop-da-ket-thuc")

    at_desk.goto("/viec-lam/lop/hoi-tham/")
    assert "sau 3 tháng" in page.inner_text("main")
    page.locator("[name=outcome]").select_option("trained")
    press(page, "Lưu")
    assert CourseFollowUp.objects.get().outcome == "trained"
    assert "Không có ai đến hạn" in page.inner_text("main")


def test_register_is_taken_out_filled_and_sent_back(at_desk, tmp_path) -> None:
    page = at_desk.page
    at_desk.goto("/viec-lam/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải danh sách này (Excel)").click()
    download.value.save_as(tmp_path / "ra.xlsx")
    head, *rows = CalamineWorkbook.from_path(str(tmp_path / "ra.xlsx")).get_sheet_by_index(0).to_python()
    rows[0][5] = "chưa có việc, muốn làm"
    rows[1][5] = "không biết"
    book = xlsxwriter.Workbook(str(tmp_path / "vao.xlsx"))
    sheet = book.add_worksheet()
    for number, row in enumerate((head, *rows)):
        sheet.write_row(number, 0, row)
    book.close()

    page.get_by_role("link", name="Nhập từ Excel").click()
    page.wait_for_url("**/nhap-bang/workers/")
    page.locator("#file").set_input_files(tmp_path / "vao.xlsx")
    press(page, "Xem trước")
    at_desk.judge("nhap-bang-xem-truoc")
    assert "không biết" in page.inner_text("table")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải 1 dòng cần sửa (Excel)").click()
    assert download.value.suggested_filename == "can-sua.xlsx"
    press(page, "Ghi 1 dòng vào sổ")
    at_desk.judge("nhap-bang-da-ghi")
    assert LabourRecord.objects.get().status == "unemployed"
    page.locator("[name=reason]").fill("Nhầm tệp")
    press(page, "Hoàn tác")
    assert "đã được hoàn tác" in page.inner_text("main")
    at_desk.goto("/viec-lam/")
    assert "chưa có việc" not in page.inner_text("table")

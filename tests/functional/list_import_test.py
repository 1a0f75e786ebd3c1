"""A list from its file into the register and out again, in a browser, at a desk and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from giamngheo.households.models import Person
from tests.conftest import PASSWORD
from tests.factories.lists import Book, official_list

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
START = "/ho-dan/nhap-danh-sach/"


def messy(path: Path) -> Path:
    """The official list, and a sheet with a heading nobody knows and a birth nobody can read."""
    official_list(path)
    rows = [
        ["STT hộ", "Thôn", "Họ và tên", "Ra đời", "Giới tính", "Quan hệ với chủ hộ", "Phân loại hộ"],
        [1, "Thôn Đông", "Vũ Văn Thêm", "12/03/1971", "Nam", "Chủ hộ", "HN"],
        [None, "Thôn Đông", "Vũ Văn Út", "2015", "Nam", "Cháu", ""],
        [2, "Thôn Đông", "Vũ Thị Lỗi", "ngày xưa", "Nữ", "Chủ hộ", "HN"],
    ]
    return Book(path.with_name("danh-sach-thon-dong.xlsx")).sheet("Hộ nghèo", rows).save()


@pytest.fixture
def form(visitor, officer):
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto(START)
    return visitor


def send(form, path: Path) -> None:
    form.page.get_by_label("Tệp danh sách").set_input_files(path)
    form.page.get_by_role("button", name="Đọc và xem trước").click()
    form.page.get_by_role("heading", name="Sẽ ghi vào sổ").wait_for()


def test_list_is_sent_mapped_imported_and_taken_back(form, tmp_path) -> None:
    page = form.page
    form.judge("list form")
    send(form, messy(tmp_path / "ds.xlsx"))
    form.judge("preview before the mapping")
    page.get_by_text("Đọc nhưng không ghi vào sổ hộ: Phân loại hộ.").wait_for()
    page.get_by_label("D · Ra đời").select_option(label="Ngày hoặc năm sinh")
    page.get_by_label("Trong tệp này “cháu” là").select_option("grandchild")
    page.get_by_role("button", name="Đọc lại với các cột này").click()
    page.get_by_role("heading", name="Không đọc được ngày sinh").wait_for()
    page.get_by_label("Thôn Đông").check()
    form.judge("preview")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải tệp cần sửa").click()
    assert download.value.suggested_filename.endswith(".xlsx")
    page.get_by_role("button", name="Nhập vào sổ").click()
    page.get_by_text("Đã ghi vào sổ hộ.").wait_for()
    form.judge("result")
    told = Person.objects.order_by("pk").values_list("full_name", "birth", "memberships__relation")
    assert list(told) == [("Vũ Văn Thêm", 19710312, "head"), ("Vũ Văn Út", 20150000, "grandchild")]
    page.get_by_text("Hoàn tác cả lần nhập").click()
    page.get_by_label("Lý do").fill("nhầm tệp")
    form.judge("result before taking it back")
    page.get_by_role("button", name="Hoàn tác", exact=True).click()
    page.get_by_text("Lần nhập này đã hoàn tác.").wait_for()
    form.judge("taken back")
    assert not Person.objects.exists()
    form.goto(START)
    form.judge("form with earlier lists")


def test_official_list_is_imported_by_keyboard_on_a_phone(form, tmp_path) -> None:
    page = form.page
    page.set_viewport_size({"width": 360, "height": 740})
    send(form, official_list(tmp_path / "ds.xlsx"))
    for village in ("Thôn Đông", "Thôn Tây"):
        page.get_by_label(village).focus()
        page.keyboard.press("Space")
    form.judge("preview of the official list")
    page.get_by_role("button", name="Nhập vào sổ").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Đã ghi vào sổ hộ.").wait_for()
    form.judge("result of the official list")
    assert Person.objects.count() == 6


def test_file_that_is_no_workbook_is_told(form, tmp_path) -> None:
    path = tmp_path / "hong.xlsx"
    path.write_bytes(b"not a workbook")
    form.page.get_by_label("Tệp danh sách").set_input_files(path)
    form.page.get_by_role("button", name="Đọc và xem trước").click()
    form.page.get_by_text("hong.xlsx” không phải tệp Excel").wait_for()
    form.judge("no workbook")

"""What 01/01/2027 does to a commune, in a browser: the invented list, the officer's own, at a desk and on a phone."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.analysis.synthesis.generate import Plan
from giamngheo.analysis.synthesis.making import make
from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def reader(visitor, officer, settings, tmp_path):
    """The officer of a commune that has an invented population."""
    settings.DATA_DIR = tmp_path
    make(Plan(300, commune="15889", day=date(2026, 11, 24), missing=0.02), tmp_path / "synthetic" / "15889", "csv")
    visitor.sign_in(officer.username, PASSWORD)
    visitor.page.get_by_role("link", name="Rà soát").click()
    visitor.page.get_by_role("link", name="Chuẩn nghèo từ năm 2027").click()
    visitor.page.get_by_role("heading", name="Từ 01/01/2027, xã ta thay đổi thế nào?").wait_for()
    return visitor


def test_empty_page_and_both_results_are_accessible(reader) -> None:
    reader.judge("before a list")
    reader.page.get_by_role("button", name="Thử với dữ liệu giả").click()
    reader.page.get_by_role("heading", name="Kết quả").wait_for()
    reader.judge("result without assumption")
    reader.page.get_by_label("Tạm dùng 12 chỉ số").check()
    reader.page.get_by_label("Mức đóng bảo hiểm y tế").fill("1.263.600")
    reader.page.get_by_role("button", name="Thử với dữ liệu giả").click()
    reader.page.get_by_text("Dùng các chỉ số thiếu hụt của vn-2022.1").wait_for()
    assert reader.page.get_by_label("Mức đóng bảo hiểm y tế").input_value() == "1.263.600"
    reader.page.emulate_media(color_scheme="dark")
    reader.judge("result with assumption, dark")


def test_list_sent_by_the_officer_is_counted_and_taken_away(reader, tmp_path) -> None:
    make(Plan(200, commune="15889", day=date(2026, 11, 24)), tmp_path / "own", "xlsx")
    reader.page.get_by_label("Danh sách đã điền").set_input_files(tmp_path / "own" / "population.xlsx")
    reader.page.get_by_role("button", name="Tính với danh sách này").click()
    reader.page.get_by_text("200 hộ,").wait_for()
    reader.page.get_by_role("link", name="Không nghèo →").first.click()
    with reader.page.expect_download() as taken:
        reader.page.get_by_role("link", name="Tải danh sách này (CSV)").click()
    assert taken.value.suggested_filename == "ho-doi-loai-tu-2027.csv"
    reader.page.get_by_role("button", name="Xóa kết quả").click()
    reader.page.get_by_role("heading", name="Danh sách hộ của xã").wait_for()


def test_wrong_file_and_price_are_told_in_an_accessible_page(reader, tmp_path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    reader.page.get_by_label("Danh sách đã điền").set_input_files(tmp_path / "a.xlsx")
    reader.page.get_by_role("button", name="Tính với danh sách này").click()
    reader.page.get_by_text("DATA-UNREADABLE").wait_for()
    reader.judge("refused list")
    reader.page.get_by_label("Mức đóng bảo hiểm y tế").fill("một triệu")
    reader.page.get_by_role("button", name="Thử với dữ liệu giả").click()
    reader.page.get_by_text("Ghi số tiền bằng chữ số").wait_for()
    reader.judge("wrong price")
    reader.complaints.clear()  # both refusals answer 422, which a browser writes down

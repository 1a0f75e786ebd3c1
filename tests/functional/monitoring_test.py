"""A report in a browser: draft → submit → return → accept → lock, each page judged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from giamngheo.monitoring.actions.forms import load_forms
from tests.conftest import PASSWORD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def press(page, name: str, says: str) -> None:
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name=name, exact=True).first.click()
    expect(page.locator("main")).to_contain_text(says)


def test_report_from_draft_to_lock(visitor, officer, province_officer, hoang_phu_new) -> None:
    load_forms(by=None)
    page = visitor.page
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto(f"/don-vi/?don-vi={hoang_phu_new.pk}&nam=2026")
    visitor.goto("/giam-sat/")
    look(visitor, "giam-sat")
    visitor.goto("/giam-sat/chi-tieu/M02/")
    look(visitor, "chi-tieu")
    visitor.goto("/giam-sat/bieu-mau/moi/")
    look(visitor, "lap-bieu-mau")
    visitor.goto("/giam-sat/lich/")
    look(visitor, "lich-bao-cao")
    page.get_by_role("button", name="Lập Báo cáo giám sát 6 tháng, 6 tháng đầu năm 2026").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Báo cáo giám sát 6 tháng")
    cell = page.get_by_label("Số hộ nghèo (hộ), Đến ngày cuối kỳ")
    cell.fill("5")
    page.get_by_label("trong đó hộ dân tộc thiểu số, Đến ngày cuối kỳ").fill("6")
    press(page, "Gửi báo cáo", "phải <=")
    expect(cell).to_have_value("5")
    visitor.complaints.clear()  # the browser notes that the form was refused
    cell.fill("16")
    press(page, "Gửi báo cáo", "Đã gửi báo cáo")
    address = page.url
    look(visitor, "bao-cao-da-gui")
    visitor.context.clear_cookies()
    visitor.sign_in(province_officer.username, PASSWORD)
    page.goto(address)
    page.get_by_label("Trả lại vì").fill("Thiếu số hộ cận nghèo")
    press(page, "Trả lại", "Đã trả lại")
    visitor.context.clear_cookies()
    visitor.sign_in(officer.username, PASSWORD)
    page.goto(address)
    expect(page.locator("main")).to_contain_text("Thiếu số hộ cận nghèo")
    page.get_by_label("Số hộ cận nghèo (hộ), Đến ngày cuối kỳ").fill("20")
    look(visitor, "bao-cao-bi-tra")
    press(page, "Gửi báo cáo", "Đã gửi báo cáo")
    visitor.context.clear_cookies()
    visitor.sign_in(province_officer.username, PASSWORD)
    visitor.goto("/giam-sat/nhan/?cap=tinh")
    page.get_by_role("link", name="Xã Hoằng Phú").click()
    press(page, "Nhận báo cáo", "Đã nhận báo cáo")
    press(page, "Khóa báo cáo", "Đã khóa")
    expect(page.get_by_role("button", name="Trả lại")).to_have_count(0)
    look(visitor, "bao-cao-da-khoa")

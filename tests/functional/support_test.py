"""Help in a browser: who is due what, a batch entered, double support refused, taken back, the statement."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giamngheo.support.models import SupportDelivery
from tests.conftest import PASSWORD
from tests.integration.support.conftest import (  # noqa: F401 fixtures
    classes,
    family,
    neighbours,
    register,
    villages,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks


@pytest.fixture
def at_desk(visitor, officer, classes, family, neighbours):  # noqa: F811 the fixtures above
    classes.give(family.household, "poor")
    classes.give(neighbours.household, "near_poor")
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto("/don-vi/?nam=2026")
    return visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def send(page, **values: str) -> None:
    """The form of a batch for the first household of the list, looked at."""
    page.locator("[name=chon]").first.check()
    for name, value in {"on": "1/3/2026", "amount": "177.000", **values}.items():
        page.locator(f"#viec [name={name}]").fill(value)
    page.locator("#viec [name=confirmation]").select_option("signature")
    page.get_by_role("button", name="Xem trước").click()


def test_help_from_entitlement_to_statement(at_desk) -> None:
    page = at_desk.page
    at_desk.goto("/ho-tro/?nam=2026")
    look(at_desk, "ho-tro-trong")
    page.get_by_role("link", name="Ai thuộc diện").first.click()
    assert "146/2018/NĐ-CP" in page.inner_text("table")
    look(at_desk, "thuoc-dien")
    page.goto(f"{at_desk.address}/ho-tro/thuoc-dien/?loai=electricity&gia-dien=2.000")
    assert "720.000" in page.inner_text("table")
    page.get_by_role("link", name="Ghi những hộ đã nhận").click()
    look(at_desk, "ghi-ho-tro")

    send(page, donor="")
    assert "Cần một nguồn" in page.inner_text("[role=alert]")
    look(at_desk, "ghi-ho-tro-sai")
    assert page.locator("[name=chon]").first.is_checked()
    send(page, donor="Ngân sách tỉnh")
    assert "Nguyễn Văn Bình" in page.inner_text("table")
    look(at_desk, "xem-truoc")
    page.get_by_role("button", name="Ghi 1 dòng vào sổ").click()
    page.wait_for_url("**/ho-tro/?loai=electricity")
    assert "Đã ghi 1 lần hỗ trợ" in page.inner_text("main")
    look(at_desk, "ho-tro")

    at_desk.goto("/ho-tro/ghi/?loai=electricity")
    assert page.locator("#viec [name=instalment]").input_value() == "2"  # the next one is proposed
    page.locator("#viec [name=instalment]").select_option("1")
    send(page, donor="Hội Chữ thập đỏ")
    assert "mức cao nhất" in page.inner_text("table")
    assert "60/2026/TT-BTC" in page.inner_text("table")
    assert page.get_by_role("button", name="vào sổ").count() == 0
    look(at_desk, "xem-truoc-trung")
    page.get_by_role("button", name="Sửa lại").click()
    assert page.locator("#viec [name=donor]").input_value() == "Hội Chữ thập đỏ"

    at_desk.goto("/ho-tro/bang-ke/electricity/")
    look(at_desk, "bang-ke")
    assert "••••••••0001" in page.inner_text("table")
    for name, end in (("Bản Excel", ".xlsx"), ("Bản Word", ".docx"), ("Bản Word có đủ số định danh", ".docx")):
        with page.expect_download() as download:
            page.get_by_text(name, exact=True).click()
        assert download.value.suggested_filename.endswith(end)

    at_desk.goto("/ho-tro/?loai=electricity")
    page.get_by_role("link", name="Nguyễn Văn Bình").click()
    look(at_desk, "lan-ho-tro")
    page.locator("[name=reason]").fill("Ghi nhầm quý")
    page.get_by_role("button", name="Đảo").click()
    assert "đã được đảo" in page.inner_text("main")
    look(at_desk, "lan-ho-tro-da-dao")
    assert SupportDelivery.objects.count() == 2
    at_desk.complaints.clear()  # refusals are answered with 422


def test_goods_to_a_household_without_class(at_desk) -> None:
    page = at_desk.page
    at_desk.goto("/ho-tro/ghi/")
    look(at_desk, "chon-loai")
    page.get_by_role("link", name="Quà, giúp đỡ").click()
    send(page, amount="", item="Gạo", quantity="12,5", measure="kg", donor="Hội Giả")
    look(at_desk, "xem-truoc-hang")
    page.get_by_role("button", name="Ghi 1 dòng vào sổ").click()
    page.wait_for_url("**/ho-tro/?loai=gift")
    assert "Gạo, 12,5 kg" in page.inner_text("table")


def test_other_communes_delivery_does_not_exist(at_desk, other_officer, other_visitor, family, hoang_phu_new) -> None:  # noqa: F811
    from tests.integration.support.conftest import row

    made = row(family, unit=hoang_phu_new)
    other_visitor.sign_in(other_officer.username, PASSWORD)
    assert other_visitor.goto(f"/ho-tro/lan/{made.pk}/") == 404

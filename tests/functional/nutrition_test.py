"""Growth and communication in a browser: a weighing day by keyboard, a slip asked back, one child; a dialogue."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from giamngheo.households.values import PersonValues
from giamngheo.support.models import NutritionMeasurement
from tests.conftest import PASSWORD
from tests.integration.support.conftest import classes, register, villages  # noqa: F401 fixtures

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks


@pytest.fixture
def at_desk(visitor, officer, register, classes):  # noqa: F811 the fixtures above
    home = register(
        (PersonValues("Lê Thị Hoa", "female", 19980101), "head"),
        (PersonValues("Lê Văn Tí", "male", 20231001), "child"),
        (PersonValues("Lê Thị Na", "female", 20250601), "child"),
    )
    classes.give(home.household, "poor")
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto("/don-vi/?nam=2026")
    visitor.child = home["Tí"]
    return visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def typed(page, name: str, value: str) -> None:
    field = page.locator(f"[name='{name}']")
    field.fill(value)
    expect(field).to_have_value(value)


def test_weighing_day_by_keyboard(at_desk) -> None:
    page, child = at_desk.page, at_desk.child
    at_desk.goto("/dinh-duong/")
    look(at_desk, "dinh-duong-truoc")
    page.get_by_role("link", name="Ghi buổi cân đo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ghi buổi cân đo")
    typed(page, "on", "1/10/2026")
    typed(page, f"kg-{child.pk}", "10,3")
    page.locator(f"[name='kg-{child.pk}']").press("Enter")
    expect(page.locator(f"[name='cm-{child.pk}']")).to_be_focused()
    page.keyboard.type("186")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.locator("tr.wrong")).to_contain_text("ngoài giới hạn của WHO")
    look(at_desk, "can-do-sai")
    typed(page, f"cm-{child.pk}", "86")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.locator("main")).to_contain_text("Đã ghi 1 lần cân đo")
    expect(page.locator("table")).to_contain_text("thấp còi")
    look(at_desk, "dinh-duong")
    page.get_by_role("link", name="Lê Văn Tí").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lê Văn Tí")
    page.locator("[name=kind]").select_option("health_station")
    page.get_by_role("button", name="Ghi", exact=True).click()
    expect(page.locator("main")).to_contain_text("chuyển trạm y tế")
    look(at_desk, "tre")
    page.get_by_role("link", name="01/10/2026").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cân đo ngày")
    look(at_desk, "lan-can-do")
    at_desk.goto("/dinh-duong/ty-le/")
    look(at_desk, "ty-le")
    assert NutritionMeasurement.objects.count() == 1
    at_desk.complaints.clear()  # refusals are answered with 422


def test_dialogue_from_entering_to_answer(at_desk) -> None:
    page = at_desk.page
    at_desk.goto("/truyen-thong/ghi/")
    page.locator("[name=kind]").select_option("dialogue")
    typed(page, "title", "Đối thoại về giảm nghèo thôn 1")
    typed(page, "on", "20/5/2026")
    look(at_desk, "truyen-thong-ghi")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_role("alert")).to_contain_text("chủ đề")
    for name, value in {"topics": "vay vốn, việc làm", "audience": "hộ nghèo", "reach": "1.040"}.items():
        typed(page, name, value)
    page.get_by_label("Thôn Thử 1").check()
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đối thoại về giảm nghèo thôn 1")
    typed(page, "text", "Bao giờ có vốn vay?")
    typed(page, "due_on", "1/6/2026")
    page.get_by_role("button", name="Ghi câu hỏi").click()
    expect(page.locator("section.card")).to_contain_text("Bao giờ có vốn vay?")
    look(at_desk, "doi-thoai")
    at_desk.goto("/truyen-thong/")
    expect(page.locator("main")).to_contain_text("quá hẹn 01/06/2026")
    look(at_desk, "truyen-thong")
    at_desk.goto("/truyen-thong/tong-hop/")
    expect(page.locator("main")).to_contain_text("1.040")
    look(at_desk, "tong-hop")
    at_desk.complaints.clear()

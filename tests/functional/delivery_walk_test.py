"""One sum on its way: decision, allocation, work, households, payment, matrix, carry-over, over the real screens."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from giamngheo.funds import actions
from giamngheo.funds.models import EntryKind, FundLine
from giamngheo.programme.models import ProgrammeNode, WorkItem
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
YEAR = 2026


@pytest.fixture
def at_desk(visitor, officer, classes, family):  # noqa: F811 the fixtures above
    classes.give(family.household, "poor")
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto(f"/don-vi/?nam={YEAR}")
    return visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def fill(page, **values: str) -> None:
    for name, value in values.items():
        page.locator(f"main [name={name}]").fill(value)


def enter(page, heading: str) -> None:
    """Send the form and wait for the line's page."""
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    page.wait_for_url("**/dong/*/")


def matrix(visitor) -> dict[str, list[str]]:
    """What the matrix says now: project → total, disbursed, remaining, rate of its first line."""
    visitor.goto("/kinh-phi/")
    found = {}
    for body in visitor.page.locator("main table:has(tfoot) tbody").all():
        row = body.locator("tr[aria-labelledby]").first
        found[body.locator("tr").first.inner_text().split()[0]] = [
            row.locator(f"[data-label='{label}']").inner_text()
            for label in ("Tổng vốn", "Giải ngân lũy kế", "Còn lại", "Tỷ lệ giải ngân")
        ]
    return found


def test_money_reaches_a_household_and_comes_back_as_an_account(at_desk, officer, hoang_phu_new) -> None:
    page = at_desk.page
    # A decision gives the commune a sum.
    at_desk.goto("/kinh-phi/giao-von/")
    page.locator("[name=source]").select_option("TW-SN")
    page.locator("[name=period]").select_option("2026-2030")
    fill(page, amount="100 triệu", on="6/4/2026", paper="1105/QĐ-UBND", paper_on="1/4/2026")
    enter(page, "vốn năm 2026")
    assert matrix(at_desk) == {"Chưa": ["100.000.000", "0", "100.000.000", "0,0 %"]}

    # Another gives most of it to a project.
    page.get_by_role("link", name="Ngân sách trung ương").first.click()
    page.get_by_role("link", name="Phân bổ", exact=True).click()
    node = page.locator("[name=to_node] option", has_text="H1.03 ").first.get_attribute("value")
    page.locator("[name=to_node]").select_option(node)
    fill(page, amount="80.000.000", on="20/4/2026", paper="27/QĐ-UBND", paper_on="20/4/2026")
    enter(page, "vốn năm 2026")
    assert matrix(at_desk) == {
        "Chưa": ["20.000.000", "0", "20.000.000", "0,0 %"], "H1.03": ["80.000.000", "0", "80.000.000", "0,0 %"],
    }  # fmt: skip

    # A piece of work is paid from it.
    line = FundLine.objects.get(node__code="H1.03")
    work = WorkItem.objects.create(
        unit=hoang_phu_new, node=ProgrammeNode.objects.get(code="H1.03"), year=YEAR, title="Tập huấn nuôi gà",
        starts_on=date(YEAR, 5, 4), ends_on=date(YEAR, 5, 8),
    )  # fmt: skip
    actions.enter(
        by=officer, kind=EntryKind.DISBURSE, line=line, budget_year=YEAR, amount=10_000_000, on=date(YEAR, 5, 12),
        work_item=work,
    )  # fmt: skip

    # A household receives hens of this money.
    at_desk.goto("/ho-tro/ghi/?loai=livelihood_community")
    page.locator("[name=chon]").first.check()
    page.locator("#viec [name=on]").fill("8/7/2026")
    page.locator("#viec [name=line]").select_option(str(line.pk))
    page.locator("#viec [name=item]").fill("Gà giống")
    page.locator("#viec [name=quantity]").fill("50")
    page.locator("#viec [name=measure]").fill("con")
    page.locator("#viec [name=confirmation]").select_option("signature")
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Ghi 1 dòng vào sổ").click()
    page.wait_for_url("**/ho-tro/?loai=livelihood_community")
    assert SupportDelivery.objects.get().fund_line == line

    # The treasury pays for them; half is spent now.
    at_desk.goto(f"/kinh-phi/dong/{line.pk}/")
    page.get_by_role("link", name="Giải ngân", exact=True).click()
    fill(page, amount="30 triệu", on="10/7/2026", note="Gà giống")
    enter(page, "vốn năm 2026")
    assert matrix(at_desk)["H1.03"] == ["80.000.000", "40.000.000", "40.000.000", "50,0 %"]
    look(at_desk, "di-bang")

    # From the number to its entries, and on to the household.
    page.locator("tr.group", has_text="H1.03").locator("xpath=following-sibling::tr[1]").get_by_role("link").click()
    page.wait_for_url(f"**/dong/{line.pk}/")
    amounts = page.locator("main td[data-label^='Số tiền']").all_inner_texts()
    assert amounts == ["30.000.000", "10.000.000", "80.000.000"]
    assert "27/QĐ-UBND" in page.inner_text("main table")
    look(at_desk, "di-dong-von")
    page.get_by_role("link", name="1 lần hỗ trợ từ dòng vốn này").click()
    expect(page.get_by_role("link", name="Nguyễn Văn Bình")).to_be_visible()
    assert "Gà giống, 50 con" in page.inner_text("main table")
    look(at_desk, "di-ho-tro")

    # What is left goes into the next year; the first page no longer asks for it.
    at_desk.goto("/kinh-phi/cuoi-nam/")
    assert page.locator("[name=chon]:checked").count() == 2
    fill(page, on="31/12/2026", paper="99/QĐ-UBND", paper_on="30/12/2026")
    page.get_by_role("button", name="Chuyển sang năm 2027").click()
    expect(page.get_by_text("Không còn vốn nào chưa xử lý")).to_be_visible()
    at_desk.goto("/kinh-phi/?tu=1/1/2026&den=31/12/2026")
    assert page.locator("tfoot [data-label='Còn lại']").inner_text() == "0"
    at_desk.goto("/don-vi/?nam=2027")
    assert matrix(at_desk)["H1.03"] == ["40.000.000", "0", "40.000.000", "0,0 %"]
    assert page.locator("tfoot [data-label='Chuyển nguồn sang']").inner_text() == "60.000.000"
    at_desk.goto(f"/don-vi/?nam={YEAR}")
    at_desk.goto("/")
    look(at_desk, "di-trang-dau")

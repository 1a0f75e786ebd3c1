"""Money in a browser: from the decision to the carry-over, every page judged at a desk and on a phone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giamngheo.funds.models import FundLine, LedgerAccount, YearClosing
from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks


@pytest.fixture
def at_desk(visitor, leader):
    visitor.sign_in(leader.username, PASSWORD)
    visitor.goto("/don-vi/?nam=2025")
    return visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def fill(page, **values: str) -> None:
    for name, value in values.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)


def test_money_from_decision_to_carry_over(at_desk) -> None:
    page = at_desk.page
    at_desk.goto("/kinh-phi/?nam=2025")
    look(at_desk, "kinh-phi-trong")
    page.get_by_role("link", name="Ghi vốn được giao").first.click()
    fill(page, amount="ba trăm", on="20/1/2025", paper="725/QĐ-UBND", paper_on="15/1/2025")
    page.get_by_role("button", name="Ghi vào sổ").click()
    assert "Chưa ghi được" in page.inner_text("main")
    look(at_desk, "giao-von-sai")
    fill(page, amount="300 triệu")
    page.locator("[name=source]").select_option("TW-SN")
    page.locator("[name=period]").select_option("2021-2025")
    fill(page, year="2025", budget_year="2025")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.wait_for_url("**/dong/*/")
    look(at_desk, "dong-von")

    page.get_by_role("link", name="Phân bổ", exact=True).click()
    node = page.locator("[name=to_node] option", has_text="DA2 ").first.get_attribute("value")
    page.locator("[name=to_node]").select_option(node)
    fill(page, amount="250.000.000", on="1/2/2025", paper="15/QĐ-UBND", paper_on="1/2/2025")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.wait_for_url("**/dong/*/")
    line = page.url
    assert "Đã phân bổ" in page.inner_text("main")

    page.get_by_role("link", name="Ký hợp đồng").click()
    fill(page, number="03/HĐ", contractor="Hợp tác xã Giả", content="Bò giống", amount="200000000", on="2/3/2025")
    look(at_desk, "ky-hop-dong")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.wait_for_url("**/hop-dong/*/")
    contract = page.url

    page.goto(f"{line}ghi/disburse/")
    page.locator("[name=contract]").select_option(index=1)
    fill(page, amount="1 triệu", on="5/5/2025")
    page.get_by_role("button", name="Ghi vào sổ").click()
    assert "nghiệm thu" in page.inner_text("[role=alert]")
    page.goto(contract)
    fill(page, amount="200 triệu", on="1/5/2025", reference="01/BBNT")
    page.get_by_role("button", name="Ghi nghiệm thu").click()
    look(at_desk, "hop-dong")
    page.goto(f"{line}ghi/disburse/")
    page.locator("[name=contract]").select_option(index=1)
    fill(page, amount="180 triệu", on="5/5/2025")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.wait_for_url("**/dong/*/")
    look(at_desk, "dong-von-but-toan")

    at_desk.goto("/kinh-phi/?tu=1/5/2025&den=31/12/2025")
    look(at_desk, "bang-kinh-phi")
    shown = page.inner_text("table")
    assert "180.000.000" in shown
    assert "60,0 %" in shown  # 180 of 300
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bảng này (Excel)").click()
    assert download.value.suggested_filename.endswith("2025-12-31.xlsx")

    at_desk.goto("/kinh-phi/cuoi-nam/")
    look(at_desk, "cuoi-nam")
    fill(page, on="31/12/2025", paper="99/QĐ-UBND", paper_on="30/12/2025")
    page.get_by_role("button", name="Chuyển sang năm 2026").click()
    page.get_by_role("button", name="Khóa sổ năm 2025").click()
    assert "Đã khóa sổ" in page.inner_text("main")
    at_desk.complaints.clear()  # refusals are answered with 422
    assert YearClosing.objects.filter(budget_year=2025).exists()
    assert sum(LedgerAccount.objects.filter(budget_year=2026).values_list("balance", flat=True)) == 120_000_000


def test_other_communes_line_does_not_exist(at_desk, other_officer, visitor) -> None:
    from giamngheo.funds.models import FundSource
    from giamngheo.programme.models import ProgrammePeriod

    unit = other_officer.grants.get().unit
    line = FundLine.objects.create(
        unit=unit, source=FundSource.objects.get(code="TW-SN"), year=2025,
        period=ProgrammePeriod.objects.get(code="2021-2025"),
    )  # fmt: skip
    for path in (f"/kinh-phi/dong/{line.pk}/", f"/kinh-phi/dong/{line.pk}/ghi/reduce/"):
        assert visitor.goto(path) == 404
    visitor.complaints.clear()  # the browser itself complains about a 404

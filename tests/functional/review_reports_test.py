"""Reports and closings in a browser: judged by axe at a desk and on a phone, and one period walked to its closing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giamngheo.review.models import Closing
from giamngheo.territory.actions import open_village
from tests.conftest import PASSWORD
from tests.integration.review.world import World, build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks
DAYS = "from=01/01/2026&on=01/01/2027"


@pytest.fixture
def world(hoang_phu_old, hoang_phu_new, officer) -> World:
    villages = [open_village(commune=hoang_phu_old, name=f"Thôn Thử {n}", by=None) for n in (1, 2)]
    return build(World(hoang_phu_new, villages, officer))


@pytest.fixture
def at_desk(visitor, officer, world):
    visitor.sign_in(officer.username, PASSWORD)
    return visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def test_every_page_is_accessible(at_desk, world) -> None:
    pages = {
        "index": f"?round={world.round.pk}", "r1": f"r1/?{DAYS}", "r2": f"r2/?{DAYS}", "r4": f"r4/?{DAYS}",
        "r9": f"r9/?{DAYS}", "r12": f"r12/?{DAYS}", "r15": f"r15/?{DAYS}", "summing-up": f"tong-hop/?{DAYS}",
        "behind": f"r2/ho/?{DAYS}&cot=g3", "closing": f"chot/?{DAYS}",
    }  # fmt: skip
    for name, path in pages.items():
        assert at_desk.goto(f"/ra-soat/bao-cao/{path}") == 200
        look(at_desk, name)
    assert at_desk.goto(f"/ho-dan/{world.homes[18].pk}/") == 200
    look(at_desk, "household-life")


def test_a_number_is_followed_to_a_household_and_the_period_closed(at_desk, world) -> None:
    page = at_desk.page
    at_desk.goto(f"/ra-soat/bao-cao/?round={world.round.pk}&so=chinh-thuc")
    page.get_by_role("link", name="Tổng hợp diễn biến hộ nghèo").first.click()
    page.get_by_role("row", name="Tổng cộng Hộ 9").get_by_role("link").nth(4).click()
    page.get_by_role("link", name="Hộ 18 An").click()
    page.get_by_role("heading", name="Rà soát hộ nghèo").wait_for()
    at_desk.goto(f"/ra-soat/bao-cao/?round={world.round.pk}&so=chinh-thuc")
    page.get_by_role("link", name="Chốt số liệu").click()
    page.get_by_role("button", name="Chốt số liệu").click()
    page.get_by_text("Đã chốt số liệu.").wait_for()
    page.get_by_label("Lý do chốt lại").fill("Khai tử muộn")
    page.get_by_role("button", name="Chốt lại").click()
    page.get_by_text("Đã thay").wait_for()
    assert [each.reason for each in Closing.objects.order_by("pk")] == ["", "Khai tử muộn"]
    with page.expect_download() as taken:
        at_desk.goto("/ra-soat/bao-cao/") and page.get_by_role("link", name="Tải cả bộ (Excel)").click()
    assert taken.value.suggested_filename.startswith("ra-soat-ca-bo-15889")


def test_screens_speak_english_too(at_desk) -> None:
    at_desk.context.add_cookies([{"name": "django_language", "value": "en", "url": at_desk.address}])
    at_desk.goto(f"/ra-soat/bao-cao/r2/?{DAYS}")
    look(at_desk, "r2-english")
    at_desk.page.get_by_role("heading", name="Movements of poor households").wait_for()

"""The work in a browser: an item entered, its progress, a task given and done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giamngheo.programme.demonstration import prepare
from giamngheo.programme.models import WorkItem
from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def test_work_from_its_board_to_a_task_done(visitor, officer, leader, hoang_phu_new) -> None:
    prepare(by=officer, unit=hoang_phu_new, villages=[], leader=leader, known_sources=("TW-SN",))
    page = visitor.page
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto("/chuong-trinh/?nam=2026")
    look(visitor, "dau-viec")
    page.get_by_role("link", name="Nuôi ong").click()
    page.wait_for_url("**/dau-viec/*/")
    look(visitor, "mot-dau-viec")
    for path, name in (
        ("viec/", "viec-duoc-giao"), ("chuc-danh/", "chuc-danh"), ("ban-chi-dao/", "ban-chi-dao"),
        ("chi-dao/", "chi-dao"), ("cay/", "hai-giai-doan"), ("dau-viec/them/", "them-dau-viec"),
    ):  # fmt: skip
        visitor.goto(f"/chuong-trinh/{path}")
        look(visitor, name)
    item = WorkItem.objects.get(title__startswith="Sửa đường")
    visitor.goto(f"/chuong-trinh/dau-viec/{item.pk}/tien-do/")
    page.locator("[name=done]").fill("0,5")
    page.get_by_role("button", name="Lưu").click()
    page.wait_for_url(f"**/dau-viec/{item.pk}/")
    assert "Đã làm 50 %" in page.inner_text("main")
    visitor.goto("/viec-can-lam/")
    look(visitor, "viec-can-lam")

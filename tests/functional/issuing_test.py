"""From a draft's blanks to an issued plan, in a browser, as the officer and then the leader."""

from __future__ import annotations

import pytest

from giamngheo.planning.actions import import_plan
from tests.conftest import PASSWORD
from tests.factories.plan_text import plan_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(leader, units_loaded):
    from giamngheo.paperwork.readers.text import read_text

    text = plan_text()
    return import_plan(by=leader, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


def test_leader_fills_the_heading_and_issues(visitor, leader, plan) -> None:
    page = visitor.page
    visitor.sign_in(leader.username, PASSWORD)
    visitor.goto(f"/ke-hoach/{plan.pk}/")
    page.get_by_role("link", name="Sửa số, ngày, trích yếu, người ký").locator("visible=true").first.click()
    visitor.judge("heading")
    page.get_by_label("Ngày ký").fill("31/2")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text("không phải một ngày có thật").wait_for()
    visitor.judge("heading refused")
    visitor.complaints.clear()  # the browser notes that the form was refused
    page.get_by_label("Ngày ký").fill("18/4")
    page.get_by_label("Họ và tên người ký").fill("Trần Văn Thử")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text("Hoằng Phú, 18/4/2024").wait_for()
    visitor.goto(f"/ke-hoach/{plan.pk}/ban-hanh/")
    visitor.judge("issue")
    page.get_by_label("Số văn bản").fill("12")
    page.get_by_role("button", name="Ban hành").click()
    page.get_by_text("Đã ban hành kế hoạch").wait_for()
    assert page.get_by_role("link", name="Sửa", exact=True).count() == 0
    assert page.get_by_text("12/KH-UBND").count() >= 1

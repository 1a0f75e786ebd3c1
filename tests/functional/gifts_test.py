"""A gift in a browser: received, used, lent by a group, paid back, published; every page judged. Invented."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.funds.models import GiftAccount, RevolvingPot
from giamngheo.territory.actions import open_village
from tests.conftest import PASSWORD
from tests.functional.funds_test import fill, look

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def save(page) -> None:
    page.get_by_role("button", name="Ghi vào sổ").click()


def test_gift_goes_round_and_is_published(visitor, leader, hoang_phu_new) -> None:
    open_village(commune=hoang_phu_new, name="Thôn Giả", by=None, valid_from=date(2025, 7, 1))
    visitor.sign_in(leader.username, PASSWORD)
    visitor.goto("/don-vi/?nam=2026")
    page = visitor.page
    visitor.goto("/kinh-phi/quy/")
    look(visitor, "quy-trong")
    page.get_by_role("link", name="Lập sổ quỹ").first.click()
    fill(page, name="Quỹ Vì người nghèo (giả)", keeper="Mặt trận xã (giả)")
    save(page)
    page.wait_for_url("**/quy/*/")
    fund = page.url
    page.get_by_role("link", name="Ghi khoản ủng hộ").click()
    fill(page, amount="20 triệu", on="2/2/2026")
    save(page)
    assert "phải có tên" in page.inner_text("[role=alert]")
    look(visitor, "ung-ho-thieu-ten")
    fill(page, donor_name="Hợp tác xã Giả", published="người ủng hộ đồng ý nêu tên")
    save(page)
    page.wait_for_url(fund)
    page.get_by_role("link", name="Ghi khoản đã dùng").click()
    fill(page, amount="15 triệu", village="Thôn Giả", on="3/2/2026", note="Vốn nuôi gà")
    save(page)
    page.wait_for_url(fund)
    look(visitor, "so-quy")
    page.get_by_role("link", name="Công khai").click()
    look(visitor, "cong-khai")
    assert "Vốn nuôi gà" not in page.inner_text("main")

    visitor.goto("/kinh-phi/quay-vong/lap/")
    fill(page, name="Tổ nuôi gà (giả)")
    save(page)
    page.wait_for_url("**/quay-vong/*/")
    pot = page.url
    page.get_by_role("link", name="Ghi vốn nhận").click()
    fill(page, amount="15 triệu", on="3/2/2026")
    save(page)
    page.wait_for_url(pot)
    page.get_by_role("link", name="Ghi khoản cho vay").click()
    fill(page, group="Nhóm hộ Giả", amount="10 triệu", on="4/2/2026", count="3", months="1", first_due="1/3/2026")
    look(visitor, "cho-vay")
    save(page)
    page.wait_for_url("**/vay/*/")
    look(visitor, "khoan-vay")
    page.get_by_role("link", name="Ghi khoản thu nợ").click()
    fill(page, amount="4 triệu", on="5/3/2026")
    save(page)
    page.wait_for_url("**/vay/*/")
    assert "Quá hạn 6.000.000 đồng, từ kỳ 01/04/2026" in page.inner_text("main")
    page.goto(pot)
    look(visitor, "so-quay-vong")
    visitor.goto("/kinh-phi/quay-vong/")
    look(visitor, "quay-vong")
    visitor.complaints.clear()  # refusals are answered with 422
    assert (GiftAccount.objects.get().balance, RevolvingPot.objects.get().available) == (5_000_000, 9_000_000)

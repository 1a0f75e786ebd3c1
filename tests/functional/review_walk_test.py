"""The review in a browser from end to end: an annual round from its list to certificates, a month from a request."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giamngheo.review.actions.committee import assign_reviewer
from giamngheo.review.models import Certificate, Decision, ReviewCase, ReviewRound
from tests.conftest import PASSWORD
from tests.integration.households.conftest import family, neighbours, register, villages  # noqa: F401 fixtures
from tests.integration.review.surveying import case_of, holds, monthly

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: some pages are also kept there as they look


@pytest.fixture
def at_desk(visitor, officer):
    visitor.sign_in(officer.username, PASSWORD)
    return visitor


@pytest.fixture
def chairman(other_visitor, leader):
    other_visitor.sign_in(leader.username, PASSWORD)
    return other_visitor


def look(visitor, name: str) -> None:
    """Kept as it looks; axe judges these pages elsewhere."""
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"walk-{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def test_annual_round_is_walked_from_list_to_certificates(at_desk, chairman, hoang_phu_new, family, neighbours,  # noqa: F811
                                                          villages) -> None:  # noqa: F811  # fmt: skip
    holds(family.household, "poor", hoang_phu_new)
    holds(neighbours.household, "near_poor", hoang_phu_new)
    page = at_desk.page
    at_desk.goto("/ra-soat/?nam=2026")
    page.get_by_role("link", name="Tạo đợt rà soát").click()
    page.get_by_role("link", name="Rà soát định kỳ hằng năm").click()
    page.get_by_label("Chuẩn nghèo đa chiều áp dụng từ năm 2022").check()
    page.get_by_role("button", name="Tạo đợt").click()
    page.get_by_text("Đã tạo đợt rà soát.").wait_for()
    page.get_by_role("link", name="Ghi Ban Chỉ đạo").click()
    page.locator("[name='o-1-name']").fill("Lê Giả Trưởng")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "o-1-post"
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("link", name="Rà soát viên").click()
    page.get_by_label("Họ và tên").fill("Rà Soát Giả")
    page.get_by_label("Thôn Thử 1").check()
    page.get_by_role("button", name="Xem trước").click()
    page.get_by_role("button", name="Phân công", exact=True).click()
    page.get_by_text("Đã phân công Rà Soát Giả.").wait_for()
    of = f"/ra-soat/dot/{ReviewRound.objects.get().pk}/"
    at_desk.goto(of)
    page.get_by_role("link", name="Mở đợt rà soát").click()
    page.get_by_text("2 hộ đang là hộ nghèo, hộ cận nghèo").wait_for()
    at_desk.judge("open")
    look(at_desk, "open")
    page.get_by_role("button", name="Mở đợt", exact=True).click()
    page.get_by_role("link", name="Khảo sát hộ tiếp theo").wait_for()
    for household, head in ((family.household, "Nguyễn Văn Bình"), (neighbours.household, "Lê Văn Dũng")):
        at_desk.goto(f"/ra-soat/ho/{case_of(household).pk}/phieu-b/?ghi=diem")
        assert page.get_by_label("Rà soát viên").input_value() == "Rà Soát Giả"
        survey(page, head, on="07/09/2026")
    assert set(ReviewCase.objects.values_list("state", "assessment__outcome")) == {("surveyed", "poor")}

    at_desk.goto(f"{of}hop-dan/")
    meet(page, on="10/09/2026", attending="40")
    fields = page.locator(".count-field")
    assert [fields.nth(at).input_value() for at in range(2)] == ["40", "40"]
    # keyboard alone: Enter goes on from vote to vote, the exception is typed, from the last one the votes are saved
    fields.nth(0).focus()
    page.keyboard.press("Enter")
    assert fields.nth(1).evaluate("field => field === document.activeElement")
    page.keyboard.type("19")
    assert "47 % khảo sát lại" in page.locator("[data-share]").nth(1).inner_text().replace("\n", " ")
    page.keyboard.press("Enter")
    page.get_by_text("Đã lưu biểu quyết").wait_for()
    page.get_by_role("button", name="Chốt kết quả họp").click()
    page.get_by_text("1 hộ được thống nhất, 1 hộ phải khảo sát lại.").wait_for()
    assert sorted(ReviewCase.objects.values_list("state", flat=True)) == ["agreed", "resurvey"]

    put_up(page, on="11/9/2026", until="16/09/2026")
    propose(page, on="17/9/2026")
    page.get_by_label("Ngày gửi").fill("18/9/2026")
    page.get_by_role("button", name="Ghi đã gửi xin ý kiến").click()
    page.get_by_label("Ngày trả lời").fill("22/9/2026")
    page.get_by_role("button", name="Ghi trả lời của cấp trên").click()
    page.get_by_text("Tỉnh Thanh Hóa nhất trí").wait_for()
    decide(at_desk, chairman, on="1/10/2026", number="125")
    certify(at_desk, on="5/10/2026", households=1)
    look(at_desk, "annual-certificates")


def test_request_of_a_month_is_walked_to_its_certificate(at_desk, chairman, officer, hoang_phu_new, neighbours,  # noqa: F811
                                                         villages) -> None:  # noqa: F811  # fmt: skip
    month, page = monthly(officer, hoang_phu_new), at_desk.page
    assign_reviewer(by=officer, review_round=month, villages=[villages[0].pk], name="Rà Soát Giả")
    at_desk.goto("/ra-soat/giay-de-nghi/")
    page.get_by_role("link", name="Nhận giấy đề nghị").first.click()
    page.get_by_label("Giấy của hộ nào").fill("le van dung")
    page.get_by_role("button", name="Tìm hộ").click()
    page.get_by_role("link", name="Lê Văn Dũng").click()
    page.get_by_label("Ngày nhận").fill("15/10/2026")
    page.get_by_role("button", name="Nhận giấy, cấp số").click()
    page.get_by_text("Đã nhận giấy đề nghị số").wait_for()
    page.get_by_role("button", name="Đưa vào").click()
    page.get_by_text("Đã đưa vào đợt.").wait_for()
    case = ReviewCase.objects.get()
    page.get_by_role("link", name="Phiếu A").first.click()
    page.wait_for_function("document.activeElement?.name?.startsWith('h-')")
    for _criterion in range(9):
        page.keyboard.press("2")
    page.locator("[name=screened_on]").fill("16/10/2026")
    page.get_by_role("button", name="Lưu Phiếu A").click()
    page.get_by_text("đưa vào danh sách rà soát. Tiếp theo: phiếu khảo sát.").wait_for()
    page.get_by_role("link", name="Chỉ điểm trên phiếu giấy").click()
    survey(page, "Lê Văn Dũng", on="19/10/2026")
    at_desk.goto(f"/ra-soat/dot/{case.round_id}/hop-dan/")
    meet(page, on="20/10/2026", attending="30")
    page.get_by_role("button", name="Lưu").first.click()
    page.get_by_text("Đã lưu biểu quyết").wait_for()
    page.get_by_role("button", name="Chốt kết quả họp").click()
    page.get_by_text("1 hộ được thống nhất").wait_for()
    put_up(page, on="21/10/2026", until="26/10/2026")
    propose(page, on="27/10/2026")
    decide(at_desk, chairman, on="28/10/2026", number="131")
    certify(at_desk, on="29/10/2026", households=1)
    at_desk.goto(f"/ho-dan/{neighbours.household.pk}/")
    page.get_by_role("heading", name="Giấy chứng nhận").wait_for()
    look(at_desk, "month-household")


def survey(page, head: str, *, on: str) -> None:
    """The scores of a paper form typed in."""
    page.wait_for_function("document.activeElement?.name === 'h-income_score_typed'")
    page.locator("[name=surveyed_on]").fill(on)
    page.locator("[name='h-income_score_typed']").focus()
    page.keyboard.type("100")
    page.keyboard.press("Enter")
    page.keyboard.type("30")
    page.locator("#ket-qua").get_by_text("Hộ nghèo", exact=True).wait_for()
    with page.expect_response("**/xem-truoc/**"):  # leaving the field asks once more; not while the form is saved
        page.keyboard.press("Tab")
    page.get_by_role("button", name="Lưu, sang hộ tiếp theo").click()
    page.get_by_text(f"Đã lưu hộ {head}: hộ nghèo.").wait_for()


def meet(page, *, on: str, attending: str) -> None:
    """A meeting with its minutes, up to the votes."""
    page.get_by_role("link", name="Lập cuộc họp").first.click()
    page.get_by_label("Ngày họp").fill(on)
    page.get_by_label("Chủ trì", exact=True).fill("Nguyễn Giả Chủ")
    page.get_by_label("Thư ký").fill("Lê Giả Thư")
    page.get_by_label("Số người dự họp").fill(attending)
    page.get_by_label("Thành phần dự").fill("Phạm Giả, Mặt trận Tổ quốc xã")
    page.get_by_role("button", name="Lưu").click()
    page.get_by_text("Đã lập cuộc họp.").wait_for()


def put_up(page, *, on: str, until: str) -> None:
    page.get_by_role("link", name="Niêm yết").click()
    page.get_by_role("link", name="Niêm yết Thôn Thử 1").click()
    page.get_by_label("Niêm yết từ ngày").fill(on)
    page.get_by_label("Đã thông báo trên loa").check()
    page.get_by_role("button", name="Ghi niêm yết").click()
    page.get_by_text(f"Đã ghi niêm yết, hết ngày {until}.").wait_for()


def propose(page, *, on: str) -> None:
    page.get_by_role("link", name="Trình danh sách").click()
    page.get_by_label("Ngày trình").fill(on)
    page.get_by_role("button", name="Trình danh sách").click()
    page.get_by_text("Đã trình danh sách lần 1.").wait_for()


def decide(at_desk, chairman, *, on: str, number: str) -> None:
    """Drafted by the officer, signed by the chairman."""
    at_desk.page.get_by_role("link", name="Quyết định").click()
    at_desk.page.get_by_role("button", name="Lập dự thảo công nhận").click()
    at_desk.page.get_by_text("Đã lập dự thảo").wait_for()
    draft = Decision.objects.get(signed_at=None)
    chairman.goto("/ra-soat/quyet-dinh/")
    chairman.page.get_by_role("link", name="Quyết định công nhận").click()
    chairman.page.get_by_label("Ngày ký").fill(on)
    chairman.page.get_by_label("Số văn bản").fill(number)
    chairman.page.get_by_role("button", name="Ký văn bản").click()
    chairman.page.get_by_text(f"Đã ký {number}/QĐ-UBND.").wait_for()
    at_desk.goto(f"/ra-soat/quyet-dinh/{draft.pk}/")


def certify(at_desk, *, on: str, households: int) -> None:
    """The certificates issued and looked at: the last page of the round."""
    page = at_desk.page
    page.get_by_role("link", name="Giấy chứng nhận", exact=True).click()
    page.get_by_label("Ngày cấp").fill(on)
    page.get_by_role("button", name="Cấp cho tất cả").click()
    page.get_by_text(f"Đã cấp {households} giấy mới").wait_for()
    assert page.locator("tbody tr").count() == households
    assert Certificate.objects.count() == households

"""Forms at a keyboard: Enter moves on, nothing typed is lost, and all of it works without script."""

from __future__ import annotations

import pytest

from giamngheo.accounts.models import SavedView
from giamngheo.planning.actions import edit_head, import_plan
from giamngheo.planning.models import FindingDecision
from tests.conftest import PASSWORD
from tests.factories.plan_text import plan_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LEFT = "Đã lấy lại nội dung gõ dở"


@pytest.fixture
def plan(leader, units_loaded):
    from giamngheo.paperwork.readers.text import read_text

    text = plan_text()
    return import_plan(by=leader, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


@pytest.fixture
def at_desk(visitor, leader, plan):
    visitor.sign_in(leader.username, PASSWORD)
    return visitor


def focused(page) -> str:
    return page.evaluate("document.activeElement.name")


def test_enter_goes_from_field_to_field_and_sends_from_the_last(at_desk, plan) -> None:
    page = at_desk.page
    at_desk.goto(f"/ke-hoach/{plan.pk}/dau-van-ban/")
    page.get_by_label("Số văn bản").fill("07")
    page.keyboard.press("Enter")
    assert focused(page) == "day"
    page.keyboard.type("1/9")
    page.keyboard.press("Enter")
    assert focused(page) == "subject"
    page.keyboard.press("End")
    before = page.get_by_label("Trích yếu").input_value()
    page.keyboard.press("Enter")  # a text of several lines keeps it
    assert focused(page) == "subject"
    assert len(page.get_by_label("Trích yếu").input_value()) == len(before) + 1
    page.get_by_label("Họ và tên người ký").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "reason"
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_text("Đã lưu phần đầu và phần ký").wait_for()
    plan.refresh_from_db()
    assert (plan.number, plan.version) == ("07", 2)


def test_control_enter_sends_from_a_text_of_several_lines(at_desk, plan) -> None:
    page = at_desk.page
    at_desk.goto(f"/ke-hoach/{plan.pk}/dau-van-ban/")
    page.get_by_label("Quyền hạn, chức vụ người ký").fill("CHỦ TỊCH")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    page.get_by_text("Đã lưu phần đầu và phần ký").wait_for()


def test_enter_chooses_none_of_several_answers(at_desk, plan) -> None:
    page = at_desk.page
    at_desk.goto(f"/ke-hoach/{plan.pk}/")
    finding = page.locator(".finding").first
    finding.locator("summary").click()
    finding.get_by_label("Lý do", exact=True).fill("đã đối chiếu sổ")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "accepted"
    assert not FindingDecision.objects.exists()


def test_search_and_signing_in_keep_their_enter(visitor, province_officer) -> None:
    page = visitor.page
    visitor.goto("/dang-nhap/")
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_label("Tên đăng nhập").fill(province_officer.username)
    page.keyboard.press("Enter")
    page.wait_for_url(visitor.address + "/")
    visitor.goto("/don-vi/")
    page.get_by_label("Tên hoặc mã xã").fill("Hoằng Phú")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=Ho*")


def test_forms_work_without_script(browser, live_server, leader, plan) -> None:
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{live_server.url}/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(leader.username)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(live_server.url + "/")
    page.goto(f"{live_server.url}/ke-hoach/{plan.pk}/dau-van-ban/")
    page.get_by_label("Số văn bản").fill("07")
    page.keyboard.press("Enter")  # the browser's own habit
    page.get_by_text("Đã lưu phần đầu và phần ký").wait_for()
    context.close()


def test_heading_typed_and_left_comes_back(at_desk, plan) -> None:
    page = at_desk.page
    address = f"/ke-hoach/{plan.pk}/dau-van-ban/"
    at_desk.goto(address)
    page.get_by_label("Họ và tên người ký").fill("Trần Văn Thử")
    page.get_by_label("Ngày ký").fill("31/2")
    at_desk.goto("/ke-hoach/")
    at_desk.goto(address)
    page.get_by_text(LEFT).wait_for()
    assert page.get_by_label("Họ và tên người ký").input_value() == "Trần Văn Thử"
    at_desk.judge("heading with a draft")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("không phải một ngày có thật").wait_for()
    at_desk.goto(address)  # refused and left again: still there
    page.get_by_text(LEFT).wait_for()
    assert page.get_by_label("Ngày ký").input_value() == "31/2"
    page.get_by_label("Ngày ký").fill("28/2")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đã lưu phần đầu và phần ký").wait_for()
    at_desk.goto(address)
    assert page.get_by_label("Ngày ký").input_value() == "28/02/2024"
    assert page.get_by_text(LEFT).count() == 0
    at_desk.complaints.clear()  # the browser notes that the form was refused


def test_draft_kept_as_it_once_was_is_read(at_desk, plan) -> None:
    page = at_desk.page
    text = next(text for text in plan.texts.all() if "Tập huấn" in text.source_text)
    at_desk.goto(f"/ke-hoach/{plan.pk}/")
    key = page.locator(f"#t-{text.pk} [data-has-draft]").get_attribute("data-has-draft")
    page.evaluate("key => localStorage.setItem(`giamngheo:draft:${key}`, JSON.stringify({text: 'Xưa', at: 1}))", key)
    page.locator(f"#t-{text.pk}").get_by_role("link", name="Sửa").click()
    page.get_by_text(LEFT).wait_for()
    assert page.get_by_label("Nội dung đoạn").input_value() == "Xưa"


def test_draft_thrown_away_gives_what_is_saved(at_desk, plan) -> None:
    page = at_desk.page
    address = f"/ke-hoach/{plan.pk}/dau-van-ban/"
    at_desk.goto(address)
    saved = page.get_by_label("Họ và tên người ký").input_value()
    page.get_by_label("Họ và tên người ký").fill("Trần Văn Thử")
    at_desk.goto(address)
    page.get_by_role("button", name="Bỏ nội dung gõ dở").click()
    assert page.get_by_label("Họ và tên người ký").input_value() == saved
    at_desk.goto(address)
    assert page.get_by_text(LEFT).count() == 0


def test_heading_draft_meets_a_newer_heading_with_both_shown(at_desk, plan, leader) -> None:
    page = at_desk.page
    address = f"/ke-hoach/{plan.pk}/dau-van-ban/"
    at_desk.goto(address)
    page.get_by_label("Họ và tên người ký").fill("Trần Văn Thử")
    at_desk.goto("/ke-hoach/")
    edit_head(
        by=leader, plan=plan, number="", day="", subject="Kế hoạch năm 2024", authority="CHỦ TỊCH",
        signer="Lê Thị Khác", based_on=1,
    )  # fmt: skip
    at_desk.goto(address)
    page.get_by_text(LEFT).wait_for()
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Kế hoạch vừa có bản mới hơn").wait_for()
    assert page.locator("del", has_text="Lê Thị Khác").count() == 1
    at_desk.judge("stale heading")
    plan.refresh_from_db()
    assert plan.signer_name == "Lê Thị Khác"
    at_desk.complaints.clear()


def test_reason_and_name_of_a_view_survive_leaving(at_desk, plan) -> None:
    page = at_desk.page
    at_desk.goto(f"/ke-hoach/{plan.pk}/")
    finding = page.locator(".finding").first
    finding.locator("summary").click()
    finding.get_by_label("Lý do", exact=True).fill("đã đối chiếu sổ")
    at_desk.goto("/ke-hoach/")
    page.get_by_text("Lưu cách xem này").click()
    page.get_by_label("Tên của cách xem").fill("Kế hoạch các xã")
    at_desk.goto(f"/ke-hoach/{plan.pk}/")
    finding.get_by_text("Chưa lưu").wait_for()
    finding.locator("summary").click()
    assert finding.get_by_label("Lý do", exact=True).input_value() == "đã đối chiếu sổ"
    finding.get_by_role("button", name="Bỏ qua, vì không sai").click()
    page.get_by_role("link", name="Đã quyết định").wait_for()
    assert page.get_by_text("Chưa lưu").locator("visible=true").count() == 0
    at_desk.goto("/ke-hoach/")
    page.get_by_text("Lưu cách xem này").click()
    assert page.get_by_label("Tên của cách xem").input_value() == "Kế hoạch các xã"
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đã lưu cách xem.").wait_for()
    assert SavedView.objects.get().name == "Kế hoạch các xã"
    page.get_by_text("Lưu cách xem này").click()
    assert page.get_by_label("Tên của cách xem").input_value() == ""

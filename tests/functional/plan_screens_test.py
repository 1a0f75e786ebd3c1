"""Every screen of a plan judged by axe, and what only a browser can show: drafts, two editors, tabs on a phone."""

from __future__ import annotations

import pytest

from giamngheo.planning.actions import edit_printed, import_plan
from tests.conftest import PASSWORD
from tests.factories.plan_text import plan_text
from tests.functional.conftest import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(officer, units_loaded):
    from giamngheo.paperwork.readers.text import read_text

    text = plan_text()
    return import_plan(by=officer, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


@pytest.fixture
def reader(visitor, officer, plan):
    """The officer, signed in, with the plan open."""
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto(f"/ke-hoach/{plan.pk}/")
    return visitor


def passage(reader, words: str):
    return reader.page.locator(".passage", has_text=words).first


def test_every_screen_of_a_plan_is_accessible(reader, plan) -> None:
    for name in ("", "lich-su/", "lich-su/1/", "in/", "con-lai/", "?muc=warning", "?xong=1"):
        reader.goto(f"/ke-hoach/{plan.pk}/{name}")
        reader.judge(f"plan {name}")
    for address in ("/", "/ke-hoach/", "/don-vi/", "/mat-khau/", "/khong-co/"):
        reader.goto(address)
        reader.judge(address)
    reader.complaints.clear()  # the last address is meant not to be there


def test_plan_in_the_dark_and_in_english_is_accessible(reader, plan) -> None:
    reader.page.emulate_media(color_scheme="dark")
    reader.page.get_by_text("Người thử can-bo").first.click()
    reader.page.get_by_role("button", name="English").click()
    reader.page.wait_for_url("**/ke-hoach/**")
    reader.page.get_by_role("heading", name="Findings").wait_for()
    reader.judge("plan in English, dark")


def test_typed_words_survive_leaving_the_page(reader, plan) -> None:
    page = reader.page
    passage(reader, "Tập huấn kỹ thuật").get_by_role("link", name="Sửa").click()
    page.get_by_label("Nội dung đoạn").fill("Tập huấn kỹ thuật nuôi bò cho 20 hộ.")
    reader.goto("/ke-hoach/")
    reader.goto(f"/ke-hoach/{plan.pk}/")
    left = passage(reader, "Tập huấn kỹ thuật")
    left.get_by_text("Chưa lưu").wait_for()
    left.get_by_role("link", name="Sửa").click()
    page.get_by_text("Đã lấy lại nội dung gõ dở").wait_for()
    assert page.get_by_label("Nội dung đoạn").input_value() == "Tập huấn kỹ thuật nuôi bò cho 20 hộ."
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đã lưu.").wait_for()
    assert page.get_by_text("Chưa lưu").locator("visible=true").count() == 0


def test_second_editor_sees_both_texts_and_chooses(reader, plan, officer) -> None:
    page = reader.page
    text = next(text for text in plan.texts.all() if "Tập huấn" in text.source_text)
    passage(reader, "Tập huấn kỹ thuật").get_by_role("link", name="Sửa").click()
    page.get_by_label("Nội dung đoạn").fill("Tập huấn kỹ thuật, bản của tôi.")
    edit_printed(by=officer, text=text, printed="Tập huấn kỹ thuật, bản của người khác.", based_on=1)
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Kế hoạch vừa có bản mới hơn").wait_for()
    assert page.get_by_text("bản của người khác").count() >= 1
    reader.judge("stale edit")
    page.get_by_role("button", name="Lưu nội dung của tôi").click()
    page.get_by_text("Đây là bản 3 của kế hoạch.").wait_for()
    passage(reader, "bản của tôi").wait_for()
    reader.complaints.clear()  # the refusal is an answer 409, which a browser reports


def test_phone_shows_plan_and_findings_as_tabs(reader) -> None:
    page = reader.page
    page.set_viewport_size(SIZES["phone"])
    findings, tree = page.locator("#findings"), page.locator("#plan-tree")
    assert tree.is_visible()
    assert not findings.is_visible()
    page.get_by_role("button", name="Phát hiện").click()
    assert findings.is_visible()
    findings.get_by_role("link", name="Xem trong kế hoạch").first.click()
    assert tree.is_visible()
    assert not findings.is_visible()


def test_finding_is_dismissed_with_a_reason_by_keyboard(reader) -> None:
    page = reader.page
    before = int(page.locator("#count").inner_text())
    finding = page.locator(".finding").first
    finding.locator("summary").focus()
    page.keyboard.press("Enter")
    finding.get_by_label("Lý do", exact=True).fill("đã đối chiếu sổ văn bản")
    finding.get_by_role("button", name="Bỏ qua, vì không sai").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("before => Number(document.querySelector('#count').textContent) === before - 1", arg=before)
    page.get_by_role("link", name="Đã quyết định").click()
    page.get_by_text("đã đối chiếu sổ văn bản").wait_for()

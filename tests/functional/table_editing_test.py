"""A table edited where it stands, at a desk and on a phone, by keyboard; nothing typed is lost, whatever its shape."""

from __future__ import annotations

import re

import pytest

from giamngheo.planning.actions import edit_table, import_plan
from tests.conftest import PASSWORD
from tests.factories.plan_tables import plan_with_table
from tests.functional.conftest import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(officer, units_loaded):
    from giamngheo.paperwork.readers.text import read_text

    text = plan_with_table()
    return import_plan(by=officer, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


@pytest.fixture
def table(plan):
    return plan.texts.get(kind="table")


@pytest.fixture
def reader(visitor, officer, plan):
    visitor.sign_in(officer.username, PASSWORD)
    visitor.goto(f"/ke-hoach/{plan.pk}/")
    return visitor


def open_editor(reader):
    reader.page.locator(".passage.table").get_by_role("link", name="Sửa").click()
    reader.page.get_by_label("Dòng 1, Số hộ").wait_for()


def tool(page, words: str, of: str):
    """The button of a row or column; what it is of is for ears only."""
    return page.get_by_role("button", name=re.compile(rf"^{words} ?: {of}"))


def save(reader):
    reader.page.get_by_role("button", name="Lưu", exact=True).click()


@pytest.mark.parametrize("size", SIZES)
def test_cell_row_and_column_are_edited_in_place(reader, table, size) -> None:
    page = reader.page
    page.set_viewport_size(SIZES[size])
    open_editor(reader)
    reader.judge(f"table editor, {size}")
    page.set_viewport_size(SIZES[size])
    page.get_by_label("Dòng 2, Việc làm").fill("Nuôi dê\nlai Bách Thảo")
    tool(page, "Thêm dòng", "2").click()
    page.get_by_label("Dòng 4, Việc làm").wait_for()
    assert page.evaluate("document.activeElement.name") == "o-3-0"
    page.get_by_label("Dòng 3, Việc làm").fill("Trồng cỏ")
    page.get_by_label("Dòng 3, Số hộ").fill("3")
    page.get_by_label("Dòng 4, Số hộ").fill("20")
    tool(page, "Thêm cột", "Kinh phí").click()
    page.get_by_label("Tiêu đề cột 5").fill("Ghi chú")
    tool(page, "Bỏ cột", "STT").click()
    page.get_by_label("Tiêu đề cột 5").wait_for(state="detached")
    save(reader)
    page.get_by_text("Đây là bản 2 của kế hoạch.").wait_for()
    table.refresh_from_db()
    assert table.rows[0] == ["Việc làm", "Số hộ", "Kinh phí (triệu đồng)", "Ghi chú"]
    assert table.rows[2][:2] == ["Nuôi dê\nlai Bách Thảo", "5"]
    assert table.rows[3] == ["Trồng cỏ", "3", "", ""]
    assert page.locator(".passage.table").get_by_text("lai Bách Thảo").is_visible()
    reader.judge("plan after the edit")


def test_table_is_edited_without_a_mouse(reader, table) -> None:
    page = reader.page
    page.locator(".passage.table").get_by_role("link", name="Sửa").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Dòng 1, Số hộ").wait_for()
    page.wait_for_function("document.activeElement.name === 'o-0-0'")
    page.get_by_label("Dòng 1, Số hộ").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("13")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "o-1-3"
    page.keyboard.press("Control+Enter")
    page.get_by_text("Đây là bản 2 của kế hoạch.").wait_for()
    table.refresh_from_db()
    assert table.rows[1][2] == "13"
    page.wait_for_function("id => document.activeElement.id === id", arg=f"t-{table.pk}")


def test_table_typed_and_left_comes_back_in_its_shape(reader, plan, table) -> None:
    page = reader.page
    open_editor(reader)
    tool(page, "Thêm dòng", "2").click()
    page.get_by_label("Dòng 4, Việc làm").wait_for()
    page.get_by_label("Dòng 3, Việc làm").fill("Trồng cỏ")
    reader.goto("/ke-hoach/")
    reader.goto(f"/ke-hoach/{plan.pk}/")
    page.locator(".passage.table").get_by_text("Chưa lưu").wait_for()
    open_editor(reader)
    page.get_by_text("Đã lấy lại nội dung gõ dở").wait_for()
    assert page.get_by_label("Dòng 3, Việc làm").input_value() == "Trồng cỏ"
    reader.judge("table editor with a draft")
    save(reader)
    page.get_by_text("Đây là bản 2 của kế hoạch.").wait_for()
    assert page.get_by_text("Chưa lưu").locator("visible=true").count() == 0
    table.refresh_from_db()
    assert len(table.rows) == 5


def test_nobody_types_into_what_is_about_to_be_replaced(reader) -> None:
    page = reader.page
    open_editor(reader)
    waiting = []
    page.route("**/sua/**", lambda route: waiting.append(route))  # the answer is on its way
    tool(page, "Thêm dòng", "2").click()
    page.wait_for_function("document.querySelector('.table-edit textarea').readOnly")
    while not waiting:  # the page is closed to typing a moment before the browser hands us its question
        page.wait_for_timeout(20)
    waiting[0].continue_()
    page.get_by_label("Dòng 4, Việc làm").wait_for()
    page.get_by_label("Dòng 3, Việc làm").fill("Trồng cỏ")
    assert page.get_by_label("Dòng 4, Việc làm").input_value() == "Cộng"


def test_draft_of_a_table_is_thrown_away(reader, plan) -> None:
    page = reader.page
    open_editor(reader)
    tool(page, "Thêm dòng", "2").click()
    page.get_by_label("Dòng 4, Việc làm").wait_for()
    reader.goto(f"/ke-hoach/{plan.pk}/")
    open_editor(reader)
    page.get_by_role("button", name="Bỏ nội dung gõ dở").click()
    page.get_by_label("Dòng 4, Việc làm").wait_for(state="detached")
    assert page.get_by_label("Dòng 3, Việc làm").input_value() == "Cộng"


def test_second_editor_of_a_table_sees_both(reader, table, officer) -> None:
    page = reader.page
    open_editor(reader)
    page.get_by_label("Dòng 1, Số hộ").fill("14")
    rows = [list(row) for row in table.rows]
    rows[2][2] = "6"
    edit_table(by=officer, text=table, rows=rows, based_on=1)
    save(reader)
    page.get_by_text("Kế hoạch vừa có bản mới hơn").wait_for()
    reader.judge("stale table")
    page.get_by_text("dòng 1 “Nuôi bò sinh sản ở xã Hoằng Phú”, cột “Số hộ”").wait_for()
    page.get_by_role("button", name="Lưu nội dung của tôi").click()
    page.get_by_text("Đây là bản 3 của kế hoạch.").wait_for()
    reader.complaints.clear()  # the refusal is an answer 409, which a browser reports


def test_draft_made_from_words_that_changed_overwrites_nothing(reader, plan, table, officer) -> None:
    page = reader.page
    open_editor(reader)
    page.get_by_label("Dòng 1, Số hộ").fill("14")
    reader.goto("/ke-hoach/")
    rows = [list(row) for row in table.rows]
    rows[2][2] = "6"
    edit_table(by=officer, text=table, rows=rows, based_on=1)
    reader.goto(f"/ke-hoach/{plan.pk}/")
    open_editor(reader)
    page.get_by_text("Đã lấy lại nội dung gõ dở").wait_for()
    save(reader)
    page.get_by_text("Kế hoạch vừa có bản mới hơn").wait_for()
    plan.refresh_from_db()
    assert plan.version == 2
    reader.complaints.clear()

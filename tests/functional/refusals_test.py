"""Pages of refusal judged like all others: no right, our own mistake, too many wrong passwords, an old form."""

from __future__ import annotations

import pytest

from giamngheo.planning import queries
from giamngheo.planning.actions import import_plan
from tests.conftest import PASSWORD
from tests.factories.plan_text import plan_text

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def plan(officer, units_loaded):
    from giamngheo.paperwork.readers.text import read_text

    text = plan_text()
    return import_plan(by=officer, document=read_text(text), file_content=text.encode(), file_name="ke-hoach.txt").plan


@pytest.fixture
def reader(visitor, officer, plan):
    visitor.sign_in(officer.username, PASSWORD)
    yield visitor
    visitor.complaints.clear()  # a browser notes every refusal


def both_languages(reader, path: str, status: int, vietnamese: str, english: str) -> None:
    assert reader.goto(path) == status
    reader.page.get_by_role("heading", name=vietnamese).wait_for()
    reader.judge(f"{status} {path}")
    reader.page.get_by_text("Người thử").first.click()
    reader.page.get_by_role("button", name="English").click()
    reader.page.get_by_role("heading", name=english).wait_for()
    reader.judge(f"{status} {path} in English")


def test_page_of_a_missing_right_is_accessible(reader, plan) -> None:
    both_languages(reader, f"/ke-hoach/{plan.pk}/ban-hanh/", 403, "Không có quyền làm việc này", "You may not do this")


def test_page_of_our_own_mistake_is_accessible_and_tells_nothing(reader, plan, monkeypatch) -> None:
    def fail(*args, **options):
        raise RuntimeError("bí mật")

    monkeypatch.setattr(queries, "plan_tree", fail)
    assert reader.goto(f"/ke-hoach/{plan.pk}/") == 500
    reader.page.get_by_role("heading", name="Hệ thống gặp lỗi").wait_for()
    reader.judge("500")
    assert "bí mật" not in reader.page.content()
    assert "Traceback" not in reader.page.content()
    reader.page.get_by_role("link", name="Về trang đầu").click()
    reader.page.wait_for_url(reader.address + "/")


def test_mistake_in_a_part_of_a_page_is_said_above_it(reader, plan, monkeypatch) -> None:
    reader.goto(f"/ke-hoach/{plan.pk}/")
    passage = reader.page.locator(".passage", has_text="Tập huấn kỹ thuật").first

    def fail(*args, **options):
        raise RuntimeError("bí mật")

    monkeypatch.setattr(queries, "plan_tree", fail)
    passage.get_by_role("link", name="Sửa").click()
    reader.page.locator("#notices").get_by_text("Hệ thống gặp lỗi").wait_for()
    assert passage.is_visible()
    reader.judge("a part of a page broke")


def test_locked_out_says_how_long_to_wait(visitor, officer) -> None:
    page = visitor.page
    visitor.goto("/dang-nhap/")
    for _attempt in range(5):
        page.get_by_label("Tên đăng nhập").fill(officer.username)
        page.get_by_label("Mật khẩu").fill("không phải mật khẩu")
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_load_state()
    page.get_by_role("heading", name="Tạm khóa đăng nhập").wait_for()
    page.get_by_text("Đợi 15 phút rồi thử lại").wait_for()
    visitor.judge("locked out")
    visitor.complaints.clear()


def test_form_older_than_the_session_says_so(reader, plan) -> None:
    page = reader.page
    reader.goto(f"/ke-hoach/{plan.pk}/dau-van-ban/")
    page.get_by_label("Họ và tên người ký").fill("Trần Văn Thử")
    page.evaluate("document.querySelector('main [name=csrfmiddlewaretoken]').value = 'cu'")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("heading", name="Phiên làm việc đã cũ").wait_for()
    reader.judge("old form")
    reader.goto(f"/ke-hoach/{plan.pk}/dau-van-ban/")  # as the page promised
    assert page.get_by_label("Họ và tên người ký").input_value() == "Trần Văn Thử"

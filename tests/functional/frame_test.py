"""The frame in a browser: signing in and out, language, unit and year, the design system."""

import pytest

from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_sign_in_and_out_again(visitor, officer) -> None:
    visitor.goto("/ke-hoach/")
    visitor.page.get_by_role("heading", name="Đăng nhập").wait_for()
    visitor.judge("sign in")
    visitor.sign_in(officer.username, PASSWORD)
    visitor.judge("home")
    visitor.page.get_by_text(officer.full_name).click()
    visitor.page.get_by_role("button", name="Đăng xuất").click()
    visitor.page.get_by_text("Bạn đã đăng xuất.").wait_for()


def test_design_system_passes_in_light_and_dark(visitor) -> None:
    for scheme in ("light", "dark"):
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.goto("/kieu-mau/")
        visitor.judge(f"design system, {scheme}")


def test_language_switch_speaks_english_at_once(visitor) -> None:
    visitor.goto("/dang-nhap/")
    visitor.page.get_by_role("button", name="English").click()
    visitor.page.get_by_role("heading", name="Sign in").wait_for()
    assert visitor.page.locator("html").get_attribute("lang") == "en"


def test_choosing_a_year_changes_it_on_every_page(visitor, officer) -> None:
    visitor.sign_in(officer.username, PASSWORD)
    with visitor.page.expect_navigation():
        visitor.page.locator("#scope-year").select_option("2024")
    visitor.goto("/ke-hoach/")
    assert visitor.page.locator("#scope-year").input_value() == "2024"


def test_keyboard_reaches_content_before_anything_else(visitor, officer) -> None:
    visitor.sign_in(officer.username, PASSWORD)
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.getAttribute('href')") == "#noi-dung"
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate("document.activeElement.id") == "noi-dung"

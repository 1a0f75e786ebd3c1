"""The whole way of a plan in a browser: in as a file, corrected on the screen, out as a Word file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.seed import seed_path

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAMPLE = (
    Path(__file__).resolve().parent.parent.parent / "src" / "giamngheo" / "planning" / "samples" / "ke-hoach-mau.md"
)
WRONG = "giảm 22 hộ; từ 33 hộ xuống còn 16 hộ"
MESSAGE = "Từ 33 hộ đến 16 hộ là giảm 17 hộ, không phải 22 hộ."


def upload(visitor, path: Path) -> None:
    """From the front page to the plan."""
    page = visitor.page
    page.get_by_role("link", name="Tải kế hoạch lên").click()
    page.get_by_label("Tệp kế hoạch").set_input_files(path)
    visitor.judge("upload form")
    page.get_by_role("button", name="Tải lên và kiểm tra").click()
    page.get_by_role("button", name="Nhập kế hoạch").wait_for()
    assert page.locator(".finding", has_text=MESSAGE).count() == 1
    visitor.judge("preview")
    page.get_by_role("button", name="Nhập kế hoạch").click()
    page.get_by_text("Đã nhập kế hoạch mới.").wait_for()


def correct(visitor) -> None:
    """Follow a finding to its passage and write the right figure."""
    page = visitor.page
    finding = page.locator(".finding", has_text=MESSAGE)
    finding.get_by_text("Lý do và cách sửa").click()
    assert finding.locator("ol li").count() >= 2
    finding.get_by_role("link", name="Xem trong kế hoạch").click()
    passage = page.locator(".passage.is-current")
    assert "22" in passage.locator("mark.is-current").all_inner_texts()[0]
    passage.get_by_role("link", name="Sửa").click()
    field = page.get_by_label("Nội dung đoạn")
    typed = field.input_value()
    assert WRONG in typed
    visitor.judge("editor")
    field.fill(typed.replace("giảm 22 hộ", "giảm 17 hộ"))
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Đây là bản 2 của kế hoạch.").wait_for()
    assert page.locator(".finding", has_text=MESSAGE).count() == 0
    visitor.judge("plan after an edit")


def take_away(visitor, folder: Path) -> str:
    """The text of the Word file one downloads."""
    from docx import Document

    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("link", name="Tải bản Word").click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    assert target.suffix == ".docx"
    return "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)


def walk(visitor, other_visitor, officer, other_officer, path: Path, folder: Path) -> None:
    page = visitor.page
    visitor.sign_in(officer.username, PASSWORD)
    upload(visitor, path)
    visitor.judge("plan")
    address = page.url.removeprefix(visitor.address)
    correct(visitor)
    text = take_away(visitor, folder)
    assert "giảm 17 hộ; từ 33 hộ xuống còn 16 hộ" in text
    assert "giảm 22 hộ" not in text

    other_visitor.sign_in(other_officer.username, PASSWORD)
    assert other_visitor.goto(address) == 404
    other_visitor.judge("another commune's plan")
    assert "22 hộ" not in other_visitor.page.content()

    page.get_by_text(officer.full_name).first.click()
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_text("Bạn đã đăng xuất.").wait_for()
    visitor.goto(address)
    page.get_by_role("heading", name="Đăng nhập").wait_for()


def test_sample_plan_from_upload_to_word_file(visitor, other_visitor, officer, other_officer, tmp_path) -> None:
    walk(visitor, other_visitor, officer, other_officer, SAMPLE, tmp_path)


@pytest.mark.seed
def test_real_plan_from_upload_to_word_file(visitor, other_visitor, officer, other_officer, tmp_path) -> None:
    walk(visitor, other_visitor, officer, other_officer, seed_path(), tmp_path)

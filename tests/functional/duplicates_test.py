"""People entered twice, in a browser: looked for, compared, merged, taken back; at a desk, on a phone, by keyboard."""

from __future__ import annotations

import os
import threading
from datetime import date
from pathlib import Path

import pytest

from giamngheo.households import actions
from giamngheo.households.duplicates import jobs
from giamngheo.households.models import DuplicatePair, DuplicateRun, Membership, Person
from giamngheo.households.values import Member, PersonValues, Place
from giamngheo.territory.actions import open_village
from tests.conftest import PASSWORD
from tests.functional.upload_running_test import Held
from tests.threads import reads_that_block_nobody

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks
LIST = "/ho-dan/trung/"


@pytest.fixture
def commune(officer, hoang_phu_new):
    """Ten other people; An and Chi of one household, and both again in another."""
    village = open_village(commune=hoang_phu_new, name="Thôn Thử 1", by=None, valid_from=date(2025, 7, 1))

    def home(code: str, *members) -> None:
        actions.register_household(
            by=officer, place=Place(village.pk, f"Nhà {code} (giả)"), members=[Member(*each) for each in members],
            formed_on=date(2025, 8, 1), local_code=code,
        )  # fmt: skip

    for number, given in enumerate(("Mai", "Đào", "Cúc", "Trúc", "Sen", "Huệ", "Bưởi", "Cam", "Quýt", "Na")):
        home(f"M-{number}", (PersonValues(f"Bùi Thị {given}", "female", 19700101 + number), "head"))
    home(
        "A-1",
        (PersonValues("Nguyễn Văn An", "male", 19750410, "01", "038075000001"), "head"),
        (PersonValues("Trần Thị Chi", "female", 19780512, "01"), "spouse"),
    )
    home(
        "A-2",
        (PersonValues("Nguyen Van An", "male", 19751004, "01", phone="0900000001"), "head"),
        (PersonValues("Tran Thi Chi", "female", 19780000), "spouse"),
    )


@pytest.fixture
def at_desk(visitor, officer, commune):
    visitor.sign_in(officer.username, PASSWORD)
    return visitor


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"duplicates-{name}-{width}.png", full_page=True)
    visitor.page.set_viewport_size({"width": 1280, "height": 800})


def test_found_compared_merged_and_taken_back(at_desk) -> None:
    page = at_desk.page
    at_desk.goto("/ho-dan/")
    page.get_by_role("link", name="Người trùng").click()
    look(at_desk, "before-the-search")
    page.get_by_role("button", name="Tìm người trùng").click()
    page.get_by_text("2 cặp cần xem, 2 cặp mới").wait_for()
    look(at_desk, "list")
    page.get_by_role("link", name="Nguyễn Văn An / Nguyen Van An").click()
    page.get_by_text("Các cặp khác giữa hai hộ này").wait_for()
    look(at_desk, "pair")
    page.get_by_role("button", name="Xem số định danh của Nguyễn Văn An").click()
    page.get_by_text("038 075 000 001").wait_for()
    page.get_by_role("button", name="xem kết quả gộp").click()
    page.get_by_text("Hai dòng ghi khác nhau về: họ tên, ngày sinh, hộ đang ở").wait_for()
    look(at_desk, "not-chosen")
    page.get_by_label("Họ và tên: Nguyễn Văn An").check()
    page.get_by_label("Ngày sinh: 10/04/1975").check()
    page.get_by_label("Đúng ở đây: hộ của Nguyễn Văn An").check()
    page.get_by_role("button", name="xem kết quả gộp").click()
    page.get_by_role("heading", name="Sẽ ghi thành một người: Nguyễn Văn An").wait_for()
    page.get_by_text("Hộ Nguyen Van An (Thôn Thử 1) không còn chủ hộ").wait_for()
    look(at_desk, "preview")
    page.get_by_role("button", name="Gộp thành một người").click()
    page.get_by_text("Đã gộp thành một người.").wait_for()
    page.get_by_role("heading", name="Có phải một người?").wait_for()  # the next of the two households
    gone = Person.objects.get(full_name="Nguyen Van An")
    assert gone.merged_into.full_name == "Nguyễn Văn An"
    at_desk.goto(f"/ho-dan/nguoi/{gone.pk}/")
    page.get_by_role("heading", name="Nguyễn Văn An").wait_for()
    page.get_by_text("Đã gộp với Nguyen Van An").wait_for()
    look(at_desk, "person")
    at_desk.goto(f"{LIST}?loc=da-gop")
    look(at_desk, "merged")
    page.get_by_role("link", name="Nguyễn Văn An / Nguyen Van An").click()
    page.get_by_role("heading", name="Đã gộp thành một người").wait_for()
    look(at_desk, "merged-pair")
    page.get_by_role("link", name="Hoàn tác: tách lại thành hai người").click()
    page.get_by_label("Lý do").fill("hai người khác nhau")
    page.get_by_role("button", name="Hoàn tác").click()
    page.get_by_text("Đã hoàn tác.").wait_for()
    page.get_by_role("heading", name="Có phải một người?").wait_for()
    look(at_desk, "taken-back")
    gone.refresh_from_db()
    assert gone.merged_into is None
    assert Membership.objects.filter(valid_to=None).count() == 14
    at_desk.complaints.clear()  # what was not chosen is answered with 422


def test_said_to_be_two_by_keyboard_on_a_phone(at_desk) -> None:
    page = at_desk.page
    at_desk.goto(LIST)
    page.get_by_role("button", name="Tìm người trùng").click()
    page.get_by_text("2 cặp mới").wait_for()
    page.set_viewport_size({"width": 360, "height": 740})
    for name in ("Nguyễn Văn An", "Trần Thị Chi"):
        page.get_by_label(f"Chọn {name} và").focus()
        page.keyboard.press("Space")
    page.get_by_role("button", name="Các cặp đã chọn không phải một người").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="2 cặp không phải một người").wait_for()
    look(at_desk, "several")
    page.get_by_label("Lý do").fill("đã hỏi trưởng thôn")
    page.keyboard.press("Enter")
    page.get_by_text("Đã ghi 2 cặp không phải một người.").wait_for()
    assert set(DuplicatePair.objects.values_list("state", flat=True)) == {"distinct"}
    page.get_by_role("link", name="Không phải một người").click()
    look(at_desk, "distinct")
    page.get_by_role("link", name="Trần Thị Chi / Tran Thi Chi").click()
    look(at_desk, "distinct-pair")
    page.get_by_role("button", name="Đưa lại vào danh sách cần xem").click()
    page.get_by_role("heading", name="Có phải một người?").wait_for()


@pytest.fixture
def held(monkeypatch, settings):
    settings.PLANNING_JOBS_INLINE = False
    step = Held(jobs.search)
    monkeypatch.setattr(jobs, "search", step)
    with reads_that_block_nobody():
        yield step
        step.finish()


def test_search_is_followed_left_and_ends_by_itself(held, at_desk) -> None:
    page = at_desk.page
    at_desk.goto(LIST)
    page.get_by_role("button", name="Tìm người trùng").click()
    assert held.reached.wait(30)
    page.locator("progress").wait_for()
    assert held.thread is not threading.main_thread()
    look(at_desk, "running")
    at_desk.goto("/ho-dan/")
    at_desk.goto(LIST)
    page.locator("progress").wait_for()
    held.finish()
    page.get_by_text("2 cặp mới").wait_for()  # nobody reloads the page
    assert page.locator("progress").count() == 0


def test_search_is_stopped_and_leaves_nothing(held, at_desk) -> None:
    page = at_desk.page
    at_desk.goto(LIST)
    page.get_by_role("button", name="Tìm người trùng").click()
    assert held.reached.wait(30)
    page.get_by_role("button", name="Dừng").click()
    page.get_by_text("Đang dừng; đợi xong bước này.").wait_for()
    look(at_desk, "stopping")
    held.finish()
    page.get_by_text("Đã dừng theo yêu cầu; danh sách cặp trùng giữ như trước.").wait_for()
    assert DuplicateRun.objects.get().state == "stopped"
    assert not DuplicatePair.objects.exists()

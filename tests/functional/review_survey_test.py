"""The review's forms in a browser: every page judged by axe, keys counted. Walks: review_walk_test.py."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from giamngheo.review.actions import listing, requests, rounds
from giamngheo.review.actions.committee import assign_reviewer
from giamngheo.review.models import Assessment
from tests.conftest import PASSWORD
from tests.integration.households.conftest import family, neighbours, register, villages  # noqa: F401 fixtures
from tests.integration.review.surveying import (
    BAD_HOUSE,
    annual,
    asked,
    assessed,
    case_of,
    holds,
    monthly,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks
MOST_KEYS = 90  # beyond the answers, for one household


@pytest.fixture
def at_desk(visitor, officer):
    visitor.sign_in(officer.username, PASSWORD)
    return visitor


def judged(visitor, address: str, name: str) -> None:
    assert visitor.goto(address) == 200, address
    look(visitor, name)


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"review-{name}-{width}.png", full_page=True)


@pytest.fixture
def under_way(officer, hoang_phu_new, family, neighbours):  # noqa: F811 the fixtures above
    """An open annual round: a poor household surveyed, one that asked and waits for Phiếu A."""
    holds(family.household, "poor", hoang_phu_new)
    found = rounds.open_round(by=officer, review_round=annual(officer, hoang_phu_new)).round
    requests.place_requests(
        by=officer, review_round=found, requests=[asked(officer, hoang_phu_new, neighbours.household)]
    )
    assessed(officer, case_of(family.household), home=BAD_HOUSE, causes=("land", "labour"), note="nhà dột")
    return found


def test_every_page_of_the_review_is_accessible(at_desk, officer, hoang_phu_new, under_way, family,  # noqa: F811
                                                neighbours, register) -> None:  # noqa: F811  # fmt: skip
    from giamngheo.households.values import PersonValues

    home, asking = case_of(family.household), case_of(neighbours.household)
    third = register((PersonValues("Đỗ Thị Ánh", "female", 19900000), "head"), line="Nhà 3")
    request = asked(officer, hoang_phu_new, third.household)
    round_ = f"/ra-soat/dot/{under_way.pk}/"
    judged(at_desk, "/ra-soat/", "entry")
    judged(at_desk, "/ra-soat/tao/", "kinds")
    judged(at_desk, "/ra-soat/tao/dinh-ky/", "create")
    judged(at_desk, round_, "round")
    judged(at_desk, f"{round_}?cot=chu-ho,thon,so-nguoi,dang-la,nguon,buoc,b1,b2,ket-qua,dia-chi,ma-ho", "round-all")
    judged(at_desk, f"{round_}?tim=khong+co", "round-nothing")
    for page in ("ban-chi-dao", "ra-soat-vien", "them-ho", "giay-de-nghi", "huy"):
        judged(at_desk, f"{round_}{page}/", page)
    judged(at_desk, f"/ra-soat/ho/{home.pk}/", "case")
    judged(at_desk, f"/ra-soat/ho/{home.pk}/phieu-b/", "survey")
    judged(at_desk, f"/ra-soat/ho/{home.pk}/phieu-b/?ghi=diem", "survey-scores")
    judged(at_desk, f"/ra-soat/ho/{asking.pk}/phieu-a/", "screening")
    judged(at_desk, "/ra-soat/giay-de-nghi/", "requests")
    judged(at_desk, "/ra-soat/giay-de-nghi/nhan/?tim=hoa", "find")
    judged(at_desk, f"/ra-soat/giay-de-nghi/nhan/{family.household.pk}/", "receive")
    judged(at_desk, f"/ra-soat/giay-de-nghi/{request.pk}/", "receipt")


def test_income_sheet_previews_and_refusals_are_accessible(at_desk, officer, hoang_phu_new, family,  # noqa: F811
                                                           neighbours) -> None:  # noqa: F811  # fmt: skip
    month = monthly(officer, hoang_phu_new, "average_living_standard")
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    case, page = case_of(family.household), at_desk.page
    judged(at_desk, f"/ra-soat/ho/{case.pk}/phieu-b/", "income")
    page.locator("[name='h-receipts_crops']").fill("abc")
    page.get_by_role("button", name="Lưu, sang hộ tiếp theo").click()
    page.get_by_text("Chưa ghi được").wait_for()
    look(at_desk, "income-refused")
    at_desk.goto(f"/ra-soat/dot/{month.pk}/them-ho/")
    page.get_by_label("Chọn hộ Lê Văn Dũng").check()
    page.get_by_role("button", name="Xem trước khi thêm").click()
    page.get_by_text("1 hộ sẽ vào danh sách").wait_for()
    look(at_desk, "add-preview")
    at_desk.goto(f"/ra-soat/dot/{month.pk}/")
    page.get_by_label("Chọn hộ Nguyễn Văn Bình").check()
    page.get_by_role("button", name="Rút các hộ đã chọn").click()
    page.get_by_text("1 hộ sẽ rút khỏi đợt").wait_for()
    look(at_desk, "withdraw")
    at_desk.complaints.clear()  # a refusal is answered with 422


class Keys:
    """Somebody at the keyboard alone: every key pressed is counted, those that are the answers apart."""

    def __init__(self, page) -> None:
        self.page, self.pressed, self.answers = page, 0, 0

    def answer(self, keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed, self.answers = self.pressed + 1, self.answers + 1

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    @property
    def beyond(self) -> int:
        return self.pressed - self.answers


# What a clerk reads off the paper: the key of the answer to each question, and numbers that are typed.
TYPED = {"h-dwelling_area"}
PAPER = {
    "h-wall": "1", "h-pillar": "2", "h-roof": "2", "h-dwelling_area": "45,5", "h-water_source": "7",
    "h-toilet_kind": "6", "h-television": "1", "employment_status": "3", "insured": "1", "uses_internet": "1",
    "attends": "1", "diploma": "4", "certified_training": "2", "malnutrition": "1", "causes": "13",
}  # fmt: skip


def test_form_of_four_people_takes_few_keys_beyond_its_answers(at_desk, officer, hoang_phu_new, family,  # noqa: F811
                                                               neighbours, villages) -> None:  # noqa: F811  # fmt: skip
    month = monthly(officer, hoang_phu_new)
    pks = [family.household.pk, neighbours.household.pk]
    listing.add_households(by=officer, review_round=month, households=pks, reason="Lũ")
    first, second = case_of(family.household), case_of(neighbours.household)
    pks = [each.pk for each in villages]
    assign_reviewer(by=officer, review_round=month, villages=pks, name="Rà Soát Giả")
    page = at_desk.page
    at_desk.goto(f"/ra-soat/ho/{first.pk}/phieu-b/")
    begun(page)
    keys = Keys(page)
    while focused(page) != "surveyed_on":  # the form begins at its first open question; the day stands before it
        keys.press("Shift+Tab")
    keys.answer("20/10")
    keys.press("Enter")
    keys.answer("120")
    keys.press("Enter")
    while focused(page):
        name = focused(page)
        keys.answer(answer_to(name, PAPER))
        if name in TYPED:
            keys.press("Enter")
        if name == "causes":
            keys.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-main]')")
    keys.press("Enter")  # the button that saves
    page.get_by_text("Đã lưu hộ Nguyễn Văn Bình: hộ nghèo.").wait_for()
    page.wait_for_url(f"**/ra-soat/ho/{second.pk}/phieu-b/**")
    kept = Assessment.objects.get()
    assert (kept.outcome, kept.income_score, len(kept.members), kept.causes) == ("poor", 120, 4, ["land", "labour"])
    assert kept.surveyed_on == date(2026, 10, 20)
    begun(page)
    assert focused(page) == "h-income_score_typed"  # and on with the next form of the pile
    assert keys.answers > 30
    assert keys.beyond < MOST_KEYS
    assert keys.beyond <= 8, keys.beyond  # what it takes today: to the day and on, two numbers, causes left, saved


def answer_to(name: str, known: dict[str, str]) -> str:
    """What the paper says to a question: a device of the household not named there is 2, no."""
    question = name.split("-", 2)[-1] if name.startswith("n-") else name
    return known.get(question, "2")


def begun(page) -> None:
    """The form has taken the keyboard: what is typed before belongs to nobody."""
    page.wait_for_function("document.activeElement?.name === 'h-income_score_typed'")


def focused(page) -> str:
    return page.evaluate("document.activeElement.name ?? ''")


def test_keys_go_on_back_and_take_away(at_desk, officer, hoang_phu_new, family) -> None:  # noqa: F811
    month = monthly(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    page = at_desk.page
    at_desk.goto(f"/ra-soat/ho/{case_of(family.household).pk}/phieu-b/")
    begun(page)
    assert focused(page) == "h-income_score_typed"
    page.keyboard.press("Enter")  # not answered, gone on
    assert focused(page) == "h-wall"
    page.keyboard.press("2")
    assert focused(page) == "h-pillar"
    page.keyboard.press("Backspace")
    assert focused(page) == "h-wall"
    assert page.locator("[name='h-wall']:checked").input_value() == "non_durable"
    page.keyboard.press("Delete")
    assert page.locator("[name='h-wall']:checked").count() == 0
    page.keyboard.press("1")
    page.keyboard.press("9")  # no such answer: nothing happens
    assert focused(page) == "h-pillar"
    page.get_by_role("group", name="Mái").get_by_text("Bền chắc", exact=True).click()
    page.get_by_role("group", name="Mái").get_by_text("Bền chắc", exact=True).click()
    assert page.locator("[name='h-roof']:checked").count() == 0


def test_answers_typed_and_not_saved_are_there_again(at_desk, officer, hoang_phu_new, family) -> None:  # noqa: F811
    month = monthly(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    page, address = at_desk.page, f"/ra-soat/ho/{case_of(family.household).pk}/phieu-b/"
    at_desk.goto(address)
    begun(page)
    page.keyboard.type("100")
    page.keyboard.press("Enter")
    page.keyboard.press("2")
    page.get_by_label("thiếu đất sản xuất").check()
    at_desk.goto("/ra-soat/")
    at_desk.goto(address)
    page.get_by_text("Đã lấy lại nội dung gõ dở").wait_for()
    assert page.locator("[name='h-wall']:checked").input_value() == "non_durable"
    assert page.get_by_label("thiếu đất sản xuất").is_checked()
    page.locator("#ket-qua").get_by_text("100", exact=True).wait_for()  # the verdict is of what came back
    page.get_by_role("button", name="Bỏ nội dung gõ dở").click()
    assert page.locator("[name='h-wall']:checked").count() == 0


def test_two_officers_at_one_form_lose_nothing(at_desk, officer, leader, hoang_phu_new, family) -> None:  # noqa: F811
    month = monthly(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    case, page = case_of(family.household), at_desk.page
    at_desk.goto(f"/ra-soat/ho/{case.pk}/phieu-b/?ghi=diem")
    page.locator("[name=reviewer]").fill("Rà Soát Giả")
    page.locator("[name='h-income_score_typed']").fill("100")
    page.locator("[name='h-deprivation_score_typed']").fill("30")
    assessed(leader, case)
    page.get_by_role("button", name="Lưu, sang hộ tiếp theo").click()
    page.get_by_text("Người khác vừa ghi hộ này").wait_for()
    look(at_desk, "stale")
    assert page.locator("[name='h-income_score_typed']").input_value() == "100"
    page.get_by_role("button", name="Lưu, sang hộ tiếp theo").click()
    page.get_by_text("Đã lưu hộ Nguyễn Văn Bình: hộ nghèo.").wait_for()
    assert [each.by for each in Assessment.objects.order_by("number")] == [leader, officer]
    at_desk.complaints.clear()  # the browser notes the 409


def test_paper_without_script_is_filled_in_too(browser, live_server, units_loaded, officer, hoang_phu_new,
                                               family) -> None:  # noqa: F811  # fmt: skip
    from tests.functional.conftest import Visitor

    month = monthly(officer, hoang_phu_new)
    listing.add_households(by=officer, review_round=month, households=[family.household.pk], reason="Lũ")
    someone = Visitor(browser, live_server.url, java_script_enabled=False)
    someone.sign_in(officer.username, PASSWORD)
    someone.goto(f"/ra-soat/ho/{case_of(family.household).pk}/phieu-b/?ghi=diem")
    page = someone.page
    page.locator("[name=reviewer]").fill("Rà Soát Giả")
    page.locator("[name='h-income_score_typed']").fill("150")
    page.locator("[name='h-deprivation_score_typed']").fill("10")
    page.get_by_role("button", name="Xem kết quả").click()
    page.locator("#ket-qua").get_by_text("Hộ không nghèo", exact=True).wait_for()
    assert not Assessment.objects.exists()
    page.get_by_role("button", name="Lưu, sang hộ tiếp theo").click()
    page.get_by_text("Đã lưu hộ Nguyễn Văn Bình").wait_for()
    someone.close()

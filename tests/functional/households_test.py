"""The register in a browser: every page judged by axe at a desk and on a phone, and one household walked through."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from giamngheo.accounts.actions import grant
from giamngheo.households import actions
from giamngheo.households.models import Address, Household, Membership
from giamngheo.households.values import Member, PersonValues, Place
from giamngheo.territory.actions import open_village
from tests.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = os.environ.get("GIAMNGHEO_PICTURES", "")  # a folder: each judged page is also kept there as it looks


@pytest.fixture
def village(hoang_phu_new):
    return open_village(commune=hoang_phu_new, name="Thôn Thử 1", by=None, valid_from=date(2025, 7, 1))


@pytest.fixture
def household(officer, village) -> Household:
    members = [
        Member(PersonValues("Nguyễn Văn Bình", "male", 19750410, "01", "038075000001"), "head"),
        Member(PersonValues("Trần Thị Lan", "female", 19780000, "06"), "spouse"),
        Member(PersonValues("Nguyễn Văn An", "male", 20010615), "child"),
    ]
    done = actions.register_household(
        by=officer, place=Place(village.pk, "Nhà số 12 (giả)"), members=members, formed_on=date(2025, 8, 1),
        local_code="MẪU-01", reason="tổng rà soát 2025",
    )  # fmt: skip
    actions.add_circumstance(
        by=officer, person=done.people[1], kind="disability", detail="mức nặng", valid_from=date(2025, 9, 1)
    )
    return done.households[0]


@pytest.fixture
def at_desk(visitor, officer):
    visitor.sign_in(officer.username, PASSWORD)
    return visitor


def judged(visitor, address: str, name: str, status: int = 200) -> None:
    assert visitor.goto(address) == status, address
    look(visitor, name)


def look(visitor, name: str) -> None:
    visitor.judge(name)
    for width in (1280, 360) if PICTURES else ():
        visitor.page.set_viewport_size({"width": width, "height": 800})
        visitor.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)


def test_every_page_of_the_register_is_accessible(at_desk, officer, household, village) -> None:
    home, person = f"/ho-dan/{household.pk}/", Membership.objects.filter(relation="spouse").get().person
    gone = actions.departure(by=officer, household=household, people=[Membership.objects.get(relation="child").person],
                             on=date(2026, 2, 1), left_as="other_province", left_to="Bình Dương")  # fmt: skip
    actions.correct_person(
        by=officer, person=person, seen=person.changed_in_id, values={"birth": 19780512}, reason="theo thẻ căn cước"
    )
    judged(at_desk, "/ho-dan/", "list")
    judged(at_desk, "/ho-dan/?tim=nguyen+thi+hoa", "nothing-found")
    judged(at_desk, "/ho-dan/?tim=lan", "found")
    judged(at_desk, "/ho-dan/?ngay=1/1/2024", "empty")
    judged(at_desk, home, "household")
    judged(at_desk, f"/ho-dan/nguoi/{person.pk}/", "person")
    judged(at_desk, f"/ho-dan/nguoi/{person.pk}/dinh-chinh/", "correct")
    for act in ("sinh", "mat", "chuyen-den", "chuyen-di", "doi-chu-ho", "tach-ho", "doi-cho-o"):
        judged(at_desk, f"{home}ghi/{act}/", act)
    row, address = Membership.objects.get(person=person), Address.objects.get(household=household)
    for kind, pk in (("ho", household.pk), ("dia-chi", address.pk), ("thanh-vien", row.pk),
                     ("hoan-canh", person.circumstances.get().pk)):  # fmt: skip
        judged(at_desk, f"/ho-dan/dinh-chinh/{kind}/{pk}/", f"correct-{kind}")
    judged(at_desk, f"/ho-dan/vi-tri/{address.pk}/", "locate")
    judged(at_desk, f"/ho-dan/nguoi/{person.pk}/hoan-canh/", "circumstance")
    judged(at_desk, f"/ho-dan/hoan-canh/{person.circumstances.get().pk}/ket-thuc/", "circumstance-end")
    judged(at_desk, "/ho-dan/tai-nguoi/", "export")
    judged(at_desk, "/ho-dan/them/", "add")
    judged(at_desk, f"/ho-dan/thay-doi/{gone.change.pk}/hoan-tac/?ho={household.pk}", "undo")


def test_refused_and_stale_forms_are_accessible(at_desk, officer, household) -> None:
    page = at_desk.page
    at_desk.goto(f"/ho-dan/{household.pk}/ghi/sinh/")
    page.get_by_label("Ngày sinh").fill("31/02/2026")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_text("Chưa ghi được").wait_for()
    look(at_desk, "refused")
    person = Membership.objects.get(relation="child").person
    at_desk.goto(f"/ho-dan/nguoi/{person.pk}/dinh-chinh/")
    actions.correct_person(
        by=officer, person=person, seen=person.changed_in_id, values={"full_name": "Nguyễn Văn Ân"}, reason="theo thẻ"
    )
    page.get_by_label("Họ và tên").fill("Nguyễn Văn Ấn")
    page.get_by_label("Lý do").fill("gõ nhầm")
    page.get_by_role("button", name="Ghi đính chính").click()
    page.get_by_text("Bạn cũng sửa ô này").wait_for()
    look(at_desk, "stale")
    page.get_by_role("button", name="Ghi đính chính").click()
    page.get_by_text("Đã đính chính.").wait_for()
    person.refresh_from_db()
    assert person.full_name == "Nguyễn Văn Ấn"
    at_desk.complaints.clear()  # a refusal is answered with 422 and 409


def test_location_is_taken_or_the_page_says_why_not(at_desk, household) -> None:
    page, context = at_desk.page, at_desk.context
    address = f"/ho-dan/vi-tri/{Address.objects.get().pk}/"
    at_desk.goto(address)  # nobody allowed it: the browser refuses
    page.get_by_role("button", name="Lấy vị trí").click()
    page.get_by_text("không được phép lấy vị trí").wait_for()
    look(at_desk, "locate-refused")
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 19.8123456, "longitude": 105.8712344, "accuracy": 8.4})
    page.get_by_role("button", name="Lấy vị trí").click()
    page.get_by_text("Đã lấy vị trí").wait_for()
    assert page.get_by_label("Vĩ độ").input_value() == "19.812346"
    look(at_desk, "locate-taken")
    page.get_by_role("button", name="Ghi vị trí").click()
    page.get_by_text("Đã ghi vị trí.").wait_for()
    page.get_by_text("19.812346, 105.871234").first.wait_for()
    row = Address.objects.get()
    assert (row.located_as, row.accuracy) == ("device", 8)
    look(at_desk, "located")
    at_desk.goto(address)
    page.get_by_role("button", name="Lấy vị trí").click()
    page.get_by_text("Đã lấy vị trí").wait_for()
    page.get_by_label("Vĩ độ").fill("19.9")  # typed over: no device took that
    page.get_by_role("button", name="Ghi vị trí").click()
    page.get_by_text("19.900000, 105.871234").first.wait_for()
    assert Address.objects.get().located_as == "typed"


def test_person_and_household_come_back(at_desk, officer, household, village) -> None:
    page = at_desk.page
    people = [row.person for row in Membership.objects.filter(household=household).order_by("pk")]
    actions.departure(by=officer, household=household, people=people[2:], on=date(2026, 2, 1), left_as="abroad")
    at_desk.goto(f"/ho-dan/{household.pk}/")
    page.get_by_role("link", name="Có người chuyển đến").click()
    page.get_by_label("Tìm người đã chuyển đi").fill("van an")
    page.get_by_role("button", name="Tìm", exact=True).click()
    page.get_by_role("link", name="Người này trở về Nguyễn Văn An").wait_for()
    look(at_desk, "arrival-search")
    page.get_by_label("Họ và tên").fill("Nguyễn Văn An")
    page.get_by_label("Ngày sinh").fill("2001")
    page.get_by_label("Ngày chuyển đến").fill("1/3/2026")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_text("Là người khác, chưa từng có trong sổ").wait_for()
    look(at_desk, "arrival-asked")
    page.get_by_role("link", name="Người này trở về Nguyễn Văn An").first.click()
    page.get_by_label("Quan hệ với chủ hộ").select_option("child")
    page.get_by_label("Ngày chuyển đến").fill("1/3/2026")
    look(at_desk, "arrival-picked")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_text("Đã ghi: Có người chuyển đến.").wait_for()
    actions.departure(by=officer, household=household, people=people, on=date(2026, 4, 1), left_as="other_commune")
    at_desk.goto(f"/ho-dan/{household.pk}/")
    page.get_by_text("Mã chuyển hộ:").wait_for()
    look(at_desk, "departed")
    judged(at_desk, "/ho-dan/?loc=da-ket-thuc", "left")
    judged(at_desk, "/ho-dan/ho-tro-ve/", "return-ask")
    at_desk.goto(f"/ho-dan/{household.pk}/")
    page.get_by_role("button", name="Hộ đã trở về xã").click()
    page.get_by_label("Thôn").select_option(village.name)
    page.get_by_label("Về ở từ ngày").fill("1/6/2026")
    look(at_desk, "return-write")
    page.get_by_role("button", name="Nhận hộ về").click()
    page.get_by_text("Đã nhận hộ về.").wait_for()
    assert Membership.objects.filter(household=household, valid_to=None).count() == 3
    at_desk.complaints.clear()  # a refusal is answered with 422


def test_two_households_become_one(at_desk, officer, household, village) -> None:
    page = at_desk.page
    other = actions.register_household(
        by=officer, place=Place(village.pk, "Nhà số 20"), formed_on=date(2025, 8, 1), local_code="MẪU-02",
        members=[Member(PersonValues("Lê Văn Dũng", "male", 19800000), "head")],
    ).households[0]  # fmt: skip
    at_desk.goto(f"/ho-dan/{other.pk}/")
    page.get_by_role("link", name="Nhập vào hộ khác").click()
    page.get_by_label("Tìm hộ theo tên người").fill("tran thi lan")
    page.keyboard.press("Enter")
    page.get_by_text("có Trần Thị Lan").wait_for()
    look(at_desk, "merge-search")
    page.get_by_role("link", name="Nhập vào hộ này").click()
    page.get_by_role("heading", name="Hộ kết thúc").wait_for()
    page.get_by_label("Lê Văn Dũng (chủ hộ)").select_option("sibling")
    page.get_by_label("Là một hộ từ ngày").fill("1/6/2026")
    look(at_desk, "merge")
    page.get_by_role("button", name="Nhập hai hộ").click()
    page.get_by_text("Đã nhập hai hộ.").wait_for()
    page.get_by_role("row", name="Lê Văn Dũng").wait_for()
    look(at_desk, "merged")


def test_people_are_taken_as_a_file_for_a_purpose(at_desk, household) -> None:
    page = at_desk.page
    at_desk.goto("/ho-dan/")
    page.get_by_role("link", name="Tải danh sách từng người").click()
    page.get_by_label("Số định danh").select_option("full")
    page.get_by_role("button", name="Tải tệp").click()
    page.get_by_role("link", name="Tệp có đủ số định danh thì phải ghi").wait_for()
    look(at_desk, "export-refused")
    page.get_by_label("Dùng vào việc gì").fill("đối chiếu thẻ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp").click()
    assert download.value.suggested_filename.startswith("nguoi-15889-")
    at_desk.complaints.clear()  # a refusal is answered with 422


def test_reviewer_works_in_the_own_village(visitor, make_user, officer, household, hoang_phu_new, village) -> None:
    other = open_village(commune=hoang_phu_new, name="Thôn Thử 2", by=None, valid_from=date(2025, 7, 1))
    actions.register_household(
        by=officer, place=Place(other.pk), formed_on=date(2025, 8, 1),
        members=[Member(PersonValues("Lê Văn Dũng", "male", 19800000), "head")],
    )  # fmt: skip
    user = make_user("truong-thon")
    grant(user=user, role="village_reviewer", unit=hoang_phu_new, by=None, valid_from=date(2025, 7, 1),
          villages=[village])  # fmt: skip
    visitor.sign_in(user.username, PASSWORD)
    judged(visitor, "/ho-dan/", "reviewer-list")
    assert visitor.page.get_by_text("Lê Văn Dũng").count() == 0
    judged(visitor, f"/ho-dan/{household.pk}/", "reviewer-household")
    assert visitor.page.get_by_role("button", name="Xem số định danh").count() == 0
    visitor.page.get_by_role("link", name="Sinh con").wait_for()


def test_id_is_shown_in_its_place(at_desk, household) -> None:
    at_desk.goto(f"/ho-dan/{household.pk}/")
    at_desk.page.get_by_role("button", name="Xem số định danh của Nguyễn Văn Bình").click()
    at_desk.page.get_by_text("038 075 000 001").wait_for()


def test_typed_household_survives_leaving_with_its_added_rows(at_desk, village) -> None:
    page = at_desk.page
    at_desk.goto("/ho-dan/them/")
    page.get_by_role("button", name="Thêm một người").click()
    page.locator("[name='o-5-full_name']").fill("Lê Thị Năm")
    at_desk.goto("/ho-dan/")
    at_desk.goto("/ho-dan/them/")
    page.get_by_text("Đã lấy lại nội dung gõ dở").wait_for()
    assert page.locator("[name='o-5-full_name']").input_value() == "Lê Thị Năm"


def test_life_of_a_household_is_walked_through(at_desk, village) -> None:
    page = at_desk.page
    at_desk.goto("/ho-dan/")
    page.get_by_role("link", name="Thêm hộ").click()
    page.get_by_label("Thôn").select_option("Thôn Thử 1")
    page.get_by_label("Là hộ từ ngày").fill("1/9/2025")
    page.locator("[name='o-1-full_name']").fill("Phạm Văn Sơn")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "o-1-relation"
    page.locator("[name='o-2-full_name']").fill("Phạm Văn Tú")
    page.locator("[name='o-2-relation']").select_option("child")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_text("Đã thêm hộ vào sổ.").wait_for()
    page.get_by_role("link", name="Sinh con").click()
    page.get_by_label("Họ và tên").fill("Phạm Thị Mai")
    page.get_by_label("Ngày sinh").fill("2/5/2026")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_text("Đã ghi: Sinh con.").wait_for()
    page.get_by_role("link", name="Tách hộ").click()
    page.get_by_label("Phạm Văn Tú (con)").select_option("head")
    page.get_by_label("Địa chỉ của hộ mới").fill("Nhà số 3")
    page.get_by_label("Là hộ riêng từ ngày").fill("1/6/2026")
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.get_by_role("heading", name="Hộ Phạm Văn Tú").wait_for()
    assert Household.objects.count() == 2
    page.get_by_role("link", name="Hoàn tác tách hộ").click()
    page.get_by_label("Lý do").fill("chưa tách")
    page.get_by_role("button", name="Hoàn tác").click()
    page.get_by_text("Đã hoàn tác.").wait_for()
    assert Household.objects.count() == 1
    assert Membership.objects.filter(valid_to=None).count() == 3

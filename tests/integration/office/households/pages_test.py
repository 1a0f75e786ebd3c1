"""The page of a household and of a person: any day, its life, and one citizen id at a time."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.audit.models import Event
from giamngheo.households import actions
from giamngheo.households.values import PersonValues

pytestmark = pytest.mark.django_db
WHOLE = "038 075 000 001"


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_members_on_a_day_with_age_of_that_day(officer, officer_client, family) -> None:
    actions.birth(by=officer, household=family.household, on=date(2024, 5, 2), newborn=PersonValues("Nguyễn Thị Mai"))
    address = f"/ho-dan/{family.household.pk}/"
    now = officer_client.get(address).context["members"]
    assert [each["person"].given_name for each in now] == ["Bình", "Lan", "An", "Chi", "Mai"]
    then = officer_client.get(f"{address}?ngay=14/6/2021").context["members"]
    assert [(each["person"].given_name, each["age"]) for each in then] == [
        ("Bình", 46), ("Lan", 43), ("An", 19), ("Chi", 11),
    ]  # fmt: skip


def test_day_before_the_household_shows_its_first_day(officer_client, family) -> None:
    assert "ngoài thời gian hộ tồn tại" in page(officer_client, f"/ho-dan/{family.household.pk}/?ngay=1/1/2001")


def test_life_is_told_with_who_and_why_and_what_was_undone(officer, officer_client, family) -> None:
    done = actions.death(by=officer, person=family["Lan"], on=date(2024, 5, 1), reason="trích lục khai tử")
    actions.undo(by=officer, change=done.change, reason="nhầm người")
    born = actions.birth(
        by=officer, household=family.household, on=date(2023, 5, 2), newborn=PersonValues("Nguyễn Thị Mai")
    )
    actions.undo(by=officer, change=born.change, reason="nhầm hộ")
    events = officer_client.get(f"/ho-dan/{family.household.pk}/").context["found"].events
    kinds = [(event.change.kind, event.undone is not None, event.undoable) for event in events]
    assert kinds == [
        ("undo", False, False), ("death", True, False), ("undo", False, False), ("birth", True, False),
        ("registered", False, True),
    ]  # fmt: skip
    text = page(officer_client, f"/ho-dan/{family.household.pk}/")
    assert "trích lục khai tử" in text
    assert "Người thử can-bo" in text


def test_page_asks_the_same_for_few_people_and_many(officer, officer_client, family, django_assert_max_num_queries):
    address = f"/ho-dan/{family.household.pk}/"
    officer_client.get(address)
    with django_assert_max_num_queries(52) as few:
        officer_client.get(address)
    for number in range(5):
        actions.birth(
            by=officer, household=family.household, on=date(2024, 5, 2 + number),
            newborn=PersonValues(f"Nguyễn Thị M{'aâăeê'[number]}i"),
        )  # fmt: skip
    with django_assert_max_num_queries(len(few)):
        officer_client.get(address)


def test_id_is_masked_until_one_is_asked_for_and_that_is_recorded(officer_client, family) -> None:
    for address in (f"/ho-dan/{family.household.pk}/", f"/ho-dan/nguoi/{family['Bình'].pk}/"):
        text = page(officer_client, address)
        assert "••••••••0001" in text
        assert "038075000001" not in text
    seen = officer_client.post(f"/ho-dan/nguoi/{family['Bình'].pk}/so-dinh-danh/", headers={"HX-Request": "true"})
    assert WHOLE in seen.content.decode()
    assert "no-store" in seen.headers["Cache-Control"]
    assert Event.objects.filter(action="households.citizen_id_seen").count() == 1


def test_who_may_not_see_ids_gets_no_button_and_no_number(sign_in, make_user, hoang_phu_new, family) -> None:
    client = sign_in(make_user("kiem-tra", "auditor", hoang_phu_new))
    address = f"/ho-dan/nguoi/{family['Bình'].pk}/"
    assert "so-dinh-danh" not in page(client, address)
    assert client.post(f"{address}so-dinh-danh/").status_code == 403
    assert client.get(f"{address}dinh-chinh/").status_code == 403
    assert client.get(f"/ho-dan/{family.household.pk}/ghi/sinh/").status_code == 403
    assert not Event.objects.filter(action="households.citizen_id_seen").exists()


def test_what_is_another_communes_does_not_exist(other_officer_client, family) -> None:
    home, person = f"/ho-dan/{family.household.pk}/", f"/ho-dan/nguoi/{family['Bình'].pk}/"
    addresses = [home, f"{home}ghi/sinh/", f"{home}ghi/tach-ho/", person, f"{person}dinh-chinh/"]
    addresses.append(f"/ho-dan/thay-doi/{family.done.change.pk}/hoan-tac/")
    assert {address: other_officer_client.get(address).status_code for address in addresses} == dict.fromkeys(
        addresses, 404
    )
    posts = [f"{person}so-dinh-danh/", f"{home}ghi/sinh/", addresses[-1]]
    assert [other_officer_client.post(address, {"reason": "x"}).status_code for address in posts] == [404, 404, 404]
    assert other_officer_client.get("/ho-dan/999999/").status_code == 404


def test_person_says_what_the_register_said_before(officer, officer_client, family) -> None:
    lan = family["Lan"]
    actions.correct_person(
        by=officer, person=lan, seen=lan.changed_in_id, values={"full_name": "Trần Thị Lân"}, reason="theo thẻ"
    )
    text = page(officer_client, f"/ho-dan/nguoi/{lan.pk}/")
    assert "<del>Trần Thị Lan</del>" in text
    assert "theo thẻ" in text


def test_help_received_stands_in_the_page_and_its_time_line(officer_client, officer, family, sign_in, make_user,
                                                            hoang_phu_new) -> None:  # fmt: skip
    from tests.integration.support.conftest import row

    address = f"/ho-dan/{family.household.pk}/"
    assert "Hỗ trợ đã nhận" not in page(officer_client, address)
    given = row(family, unit=hoang_phu_new, on=date(2026, 3, 1))
    wrong = row(family, unit=hoang_phu_new, on=date(2026, 4, 1), instalment=2)
    row(family, unit=hoang_phu_new, on=date(2026, 4, 2), instalment=2, reverses=wrong, reason="ghi nhầm hộ")
    text = page(officer_client, address)
    assert f"/ho-tro/lan/{given.pk}/" in text
    assert "100.000 đồng" in text
    row(family, unit=hoang_phu_new, on=date(2019, 5, 6), year=2019)  # older years are folded, none is left out
    shown = officer_client.get(address)
    assert [(each["year"], each["open"]) for each in shown.context["help"]] == [(2026, True), (2019, False)]
    assert [each["open"] for each in officer_client.get(f"{address}?ngay=31/12/2019").context["help"]] == [True, True]
    told = shown.context["life"]
    assert [each["day"] for each in told if "help" in each] == [date(2026, 3, 1), date(2019, 5, 6)]
    assert [each["day"] for each in told] == sorted((each["day"] for each in told), reverse=True)
    reviewer = sign_in(make_user("ra-soat-vien", "village_reviewer", hoang_phu_new))  # may not see the ledger
    assert "Hỗ trợ đã nhận" not in page(reviewer, address)

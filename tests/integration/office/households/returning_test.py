"""On the screen: somebody who left is picked or asked about; a household that left is taken in by its code."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.models import Household, Membership, Person

pytestmark = pytest.mark.django_db
LEFT = date(2024, 5, 20)


@pytest.fixture
def chi_left(officer, family) -> Person:
    actions.departure(by=officer, household=family.household, people=[family["Chi"]], on=LEFT, left_as="abroad")
    return family["Chi"]


@pytest.fixture
def gone(officer, officer_client, family) -> str:
    actions.departure(
        by=officer, household=family.household, people=list(family.people.values()), on=LEFT, left_as="other_commune"
    )
    return officer_client.get(f"/ho-dan/{family.household.pk}/").context["found"].transfer_code


def test_person_who_left_is_searched_picked_and_back(officer_client, family, neighbours, chi_left) -> None:
    page = f"/ho-dan/{neighbours.household.pk}/ghi/chuyen-den/"
    assert f"?nguoi={chi_left.pk}" in officer_client.get(f"{page}?tim=chi").content.decode()
    picked = officer_client.get(f"{page}?nguoi={chi_left.pk}")
    assert [field.name for field in picked.context["fields"]] == ["relation", "on", "reason"]
    answer = officer_client.post(f"{page}?nguoi={chi_left.pk}", {"relation": "not_kin", "on": "1/8/2024"})
    assert answer.status_code == 302
    assert Membership.objects.get(person=chi_left, valid_to=None).household == neighbours.household
    assert Person.objects.count() == 6
    again = officer_client.get(f"{page}?nguoi={chi_left.pk}")
    assert "đã ở một hộ" in again.content.decode()


def test_namesake_who_left_is_asked_about_before_anything_is_written(officer_client, family, chi_left) -> None:
    page = f"/ho-dan/{family.household.pk}/ghi/chuyen-den/"
    typed = {"full_name": "Nguyễn Thị Chi", "birth": "2010", "relation": "child", "on": "1/8/2024"}
    answer = officer_client.post(page, typed)
    assert [each["code"] for each in answer.context["problems"]] == ["REGISTER-FORM-RETURNED"]
    assert f"?nguoi={chi_left.pk}" in answer.content.decode()
    assert Person.objects.count() == 4
    assert officer_client.post(page, {**typed, "nguoi-khac": "1"}).status_code == 302
    assert Person.objects.filter(full_name="Nguyễn Thị Chi").count() == 2


def test_household_is_taken_in_by_the_next_commune(other_officer_client, family, elsewhere, gone) -> None:
    found = other_officer_client.post("/ho-dan/ho-tro-ve/", {"code": gone, "lam": "find"})
    names = [field.name for field in found.context["fields"]]
    assert {f"n-{person.pk}" for person in family.people.values()} <= set(names)
    assert "038075000001" not in found.content.decode()
    typed = {f"n-{family['Bình'].pk}": "head", f"n-{family['Lan'].pk}": "spouse", f"n-{family['An'].pk}": ""}
    typed |= {"code": gone, "lam": "write", "line": "Nhà 5", "on": "1/8/2025", "village": ""}
    refused = other_officer_client.post("/ho-dan/ho-tro-ve/", typed)
    assert [each["field"] for each in refused.context["problems"]] == ["village"]
    assert {field.name: field.value for field in refused.context["fields"]}["line"] == "Nhà 5"
    done = other_officer_client.post("/ho-dan/ho-tro-ve/", {**typed, "village": str(elsewhere.pk)})
    assert done.headers["Location"] == f"/ho-dan/{family.household.pk}/"
    home = Household.objects.get(pk=family.household.pk)
    assert home.ended_on is None
    rows = Membership.objects.filter(household=home, valid_to=None)
    assert dict(rows.values_list("person__given_name", "relation")) == {"Bình": "head", "Lan": "spouse"}
    assert other_officer_client.get(f"/ho-dan/{home.pk}/").status_code == 200


def test_nothing_found_says_what_to_do_and_tells_nothing(other_officer_client, family, elsewhere, gone) -> None:
    answer = other_officer_client.post("/ho-dan/ho-tro-ve/", {"number": "038075000001", "full_name": "Nguyễn Văn B"})
    text = answer.content.decode()
    assert [each["code"] for each in answer.context["problems"]] == ["REGISTER-NOT-DEPARTED"]
    assert "Lan" not in text
    assert "Hoằng Phú" not in text


def test_old_commune_finds_it_among_those_that_left(officer_client, family, gone) -> None:
    page = officer_client.get("/ho-dan/?loc=da-ket-thuc").content.decode()
    assert "19/05/2024: cả hộ chuyển đi" in page
    assert f"/ho-dan/{family.household.pk}/?ngay=19/05/2024" in page.replace("%2F", "/")
    assert gone in officer_client.get(f"/ho-dan/{family.household.pk}/").content.decode()


def test_reader_sees_no_transfer_code(sign_in, make_user, hoang_phu_new, family, gone) -> None:
    reader = sign_in(make_user("kiem-tra", "auditor", hoang_phu_new))
    assert gone not in reader.get(f"/ho-dan/{family.household.pk}/").content.decode()
    assert reader.get("/ho-dan/ho-tro-ve/").status_code == 403

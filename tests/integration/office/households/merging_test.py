"""Merging on the screen: the other household is searched for, both are shown, relations are asked again."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.models import Household, Membership
from giamngheo.households.values import PersonValues

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(family) -> str:
    return f"/ho-dan/{family.household.pk}/nhap-ho/"


@pytest.fixture
def near(register):
    return register(
        (PersonValues("Lê Văn Dũng", "male", 19800000), "head"), (PersonValues("Phạm Thị Hoa", "female"), "spouse"),
        code="H-02",
    )  # fmt: skip


def test_other_household_is_found_by_a_member_and_chosen(officer_client, page, family, near) -> None:
    text = officer_client.get(f"{page}?tim=hoa").content.decode()
    assert f"?vao={near.household.pk}" in text
    assert "có Phạm Thị Hoa" in text
    own = officer_client.get(f"{page}?tim=binh").context["found"]
    assert own == []


def test_relations_are_asked_again_and_both_become_one(officer_client, page, family, near) -> None:
    fields = officer_client.get(f"{page}?vao={near.household.pk}").context["fields"]
    asked = {field.name for field in fields}
    assert {f"n-{person.pk}" for person in family.people.values()} <= asked
    assert all(value != "head" for field in fields for value, _label in field.options)  # the household has a head
    typed = {f"n-{family['Lan'].pk}": "sibling", "on": "1/6/2024", "reason": "về ở chung"}
    answer = officer_client.post(f"{page}?vao={near.household.pk}", typed)
    assert answer.headers["Location"] == f"/ho-dan/{near.household.pk}/"
    rows = Membership.objects.filter(household=near.household, valid_to=None)
    assert dict(rows.values_list("person__given_name", "relation")) == {
        "Dũng": "head", "Hoa": "spouse", "Bình": "unknown", "Lan": "sibling", "An": "unknown", "Chi": "unknown",
    }  # fmt: skip
    gone = Household.objects.get(pk=family.household.pk)
    assert (gone.ended_as, gone.ended_on, gone.merged_into_id) == ("merged", date(2024, 5, 31), near.household.pk)


def test_household_without_head_may_take_one_from_the_other(officer, officer_client, page, family, near) -> None:
    actions.death(by=officer, person=near["Dũng"], on=date(2024, 1, 1))
    typed = {f"n-{family['Bình'].pk}": "head", "on": "1/6/2024"}
    assert officer_client.post(f"{page}?vao={near.household.pk}", typed).status_code == 302
    assert Membership.objects.get(household=near.household, valid_to=None, relation="head").person == family["Bình"]


def test_refusal_keeps_what_was_typed(officer_client, page, family, near) -> None:
    answer = officer_client.post(
        f"{page}?vao={near.household.pk}", {f"n-{family['Lan'].pk}": "sibling", "on": "1/1/2019"}
    )
    assert (answer.status_code, [each["code"] for each in answer.context["problems"]]) == (
        422, ["REGISTER-BEFORE-HOUSEHOLD"],
    )  # fmt: skip
    assert {field.name: field.value for field in answer.context["fields"]}[f"n-{family['Lan'].pk}"] == "sibling"
    assert Household.objects.filter(ended_on=None).count() == 2


@pytest.mark.parametrize("into", ["itself", "another commune's", "nobody's"])
def test_what_cannot_be_chosen_leads_back_to_the_search(officer_client, page, family, stranger, into) -> None:
    key = {"itself": family.household.pk, "another commune's": stranger.household.pk, "nobody's": 999_999}[into]
    answer = officer_client.post(f"{page}?vao={key}", {"on": "1/6/2024"})
    assert "Hộ được chọn không còn" in answer.content.decode()
    assert not Household.objects.exclude(ended_on=None).exists()


def test_others_neither_search_nor_merge(other_officer_client, sign_in, make_user, hoang_phu_new, page, near) -> None:
    assert other_officer_client.get(f"{page}?tim=hoa").status_code == 404
    assert other_officer_client.post(f"{page}?vao={near.household.pk}", {"on": "1/6/2024"}).status_code == 404
    assert sign_in(make_user("kiem-tra", "auditor", hoang_phu_new)).get(page).status_code == 403

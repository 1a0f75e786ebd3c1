"""The forms of the register: what they write, and that a refusal says why and keeps every field."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.models import Address, Household, Membership, Person

pytestmark = pytest.mark.django_db


def new_household(village, **more) -> dict[str, str]:
    return {
        "village": str(village.pk), "line": "Nhà 9", "on": "1/9/2025", "o-1-full_name": "Lê Thị Hoa",
        "o-1-relation": "head", "o-1-birth": "1948", "o-3-full_name": "Lê Văn Tú", "o-3-relation": "child",
        "o-3-birth": "05/03/1980", **more,
    }  # fmt: skip


def now(home) -> dict[str, str]:
    rows = Membership.objects.filter(household=home.household, valid_to=None).select_related("person")
    return {row.person.given_name: row.relation for row in rows}


def act(client, home, slug: str, **typed):
    return client.post(f"/ho-dan/{home.household.pk}/ghi/{slug}/", typed)


def test_household_is_added_with_its_members(officer_client, villages) -> None:
    answer = officer_client.post("/ho-dan/them/", new_household(villages[0]))
    home = Household.objects.get()
    assert answer.headers["Location"] == f"/ho-dan/{home.pk}/"
    assert home.formed_on == date(2025, 9, 1)
    assert list(Person.objects.order_by("pk").values_list("full_name", "birth")) == [
        ("Lê Thị Hoa", 19480000), ("Lê Văn Tú", 19800305),
    ]  # fmt: skip


def test_row_is_added_without_saving_and_keeps_what_was_typed(officer_client, villages) -> None:
    answer = officer_client.post("/ho-dan/them/", new_household(villages[0], lam="row-add", **{"o-4-full_name": ""}))
    assert answer.status_code == 200
    assert len(answer.context["rows"]) == 5
    assert "Lê Văn Tú" in answer.content.decode()
    assert not Household.objects.exists()


def test_refusal_stands_beside_its_field_with_two_ways_out(officer_client, villages) -> None:
    typed = new_household(villages[0], on="31/02/2026", **{"o-3-citizen_id": "12345", "o-3-birth": "hôm qua"})
    answer = officer_client.post("/ho-dan/them/", typed)
    assert answer.status_code == 422
    assert {problem["field"] for problem in answer.context["problems"]} == {"on", "o-3-birth"}
    assert all(len(problem["fixes"]) >= 2 for problem in answer.context["problems"])
    assert "Lê Thị Hoa" in answer.content.decode()
    answer = officer_client.post("/ho-dan/them/", {**typed, "on": "1/9/2025", "o-3-birth": "1980"})
    assert [problem["field"] for problem in answer.context["problems"]] == ["o-3-citizen_id"]
    assert not Household.objects.exists()


def test_each_event_of_life_is_written(officer_client, family, villages) -> None:
    assert (
        act(officer_client, family, "sinh", full_name="Nguyễn Thị Mai", relation="child", on="2/5/2024").status_code
        == 302
    )
    assert act(officer_client, family, "mat", who=str(family["Bình"].pk), on="3/6/2024").status_code == 302
    assert now(family) == {"Lan": "spouse", "An": "child", "Chi": "child", "Mai": "child"}
    heirs = {f"n-{family['Lan'].pk}": "head", f"n-{family['An'].pk}": "child", "on": "4/6/2024"}
    assert act(officer_client, family, "doi-chu-ho", **heirs).status_code == 302
    assert now(family) == {"Lan": "head", "An": "child", "Chi": "unknown", "Mai": "unknown"}
    assert (
        act(
            officer_client, family, "chuyen-den", full_name="Trần Văn Tư", relation="sibling", on="1/7/2024"
        ).status_code
        == 302
    )
    leaving = {f"n-{family['Chi'].pk}": "di", "left_as": "abroad", "on": "1/8/2024"}
    assert act(officer_client, family, "chuyen-di", **leaving).status_code == 302
    assert now(family) == {"Lan": "head", "An": "child", "Mai": "unknown", "Tư": "sibling"}
    assert (
        act(officer_client, family, "doi-cho-o", village=str(villages[1].pk), line="Nhà mới", on="2/8/2024").status_code
        == 302
    )
    assert Address.objects.get(household=family.household, valid_to=None).village == villages[1]


def test_split_goes_to_the_new_household(officer_client, family, villages) -> None:
    typed = {f"n-{family['An'].pk}": "head", "village": str(villages[0].pk), "line": "Nhà 7", "on": "1/9/2025"}
    answer = act(officer_client, family, "tach-ho", **typed)
    new = Household.objects.latest("pk")
    assert answer.headers["Location"] == f"/ho-dan/{new.pk}/"
    assert now(family) == {"Bình": "head", "Lan": "spouse", "Chi": "child"}


@pytest.mark.parametrize(
    ("slug", "typed", "code"),
    [
        ("sinh", {"full_name": "Bé", "on": ""}, "REGISTER-FORM-DAY"),
        ("sinh", {"full_name": "", "on": "1/9/2025"}, "REGISTER-NAME-EMPTY"),
        ("sinh", {"full_name": "Bé", "on": "1/1/2090"}, "REGISTER-DAY-FUTURE"),
        ("mat", {"who": "", "on": "1/9/2025"}, "REGISTER-NOBODY"),
        ("chuyen-di", {"on": "1/9/2025", "left_as": "abroad"}, "REGISTER-NOBODY"),
        ("chuyen-di", {"on": "1/9/2025", "left_as": "nowhere"}, "REGISTER-FIELD"),
        ("doi-chu-ho", {"on": "1/9/2025"}, "REGISTER-ONE-HEAD"),
        ("tach-ho", {"on": "1/9/2025"}, "REGISTER-ONE-HEAD"),
        ("doi-cho-o", {"on": "1/9/2025", "village": "nothing"}, "REGISTER-VILLAGE"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(officer_client, family, slug, typed, code) -> None:
    before = now(family)
    answer = act(officer_client, family, slug, **typed)
    assert answer.status_code == 422
    assert [problem["code"] for problem in answer.context["problems"]] == [code]
    assert now(family) == before


def test_second_officer_is_told_and_loses_nothing(officer, officer_client, family) -> None:
    lan = family["Lan"]
    address = f"/ho-dan/nguoi/{lan.pk}/dinh-chinh/"
    form = {"based_on": str(lan.changed_in_id), "full_name": "Trần Thị Lân", "sex": "female", "birth": "1978",
            "ethnic_group": "", "phone": "0912000111", "citizen_id": "", "reason": "theo thẻ"}  # fmt: skip
    actions.correct_person(
        by=officer, person=lan, seen=lan.changed_in_id, reason="theo sổ",
        values={"full_name": "Trần Thị Lành", "birth": 19790000},
    )  # fmt: skip
    answer = officer_client.post(address, form)
    assert answer.status_code == 409
    fields = {field.name: field.value for field in answer.context["fields"]}
    assert (fields["full_name"], fields["birth"], fields["phone"]) == ("Trần Thị Lân", "1979", "0912000111")
    assert [clash for *_words, clash in answer.context["both"]] == [True, False]
    again = officer_client.post(address, {**form, **fields, "based_on": str(answer.context["based_on"])})
    assert again.status_code == 302
    lan.refresh_from_db()
    assert (lan.full_name, lan.birth, lan.phone) == ("Trần Thị Lân", 19790000, "0912000111")


def test_correction_keeps_the_id_nobody_typed(officer_client, family) -> None:
    head = family["Bình"]
    form = {"based_on": str(head.changed_in_id), "full_name": "Nguyễn Văn Bính", "sex": "male", "birth": "10/04/1975"}
    assert (
        officer_client.post(f"/ho-dan/nguoi/{head.pk}/dinh-chinh/", {**form, "reason": "theo thẻ"}).status_code == 302
    )
    head.refresh_from_db()
    assert (head.full_name, head.citizen_id) == ("Nguyễn Văn Bính", "038075000001")


def test_undo_needs_a_reason_and_names_what_came_after(officer, officer_client, family) -> None:
    done = actions.death(by=officer, person=family["Lan"], on=date(2024, 5, 1))
    address = f"/ho-dan/thay-doi/{done.change.pk}/hoan-tac/?ho={family.household.pk}"
    assert "Lý do" in officer_client.get(address).content.decode()
    assert officer_client.post(address, {"reason": " "}).status_code == 422
    assert officer_client.post(address, {"reason": "nhầm"}).headers["Location"] == f"/ho-dan/{family.household.pk}/"
    assert "Lan" in now(family)
    twice = officer_client.post(address, {"reason": "nhầm"})
    assert [problem["code"] for problem in twice.context["problems"]] == ["REGISTER-UNDO-TWICE"]


def test_undoing_the_household_itself_leads_back_to_the_list(officer_client, family) -> None:
    address = f"/ho-dan/thay-doi/{family.done.change.pk}/hoan-tac/?ho={family.household.pk}"
    assert officer_client.post(address, {"reason": "nhập hai lần"}).headers["Location"] == "/ho-dan/"

"""Corrections of a household, an address, a membership, a circumstance; circumstances begun and ended."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.households import actions
from giamngheo.households.models import Address, Change, Circumstance, Household, Membership

pytestmark = pytest.mark.django_db


@pytest.fixture
def disabled(officer, family) -> Circumstance:
    actions.add_circumstance(
        by=officer, person=family["Lan"], kind="disability", detail="nặng", valid_from=date(2021, 1, 1)
    )
    return Circumstance.objects.get()


def address_of(kind: str, row) -> str:
    return f"/ho-dan/dinh-chinh/{kind}/{row.pk}/"


def sent(client, address: str, **typed):
    """The form as it stands, with some fields typed over."""
    form = client.get(address).context
    fields = {field.name: field.value for field in form["fields"]}
    return client.post(address, {**fields, "based_on": str(form["based_on"]), "was": form["was"], **typed})


def test_code_and_first_day_of_a_household_are_corrected_with_its_first_address(officer_client, family) -> None:
    home = family.household
    answer = sent(
        officer_client, address_of("ho", home), local_code="H-09", formed_on="1/2/2020", reason="theo sổ hộ tịch"
    )
    assert answer.headers["Location"] == f"/ho-dan/{home.pk}/"
    home.refresh_from_db()
    assert (home.local_code, home.formed_on) == ("H-09", date(2020, 2, 1))
    assert Address.objects.get(household=home).valid_from == date(2020, 2, 1)
    text = officer_client.get(f"/ho-dan/{home.pk}/").content.decode()
    assert "<del>H-01</del>" in text
    assert "theo sổ hộ tịch" in text


def test_address_is_corrected_without_moving_anybody(officer_client, family, villages) -> None:
    row = Address.objects.get(household=family.household)
    answer = sent(
        officer_client, address_of("dia-chi", row), village_id=str(villages[1].pk), line="Nhà 1A", reason="gõ nhầm thôn"
    )
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.village_id, row.line, row.valid_to) == (villages[1].pk, "Nhà 1A", None)
    assert "<del>Thôn Thử 1</del>" in officer_client.get(f"/ho-dan/{family.household.pk}/").content.decode()


def test_relation_nobody_knew_is_filled_in_from_the_household(officer, officer_client, family) -> None:
    actions.change_head(by=officer, household=family.household, head=family["Lan"], on=date(2024, 1, 1))
    row = family.row("An")
    assert address_of("thanh-vien", row) in officer_client.get(f"/ho-dan/{family.household.pk}/").content.decode()
    assert sent(officer_client, address_of("thanh-vien", row), relation="child").status_code == 302
    row.refresh_from_db()
    assert row.relation == "child"
    assert Change.objects.latest("pk").reason == "bổ sung quan hệ với chủ hộ"


def test_second_head_is_refused_with_every_field_kept(officer_client, family) -> None:
    row = family.row("An")
    answer = sent(officer_client, address_of("thanh-vien", row), relation="head", reason="nhầm")
    assert (answer.status_code, [each["code"] for each in answer.context["problems"]]) == (422, ["REGISTER-CONFLICT"])
    assert {field.name: field.value for field in answer.context["fields"]}["relation"] == "head"


def test_second_officer_on_one_address_sees_both_and_loses_nothing(officer, officer_client, family, villages) -> None:
    row = Address.objects.get(household=family.household)
    page = address_of("dia-chi", row)
    form = {"based_on": str(row.changed_in_id), "village_id": str(row.village_id), "line": "Nhà 2", "reason": "x"}
    actions.correct_address(
        by=officer, address=row, seen=row.changed_in_id, reason="y",
        values={"line": "Nhà 3", "village_id": villages[1].pk},
    )  # fmt: skip
    answer = officer_client.post(page, form)
    assert answer.status_code == 409
    fields = {field.name: field.value for field in answer.context["fields"]}
    assert (fields["line"], fields["village_id"]) == ("Nhà 2", str(villages[1].pk))
    assert sorted(clash for *_words, clash in answer.context["both"]) == [False, True]
    again = {**form, **fields, "based_on": str(answer.context["based_on"])}
    assert officer_client.post(page, again).status_code == 302
    row.refresh_from_db()
    assert (row.line, row.village_id) == ("Nhà 2", villages[1].pk)


def test_day_that_cannot_be_read_stands_beside_its_own_field(officer_client, family) -> None:
    answer = sent(officer_client, address_of("ho", family.household), formed_on="31/2/2020", reason="x")
    assert [each["field"] for each in answer.context["problems"]] == ["formed_on"]
    answer = sent(officer_client, address_of("ho", family.household), formed_on="1/1/2090", reason="x")
    assert [each["field"] for each in answer.context["problems"]] == ["formed_on"]


def test_circumstance_begins_ends_and_is_corrected(officer_client, family) -> None:
    person = f"/ho-dan/nguoi/{family['Lan'].pk}/"
    begun = {"kind": "disability", "detail": "nặng", "on": "1/5/2023"}
    assert officer_client.post(f"{person}hoan-canh/", begun).headers["Location"] == person
    row = Circumstance.objects.get()
    assert (row.kind, row.detail, row.valid_from, row.valid_to) == ("disability", "nặng", date(2023, 5, 1), None)
    refused = officer_client.post(f"{person}hoan-canh/", begun)
    assert [each["code"] for each in refused.context["problems"]] == ["REGISTER-CIRCUMSTANCE-HELD"]
    ended = officer_client.post(f"/ho-dan/hoan-canh/{row.pk}/ket-thuc/", {"on": "1/6/2024"})
    assert ended.headers["Location"] == person
    answer = sent(officer_client, address_of("hoan-canh", row), valid_to="", detail="đặc biệt nặng", reason="theo giấy")
    assert answer.status_code == 302
    row.refresh_from_db()
    assert (row.detail, row.valid_to) == ("đặc biệt nặng", None)
    text = officer_client.get(person).content.decode()
    assert "<del>nặng</del> <ins>đặc biệt nặng</ins>" in text
    assert "<del>01/06/2024</del>" in text


def test_ended_circumstance_stays_on_the_page(officer, officer_client, disabled, family) -> None:
    actions.end_circumstance(by=officer, circumstance=disabled, on=date(2022, 1, 1))
    text = officer_client.get(f"/ho-dan/nguoi/{family['Lan'].pk}/").content.decode()
    assert "từ ngày 01/01/2021 đến hết ngày 01/01/2022" in text


def test_too_many_characters_are_refused_not_cut(officer_client, family, disabled) -> None:
    answer = sent(officer_client, address_of("hoan-canh", disabled), detail="x" * 201, reason="x")
    assert [each["code"] for each in answer.context["problems"]] == ["REGISTER-TOO-LONG"]


@pytest.mark.parametrize("kind", ["ho", "dia-chi", "thanh-vien", "hoan-canh", "gi-do"])
def test_others_rows_do_not_exist_and_readers_may_not(
    other_officer_client, sign_in, make_user, hoang_phu_new, family, disabled, kind
) -> None:
    rows = {
        "ho": family.household, "dia-chi": Address.objects.get(), "thanh-vien": family.row("An"),
        "hoan-canh": disabled, "gi-do": family.household,
    }  # fmt: skip
    page = address_of(kind, rows[kind])
    assert other_officer_client.get(page).status_code == 404
    assert other_officer_client.post(page, {"reason": "x"}).status_code == 404
    reader = sign_in(make_user("kiem-tra", "auditor", hoang_phu_new))
    assert reader.post(page, {"reason": "x"}).status_code == (404 if kind == "gi-do" else 403)
    assert Membership.objects.count() == 4
    assert Household.objects.get().local_code == "H-01"


def test_others_circumstances_are_not_begun_or_ended(other_officer_client, family, disabled) -> None:
    assert other_officer_client.post(f"/ho-dan/nguoi/{family['Lan'].pk}/hoan-canh/", {}).status_code == 404
    assert (
        other_officer_client.post(f"/ho-dan/hoan-canh/{disabled.pk}/ket-thuc/", {"on": "1/1/2022"}).status_code == 404
    )


def test_correction_form_asks_few_questions(officer_client, family, disabled, django_assert_max_num_queries) -> None:
    page = address_of("thanh-vien", family.row("An"))
    officer_client.get(page)
    with django_assert_max_num_queries(24):
        officer_client.get(page)

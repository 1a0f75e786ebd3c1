"""The screen of a location: typed, pasted, taken by a device; what cannot be read is said; readers see none."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from giamngheo.households import actions
from giamngheo.households.models import Address

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(family) -> Address:
    return Address.objects.get(household=family.household)


def send(client, row, **typed):
    return client.post(f"/ho-dan/vi-tri/{row.pk}/", {"based_on": str(row.changed_in_id), **typed})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"latitude": "19.812345", "longitude": "105.871234"}, ("19.812345", "105.871234")),
        ({"latitude": "19,812345", "longitude": "105,871234"}, ("19.812345", "105.871234")),
        ({"latitude": "19.812345, 105.871234"}, ("19.812345", "105.871234")),
        ({"latitude": "19,812345; 105,871234"}, ("19.812345", "105.871234")),
        ({"latitude": "19.8°", "longitude": "105.8°"}, ("19.800000", "105.800000")),
    ],
)
def test_degrees_are_read_as_people_write_and_paste_them(officer_client, row, typed, found) -> None:
    assert send(officer_client, row, **typed).status_code == 302
    row.refresh_from_db()
    assert (str(row.latitude), str(row.longitude), row.located_as) == (*found, "typed")


def test_what_the_device_says_is_kept_with_its_time(officer_client, family, row) -> None:
    typed = {"latitude": "19.8", "longitude": "105.8", "accuracy": "9", "located_at": "2026-05-01T03:00:00.000Z"}
    assert send(officer_client, row, **typed).status_code == 302
    row.refresh_from_db()
    assert (row.accuracy, row.located_as, row.located_at) == (9, "device", datetime(2026, 5, 1, 3, tzinfo=UTC))
    page = officer_client.get(f"/ho-dan/{family.household.pk}/").content.decode()
    assert "19.800000, 105.800000" in page
    assert "±9 m" in page
    assert "10:00 01/05/2026" in page


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({"latitude": "19°48'", "longitude": "105"}, "REGISTER-FORM-DEGREES", "latitude"),
        ({"latitude": "19.8"}, "REGISTER-FORM-DEGREES", "longitude"),
        ({"latitude": "19.8", "longitude": "105", "accuracy": "gần"}, "REGISTER-FORM-ACCURACY", "accuracy"),
        ({"latitude": "19.8", "longitude": "105", "accuracy": "999999"}, "REGISTER-ACCURACY", "accuracy"),
        ({"latitude": "99", "longitude": "105"}, "REGISTER-COORDINATES", "latitude"),
        ({}, "REGISTER-NOTHING", ""),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(officer_client, row, typed, code, field) -> None:
    answer = send(officer_client, row, **typed)
    assert answer.status_code == 422
    assert [(each["code"], each["field"]) for each in answer.context["problems"]] == [(code, field)]
    row.refresh_from_db()
    assert row.latitude is None


def test_place_outside_the_country_is_warned_about_on_the_next_page(officer_client, row) -> None:
    answer = officer_client.post(
        f"/ho-dan/vi-tri/{row.pk}/", {"based_on": str(row.changed_in_id), "latitude": "48.8", "longitude": "2.3"},
        follow=True,
    )  # fmt: skip
    assert "nằm ngoài Việt Nam" in answer.content.decode()


def test_second_officer_is_told_and_what_the_device_took_is_kept(officer, officer_client, row) -> None:
    seen = row.changed_in_id
    actions.correct_address(by=officer, address=row, seen=seen, values={"line": "Nhà 1A"}, reason="x")
    typed = {"latitude": "19.8", "longitude": "105.8", "located_at": "2026-05-01T03:00:00Z"}
    answer = officer_client.post(f"/ho-dan/vi-tri/{row.pk}/", {"based_on": str(seen), **typed})
    assert answer.status_code == 409
    assert 'value="2026-05-01T03:00:00Z"' in answer.content.decode()
    again = {**typed, "based_on": str(answer.context["based_on"])}
    assert officer_client.post(f"/ho-dan/vi-tri/{row.pk}/", again).status_code == 302
    row.refresh_from_db()
    assert (row.latitude, row.line) == (Decimal("19.8"), "Nhà 1A")


def test_readers_see_neither_place_nor_group_nor_circumstance(
    officer, officer_client, sign_in, make_user, hoang_phu_new, family, row
) -> None:
    send(officer_client, row, latitude="19.812345", longitude="105.871234")
    lan = family["Lan"]
    actions.add_circumstance(by=officer, person=lan, kind="disability", detail="nặng", valid_from=row.valid_from)
    actions.correct_person(
        by=officer, person=lan, seen=lan.changed_in_id, values={"ethnic_group": "06"}, reason="theo giấy"
    )
    reader = sign_in(make_user("kiem-tra", "auditor", hoang_phu_new))
    for address in (f"/ho-dan/{family.household.pk}/", f"/ho-dan/nguoi/{lan.pk}/"):
        text, officers = (client.get(address).content.decode() for client in (reader, officer_client))
        assert ("Mường" in officers) or ("nặng" in officers)
        assert not [word for word in ("19.812345", "khuyết tật", "nặng", "Mường") if word in text]
    assert reader.get(f"/ho-dan/vi-tri/{row.pk}/").status_code == 403


def test_others_address_has_no_location_page(other_officer_client, row) -> None:
    assert other_officer_client.get(f"/ho-dan/vi-tri/{row.pk}/").status_code == 404
    assert send(other_officer_client, row, latitude="19", longitude="105").status_code == 404

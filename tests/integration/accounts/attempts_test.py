"""Guessing a password: five tries a name, however the name is spelt and whatever address a header claims."""

import pytest
from django.urls import reverse

from giamngheo.audit.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt(client):
    def send(name, password="sai mật khẩu", **headers):
        return client.post(reverse("office:sign-in"), {"username": name, "password": password}, **headers)

    return send


def test_spellings_of_a_name_share_one_count(officer, attempt) -> None:
    for name in ("can-bo", "CAN-BO", " Can-Bo ", "cAn-bo"):
        assert attempt(name).status_code == 200
    assert attempt("CaN-bO").status_code in (403, 429)
    assert attempt("can-bo", "mật khẩu giả 2026").status_code in (403, 429)


def test_claimed_addresses_do_not_reset_the_count(officer, attempt) -> None:
    for number in range(5):
        last = attempt("can-bo", headers={"x-forwarded-for": f"10.0.0.{number}"})
    assert last.status_code in (403, 429)
    assert attempt("can-bo", "mật khẩu giả 2026", headers={"x-forwarded-for": "10.9.9.9"}).status_code in (403, 429)


def test_every_attempt_and_the_lock_are_recorded(officer, attempt) -> None:
    for _ in range(6):
        attempt("can-bo")
    done = list(Event.objects.values_list("action", flat=True))
    assert done.count("accounts.sign_in_failed") >= 5
    assert "accounts.locked_out" in done


@pytest.mark.parametrize("name", ["\x00", "a" * 5000, "'; DROP TABLE audit_event; --", "\u202e", ""])
def test_strange_names_are_only_wrong_names(officer, attempt, name) -> None:
    assert attempt(name).status_code in (200, 403)

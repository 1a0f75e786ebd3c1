"""Writes of the accounts: refused beyond one's own rights, and always recorded."""

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import RequestFactory

from giamngheo.accounts import queries
from giamngheo.accounts.actions import (
    OwnGrant,
    create_user,
    grant,
    revoke,
    set_active,
    set_language,
    set_password,
)
from giamngheo.accounts.models import Grant, User
from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.accounts.roles import Role
from giamngheo.audit.models import Event
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def test_administrator_creates_and_grants_in_the_province(administrator, hoang_phu_new) -> None:
    user = create_user(username="Lan.Moi", full_name="Người thử Lan", password=PASSWORD, by=administrator)
    grant(user=user, role=Role.COMMUNE_OFFICER, unit=hoang_phu_new, by=administrator)
    assert (user.username, user.must_change_password) == ("lan.moi", True)
    actions = Event.objects.filter(actor_id=administrator.pk).values_list("action", flat=True)
    assert list(actions) == ["accounts.granted", "accounts.user_created"]
    assert "password" not in str(Event.objects.filter(subject_id=str(user.pk)).values("before", "after"))


def test_nobody_changes_own_grants(administrator, hoang_phu_new) -> None:
    with pytest.raises(OwnGrant):
        grant(user=administrator, role=Role.COMMUNE_LEADER, unit=hoang_phu_new, by=administrator)
    with pytest.raises(OwnGrant):
        revoke(grant=administrator.grants.get(), by=administrator)
    assert administrator.grants.count() == 1


def test_database_refuses_an_own_grant_too(administrator, hoang_phu_new) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(
            user=administrator, role="auditor", unit=hoang_phu_new, valid_from="2026-01-01", granted_by=administrator
        )


def test_administrator_cannot_grant_beyond_own_reach(administrator, make_user, unit_of) -> None:
    user = make_user("moi")
    for unit in (unit_of("01"), None):
        with pytest.raises(OutOfScope):
            grant(user=user, role=Role.AUDITOR, unit=unit, by=administrator)


def test_officer_manages_nobody(officer, make_user, hoang_phu_new) -> None:
    with pytest.raises(NotPermitted):
        create_user(username="ai-do", full_name="Người thử", password=PASSWORD, by=officer)
    with pytest.raises(NotPermitted):
        grant(user=make_user("moi"), role=Role.COMMUNE_OFFICER, unit=hoang_phu_new, by=officer)


def test_commune_administrator_cannot_take_over_the_province(
    make_user, hoang_phu_new, province_officer, officer
) -> None:
    small = make_user("quan-tri-xa", "administrator", hoang_phu_new)
    with pytest.raises(OutOfScope):
        set_password(user=province_officer, password="một mật khẩu khác", by=small)
    with pytest.raises(OutOfScope):
        set_active(user=province_officer, active=False, by=small)
    assert set(queries.users_for(small)) == {officer}


def test_password_chosen_by_another_must_be_changed(administrator, officer) -> None:
    set_password(user=officer, password="một mật khẩu khác", by=administrator)
    officer.refresh_from_db()
    assert officer.must_change_password
    set_password(user=officer, password="mật khẩu của riêng tôi", by=officer)
    officer.refresh_from_db()
    assert not officer.must_change_password


@pytest.mark.parametrize("password", ["ngắn", "1234567890", "password123"])
def test_weak_password_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        create_user(username="yeu", full_name="Người thử", password=password, by=None)
    assert not User.objects.filter(username="yeu").exists()


@pytest.mark.parametrize("username", ["CAN-BO", "", "tên có dấu", "hai từ", "a\n"])
def test_taken_or_strange_names_are_refused(officer, username: str) -> None:
    before = User.objects.count()
    with pytest.raises(ValidationError):
        create_user(
            username=username if username != "a\n" else "a\nb", full_name="Người thử", password=PASSWORD, by=None
        )
    assert User.objects.count() == before


def test_same_open_grant_is_refused_twice(officer, hoang_phu_new) -> None:
    with pytest.raises(ValidationError):
        grant(user=officer, role=Role.COMMUNE_OFFICER, unit=hoang_phu_new, by=None)
    revoke(grant=officer.grants.get(), by=None, reason="chuyển công tác")
    grant(user=officer, role=Role.COMMUNE_OFFICER, unit=hoang_phu_new, by=None)
    assert officer.grants.count() == 2


def test_revoking_twice_records_once(officer) -> None:
    held = officer.grants.get()
    revoke(grant=held, by=None)
    revoke(grant=held, by=None)
    assert Event.objects.filter(action="accounts.revoked", subject_id=str(officer.pk)).count() == 1


def test_language_is_the_users_own_choice(officer, administrator) -> None:
    set_language(user=officer, language="en", by=officer)
    officer.refresh_from_db()
    assert officer.language == "en"
    with pytest.raises(NotPermitted):
        set_language(user=officer, language="vi", by=administrator)
    with pytest.raises(ValidationError):
        set_language(user=officer, language="fr", by=officer)


def test_name_is_case_insensitive_at_the_door(officer) -> None:
    request = RequestFactory().post("/")
    assert authenticate(request, username="CAN-BO", password=PASSWORD) == officer


def test_first_administrator_comes_from_the_server(monkeypatch, units_loaded) -> None:
    module = "giamngheo.accounts.management.commands.create_administrator"
    monkeypatch.setattr(f"{module}.getpass", lambda: PASSWORD)
    call_command("create_administrator", "goc", "Người thử Gốc", unit="38")
    assert User.objects.get(username="goc").grants.get().unit.name == "Tỉnh Thanh Hóa"

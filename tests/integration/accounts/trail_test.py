"""Signing in, out and failing are recorded; the trail itself is read by scope."""

from datetime import date

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from giamngheo.accounts import queries
from giamngheo.accounts.models import User
from giamngheo.accounts.sign_in_events import _locked_out
from giamngheo.audit.actions import record
from giamngheo.audit.models import Event
from giamngheo.territory.models import Unit
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db


def actions_about(user: User) -> list[str]:
    about = Event.objects.filter(subject_type="accounts.User", subject_id=str(user.pk)).order_by("id")
    return [event.action for event in about if event.action.startswith(("accounts.sign", "accounts.lock"))]


def attempt(username: str, password: str):
    return authenticate(RequestFactory().post("/"), username=username, password=password)


def test_signing_in_and_out_is_recorded(officer, sign_in) -> None:
    sign_in(officer).logout()
    assert actions_about(officer) == ["accounts.signed_in", "accounts.signed_out"]


def test_failed_attempts_lock_and_are_recorded(officer) -> None:
    for _ in range(5):
        assert attempt("can-bo", "sai") is None
    assert attempt("can-bo", PASSWORD) is None, "locked out, even with the right password"
    assert actions_about(officer).count("accounts.sign_in_failed") >= 5
    assert "accounts.locked_out" in actions_about(officer)


def test_unknown_name_is_not_written_down(officer) -> None:
    attempt("mật khẩu gõ nhầm vào ô tên", "x")
    _locked_out(None, username="mật khẩu gõ nhầm vào ô tên")
    events = Event.objects.filter(action__in=["accounts.sign_in_failed", "accounts.locked_out"])
    assert events.count() == 2
    assert all(event.subject_id == "" and event.after is None for event in events)


def test_leader_reads_the_trail_of_own_commune(leader, officer, other_commune, hoang_phu_new, hoang_phu_old) -> None:
    mine = record(by=officer, action="test.mine", subject=officer, unit=hoang_phu_new)
    former = record(by=None, action="test.former", subject=officer, unit_code=hoang_phu_old.code)
    record(by=None, action="test.other", subject=officer, unit=other_commune)
    record(by=None, action="test.nowhere", subject=officer)
    seen = queries.events_for(leader, officer).filter(action__startswith="test.")
    assert list(seen) == [former, mine]
    assert not queries.events_for(officer, officer).exists(), "an officer does not read the trail"


def test_one_code_of_two_units_leaks_nothing(make_user) -> None:
    """25768 was phường Hiệp An until 30/06/2025; since then it names a commune that Hiệp An did not go into."""
    new = Unit.objects.get(code="25768", valid_from=date(2025, 7, 1))
    old = Unit.objects.get(code="25768", valid_to=date(2025, 6, 30))
    assert not old.changes_out.filter(new=new, is_default=True).exists()
    reader = make_user("lanh-dao-moi", "commune_leader", new)
    shown = record(by=None, action="test.new", subject=None, unit=new)
    record(by=None, action="test.old", subject=None, unit=old)
    record(by=None, action="test.unsure", subject=None, unit_code="25768")
    assert list(queries.events_in_scope(reader).filter(action__startswith="test.")) == [shown]


def test_country_wide_auditor_reads_everything(make_user) -> None:
    record(by=None, action="test.nowhere", subject=None)
    assert queries.events_in_scope(make_user("kiem-tra", "auditor", None)).filter(action="test.nowhere").exists()

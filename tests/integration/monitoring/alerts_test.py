"""Alerts: opened once, taken, resolved by whom and why; a run repeats nothing and sees no more than its reader."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from giamngheo.accounts.actions import grant
from giamngheo.accounts.models import User
from giamngheo.accounts.permissions import NotPermitted
from giamngheo.audit.models import Event
from giamngheo.config.commands.alerts import run as digest
from giamngheo.households.values import PersonValues
from giamngheo.monitoring.alerts import actions, finding
from giamngheo.monitoring.alerts.problems import CATALOGUE
from giamngheo.monitoring.alerts.queries import alerts_for, by_commune, given_to, may_be_given, waiting
from giamngheo.monitoring.alerts.rules import Raised
from giamngheo.monitoring.models import Alert, AlertKind, AlertState
from giamngheo.programme.actions import set_address

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def matters(monkeypatch) -> dict[str, int]:
    """What the rule of impossible values finds, as the test says; every other rule finds nothing."""
    found: dict[str, int] = {}

    def impossible(_user, _unit, _day):
        for subject, number in found.items():
            words = {"what_vi": "Thử", "what_en": "Trial", "number": number}
            yield Raised(f"measure:{subject}", finding.IMPOSSIBLE.code, words, number)

    nothing = {kind: lambda *_asked: iter(()) for kind in AlertKind}
    monkeypatch.setattr(actions, "FINDERS", {**nothing, AlertKind.IMPOSSIBLE: impossible})
    return found


def test_a_second_run_changes_nothing_and_a_gone_matter_is_resolved(hoang_phu_new, officer, matters) -> None:
    matters.update(too_old=2, young_head=1)
    run = actions.find_alerts(by=None, unit=hoang_phu_new, on=DAY)
    assert [each.amount for each in run.opened] == [2, 1]
    before = list(Alert.objects.order_by("pk").values())
    again = actions.find_alerts(by=None, unit=hoang_phu_new, on=DAY)
    assert (list(again.opened), again.holding, again.gone) == ([], 2, 0)
    assert list(Alert.objects.order_by("pk").values()) == before
    assert Event.objects.filter(action="monitoring.find_alerts").count() == 1
    del matters["young_head"]
    matters["too_old"] = 3
    assert actions.find_alerts(by=None, unit=hoang_phu_new, on=DAY + timedelta(days=1)).gone == 1
    kept, gone = Alert.objects.order_by("-amount")
    assert (kept.amount, kept.seen_on, kept.opened_on, kept.state) == (3, DAY + timedelta(days=1), DAY, "open")
    assert (gone.state, gone.holds, gone.resolved_by) == (AlertState.RESOLVED, False, None)


def test_closed_with_a_reason_it_stays_closed_until_it_comes_back(hoang_phu_new, officer, matters) -> None:
    matters["too_old"] = 1
    (alert,) = actions.find_alerts(by=officer, unit=hoang_phu_new, on=DAY).opened
    with pytest.raises(actions.NoReason):
        actions.resolve(by=officer, alert=alert, reason="  ")
    taken = actions.acknowledge(by=officer, alert=alert, plan="Xem giấy khai sinh", due_on=DAY + timedelta(days=2))
    assert (taken.acknowledged_by, taken.due_on) == (officer, DAY + timedelta(days=2))
    actions.resolve(by=officer, alert=alert, reason="Cụ 111 tuổi thật")
    assert not actions.find_alerts(by=officer, unit=hoang_phu_new, on=DAY + timedelta(days=1)).opened
    matters.clear()
    actions.find_alerts(by=officer, unit=hoang_phu_new, on=DAY + timedelta(days=2))
    matters["too_old"] = 1
    assert len(actions.find_alerts(by=officer, unit=hoang_phu_new, on=DAY + timedelta(days=3)).opened) == 1
    alert.refresh_from_db()
    assert (alert.resolved_by, alert.reason, alert.holds) == (officer, "Cụ 111 tuổi thật", False)


def test_it_is_given_to_a_named_officer_and_again_only_with_a_reason(
    hoang_phu_new, officer, leader, other_officer, make_user, matters
) -> None:
    matters["too_old"] = 1
    (alert,) = actions.find_alerts(by=None, unit=hoang_phu_new, on=DAY).opened
    assert alert.assigned_to is None  # whoever holds the rule's right
    grant(user=make_user("thon"), role="village_reviewer", unit=hoang_phu_new, by=None, whole_commune=True)
    assert set(may_be_given(leader, alert)) == {officer, leader} | set(User.objects.filter(username="thon"))
    given = actions.assign(by=leader, alert=alert, to=officer)
    assert (given.assigned_to, given.due_on, given.state) == (officer, alert.due_on, AlertState.OPEN)
    assert [each.alert.pk for each in given_to(officer, DAY)] == [alert.pk]
    actions.acknowledge(by=officer, alert=alert, plan="Xem giấy khai sinh")
    with pytest.raises(actions.NoReason):
        actions.assign(by=leader, alert=alert, to=leader, reason=" ")
    with pytest.raises(actions.NotTheirs):
        actions.assign(by=leader, alert=alert, to=other_officer, reason="Giúp")
    with pytest.raises(actions.DayBehind):
        actions.assign(by=leader, alert=alert, to=leader, due_on=date(2020, 1, 1), reason="Nghỉ phép")
    later = alert.due_on + timedelta(days=400)
    again = actions.assign(by=leader, alert=alert, to=leader, due_on=later, reason="Chị nghỉ phép")
    assert (again.assigned_to, again.state, again.acknowledged_by, again.plan) == (leader, AlertState.OPEN, None, "")
    assert [(each.to, each.by, each.due_on, each.reason) for each in again.assignments.all()] == [
        (officer, leader, alert.due_on, ""), (leader, leader, later, "Chị nghỉ phép"),
    ]  # fmt: skip
    assert not given_to(officer, DAY)
    event = Event.objects.filter(action="monitoring.assign_alert").order_by("-pk")[0]
    assert (event.before["assigned_to"], event.after["assigned_to"]) == (officer.pk, leader.pk)
    with pytest.raises(DatabaseError), transaction.atomic():
        again.assignments.update(reason="khác")


def test_nobody_acts_or_looks_beyond_their_rights(
    hoang_phu_new, officer, other_officer, province_officer, make_user, matters
) -> None:
    matters["too_old"] = 1
    (alert,) = actions.find_alerts(by=None, unit=hoang_phu_new, on=DAY).opened
    assert not alerts_for(other_officer).exists()
    assert not alerts_for(make_user("ra-soat", "village_reviewer", hoang_phu_new)).filter(pk=-1).exists()
    assert [each.may_handle for each in waiting(province_officer, hoang_phu_new, DAY)] == [False]
    assert by_commune(province_officer, hoang_phu_new.parent) == {hoang_phu_new.pk: {"impossible": (1, 1)}}
    with pytest.raises(NotPermitted):
        actions.acknowledge(by=province_officer, alert=alert, plan="")
    with pytest.raises(NotPermitted):
        actions.assign(by=province_officer, alert=alert, to=officer)


def test_where_nobody_may_look_nothing_is_found(hoang_phu_new, other_commune, officer, matters) -> None:
    matters["too_old"] = 1
    assert not actions.find_alerts(by=None, unit=other_commune, on=DAY).opened


def test_rules_find_what_the_registers_say(hoang_phu_new, officer, world, register) -> None:
    """In the commune where everything happened: households due and not given, a head of ten years."""
    register((PersonValues("Lê Văn Con", "male", 20160101), "head"), code="H-99")
    found = actions.find_alerts(by=officer, unit=hoang_phu_new, on=DAY).opened
    kinds = {each.kind for each in found}
    assert {"not_received", "impossible"} <= kinds
    (young,) = [each for each in found if each.kind == "impossible"]
    assert (young.subject, young.amount) == ("measure:young_head", 1)
    every = waiting(officer, hoang_phu_new, DAY)
    assert len(every) == len(found)
    assert all(each.finding.message.vi and each.finding.message.en for each in every)
    assert [each.late for each in every] == sorted((each.late for each in every), reverse=True)


def test_every_sentence_of_the_catalogue_is_given_its_values() -> None:
    """A slot that `at` takes for itself, or that no rule fills, would break the page that says it."""
    given = {
        "SLOW": {"fund", "left", "remaining"}, "NOTHING-SPENT": {"fund", "left", "remaining"},
        "NOT-RECEIVED": {"kind_vi", "kind_en", "number", "households"},
        "REVIEW-OVERDUE": {"what_vi", "what_en", "day", "households", "place"},
        "NOT-BALANCED": {"since", "until", "number", "first_vi", "first_en"},
        "IMPOSSIBLE": {"what_vi", "what_en", "number"},
        "UNLIKE": {"village", "some", "homes", "rate", "usual", "distance"},
        "FINDING-OVERDUE": {"inspection", "post", "day"},
    }  # fmt: skip
    assert {f"ALERT-{code}" for code in given} == set(CATALOGUE.entries)
    for code, names in given.items():
        assert CATALOGUE.entries[f"ALERT-{code}"].at(**dict.fromkeys(names, "1")).message.vi


def test_digest_goes_once_to_who_may_handle_it(
    hoang_phu_new, village, officer, leader, province_officer, matters, settings, mailoutbox, capsys
) -> None:
    settings.EMAIL_HOST = "localhost"
    for user in (officer, province_officer):
        set_address(by=user, address=f"{user.username}@example.org")
    matters["too_old"] = 2
    assert (digest("15889"), digest("15889")) == (0, 0)
    (letter,) = mailoutbox
    assert letter.to == ["can-bo@example.org"]
    assert "Thử: 2 dòng." in letter.body
    assert "0 cảnh báo mới" in capsys.readouterr().out
    assert digest("99999") == 2

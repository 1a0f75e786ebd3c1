"""Every rule of the alerts finds its matter in rows of the registers, and none where the rows are in order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from giamngheo.households import actions as register_verbs
from giamngheo.households.values import HouseholdRow, Member, PersonValues, Place
from giamngheo.monitoring.actions import inspections
from giamngheo.monitoring.alerts.actions import find_alerts
from giamngheo.monitoring.alerts.problems import CATALOGUE
from giamngheo.monitoring.alerts.queries import waiting
from giamngheo.monitoring.models import AlertKind
from giamngheo.programme.actions import open_post
from giamngheo.review.models import HouseholdClass
from giamngheo.review.queries import deadlines
from giamngheo.territory.actions import open_village
from tests.integration.funds.ledger_verbs_test import enter, line_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 20)  # the annual review ends on 14 December


def far_village(world, officer) -> None:
    """Five villages of thirty households, in the last of which ten are poor."""
    villages = [open_village(commune=world.unit, name=f"Thôn Xa {number}", by=None) for number in range(5)]
    rows = [
        HouseholdRow(
            date(2020, 1, 1), Place(village.pk, "Nhà"),
            (Member(PersonValues(f"Người Giả {number}", "male", 19800101, "01"), "head"),), f"X-{at}-{number:02}",
        )
        for at, village in enumerate(villages) for number in range(30)
    ]  # fmt: skip
    change = register_verbs.begin_import(by=None, unit=world.unit)
    made = register_verbs.import_rows(by=None, change=change, rows=rows)
    assert made.households == 150
    from giamngheo.households.models import Household

    for number, home in enumerate(Household.objects.filter(local_code__startswith="X-4-")[:10], 300):
        world.homes[number] = home
        world.give(number, "poor", date(2026, 1, 1))


def money(officer, unit) -> None:
    """Nothing of one line is spent, and another is spent too slowly."""
    for node, paid in (("DA2", ()), ("DA3", (10, 10, 10, 10, 10, 10))):
        line = line_of(unit, node=node)
        for kind in ("assign", "allocate"):
            enter(officer, line, kind, 1000, date(2026, 1, 5))
        for month, amount in enumerate(paid, 1):
            enter(officer, line, "disburse", amount, date(2026, month, 20))


def overdue_remedy(officer, unit) -> None:
    head = open_post(by=officer, unit=unit, name="Trưởng đoàn")
    day = date(2026, 10, 1)
    plan = inspections.SetOut("Kiểm tra (giả)", "KH 1 (giả)", day, day, head, [], "either", 1, 1)
    made = inspections.set_out_inspection(by=officer, unit=unit, plan=plan, today=day)
    found = inspections.add_finding(by=officer, inspection=made, text="Hộ bà Giả chưa nhận tiền")
    inspections.assign_remedy(
        by=officer, finding=found, remedy="Trả bù", post=head, due_on=date(2026, 10, 20), today=day
    )


def test_every_rule_finds_its_matter(world, officer, register, monkeypatch) -> None:
    unit = world.unit
    assert not {AlertKind.NOT_BALANCED, AlertKind.REVIEW_OVERDUE, AlertKind.OVERDUE_FINDING} & {
        each.kind for each in find_alerts(by=officer, unit=unit, on=date(2026, 11, 23)).opened
    }
    broken = HouseholdClass.objects.get(household=world.homes[8], valid_to=None)
    world.end(broken, date(2026, 6, 1), world.item(8, "near_poor", date(2026, 6, 2), kind="recognition"))
    register((PersonValues("Lê Văn Con", "male", 20160101), "head"), code="H-99")
    far_village(world, officer)
    money(officer, unit)
    overdue_remedy(officer, unit)
    monkeypatch.setattr(deadlines, "today", lambda: DAY)
    find_alerts(by=officer, unit=unit, on=DAY)
    every = waiting(officer, unit, DAY)
    of = {kind: [each for each in every if each.alert.kind == kind] for kind in AlertKind}
    assert [kind for kind in AlertKind if not of[kind]] == []
    assert {each.alert.code for each in every} == set(CATALOGUE.entries)
    [balance] = of[AlertKind.NOT_BALANCED]
    assert "H-08" in balance.finding.message.vi
    [step] = of[AlertKind.REVIEW_OVERDUE]
    assert (step.alert.due_on, step.late, step.alert.amount) == (date(2026, 12, 14), True, 2)
    [remedy] = of[AlertKind.OVERDUE_FINDING]
    assert (remedy.alert.due_on, remedy.late) == (date(2026, 10, 20), True)
    assert "Trưởng đoàn" in remedy.finding.message.vi
    assert "bà Giả" not in remedy.finding.message.vi  # an alert repeats nothing that may name a household
    [far] = of[AlertKind.UNLIKE_OTHERS]
    assert (far.alert.village.name, far.alert.amount) == ("Thôn Xa 4", 10)
    again = find_alerts(by=officer, unit=unit, on=DAY + timedelta(days=1))
    assert (list(again.opened), again.gone) == ([], 0)

"""The database refuses by itself, whichever it is and whoever writes: no verb of ours is asked here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from giamngheo.funds.models import FundLine, FundSource
from giamngheo.programme.models import ProgrammePeriod
from giamngheo.support import triggers
from giamngheo.support.models import SupportDelivery
from giamngheo.support.triggers import deliveries as guards
from tests.integration.support.conftest import DAY, row

pytestmark = pytest.mark.django_db
COW = {"kind": "livelihood_community", "content": "livelihood/bo giong", "instalment": 0, "amount": None,
       "item": "Bò giống", "quantity": Decimal(1), "measure": "con"}  # fmt: skip


def refused(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


def counter(delivery: SupportDelivery, **values) -> SupportDelivery:
    same = {
        field.attname: getattr(delivery, field.attname)
        for field in SupportDelivery._meta.concrete_fields
        if field.name not in ("id", "at", "by", "reverses", "reason")
    }
    return SupportDelivery.objects.create(**{**same, "reverses_id": delivery.pk, "reason": "Ghi nhầm hộ", **values})


@pytest.fixture
def line(hoang_phu_new) -> FundLine:
    period = ProgrammePeriod.objects.get(code="2021-2025")
    source = FundSource.objects.get(code="TW-SN")
    return FundLine.objects.create(unit=hoang_phu_new, source=source, year=2025, period=period)


def test_every_guard_stands() -> None:
    assert triggers.names(connection) >= {f"{each.table}_{each.name}_{each.verb.lower()}" for each in guards.GUARDS}


def test_what_was_written_is_never_changed_or_removed(family, hoang_phu_new) -> None:
    made = row(family, unit=hoang_phu_new)
    refused(lambda: SupportDelivery.objects.filter(pk=made.pk).update(amount=1), guards.KEPT)
    refused(lambda: SupportDelivery.objects.filter(pk=made.pk).delete(), guards.KEPT)


def test_the_same_again_is_refused_even_with_a_reason(family, hoang_phu_new) -> None:
    row(family, unit=hoang_phu_new)
    refused(lambda: row(family, unit=hoang_phu_new, amount=5, reason="Bổ sung"), guards.REPEAT)


def test_after_a_counter_row_it_may_be_entered_anew(family, hoang_phu_new) -> None:
    counter(row(family, unit=hoang_phu_new))
    row(family, unit=hoang_phu_new, amount=90_000)
    assert SupportDelivery.objects.count() == 3


def test_another_source_of_the_same_content_needs_a_reason(family, hoang_phu_new, line) -> None:
    row(family, unit=hoang_phu_new)
    other = {"unit": hoang_phu_new, "donor": "", "fund_line": line}
    refused(lambda: row(family, **other), guards.DOUBLE)
    row(family, **other, reason="Hai công tơ")


@pytest.mark.parametrize(("first", "second", "meets"), [(1, 2, False), (0, 2, True), (2, 0, True), (2, 2, True)])
def test_instalments_meet_the_whole_year(family, hoang_phu_new, first: int, second: int, meets: bool) -> None:
    row(family, unit=hoang_phu_new, instalment=first)
    again = {"unit": hoang_phu_new, "instalment": second, "donor": "Hội Chữ thập đỏ"}
    if meets:
        refused(lambda: row(family, **again), guards.DOUBLE)
    else:
        row(family, **again)


def test_two_kinds_of_one_content_meet_and_two_items_do_not(family, hoang_phu_new) -> None:
    row(family, unit=hoang_phu_new, **COW)
    refused(lambda: row(family, unit=hoang_phu_new, **(COW | {"kind": "livelihood_chain"})), guards.DOUBLE)
    row(family, unit=hoang_phu_new, **(COW | {"content": "livelihood/cam", "item": "Cám", "measure": "kg"}))


def test_two_people_of_a_household_are_two_subjects(family, hoang_phu_new) -> None:
    card = {"unit": hoang_phu_new, "kind": "health_insurance", "content": "health_insurance", "instalment": 0}
    row(family, **card, person=family["An"])
    row(family, **card, person=family["Chi"])
    refused(lambda: row(family, **card, person=family["An"], donor="Tỉnh"), guards.DOUBLE)


def test_a_counter_row_equals_what_it_takes_back_and_comes_once(family, neighbours, hoang_phu_new) -> None:
    made = row(family, unit=hoang_phu_new)
    there = {"household_id": neighbours.household.pk, "recipient_id": neighbours["Dũng"].pk}
    refused(lambda: counter(made, amount=1), guards.MIRROR)
    refused(lambda: counter(made, **there), guards.MIRROR)
    refused(lambda: counter(made, on=date(2026, 2, 1)), guards.MIRROR)
    refused(lambda: counter(made, reason=""), "delivery_reversed_says_why")
    taken = counter(made)
    refused(lambda: counter(made), "reverses|UNIQUE|unique")
    refused(lambda: counter(taken), guards.MIRROR)


def test_people_are_of_the_household_and_lines_of_the_commune(family, neighbours, hoang_phu_new, other_commune, line):
    refused(lambda: row(family, unit=hoang_phu_new, recipient=neighbours["Hoa"]), guards.OF_HOUSEHOLD)
    refused(lambda: row(family, unit=hoang_phu_new, person=neighbours["Hoa"]), guards.OF_HOUSEHOLD)
    refused(lambda: row(family, unit=other_commune, donor="", fund_line=line), guards.LINE_OF_UNIT)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"amount": 0}, "money_or_goods"),
        ({"amount": None}, "money_or_goods"),
        ({"item": "Gạo", "quantity": Decimal(10), "measure": "kg"}, "money_or_goods"),
        ({"amount": None, "item": "Gạo", "measure": "kg"}, "money_or_goods"),
        ({"donor": ""}, "has_one_source"),
        ({"confirmation": "word"}, "confirmation_known"),
        ({"instalment": 13}, "instalment_of_a_year"),
        ({"on": DAY, "year": 1999}, "year_plausible"),
    ],
)
def test_a_row_is_whole(family, hoang_phu_new, values, constraint: str) -> None:
    refused(lambda: row(family, unit=hoang_phu_new, **values), constraint)

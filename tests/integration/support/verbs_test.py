"""Entering what was handed over: double support found at entry, whole batches or nothing, taking back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.audit.models import Event
from giamngheo.support.actions import deliver, take_back
from giamngheo.support.models import SupportDelivery
from giamngheo.support.problems import Refused
from giamngheo.support.queries import preview, received
from giamngheo.support.values import To
from tests.integration.support.conftest import DAY, handing

pytestmark = pytest.mark.django_db
COW = {"kind": "livelihood_community", "instalment": 0, "amount": None, "item": "Bò giống", "quantity": Decimal(1),
       "measure": "con", "donor": "Dự án 2"}  # fmt: skip


def codes(refused) -> list[str]:
    return [each.code for each in refused.value.findings]


@pytest.fixture
def give(officer, hoang_phu_new):
    def act(*to, by=officer, unit=hoang_phu_new, **values):
        return deliver(by=by, unit=unit, handing=handing(**values), to=[To(*each) for each in to])

    return act


def test_a_batch_is_entered_and_recorded_once(give, family, neighbours) -> None:
    made = give((family.household.pk,), (neighbours.household.pk, None, neighbours["Hoa"].pk, 120_000))
    assert [(each.amount, each.recipient.full_name) for each in made] == [
        (100_000, "Nguyễn Văn Bình"),
        (120_000, "Phạm Thị Hoa"),
    ]
    event = Event.objects.get(action="support.deliver")
    assert event.after["count"] == 2
    assert "Bình" not in str(event.after)


def test_one_wrong_row_and_nothing_is_written(give, family, neighbours) -> None:
    give((family.household.pk,))
    with pytest.raises(Refused) as refused:
        give((family.household.pk,), (neighbours.household.pk,))
    assert codes(refused) == ["SUPPORT-REPEAT"]
    assert SupportDelivery.objects.count() == 1


def test_double_support_across_sources_shows_the_rule_and_asks_why(give, family) -> None:
    give((family.household.pk,))
    with pytest.raises(Refused) as refused:
        give((family.household.pk,), donor="Hội Chữ thập đỏ")
    finding = refused.value.findings[0]
    assert finding.code == "SUPPORT-DOUBLE"
    assert finding.source == "Điểm b khoản 3 Điều 2 Thông tư 60/2026/TT-BTC"
    assert "Ngân sách tỉnh" in finding.message.vi
    assert "100.000 đồng" in finding.message.vi
    assert give((family.household.pk,), donor="Hội Chữ thập đỏ", reason="Hai công tơ")


def test_items_differ_accents_do_not(give, family) -> None:
    give((family.household.pk,), **COW)
    give((family.household.pk,), **(COW | {"item": "Cám", "measure": "kg"}))
    with pytest.raises(Refused) as refused:
        give((family.household.pk,), **(COW | {"kind": "livelihood_chain", "item": "bo giong"}))
    assert codes(refused) == ["SUPPORT-DOUBLE"]


def test_the_same_household_twice_in_one_batch_is_seen(give, family) -> None:
    with pytest.raises(Refused) as refused:
        give((family.household.pk,), (family.household.pk,))
    assert codes(refused) == ["SUPPORT-REPEAT"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"kind": "credit_poor"}, "SUPPORT-KIND"),
        ({"kind": "nothing"}, "SUPPORT-KIND"),
        ({"amount": 0}, "SUPPORT-AMOUNT"),
        ({"amount": None}, "SUPPORT-AMOUNT"),
        ({"item": "Gạo"}, "SUPPORT-GOODS"),
        ({"amount": None, "item": "Gạo", "quantity": Decimal(0), "measure": "kg"}, "SUPPORT-GOODS"),
        ({"donor": " "}, "SUPPORT-SOURCE"),
        ({"confirmation": ""}, "SUPPORT-CONFIRMATION"),
        ({"confirmation": "payment"}, "SUPPORT-CONFIRMATION"),
        ({"instalment": 5}, "SUPPORT-INSTALMENT"),
        ({"on": date(2030, 1, 1), "year": 2030}, "SUPPORT-DAY"),
        ({"year": 2024}, "SUPPORT-DAY"),
        ({"kind": "health_insurance", "instalment": 0}, "SUPPORT-PERSON"),
    ],
)
def test_what_is_wrong_is_said(give, family, values, code: str) -> None:
    with pytest.raises(Refused) as refused:
        give((family.household.pk,), **values)
    assert codes(refused) == [code]


def test_others_people_and_places_are_refused(give, family, neighbours, stranger, other_officer, province_officer):
    with pytest.raises(Refused) as refused:
        give((stranger.household.pk,))
    assert codes(refused) == ["SUPPORT-NOT-HERE"]
    with pytest.raises(Refused) as refused:
        give((family.household.pk, neighbours["Hoa"].pk), kind="health_insurance", instalment=0)
    assert codes(refused) == ["SUPPORT-PERSON"]
    with pytest.raises(OutOfScope):
        give((family.household.pk,), by=other_officer)
    with pytest.raises(NotPermitted):
        give((family.household.pk,), by=province_officer)


def test_taking_back_needs_a_reason_and_happens_once(give, family, officer) -> None:
    made = give((family.household.pk,))[0]
    for reason, on, code in (
        (" ", DAY, "SUPPORT-NO-REASON"),
        ("Ghi nhầm", date(2026, 1, 1), "SUPPORT-DAY"),
    ):
        with pytest.raises(Refused) as refused:
            take_back(by=officer, delivery=made, on=on, reason=reason)
        assert codes(refused) == [code]
    taken = take_back(by=officer, delivery=made, on=DAY, reason="Ghi nhầm hộ")
    for each in (made, taken):
        with pytest.raises(Refused) as refused:
            take_back(by=officer, delivery=each, on=DAY, reason="Lần nữa")
        assert codes(refused) == ["SUPPORT-REVERSED"]
    assert not received(officer, family.household).exists()
    give((family.household.pk,))
    assert received(officer, family.household).count() == 1


def test_preview_says_the_same_and_writes_nothing(officer, hoang_phu_new, family, neighbours, classes, give) -> None:
    classes.give(family.household, "poor")
    give((family.household.pk,))
    seen = preview(officer, hoang_phu_new, handing(), [To(family.household.pk), To(neighbours.household.pk)])
    found = [[each.code for each in row.findings] for row in seen.rows]
    assert found == [["SUPPORT-REPEAT"], ["SUPPORT-NOT-DUE"]]
    assert [each.code for each in seen.errors] == ["SUPPORT-REPEAT"]
    assert SupportDelivery.objects.count() == 1


def test_a_batch_takes_the_same_number_of_queries_whatever_its_size(
    officer, hoang_phu_new, register, family, neighbours, django_assert_max_num_queries
) -> None:
    from django.db import connection

    def queries_of(homes, quarter: int) -> int:
        with CaptureQueriesContext(connection) as captured:
            deliver(
                by=officer, unit=hoang_phu_new, handing=handing(instalment=quarter),
                to=[To(each.household.pk) for each in homes],
            )  # fmt: skip
        return len(captured)

    from giamngheo.households.values import PersonValues

    more = [register((PersonValues(f"Lê Văn {name}", "male", 19800000), "head")) for name in ("Tí", "Sửu", "Dần")]
    assert queries_of([family], 1) == queries_of([family, neighbours, *more], 2) < 20


ENTRY = st.tuples(
    st.sampled_from(("electricity", "livelihood_community", "livelihood_chain")),
    st.integers(0, 2), st.sampled_from(("Tỉnh", "Hội")), st.sampled_from(("", "Lý do")), st.booleans(),
)  # fmt: skip


@settings(max_examples=25)
@given(st.lists(ENTRY, max_size=8))
def test_no_content_stands_twice_without_a_reason(entries) -> None:
    """Whatever is entered and taken back in whatever order: of two standing rows that meet, the later has a reason;
    no two agree in everything; and what the verb lets pass the database never refuses."""
    SCENE["enter"](entries)


SCENE: dict = {}


@pytest.fixture(autouse=True)
def _scene(give, family, officer):
    def enter(entries) -> None:
        point, told = transaction.savepoint(), set()
        for kind, instalment, donor, reason, back in entries:
            goods = kind != "electricity"
            values = COW | {"donor": donor} if goods else {"donor": donor}
            try:
                made = give((family.household.pk,), **(values | {"kind": kind, "reason": reason,
                            "instalment": 0 if goods else instalment}))[0]  # fmt: skip
            except Refused as refused:
                told.update(each.code for each in refused.findings)
                continue
            if back:
                take_back(by=officer, delivery=made, on=DAY, reason="Thử")
        assert told <= {"SUPPORT-REPEAT", "SUPPORT-DOUBLE"}
        rows = list(received(officer, family.household).order_by("id"))
        for at, one in enumerate(rows):
            for other in rows[at + 1 :]:
                if one.content == other.content and (
                    one.instalment == other.instalment or 0 in (one.instalment, other.instalment)
                ):
                    assert other.reason
                    assert (one.kind, one.instalment, one.donor) != (other.kind, other.instalment, other.donor)
        transaction.savepoint_rollback(point)

    SCENE["enter"] = enter

"""The demonstration's money and help: made by the verbs, agreeing with the sample plan and with each other, once."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from django.db.models import Count, Max, Q, Sum

from giamngheo.funds import demonstration_ledger
from giamngheo.funds.actions import left_in
from giamngheo.funds.models import OPEN_STAGES, FundingReference, FundLine, LedgerAccount, LedgerEntry, YearClosing
from giamngheo.funds.queries import matrix
from giamngheo.households import demonstration as people
from giamngheo.households.models import Household
from giamngheo.labour import demonstration as work
from giamngheo.labour.models import LabourRecord, Placement, Vacancy
from giamngheo.labour.queries import due_follow_ups
from giamngheo.paperwork.readers import read
from giamngheo.planning.actions import import_plan
from giamngheo.review.demonstration import recognised_before
from giamngheo.review.models import PovertyClass
from giamngheo.support import demonstration_deliveries, demonstration_livelihood
from giamngheo.support.models import LivelihoodProject, SupportDelivery
from giamngheo.support.queries import due_in
from tests.integration.households.conftest import villages  # noqa: F401 a fixture
from tests.integration.office.plan_page_test import queries_of

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)

# However many households, deliveries and entries stand behind them.
LIMITS = {
    "/": 43, "/kinh-phi/": 29, "/kinh-phi/cuoi-nam/": 11, "/ho-tro/": 13, "/ho-tro/thuoc-dien/": 15,
    "/ho-tro/ghi/?loai=electricity": 19, "/ho-tro/bang-ke/electricity/": 11,
    "/viec-lam/tuyen-dung/": 12, "/viec-lam/hoi-tham/": 14, "/sinh-ke/": 12,
}  # fmt: skip


@pytest.fixture
def before(unit_of):
    return unit_of("15916", date(2024, 6, 1))


def spent(line: FundLine) -> int:
    found = LedgerAccount.objects.filter(line=line, stage__in=("disbursed", "settled"))
    return found.aggregate(sum=Sum("balance"))["sum"] or 0


def test_money_agrees_with_the_plan_and_balances(officer, leader, before, hoang_phu_new, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    sample = Path(str(files("giamngheo.planning") / "samples" / "ke-hoach-mau.md"))
    plan = import_plan(
        by=officer, document=read(sample), file_content=sample.read_bytes(), file_name=sample.name
    ).plan  # fmt: skip
    made = demonstration_ledger.prepare(by=officer, before=before, unit=hoang_phu_new, leader=leader)
    assert made.entries == LedgerEntry.objects.count() > 80

    # Each decision the plan names for a project gave that project money, and the sum the plan names where it names one.
    named = FundingReference.objects.filter(plan=plan, node__isnull=False)
    assert {each.node.code for each in named} == {"DA2", "DA3.1"}
    for each in named:
        given = LedgerEntry.objects.get(kind="assign", document=each.document).target_account.line
        to_node = LedgerEntry.objects.filter(
            kind="allocate", source_account__line=given, target_account__line__node=each.node
        ).aggregate(sum=Sum("amount"))["sum"]  # fmt: skip
        assert to_node
        assert each.amount in (None, to_node)

    # Every account is what its entries say, and every line's year has its money in one place or another.
    for account in LedgerAccount.objects.all():
        entries = LedgerEntry.objects.filter(Q(target_account=account) | Q(source_account=account))
        signed = sum(each.amount if each.target_account_id == account.pk else -each.amount for each in entries)
        assert account.balance == signed >= 0
    for year in (2023, 2024, 2025, 2026):
        for row in matrix(officer, year, date(year + 1, 1, 1) if year < 2026 else TODAY):
            open_ = LedgerAccount.objects.filter(line=row.line, budget_year=year, stage__in=OPEN_STAGES)
            assert row.remaining >= 0
            if year == 2026:
                assert row.remaining == (open_.aggregate(sum=Sum("balance"))["sum"] or 0)
    assert set(YearClosing.objects.values_list("budget_year", flat=True)) == {2023, 2024, 2025}
    assert not any(left_in(unit, year) for unit in (before, hoang_phu_new) for year in (2023, 2024, 2025))
    slow = [row for row in matrix(officer, 2026, TODAY) if row.carried_in and not row.disbursed]
    assert [(row.line.node.code, row.line.source.code, row.line.year) for row in slow] == [demonstration_ledger.SLOW]
    assert {"reverse", "cancel", "carry_over", "advance", "settle"} <= set(
        LedgerEntry.objects.values_list("kind", flat=True)
    )
    again = demonstration_ledger.prepare(by=officer, before=before, unit=hoang_phu_new, leader=leader)
    assert again == (0, 0)


def test_help_leaves_some_waiting_and_no_line_gives_more_than_it_spent(
    officer, officer_client, leader, before, hoang_phu_new, villages,  # noqa: F811 the fixture above
) -> None:  # fmt: skip
    people.prepare(by=officer, commune=hoang_phu_new, villages=villages, households=40)
    homes = list(Household.objects.order_by("pk")[:30])
    held = dict.fromkeys(homes[:21], PovertyClass.POOR) | dict.fromkeys(homes[21:], PovertyClass.NEAR_POOR)
    recognised_before(hoang_phu_new, held)
    demonstration_ledger.prepare(by=officer, before=before, unit=hoang_phu_new, leader=leader)
    made = demonstration_deliveries.prepare(by=officer, unit=hoang_phu_new)
    assert made == SupportDelivery.objects.count() > 100
    kinds = set(SupportDelivery.objects.values_list("kind", flat=True))
    assert {
        "health_insurance", "electricity", "study_costs", "livelihood_community", "livelihood_chain", "housing", "gift",
    } == kinds  # fmt: skip
    found = due_in(officer, hoang_phu_new, TODAY)
    for kind in ("health_insurance", "electricity", "study_costs"):
        states = {str(line.received) for line in found.lines if line.entitlement.kind.code == kind}
        assert len(states) > 1, kind
    assert found.not_due
    assert SupportDelivery.objects.filter(reverses__isnull=False).count() == 1
    cows = SupportDelivery.objects.filter(kind="livelihood_community")
    assert (
        cows.count() * demonstration_deliveries.COW
        == spent(FundLine.objects.get(support_deliveries=cows[0].pk)) - 150 * demonstration_ledger.MILLION
    )  # what was paid for hens in 2025, before it was carried over
    assert demonstration_deliveries.prepare(by=officer, unit=hoang_phu_new) == 0
    _livelihood_and_labour(officer, hoang_phu_new)
    asked = {address: queries_of(officer_client, address) for address in LIMITS}
    assert {address: count for address, count in asked.items() if count > LIMITS[address]} == {}
    first = officer_client.get("/").content.decode()
    assert "3 dòng vốn chỉ dùng được đến 31/12/2026" in first
    assert "1 lần đã nhận mà không thấy thuộc diện" in first


def _livelihood_and_labour(officer, unit) -> None:
    """Projects at three stages, two of which count what was handed over; people who told, and who took work."""
    assert demonstration_livelihood.prepare(by=officer, unit=unit) == 3
    stages = LivelihoodProject.objects.annotate(stage=Max("steps__stage"), given=Count("inputs", distinct=True))
    found = [(each.stage, each.given) for each in stages.order_by("pk")]
    assert found == [("5_running", 8), ("4_contract", 6), ("1_proposal", 0)]
    assert work.prepare(by=officer, unit=unit) == LabourRecord.objects.count() >= 20
    assert (Vacancy.objects.count(), Placement.objects.count()) == (3, 2)
    assert len(due_follow_ups(officer, unit, TODAY)) == 1
    assert (demonstration_livelihood.prepare(by=officer, unit=unit), work.prepare(by=officer, unit=unit)) == (0, 0)

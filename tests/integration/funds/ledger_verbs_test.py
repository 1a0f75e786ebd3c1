"""The ledger's verbs: what they refuse in words, what they write, and who may."""

from __future__ import annotations

from datetime import date

import pytest

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.audit.models import Event
from giamngheo.documents.actions import Citation
from giamngheo.funds import actions
from giamngheo.funds.models import EntryKind, FundSource, LedgerEntry, Stage
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import matrix
from giamngheo.programme.models import ProgrammeNode, ProgrammePeriod

pytestmark = pytest.mark.django_db
PAPER = Citation(key="15/QĐ-UBND|hoằng phú", symbol="15/QĐ-UBND", doc_type="QĐ", issued_on=date(2026, 1, 20))


@pytest.fixture
def line(hoang_phu_new):
    return line_of(hoang_phu_new)


def line_of(unit, *, node: str | None = "DA2", source: str = "TW-SN", year: int = 2025):
    period = ProgrammePeriod.objects.get(code="2021-2025")
    chosen = ProgrammeNode.objects.get(code=node, period=period) if node else None
    return actions.open_line(
        by=None, unit=unit, source=FundSource.objects.get(code=source), year=year, period=period, node=chosen
    )


def enter(officer, line, kind, amount, on=date(2026, 2, 1), **values):
    return actions.enter(
        by=officer, kind=EntryKind(kind), line=line, budget_year=2026, amount=amount, on=on, paper=PAPER, **values
    )


def code_of(act) -> str:
    with pytest.raises(Refused) as caught:
        act()
    finding = caught.value.finding
    assert finding.message.vi
    assert finding.message.en
    return finding.code


def test_money_of_a_project_from_decision_to_settlement(officer, line) -> None:
    enter(officer, line, "assign", 300_000_000)
    enter(officer, line, "allocate", 300_000_000)
    contract = actions.sign_contract(
        by=officer, line=line, budget_year=2026, number="03/HĐ", contractor="Hợp tác xã Giả", content="Bò giống",
        value=280_000_000, signed_on=date(2026, 3, 2),
    )  # fmt: skip
    enter(officer, line, "advance", 80_000_000, date(2026, 3, 20), contract=contract)
    assert code_of(
        lambda: enter(officer, line, "disburse", 1, date(2026, 4, 1), contract=contract)
    ) == "LEDGER-NOT-ACCEPTED"  # fmt: skip
    actions.accept(by=officer, contract=contract, amount=280_000_000, on=date(2026, 6, 1), reference="01/BBNT")
    enter(officer, line, "disburse", 200_000_000, date(2026, 6, 10), contract=contract)
    enter(officer, line, "disburse", 80_000_000, date(2026, 6, 10), contract=contract, stage=Stage.ADVANCED)
    [row] = matrix(officer, 2026, date(2026, 6, 30), since=date(2026, 6, 1))
    assert (row.plan, row.total, row.advanced, row.period, row.disbursed, row.remaining) == (
        300_000_000, 300_000_000, 0, 280_000_000, 280_000_000, 20_000_000,
    )  # fmt: skip
    enter(officer, line, "settle", 280_000_000, date(2026, 12, 20))
    [row] = matrix(officer, 2026, date(2026, 12, 31))
    assert row.disbursed == 280_000_000
    assert Event.objects.filter(action="funds.disburse").count() == 2


def test_day_inside_a_month_counts_up_to_that_day(officer, line) -> None:
    enter(officer, line, "assign", 1000)
    enter(officer, line, "allocate", 1000)
    for day, amount in ((3, 100), (17, 200), (28, 400)):
        paid = enter(officer, line, "disburse", amount, date(2026, 5, day))
    actions.reverse(by=officer, entry=paid, on=date(2026, 6, 5), reason="chuyển nhầm")

    def disbursed(until, since=None):
        [row] = matrix(officer, 2026, until, since)
        return row.disbursed, row.period

    assert disbursed(date(2026, 5, 2)) == (0, 0)
    assert disbursed(date(2026, 5, 17)) == (300, 300)
    assert disbursed(date(2026, 5, 31), date(2026, 5, 4)) == (700, 600)
    assert disbursed(date(2026, 6, 4)) == (700, 700)
    assert disbursed(date(2026, 6, 5), date(2026, 6, 1)) == (300, -400)


def test_not_enough_says_how_much_there_is(officer, line) -> None:
    enter(officer, line, "assign", 1_500_000)
    with pytest.raises(Refused) as caught:
        enter(officer, line, "allocate", 1_500_001)
    assert caught.value.finding.code == "LEDGER-NOT-ENOUGH"
    assert "1.500.000 đồng" in caught.value.finding.message.vi
    assert LedgerEntry.objects.count() == 1


def test_money_spent_later_cannot_be_taken_earlier(officer, line) -> None:
    """What is there on the day, but was spent afterwards."""
    enter(officer, line, "assign", 1000, date(2026, 1, 5))
    enter(officer, line, "allocate", 1000, date(2026, 1, 6))
    enter(officer, line, "disburse", 900, date(2026, 8, 1))
    assert code_of(lambda: enter(officer, line, "disburse", 200, date(2026, 3, 1))) == "LEDGER-LATER"
    assert code_of(lambda: enter(officer, line, "disburse", 200, date(2026, 9, 1))) == "LEDGER-NOT-ENOUGH"
    assert code_of(lambda: enter(officer, line, "allocate", 1, date(2026, 1, 4))) == "LEDGER-NOT-ENOUGH"


@pytest.mark.parametrize(("kind", "values", "code"), [
    ("assign", {"paper": None}, "LEDGER-NO-PAPER"),
    ("commit", {}, "LEDGER-NO-CONTRACT"),
    ("repay", {"paper": None}, "LEDGER-NO-REASON"),
    ("assign", {"amount": 0}, "LEDGER-AMOUNT"),
    ("assign", {"amount": 1.5}, "LEDGER-AMOUNT"),
    ("assign", {"on": date(2025, 12, 31)}, "LEDGER-DAY"),
    ("assign", {"on": date(2027, 1, 2)}, "LEDGER-AFTER-END"),
    ("assign", {"budget_year": 2027, "on": date(2027, 1, 2)}, "LEDGER-AFTER-END"),
    ("reverse", {}, "LEDGER-ROUTE"),
])  # fmt: skip
def test_bad_entries_are_told_and_nothing_is_written(officer, line, kind, values, code) -> None:
    asked = {"by": officer, "kind": EntryKind(kind), "line": line, "budget_year": 2026, "amount": 5,
             "on": date(2026, 2, 1), "paper": PAPER, **values}  # fmt: skip
    assert code_of(lambda: actions.enter(**asked)) == code
    assert not LedgerEntry.objects.exists()


def test_loan_belongs_to_policy_credit(officer, hoang_phu_new) -> None:
    loan = line_of(hoang_phu_new, node=None, source="TD")
    assert code_of(lambda: enter(officer, loan, "assign", 5)) == "LEDGER-LOAN"


def test_year_is_carried_over_then_closed(officer, leader, hoang_phu_new) -> None:
    line = line_of(hoang_phu_new, year=2025)
    for kind in ("assign", "allocate"):
        actions.enter(
            by=officer, kind=EntryKind(kind), line=line, budget_year=2025, amount=1000, on=date(2025, 3, 1), paper=PAPER
        )
    close = {"by": leader, "unit": hoang_phu_new, "budget_year": 2025, "on": date(2026, 1, 31)}
    assert code_of(lambda: actions.close_year(**close)) == "LEDGER-LEFT"
    left = actions.left_in(hoang_phu_new, 2025)
    assert [(each.stage, each.balance) for each in left] == [("allocated", 1000)]
    actions.carry_over(by=officer, budget_year=2025, what=left, paper=PAPER, on=date(2025, 12, 31))
    actions.close_year(**close)
    assert code_of(lambda: actions.close_year(**close)) == "LEDGER-CLOSED"
    [row] = matrix(officer, 2026, date(2026, 1, 31))
    assert (row.plan, row.carried_in, row.total) == (0, 1000, 1000)
    [before] = matrix(officer, 2025, date(2025, 12, 31))
    assert (before.carried_out, before.remaining) == (1000, 0)


def test_entry_is_taken_back_once(officer, line) -> None:
    given = enter(officer, line, "assign", 1000)
    back = actions.reverse(by=officer, entry=given, on=date(2026, 2, 3), reason="ghi nhầm quyết định")
    assert code_of(
        lambda: actions.reverse(by=officer, entry=given, on=date(2026, 2, 3), reason="nữa")
    ) == "LEDGER-REVERSED"  # fmt: skip
    assert code_of(
        lambda: actions.reverse(by=officer, entry=back, on=date(2026, 2, 3), reason="nữa")
    ) == "LEDGER-REVERSED"  # fmt: skip
    assert matrix(officer, 2026, date(2026, 12, 31)) == []


def test_other_communes_money_is_not_there(other_officer, line, officer) -> None:
    enter(officer, line, "assign", 1000)
    with pytest.raises(OutOfScope):
        enter(other_officer, line, "assign", 1000)
    assert matrix(other_officer, 2026, date(2026, 12, 31)) == []


def test_matrix_asks_few_questions(officer, hoang_phu_new, django_assert_max_num_queries) -> None:
    for node in ("DA2", "DA3.1", "DA3.2", "DA4.1"):
        enter(officer, line_of(hoang_phu_new, node=node), "assign", 1000)
    with django_assert_max_num_queries(13):
        assert len(matrix(officer, 2026, date(2026, 5, 17), since=date(2026, 4, 5))) == 4

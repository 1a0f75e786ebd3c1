"""The database refuses by itself, whichever it is and whoever writes: no verb of ours is asked here."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum

from giamngheo.funds import triggers
from giamngheo.funds.models import LedgerAccount, LedgerEntry, LedgerMonth, YearClosing
from giamngheo.funds.triggers import entries
from tests.integration.funds.ledger_rows import Ledger

pytestmark = pytest.mark.django_db


def refused(act, match: str) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        act()


@pytest.fixture
def ledger(hoang_phu_new) -> Ledger:
    return Ledger(hoang_phu_new)


@pytest.fixture
def line(ledger):
    """DA2 with 1,000 đồng assigned and 800 of them allocated."""
    made = ledger.line()
    ledger.move("assign", 1000, None, ledger.account(made, "assigned"))
    ledger.move("allocate", 800, ledger.account(made, "assigned"), ledger.account(made, "allocated"))
    return made


def balances(line) -> dict[str, int]:
    return {each.stage: each.balance for each in line.accounts.all() if each.balance}


def test_money_goes_all_the_way(ledger, line) -> None:
    at = {
        stage: ledger.account(line, stage) for stage in ("allocated", "committed", "advanced", "disbursed", "settled")
    }
    contract = ledger.contract(500)
    ledger.move("commit", 500, at["allocated"], at["committed"], contract=contract)
    ledger.move("advance", 150, at["committed"], at["advanced"], contract=contract)
    ledger.accept(contract, 500)
    ledger.move("disburse", 350, at["committed"], at["disbursed"], contract=contract)
    ledger.move("disburse", 150, at["advanced"], at["disbursed"], contract=contract)
    ledger.move("settle", 500, at["disbursed"], at["settled"])
    assert balances(line) == {"assigned": 200, "allocated": 300, "settled": 500}


def test_nothing_falls_below_nought(ledger, line) -> None:
    allocated, disbursed = ledger.account(line, "allocated"), ledger.account(line, "disbursed")
    refused(lambda: ledger.move("disburse", 801, allocated, disbursed), "account_never_below_nought")
    ledger.move("disburse", 800, allocated, disbursed)
    refused(lambda: ledger.move("disburse", 1, allocated, disbursed), "account_never_below_nought")
    assert balances(line) == {"assigned": 200, "disbursed": 800}


@pytest.mark.parametrize(("kind", "before", "after"), [
    ("disburse", "assigned", "disbursed"), ("allocate", "allocated", "assigned"), ("settle", "allocated", "settled"),
    ("cancel", "disbursed", "cancelled"), ("assign", "assigned", "allocated"), ("recover", "committed", "advanced"),
    ("commit", "allocated", "committed"), ("carry_over", "allocated", "disbursed"),
])  # fmt: skip
def test_no_other_way_than_the_table(ledger, line, kind, before, after) -> None:
    """commit: without a contract."""
    refused(
        lambda: ledger.move(kind, 1, ledger.account(line, before), ledger.account(line, after)), entries.NOT_ALLOWED
    )


def test_decisions_are_asked_for(ledger, line) -> None:
    refused(
        lambda: ledger.move("assign", 1, None, ledger.account(line, "assigned"), document=None), entries.NOT_ALLOWED
    )
    refused(
        lambda: ledger.move(
            "cancel", 1, ledger.account(line, "assigned"), ledger.account(line, "cancelled"), document=None
        ),
        entries.NOT_ALLOWED,
    )


def test_unallocated_money_is_given_to_a_project_and_not_from_one_to_another(ledger, line) -> None:
    pool, other = ledger.line(None), ledger.line("DA3.1")
    ledger.move("assign", 100, None, ledger.account(pool, "assigned"))
    ledger.move("allocate", 60, ledger.account(pool, "assigned"), ledger.account(other, "allocated"))
    refused(
        lambda: ledger.move("allocate", 1, ledger.account(line, "assigned"), ledger.account(other, "allocated")),
        entries.NOT_ALLOWED,
    )
    assert balances(pool) == {"assigned": 40}
    assert balances(other) == {"allocated": 60}


def test_contract_is_paid_no_more_than_was_accepted(ledger, line) -> None:
    contract = ledger.contract(500)
    allocated, committed, disbursed = (ledger.account(line, each) for each in ("allocated", "committed", "disbursed"))
    ledger.move("commit", 500, allocated, committed, contract=contract)
    ledger.accept(contract, 200)
    paid = ledger.move("disburse", 200, committed, disbursed, contract=contract)
    refused(lambda: ledger.move("disburse", 1, committed, disbursed, contract=contract), entries.NOT_ACCEPTED)
    ledger.move("reverse", 200, disbursed, committed, contract=contract, reverses=paid, note="nhầm hợp đồng")
    ledger.move("disburse", 199, committed, disbursed, contract=contract)


def test_counter_entry_is_whole_and_once(ledger, line) -> None:
    allocated, disbursed = ledger.account(line, "allocated"), ledger.account(line, "disbursed")
    paid = ledger.move("disburse", 300, allocated, disbursed, on=date(2024, 5, 2))
    refused(lambda: ledger.move("reverse", 299, disbursed, allocated, reverses=paid, note="nhầm"), entries.NOT_ALLOWED)
    ledger.move("reverse", 300, disbursed, allocated, reverses=paid, note="nhầm", on=date(2024, 5, 20))
    assert balances(line) == {"assigned": 200, "allocated": 800}
    turned = LedgerMonth.objects.get(account=disbursed, month=202405, kind="disburse")
    assert (turned.came_in, turned.went_out) == (0, 0)
    refused(lambda: ledger.move("reverse", 300, disbursed, allocated, reverses=paid, note="nữa"), "reverses_id")


def test_carry_over_ends_with_its_period(ledger, line) -> None:
    for year in (2024, 2025):
        ledger.move(
            "carry_over", 800, ledger.account(line, "allocated", year), ledger.account(line, "allocated", year + 1),
            on=date(year, 12, 31),
        )  # fmt: skip
    assert ledger.account(line, "allocated", 2026).balance == 800
    refused(
        lambda: ledger.move(
            "carry_over", 800, ledger.account(line, "allocated", 2026), ledger.account(line, "allocated", 2027),
            on=date(2026, 12, 31),
        ),
        entries.AFTER_END,
    )  # fmt: skip
    refused(
        lambda: ledger.move(
            "disburse", 1, ledger.account(line, "allocated", 2026), ledger.account(line, "disbursed", 2026),
            on=date(2027, 1, 4),
        ),
        entries.AFTER_END,
    )  # fmt: skip
    ledger.move(
        "cancel", 800, ledger.account(line, "allocated", 2026), ledger.account(line, "cancelled", 2026),
        on=date(2027, 1, 4),
    )  # fmt: skip


def test_what_cannot_be_spent_moves_to_the_next_programme(ledger, line) -> None:
    ledger.move(
        "carry_over", 200, ledger.account(line, "assigned", 2024), ledger.account(line, "assigned", 2025),
        on=date(2024, 12, 31),
    )  # fmt: skip
    new = ledger.line(None, period="2026-2030")
    ledger.move("transfer", 200, ledger.account(line, "assigned", 2025), ledger.account(new, "assigned", 2025),
                on=date(2025, 12, 31))  # fmt: skip
    assert balances(new) == {"assigned": 200}
    refused(
        lambda: ledger.move(
            "transfer", 1, ledger.account(new, "assigned", 2025), ledger.account(line, "assigned", 2025),
            on=date(2025, 12, 31),
        ),
        entries.NOT_ALLOWED,
    )  # fmt: skip


def test_closed_year_takes_nothing(ledger, line) -> None:
    YearClosing.objects.create(unit=ledger.unit, budget_year=2024, on=date(2025, 1, 31))
    refused(
        lambda: ledger.move("disburse", 1, ledger.account(line, "allocated"), ledger.account(line, "disbursed")),
        entries.CLOSED,
    )
    refused(lambda: ledger.move("assign", 1, None, ledger.account(line, "assigned")), entries.CLOSED)


def test_loan_is_no_entry(ledger) -> None:
    loan = ledger.line(None, source="TD")
    refused(lambda: ledger.move("assign", 1, None, ledger.account(loan, "assigned")), entries.LOAN)


def test_entry_before_its_budget_year_is_refused(ledger) -> None:
    account = ledger.account(ledger.line(), "assigned")
    refused(lambda: ledger.move("assign", 1, None, account, on=date(2023, 12, 31)), entries.TOO_EARLY)


@pytest.mark.parametrize("amount", [0, -5])
def test_amounts_are_whole_and_more_than_nought(ledger, amount) -> None:
    account = ledger.account(ledger.line(), "assigned")
    refused(lambda: ledger.move("assign", amount, None, account), "entry_amount_positive")


def test_balances_are_nobodys_to_write(ledger, line) -> None:
    for statement in (
        "UPDATE funds_ledgeraccount SET balance = 5000",
        "UPDATE funds_ledgeraccount SET balance = balance + 1, last_entry = last_entry + 1",
        "UPDATE funds_ledgerentry SET amount = 5000",
        "DELETE FROM funds_ledgerentry",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_turnovers_and_balances_equal_a_recomputation(ledger, line) -> None:
    allocated, disbursed = ledger.account(line, "allocated"), ledger.account(line, "disbursed")
    for month, amount in ((4, 100), (4, 50), (5, 70)):
        paid = ledger.move("disburse", amount, allocated, disbursed, on=date(2024, month, 9))
    ledger.move("reverse", 70, disbursed, allocated, reverses=paid, note="nhầm", on=date(2024, 6, 1))
    for account in LedgerAccount.objects.all():
        came = LedgerEntry.objects.filter(target_account=account).aggregate(sum=Sum("amount"))["sum"] or 0
        went = LedgerEntry.objects.filter(source_account=account).aggregate(sum=Sum("amount"))["sum"] or 0
        turned = LedgerMonth.objects.filter(account=account).aggregate(came=Sum("came_in"), went=Sum("went_out"))
        assert account.balance == came - went == (turned["came"] or 0) - (turned["went"] or 0)
    assert dict(LedgerMonth.objects.filter(account=disbursed).values_list("month", "came_in")) == {
        202404: 150, 202405: 70, 202406: -70,
    }  # fmt: skip


def test_every_guard_stands() -> None:
    wanted = {f"{guard.table}_{guard.name}_{guard.verb.lower()}" for guard in triggers.GUARDS}
    assert wanted <= triggers.names(connection)

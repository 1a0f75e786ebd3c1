"""The steps the ledger's verbs share: accounts found and locked, questions asked before the database would refuse."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.db.models import Case, F, Q, Sum, When
from django.utils import translation

from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.funds.models import (
    Acceptance,
    Contract,
    EntryKind,
    FundLine,
    LedgerAccount,
    LedgerEntry,
    PeriodEnd,
    Stage,
    YearClosing,
)
from giamngheo.funds.problems import AFTER_END, CLOSED, DAY, LATER, LOAN, NOT_ACCEPTED, NOT_ENOUGH, refuse

_AFTER_END_ALLOWED = (EntryKind.CANCEL, EntryKind.SETTLE, EntryKind.REVERSE, EntryKind.REDUCE)


class Side(NamedTuple):
    """Where money leaves or arrives."""

    line: FundLine
    budget_year: int
    stage: Stage

    def account(self) -> LedgerAccount:
        """Its account, made where it is not there yet."""
        return LedgerAccount.objects.get_or_create(line=self.line, budget_year=self.budget_year, stage=self.stage)[0]


def check_sides(kind: EntryKind, on: date, *sides: Side) -> None:
    """Raises LEDGER-LOAN, LEDGER-CLOSED, LEDGER-AFTER-END, LEDGER-DAY."""
    for side in sides:
        if side.line.source.is_loan:
            raise refuse(LOAN, source=side.line.source.name)
        closed = YearClosing.objects.filter(unit=side.line.unit, budget_year=side.budget_year).first()
        if closed is not None:
            raise refuse(CLOSED, year=side.budget_year, day=format_date(closed.on))
        end = PeriodEnd.objects.filter(period=side.line.period).first()
        over = end is not None and on > end.last_day and kind not in _AFTER_END_ALLOWED
        if end is not None and (over or side.budget_year > end.last_budget_year):
            raise refuse(AFTER_END, period=side.line.period.code, day=format_date(end.last_day), year=side.budget_year)
    if on.year < sides[0].budget_year or sides[0].budget_year < sides[0].line.year:
        raise refuse(DAY, day=format_date(on), year=sides[0].budget_year)


def check_enough(side: Side, amount: int, on: date) -> None:
    """The account holds the amount on that day and is not left short on any later one.

    Raises LEDGER-NOT-ENOUGH, LEDGER-LATER. The account is locked first, so that two officers cannot both pass.
    """
    account = LedgerAccount.objects.select_for_update(no_key=True).get(pk=side.account().pk)
    later = _days_after(account, on)
    balance = account.balance - sum(change for _day, change in later)
    values = _named(side) | {"amount": _money(amount), "day": format_date(on)}
    if balance < amount:
        raise refuse(NOT_ENOUGH, balance=_money(max(balance, 0)), **values)
    running = balance - amount
    for day, change in later:
        running += change
        if running < 0:
            raise refuse(LATER, later=format_date(day), missing=_money(-running), **values)


def _days_after(account: LedgerAccount, on: date) -> list[tuple[date, int]]:
    """Changes of the balance after a day, day by day."""
    entries = LedgerEntry.objects.filter(Q(source_account=account) | Q(target_account=account), on__gt=on)
    change = Case(When(target_account=account, then=F("amount")), default=-F("amount"))
    return list(entries.order_by().values_list("on").annotate(change=Sum(change)).order_by("on"))


def paid_of(contract: Contract) -> int:
    """Đồng disbursed under a contract, counter-entries and repayments taken off."""
    entries = LedgerEntry.objects.filter(contract=contract)
    plus = entries.filter(kind=EntryKind.DISBURSE, reversed_by=None).aggregate(sum=Sum("amount"))["sum"] or 0
    minus = entries.filter(kind=EntryKind.REPAY, reversed_by=None).aggregate(sum=Sum("amount"))["sum"] or 0
    return plus - minus


def accepted_of(contract: Contract) -> int:
    """Đồng of work accepted under a contract."""
    return Acceptance.objects.filter(contract=contract).aggregate(sum=Sum("amount"))["sum"] or 0


def check_accepted(contract: Contract, amount: int) -> None:
    """Raises LEDGER-NOT-ACCEPTED. The contract is locked first."""
    Contract.objects.select_for_update(no_key=True).get(pk=contract.pk)
    paid, accepted = paid_of(contract), accepted_of(contract)
    if paid + amount > accepted:
        raise refuse(
            NOT_ACCEPTED, contract=contract.number, accepted=_money(accepted), paid=_money(paid), amount=_money(amount)
        )


def words(value: EntryKind | Stage) -> tuple[str, str]:
    """A label in both languages."""
    with translation.override("vi"):
        vi = str(value.label)
    with translation.override("en"):
        return vi, str(value.label)


def named(line: FundLine) -> tuple[str, str]:
    """A line in words, in both languages."""
    node_vi, node_en = (line.node.code,) * 2 if line.node else ("chưa phân bổ", "not allocated")
    return f"{line.source.code} {line.year}, {node_vi}", f"{line.source.code} {line.year}, {node_en}"


def _named(side: Side) -> dict[str, str]:
    line_vi, line_en = named(side.line)
    stage_vi, stage_en = words(side.stage)
    return {"line_vi": line_vi, "line_en": line_en, "stage_vi": stage_vi, "stage_en": stage_en}


def _money(amount: int) -> str:
    return format_number(amount)

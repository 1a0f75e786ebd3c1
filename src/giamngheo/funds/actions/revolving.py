"""Revolving money: a pot, its capital, loans, what is paid back or written off. docs/algorithms/revolving.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import DatabaseError, transaction
from django.db.models import Sum
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems_revolving as p
from giamngheo.funds.models import (
    EntryKind,
    GiftEntry,
    GiftForm,
    GiftKind,
    LedgerEntry,
    RevolvingEntry,
    RevolvingKind,
    RevolvingLoan,
    RevolvingPot,
)
from giamngheo.funds.problems import refuse
from giamngheo.funds.recipients import Recipient, is_of
from giamngheo.funds.revolving import MOST_INSTALMENTS

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Household
    from giamngheo.territory.models import Unit

MOST = 10**15
_POT_SIGNS = {RevolvingKind.CAPITAL: 1, RevolvingKind.LEND: -1, RevolvingKind.REPAY: 1, RevolvingKind.WRITE_OFF: 0}


class Terms(NamedTuple):
    """`count` instalments every `months` months from `first_due`."""

    count: int  # type: ignore[assignment]  # hides tuple.count, which nobody asks
    months: int
    first_due: date


@transaction.atomic
def open_pot(*, by: User | None, unit: Unit, name: str) -> RevolvingPot:
    """The book of a group's revolving money. Raises Refused (REVOLVING-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, unit)
    name = squeeze(nfc(name))
    if not name or RevolvingPot.objects.filter(unit=unit, name=name).exists():
        raise refuse(p.NAME)
    pot = RevolvingPot.objects.create(unit=unit, name=name, by=by)
    record(by=by, action="funds.open_pot", subject=pot, unit=unit, after={"name": name})
    return pot


@transaction.atomic
def add_capital(
    *, by: User | None, pot: RevolvingPot, source: LedgerEntry | GiftEntry, amount: int, on: date, note: str = ""
) -> RevolvingEntry:
    """Part of a disbursement, or of money used from a gift fund, given to the group. Raises Refused, OutOfScope,
    NotPermitted."""
    pot = _locked(by, pot, amount, on)
    source = type(source).objects.select_for_update(no_key=True).get(pk=source.pk)
    left = capital_left(pot, source)
    if amount > left or on < source.on:
        raise refuse(p.SOURCE, left=format_number(left))
    name = "ledger_entry" if isinstance(source, LedgerEntry) else "gift_entry"
    return _write(by, pot, kind=RevolvingKind.CAPITAL, amount=amount, on=on, note=squeeze(nfc(note)), **{name: source})


@transaction.atomic
def lend(
    *,
    by: User | None,
    pot: RevolvingPot,
    amount: int,
    on: date,
    terms: Terms,
    household: Household | None = None,
    group: str = "",
    paper: str = "",
) -> RevolvingLoan:
    """A loan of the pot, never more than is there. Raises Refused, OutOfScope, NotPermitted."""
    pot = _locked(by, pot, amount, on)
    group = squeeze(nfc(group))
    if (household is None) != bool(group) or (
        household is not None and not is_of(pot.unit, Recipient(household=household), on)
    ):
        raise refuse(p.BORROWER)
    if (
        not 1 <= terms.count <= min(MOST_INSTALMENTS, amount)
        or not 1 <= terms.months <= 12
        or not on < terms.first_due < date(2200, 1, 1)
    ):
        raise refuse(p.SCHEDULE, most=MOST_INSTALMENTS)
    if (least := _least(pot, on)) < amount:
        raise refuse(
            p.NOT_ENOUGH, pot=pot.name, day=format_date(on), left=format_number(max(least, 0)),
            amount=format_number(amount),
        )  # fmt: skip
    loan = RevolvingLoan.objects.create(
        pot=pot, household=household, group=group, principal=amount, on=on, paper=squeeze(nfc(paper)), by=by,
        **terms._asdict(),
    )  # fmt: skip
    _write(by, pot, kind=RevolvingKind.LEND, loan=loan, amount=amount, on=on, paper=loan.paper)
    return RevolvingLoan.objects.get(pk=loan.pk)


@transaction.atomic
def repay(*, by: User | None, loan: RevolvingLoan, amount: int, on: date, paper: str = "") -> RevolvingEntry:
    """Principal that came back and can be lent again. Raises Refused, OutOfScope, NotPermitted."""
    pot = _owed(by, loan, amount, on)
    return _write(by, pot, kind=RevolvingKind.REPAY, loan=loan, amount=amount, on=on, paper=squeeze(nfc(paper)))


@transaction.atomic
def write_off(
    *, by: User | None, loan: RevolvingLoan, amount: int, on: date, paper: str, reason: str
) -> RevolvingEntry:
    """Principal that will not come back, by a decision with its reason. Raises Refused, OutOfScope, NotPermitted."""
    pot = _owed(by, loan, amount, on)
    paper, reason = squeeze(nfc(paper)), squeeze(nfc(reason))
    if not paper or not reason:
        raise refuse(p.NO_REASON)
    return _write(by, pot, kind=RevolvingKind.WRITE_OFF, loan=loan, amount=amount, on=on, paper=paper, note=reason)


@transaction.atomic
def reverse_revolving(*, by: User | None, entry: RevolvingEntry, on: date, reason: str) -> RevolvingEntry:
    """Take an entry back, whole and once; a loan with everything of it taken back was never lent. Raises Refused."""
    pot = _locked(by, entry.pot, entry.amount, on)
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(p.NO_REASON)
    gone = entry.kind == RevolvingKind.REVERSE or RevolvingEntry.objects.filter(reverses=entry).exists()
    kind = RevolvingKind(entry.kind)
    takes = kind in (RevolvingKind.CAPITAL, RevolvingKind.REPAY)
    if gone or on < entry.on or (takes and _least(pot, on) < entry.amount):
        raise refuse(p.REVERSED)
    loan = RevolvingLoan.objects.get(pk=entry.loan_id) if entry.loan_id else None
    if loan is not None and kind == RevolvingKind.LEND and loan.outstanding < entry.amount:
        raise refuse(p.REVERSED)
    return _write(
        by, pot, kind=RevolvingKind.REVERSE, loan=loan, amount=entry.amount, on=on, note=reason, reverses=entry
    )


def capital_left(pot: RevolvingPot, source: LedgerEntry | GiftEntry) -> int:
    """Đồng of a source entry not given to any pot; nought for one that is none of the commune's, or was taken back."""
    if isinstance(source, LedgerEntry):
        account, name = source.source_account, "ledger_entry"
        fits = source.kind == EntryKind.DISBURSE and account is not None and account.line.unit_id == pot.unit_id
    else:
        name = "gift_entry"
        fund = source.account.fund
        money = source.account.form == GiftForm.MONEY
        fits = source.kind == GiftKind.USE and money and fund.unit_id == pot.unit_id
    if not fits or type(source).objects.filter(reverses=source.pk).exists():
        return 0
    given = RevolvingEntry.objects.filter(**{name: source.pk}, reversed_by=None)
    return source.amount - (given.aggregate(sum=Sum("amount"))["sum"] or 0)


def _locked(by: User | None, pot: RevolvingPot, amount: int, on: date) -> RevolvingPot:
    """The pot, locked, where the user may write and the sum and day are ones. Raises REVOLVING-AMOUNT, -FUTURE."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, pot.unit)
    if not 0 < amount < MOST:
        raise refuse(p.AMOUNT, amount=amount)
    if on > timezone.localdate():
        raise refuse(p.FUTURE, day=format_date(on))
    return RevolvingPot.objects.select_for_update(no_key=True).select_related("unit").get(pk=pot.pk)


def _owed(by: User | None, loan: RevolvingLoan, amount: int, on: date) -> RevolvingPot:
    """The loan's pot, locked; raises REVOLVING-OWED where less is owed, or it was not lent yet."""
    pot = _locked(by, loan.pot, amount, on)
    owed = RevolvingLoan.objects.get(pk=loan.pk).outstanding if on >= loan.on else 0
    if amount > owed:
        raise refuse(p.OWED, owed=format_number(owed), day=format_date(on), amount=format_number(amount))
    return pot


def _least(pot: RevolvingPot, on: date) -> int:
    """The least the pot has to lend from a day on."""
    later = RevolvingEntry.objects.filter(pot=pot, on__gt=on).select_related("reverses").order_by("on", "id")
    days: dict[date, int] = {}
    for each in later:
        of = each.reverses or each
        sign = _POT_SIGNS[RevolvingKind(of.kind)] * (-1 if each.reverses else 1)
        days[each.on] = days.get(each.on, 0) + sign * each.amount
    running = least = pot.available - sum(days.values())
    for change in days.values():
        running += change
        least = min(least, running)
    return least


def _write(by: User | None, pot: RevolvingPot, **values: Any) -> RevolvingEntry:
    try:
        with transaction.atomic():
            entry = RevolvingEntry.objects.create(by=by, pot=pot, **values)
    except DatabaseError as error:
        if values.get("reverses") is None:
            raise
        raise refuse(p.REVERSED) from error  # somebody else was quicker
    after = {"kind": entry.kind, "on": entry.on, "amount": entry.amount, "pot": pot.pk, "loan": entry.loan_id}
    record(by=by, action=f"funds.revolving_{entry.kind}", subject=entry, unit=pot.unit, after=after)
    return entry

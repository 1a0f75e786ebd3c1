"""Gifts: a fund, what came into it, what was used, an entry taken back. docs/algorithms/gifts.md."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Case, F, Q, Sum, When

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.funds import problems_gifts as p
from giamngheo.funds.capital import is_capital
from giamngheo.funds.gift_days import check_day
from giamngheo.funds.gifts import quantity, value_of
from giamngheo.funds.models import Donor, DonorKind, GiftAccount, GiftEntry, GiftForm, GiftFund, GiftKind
from giamngheo.funds.problems import refuse
from giamngheo.funds.problems_revolving import STANDS
from giamngheo.funds.recipients import Recipient, is_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MOST = 10**15


class Thing(NamedTuple):
    """What is given or used: money, or `hundredths` of `what` in a `measure`; `earmark`: for which purpose alone."""

    form: str
    what: str = ""
    measure: str = ""
    hundredths: int = 0
    earmark: str = ""


@transaction.atomic
def open_gift_fund(*, by: User | None, unit: Unit, name: str, keeper: str) -> GiftFund:
    """A fund of the commune. Raises Refused (GIFT-*), OutOfScope, NotPermitted."""
    if by is not None:
        require(by, Permission.EDIT_FUNDS, unit)
    name, keeper = squeeze(nfc(name)), squeeze(nfc(keeper))
    if not name or not keeper:
        raise refuse(p.NAME)
    if GiftFund.objects.filter(unit=unit, name=name).exists():
        raise refuse(p.TWICE, name=name)
    fund = GiftFund.objects.create(unit=unit, name=name, keeper=keeper, by=by)
    record(by=by, action="funds.open_gift_fund", subject=fund, unit=unit, after={"name": name})
    return fund


@transaction.atomic
def receive_gift(
    *,
    by: User | None,
    fund: GiftFund,
    thing: Thing,
    amount: int,
    on: date,
    donor_kind: str,
    donor_name: str = "",
    published: bool = False,
    paper: str = "",
    note: str = "",
) -> GiftEntry:
    """What a donor gave; `amount`: money, or the estimated value. Raises Refused (GIFT-*), OutOfScope, NotPermitted."""
    _allowed(by, fund)
    thing = _checked(thing)
    if not (0 <= amount < MOST) or (thing.form == GiftForm.MONEY and not amount):
        raise refuse(p.AMOUNT, amount=amount)
    check_day(fund, on)
    donor_name = squeeze(nfc(donor_name))
    if donor_kind not in DonorKind.values or (donor_kind == DonorKind.ANONYMOUS) == bool(donor_name):
        raise refuse(p.DONOR)
    donor, _made = Donor.objects.get_or_create(
        unit=fund.unit, kind=donor_kind, name=donor_name, published=published and bool(donor_name)
    )
    return _write(
        by, fund, kind=GiftKind.RECEIVE, on=on, account=_account(fund, thing), amount=amount,
        hundredths=thing.hundredths, donor=donor, paper=squeeze(nfc(paper)), note=squeeze(nfc(note)),
    )  # fmt: skip


@transaction.atomic
def use_gift(
    *,
    by: User | None,
    account: GiftAccount,
    recipient: Recipient,
    on: date,
    amount: int = 0,
    hundredths: int = 0,
    paper: str = "",
    note: str = "",
) -> GiftEntry:
    """Money, or a quantity, of an account used for one recipient. Raises Refused (GIFT-*), OutOfScope, NotPermitted."""
    fund = account.fund
    _allowed(by, fund)
    check_day(fund, on)
    account = GiftAccount.objects.select_for_update(no_key=True).get(pk=account.pk)
    money = account.form == GiftForm.MONEY
    if money and not 0 < amount < MOST:
        raise refuse(p.AMOUNT, amount=amount)
    if money == bool(hundredths) or not 0 <= hundredths < MOST:
        raise refuse(p.QUANTITY)
    if not is_of(fund.unit, recipient, on):
        raise refuse(p.RECIPIENT)
    _check_enough(account, amount if money else hundredths, on)
    amount = amount if money else value_of(hundredths, account.balance, account.hundredths)
    return _write(
        by, fund, kind=GiftKind.USE, on=on, account=account, amount=amount, hundredths=hundredths,
        **recipient._asdict(), paper=squeeze(nfc(paper)), note=squeeze(nfc(note)),
    )  # fmt: skip


@transaction.atomic
def reverse_gift(*, by: User | None, entry: GiftEntry, on: date, reason: str) -> GiftEntry:
    """Take an entry back, whole and once. Raises Refused (GIFT-*), OutOfScope, NotPermitted."""
    fund = entry.account.fund
    _allowed(by, fund)
    check_day(fund, on, entry.on)
    reason = squeeze(nfc(reason))
    if not reason:
        raise refuse(p.NO_REASON)
    if entry.kind == GiftKind.REVERSE or GiftEntry.objects.filter(reverses=entry).exists():
        raise refuse(p.REVERSED)
    account = GiftAccount.objects.select_for_update(no_key=True).get(pk=entry.account_id)
    if is_capital(entry):
        raise refuse(STANDS)
    if entry.kind == GiftKind.RECEIVE and not _still_there(account, entry, on):
        raise refuse(p.USED)
    return _write(
        by, fund, kind=GiftKind.REVERSE, on=on, account=account, amount=entry.amount, hundredths=entry.hundredths,
        note=reason, reverses=entry,
    )  # fmt: skip


def _allowed(by: User | None, fund: GiftFund) -> None:
    if by is not None:
        require(by, Permission.EDIT_FUNDS, fund.unit)


def _checked(thing: Thing) -> Thing:
    what, measure = squeeze(nfc(thing.what)), squeeze(nfc(thing.measure))
    given = bool(what), bool(measure), 0 < thing.hundredths < MOST
    right = not any((what, measure, thing.hundredths)) if thing.form == GiftForm.MONEY else all(given)
    if thing.form not in GiftForm.values or not right:
        raise refuse(p.QUANTITY)
    return thing._replace(what=what, measure=measure, earmark=squeeze(nfc(thing.earmark)))


def _account(fund: GiftFund, thing: Thing) -> GiftAccount:
    return GiftAccount.objects.get_or_create(
        fund=fund, form=thing.form, what=thing.what, measure=thing.measure, earmark=thing.earmark
    )[0]


def _check_enough(account: GiftAccount, wanted: int, on: date) -> None:
    """Raises GIFT-NOT-ENOUGH: on the day, or on a later one, the account would hold too little. It is locked."""
    money = account.form == GiftForm.MONEY
    least = _least(account, on, "amount" if money else "hundredths")
    if least < wanted:
        left, asked = (
            f"{format_number(max(each, 0))} đồng" if money else quantity(max(each, 0), account.measure)
            for each in (least, wanted)
        )
        named = {"what_vi": account.what or "Tiền", "what_en": account.what or "Money"}
        raise refuse(p.NOT_ENOUGH, **named, day=format_date(on), left=left, wanted=asked)


def _least(account: GiftAccount, on: date, measured: str) -> int:
    """The least an account holds from a day on."""
    came = Q(kind=GiftKind.RECEIVE) | Q(kind=GiftKind.REVERSE, reverses__kind=GiftKind.USE)
    change = Sum(Case(When(came, then=F(measured)), default=-F(measured)))
    later = GiftEntry.objects.filter(account=account, on__gt=on).order_by()
    days = list(later.values_list("on").annotate(change=change).order_by("on"))
    held = account.balance if measured == "amount" else account.hundredths
    running = held - sum(change for _day, change in days)
    least = running
    for _day, change in days:
        running += change
        least = min(least, running)
    return least


def _still_there(account: GiftAccount, entry: GiftEntry, on: date) -> bool:
    if account.form == GiftForm.MONEY:
        return _least(account, on, "amount") >= entry.amount
    value, left = account.balance - entry.amount, account.hundredths - entry.hundredths
    return value >= 0 and (left > 0 or value == left == 0) and _least(account, on, "hundredths") >= entry.hundredths


def _write(by: User | None, fund: GiftFund, **values: object) -> GiftEntry:
    try:
        with transaction.atomic():
            entry = GiftEntry.objects.create(by=by, **values)
    except IntegrityError as error:
        if values.get("reverses") is None:
            raise
        raise refuse(p.REVERSED) from error  # somebody else was quicker
    after = {"kind": entry.kind, "on": entry.on, "amount": entry.amount, "fund": fund.pk}
    record(by=by, action=f"funds.gift_{entry.kind}", subject=entry, unit=fund.unit, after=after)
    return entry

"""Reads of gift funds: what each holds, its book, and what it publishes, which names nobody poor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, Q, QuerySet, Sum, When

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.models import GiftAccount, GiftClosing, GiftEntry, GiftForm, GiftFund, GiftKind

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_IN, _OUT = Q(kind=GiftKind.RECEIVE), Q(kind=GiftKind.USE)


class GiftSums(NamedTuple):
    """Đồng of money, and estimated đồng of goods and work apart: an estimate is never added to money."""

    opening: int = 0
    received: int = 0
    used: int = 0

    @property
    def remaining(self) -> int:
        return self.opening + self.received - self.used


class FundYear(NamedTuple):
    """A fund with its money between two days."""

    fund: GiftFund
    money: GiftSums


class Published(NamedTuple):
    """One row of a publication: `who` a donor that agreed to be named, an activity, a village; "" is not named.

    `left`: money of the fund after it, for money.
    """

    on: date
    kind: str
    form: str
    what: str
    measure: str
    hundredths: int
    amount: int
    who: str
    household: bool
    earmark: str
    left: int | None


class Publication(NamedTuple):
    """What a fund publishes of the days from `since` to `until`."""

    money: GiftSums
    valued: GiftSums
    rows: Sequence[Published]


def gift_funds_for(user: User) -> QuerySet[GiftFund]:
    """Funds of the user's units."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    return GiftFund.objects.filter(unit__in=units).select_related("unit")


def gift_years(user: User, unit: Unit, since: date, until: date) -> list[FundYear]:
    """Funds of a commune, each with its money. Two queries."""
    funds = list(gift_funds_for(user).filter(unit=unit))
    entries = _standing(until).filter(account__fund__in=funds, account__form=GiftForm.MONEY)
    sums = {pk: GiftSums(*values) for pk, *values in _sums(entries.values_list("account__fund_id"), since)}
    return [FundYear(each, sums.get(each.pk, GiftSums())) for each in funds]


def gift_closings(user: User, fund: GiftFund) -> list[GiftClosing]:
    """Years of a fund that were closed, the last first."""
    closings = GiftClosing.objects.filter(fund__in=gift_funds_for(user).filter(pk=fund.pk))
    return list(closings.select_related("by").order_by("-year"))


def gift_accounts(user: User, fund: GiftFund) -> list[GiftAccount]:
    """What a fund holds now."""
    held = GiftAccount.objects.filter(fund__in=gift_funds_for(user).filter(pk=fund.pk))
    return list(held.filter(Q(balance__gt=0) | Q(hundredths__gt=0)).select_related("fund__unit"))


def gift_entries_for(user: User) -> QuerySet[GiftEntry]:
    """Entries of funds of the user's units, the newest first."""
    found = GiftEntry.objects.filter(account__fund__in=gift_funds_for(user))
    joined = found.select_related(
        "account__fund__unit", "donor", "household", "work_item", "village", "by", "reversed_by"
    )
    return joined.order_by("-on", "-id")


def gift_publication(user: User, fund: GiftFund, since: date, until: date) -> Publication:
    """Two queries. No household's name, code, village, nor any note is in it."""
    entries = _standing(until).filter(account__fund__in=gift_funds_for(user).filter(pk=fund.pk))
    sums = {is_money: GiftSums(*values) for is_money, *values in _sums(entries.values_list(_MONEY), since)}
    money, valued = sums.get(1, GiftSums()), sums.get(0, GiftSums())
    rows, left = [], money.opening
    joined = entries.filter(on__gte=since).select_related("account", "donor", "work_item", "village")
    for each in joined.order_by("on", "id"):
        is_money = each.account.form == GiftForm.MONEY
        if is_money:
            left += each.amount if each.kind == GiftKind.RECEIVE else -each.amount
        rows.append(_published(each, left if is_money else None))
    return Publication(money, valued, rows)


_MONEY = Case(When(account__form=GiftForm.MONEY, then=1), default=0)


def _standing(until: date) -> QuerySet[GiftEntry]:
    """Entries up to a day, neither taken back nor taking back."""
    return GiftEntry.objects.filter(on__lte=until, reverses=None, reversed_by=None).order_by()


def _sums(keyed, since: date):
    """(key, opening, received, used) of each key."""
    before = Q(on__lt=since)
    found = keyed.annotate(
        came_before=Sum("amount", filter=before & _IN, default=0),
        went_before=Sum("amount", filter=before & _OUT, default=0),
        came=Sum("amount", filter=~before & _IN, default=0), went=Sum("amount", filter=~before & _OUT, default=0),
    )  # fmt: skip
    return [(key, came_before - went_before, came, went) for key, came_before, went_before, came, went in found]


def _published(entry: GiftEntry, left: int | None) -> Published:
    who = ""
    if entry.donor is not None and entry.donor.published:
        who = entry.donor.name
    elif entry.work_item is not None:
        who = entry.work_item.title
    elif entry.village is not None:
        who = entry.village.name
    account = entry.account
    return Published(
        entry.on, entry.kind, account.form, account.what, account.measure, entry.hundredths, entry.amount, who,
        entry.household_id is not None, account.earmark, left,
    )  # fmt: skip

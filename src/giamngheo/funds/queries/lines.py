"""A line of money with its accounts and entries; contracts of a unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.models import Contract, FundLine, LedgerAccount, LedgerEntry, PeriodEnd, YearClosing
from giamngheo.funds.sheet_rows import standing_in

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class LinePage(NamedTuple):
    """A line: its accounts that hold money, and every entry that moved it, the newest first."""

    line: FundLine
    accounts: Sequence[LedgerAccount]
    entries: QuerySet[LedgerEntry]


def line_page(user: User, pk: int) -> LinePage:
    """Raises FundLine.DoesNotExist for a line that is not the user's to see."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    line = FundLine.objects.select_related("unit", "source", "node", "period").get(pk=pk, unit__in=units)
    accounts = LedgerAccount.objects.filter(line=line, balance__gt=0).order_by("budget_year", "pk")
    touching = Q(source_account__line=line) | Q(target_account__line=line)
    entries = LedgerEntry.objects.filter(touching).select_related(
        "source_account__line__node", "target_account__line__node", "document", "contract", "by", "reversed_by"
    )
    return LinePage(line, list(accounts), entries.order_by("-on", "-id"))


def lines_for(user: User) -> QuerySet[FundLine]:
    """Lines of the user's units."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    return FundLine.objects.select_related("unit", "source", "node", "period").filter(unit__in=units)


def closings_for(user: User) -> QuerySet[YearClosing]:
    """Closed budget years of the user's units."""
    return YearClosing.objects.filter(unit__in=scope_units(user, permission=Permission.VIEW_FUNDS)).select_related("by")


def period_ends() -> QuerySet[PeriodEnd]:
    """Until when money of each period may be moved, public."""
    return PeriodEnd.objects.select_related("period")


def contracts_for(user: User) -> QuerySet[Contract]:
    """Contracts of the user's units."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    return Contract.objects.filter(unit__in=units).select_related("unit", "work_item")


def entries_for(user: User) -> QuerySet[LedgerEntry]:
    """Entries of the user's units."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    theirs = Q(source_account__line__unit__in=units) | Q(target_account__line__unit__in=units)
    return LedgerEntry.objects.filter(theirs).select_related(
        "source_account__line__unit", "target_account__line__unit", "document", "contract"
    )


def standing_entries(user: User, unit: Unit, budget_year: int) -> QuerySet[LedgerEntry]:
    """Entries of a commune's budget year that stand, in their order. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_FUNDS, unit)
    return standing_in(unit, budget_year)

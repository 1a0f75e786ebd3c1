"""Reads of revolving money: pots with their sums, loans with what is due and overdue on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Q, QuerySet, Sum

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.borrowers import borrowing_homes
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
from giamngheo.funds.revolving import LoanState, state_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Household
    from giamngheo.territory.models import Unit


class PotSums(NamedTuple):
    """Đồng of a pot up to a day; `overdue` on it."""

    capital: int = 0
    lent: int = 0
    repaid: int = 0
    written_off: int = 0
    overdue: int = 0

    @property
    def outstanding(self) -> int:
        return self.lent - self.repaid - self.written_off

    @property
    def available(self) -> int:
        return self.capital - self.lent + self.repaid


class PotRow(NamedTuple):
    """A pot with its sums. `debtors`: households, as they are now, and groups that owe something."""

    pot: RevolvingPot
    sums: PotSums
    debtors: int = 0


class LoanRow(NamedTuple):
    """A loan on a day: what came back, what was written off, the schedule. `home`: the household it was lent to, as it
    is now: another, where it was merged into that one; None: a group."""

    loan: RevolvingLoan
    repaid: int
    written_off: int
    state: LoanState
    home: Household | None = None

    @property
    def outstanding(self) -> int:
        return self.loan.principal - self.repaid - self.written_off


class CapitalSource(NamedTuple):
    """A disbursement or a gift used that can still become revolving money."""

    entry: LedgerEntry | GiftEntry
    left: int


def pots_for(user: User) -> QuerySet[RevolvingPot]:
    """Pots of the user's units."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    return RevolvingPot.objects.filter(unit__in=units).select_related("unit")


def pot_rows(user: User, unit: Unit, day: date) -> list[PotRow]:
    """Pots of a commune with their sums on a day. Four queries; more where households were merged."""
    pots = list(pots_for(user).filter(unit=unit))
    kinds: dict[int, dict[str, int]] = defaultdict(dict)
    standing = _standing(day).filter(pot__in=pots).order_by()
    for pot, kind, amount in standing.values_list("pot_id", "kind").annotate(sum=Sum("amount")):
        kinds[pot][kind] = amount
    overdue: dict[int, int] = defaultdict(int)
    debtors: dict[int, set[object]] = defaultdict(set)
    for row in loan_rows(user, pots, day):
        overdue[row.loan.pot_id] += row.state.overdue
        if row.outstanding:
            debtors[row.loan.pot_id].add(row.home.pk if row.home else row.loan.group)
    return [PotRow(each, _sums(kinds[each.pk], overdue[each.pk]), len(debtors[each.pk])) for each in pots]


def _sums(kinds: dict[str, int], overdue: int) -> PotSums:
    named = (RevolvingKind.CAPITAL, RevolvingKind.LEND, RevolvingKind.REPAY, RevolvingKind.WRITE_OFF)
    capital, lent, repaid, written_off = (kinds.get(each, 0) for each in named)
    return PotSums(capital, lent, repaid, written_off, overdue)


def loan_rows(user: User, pots: Iterable[RevolvingPot], day: date) -> list[LoanRow]:
    """Loans that stand, as they are on a day, those overdue longest first. Two queries; more where households
    were merged."""
    ids = [each.pk for each in pots]
    lent = RevolvingEntry.objects.filter(kind=RevolvingKind.LEND, reversed_by=None, on__lte=day, pot__in=ids)
    loans = RevolvingLoan.objects.filter(pot__in=pots_for(user).filter(pk__in=ids), pk__in=lent.values("loan"))
    back: dict[int, dict[str, int]] = defaultdict(dict)
    moved = _standing(day).filter(pot__in=ids, kind__in=(RevolvingKind.REPAY, RevolvingKind.WRITE_OFF)).order_by()
    for loan, kind, amount in moved.values_list("loan_id", "kind").annotate(sum=Sum("amount")):
        back[loan][kind] = amount
    found = list(loans.select_related("pot__unit", "household"))
    homes = borrowing_homes(found)
    rows = [_loan_row(each, back[each.pk], day, homes.get(each.household_id or 0)) for each in found]
    return sorted(rows, key=lambda row: (row.state.since or date.max, row.loan.on, row.loan.pk))


def _loan_row(loan: RevolvingLoan, back: dict[str, int], day: date, home: Household | None) -> LoanRow:
    repaid, written = back.get(RevolvingKind.REPAY, 0), back.get(RevolvingKind.WRITE_OFF, 0)
    state = state_of(loan.principal, loan.first_due, loan.months, loan.count, repaid + written, day)
    return LoanRow(loan, repaid, written, state, home)


def _standing(day: date) -> QuerySet[RevolvingEntry]:
    """Entries up to a day, neither taken back nor taking back."""
    return RevolvingEntry.objects.filter(on__lte=day, reverses=None, reversed_by=None)


def revolving_entries_for(user: User) -> QuerySet[RevolvingEntry]:
    """Entries of pots of the user's units, the newest first."""
    found = RevolvingEntry.objects.filter(pot__in=pots_for(user))
    joined = found.select_related("pot__unit", "loan__household", "ledger_entry", "gift_entry", "by", "reversed_by")
    return joined.order_by("-on", "-id")


def loan_for(user: User, pk: int) -> RevolvingLoan:
    """One of theirs; raises RevolvingLoan.DoesNotExist for others', as if it were not there."""
    found = RevolvingLoan.objects.select_related("pot__unit", "household")
    return found.get(pk=pk, pot__in=pots_for(user))


def capital_sources(user: User, unit: Unit, since: date) -> Sequence[CapitalSource]:
    """Disbursements and gifts used since a day, of the commune, of which something is left. Two queries."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS).filter(pk=unit.pk)
    given = Sum("revolving__amount", filter=Q(revolving__reversed_by=None), default=0)
    ledger = LedgerEntry.objects.filter(
        kind=EntryKind.DISBURSE, reversed_by=None, on__gte=since, source_account__line__unit__in=units
    ).select_related("source_account__line__source", "source_account__line__node")
    gifts = GiftEntry.objects.filter(
        kind=GiftKind.USE, reversed_by=None, on__gte=since, account__form=GiftForm.MONEY, account__fund__unit__in=units
    ).select_related("account__fund")
    found: list[CapitalSource] = []
    for entries in (ledger, gifts):
        left = entries.annotate(left=F("amount") - given).filter(left__gt=0).order_by("-on", "-id")
        found += [CapitalSource(each, each.left) for each in left]
    return found

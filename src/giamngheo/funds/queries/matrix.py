"""The matrix a commune reports: node × source × year of allocation, in a budget year up to a day.

Read from monthly turnovers, which the database keeps: the cost grows with accounts and months, not with entries. Of a
day inside a month, that month's entries after the day are taken off.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Q, QuerySet, Sum

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.models import EntryKind, FundLine, LedgerAccount, LedgerEntry, LedgerMonth, Stage

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

Accounts = Mapping[int, tuple[int, str]]
# Money that comes to a line or leaves it for another; inside one line these cancel out.
_PLAN = (EntryKind.ASSIGN, EntryKind.REDUCE, EntryKind.ALLOCATE, EntryKind.RETURN, EntryKind.TRANSFER)


class MatrixRow(NamedTuple):
    """Đồng of one line in a budget year. `period`: disbursed in the asked days; `disbursed`: since 1 January.

    `allocated`: given to a project or further on, whether spent or not.
    """

    line: FundLine
    plan: int
    carried_in: int
    advanced: int
    period: int
    disbursed: int
    cancelled: int
    carried_out: int

    @property
    def total(self) -> int:
        return self.plan + self.carried_in

    @property
    def remaining(self) -> int:
        return self.total - self.disbursed - self.cancelled - self.carried_out

    @property
    def rate(self) -> Fraction | None:
        """Disbursed of total; None where there is no money."""
        return Fraction(self.disbursed, self.total) if self.total else None


class _Turnover(NamedTuple):
    line_id: int
    stage: str
    kind: str
    came_in: int
    went_out: int

    @property
    def net(self) -> int:
        return self.came_in - self.went_out

    @property
    def disbursed(self) -> int:
        """What it adds to disbursed: payments, less repayments. Settling moves nothing."""
        return self.net if self.stage == Stage.DISBURSED and self.kind != EntryKind.SETTLE else 0


def matrix(user: User, budget_year: int, until: date, since: date | None = None) -> list[MatrixRow]:
    """The matrix of the user's units, in the order of lines. Loans are never in it. Few queries, however many entries.

    `since`: first day of the reporting period, 1 January by default.
    """
    lines = {each.pk: each for each in _lines(scope_units(user, permission=Permission.VIEW_FUNDS))}
    months = LedgerMonth.objects.filter(account__line__in=lines, account__budget_year=budget_year)
    now = [*_turned(months, _month(until)), *_put_right(lines, budget_year, _cut(until, after=True))]
    before = _before(months, lines, budget_year, since or date(budget_year, 1, 1))
    by_line: dict[int, list[_Turnover]] = defaultdict(list)
    for each in now:
        by_line[each.line_id].append(each)
    rows = [_row(line, by_line[pk], before.get(pk, 0)) for pk, line in lines.items() if pk in by_line]
    return [row for row in rows if row.total or row.disbursed]


def _month(day: date) -> int:
    return day.year * 100 + day.month


def _lines(units: QuerySet[Unit]) -> QuerySet[FundLine]:
    # Few sources, periods, units and nodes stand behind many lines: fetched once each, not joined to every line.
    found = FundLine.objects.filter(unit__in=units).prefetch_related("unit", "source", "node", "period")
    return found.order_by("unit_id", "period_id", F("node__order").asc(nulls_first=True), "source__order", "year")


def _before(months: QuerySet[LedgerMonth], lines: Collection[int], budget_year: int, first: date) -> dict[int, int]:
    """Line → disbursed before the reporting period; only what touches disbursed is read."""
    found: dict[int, int] = defaultdict(int)
    if first <= date(budget_year, 1, 1):
        return found
    disbursed = Stage.DISBURSED
    turned = _turned(months.filter(account__stage=disbursed), _month(first) - 1)
    for each in (*turned, *_put_right(lines, budget_year, _cut(first, after=False), disbursed)):
        found[each.line_id] += each.disbursed
    return found


def _cut(day: date, *, after: bool) -> tuple[Q, int] | None:
    """Entries of the day's month that whole months get wrong, and the sign to put it right with: after the day they
    are taken off, before it they are added. None where the day ends (begins) its month."""
    last = monthrange(day.year, day.month)[1]
    if day.day == (last if after else 1):
        return None
    month = Q(on__gte=day.replace(day=1), on__lte=day.replace(day=last))
    return (month & Q(on__gt=day), -1) if after else (month & Q(on__lt=day), 1)


def _turned(months: QuerySet[LedgerMonth], last_month: int) -> list[_Turnover]:
    """Turnover by line, stage and kind up to a month: summed by the database, which alone sees the accounts."""
    rows = months.filter(month__lte=last_month).order_by().values_list("account__line_id", "account__stage", "kind")
    return [_Turnover(*row) for row in rows.annotate(came=Sum("came_in"), went=Sum("went_out"))]


def _put_right(
    lines: Collection[int], budget_year: int, cut: tuple[Q, int] | None, stage: str | None = None
) -> list[_Turnover]:
    """What whole months get wrong of the accounts (of one stage); nothing where there is no cut."""
    if cut is None:
        return []
    found = LedgerAccount.objects.filter(line__in=lines, budget_year=budget_year).order_by()
    found = found.filter(stage=stage) if stage else found
    accounts = {pk: (line, its) for pk, line, its in found.values_list("pk", "line_id", "stage")}
    return _entries(accounts, *cut)


def _entries(accounts: Accounts, condition: Q, sign: int) -> list[_Turnover]:
    found = []
    for side, comes_in in (("target_account", True), ("source_account", False)):
        entries = LedgerEntry.objects.filter(condition, **{f"{side}__in": accounts}).order_by()
        rows = entries.values_list(f"{side}_id", "kind", "reverses__kind").annotate(sum=Sum("amount"))
        for account, kind, taken_back, amount in rows:
            # A counter-entry lowers the other side of the kind it takes back, as the database's turnovers do.
            amount = sign * (-amount if taken_back else amount)
            sides = (amount, 0) if comes_in != bool(taken_back) else (0, amount)
            found.append(_Turnover(*accounts[account], taken_back or kind, *sides))
    return found


def _row(line: FundLine, found: list[_Turnover], before: int) -> MatrixRow:
    carried = [each for each in found if each.kind == EntryKind.CARRY_OVER]
    disbursed = sum(each.disbursed for each in found)
    return MatrixRow(
        line,
        plan=sum(each.net for each in found if each.kind in _PLAN),
        carried_in=sum(each.came_in for each in carried),
        advanced=sum(each.net for each in found if each.stage == Stage.ADVANCED),
        period=disbursed - before,
        disbursed=disbursed,
        cancelled=sum(each.net for each in found if each.stage == Stage.CANCELLED),
        carried_out=sum(each.went_out for each in carried),
    )

"""The matrix a commune reports: node × source × year of allocation, in a budget year up to a day.

Read from monthly turnovers, which the database keeps: the cost grows with accounts and months, not with entries. Of a
day inside a month, that month's entries after the day are taken off.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Case, F, Q, QuerySet, Sum, Value, When

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.models import EntryKind, FundLine, LedgerEntry, LedgerMonth, Stage

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

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


class Turnover(NamedTuple):
    """What came into and went out of the accounts of a line at a stage, by kind of entry."""

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

    @property
    def given(self) -> int:
        """What it adds to the line's money: assigned and allocated to it, and carried in."""
        if self.kind == EntryKind.CARRY_OVER:
            return self.came_in
        return self.net if self.kind in _PLAN else 0


def matrix(
    user: User, budget_year: int, until: date, since: date | None = None, *, unit: Unit | None = None
) -> list[MatrixRow]:
    """The matrix of `unit`, or of all the user's units, in the order of lines. Loans are never in it. Few queries,
    however many entries.

    `since`: first day of the reporting period, 1 January by default.
    """
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    lines = {each.pk: each for each in _lines(units, unit)}
    if not lines:
        return []
    first = date(budget_year, 1, 1)
    begins = since if since and since > first else None
    # Whoever sees a unit's lines sees their accounts: the entries are found by the unit, not by a list of its lines.
    seen = {"line__unit": unit} if unit is not None else {"line__in": list(lines)}
    reading = _Reading(seen | {"budget_year": budget_year}, until, begins)
    by_line: dict[int, list[Turnover]] = defaultdict(list)
    before: dict[int, int] = defaultdict(int)
    for now, each in reading.turnovers():
        if now:
            by_line[each.line_id].append(each)
        else:
            before[each.line_id] += each.disbursed
    rows = [_row(line, by_line[pk], before[pk]) for pk, line in lines.items() if pk in by_line]
    return [row for row in rows if row.total or row.disbursed]


def _lines(units: QuerySet[Unit], unit: Unit | None) -> list[FundLine]:
    # Few sources, periods, units and nodes stand behind many lines: fetched once each, not joined to every line.
    found = FundLine.objects.filter(unit__in=units if unit is None else units.filter(pk=unit.pk))
    kept = found.order_by("unit_id", "period_id", F("node__order").asc(nulls_first=True), "source__order", "year")
    if unit is None:
        return list(kept.prefetch_related("unit", "source", "node", "period"))
    lines = list(kept.prefetch_related("source", "node", "period"))
    for line in lines:
        line.unit = unit
    return lines


class _Reading(NamedTuple):
    """What is read of accounts: whole months from their turnovers, the rest of a month from its entries.

    Told as (now, turnover): now, of what stands on `until`; else of what was disbursed before `since` (None: nothing).
    """

    accounts: dict[str, Any]
    until: date
    since: date | None

    def turnovers(self) -> Iterator[tuple[bool, Turnover]]:
        yield from self._months()
        yield from self._cuts()

    def _months(self) -> Iterator[tuple[bool, Turnover]]:
        """Summed by the database, which alone sees the accounts."""
        last = _month(self.until)
        keys = "account__line_id", "account__stage", "kind"
        months = LedgerMonth.objects.filter(_of("account", self.accounts), month__lte=last).order_by()
        for row in months.values_list(*keys).annotate(came=Sum("came_in"), went=Sum("went_out")):
            yield True, Turnover(*row)
        if self.since is not None:
            months = months.filter(account__stage=Stage.DISBURSED, month__lt=_month(self.since))
            for row in months.values_list(*keys).annotate(came=Sum("came_in"), went=Sum("went_out")):
                yield False, Turnover(*row)

    def _cuts(self) -> Iterator[tuple[bool, Turnover]]:
        """What whole months get wrong of the day's month: after `until` it is taken off, before `since` it is added.
        One query a side, of both days together."""
        after, early = _after(self.until), _early(self.since)
        if not after and not early:
            return
        for side, comes_in in (("target_account", True), ("source_account", False)):
            wanted = (early & Q(**{f"{side}__stage": Stage.DISBURSED})) | after if early else after
            # Said once more as one stretch of days: an index on (account, day) is not searched by an "or".
            days = Q(on__gte=min(self.since or self.until, self.until).replace(day=1), on__lte=_last(self.until))
            entries = LedgerEntry.objects.filter(_of(side, self.accounts), days, wanted).order_by()
            told = Case(When(after, then=True), default=False) if after else Value(value=False)
            keys = f"{side}__line_id", f"{side}__stage", "kind", "reverses__kind"
            for line, stage, kind, taken_back, now, amount in entries.values_list(*keys).annotate(
                now=told, sum=Sum("amount")
            ):
                # A counter-entry lowers the other side of the kind it takes back, as the database's turnovers do.
                signed = (-amount if now else amount) * (-1 if taken_back else 1)
                sides = (signed, 0) if comes_in != bool(taken_back) else (0, signed)
                yield bool(now), Turnover(line, stage, taken_back or kind, *sides)


def _of(account: str, conditions: dict[str, Any]) -> Q:
    """Conditions on accounts, asked of what names one."""
    return Q(**{f"{account}__{name}": value for name, value in conditions.items()})


def _month(day: date) -> int:
    return day.year * 100 + day.month


def _last(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _after(day: date) -> Q:
    """Entries of the day's month after it; none where it ends its month."""
    return Q() if day == _last(day) else Q(on__gt=day, on__lte=_last(day))


def _early(day: date | None) -> Q:
    """Entries of the day's month before it; none where it begins its month."""
    return Q() if day is None or day.day == 1 else Q(on__gte=day.replace(day=1), on__lt=day)


def _row(line: FundLine, found: list[Turnover], before: int) -> MatrixRow:
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

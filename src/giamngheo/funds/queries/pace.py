"""How fast the lines of a matrix were disbursed, month by month, and what that says of 31 December."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import QuerySet, Sum

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.funds.followed import Followed, Ways, ways_of
from giamngheo.funds.forecast import MONTHS, Estimate, LastYear, as_last_year, estimate
from giamngheo.funds.models import EntryKind, LedgerMonth, Stage
from giamngheo.funds.queries.matrix import MatrixRow, Turnover

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

Key = tuple[int, int | None]  # source, node


def estimates(user: User, rows: Sequence[MatrixRow], budget_year: int, until: date) -> dict[int, Estimate | None]:
    """Line → what it will have spent by 31 December, of rows of the matrix. Two queries."""
    whole = _whole_months(budget_year, until)
    months = LedgerMonth.objects.filter(
        account__line__in=[row.line.pk for row in rows], account__budget_year=budget_year,
        account__line__unit__in=scope_units(user, permission=Permission.VIEW_FUNDS),
        account__stage=Stage.DISBURSED, month__gt=budget_year * 100, month__lte=budget_year * 100 + whole,
    ).exclude(kind=EntryKind.SETTLE)  # fmt: skip
    spent: dict[int, list[int]] = defaultdict(lambda: [0] * whole)
    turned = (
        months.order_by().values_list("account__line_id", "month").annotate(came=Sum("came_in"), went=Sum("went_out"))
    )
    for line, month, came, went in turned:
        spent[line][month % 100 - 1] = came - went
    return {row.line.pk: estimate(spent[row.line.pk], row.disbursed, row.remaining) for row in rows}


class AsLast(NamedTuple):
    """Disbursed by 31 December at last year's pace. `followed`: whose pace it is, where the project is of a new period;
    None: its own."""

    amount: int
    followed: Followed | None = None


def as_last_year_went(
    user: User, rows: Sequence[MatrixRow], unit: Unit, budget_year: int, until: date
) -> dict[int, AsLast | None]:
    """Line → what it will have spent by 31 December at last year's pace of the same project and source, lines of every
    year of allocation together; of a project of a new period, at the pace of those it goes on from. None where last
    year had none. Three queries at most."""
    units = scope_units(user, permission=Permission.VIEW_FUNDS)
    known = _last_year(units.filter(pk=unit.pk), budget_year - 1)
    nodes = [row.line.node_id for row in rows if row.line.node_id is not None and _key(row) not in known]
    ways = ways_of(nodes, [node for _source, node in known if node is not None]) if nodes and known else Ways({}, {})
    before = _by_named(known, ways)
    whole, found = _whole_months(budget_year, until), {}
    for row in rows:
        last, followed = known.get(_key(row)), None
        if last is None and (followed := ways.followed.get(row.line.node_id or 0)) is not None:
            last = _together([before.get((row.line.source_id, old.pk)) for old in followed.olds])
        amount = as_last_year(last, whole, row.disbursed, row.remaining)
        found[row.line.pk] = None if amount is None else AsLast(amount, followed)
    return found


def _last_year(units: QuerySet[Unit], last: int) -> dict[Key, LastYear]:
    """What each project and source was given in a budget year, and disbursed month by month."""
    months = LedgerMonth.objects.filter(
        account__line__unit__in=units, account__budget_year=last, month__lte=last * 100 + MONTHS
    )
    keys = "account__line__source_id", "account__line__node_id", "account__line_id", "account__stage", "kind", "month"
    totals: dict[Key, int] = defaultdict(int)
    spent: dict[Key, list[int]] = defaultdict(lambda: [0] * MONTHS)
    turned = months.order_by().values_list(*keys).annotate(came=Sum("came_in"), went=Sum("went_out"))
    for source, node, line, stage, kind, month, came, went in turned:
        turnover = Turnover(line, stage, kind, came, went)
        totals[source, node] += turnover.given
        if month > last * 100:
            spent[source, node][month % 100 - 1] += turnover.disbursed
    return {key: LastYear(total, spent[key]) for key, total in totals.items()}


def _by_named(known: dict[Key, LastYear], ways: Ways) -> dict[Key, LastYear]:
    """The same by the projects that the crosswalk names, those below one together."""
    parts: dict[Key, list[LastYear | None]] = defaultdict(list)
    for (source, node), last in known.items():
        if node is not None and node in ways.named:
            parts[source, ways.named[node]].append(last)
    return {key: whole for key, some in parts.items() if (whole := _together(some)) is not None}


def _together(parts: Sequence[LastYear | None]) -> LastYear | None:
    some = [each for each in parts if each is not None]
    if not some:
        return None
    months = [sum(each) for each in zip(*(part.months for part in some), strict=True)]
    return LastYear(sum(part.total for part in some), months)


def _key(row: MatrixRow) -> Key:
    return row.line.source_id, row.line.node_id


def _whole_months(budget_year: int, until: date) -> int:
    """Months of the budget year that are over by the day."""
    if until.year != budget_year:
        return 0 if until.year < budget_year else MONTHS
    return until.month - (until.day < monthrange(until.year, until.month)[1])

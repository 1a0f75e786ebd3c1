"""How fast the lines of a matrix were disbursed, month by month, and what that says of 31 December."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Sum

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
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


def as_last_year_went(
    user: User, rows: Sequence[MatrixRow], unit: Unit, budget_year: int, until: date
) -> dict[int, int | None]:
    """Line → what it will have spent by 31 December at last year's pace of the same project and source, lines of every
    year of allocation together; None where last year had none."""
    last = budget_year - 1
    months = LedgerMonth.objects.filter(
        account__line__unit__in=scope_units(user, permission=Permission.VIEW_FUNDS).filter(pk=unit.pk),
        account__budget_year=last, month__lte=last * 100 + MONTHS,
    )  # fmt: skip
    keys = "account__line__source_id", "account__line__node_id", "account__line_id", "account__stage", "kind", "month"
    totals: dict[Key, int] = defaultdict(int)
    spent: dict[Key, list[int]] = defaultdict(lambda: [0] * MONTHS)
    turned = months.order_by().values_list(*keys).annotate(came=Sum("came_in"), went=Sum("went_out"))
    for source, node, line, stage, kind, month, came, went in turned:
        turnover = Turnover(line, stage, kind, came, went)
        totals[source, node] += turnover.given
        if month > last * 100:
            spent[source, node][month % 100 - 1] += turnover.disbursed
    whole, found = _whole_months(budget_year, until), {}
    for row in rows:
        key = _key(row)
        before = LastYear(totals[key], spent[key]) if key in totals else None
        found[row.line.pk] = as_last_year(before, whole, row.disbursed, row.remaining)
    return found


def _key(row: MatrixRow) -> Key:
    return row.line.source_id, row.line.node_id


def _whole_months(budget_year: int, until: date) -> int:
    """Months of the budget year that are over by the day."""
    if until.year != budget_year:
        return 0 if until.year < budget_year else MONTHS
    return until.month - (until.day < monthrange(until.year, until.month)[1])

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
from giamngheo.funds.forecast import MONTHS, Estimate, estimate
from giamngheo.funds.models import EntryKind, LedgerMonth, Stage
from giamngheo.funds.queries.matrix import MatrixRow

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


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


def _whole_months(budget_year: int, until: date) -> int:
    """Months of the budget year that are over by the day."""
    if until.year != budget_year:
        return 0 if until.year < budget_year else MONTHS
    return until.month - (until.day < monthrange(until.year, until.month)[1])

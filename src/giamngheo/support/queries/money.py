"""Money of an activity beside its livelihood project; local money beside central."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, scope_units
from giamngheo.support.counterpart import CENTRAL, LOCAL, Compared, compared
from giamngheo.support.models import ProjectWork
from giamngheo.support.money import MoneyFacts, money_facts

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.funds.queries import MatrixRow
    from giamngheo.programme.models import WorkItem


def ties_for(user: User) -> QuerySet[ProjectWork]:
    """Which projects of the user's units are which activities."""
    units = scope_units(user, permission=Permission.VIEW_SUPPORT)
    return ProjectWork.objects.filter(project__unit__in=units).select_related("project", "work_item")


def activity_money(user: User, item: WorkItem, day: date) -> MoneyFacts | None:
    """None where the user may not see the unit's money."""
    return money_facts(item, day) if can(user, Permission.VIEW_FUNDS, item.unit) else None


def counterpart_of(user: User, rows: Sequence[MatrixRow]) -> list[Compared]:
    """Of rows of the matrix that the user may see: each period that was assigned central money in the year, with its
    local money. What was carried over had its counterpart when it was assigned."""
    sums: dict[str, list[int]] = {}
    seen = set(scope_units(user, permission=Permission.VIEW_FUNDS).values_list("pk", flat=True)) if rows else set()
    for row in rows:
        place = next((place for place, some in enumerate((CENTRAL, LOCAL)) if row.line.source.code in some), None)
        if place is not None and row.line.unit_id in seen:
            sums.setdefault(row.line.period.code, [0, 0])[place] += row.plan
    return [compared(code, *both) for code, both in sorted(sums.items()) if both[0]]

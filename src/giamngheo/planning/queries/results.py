"""What part A would become with the locked report of the year before; nothing is stored."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from giamngheo.accounts.permissions import Permission, require
from giamngheo.monitoring.models import PeriodReport
from giamngheo.monitoring.queries.for_plans import yearly_results
from giamngheo.planning.difference import difference
from giamngheo.planning.keeping.load import load
from giamngheo.planning.results import with_results

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import AnnualPlan


class Preview(NamedTuple):
    """The report, and what would change, in the shape of `planning.difference`."""

    report: PeriodReport
    changes: dict[str, Any]


def preview_results(user: User, plan: AnnualPlan, today: date) -> Preview | None:
    """None where no report of the year before is locked."""
    require(user, Permission.VIEW_PLAN, plan.commune)
    results = yearly_results(user, plan.commune, plan.year - 1, today)
    if results is None:
        return None
    before, after = load(plan), load(plan)
    with_results(after, results)
    return Preview(results.report, difference(before, after))

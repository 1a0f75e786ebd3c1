"""Part A of a plan taken from the locked report of the year before: a version like every edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.findings import FindingError
from giamngheo.monitoring.queries.for_plans import yearly_results
from giamngheo.planning.actions.versions import add_version, locked
from giamngheo.planning.importing.problems import NO_REPORT
from giamngheo.planning.keeping.load import load
from giamngheo.planning.keeping.store import store
from giamngheo.planning.models import PlanVersion, VersionKind
from giamngheo.planning.results import with_results

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.models import AnnualPlan


@transaction.atomic
def take_results(
    *, by: User, plan: AnnualPlan, based_on: int, reason: str = "", today: date | None = None
) -> PlanVersion:
    """Put the figures of the locked report of the year before into part A.

    Raises FindingError PLAN-NO-REPORT, PLAN-STALE, PLAN-ISSUED; OutOfScope, NotPermitted.
    """
    held = locked(plan, by=by, permission=Permission.EDIT_PLAN, based_on=based_on)
    results = yearly_results(by, held.commune, held.year - 1, today or timezone.localdate())
    if results is None:
        raise FindingError(NO_REPORT.at(year=held.year - 1))
    before, content = load(held), load(held)
    with_results(content, results)
    store(held, content, by=by)
    words = reason or f"Phần A lấy từ báo cáo đã khóa năm {results.report.year}, bản {results.report.version}"
    return add_version(held, by=by, kind=VersionKind.EDIT, before=before, action="planning.take_results", reason=words)

"""Issuing: the plan gets its number and day, and can no longer change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.findings import FindingError, Severity
from giamngheo.planning.actions.typed import read_day, read_number
from giamngheo.planning.actions.versions import add_version, locked
from giamngheo.planning.importing.problems import BAD_DAY, BAD_NUMBER, OPEN_ERRORS
from giamngheo.planning.keeping.load import load
from giamngheo.planning.keeping.store import store
from giamngheo.planning.models import Decision, PlanVersion, VersionKind
from giamngheo.programme.models import AnnualPlan, PlanStatus

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


# What issuing itself puts right: the blanks that a draft may have.
_FILLED_BY_ISSUING = frozenset({"COMPLETE-NUMBER", "COMPLETE-DATE"})


@transaction.atomic
def issue(*, by: User, plan: AnnualPlan, number: str, day: str, based_on: int) -> PlanVersion:
    """Give the plan its number and day, as typed, and close it. What may follow is an amending document.

    Refused while an error is neither corrected nor dismissed with a reason: what is signed is what was checked.
    Raises FindingError PLAN-NUMBER-UNREADABLE, PLAN-DAY-UNREADABLE, PLAN-ISSUE-OPEN-ERRORS, PLAN-STALE, PLAN-ISSUED;
    OutOfScope, NotPermitted.
    """
    held = locked(plan, by=by, permission=Permission.ISSUE_PLAN, based_on=based_on)
    given, signed = read_number(number), read_day(day, held.year)
    if not given:
        raise FindingError(BAD_NUMBER.at(text=number))
    if signed is None:
        raise FindingError(BAD_DAY.at(text=day))
    still_open = _open_errors(by, held)
    if still_open:
        raise FindingError(OPEN_ERRORS.at(count=still_open))
    before = load(held)
    content = load(held)
    content.head.number = given
    content.head.day, content.head.month, content.head.year = signed.day, signed.month, signed.year
    store(held, content, by=by)
    held.status, held.issued_at, held.issued_by = PlanStatus.ISSUED, timezone.now(), by
    held.save(update_fields=["status", "issued_at", "issued_by"])
    return add_version(held, by=by, kind=VersionKind.ISSUE, before=before, action="planning.issue")


def _open_errors(by: User, plan: AnnualPlan) -> int:
    """Errors of the plan as it would be printed; those of an imported file may be gone with its numbering."""
    from giamngheo.planning.queries.findings import printed_findings  # queries read decisions, beside this file

    return sum(
        view.finding.severity is Severity.ERROR
        and view.finding.code not in _FILLED_BY_ISSUING
        and (view.decision is None or view.decision.decision != Decision.DISMISSED)
        for view in printed_findings(by, plan)
    )

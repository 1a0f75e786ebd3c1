"""Issuing: the plan gets its number and day, and can no longer change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission
from giamngheo.planning.actions.versions import add_version, locked
from giamngheo.planning.keeping.load import load
from giamngheo.planning.keeping.store import store
from giamngheo.planning.models import PlanVersion, VersionKind
from giamngheo.programme.models import AnnualPlan, PlanStatus

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@transaction.atomic
def issue(*, by: User, plan: AnnualPlan, number: str, issued_on: date, based_on: int) -> PlanVersion:
    """Give the plan its number and day, and close it. What the commune may then do is issue an amending document."""
    held = locked(plan, by=by, permission=Permission.ISSUE_PLAN, based_on=based_on)
    before = load(held)
    content = load(held)
    content.head.number = number.strip()
    content.head.day, content.head.month, content.head.year = issued_on.day, issued_on.month, issued_on.year
    store(held, content, by=by)
    held.status, held.issued_at, held.issued_by = PlanStatus.ISSUED, timezone.now(), by
    held.save(update_fields=["status", "issued_at", "issued_by"])
    return add_version(held, by=by, kind=VersionKind.ISSUE, before=before, action="planning.issue")

"""A plan's versions, and what changed between two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.planning.content import PlanContent, from_json
from giamngheo.planning.difference import difference
from giamngheo.planning.models import PlanVersion
from giamngheo.programme.models import AnnualPlan

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def history(user: User, plan: AnnualPlan) -> QuerySet[PlanVersion]:
    """All versions, newest first, without their snapshots. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_PLAN, plan.commune)
    return plan.versions.select_related("by", "source_file").defer("snapshot").order_by("-number")


def version_content(user: User, plan: AnnualPlan, number: int) -> PlanContent:
    """The content of one version. Raises PlanVersion.DoesNotExist, OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_PLAN, plan.commune)
    return from_json(plan.versions.get(number=number).snapshot)


def diff(user: User, plan: AnnualPlan, old: int, new: int) -> dict[str, Any]:
    """What version `new` changed against `old`; `old` 0 is the empty plan. See `planning.difference`."""
    before = version_content(user, plan, old) if old else None
    return difference(before, version_content(user, plan, new))

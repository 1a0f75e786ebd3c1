"""Plans and uploads a user sees, and the document of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import scope_units
from giamngheo.planning.composing.document import Composed, compose
from giamngheo.planning.keeping.load import load
from giamngheo.planning.models import Upload
from giamngheo.programme import queries as programme
from giamngheo.programme.models import AnnualPlan

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def plans_for(user: User, year: int | None = None) -> QuerySet[AnnualPlan]:
    """Plans the user may see, newest year first."""
    return programme.plans_for(user, year)


def plan_for_commune(user: User | None, code: str, year: int) -> AnnualPlan:
    """The plan of a commune and year; `user` None: a command on the machine. Raises AnnualPlan.DoesNotExist.

    A code that two communes bore in turn means the one that has a plan of that year.
    """
    plans = AnnualPlan.objects.select_related("commune__parent", "period") if user is None else plans_for(user)
    found = plans.filter(commune__code=code, year=year).order_by("-commune__valid_from").first()
    if found is None:
        raise AnnualPlan.DoesNotExist(f"no plan of {year} for {code}")
    return found


def uploads_for(user: User) -> QuerySet[Upload]:
    """Uploads of the units the user may import for, newest first."""
    units = scope_units(user, permission=Permission.IMPORT_PLAN)
    return Upload.objects.filter(unit__in=units).select_related("file", "unit", "plan", "by")


def fresh(plan: AnnualPlan) -> AnnualPlan:
    """The plan as it is in the database now: whoever asks may hold a row from before the last change."""
    return AnnualPlan.objects.select_related("commune__parent", "period").get(pk=plan.pk)


def composed(user: User | None, plan: AnnualPlan) -> Composed:
    """The plan as the official document it prints as; `user` None: a command on the machine."""
    if user is not None:
        require(user, Permission.VIEW_PLAN, plan.commune)
    return compose(load(fresh(plan)))

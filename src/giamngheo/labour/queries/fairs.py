"""Reads of job fairs: the list with its sums, employers of one, placements that may have come of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can, scope_units
from giamngheo.labour.models import FairEmployer, FairHire, JobFair, Placement
from giamngheo.labour.queries import placements_for
from giamngheo.territory.queries import covering

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def fairs_for(user: User, unit: Unit, *, year: int | None = None, state: str = "") -> QuerySet[JobFair]:
    """Fairs of the commune, the newest first, each with `firms`, `offered`, `interviewed`, `hired`."""
    units = scope_units(user, permission=Permission.VIEW_LABOUR)
    found = JobFair.objects.filter(unit__in=units).filter(unit__in=covering([unit.pk]))
    if year is not None:
        found = found.filter(on__gte=date(year, 1, 1), on__lte=date(year, 12, 31))
    if state:
        found = found.filter(state=state)
    return found.select_related("unit").annotate(
        firms=Count("employers"),
        offered=Coalesce(Sum("employers__offered"), 0),
        interviewed=Coalesce(Sum("employers__interviewed"), 0),
        hired=Coalesce(Sum("employers__hired"), 0),
    )


def employers_at(user: User, fair: JobFair) -> list[FairEmployer]:
    """Employers of a fair with their numbers; `seen_hires`: those the user may see, of placements that stand."""
    if not can(user, Permission.VIEW_LABOUR, fair.unit):
        return []
    seen = placements_for(user, fair.unit).values("pk")
    hires = FairHire.objects.filter(placement__in=seen).select_related("placement__person")
    rows = FairEmployer.objects.filter(fair=fair).select_related("employer", "fair__unit")
    linked = Count("hires", filter=Q(hires__placement__reversed_by=None))
    return list(rows.annotate(linked=linked).prefetch_related(Prefetch("hires", hires, "seen_hires")))


def linkable(user: User, fair: JobFair) -> QuerySet[Placement]:
    """Placements at an employer of the fair, from its day on, that no fair has yet."""
    names = FairEmployer.objects.filter(fair=fair).values("employer__name")
    found = placements_for(user, fair.unit).filter(valid_from__gte=fair.on, fair_hire=None)
    return found.filter(company__in=names)

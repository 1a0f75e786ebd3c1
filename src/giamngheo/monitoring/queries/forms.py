"""Forms: which there are, which hold for a report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.monitoring.models import FormVersion
from giamngheo.monitoring.upwards import upwards

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def forms_for(user: User) -> QuerySet[FormVersion]:
    """Forms that come with the software, and those of units the user sees or that stand above these."""
    seen = scope_units(user, permission=Permission.VIEW_MONITORING)
    above = Q(unit__in=seen) | Q(unit__children__in=seen) | Q(unit__children__children__in=seen)
    found = FormVersion.objects.filter(Q(unit=None) | above).distinct()
    return found.select_related("unit", "by", "published_by")


def forms_of(user: User, unit: Unit, kind: str, day: date) -> list[FormVersion]:
    """The published version of each form a report of the unit is made of, by title: the newest in force on the day,
    of the unit, of one above it, or of the software."""
    line = [None, *upwards(unit)]
    newest: dict[str, FormVersion] = {}
    for each in forms_for(user).filter(published_at__isnull=False, valid_from__lte=day).order_by("code", "number"):
        if kind in each.report_kinds and each.unit_id in line:
            newest[each.code] = each
    return sorted(newest.values(), key=lambda each: (each.unit_id is not None, each.pk))

"""Lists on their way in, of the communes a user may import for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.models import ListImport
from giamngheo.households.permissions import Permission

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


def list_imports_for(user: User, unit: Unit | None = None) -> QuerySet[ListImport]:
    """Imports of the units the user may import for, or of one of them; newest first."""
    found = ListImport.objects.filter(unit__in=scope_units(user, permission=Permission.IMPORT_HOUSEHOLD))
    if unit is not None:
        found = found.filter(unit=unit)
    return found.select_related("file", "unit", "by", "change__undone_by_change__by").order_by("-id")


def may_import(user: User, unit: Unit | None) -> bool:
    """Whether the user may bring lists into the unit."""
    return unit is not None and can(user, Permission.IMPORT_HOUSEHOLD, unit)

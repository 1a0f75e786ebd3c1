"""The catalogue, and the figures and targets of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.monitoring.models import Indicator, IndicatorValue, Target

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def indicators() -> QuerySet[Indicator]:
    """The catalogue, public."""
    return Indicator.objects.all()


def values_for(user: User, *, indicator: str = "", year: int | None = None) -> QuerySet[IndicatorValue]:
    """Figures of the user's units as a whole, none of their parts; actuals and estimates side by side."""
    found = IndicatorValue.objects.filter(unit__in=scope_units(user, permission="view_plan"), within="")
    found = found.select_related("indicator", "unit")
    if indicator:
        found = found.filter(indicator__code=indicator)
    return found if year is None else found.filter(period_year=year)


def targets_for(user: User, year: int | None = None) -> QuerySet[Target]:
    """Targets of plans of the user's units."""
    found = Target.objects.filter(commune__in=scope_units(user, permission="view_plan"))
    found = found.select_related("indicator", "commune")
    return found if year is None else found.filter(year=year)

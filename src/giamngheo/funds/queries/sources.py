"""Reads of money, filtered by the units a user sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from giamngheo.accounts.queries import scope_units
from giamngheo.funds.models import FundingReference, FundSource

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


def sources() -> QuerySet[FundSource]:
    """The dictionary of sources, public."""
    return FundSource.objects.all()


def funding_references_for(user: User, year: int | None = None) -> QuerySet[FundingReference]:
    """Funding decisions named in plans the user may see."""
    found = FundingReference.objects.filter(plan__commune__in=scope_units(user, permission="view_plan"))
    found = found.select_related("document", "node", "plan__commune")
    return found if year is None else found.filter(year=year)

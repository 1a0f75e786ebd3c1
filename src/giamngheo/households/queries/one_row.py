"""One row of the register for somebody who means to correct it, with what they may do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from giamngheo.households.models import Address, Circumstance, Household, Membership, SearchEntry
from giamngheo.households.queries.pages import rights_at
from giamngheo.households.queries.villages import villages_seen
from giamngheo.territory.models import Unit, Village, VillageMembership

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.permissions import Permission


class HouseholdRow(NamedTuple):
    """A household, the village of its last address, the commune that village lies in today, and what the user may do
    there."""

    household: Household
    village: Village
    commune: Unit | None
    rights: frozenset[Permission]


def household_row(user: User, pk: int) -> HouseholdRow:
    """Whose last address lies in a village the user sees today; raises Household.DoesNotExist."""
    last = Address.objects.filter(household=pk).select_related("household", "village").order_by("-valid_from").first()
    seen = villages_seen(user, timezone.localdate())
    if last is None or not seen.filter(village=last.village_id).exists():
        raise Household.DoesNotExist
    lies = VillageMembership.objects.filter(valid_to=None, village=last.village_id).select_related("commune").first()
    return HouseholdRow(last.household, last.village, lies.commune if lies else None, rights_at(user, last.village_id))


def address_row(user: User, pk: int) -> tuple[Address, HouseholdRow]:
    """An address of such a household; raises Address.DoesNotExist, Household.DoesNotExist."""
    row = Address.objects.select_related("village").get(pk=pk)
    return row, household_row(user, row.household_id)


def membership_row(user: User, pk: int) -> tuple[Membership, HouseholdRow]:
    """A membership in such a household; raises Membership.DoesNotExist, Household.DoesNotExist."""
    row = Membership.objects.select_related("person").get(pk=pk)
    return row, household_row(user, row.household_id)


def circumstance_row(user: User, pk: int) -> tuple[Circumstance, frozenset[Permission]]:
    """A circumstance of somebody the user sees, and what the user may do where they live (or last lived); raises
    Circumstance.DoesNotExist."""
    row = Circumstance.objects.select_related("person").get(pk=pk)
    seen = villages_seen(user, timezone.localdate())
    village = SearchEntry.objects.filter(person=row.person_id, village__in=seen).values_list("village", flat=True)
    if (lives := village.first()) is None:
        raise Circumstance.DoesNotExist
    return row, rights_at(user, lives)

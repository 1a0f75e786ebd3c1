"""For whom money outside the budget is used: a household, an activity or a village of the commune."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from giamngheo.households.models import Address, Household
from giamngheo.territory.models import VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.programme.models import WorkItem
    from giamngheo.territory.models import Unit, Village


class Recipient(NamedTuple):
    """One of the three."""

    household: Household | None = None
    work_item: WorkItem | None = None
    village: Village | None = None


def is_of(unit: Unit, recipient: Recipient, on: date) -> bool:
    """Whether it is one, and of the commune (or of what it was) on the day."""
    household, item, village = recipient
    if sum(each is not None for each in recipient) != 1:
        return False
    communes = covering([unit.pk])
    if item is not None:
        return communes.filter(pk=item.unit_id).exists()
    villages = VillageMembership.objects.filter(valid_on(on), commune__in=communes)
    if village is not None:
        return villages.filter(village=village).exists()
    standing = Q(household__formed_on__lte=on) & (Q(household__ended_on=None) | Q(household__ended_on__gte=on))
    homes = Address.objects.filter(standing, valid_on(on), household=household)
    return homes.filter(village__in=villages.values("village")).exists()

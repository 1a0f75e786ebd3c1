"""Where and when: the villages of a unit on a day that a user may see, and who lived there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q, QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import scope_units
from giamngheo.foundation.alphabet import alphabetical
from giamngheo.households.models import Address, Membership
from giamngheo.territory.models import Level, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_NUMBER = re.compile(r"\d+")


class VillageAt(NamedTuple):
    """A village and the commune it lay in."""

    pk: int
    name: str
    commune_id: int
    commune: str


@dataclass(frozen=True, slots=True)
class Place:
    """A unit on a day: its villages by key, as far as the user sees. `memberships`: the same, for queries."""

    unit: Unit
    day: date
    villages: dict[int, VillageAt]
    memberships: QuerySet[VillageMembership]

    @property
    def of_communes(self) -> bool:
        """Whether a table of the place has communes as rows."""
        return self.unit.level != Level.COMMUNE

    def village_ids(self) -> QuerySet[VillageMembership]:
        """The villages' keys, for `village__in`."""
        return self.memberships.values("village")  # type: ignore[return-value]

    def addresses(self) -> QuerySet[Address]:
        """Where the households that stood on the day lived, one address a household."""
        return Address.objects.filter(standing(self.day), valid_on(self.day), village__in=self.village_ids())

    def members(self) -> QuerySet[Membership]:
        """Members on the day of those households, each with `household__addresses__village` of the day."""
        lived = valid_on(self.day, "household__addresses__") & standing(self.day)
        return Membership.objects.filter(
            lived, valid_on(self.day), household__addresses__village__in=self.village_ids()
        ).order_by()


def standing(day: date, prefix: str = "household__") -> Q:
    """Condition "the household was one on that day", behind a relation."""
    return Q(**{f"{prefix}formed_on__lte": day}) & (
        Q(**{f"{prefix}ended_on": None}) | Q(**{f"{prefix}ended_on__gte": day})
    )


def place_of(user: User, unit: Unit, day: date) -> Place:
    """The unit (or what it was) on `day`, as far as the user may see the review; two queries."""
    seen = VillageMembership.objects.filter(
        valid_on(day),
        commune__in=scope_units(user, permission=Permission.VIEW_REVIEW).values("pk"),
    ).filter(commune__in=covering([unit.pk]).values("pk"))
    found = [
        VillageAt(each.village_id, each.village.name, each.commune_id, each.commune.name)
        for each in seen.select_related("village", "commune").order_by("village__code")
    ]
    ordered = sorted(found, key=lambda each: (_order(each.commune), _order(each.name)))
    return Place(unit, day, {each.pk: each for each in ordered}, seen.order_by())


def _order(name: str) -> tuple[object, ...]:
    """Alphabetical, numbers as numbers: Thôn 9 before Thôn 10."""
    return (alphabetical(_NUMBER.sub(lambda number: number[0].zfill(6), name)),)

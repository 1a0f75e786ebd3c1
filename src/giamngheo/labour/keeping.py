"""What verbs and reads share: who lives in a commune, what of a person's rows stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, QuerySet

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import villages_of
from giamngheo.households.merged import into
from giamngheo.households.models import Address, Membership, Person
from giamngheo.households.queries.villages import villages_seen
from giamngheo.labour.models import Placement
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MONTHS = (3, 12)


def homes_seen(user: User, unit: Unit, day: date, permission: Permission) -> QuerySet[Address]:
    """Where households of the commune lived on a day, in villages where the user holds the right."""
    return Address.objects.filter(valid_on(day), village__in=villages_seen(user, day, unit, permission))


def homes_seen_ever(user: User, unit: Unit) -> QuerySet[Any]:
    """Households that live or lived in villages whose labour the user sees."""
    return Address.objects.filter(village__in=villages_of(user, Permission.VIEW_LABOUR)).values("household")


def living_in(user: User, unit: Unit, day: date, people: Iterable[int], permission: Permission) -> dict[int, Person]:
    """Those of `people` who were members of a household there on that day."""
    homes = homes_seen(user, unit, day, permission).values("household")
    rows = Membership.objects.filter(valid_on(day), household__in=homes, person__in=list(people))
    return {each.person_id: each.person for each in rows.select_related("person")}


def standing(placements: QuerySet[Placement]) -> QuerySet[Placement]:
    """Those neither taken back nor taking back."""
    return placements.filter(reverses=None, reversed_by=None)


def placed_in(vacancies: Iterable[int]) -> dict[int, int]:
    """How many people took work through each of the vacancies (by number), where anybody did."""
    rows = standing(Placement.objects.filter(vacancy__in=list(vacancies))).order_by().values_list("vacancy")
    return dict(rows.annotate(Count("pk")))


def same_person(people: Iterable[int]) -> dict[int, int]:
    """Number of each of `people`, and of whoever was merged into them → the one they are now."""
    own = {each: each for each in people}
    return own | into(own)

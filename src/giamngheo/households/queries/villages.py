"""Which villages a user sees, and how many live there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, Q, QuerySet

from giamngheo.accounts.queries import scope_villages
from giamngheo.households.models import Address, Membership, Sex
from giamngheo.households.permissions import Permission
from giamngheo.territory.models import Unit, Village, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class VillageCount(NamedTuple):
    """A village on a day: households, members, and the women among them (sex entered as female)."""

    village: Village
    households: int
    members: int
    women: int


def villages_seen(
    user: User, day: date, commune: Unit | None = None, permission: Permission = Permission.VIEW_HOUSEHOLD
) -> QuerySet[VillageMembership, Any]:
    """Ids of the villages that lay on `day` where the user may see households (or whatever `permission` says); in
    `commune`, or what it was, only."""
    seen = scope_villages(user, permission, day)
    if commune is not None:
        seen = seen.filter(commune__in=covering([commune.pk]))
    return seen.values("village")


def addresses_seen(user: User, day: date, commune: Unit | None = None) -> QuerySet[Address]:
    """Where the households the user may see lived on `day`, one address a household."""
    standing = Q(household__formed_on__lte=day) & (Q(household__ended_on=None) | Q(household__ended_on__gte=day))
    return Address.objects.filter(standing, valid_on(day), village__in=villages_seen(user, day, commune))


def counts_by_village(user: User, commune: Unit, day: date) -> list[VillageCount]:
    """Villages of the commune with somebody in them on `day`, by code; three queries."""
    seen = addresses_seen(user, day, commune)
    homes = dict(seen.order_by().values_list("village").annotate(Count("pk")))
    rows = Membership.objects.filter(valid_on(day), household__in=seen.values("household"))
    where = valid_on(day, "household__addresses__")
    people = {
        village: (members, women)
        for village, members, women in rows.filter(where)
        .order_by()
        .values("household__addresses__village")
        .annotate(number=Count("pk"), women=Count("pk", filter=Q(person__sex=Sex.FEMALE)))
        .values_list("household__addresses__village", "number", "women")
    }
    villages = Village.objects.filter(pk__in=homes).order_by("code")
    return [VillageCount(each, homes[each.pk], *people.get(each.pk, (0, 0))) for each in villages]

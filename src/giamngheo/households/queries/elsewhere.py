"""People of a commune who may also be entered in another: the same name and the same full birth date, both living in
a household today. No search finds them, since a search compares the people of one commune."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Mod
from django.utils import timezone

from giamngheo.accounts.queries import can
from giamngheo.households.models import Membership, Person, SearchEntry
from giamngheo.households.permissions import Permission, require
from giamngheo.households.queries.villages import villages_seen
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

MOST = 200  # shown at once


class Elsewhere(NamedTuple):
    """Somebody of ours, and the commune to call. `other`: their row there, None where the user may not see it: of a
    person of another commune nothing is told but the commune."""

    person: Person
    village: str
    commune: str
    other: Person | None


def entered_elsewhere(user: User, unit: Unit, most: int = MOST) -> list[Elsewhere]:
    """Such people of a commune, by name; a constant number of queries. Who may not write its register is told only of
    those whose other row they see too. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    writes = can(user, Permission.EDIT_HOUSEHOLD, unit)
    day = timezone.localdate()
    here = VillageMembership.objects.filter(valid_on(day), commune__in=covering([unit.pk])).values("village")
    same = _standing(SearchEntry.objects.exclude(village__in=here)).filter(
        sort_key=OuterRef("sort_key"), person__birth=OuterRef("person__birth")
    )
    mine = _standing(SearchEntry.objects.filter(village__in=here)).annotate(
        day=Mod(F("person__birth"), 10_000, output_field=IntegerField()), other=Subquery(same.values("person")[:1])
    )
    found = mine.filter(day__gt=0, other__isnull=False).select_related("person", "village")
    rows = list(found.order_by("sort_key", "person")[:most])
    others = SearchEntry.objects.select_related("person").in_bulk([row.other for row in rows])
    villages = {each.village_id for each in others.values()}
    lies = VillageMembership.objects.filter(valid_on(day), village__in=villages)
    communes = dict(lies.values_list("village", "commune__name"))
    seen = set(villages_seen(user, day).filter(village__in=villages).values_list("village", flat=True))
    told = []
    for row in rows:
        other = others[row.other]
        shown = other.person if other.village_id in seen else None
        if shown is None and not writes:
            continue
        told.append(Elsewhere(row.person, row.village.name, communes.get(other.village_id, ""), shown))
    return told


def _standing(entries: QuerySet[SearchEntry, Any]) -> QuerySet[SearchEntry, Any]:
    member = Membership.objects.filter(person=OuterRef("person"), valid_to=None)
    return entries.filter(Exists(member), person__merged_into=None)

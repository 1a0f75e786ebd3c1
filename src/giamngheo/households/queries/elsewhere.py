"""People of a commune who may also be entered in another: the same citizen id whatever the name, or the same name
(accents or not) and full birth date. No search finds them, since a search compares the people of one commune."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, TextChoices
from django.db.models.functions import Mod
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giamngheo.accounts.queries import can
from giamngheo.households.models import Membership, Person, SearchEntry
from giamngheo.households.permissions import Permission, require
from giamngheo.households.queries.villages import villages_seen
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

MOST = 200  # shown at once


class SameBy(TextChoices):
    """Why two rows may be one person. One number has one living owner in the whole register, so two rows of one number
    mean that the other commune entered the person as dead."""

    CITIZEN_ID = "citizen_id", _("cùng số định danh; ở xã kia đã ghi là mất")
    NAME = "name", _("cùng họ tên và ngày sinh")
    BARE_NAME = "bare_name", _("cùng họ tên khi bỏ dấu và cùng ngày sinh")


class Elsewhere(NamedTuple):
    """Somebody of ours, and the commune to call. `other`: their row there, None where the user may not see it: of a
    person of another commune nothing is told but the commune and what is the same."""

    person: Person
    village: str
    commune: str
    other: Person | None
    why: SameBy


def entered_elsewhere(user: User, unit: Unit, most: int = MOST) -> list[Elsewhere]:
    """Such people of a commune, by name; a constant number of queries. Who may not write its register is told only of
    those whose other row they see too. Raises OutOfScope, NotPermitted."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    writes = can(user, Permission.EDIT_HOUSEHOLD, unit)
    day = timezone.localdate()
    here = VillageMembership.objects.filter(valid_on(day), commune__in=covering([unit.pk])).values("village")
    found = _found(SearchEntry.objects.filter(village__in=here), SearchEntry.objects.exclude(village__in=here))
    rows = list(found.select_related("person", "village").order_by("sort_key", "person")[:most])
    others = SearchEntry.objects.select_related("person").in_bulk([_closest(row) for row in rows])
    villages = {each.village_id for each in others.values()}
    lies = VillageMembership.objects.filter(valid_on(day), village__in=villages)
    communes = dict(lies.values_list("village", "commune__name"))
    seen = set(villages_seen(user, day).filter(village__in=villages).values_list("village", flat=True))
    told = []
    for row in rows:
        other = others[_closest(row)]
        shown = other.person if other.village_id in seen else None
        if shown is None and not writes:
            continue
        commune = communes.get(other.village_id, "")
        told.append(Elsewhere(row.person, row.village.name, commune, shown, _why(row.person, other.person)))
    return told


def _found(mine: QuerySet[SearchEntry, Any], theirs: QuerySet[SearchEntry, Any]) -> QuerySet[SearchEntry, Any]:
    """Ours who stand, with the person of theirs of the same number, of the same name and day, of the same bare name and
    day; each subquery asks an index of people."""
    numbered = theirs.exclude(person__citizen_id="").filter(
        person__citizen_id=OuterRef("person__citizen_id"), person__merged_into=None
    )
    bare = _standing(theirs).filter(
        person__birth=OuterRef("person__birth"), person__bare_name=OuterRef("person__bare_name")
    )
    asked = _standing(mine).annotate(
        day=Mod(F("person__birth"), 10_000, output_field=IntegerField()),
        numbered=_first(numbered),
        named=_first(bare.filter(person__sort_key=OuterRef("person__sort_key"))),
        bare=_first(bare),
    )
    return asked.filter(Q(numbered__isnull=False) | Q(bare__isnull=False, day__gt=0))


def _first(entries: QuerySet[SearchEntry, Any]) -> Subquery:
    return Subquery(entries.order_by("person").values("person")[:1])


def _closest(row: Any) -> int:
    found: int = row.numbered or row.named or row.bare
    return found


def _why(person: Person, other: Person) -> SameBy:
    if person.citizen_id and person.citizen_id == other.citizen_id:
        return SameBy.CITIZEN_ID
    return SameBy.NAME if person.sort_key == other.sort_key else SameBy.BARE_NAME


def _standing(entries: QuerySet[SearchEntry, Any]) -> QuerySet[SearchEntry, Any]:
    member = Membership.objects.filter(person=OuterRef("person"), valid_to=None)
    return entries.filter(Exists(member), person__merged_into=None)

"""People of a commune who may also be entered in another: the same citizen id whatever the name, or the same name
(accents or not) and full birth date. No search finds them, since a search compares the people of one commune."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Exists, F, IntegerField, OuterRef, QuerySet, TextChoices
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
    mine, theirs = SearchEntry.objects.filter(village__in=here), SearchEntry.objects.exclude(village__in=here)
    rows = _found(mine, theirs, most)
    others = _matched([row.person for row in rows], theirs)
    villages = {each.village_id for each, _why in others.values()}
    lies = VillageMembership.objects.filter(valid_on(day), village__in=villages)
    communes = dict(lies.values_list("village", "commune__name"))
    seen = set(villages_seen(user, day).filter(village__in=villages).values_list("village", flat=True))
    told = []
    for row in rows:
        other, why = others[row.person_id]
        shown = other.person if other.village_id in seen else None
        if shown is None and not writes:
            continue
        commune = communes.get(other.village_id, "")
        told.append(Elsewhere(row.person, row.village.name, commune, shown, why))
    return told


def _found(mine: QuerySet[SearchEntry, Any], theirs: QuerySet[SearchEntry, Any], most: int) -> list[SearchEntry]:
    """Ours who stand and of whom theirs have one of the same number, or of the same bare name and day, by name. Two
    queries, each through an index of people: with "or" PostgreSQL would ask both for everybody."""
    numbered = _numbered(theirs).filter(person__citizen_id=OuterRef("person__citizen_id"))
    named = _standing(theirs).filter(
        person__birth=OuterRef("person__birth"), person__bare_name=OuterRef("person__bare_name")
    )
    day = Mod(F("person__birth"), 10_000, output_field=IntegerField())
    asked = _standing(mine).select_related("person", "village").annotate(day=day).order_by("sort_key", "person")
    either = (asked.filter(Exists(numbered))[:most], asked.filter(Exists(named), day__gt=0)[:most])
    once = {row.person_id: row for rows in either for row in rows}
    return sorted(once.values(), key=lambda row: (row.sort_key, row.person_id))[:most]


def _matched(people: list[Person], theirs: QuerySet[SearchEntry, Any]) -> dict[int, tuple[SearchEntry, SameBy]]:
    """The other of each and the first reason that holds; two queries."""
    numbers = {each.citizen_id: each.pk for each in people if each.citizen_id}
    found: dict[int, tuple[SearchEntry, SameBy]] = {}
    for entry in _numbered(theirs).filter(person__citizen_id__in=numbers).select_related("person").order_by("person"):
        found.setdefault(numbers[entry.person.citizen_id], (entry, SameBy.CITIZEN_ID))
    keys: dict[tuple[int | None, str], list[Person]] = defaultdict(list)
    for each in people:
        keys[each.birth, each.bare_name].append(each)
    births, names = {birth for birth, _name in keys}, {name for _birth, name in keys}
    alike = _standing(theirs).filter(person__birth__in=births, person__bare_name__in=names).select_related("person")
    for entry in alike.order_by("person"):
        for each in keys.get((entry.person.birth, entry.person.bare_name), ()):
            why = SameBy.NAME if entry.person.sort_key == each.sort_key else SameBy.BARE_NAME
            before = found.get(each.pk)
            if before is None or (before[1], why) == (SameBy.BARE_NAME, SameBy.NAME):
                found[each.pk] = entry, why
    return found


def _numbered(entries: QuerySet[SearchEntry, Any]) -> QuerySet[SearchEntry, Any]:
    return entries.exclude(person__citizen_id="").filter(person__merged_into=None)


def _standing(entries: QuerySet[SearchEntry, Any]) -> QuerySet[SearchEntry, Any]:
    member = Membership.objects.filter(person=OuterRef("person"), valid_to=None)
    return entries.filter(Exists(member), person__merged_into=None)

"""All that the page of a household or of a person shows, in one read each; a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from giamngheo.accounts.queries import permissions_in_village
from giamngheo.households.keeping.transfer import transfer_code
from giamngheo.households.models import Address, Circumstance, Household, Membership, Person, RowKind
from giamngheo.households.permissions import Permission
from giamngheo.households.queries.history import Key, Version, versions_of_rows
from giamngheo.households.queries.households import HouseholdOn, household_on
from giamngheo.households.queries.people import PersonOn, person_on
from giamngheo.households.queries.timeline import Event, timeline_of_household, timeline_of_person
from giamngheo.households.queries.villages import villages_seen
from giamngheo.territory.models import Unit, Village, VillageMembership
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


class HouseholdPage(NamedTuple):
    """A household on `day` (the day asked for, or the nearest on which it was one). `former`: rows of people who were
    members and are not that day. `circumstances`: of the members that day, by person. `addresses`: where it lived, as
    far as the user sees, the newest first. `versions`: of the household and of these, see `versions_of_rows`.
    `sensitive`: ethnic groups, circumstances, locations may be shown; where not, circumstances are not even read.
    `transfer_code`: of a household that left whole; blank for every other, and for whoever may not write."""

    here: HouseholdOn
    day: date
    commune: Unit | None
    circumstances: dict[int, list[Circumstance]]
    former: Sequence[Membership]
    addresses: Sequence[Address]
    versions: dict[Key, list[Version]]
    events: Sequence[Event]
    may_edit: bool
    may_reveal: bool
    sensitive: bool
    transfer_code: str


class PersonPage(NamedTuple):
    """A person; `versions`: what the register said of them, of their memberships and circumstances, the newest first.
    `here`: the open membership. `circumstances`: all, also ended ones, the newest first."""

    person: PersonOn
    here: Membership | None
    village: str
    circumstances: Sequence[Circumstance]
    versions: dict[Key, list[Version]]
    events: Sequence[Event]
    may_edit: bool
    may_reveal: bool
    sensitive: bool


def household_page(user: User, pk: int, day: date) -> HouseholdPage:
    """Raises Household.DoesNotExist for a household that is not the user's to see."""
    here, nearest = _nearest(user, pk, day)
    people = [each.person_id for each in here.members]
    circumstances: dict[int, list[Circumstance]] = {each: [] for each in people}
    lived = list(Address.objects.filter(household=pk).select_related("village").order_by("-valid_from"))
    rights = rights_at(user, lived[0].village_id)  # over the household as it stands; of where it is shown:
    shown = rights if here.address.village_id == lived[0].village_id else rights_at(user, here.address.village_id)
    sensitive = Permission.SEE_SENSITIVE in shown
    held = Circumstance.objects.filter(valid_on(nearest), person__in=people if sensitive else ())
    for each in held.order_by("kind", "valid_from"):
        circumstances[each.person_id].append(each)
    former = Membership.objects.filter(household=pk, valid_to__lt=nearest).exclude(person__in=people)
    gone = former.select_related("person").order_by("-valid_to", "person__sort_key")
    seen = set(villages_seen(user, timezone.localdate()).values_list("village", flat=True))
    addresses = [each for each in lived if each.village_id in seen]
    versions = versions_of_rows(user, {RowKind.HOUSEHOLD: [pk], RowKind.ADDRESS: [each.pk for each in addresses]})
    return HouseholdPage(
        here, nearest, _commune(here.address.village_id, nearest), circumstances,
        _once(row for row in gone if _while(row.valid_to, addresses)), addresses, versions,
        timeline_of_household(user, here.household),
        Permission.EDIT_HOUSEHOLD in rights, Permission.SEE_CITIZEN_ID in rights, sensitive,
        transfer_code(here.household) if Permission.EDIT_HOUSEHOLD in rights else "",
    )  # fmt: skip


def person_page(user: User, pk: int, day: date) -> PersonPage:
    """Raises Person.DoesNotExist for a person who is not the user's to see."""
    found = person_on(user, pk, day)
    here = next((each for each in found.memberships if each.valid_to is None), None)
    village = _last_village(found.person)
    rights = rights_at(user, village.pk)
    sensitive = Permission.SEE_SENSITIVE in rights
    held = list(Circumstance.objects.filter(person=pk).order_by("-valid_from", "kind")) if sensitive else []
    rows = {RowKind.PERSON: [pk], RowKind.MEMBERSHIP: [each.pk for each in found.memberships],
            RowKind.CIRCUMSTANCE: [each.pk for each in held]}  # fmt: skip
    return PersonPage(
        found, here, village.name, held, versions_of_rows(user, rows), timeline_of_person(user, found.person),
        Permission.EDIT_HOUSEHOLD in rights, Permission.SEE_CITIZEN_ID in rights, sensitive,
    )  # fmt: skip


def household_seen(user: User, pk: int) -> HouseholdOn:
    """The household as it stands today; raises Household.DoesNotExist where it has ended, or is not theirs to see."""
    return household_on(user, pk, timezone.localdate())


def _nearest(user: User, pk: int, day: date) -> tuple[HouseholdOn, date]:
    """The household on the day, or on the nearest one on which it lived where the user sees it; the later of two."""
    rows = Address.objects.filter(household=pk).values_list("valid_from", "valid_to")
    days = [max(begun, min(day, ended or day)) for begun, ended in rows]
    for each in sorted(set(days), key=lambda near: (abs(near - day), -near.toordinal())):
        try:
            return household_on(user, pk, each), each
        except Household.DoesNotExist:
            continue
    raise Household.DoesNotExist


def _while(day: date | None, addresses: Iterable[Address]) -> bool:
    """Whether the household lived in one of the places on the day: its life elsewhere is not told here."""
    return any(day and each.valid_from <= day <= (each.valid_to or day) for each in addresses)


def _once(rows: Iterable[Membership]) -> list[Membership]:
    """Each person with the last of their rows."""
    return list({each.person_id: each for each in reversed(list(rows))}.values())[::-1]


def _commune(village_id: int, day: date) -> Unit | None:
    row = VillageMembership.objects.filter(valid_on(day), village=village_id).select_related("commune").first()
    return row.commune if row else None


def rights_at(user: User, village_id: int) -> frozenset[Permission]:
    """What the user may do to the people of the village; nothing where they do not see them."""
    held = permissions_in_village(user, village_id)
    return held if Permission.VIEW_HOUSEHOLD in held else frozenset()


def _last_village(person: Person) -> Village:
    last = Address.objects.filter(household__memberships__person=person).select_related("village")
    return last.order_by("-household__memberships__valid_from", "-valid_from")[0].village

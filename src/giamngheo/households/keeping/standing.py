"""A household as it stands, locked until the transaction ends: the first step of every event of life."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F
from django.utils import timezone

from giamngheo.foundation.dates import format_date
from giamngheo.households.keeping.wording import kind_of
from giamngheo.households.models import Address, Household, Membership, Person, Relation
from giamngheo.households.permissions import Permission, require, require_in
from giamngheo.households.problems import (
    BEFORE_HOUSEHOLD,
    DAY_FUTURE,
    HOUSEHOLD_ENDED,
    NOT_MEMBER,
    OUT_OF_ORDER,
    TWICE,
    Refused,
    refuse,
)
from giamngheo.territory.models import Unit, VillageMembership

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

ONE_DAY = timedelta(days=1)


class Standing(NamedTuple):
    """A household, its open (of an ended one: last) address, the commune it lies in today, its members of today."""

    household: Household
    address: Address
    commune: Unit
    members: list[Membership]

    @property
    def head(self) -> Membership | None:
        return next((each for each in self.members if each.relation == Relation.HEAD), None)


def commune_of(village_id: int) -> Unit:
    """The commune a village belongs to today (or belonged to last)."""
    newest = F("valid_to").desc(nulls_first=True)
    return VillageMembership.objects.select_related("commune").filter(village=village_id).order_by(newest)[0].commune


def allowed(by: User | None, permission: Permission, commune: Unit) -> None:
    """Pass if `by` (None: the system) may; raises OutOfScope, NotPermitted."""
    if by is not None:
        require(by, permission, commune)


def allowed_in(by: User | None, permission: Permission, village_id: int) -> None:
    """The same for the people of a village: a grant may be limited to some villages of the commune."""
    if by is not None:
        require_in(by, permission, village_id)


def check_day(day: date) -> None:
    """Raises REGISTER-DAY-FUTURE."""
    if day > timezone.localdate():
        raise refuse(DAY_FUTURE, day=format_date(day))


def standing(by: User | None, *households: Household, day: date | None = None) -> list[Standing]:
    """The households, locked in one order for everybody, after every question: right, not ended, not before it began.

    `day` None: no event, any state. Raises OutOfScope, NotPermitted, Refused.
    """
    found = {}
    for household in households:
        address = Address.objects.filter(household=household.pk).select_related("village").latest("valid_from")
        found[household.pk] = (address, commune_of(address.village_id))
        allowed_in(by, Permission.EDIT_HOUSEHOLD, address.village_id)
    if day is not None:
        check_day(day)
    locked = {
        each.pk: each for each in Household.objects.select_for_update(no_key=True).filter(pk__in=found).order_by("pk")
    }
    lock_people(Membership.objects.filter(household__in=found, valid_to=None).values_list("person_id", flat=True))
    told = []
    for household in households:
        if day is not None:
            _check_life(locked[household.pk], day)
        address = Address.objects.filter(household=household.pk).select_related("changed_in").latest("valid_from")
        told.append(Standing(locked[household.pk], address, found[household.pk][1], _members(household.pk)))
    return told


def lock_people(ids: Iterable[int]) -> dict[int, Person]:
    """The people's rows as they are now, locked in one order for everybody."""
    wanted = set(ids)
    return {
        each.pk: each for each in Person.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    }


def _members(household_id: int) -> list[Membership]:
    rows = Membership.objects.filter(household=household_id, valid_to=None)
    return list(rows.select_related("person", "changed_in").order_by("pk"))


def _check_life(household: Household, day: date) -> None:
    name = str(household)
    if household.ended_on is not None:
        raise refuse(HOUSEHOLD_ENDED, household=name, ended=format_date(household.ended_on))
    if day < household.formed_on:
        formed = format_date(household.formed_on)
        raise refuse(BEFORE_HOUSEHOLD, day=format_date(day), household=name, formed=formed)


def chosen(here: Standing, people: Iterable[Person], day: date) -> list[Membership]:
    """The memberships of these people in the household; raises REGISTER-NOT-MEMBER, REGISTER-TWICE."""
    by_person = {each.person_id: each for each in here.members}
    wanted = list(people)
    findings = [
        NOT_MEMBER.at(line, name=each.full_name, household=str(here.household), day=format_date(day))
        for line, each in enumerate(wanted, 1)
        if each.pk not in by_person
    ]
    findings += [
        TWICE.at(line, name=each.full_name)
        for line, each in enumerate(wanted, 1)
        if each.pk in {other.pk for other in wanted[: line - 1]}
    ]
    if findings:
        raise Refused(*findings)
    return [by_person[each.pk] for each in wanted]


def check_order(rows: Iterable[Membership | Address], last_day: date, day: date) -> None:
    """Raises REGISTER-OUT-OF-ORDER, naming the later event, where a row begins after the day it would end."""
    late = [out_of_order(each, day) for each in rows if each.valid_from > last_day]
    if late:
        raise Refused(*late)


def out_of_order(row: Membership | Address, day: date, *, since: date | None = None):
    """The finding that `row` (by its last change) is later than `day`."""
    whom = row.person.full_name if isinstance(row, Membership) else str(row.household)
    later_vi, later_en = kind_of(row.changed_in)
    return OUT_OF_ORDER.at(
        day=format_date(day), later_vi=later_vi, later_en=later_en, whom=whom,
        later_day=format_date(since or row.valid_from), change=row.changed_in_id,
    )  # fmt: skip

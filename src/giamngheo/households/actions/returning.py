"""A household that left whole lives somewhere again: the same household, the same people, another commune or the same.

The new commune does not see it yet. What it may ask for is a household whose transfer code it holds, or whose head's
citizen id and name it knows; each question is recorded, and wrong ones are counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.audit.models import Event
from giamngheo.foundation import citizen_id
from giamngheo.foundation.text import fold
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.joining import joined, questioned
from giamngheo.households.keeping.places import household_code, place_in
from giamngheo.households.keeping.standing import allowed, allowed_in, check_day, commune_of
from giamngheo.households.keeping.transfer import household_of_code, transfer_code
from giamngheo.households.keeping.writing import open_address, revise
from giamngheo.households.models import DEPARTURES, ActKind, Address, EndedAs, Household, Membership, Person, Relation
from giamngheo.households.permissions import Permission
from giamngheo.households.problems import NOT_DEPARTED, ONE_HEAD, SOUGHT_TOO_OFTEN, refuse
from giamngheo.households.values import Member, Place

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

WRONG_A_DAY = 20  # questions without an answer, of one user on one day
_SOUGHT = "households.departed_sought"


class Departed(NamedTuple):
    """A household that left: its code, those who left with it (in no household since), from which commune."""

    code: str
    household: Household
    members: Sequence[Membership]
    commune: Unit


@transaction.atomic
def seek_departed(*, by: User, unit: Unit, code: str = "", number: str = "", full_name: str = "") -> Departed | None:
    """The household that left, by its transfer code, or by its head's citizen id and name; None: nothing answers to
    both. Raises REGISTER-SOUGHT-TOO-OFTEN, OutOfScope, NotPermitted."""
    allowed(by, Permission.EDIT_HOUSEHOLD, unit)
    wrong = Event.objects.filter(actor_id=by.pk, action=_SOUGHT, subject_id="", at__gte=_midnight())
    if wrong.count() >= WRONG_A_DAY:
        raise refuse(SOUGHT_TOO_OFTEN, most=WRONG_A_DAY)
    found = household_of_code(code) if code.strip() else _of_head(number, full_name)
    members = _who_left(found) if found is not None else []
    answered = found is not None and bool(members)
    how = "code" if code.strip() else "head"
    record(by=by, action=_SOUGHT, subject=found if answered else None, unit=unit, after={"by": how})
    if found is None or not members:
        return None
    last = Address.objects.filter(household=found).latest("valid_from")
    return Departed(transfer_code(found), found, members, commune_of(last.village_id))


@told
@transaction.atomic
def arrival_of_departed(
    *,
    by: User | None,
    code: str,
    place: Place,
    relations: Mapping[int, Relation | str],
    on: date,
    local_code: str = "",
    reason: str = "",
) -> Done:
    """The household whose transfer code this is lives at `place` from `on`, with those of its people (by key) whose
    relation is given, one of them the head. Raises Refused with every reason at once; OutOfScope, NotPermitted."""
    commune = commune_of(place.village_id)
    allowed_in(by, Permission.EDIT_HOUSEHOLD, place.village_id)
    check_day(on)
    named = household_of_code(code)
    if named is None:
        raise refuse(NOT_DEPARTED)
    household = Household.objects.select_for_update(no_key=True).get(pk=named.pk)
    if household.ended_as != EndedAs.DEPARTED:  # somebody took it in meanwhile
        raise refuse(NOT_DEPARTED)
    place, kept = place_in(by, commune, place, on), household_code(local_code)
    coming = [each.person for each in _who_left(household) if each.person_id in relations]
    if sum(Relation(relations[each.pk]) == Relation.HEAD for each in coming) != 1:
        raise refuse(ONE_HEAD, count=sum(relations[each.pk] == Relation.HEAD for each in coming))
    members = [Member(each, relations[each.pk], on) for each in coming]
    joining = questioned(by, members, on, may_be_born_later=False, proven={each.pk for each in coming})
    change = begin(by=by, kind=ActKind.ARRIVAL, unit=commune, on=on, reason=reason)
    revise(household, change, ended_on=None, ended_as="", local_code=kept)
    open_address(household, place, on, change)
    people, warnings = joined(household, joining, change)
    return finish(by=by, change=change, households=[household], people=people, warnings=warnings)


def _of_head(number: str, full_name: str) -> Household | None:
    digits, problem = citizen_id.read(number)
    if problem is not None or not digits or not full_name.strip():
        return None
    head = Person.objects.filter(citizen_id=digits, died_on=None, folded_name=fold(full_name)).first()
    last = Membership.objects.filter(person=head).order_by("-valid_from").first() if head is not None else None
    if last is None or last.relation != Relation.HEAD or last.left_as not in DEPARTURES:
        return None
    return Household.objects.filter(pk=last.household_id, ended_as=EndedAs.DEPARTED, ended_on=last.valid_to).first()


def _who_left(household: Household) -> list[Membership]:
    """Those who left when it ended and have been in no household since."""
    rows = Membership.objects.filter(household=household, valid_to=household.ended_on, left_as__in=DEPARTURES)
    since = Membership.objects.filter(person__in=rows.values("person"), valid_from__gt=household.ended_on)
    gone = rows.exclude(person__in=since.values("person")).filter(person__died_on=None)
    return list(gone.select_related("person").order_by("pk"))


def _midnight():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)

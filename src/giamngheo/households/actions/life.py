"""Birth and death."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.foundation.dates import format_date
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.births import earliest, of_day, printed
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.joining import check_head, joined, questioned
from giamngheo.households.keeping.people import household_of
from giamngheo.households.keeping.standing import check_order, chosen, standing
from giamngheo.households.keeping.writing import end, end_household, revise
from giamngheo.households.models import ActKind, EndedAs, Household, LeftAs, Person, Relation
from giamngheo.households.problems import BEFORE_BIRTH, refuse
from giamngheo.households.values import Member, PersonValues

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@told
@transaction.atomic
def birth(
    *,
    by: User | None,
    household: Household,
    on: date,
    newborn: PersonValues,
    relation: Relation | str = Relation.CHILD,
    reason: str = "",
) -> Done:
    """Somebody is born into the household on `on`, whatever birth the values give. Raises Refused, OutOfScope,
    NotPermitted."""
    (here,) = standing(by, household, day=on)
    member = Member(replace(newborn, birth=of_day(on)), relation)
    joining = questioned(by, [member], on, may_be_born_later=False)
    check_head(here.household, joining)
    change = begin(by=by, kind=ActKind.BIRTH, unit=here.commune, on=on, reason=reason)
    people, warnings = joined(here.household, joining, change)
    return finish(by=by, change=change, households=[here.household], people=people, warnings=warnings)


@told
@transaction.atomic
def death(*, by: User | None, person: Person, on: date, reason: str = "") -> Done:
    """A member dies on `on`, the last day in the household. Who was head leaves it without head; the last member's
    household ends. Raises Refused, OutOfScope, NotPermitted."""
    (here,) = standing(by, household_of(by, person), day=on)
    (row,) = chosen(here, [person], on)
    dying = row.person
    if dying.birth and earliest(dying.birth) > on:
        raise refuse(BEFORE_BIRTH, day=format_date(on), name=dying.full_name, birth=printed(dying.birth))
    check_order([row], on, on)
    change = begin(by=by, kind=ActKind.DEATH, unit=here.commune, on=on, reason=reason)
    revise(dying, change, died_on=on)
    end([row], on, change, left_as=LeftAs.DIED)
    if len(here.members) == 1:
        end_household(here, on, change, ended_as=EndedAs.EXTINCT)
    return finish(by=by, change=change, households=[here.household], people=[dying])

"""Arrival, departure, and a move within the commune."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.actions.registering import register_household
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.joining import check_head, joined, questioned
from giamngheo.households.keeping.people import lived_in
from giamngheo.households.keeping.places import departed_to, place_in
from giamngheo.households.keeping.standing import ONE_DAY, check_order, chosen, standing
from giamngheo.households.keeping.writing import end, end_household, open_address, revise
from giamngheo.households.models import DEPARTURES, ActKind, EndedAs, Household, LeftAs, Person
from giamngheo.households.problems import FIELD, NOBODY, SAME_PLACE, refuse
from giamngheo.households.values import Member, Place

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@told
@transaction.atomic
def arrival(*, by: User | None, household: Household, members: Sequence[Member], on: date, reason: str = "") -> Done:
    """People come to live in a household of the register from `on`. Raises Refused, OutOfScope, NotPermitted."""
    (here,) = standing(by, household, day=on)
    joining = questioned(by, [Member(each.person, each.relation, on) for each in members], on, may_be_born_later=False)
    check_head(here.household, joining)
    change = begin(by=by, kind=ActKind.ARRIVAL, unit=here.commune, on=on, reason=reason)
    people, warnings = joined(here.household, joining, change)
    return finish(by=by, change=change, households=[here.household], people=people, warnings=warnings)


@transaction.atomic
def arrival_of_household(
    *, by: User | None, place: Place, members: Sequence[Member], on: date, local_code: str = "", reason: str = ""
) -> Done:
    """People arrive and are a household of their own from `on`. Raises as `register_household`."""
    return register_household(
        by=by, place=place, members=[Member(each.person, each.relation, on) for each in members], formed_on=on,
        local_code=local_code, reason=reason, kind=ActKind.ARRIVAL,
    )  # fmt: skip


@told
@transaction.atomic
def departure(
    *,
    by: User | None,
    household: Household,
    people: Sequence[Person],
    on: date,
    left_as: LeftAs | str,
    left_to: str = "",
    reason: str = "",
) -> Done:
    """People are gone from `on`; the day before was their last. `left_as` is one of DEPARTURES, `left_to` the place as
    told. A household nobody is left in ends. Raises Refused, OutOfScope, NotPermitted."""
    if left_as not in DEPARTURES:
        raise refuse(FIELD, field=str(left_as))
    left_to = departed_to(left_to)
    if not people:
        raise refuse(NOBODY)
    (here,) = standing(by, household, day=on)
    rows = chosen(here, people, on)
    last_day = on - ONE_DAY
    check_order(rows, last_day, on)
    change = begin(by=by, kind=ActKind.DEPARTURE, unit=here.commune, on=on, reason=reason)
    end(rows, last_day, change, left_as=LeftAs(left_as), left_to=left_to)
    if len(rows) == len(here.members):
        end_household(here, last_day, change, ended_as=EndedAs.DEPARTED)
    return finish(by=by, change=change, households=[here.household], people=[each.person for each in rows])


@told
@transaction.atomic
def move_within(*, by: User | None, household: Household, place: Place, on: date, reason: str = "") -> Done:
    """The household lives elsewhere in its commune from `on`. Raises Refused, OutOfScope, NotPermitted."""
    (here,) = standing(by, household, day=on)
    place = place_in(by, here.commune, place, on)
    if (place.village_id, place.line) == (here.address.village_id, here.address.line):
        raise refuse(SAME_PLACE)
    last_day = on - ONE_DAY
    check_order([here.address], last_day, on)
    change = begin(by=by, kind=ActKind.MOVE, unit=here.commune, on=on, reason=reason)
    revise(here.address, change, valid_to=last_day)
    open_address(here.household, place, on, change)
    return finish(by=by, change=change, households=[here.household], people=lived_in(here.household, on))

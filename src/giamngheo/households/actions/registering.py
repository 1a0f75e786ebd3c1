"""Entering a household with its members at once: how a household the commune already knows comes into the register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.foundation.dates import format_date
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.joining import joined, questioned
from giamngheo.households.keeping.places import household_code, place_in
from giamngheo.households.keeping.standing import allowed_in, check_day, commune_of
from giamngheo.households.keeping.writing import open_address
from giamngheo.households.models import ActKind, Household, Relation
from giamngheo.households.permissions import Permission
from giamngheo.households.problems import BEFORE_HOUSEHOLD, ONE_HEAD, Refused, refuse
from giamngheo.households.values import Member, Place

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@told
@transaction.atomic
def register_household(
    *,
    by: User | None,
    place: Place,
    members: Sequence[Member],
    formed_on: date,
    local_code: str = "",
    reason: str = "",
    kind: ActKind = ActKind.REGISTERED,
) -> Done:
    """A new household with its members, exactly one of them the head, from `formed_on` on.

    A member without `since` is one from that day, or from birth if that is later (kind ARRIVAL: from that day, always).
    Raises Refused with every reason at once; OutOfScope, NotPermitted.
    """
    commune = commune_of(place.village_id)
    allowed_in(by, Permission.EDIT_HOUSEHOLD, place.village_id)
    check_day(formed_on)
    place = place_in(by, commune, place, formed_on)
    code = household_code(local_code)
    joining = questioned(by, members, formed_on, may_be_born_later=kind == ActKind.REGISTERED)
    heads = sum(one.relation == Relation.HEAD for one in joining)
    if heads != 1:
        raise refuse(ONE_HEAD, count=heads)
    early = [line for line, one in enumerate(joining, 1) if one.since < formed_on]
    if early:
        formed = format_date(formed_on)
        raise Refused(
            *(BEFORE_HOUSEHOLD.at(line, day=format_date(joining[line - 1].since), household=code or "–", formed=formed)
              for line in early)
        )  # fmt: skip
    change = begin(by=by, kind=kind, unit=commune, on=formed_on, reason=reason)
    household = Household.objects.create(local_code=code, formed_on=formed_on, changed_in=change)
    open_address(household, place, formed_on, change)
    people, warnings = joined(household, joining, change)
    return finish(by=by, change=change, households=[household], people=people, warnings=warnings)

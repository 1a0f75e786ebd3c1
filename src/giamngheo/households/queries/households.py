"""Households as they were on a day: lists, one of them, its members. A constant number of queries each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, Count, F, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from giamngheo.households.models import Address, Household, Membership, Relation
from giamngheo.households.queries.villages import addresses_seen
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit, Village


class HouseholdOn(NamedTuple):
    """A household on a day: where it lived, its members, the head first; `head` None: nobody was named."""

    household: Household
    address: Address
    members: list[Membership]
    head: Membership | None


def households_in(user: User, commune: Unit, day: date, village: Village | None = None) -> QuerySet[Household]:
    """Households of the commune (or of what it was) on `day`, in the order of their heads' names.

    Each with `member_count`, `head_name` (None: no head), `head_id` (a person), `village_key`, `village_name`,
    `address_line`.
    """
    seen = addresses_seen(user, day, commune)
    if village is not None:
        seen = seen.filter(village=village)
    here = seen.filter(household=OuterRef("pk"))
    members = Membership.objects.filter(valid_on(day), household=OuterRef("pk")).order_by()
    head = members.filter(relation=Relation.HEAD)
    counted = members.values("household").annotate(number=Count("pk")).values("number")
    return (
        Household.objects.filter(pk__in=seen.values("household"))
        .annotate(
            member_count=Coalesce(Subquery(counted), 0),
            head_id=Subquery(head.values("person")[:1]),
            head_name=Subquery(head.values("person__full_name")[:1]),
            head_key=Subquery(head.values("person__sort_key")[:1]),
            village_key=Subquery(here.values("village")[:1]),
            village_name=Subquery(here.values("village__name")[:1]),
            address_line=Subquery(here.values("line")[:1]),
        )
        .order_by(F("head_key").asc(nulls_last=True), "pk")
    )


def household_on(user: User, pk: int, day: date) -> HouseholdOn:
    """One household as it was on `day`; raises Household.DoesNotExist where it was not, or is not theirs to see."""
    address = addresses_seen(user, day).filter(household=pk).select_related("household", "village").first()
    if address is None:
        raise Household.DoesNotExist
    members = list(members_on(user, address.household, day))
    head = next((each for each in members if each.relation == Relation.HEAD), None)
    return HouseholdOn(address.household, address, members, head)


def members_on(user: User, household: Household, day: date) -> QuerySet[Membership]:
    """Members on `day`: the head, then by birth, the oldest first; who has no birth comes last. None of a household
    that the user did not see on that day."""
    seen = addresses_seen(user, day).filter(household=household.pk)
    head_first = Case(When(relation=Relation.HEAD, then=Value(0)), default=Value(1))
    rows = Membership.objects.filter(valid_on(day), household__in=seen.values("household")).select_related("person")
    return rows.order_by(head_first, F("person__birth").asc(nulls_last=True), "person__sort_key", "pk")

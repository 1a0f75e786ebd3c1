"""The list of households of a commune on a day: filtered, counted, in an order a Vietnamese reader expects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from giamngheo.foundation.alphabet import alphabetical
from giamngheo.households.models import Address, Household, Membership, Relation
from giamngheo.households.permissions import Permission
from giamngheo.households.queries.households import households_in
from giamngheo.households.queries.searching import search
from giamngheo.households.queries.villages import villages_seen
from giamngheo.territory.models import Village
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_NUMBER = re.compile(r"\d+")
FOUND = 500  # people whose households one search shows


class Living(StrEnum):
    """Which households of a day: those that lived, those of them without head, those that had ended."""

    LIVING = "living"
    HEADLESS = "headless"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is asked for. `words`: of a member's name, or digits; `order`: head, village, people, since, code."""

    day: date
    village: int | None = None
    living: Living = Living.LIVING
    words: str = ""
    order: str = "head"


class Listing(NamedTuple):
    """`households`: as `households_in`, not yet read; each found by words with `answering`, a member's name.

    `members`: of all of them that day, not yet read; `people`: how many. `villages`: to choose from, in alphabetical
    order. `cut`: more people answer to the words than are looked up. `any`: whether the commune has any household that
    day, whatever the filters.
    """

    households: QuerySet[Household]
    members: QuerySet[Membership]
    people: int
    villages: Sequence[Village]
    cut: bool
    any: bool


def listing(user: User, commune: Unit, wanted: Wanted) -> Listing:
    """The list, for the user's units only; a constant number of queries whatever its length."""
    villages = villages_in(user, commune, wanted.day)
    village = next((each for each in villages if each.pk == wanted.village), None)
    left = _left(user, commune, wanted.day) if wanted.living == Living.ENDED else None
    homes = households_in(user, commune, wanted.day) if left is None else _ended(left)
    at = valid_on(wanted.day) if left is None else _on_last_day(left)
    everything = homes
    if village is not None:
        there = Address.objects.filter(valid_on(wanted.day)) if left is None else left
        homes = homes.filter(pk__in=there.filter(village=village).values("household"))
    if wanted.living == Living.HEADLESS:
        homes = homes.filter(Q(("head_id", None)))
    cut = False
    if wanted.words.strip():
        found = search(user, wanted.words, limit=FOUND)
        cut = len(found) == FOUND
        theirs = Membership.objects.filter(at, person__in=[each.pk for each in found]).order_by()
        first = theirs.filter(household=OuterRef("pk")).order_by("person__sort_key").values("person__full_name")[:1]
        homes = homes.filter(pk__in=theirs.values("household")).annotate(answering=Subquery(first))
    members = Membership.objects.filter(at, household__in=homes.order_by().values("pk"))
    return Listing(_ordered(homes, wanted, villages), members, members.count(), villages, cut, everything.exists())


def villages_in(
    user: User, commune: Unit, day: date, permission: Permission = Permission.VIEW_HOUSEHOLD
) -> list[Village]:
    """Villages of the commune (or of what it was) on `day` where the user may see households (or whatever `permission`
    says), in alphabetical order, numbers as numbers."""
    found = Village.objects.filter(pk__in=villages_seen(user, day, commune, permission))
    return sorted(found, key=lambda village: alphabetical(_NUMBER.sub(lambda number: number[0].zfill(6), village.name)))


def _left(user: User, commune: Unit, day: date) -> QuerySet[Address]:
    """The last address of each household that lived in the commune before `day` and does not on it: it ended, or lives
    elsewhere."""
    there = Address.objects.filter(village__in=villages_seen(user, day, commune), valid_from__lte=day)
    later = there.filter(household=OuterRef("household"), valid_from__gt=OuterRef("valid_to"))
    return there.filter(~Exists(later), valid_to__lt=day)


def _on_last_day(left: QuerySet[Address]) -> Q:
    """Memberships on the last day of those addresses."""
    begun = left.filter(household=OuterRef("household"), valid_to__gte=OuterRef("valid_from"))
    return Q(Exists(begun), valid_to=None) | Q(Exists(begun.filter(valid_to__lte=OuterRef("valid_to"))))


def _ended(left: QuerySet[Address]) -> QuerySet[Household]:
    """Their households, each as it was on that last day, `left_on`."""
    last = left.filter(household=OuterRef("pk"))
    members = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=OuterRef("left_on")), household=OuterRef("pk"),
        valid_from__lte=OuterRef("left_on"),
    ).order_by()  # fmt: skip
    head = members.filter(relation=Relation.HEAD)
    counted = members.values("household").annotate(number=Count("pk")).values("number")
    return (
        Household.objects.filter(pk__in=left.values("household"))
        .annotate(left_on=Subquery(last.values("valid_to")[:1]))
        .annotate(
            member_count=Coalesce(Subquery(counted), 0),
            head_id=Subquery(head.values("person")[:1]),
            head_name=Subquery(head.values("person__full_name")[:1]),
            head_key=Subquery(head.values("person__sort_key")[:1]),
            village_key=Subquery(last.values("village")[:1]),
            village_name=Subquery(last.values("village__name")[:1]),
            address_line=Subquery(last.values("line")[:1]),
        )
    )


def _ordered(homes: QuerySet[Household], wanted: Wanted, villages: Sequence[Village]) -> QuerySet[Household]:
    by_head = (F("head_key").asc(nulls_last=True), "pk")
    if wanted.order == "village":  # no database orders "Thôn 10" after "Thôn 9"
        ranks = [When(village_name=each.name, then=Value(rank)) for rank, each in enumerate(villages)]
        rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
        return homes.annotate(rank=rank).order_by("rank", *by_head)
    first = {"people": ("-member_count",), "since": ("-formed_on",), "code": ("local_code",)}.get(wanted.order, ())
    return homes.order_by(*first, *by_head)

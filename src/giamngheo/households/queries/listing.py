"""The list of households of a commune on a day: filtered, counted, in an order a Vietnamese reader expects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from giamngheo.foundation.alphabet import alphabetical
from giamngheo.households.models import Address, Household, Membership, Relation
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

    `people`: members of all of them that day. `villages`: to choose from, in alphabetical order. `cut`: more people
    answer to the words than are looked up. `any`: whether the commune has any household that day, whatever the filters.
    """

    households: QuerySet[Household]
    people: int
    villages: Sequence[Village]
    cut: bool
    any: bool


def listing(user: User, commune: Unit, wanted: Wanted) -> Listing:
    """The list, for the user's units only; a constant number of queries whatever its length."""
    villages = villages_in(user, commune, wanted.day)
    village = next((each for each in villages if each.pk == wanted.village), None)
    ended = wanted.living == Living.ENDED
    homes = _ended(user, commune, wanted.day) if ended else households_in(user, commune, wanted.day)
    everything = homes
    if village is not None:
        homes = homes.filter(pk__in=_living_in(village, wanted.day, ended=ended))
    if wanted.living == Living.HEADLESS:
        homes = homes.filter(Q(("head_id", None)))
    cut = False
    if wanted.words.strip():
        found = search(user, wanted.words, limit=FOUND)
        cut = len(found) == FOUND
        theirs = Membership.objects.filter(
            _at(wanted.day, ended=ended), person__in=[each.pk for each in found]
        ).order_by()
        first = theirs.filter(household=OuterRef("pk")).order_by("person__sort_key").values("person__full_name")[:1]
        homes = homes.filter(pk__in=theirs.values("household")).annotate(answering=Subquery(first))
    members = Membership.objects.filter(_at(wanted.day, ended=ended), household__in=homes.order_by().values("pk"))
    return Listing(_ordered(homes, wanted, villages), members.count(), villages, cut, everything.exists())


def villages_in(user: User, commune: Unit, day: date) -> list[Village]:
    """Villages of the commune (or of what it was) on `day`, in alphabetical order, numbers as numbers."""
    found = Village.objects.filter(pk__in=villages_seen(user, day, commune))
    return sorted(found, key=lambda village: alphabetical(_NUMBER.sub(lambda number: number[0].zfill(6), village.name)))


def _at(day: date, *, ended: bool) -> Q:
    """Memberships on the day; of an ended household those on its last day."""
    last = F("household__ended_on")
    return Q(valid_from__lte=last, valid_to__gte=last) if ended else valid_on(day)


def _ended(user: User, commune: Unit, day: date) -> QuerySet[Household]:
    """Households that ended before `day`, each as it was on its last day."""
    seen = Address.objects.filter(
        valid_to=F("household__ended_on"), village__in=villages_seen(user, day, commune), household__ended_on__lt=day
    )
    last = Address.objects.filter(household=OuterRef("pk"), valid_to=OuterRef("ended_on"))
    members = Membership.objects.filter(
        household=OuterRef("pk"), valid_from__lte=OuterRef("ended_on"), valid_to__gte=OuterRef("ended_on")
    ).order_by()
    head = members.filter(relation=Relation.HEAD)
    counted = members.values("household").annotate(number=Count("pk")).values("number")
    return Household.objects.filter(pk__in=seen.values("household")).annotate(
        member_count=Coalesce(Subquery(counted), 0),
        head_id=Subquery(head.values("person")[:1]),
        head_name=Subquery(head.values("person__full_name")[:1]),
        head_key=Subquery(head.values("person__sort_key")[:1]),
        village_name=Subquery(last.values("village__name")[:1]),
        address_line=Subquery(last.values("line")[:1]),
    )


def _living_in(village: Village, day: date, *, ended: bool) -> QuerySet[Address]:
    return Address.objects.filter(_at(day, ended=ended), village=village).values("household")  # type: ignore[return-value]


def _ordered(homes: QuerySet[Household], wanted: Wanted, villages: Sequence[Village]) -> QuerySet[Household]:
    by_head = (F("head_key").asc(nulls_last=True), "pk")
    if wanted.order == "village":  # no database orders "Thôn 10" after "Thôn 9"
        ranks = [When(village_name=each.name, then=Value(rank)) for rank, each in enumerate(villages)]
        rank = Case(*ranks, default=Value(len(ranks)), output_field=IntegerField())
        return homes.annotate(rank=rank).order_by("rank", *by_head)
    first = {"people": ("-member_count",), "since": ("-formed_on",), "code": ("local_code",)}.get(wanted.order, ())
    return homes.order_by(*first, *by_head)

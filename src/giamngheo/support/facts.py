"""What the review and the register say of the households support is for. A constant number of queries for a commune."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import F, Q, QuerySet

from giamngheo.foundation.dates import last_day
from giamngheo.households.models import Address, Circumstance, Membership, Relation
from giamngheo.review.models import HouseholdClass
from giamngheo.support.catalogue import NEWLY_EXITED_MONTHS, catalogue
from giamngheo.support.models import SupportDelivery
from giamngheo.territory.models import Unit, VillageMembership
from giamngheo.territory.queries import covering, valid_on

if TYPE_CHECKING:
    from giamngheo.households.models import Person

POVERTY = ("poor", "near_poor")


class Span(NamedTuple):
    """A class held between two days; `person` None: by the household."""

    value: str
    start: date
    end: date | None
    person: int | None = None

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class PersonFacts(NamedTuple):
    """A member in the year. `here`: still one on the day. `circumstances`: kinds held on the day."""

    person: Person
    here: bool
    circumstances: frozenset[str]


class HouseholdFacts(NamedTuple):
    """A household of the commune on the day, its head's name ("" without), its classes with their days, its people."""

    pk: int
    code: str
    head: str
    head_key: str
    village: str
    village_pk: int
    spans: tuple[Span, ...]
    people: tuple[PersonFacts, ...]

    def classes(self, day: date, person: int | None = None) -> frozenset[str]:
        """Classes that hold for the household on a day, with those of a member; `newly_exited` where it follows."""
        held = {each.value for each in self.spans if each.covers(day) and each.person in (None, person)}
        since = months_before(day, NEWLY_EXITED_MONTHS)
        escaped = any(each.value in POVERTY and each.end is not None and since <= each.end < day for each in self.spans)
        if escaped and not held & set(POVERTY):
            held.add("newly_exited")
        return frozenset(held)


@lru_cache(maxsize=256)  # asked of every household and value of a list
def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def addresses_in(unit: Unit, day: date) -> QuerySet[Address]:
    """Where the commune's households (or those of what it was) lived on a day, one address a household."""
    # Villages are named one by one: behind a subquery the planner knows nothing of how few they are.
    lying = VillageMembership.objects.filter(valid_on(day), commune__in=covering([unit.pk]))
    villages = list(lying.values_list("village", flat=True))
    standing = Q(household__formed_on__lte=day) & (Q(household__ended_on=None) | Q(household__ended_on__gte=day))
    return Address.objects.filter(standing, valid_on(day), village__in=villages)


def standing(deliveries: QuerySet[SupportDelivery]) -> QuerySet[SupportDelivery]:
    """Those neither taken back nor taking back."""
    return deliveries.filter(reverses=None, reversed_by=None)


def gather(
    unit: Unit, day: date, *, only: Collection[int] | None = None, village: int | None = None
) -> dict[int, HouseholdFacts]:
    """Facts on `day` of the households in `only`; None: of all that hold a class or circumstance the catalogue names,
    left poverty lately, or received something in the year. Four queries."""
    first = date(day.year, 1, 1)
    since = months_before(first, NEWLY_EXITED_MONTHS)
    spans = HouseholdClass.objects.filter(voided_by=None, valid_from__lte=day).filter(
        Q(valid_to=None) | Q(valid_to__gte=since)
    )
    named = {value.who.circumstance for kind in catalogue() for value in kind.on(day)} - {""}
    situated = Circumstance.objects.filter(valid_on(day), kind__in=named)
    homes = addresses_in(unit, day)
    if only is None:
        received = SupportDelivery.objects.filter(unit=unit, year=day.year)
        members = Membership.objects.filter(valid_on(day), person__in=situated.values("person"))
        homes = homes.filter(
            Q(household__in=spans.values("household"))
            | Q(household__in=members.values("household"))
            | Q(household__in=received.values("household"))
        )
    else:
        homes = homes.filter(household__in=only)
    if village is not None:
        homes = homes.filter(village=village)
    places = list(homes.select_related("household", "village"))
    return _joined(places, spans, situated, first, day)


def _joined(
    places: list[Address], spans: QuerySet[HouseholdClass], situated: QuerySet[Circumstance], first: date, day: date
) -> dict[int, HouseholdFacts]:
    ids = [each.household_id for each in places]
    rows = (
        Membership.objects.filter(household__in=ids, valid_from__lte=day)
        .filter(Q(valid_to=None) | Q(valid_to__gte=first))
        .select_related("person")
        .order_by("household_id", F("person__birth").asc(nulls_last=True), "person__sort_key", "valid_from")
    )
    members: dict[int, dict[int, Membership]] = defaultdict(dict)
    for each in rows:
        members[each.household_id][each.person_id] = each  # the last of a person's rows
    people = [person for home in members.values() for person in home]
    held: dict[int, set[str]] = defaultdict(set)
    for person, kind in situated.filter(person__in=people).values_list("person", "kind"):
        held[person].add(kind)
    classes: dict[int, list[Span]] = defaultdict(list)
    for household, value, start, end, person in spans.filter(household__in=ids).values_list(
        "household", "value", "valid_from", "valid_to", "person"
    ):
        classes[household].append(Span(value, start, end, person))
    return {
        each.household_id: _household(each, classes[each.household_id], members[each.household_id].values(), held, day)
        for each in places
    }


def _household(
    place: Address, spans: list[Span], rows: Iterable[Membership], held: dict[int, set[str]], day: date
) -> HouseholdFacts:
    people = []
    head = None
    for row in rows:
        here = row.valid_to is None or row.valid_to >= day
        people.append(PersonFacts(row.person, here, frozenset(held.get(row.person_id, ()))))
        if here and row.relation == Relation.HEAD:
            head = row.person
    return HouseholdFacts(
        place.household_id, place.household.local_code, head.full_name if head else "", head.sort_key if head else "",
        place.village.name, place.village_id, tuple(spans), tuple(people),
    )  # fmt: skip

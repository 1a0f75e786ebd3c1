"""Counts of every measure in a commune, and the rows behind one: of villages whose people the user may see."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.households.models import Membership, Relation
from giamngheo.households.queries import households_in
from giamngheo.households.queries.duplicates import pairs_for
from giamngheo.households.queries.villages import addresses_seen
from giamngheo.monitoring.quality.measures import MEASURES, OLDEST, REVIEW_MONTHS, YOUNGEST_HEAD
from giamngheo.review.models import Assessment, ClassPath, HouseholdClass
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


class Tally(NamedTuple):
    """`wrong` of `checked` rows of a measure."""

    measure: str
    wrong: int
    checked: int


def tallies(user: User, unit: Unit, day: date) -> list[Tally]:
    """Every measure, in the catalogue's order. Four aggregates, however many households."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    wrongs = {
        **_counted(_homes(user, unit, day), _of_homes(day)),
        **_counted(_people(user, unit, day), _of_people(day)),
        **_counted(_classes(user, unit, day), _of_classes(day)),
    }
    wrongs["pairs"] = (pairs_for(user, unit).count(), wrongs["no_birth"][1])
    return [Tally(key, *wrongs[key]) for key in MEASURES]


def rows_of(user: User, unit: Unit, day: date, measure: str) -> QuerySet[Any]:
    """The rows of one measure: households of `households_in`, memberships with their person, or pairs. Raises KeyError
    for an unknown one."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    if measure == "pairs":
        return pairs_for(user, unit)
    of_people = _of_people(day)
    if measure in of_people:
        rows = _people(user, unit, day).filter(of_people[measure])
        return rows.select_related("person").order_by("person__sort_key", "pk")
    of_homes, of_classes = _of_homes(day), _of_classes(day)
    if measure in of_homes:
        wrong = _homes(user, unit, day).filter(of_homes[measure])
    else:
        wrong = _classes(user, unit, day).filter(of_classes[measure])
    return households_in(user, unit, day).filter(pk__in=wrong.values("household")).order_by("pk")


def _counted(rows: QuerySet[Any], conditions: dict[str, Q]) -> dict[str, tuple[int, int]]:
    sums = {key: Count("pk", filter=condition) for key, condition in conditions.items()}
    found = rows.aggregate(checked=Count("pk"), **sums)
    return {key: (found[key], found["checked"]) for key in conditions}


def _homes(user: User, unit: Unit, day: date) -> QuerySet[Any]:
    """Addresses: one a household."""
    return addresses_seen(user, day, unit).order_by()


def _people(user: User, unit: Unit, day: date) -> QuerySet[Any]:
    return Membership.objects.filter(
        valid_on(day), household__in=addresses_seen(user, day, unit).values("household")
    ).order_by()


def _classes(user: User, unit: Unit, day: date) -> QuerySet[Any]:
    homes = addresses_seen(user, day, unit).values("household")
    return HouseholdClass.objects.filter(
        valid_on(day), path=ClassPath.POVERTY, person=None, voided_by=None, household__in=homes
    ).order_by()


def _members(day: date, **more: Any) -> Exists:
    return Exists(Membership.objects.filter(valid_on(day), household=OuterRef("household"), **more))


def _of_homes(day: date) -> dict[str, Q]:
    return {
        "no_head": ~Q(_members(day, relation=Relation.HEAD)) & Q(_members(day)),
        "no_members": ~Q(_members(day)),
        "no_location": Q(latitude=None),
    }


def _of_people(day: date) -> dict[str, Q]:
    today = day.year * 10_000 + day.month * 100 + day.day
    return {
        "no_citizen_id": Q(person__citizen_id=""),
        "no_birth": Q(person__birth=None),
        "no_ethnic_group": Q(person__ethnic_group=""),
        "too_old": Q(person__birth__lt=today - OLDEST * 10_000),
        "young_head": Q(relation=Relation.HEAD, person__birth__gt=today - YOUNGEST_HEAD * 10_000),
    }


def _of_classes(day: date) -> dict[str, Q]:
    years, month = divmod(day.year * 12 + day.month - 1 - REVIEW_MONTHS, 12)
    since = date(years, month + 1, 1)
    surveyed = Assessment.objects.filter(case__household=OuterRef("household"), surveyed_on__gte=since)
    return {
        "class_of_nobody": ~Q(_members(day)),
        "not_reviewed": ~Q(Exists(surveyed)) & Q(valid_from__lt=since),
    }

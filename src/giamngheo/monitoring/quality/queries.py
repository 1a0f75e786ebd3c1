"""Counts of every measure in a commune, and the rows behind one: of villages whose people the user may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.households.models import Address, Membership, Relation
from giamngheo.households.queries import households_in
from giamngheo.households.queries.duplicates import pairs_for
from giamngheo.households.queries.villages import villages_seen
from giamngheo.monitoring.quality.measures import MEASURES, OLDEST, REVIEW_MONTHS, YOUNGEST_HEAD
from giamngheo.review.models import Assessment, ClassPath, HouseholdClass
from giamngheo.review.reports.place import standing
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit


HEAD = Relation.HEAD


class Tally(NamedTuple):
    """`wrong` of `checked` rows of a measure."""

    measure: str
    wrong: int
    checked: int


def tallies(user: User, unit: Unit, day: date) -> list[Tally]:
    """Every measure, in the catalogue's order. Four aggregates, however many households."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    villages = _villages(user, unit, day)
    wrongs = {
        **_counted(_homes(villages, day), _OF_HOMES),
        **_counted(_people(villages, day), _of_people(day)),
        **_counted(_classes(villages, day), _of_classes(day)),
    }
    wrongs["pairs"] = (pairs_for(user, unit).count(), wrongs["no_birth"][1])
    return [Tally(key, *wrongs[key]) for key in MEASURES]


def rows_of(user: User, unit: Unit, day: date, measure: str) -> QuerySet[Any]:
    """The rows of one measure: households of `households_in`, memberships with their person, or pairs. Raises KeyError
    for an unknown one."""
    require(user, Permission.VIEW_HOUSEHOLD, unit)
    if measure == "pairs":
        return pairs_for(user, unit)
    villages, of_people = _villages(user, unit, day), _of_people(day)
    if measure in of_people:
        rows = _people(villages, day).filter(of_people[measure])
        return rows.select_related("person").order_by("person__sort_key", "pk")
    if measure in _OF_HOMES:
        wrong = _homes(villages, day).filter(_OF_HOMES[measure])
    else:
        wrong = _classes(villages, day).filter(_of_classes(day)[measure])
    return households_in(user, unit, day).filter(pk__in=wrong.values("household")).order_by("pk")


def _counted(rows: QuerySet[Any], conditions: dict[str, Q]) -> dict[str, tuple[int, int]]:
    sums = {key: Count("pk", filter=condition) for key, condition in conditions.items()}
    found = rows.aggregate(checked=Count("pk"), **sums)
    return {key: (found[key], found["checked"]) for key in conditions}


def _villages(user: User, unit: Unit, day: date) -> list[int]:
    """Named one by one: behind a subquery the planner knows nothing of how few they are."""
    return list(villages_seen(user, day, unit).values_list("village", flat=True))


def _homes(villages: Sequence[int], day: date) -> QuerySet[Any]:
    """Addresses, one a household, with `members` and `heads`."""
    members = "household__memberships"
    here = valid_on(day, f"{members}__")
    rows = Address.objects.filter(valid_on(day), standing(day), village__in=villages).order_by()
    return rows.annotate(
        members=Count(members, filter=here), heads=Count(members, filter=here & Q(**{f"{members}__relation": HEAD}))
    )


def _people(villages: Sequence[int], day: date) -> QuerySet[Any]:
    home = "household__addresses__"
    return Membership.objects.filter(
        valid_on(day), valid_on(day, home), standing(day), **{f"{home}village__in": villages}
    ).order_by()


def _classes(villages: Sequence[int], day: date) -> QuerySet[Any]:
    home = "household__addresses__"
    return HouseholdClass.objects.filter(
        valid_on(day), valid_on(day, home), standing(day), path=ClassPath.POVERTY, person=None, voided_by=None,
        **{f"{home}village__in": villages},
    ).order_by()  # fmt: skip


_OF_HOMES = {
    "no_head": Q(heads=0, members__gt=0),
    "no_members": Q(members=0),
    "no_location": Q(latitude=None),
}


def _of_people(day: date) -> dict[str, Q]:
    today = day.year * 10_000 + day.month * 100 + day.day
    return {
        "no_citizen_id": Q(person__citizen_id=""),
        "no_birth": Q(person__birth=None),
        "no_ethnic_group": Q(person__ethnic_group=""),
        "too_old": Q(person__birth__lt=today - OLDEST * 10_000),
        "young_head": Q(relation=HEAD, person__birth__gt=today - YOUNGEST_HEAD * 10_000),
    }


def _of_classes(day: date) -> dict[str, Q]:
    years, month = divmod(day.year * 12 + day.month - 1 - REVIEW_MONTHS, 12)
    since = date(years, month + 1, 1)
    surveyed = Assessment.objects.filter(case__household=OuterRef("household"), surveyed_on__gte=since)
    return {
        "class_of_nobody": ~Q(Exists(Membership.objects.filter(valid_on(day), household=OuterRef("household")))),
        "not_reviewed": ~Q(Exists(surveyed)) & Q(valid_from__lt=since),
    }

"""Figures of poverty of a unit, as far as the user sees the review: by village and day, movements, what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.db.models import Avg, Case, Count, Exists, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.models import Address
from giamngheo.review.models import ClassPath, DecisionItem, HouseholdClass, ItemOutcome
from giamngheo.review.reports.homes import POVERTY, class_rows
from giamngheo.review.reports.place import Place, place_of, standing
from giamngheo.territory.models import Level
from giamngheo.territory.queries import covered_units, covering, valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

# Fewer located households than this would show where somebody lives.
LEAST_LOCATED = 3


class Numbers(NamedTuple):
    """Households of a place on a day."""

    homes: int = 0
    poor: int = 0
    near: int = 0

    def __add__(self, other: Any) -> Numbers:
        return Numbers(self.homes + other.homes, self.poor + other.poor, self.near + other.near)


class Counts(NamedTuple):
    """`of`: village → one `Numbers` for each day asked for; a village is counted where it lay on that day."""

    days: Sequence[date]
    of: dict[int, list[Numbers]]

    def whole(self) -> list[Numbers]:
        """Of the unit, for each day."""
        return [sum((each[at] for each in self.of.values()), Numbers()) for at in range(len(self.days))]


class Flow(NamedTuple):
    """Households that were `before` and are `after`: poor, near_poor, "none" (here without a class), "away" (not a
    household of the unit on that day)."""

    before: str
    after: str
    households: int


class Located(NamedTuple):
    """The middle of a village's located households, and how many they are."""

    latitude: float
    longitude: float
    households: int


def counts(user: User, unit: Unit, days: Sequence[date]) -> Counts:
    """Households, poor and near-poor ones, by village, on each of the days. Two aggregates, whatever the days."""
    require(user, Permission.VIEW_REVIEW, unit)
    found: dict[int, list[Numbers]] = {}
    empty = [Numbers()] * len(days)
    for village, *homes in _homes(user, unit, days):
        found[village] = [Numbers(number) for number in homes]
    for village, *numbers in _classes(user, unit, days):
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        there = found.get(village, empty)
        found[village] = [each._replace(poor=poor, near=near) for each, (poor, near) in zip(there, pairs, strict=True)]
    return Counts(days, found)


def flows(user: User, unit: Unit, since: date, until: date) -> list[Flow]:
    """Movements between the classes of two days, of every household that has one on either. Two aggregates."""
    require(user, Permission.VIEW_REVIEW, unit)
    opening, closing = place_of(user, unit, since), place_of(user, unit, until)
    began, ended = class_rows(opening, ClassPath.POVERTY), class_rows(closing, ClassPath.POVERTY)
    same = {"household": OuterRef("household")}
    left = began.annotate(
        after=Subquery(ended.filter(**same).values("value")[:1]), here=Exists(closing.addresses().filter(**same))
    )
    came = ended.annotate(had=Exists(began.filter(**same)), there=Exists(opening.addresses().filter(**same)))
    rows = left.values_list("value", "after", "here").annotate(Count("pk"))
    found = [Flow(before, after or ("none" if here else "away"), number) for before, after, here, number in rows]
    rows = came.filter(had=False).values_list("value", "there").annotate(Count("pk"))
    found += [Flow("none" if there else "away", after, number) for after, there, number in rows]
    order = (*POVERTY, "none", "away")
    return sorted(found, key=lambda each: (order.index(each.before), order.index(each.after)))


def deprivations(user: User, place: Place, names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Village → poor and near-poor households lacking each indicator, as the last signed item in force tells that gave
    or kept their class. One aggregate; a village nobody is poor in is not there. `place`: of `place_seen`."""
    require(user, Permission.VIEW_REVIEW, place.unit)
    last = (
        DecisionItem.objects.filter(
            household=OuterRef("household"), decision__signed_at__isnull=False, path=ClassPath.POVERTY,
            decision__effective_from__lte=place.day, given__in=POVERTY,
            outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED),
        )
        .exclude(corrected_by__decision__signed_at__isnull=False)
        .order_by("-decision__effective_from", "-decision__signed_at", "-pk")
    )  # fmt: skip
    # The item must say the class that the household has; of another class its list says nothing.
    lacking = Case(When(given=OuterRef("value"), then=Cast("deprivations", TextField())), default=Value("[]"),
                   output_field=TextField())  # fmt: skip
    rows = class_rows(place, ClassPath.POVERTY).annotate(
        lacking=Subquery(last.values(said=lacking)[:1], output_field=TextField())
    )
    return _summed(rows.values("lived_in", "lacking"), names)


def place_seen(user: User, unit: Unit, day: date) -> Place:
    """The unit's villages on a day, as far as the user sees the review."""
    require(user, Permission.VIEW_REVIEW, unit)
    return place_of(user, unit, day)


def communes_in(user: User, unit: Unit, day: date) -> QuerySet[Unit]:
    """Communes of a day under the unit whose review the user sees, by name."""
    seen = scope_units(user, permission=Permission.VIEW_REVIEW).values("pk")
    return covered_units(unit, day).filter(level=Level.COMMUNE, pk__in=seen).order_by("short_name", "code")


def located(user: User, place: Place) -> dict[int, Located]:
    """Where villages lie: the mean of their located households, where at least three are. Of nobody for who may not see
    where people live."""
    if not can(user, Permission.SEE_SENSITIVE, place.unit):
        return {}
    rows = place.addresses().filter(latitude__isnull=False).order_by().values_list("village")
    grouped = rows.annotate(at=Avg("latitude"), along=Avg("longitude"), number=Count("pk"))
    return {
        village: Located(float(at), float(along), number)
        for village, at, along, number in grouped.filter(number__gte=LEAST_LOCATED)
    }


def _seen(user: User, unit: Unit, prefix: str = "") -> Q:
    """Memberships of villages in the unit and in what it was, in communes whose review the user sees."""
    scope = scope_units(user, permission=Permission.VIEW_REVIEW).values("pk")
    return Q(**{f"{prefix}commune__in": scope}) & Q(**{f"{prefix}commune__in": covering([unit.pk]).values("pk")})


def _homes(user: User, unit: Unit, days: Sequence[date]) -> Any:
    at = "village__memberships__"
    counted = {
        f"homes_{number}": Count("pk", filter=valid_on(day) & valid_on(day, at) & standing(day))
        for number, day in enumerate(days)
    }
    return Address.objects.filter(_seen(user, unit, at)).order_by().values_list("village").annotate(**counted)


def _classes(user: User, unit: Unit, days: Sequence[date]) -> Any:
    home = "household__addresses__"
    at = f"{home}village__memberships__"
    held = HouseholdClass.objects.filter(
        _seen(user, unit, at), path=ClassPath.POVERTY, person=None, voided_by=None
    ).order_by()
    counted = {
        f"{value}_{number}": Count(
            "pk", filter=Q(value=value) & valid_on(day) & valid_on(day, home) & valid_on(day, at) & standing(day)
        )
        for number, day in enumerate(days)
        for value in POVERTY
    }
    return held.values_list(f"{home}village").annotate(**counted)


def _summed(rows: Any, names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Summed around the query: inside it every sum would look for the last item again."""
    sql, values = rows.query.sql_with_params()
    # Names of indicators are words of ASCII letters: between quotation marks none is part of another.
    sums = ", ".join(["SUM(CASE WHEN lacking LIKE %s THEN 1 ELSE 0 END)"] * len(names))
    wanted = [f'%"{name}"%' for name in names]
    with connection.cursor() as cursor:
        # Constants and placeholders only; every value is bound.
        cursor.execute(f"SELECT lived_in, {sums} FROM ({sql}) AS homes GROUP BY lived_in", [*wanted, *values])  # noqa: S608
        return {village: dict(zip(names, numbers, strict=True)) for village, *numbers in cursor.fetchall()}

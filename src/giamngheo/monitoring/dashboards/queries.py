"""Figures of poverty of a unit, as far as the user sees the review: by village and day, movements, what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.db.models import Avg, Count, Exists, F, OuterRef, Q, QuerySet, TextField, Window
from django.db.models.functions import Cast, RowNumber

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.households.models import Address
from giamngheo.review.models import ClassPath, DecisionItem, HouseholdClass, ItemOutcome
from giamngheo.review.reports.homes import POVERTY
from giamngheo.review.reports.place import Place, place_of, standing
from giamngheo.territory.models import Level, VillageMembership
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
    opening, closing = _villages(user, unit, since), _villages(user, unit, until)
    began = _held(since, opening).values("household_id", "value")
    ended = _held(until, closing).values("household_id", "value")
    found = []
    for before, after, here, number in _joined(began, ended, _lived(until, closing)):
        found.append(Flow(before, after or ("none" if here else "away"), number))
    for after, before, there, number in _joined(ended, began, _lived(since, opening)):
        if before is None:  # the others are counted from their own side
            found.append(Flow("none" if there else "away", after, number))
    order = (*POVERTY, "none", "away")
    return sorted(found, key=lambda each: (order.index(each.before), order.index(each.after)))


def deprivations(user: User, place: Place, names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Village → poor and near-poor households lacking each indicator, as the last signed item in force tells that gave
    or kept their class. One aggregate; a village nobody is poor in is not there. `place`: of `place_seen`."""
    require(user, Permission.VIEW_REVIEW, place.unit)
    held = _held(place.day, list(place.villages))
    corrected = DecisionItem.objects.filter(corrects=OuterRef("pk"), decision__signed_at__isnull=False)
    latest = Window(
        RowNumber(), partition_by=F("household"),
        order_by=(F("decision__effective_from").desc(), F("decision__signed_at").desc(), F("pk").desc()),
    )  # fmt: skip
    items = DecisionItem.objects.filter(
        ~Exists(corrected), household__in=held.values("household"), decision__signed_at__isnull=False,
        decision__effective_from__lte=place.day,
        path=ClassPath.POVERTY, given__in=POVERTY, outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED),
    ).order_by()  # fmt: skip
    said = items.annotate(lacking=Cast("deprivations", TextField()), back=latest)
    return _summed(held, said.values("household_id", "given", "lacking", "back"), names)


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


def _villages(user: User, unit: Unit, day: date) -> list[int]:
    rows = VillageMembership.objects.filter(_seen(user, unit), valid_on(day)).order_by()
    return list(rows.values_list("village", flat=True))


def _held(day: date, villages: Sequence[int]) -> QuerySet[Any]:
    """Classes of poverty that count in the villages on the day. These are named one by one: behind a subquery the
    planner knows nothing of how few they are."""
    home = "household__addresses__"
    rows = HouseholdClass.objects.filter(
        valid_on(day), valid_on(day, home), standing(day), voided_by=None, person=None, path=ClassPath.POVERTY,
        **{f"{home}village__in": villages},
    )  # fmt: skip
    return rows.order_by().annotate(lived_in=F(f"{home}village_id"))


def _lived(day: date, villages: Sequence[int]) -> QuerySet[Any]:
    rows = Address.objects.filter(standing(day), valid_on(day), village__in=villages)
    return rows.order_by().values("household_id")


def _joined(one: QuerySet[Any], other: QuerySet[Any], lived: QuerySet[Any]) -> list[tuple[Any, ...]]:
    """Class on one day, on the other (None: none), whether the household lived there on the other, how many."""
    (first, of_first), (second, of_second), (there, of_there) = map(_sql, (one, other, lived))
    sql = (
        f"SELECT one.value, other.value, there.household_id IS NOT NULL, COUNT(*) FROM ({first}) AS one"  # noqa: S608 made above
        f" LEFT JOIN ({second}) AS other ON other.household_id = one.household_id"
        f" LEFT JOIN ({there}) AS there ON there.household_id = one.household_id GROUP BY 1, 2, 3"
    )
    return _rows(sql, [*of_first, *of_second, *of_there])


def _summed(held: QuerySet[Any], said: QuerySet[Any], names: Sequence[str]) -> dict[int, dict[str, int]]:
    """The last item counts where it says the class that the household has; of another its list says nothing."""
    (homes, of_homes), (items, of_items) = _sql(held.values("household_id", "lived_in", "value")), _sql(said)
    # Names of indicators are words of ASCII letters: between quotation marks none is part of another.
    sums = ", ".join(["SUM(CASE WHEN items.lacking LIKE %s THEN 1 ELSE 0 END)"] * len(names))
    sql = (
        f"SELECT homes.lived_in, {sums} FROM ({homes}) AS homes"  # noqa: S608 made above
        f" LEFT JOIN ({items}) AS items ON items.household_id = homes.household_id AND items.back = 1"
        " AND items.given = homes.value GROUP BY 1"
    )
    found = _rows(sql, [*(f'%"{name}"%' for name in names), *of_homes, *of_items])
    return {village: dict(zip(names, numbers, strict=True)) for village, *numbers in found}


def _sql(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    return rows.query.sql_with_params()


def _rows(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Own words and placeholders only; every value is bound."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())

"""Figures of poverty of a unit, as far as the user sees the review: by village and day, movements, what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.db.models import Avg, Count, Exists, F, Max, OuterRef, Q, QuerySet, TextField, Window
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
    lying = _lying(user, unit, days)
    found = {
        village: [Numbers(number if here else 0) for number, here in zip(homes, lying[village], strict=True)]
        for village, *homes in _homes(list(lying), days)
    }
    for village, *numbers in _classes(list(lying), days):
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        rows = zip(found[village], pairs, lying[village], strict=True)
        found[village] = [each._replace(poor=poor, near=near) if here else each for each, (poor, near), here in rows]
    return Counts(days, found)


def flows(user: User, unit: Unit, since: date, until: date) -> list[Flow]:
    """Movements between the classes of two days, of every household that has one on either. One aggregate."""
    require(user, Permission.VIEW_REVIEW, unit)
    opening, closing = _villages(user, unit, since), _villages(user, unit, until)
    home = "household__addresses__"
    rows = HouseholdClass.objects.filter(
        _counts_on(since, opening) | _counts_on(until, closing), voided_by=None, person=None, path=ClassPath.POVERTY,
        **{f"{home}village__in": sorted({*opening, *closing})},
    )  # fmt: skip
    moved = (
        rows.order_by()
        .values("household_id")
        .annotate(
            before=Max("value", filter=_counts_on(since, opening)),
            after=Max("value", filter=_counts_on(until, closing)),
        )
    )
    found = []
    for before, after, there, here, number in _moved(moved, _lived(since, opening), _lived(until, closing)):
        if before or after:
            states = before or ("none" if there else "away"), after or ("none" if here else "away")
            found.append(Flow(*states, number))
    order = (*POVERTY, "none", "away")
    return sorted(found, key=lambda each: (order.index(each.before), order.index(each.after)))


def deprivations(user: User, place: Place, names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Village → poor and near-poor households lacking each indicator, as the last signed item in force tells that gave
    or kept their class. One aggregate; a village of whose households no item tells is not there. `place`: of
    `place_seen`."""
    require(user, Permission.VIEW_REVIEW, place.unit)
    corrected = DecisionItem.objects.filter(corrects=OuterRef("pk"), decision__signed_at__isnull=False)
    latest = Window(
        RowNumber(), partition_by=F("household"),
        order_by=(F("decision__effective_from").desc(), F("decision__signed_at").desc(), F("pk").desc()),
    )  # fmt: skip
    day, held, home = place.day, "household__classes__", "household__addresses__"
    items = DecisionItem.objects.filter(
        ~Exists(corrected), valid_on(day, held), valid_on(day, home), standing(day), decision__signed_at__isnull=False,
        decision__effective_from__lte=day, path=ClassPath.POVERTY, given__in=POVERTY,
        outcome__in=(ItemOutcome.RECOGNISED, ItemOutcome.CORRECTED),
        **{f"{held}path": ClassPath.POVERTY, f"{held}person": None, f"{held}voided_by": None},
        **{f"{home}village__in": list(place.villages)},
    ).order_by()  # fmt: skip
    said = items.annotate(
        lived_in=F(f"{home}village_id"), value=F(f"{held}value"), lacking=Cast("deprivations", TextField()), back=latest
    )
    return _summed(said.values("lived_in", "value", "given", "lacking", "back"), names)


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


def _lying(user: User, unit: Unit, days: Sequence[date]) -> dict[int, list[bool]]:
    """Village → whether it lay in the unit on each of the days, of those that ever did. One query."""
    found: dict[int, list[bool]] = {}
    rows = VillageMembership.objects.filter(_seen(user, unit)).order_by()
    for village, since, until in rows.values_list("village", "valid_from", "valid_to"):
        before = found.get(village, [False] * len(days))
        inside = [(since is None or since <= day) and (until is None or day <= until) for day in days]
        found[village] = [one or other for one, other in zip(before, inside, strict=True)]
    return found


def _homes(villages: Sequence[int], days: Sequence[date]) -> Any:
    counted = {f"homes_{number}": Count("pk", filter=valid_on(day) & standing(day)) for number, day in enumerate(days)}
    rows = Address.objects.filter(village__in=villages)
    return rows.order_by().values_list("village").annotate(**counted)


def _classes(villages: Sequence[int], days: Sequence[date]) -> Any:
    home = "household__addresses__"
    held = HouseholdClass.objects.filter(
        path=ClassPath.POVERTY, person=None, voided_by=None, **{f"{home}village__in": villages}
    ).order_by()
    counted = {
        f"{value}_{number}": Count("pk", filter=Q(value=value) & valid_on(day) & valid_on(day, home) & standing(day))
        for number, day in enumerate(days)
        for value in POVERTY
    }
    return held.values_list(f"{home}village").annotate(**counted)


def _villages(user: User, unit: Unit, day: date) -> list[int]:
    rows = VillageMembership.objects.filter(_seen(user, unit), valid_on(day)).order_by()
    return list(rows.values_list("village", flat=True))


def _counts_on(day: date, villages: Sequence[int]) -> Q:
    """A class with its household's address counts on the day. Villages are named one by one: behind a subquery the
    planner knows nothing of how few they are."""
    home = "household__addresses__"
    return valid_on(day) & valid_on(day, home) & standing(day) & Q(**{f"{home}village__in": villages})


def _lived(day: date, villages: Sequence[int]) -> QuerySet[Any]:
    """Whether the household of a row called `moved` lived there on the day."""
    rows = Address.objects.filter(standing(day), valid_on(day), village__in=villages)
    return rows.extra(where=["households_address.household_id = moved.household_id"]).order_by().values("pk")


def _moved(rows: QuerySet[Any], there: QuerySet[Any], here: QuerySet[Any]) -> list[tuple[Any, ...]]:
    """Class on one day and on the other (None: none), whether a household without one lived there then, how many."""
    (moved, of_moved), (began, of_began), (ended, of_ended) = map(_sql, (rows, there, here))
    sql = (
        "SELECT told.before, told.after, told.there, told.here, COUNT(*) FROM ("  # noqa: S608 made above
        "SELECT moved.before AS before, moved.after AS after,"
        f" CASE WHEN moved.before IS NULL AND EXISTS ({began}) THEN 1 ELSE 0 END AS there,"
        f" CASE WHEN moved.after IS NULL AND EXISTS ({ended}) THEN 1 ELSE 0 END AS here"
        f" FROM ({moved}) AS moved) AS told GROUP BY 1, 2, 3, 4"
    )
    return _rows(sql, [*of_began, *of_ended, *of_moved])


def _summed(said: QuerySet[Any], names: Sequence[str]) -> dict[int, dict[str, int]]:
    """The last item counts where it says the class that the household has; of another its list says nothing."""
    items, of_items = _sql(said)
    # Names of indicators are words of ASCII letters: between quotation marks none is part of another.
    sums = ", ".join(["SUM(CASE WHEN items.lacking LIKE %s THEN 1 ELSE 0 END)"] * len(names))
    sql = (
        f"SELECT items.lived_in, {sums} FROM ({items}) AS items"  # noqa: S608 made above
        " WHERE items.back = 1 AND items.given = items.value GROUP BY 1"
    )
    found = _rows(sql, [*(f'%"{name}"%' for name in names), *of_items])
    return {village: dict(zip(names, numbers, strict=True)) for village, *numbers in found}


def _sql(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]]:
    return rows.query.sql_with_params()


def _rows(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Own words and placeholders only; every value is bound."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())

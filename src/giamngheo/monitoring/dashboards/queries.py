"""Figures of poverty of a unit, as far as the user sees the review: by village and day, movements, what is lacking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Avg, Count, Q, QuerySet

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, scope_units
from giamngheo.monitoring.dashboards.counting import AWAY, CLASSES, HOMES, NONE, counted
from giamngheo.monitoring.dashboards.lacks import lacking
from giamngheo.review.reports.homes import POVERTY
from giamngheo.review.reports.place import Place, place_of
from giamngheo.territory.models import Level, VillageMembership
from giamngheo.territory.queries import covered_units, covering

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
    """Households, poor and near-poor ones, by village, on each of the days (ascending). One aggregate, whatever the
    days."""
    require(user, Permission.VIEW_REVIEW, unit)
    return _told(user, unit, days, moves=False)[0]


def counts_and_flows(user: User, unit: Unit, days: Sequence[date]) -> tuple[Counts, list[Flow]]:
    """The same with the movements between the classes of the last two days, of every household that has one on either.
    Still one aggregate: both are counted from rows joined once."""
    require(user, Permission.VIEW_REVIEW, unit)
    return _told(user, unit, days, moves=True)


def _told(user: User, unit: Unit, days: Sequence[date], *, moves: bool) -> tuple[Counts, list[Flow]]:
    lying = _lying(user, unit, days)
    homes: dict[int, Sequence[int]] = {}
    classes: dict[tuple[int, str], Sequence[int]] = {}
    flows = []
    for each in counted(days, lying, moves=moves):
        if each.what == HOMES:
            homes[each.village] = each.numbers
        elif each.what == CLASSES:
            classes[each.village, each.one] = each.numbers
        else:
            flows.append(Flow(each.one, each.other, each.numbers[0]))
    nothing = [0] * len(days)
    found = {}
    for village, numbers in homes.items():
        of = (numbers, *(classes.get((village, value), nothing) for value in POVERTY))
        rows = zip(*of, lying[village], strict=True)
        found[village] = [Numbers(home, poor, near) if here else Numbers() for home, poor, near, here in rows]
    order = (*POVERTY, NONE, AWAY)
    return Counts(days, found), sorted(flows, key=lambda each: (order.index(each.before), order.index(each.after)))


def deprivations(user: User, place: Place, names: Sequence[str]) -> dict[int, dict[str, int]]:
    """Village → poor and near-poor households lacking each indicator, as the last signed item in force tells that gave
    or kept their class. One aggregate; a village of whose households no item tells is not there. `place`: of
    `place_seen`."""
    require(user, Permission.VIEW_REVIEW, place.unit)
    return lacking(place.day, place.villages, names)


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

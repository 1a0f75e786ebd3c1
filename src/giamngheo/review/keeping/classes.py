"""Who holds which class on a day, for the verbs; scope is the caller's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from giamngheo.households.queries.villages import addresses_seen
from giamngheo.review.models import ClassPath, HouseholdClass, RoundKind
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

PATHS = {
    RoundKind.ANNUAL: ClassPath.POVERTY,
    RoundKind.MONTHLY: ClassPath.POVERTY,
    RoundKind.AVERAGE_LIVING_STANDARD: ClassPath.AVERAGE_LIVING_STANDARD,
    RoundKind.LOW_INCOME_WORKER: ClassPath.LOW_INCOME_WORKER,
}


class Holder(NamedTuple):
    """A household (`person_id`: a worker of it) with the class it holds, and the village it lives in."""

    household_id: int
    person_id: int | None
    village_id: int
    value: str


def kinds_of(path: str) -> list[RoundKind]:
    """The kinds of rounds that decide about a path."""
    return [kind for kind, each in PATHS.items() if each == path]


def holders(user: User, unit: Unit, day: date, path: str) -> list[Holder]:
    """Everybody in the commune who holds a class of the path that day, in the order of villages; one query."""
    held = _held(day, path, "household__classes__")
    rows = addresses_seen(user, day, unit).filter(held).order_by("village__code", "household_id")
    columns = ("household_id", "household__classes__person_id", "village_id", "household__classes__value")
    return [Holder(*row) for row in rows.values_list(*columns)]


def values_of(households: Iterable[int], day: date, path: str) -> dict[tuple[int, int | None], str]:
    """(household, person) → class held that day; one query."""
    rows = HouseholdClass.objects.filter(_held(day, path), household__in=list(households))
    return {(home, person): value for home, person, value in rows.values_list("household_id", "person_id", "value")}


def keeps_register(user: User, unit: Unit, day: date) -> bool:
    """Whether the commune has entered who is poor at all: some household of today's ever held such a class."""
    here = addresses_seen(user, day, unit).values("household")
    return HouseholdClass.objects.filter(path=ClassPath.POVERTY, voided_by=None, household__in=here).exists()


def _held(day: date, path: str, prefix: str = "") -> Q:
    return Q(**{f"{prefix}path": path, f"{prefix}voided_by": None}) & valid_on(day, prefix)

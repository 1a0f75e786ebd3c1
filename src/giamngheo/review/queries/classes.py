"""Classes held on a day, of one household or worker, or of everybody of a unit in a constant number of queries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Count, F, Q

from giamngheo.accounts.permissions import require
from giamngheo.review.models import ClassPath, HouseholdClass
from giamngheo.review.permissions import Permission
from giamngheo.review.reports.place import place_of, standing
from giamngheo.territory.queries import valid_on

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.households.models import Household, Person
    from giamngheo.review.reports.place import Place
    from giamngheo.territory.models import Unit


class ClassOn(NamedTuple):
    """A class on a day. `person`: the worker, None for a household. `household`: where it counts that day.

    `since`: the first day of the row; `item`: key of the signed item that gave it.
    """

    household: int
    person: int | None
    village: int
    value: str
    since: date
    item: int


def classes_in(
    user: User, unit: Unit, day: date, path: ClassPath | str = ClassPath.POVERTY, village: int | None = None
) -> list[ClassOn]:
    """Every class of the path that counts in the unit (or in one village of it) on `day`; four queries."""
    require(user, Permission.VIEW_REVIEW, unit)
    rows = _counting(place_of(user, unit, day), path)
    return _values(rows if village is None else rows.filter(lived_in=village))


def class_on(
    user: User, unit: Unit, day: date, *, household: Household | None = None, person: Person | None = None
) -> dict[str, ClassOn]:
    """Classes by path that a household, or a worker, has in the unit on `day`; a constant number of queries."""
    require(user, Permission.VIEW_REVIEW, unit)
    place = place_of(user, unit, day)
    paths = [ClassPath.LOW_INCOME_WORKER] if person else [ClassPath.POVERTY, ClassPath.AVERAGE_LIVING_STANDARD]
    found = {}
    for path in paths:
        rows = _counting(place, path).filter(**({"person": person} if person else {"household": household}))
        found.update({str(path): each for each in _values(rows)})
    return found


def _counting(place: Place, path: ClassPath | str) -> Any:
    """Rows that count, with `home` and `lived_in`: a household's where it lives, a worker's where the worker does."""
    day, worker = place.day, path == ClassPath.LOW_INCOME_WORKER
    home = "person__memberships__household__" if worker else "household__"
    where = valid_on(day, f"{home}addresses__") & standing(day, home)
    where &= valid_on(day, "person__memberships__") if worker else Q(person=None)
    rows = HouseholdClass.objects.filter(
        valid_on(day), where, path=path, voided_by=None, **{f"{home}addresses__village__in": place.village_ids()}
    )
    return rows.annotate(home=F(f"{home[:-2]}_id"), lived_in=F(f"{home}addresses__village_id")).order_by()


def _values(rows: Any) -> list[ClassOn]:
    columns = ("home", "person_id", "lived_in", "value", "valid_from", "begun_by_id")
    return [ClassOn(*each) for each in rows.order_by("lived_in", "home", "person_id").values_list(*columns)]


def class_counts(user: User, unit: Unit, day: date) -> dict[tuple[str, int], tuple[int, int]]:
    """Households and people of each class of poverty in each village on `day`, counted by the database.

    A second way to the numbers at both ends of a closing: it shares no code with the lines.
    """
    require(user, Permission.VIEW_REVIEW, unit)
    place = place_of(user, unit, day)
    held = Q(
        valid_on(day, "household__classes__"), household__classes__path=ClassPath.POVERTY,
        household__classes__person=None, household__classes__voided_by=None,
    )  # fmt: skip
    keys = ("household__classes__value", "village")
    homes = place.addresses().filter(held).order_by().values_list(*keys).annotate(Count("pk"))
    people = (
        place.members().filter(held)
        .values_list("household__classes__value", "household__addresses__village").annotate(Count("pk"))
    )  # fmt: skip
    members = {(value, village): number for value, village, number in people}
    return {(value, village): (number, members.get((value, village), 0)) for value, village, number in homes}

"""The life of a household or a person as the register was told it: every change that touched their rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils import timezone

from giamngheo.accounts.queries import scope_units
from giamngheo.households.keeping.within import within
from giamngheo.households.merged import into
from giamngheo.households.models import (
    ActKind,
    Address,
    Change,
    Circumstance,
    History,
    Household,
    Membership,
    Person,
    RowKind,
)
from giamngheo.households.permissions import Permission
from giamngheo.households.queries.people import may_see
from giamngheo.households.queries.villages import villages_seen
from giamngheo.households.rows import model_of

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

_NOT_TAKEN_BACK_HERE = (ActKind.UNDO, ActKind.IMPORT)  # an import is taken back whole, from its own page
Rows = Mapping[RowKind, set[int]]


class Event(NamedTuple):
    """A change with the people it concerned. `day`: when it happened, or was written where it has no day.

    `undone`: the change that took it back; `undoable`: neither undone, nor an undoing or an import itself.
    """

    change: Change
    day: date
    people: list[Person]
    undone: Change | None
    undoable: bool


def timeline_of_household(user: User, household: Household) -> list[Event]:
    """What touched the household, its addresses and memberships, the latest first; also what was undone."""
    seen = villages_seen(user, timezone.localdate())
    if not Address.objects.filter(household=household, village__in=seen).exists():
        return []
    rows = {
        RowKind.HOUSEHOLD: {household.pk},
        RowKind.ADDRESS: _ids(Address.objects.filter(household=household)),
        RowKind.MEMBERSHIP: _ids(Membership.objects.filter(household=household)),
    }
    return _events(scope_units(user, permission=Permission.VIEW_HOUSEHOLD), rows, {"household_id": household.pk})


def timeline_of_person(user: User, person: Person) -> list[Event]:
    """What touched the person, their memberships and circumstances, the latest first; also what was undone."""
    if not may_see(user, person):
        return []
    rows = {
        RowKind.PERSON: {person.pk, *into([person.pk])},  # who was merged into them had a life of their own
        RowKind.MEMBERSHIP: _ids(Membership.objects.filter(person=person)),
        RowKind.CIRCUMSTANCE: _ids(Circumstance.objects.filter(person=person)),
    }
    return _events(scope_units(user, permission=Permission.VIEW_HOUSEHOLD), rows, {"person_id": person.pk})


def change_seen(user: User, pk: int) -> Event:
    """One change in a unit whose households the user sees (where only those of some villages: all that it concerned);
    raises Change.DoesNotExist for others'."""
    change = Change.objects.select_related("by", "unit", "undoes", "undone_by_change__by").get(pk=pk)
    theirs = scope_units(user, permission=Permission.VIEW_HOUSEHOLD).filter(pk=change.unit_id).exists()
    if not theirs or not within(user, Permission.VIEW_HOUSEHOLD, change):
        raise Change.DoesNotExist
    held = Membership.objects.filter(changed_in=change).values_list("person", flat=True)
    people = Person.objects.filter(Q(pk__in=held) | Q(changed_in=change))
    return _event(change, list(people[:20]))


def _ids(rows: Any) -> set[int]:
    return set(rows.order_by().values_list("pk", flat=True))


def _events(units: QuerySet[Unit], rows: Rows, owner: Mapping[str, int]) -> list[Event]:
    touched: dict[int, set[int]] = defaultdict(set)  # change → people
    for kind, ids in rows.items():
        for row in model_of(kind)._default_manager.filter(pk__in=ids):
            touched[row.changed_in_id] |= _whom(row)  # type: ignore[attr-defined]
    for old in _old(units, rows, owner):
        for change in (old.written_in_id, old.replaced_in_id):
            touched[change] |= {old.row["person_id"]} if old.row_kind == RowKind.MEMBERSHIP else set()
    changes = Change.objects.filter(pk__in=touched, unit__in=units)
    people = Person.objects.in_bulk({each for found in touched.values() for each in found})
    events = [
        _event(
            change, sorted((people[each] for each in touched[change.pk] if each in people), key=lambda p: p.sort_key)
        )
        for change in changes.select_related("by", "unit", "undoes", "undone_by_change__by")
    ]
    return sorted(events, key=lambda event: (event.day, event.change.pk), reverse=True)


def _whom(row: Any) -> set[int]:
    """Whose life a row tells besides the one asked about: a member's, that of somebody merged away."""
    if isinstance(row, Membership):
        return {row.person_id}
    return {row.pk} if isinstance(row, Person) and row.merged_into_id is not None else set()


def _event(change: Change, people: list[Person]) -> Event:
    undone = getattr(change, "undone_by_change", None)
    day = change.on or timezone.localtime(change.at).date()
    return Event(change, day, people, undone, undone is None and change.kind not in _NOT_TAKEN_BACK_HERE)


def _old(units: QuerySet[Unit], rows: Rows, owner: Mapping[str, int]) -> Iterable[History]:
    """Old versions of the rows, and rows an undoing or a merging of people took away: those are found through the few
    of these there are."""
    wanted = Q()
    for kind, ids in rows.items():
        wanted |= Q(row_kind=kind, row_id__in=ids)
    undoings = Change.objects.filter(kind__in=(ActKind.UNDO, ActKind.MERGE_PEOPLE), unit__in=units)
    name, key = next(iter(owner.items()))
    gone = History.objects.filter(
        row_kind__in=list(rows), replaced_in__in=undoings.values("pk"), **{f"row__{name}": key}
    )
    return [*History.objects.filter(wanted), *gone]

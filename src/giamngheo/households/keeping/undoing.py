"""What a change made and changed, whether something came after it, and how it is taken back.

A row counts as the change's own while it is signed by it, and again once everything that came after has been undone:
an undoing writes a row as it was, so the row is what the change before had made of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.foundation.findings import Finding
from giamngheo.households.keeping import index
from giamngheo.households.keeping.wording import kind_of, who
from giamngheo.households.models import (
    Address,
    Change,
    Circumstance,
    DuplicatePair,
    History,
    Household,
    Membership,
    Person,
    RowKind,
)
from giamngheo.households.models.duplicate import pair_of
from giamngheo.households.problems import UNDO_LATER
from giamngheo.households.rows import columns_of, model_of
from giamngheo.territory.queries import valid_on

# Rows go before what they stand on.
_ORDER = (RowKind.CIRCUMSTANCE, RowKind.MEMBERSHIP, RowKind.ADDRESS, RowKind.PERSON, RowKind.HOUSEHOLD)
_MANY = 5_000  # keys in one statement


class Reach(NamedTuple):
    """By kind of row: keys of the rows the change made, and of those it wrote again what they were before. `later`:
    the finding that names the first thing that came after; then nothing may be undone."""

    made: dict[RowKind, set[int]]
    before: dict[RowKind, dict[int, dict[str, Any]]]
    later: Finding | None

    def own(self, kind: RowKind) -> set[int]:
        return self.made[kind] | self.before[kind].keys()


def reach_of(change: Change) -> Reach:
    """All of it, as the rows stand now."""
    made: dict[RowKind, set[int]] = {}
    before: dict[RowKind, dict[int, dict[str, Any]]] = {}
    later: Finding | None = None
    for kind in _ORDER:
        own = set(model_of(kind)._default_manager.filter(changed_in=change).values_list("pk", flat=True))
        over = History.objects.filter(row_kind=kind, written_in=change, removed=False)
        for row in over.exclude(replaced_in=change).order_by("replaced_in"):
            after = _not_undone(row, change.pk)
            later = later or (None if after is None else _named(after, _what(kind, row.row)))
            own.add(row.row_id)
        old = History.objects.filter(row_kind=kind, replaced_in=change, removed=False).order_by("pk")
        before[kind] = {row.row_id: columns_of(kind, row.row) for row in old}
        made[kind] = own - before[kind].keys()
    reach = Reach(made, before, later)
    return reach if later is not None else reach._replace(later=_standing_on(change, reach))


def _not_undone(row: History, written_in: int) -> Change | None:
    """The first change after `written_in` that wrote the row and was not undone; None: the row is as it was."""
    signed = model_of(row.row_kind)._default_manager.filter(pk=row.row_id).values_list("changed_in", flat=True).first()
    while signed != written_in:
        over = History.objects.filter(row_kind=row.row_kind, row_id=row.row_id, written_in=written_in, removed=False)
        after = over.select_related("replaced_in__by").order_by("pk")[0].replaced_in
        undoing = Change.objects.filter(undoes=after).first()
        if undoing is None:
            return after
        written_in = undoing.pk
    return None


def touched(reach: Reach) -> tuple[set[int], set[int]]:
    """Keys of the households and of the people whom the change concerned."""
    households, people = set(reach.own(RowKind.HOUSEHOLD)), set(reach.own(RowKind.PERSON))
    for row in _rows(Membership, reach.own(RowKind.MEMBERSHIP)):
        households.add(row.household_id)
        people.add(row.person_id)
    for columns in (*reach.before[RowKind.MEMBERSHIP].values(), *reach.before[RowKind.CIRCUMSTANCE].values()):
        people.add(columns["person_id"])  # also of rows that were removed
        households |= {columns["household_id"]} if "household_id" in columns else set()
    moved = {row.household_id for row in _rows(Address, reach.own(RowKind.ADDRESS))}
    people |= {row.person_id for row in _rows(Circumstance, reach.own(RowKind.CIRCUMSTANCE))}
    for some in _chunks(moved):
        people |= set(Membership.objects.filter(household__in=some).values_list("person", flat=True))
    return households | moved, people


def _standing_on(change: Change, reach: Reach) -> Finding | None:
    """Rows that are not the change's, yet stand on rows it made, or where its rows would come back."""
    for kind, row in _others(change, reach):
        if row.pk not in reach.own(kind):
            return _named(row.changed_in, str(getattr(row, "person", row)))
    return None


def _others(change: Change, reach: Reach) -> Iterator[tuple[RowKind, Any]]:
    for some in _chunks(reach.made[RowKind.HOUSEHOLD]):
        yield from _found(RowKind.MEMBERSHIP, change, household__in=some)
        yield from _found(RowKind.ADDRESS, change, household__in=some)
        yield from _found(RowKind.HOUSEHOLD, change, merged_into__in=some)
    for some in _chunks(reach.made[RowKind.PERSON]):
        yield from _found(RowKind.MEMBERSHIP, change, person__in=some)
        yield from _found(RowKind.CIRCUMSTANCE, change, person__in=some)
        yield from _found(RowKind.PERSON, change, merged_into__in=some)
    for old in reach.before[RowKind.MEMBERSHIP].values():
        days = _overlapping(old["valid_from"], old["valid_to"])
        yield from _found(RowKind.MEMBERSHIP, change, days, person=old["person_id"])
        if old["relation"] == "head":
            yield from _found(RowKind.MEMBERSHIP, change, days, household=old["household_id"], relation="head")


def _found(kind: RowKind, change: Change, *conditions: Q, **filters: Any) -> Iterator[tuple[RowKind, Any]]:
    rows = model_of(kind)._default_manager.filter(*conditions, **filters).exclude(changed_in=change)
    return ((kind, row) for row in rows.order_by("changed_in").select_related("changed_in__by"))


def _overlapping(begins: date, ends: date | None) -> Q:
    return valid_on(begins) | Q(valid_from__gte=begins, **({} if ends is None else {"valid_from__lte": ends}))


def take_back(reach: Reach, undoing: Change, said: Callable[[float], None] = lambda part: None) -> None:
    """Rows that were made go, signed by the undoing; rows that were changed are written again as they were, and rows
    that were removed put in again, the last written first: so each step stands where the register already stood.
    `said` hears the part of the rows done (0 to 1)."""
    everything, done = sum(len(keys) for keys in reach.made.values()) + len(reach.made[RowKind.PERSON]), 0
    for some in _chunks(reach.made[RowKind.PERSON]):
        said(done / everything)
        index.forget(some)
        done += len(some)
        DuplicatePair.objects.filter(pair_of(some)).delete()  # nobody is left to compare
    for kind in _ORDER:
        for some in _chunks(reach.made[kind]):
            said(done / everything)
            done += len(some)
            rows = model_of(kind)._default_manager.filter(pk__in=some)
            rows.update(changed_in=undoing)
            rows._raw_delete(rows.db)  # in one statement: what stands on these rows has gone before
    for kind in reversed(_ORDER):
        there = {row.pk for row in _rows(model_of(kind), reach.before[kind])}
        for key, columns in reversed(reach.before[kind].items()):
            restored = model_of(kind)(**{**columns, "changed_in_id": undoing.pk})
            restored.save(force_update=key in there, force_insert=key not in there)


def _rows(model: type[models.Model], keys: Collection[int]) -> Iterator[Any]:
    for some in _chunks(keys):
        yield from model._default_manager.filter(pk__in=some)


def _chunks(keys: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(keys)
    return (ordered[at : at + _MANY] for at in range(0, len(ordered), _MANY))


def _named(change: Change, what: str) -> Finding:
    kind_vi, kind_en = kind_of(change)
    when = f"{timezone.localtime(change.at):%d/%m/%Y}"
    return UNDO_LATER.at(what=what, change=change.pk, kind_vi=kind_vi, kind_en=kind_en, who=who(change), when=when)


def _what(kind: RowKind, row: dict[str, Any]) -> str:
    """A row of the history as people call it."""
    if kind in (RowKind.MEMBERSHIP, RowKind.CIRCUMSTANCE):
        return Person.objects.filter(pk=row["person_id"]).values_list("full_name", flat=True).first() or "–"
    if kind == RowKind.PERSON:
        return str(row["full_name"])
    number = row["household_id"] if kind == RowKind.ADDRESS else row["id"]
    return str(Household.objects.filter(pk=number).first() or f"#{number}")

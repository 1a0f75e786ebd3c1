"""What a change made and changed, whether something came after it, and how it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Q
from django.utils import timezone

from giamngheo.foundation.findings import Finding
from giamngheo.households.keeping.wording import kind_of, who
from giamngheo.households.models import (
    Address,
    Change,
    Circumstance,
    History,
    Household,
    Membership,
    Person,
    Relation,
    RowKind,
    SearchEntry,
    SearchWord,
)
from giamngheo.households.problems import UNDO_LATER
from giamngheo.households.rows import columns_of, model_of

# Rows go before what they stand on.
_ORDER = (RowKind.CIRCUMSTANCE, RowKind.MEMBERSHIP, RowKind.ADDRESS, RowKind.PERSON, RowKind.HOUSEHOLD)


class Touched(NamedTuple):
    """Whom a change concerned, by key."""

    households: set[int]
    people: set[int]


def touched(change: Change) -> Touched:
    """Households and people of the rows the change wrote."""
    rows = Membership.objects.filter(changed_in=change)
    households = set(rows.values_list("household", flat=True))
    people = set(rows.values_list("person", flat=True))
    households |= set(Household.objects.filter(changed_in=change).values_list("pk", flat=True))
    moved = set(Address.objects.filter(changed_in=change).values_list("household", flat=True))
    people |= set(Person.objects.filter(changed_in=change).values_list("pk", flat=True))
    people |= set(Circumstance.objects.filter(changed_in=change).values_list("person", flat=True))
    people |= set(Membership.objects.filter(household__in=moved).values_list("person", flat=True))
    return Touched(households | moved, people)


def later(change: Change) -> Finding | None:
    """The finding that names the first thing that came after; None: the change can be taken back."""
    over = History.objects.filter(written_in=change).exclude(replaced_in=change).order_by("replaced_in")
    row = over.select_related("replaced_in__by").first()
    if row is not None:
        return _named(row.replaced_in, _what(row.row_kind, row.row))
    for candidate in _standing_on(change):
        found = candidate.order_by("changed_in").select_related("changed_in__by").first()
        if found is not None:
            return _named(found.changed_in, str(found))
    return None


def _standing_on(change: Change) -> Iterator[models.QuerySet[Any]]:
    """Rows of other changes that stand on rows this one made, or stand where its rows would come back."""
    households, people = _made(RowKind.HOUSEHOLD, change), _made(RowKind.PERSON, change)
    others = ~Q(changed_in=change)
    yield Membership.objects.filter(others, Q(household__in=households) | Q(person__in=people))
    yield Address.objects.filter(others, household__in=households)
    yield Household.objects.filter(others, merged_into__in=households)
    yield Circumstance.objects.filter(others, person__in=people)
    since = Q(changed_in__gt=change.pk)
    back = Membership.objects.filter(changed_in=change, pk__in=_replaced(RowKind.MEMBERSHIP, change))
    yield Membership.objects.filter(since, person__in=back.values("person"))
    heads = back.filter(relation=Relation.HEAD).values("household")
    yield Membership.objects.filter(since, household__in=heads, relation=Relation.HEAD)


def _replaced(kind: RowKind, change: Change) -> models.QuerySet[Any]:
    return History.objects.filter(row_kind=kind, replaced_in=change, removed=False).values("row_id")


def _made(kind: RowKind, change: Change) -> models.QuerySet[Any]:
    """Rows that were not there before the change."""
    rows = model_of(kind)._default_manager.filter(changed_in=change)
    return rows.exclude(pk__in=_replaced(kind, change)).order_by()


def take_back(change: Change, undoing: Change) -> None:
    """Rows it made go, signed by the undoing; rows it changed are written again as they were."""
    SearchWord.objects.filter(person__in=_made(RowKind.PERSON, change)).delete()
    SearchEntry.objects.filter(person__in=_made(RowKind.PERSON, change)).delete()
    for kind in _ORDER:
        _made(kind, change).update(changed_in=undoing)
    for kind in _ORDER:
        gone = model_of(kind)._default_manager.filter(changed_in=undoing)
        gone._raw_delete(gone.db)  # in one statement; the triggers guard it
    for kind in reversed(_ORDER):
        old = History.objects.filter(row_kind=kind, replaced_in=change, removed=False)
        for row in old.order_by("-pk"):
            restored = model_of(kind)(**columns_of(kind, row.row))
            restored.changed_in = undoing  # type: ignore[attr-defined]
            restored.save(force_update=True)


def _named(change: Change, what: str) -> Finding:
    kind_vi, kind_en = kind_of(change)
    when = f"{timezone.localtime(change.at):%d/%m/%Y}"
    return UNDO_LATER.at(what=what, change=change.pk, kind_vi=kind_vi, kind_en=kind_en, who=who(change), when=when)


def _what(kind: str, row: dict[str, Any]) -> str:
    """A row of the history as people call it."""
    if kind in (RowKind.MEMBERSHIP, RowKind.CIRCUMSTANCE):
        return Person.objects.filter(pk=row["person_id"]).values_list("full_name", flat=True).first() or "–"
    if kind == RowKind.PERSON:
        return str(row["full_name"])
    number = row["household_id"] if kind == RowKind.ADDRESS else row["id"]
    return str(Household.objects.filter(pk=number).first() or f"#{number}")

"""Disability, merit, social assistance: from when, until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.foundation.dates import format_date
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.births import earliest, printed
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.people import household_of
from giamngheo.households.keeping.places import detail_of
from giamngheo.households.keeping.standing import check_day, standing
from giamngheo.households.keeping.writing import revise
from giamngheo.households.models import ActKind, Circumstance, CircumstanceKind, Person
from giamngheo.households.problems import (
    BEFORE_BIRTH,
    CIRCUMSTANCE_ENDED,
    CIRCUMSTANCE_HELD,
    DAY_ORDER,
    refuse,
)

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@told
@transaction.atomic
def add_circumstance(
    *,
    by: User | None,
    person: Person,
    kind: CircumstanceKind | str,
    valid_from: date,
    detail: str = "",
    reason: str = "",
) -> Done:
    """A circumstance of a member from a day on. Raises Refused, OutOfScope, NotPermitted."""
    detail = detail_of(detail)
    (here,) = standing(by, household_of(by, person))
    check_day(valid_from)
    now = Person.objects.get(pk=person.pk)
    if now.birth and earliest(now.birth) > valid_from:
        raise refuse(BEFORE_BIRTH, day=format_date(valid_from), name=now.full_name, birth=printed(now.birth))
    same = Circumstance.objects.filter(person=now, kind=kind, detail=detail, valid_to=None).first()
    if same is not None:
        raise refuse(CIRCUMSTANCE_HELD, name=now.full_name, since=format_date(same.valid_from))
    change = begin(by=by, kind=ActKind.CIRCUMSTANCE, unit=here.commune, on=valid_from, reason=reason)
    Circumstance.objects.create(
        person=now, kind=CircumstanceKind(kind), detail=detail, valid_from=valid_from, changed_in=change
    )
    return finish(by=by, change=change, households=[here.household], people=[now])


@told
@transaction.atomic
def end_circumstance(*, by: User | None, circumstance: Circumstance, on: date, reason: str = "") -> Done:
    """The circumstance ends; `on` is its last day. Raises Refused, OutOfScope, NotPermitted."""
    (here,) = standing(by, household_of(by, circumstance.person))
    check_day(on)
    row = (
        Circumstance.objects.select_for_update(no_key=True, of=("self",))
        .select_related("person")
        .get(pk=circumstance.pk)
    )
    if row.valid_to is not None:
        raise refuse(CIRCUMSTANCE_ENDED, ended=format_date(row.valid_to))
    if on < row.valid_from:
        raise refuse(DAY_ORDER, day=format_date(on), since=format_date(row.valid_from))
    change = begin(by=by, kind=ActKind.CIRCUMSTANCE, unit=here.commune, on=on, reason=reason)
    revise(row, change, valid_to=on)
    return finish(by=by, change=change, households=[here.household], people=[row.person])

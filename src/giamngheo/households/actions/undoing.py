"""Taking a whole change back, as long as nothing came after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from giamngheo.foundation.text import squeeze
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.actions.parting import parted
from giamngheo.households.keeping import undoing
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.standing import allowed, lock_people
from giamngheo.households.models import ActKind, Change, Household, Person
from giamngheo.households.permissions import Permission
from giamngheo.households.problems import NO_REASON, UNDO_TWICE, Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


@told
@transaction.atomic
def undo(*, by: User | None, change: Change, reason: str) -> Done:
    """Rows the change made go, rows it changed are what they were; a change of its own. Raises Refused
    (REGISTER-UNDO-LATER names what came after; nothing is undone then), OutOfScope, NotPermitted."""
    held = Change.objects.select_related("unit").get(pk=change.pk)
    needed = Permission.IMPORT_HOUSEHOLD if held.kind == ActKind.IMPORT else Permission.EDIT_HOUSEHOLD
    allowed(by, needed, held.unit)
    if not squeeze(reason):
        raise refuse(NO_REASON)
    households, people = undoing.touched(undoing.reach_of(held))
    homes = Household.objects.select_for_update(no_key=True).filter(pk__in=households).order_by("pk")
    list(homes.values_list("pk"))
    lock_people(people)
    if held.kind == ActKind.UNDO or Change.objects.filter(undoes=held).exists():
        raise refuse(UNDO_TWICE)
    reach = undoing.reach_of(held)  # again, now that nobody else writes these rows
    if reach.later is not None:
        raise Refused(reach.later)
    new = begin(by=by, kind=ActKind.UNDO, unit=held.unit, on=held.on, reason=reason, undoes=held)
    undoing.take_back(reach, new)
    if held.kind == ActKind.MERGE_PEOPLE:
        parted(by=by, merging=held, undoing=new)
    left = Household.objects.filter(pk__in=households), Person.objects.filter(pk__in=people)
    return finish(by=by, change=new, households=left[0], people=left[1])

"""Taking a whole change back, as long as nothing came after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import connection, transaction

from giamngheo.foundation.text import squeeze
from giamngheo.households.actions.finishing import Done, begin, finish
from giamngheo.households.actions.parting import parted
from giamngheo.households.keeping import undoing
from giamngheo.households.keeping.conflicts import told
from giamngheo.households.keeping.standing import allowed, lock_people
from giamngheo.households.keeping.within import within
from giamngheo.households.models import ActKind, Change, Household, Person
from giamngheo.households.permissions import OutOfScope, Permission
from giamngheo.households.problems import NO_REASON, UNDO_TWICE, Refused, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User


Said = Callable[[float], None]


def _silent(_part: float) -> None:
    """Nobody listens."""


@told
@transaction.atomic
def undo(*, by: User | None, change: Change, reason: str, said: Said | None = None) -> Done:
    """Rows the change made go, rows it changed are what they were; a change of its own. `said` hears the part done (0
    to 1) and may raise, and nothing is undone then. Raises Refused (REGISTER-UNDO-LATER names what came after; nothing
    is undone either), OutOfScope, NotPermitted."""
    said = said or _silent
    held = Change.objects.select_related("unit").get(pk=change.pk)
    needed = Permission.IMPORT_HOUSEHOLD if held.kind == ActKind.IMPORT else Permission.EDIT_HOUSEHOLD
    allowed(by, needed, held.unit)
    if by is not None and not within(by, needed, held):
        raise OutOfScope("village")
    if not squeeze(reason):
        raise refuse(NO_REASON)
    said(0.0)
    reach = undoing.reach_of(held)
    households, people = undoing.touched(reach)
    said(0.2)
    homes = Household.objects.select_for_update(no_key=True).filter(pk__in=households).order_by("pk")
    list(homes.values_list("pk"))
    lock_people(people)
    if held.kind == ActKind.UNDO or Change.objects.filter(undoes=held).exists():
        raise refuse(UNDO_TWICE)
    if connection.vendor != "sqlite":  # where a transaction is alone from its start
        reach = undoing.reach_of(held)  # again, now that nobody else writes these rows
    if reach.later is not None:
        raise Refused(reach.later)
    new = begin(by=by, kind=ActKind.UNDO, unit=held.unit, on=held.on, reason=reason, undoes=held)
    undoing.take_back(reach, new, lambda part: said(0.3 + 0.6 * part))
    if held.kind == ActKind.MERGE_PEOPLE:
        parted(by=by, merging=held, undoing=new)
    left = Household.objects.filter(pk__in=households), Person.objects.filter(pk__in=people)
    return finish(by=by, change=new, households=left[0], people=left[1])

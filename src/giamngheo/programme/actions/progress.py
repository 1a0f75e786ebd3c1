"""Progress entered, with what shows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Q

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import keep_file
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.programme.keeping import check_file, has_come, lines
from giamngheo.programme.models import Evidence, ProgressEntry, WorkItem, WorkState
from giamngheo.programme.problems import DATES, DONE, LESS, NOT_RUNNING, REPLACED, refuse

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.programme.values import Upload

_MOST = Decimal(10**12)


@transaction.atomic
def enter_progress(
    *,
    by: User,
    item: WorkItem,
    on: date,
    done: Decimal,
    note: str = "",
    files: Sequence[Upload] = (),
    replaces: ProgressEntry | None = None,
) -> ProgressEntry:
    """What is done in all up to a day, with its evidence, all or nothing; work that is planned has then begun.

    Raises WORK-NOT-RUNNING, WORK-DONE, WORK-LESS, WORK-FUTURE, WORK-FILE, WORK-REPLACED; OutOfScope, NotPermitted.
    """
    require(by, Permission.EDIT_PLAN, item.unit)
    found = WorkItem.objects.select_for_update(of=("self",), no_key=True).get(pk=item.pk)
    if found.state not in (WorkState.PLANNED, WorkState.RUNNING):
        raise refuse(NOT_RUNNING, title=found.title)
    has_come(on)
    if on.year < found.year - 1:
        raise refuse(DATES, start=format_date(found.starts_on), end=format_date(on))
    if not 0 <= done < _MOST or (found.quantity is None and done > 100):
        raise refuse(DONE, text=done)
    _check_replaced(found, replaces)
    _check_sum(found, on, done, replaces)
    for each in files:
        check_file(each)
    entry = ProgressEntry.objects.create(item=found, on=on, done=done, note=lines(note), replaces=replaces, by=by)
    kept = {keep_file(by=by, name=each.name, content=each.content) for each in files}
    Evidence.objects.bulk_create(Evidence(entry=entry, file=each) for each in kept)
    if found.state == WorkState.PLANNED:
        WorkItem.objects.filter(pk=found.pk).update(state=WorkState.RUNNING, version=F("version") + 1)
    record(
        by=by, action="programme.enter_progress", subject=found, unit=item.unit,
        after={"on": on, "done": done, "files": len(kept), "replaces": replaces.pk if replaces else None},
    )  # fmt: skip
    return entry


def _check_replaced(item: WorkItem, replaces: ProgressEntry | None) -> None:
    if replaces is not None and (
        replaces.item_id != item.pk or ProgressEntry.objects.filter(replaces=replaces).exists()
    ):
        raise refuse(REPLACED)


def _check_sum(item: WorkItem, on: date, done: Decimal, replaces: ProgressEntry | None) -> None:
    """A sum never goes down from day to day."""
    standing = ProgressEntry.objects.filter(item=item, replaced_by=None)
    if replaces is not None:
        standing = standing.exclude(pk=replaces.pk)
    against = standing.filter(Q(on__lte=on, done__gt=done) | Q(on__gt=on, done__lt=done)).first()
    if against is not None:
        raise refuse(LESS, day=format_date(against.on), done=format_number(Fraction(against.done)), on=format_date(on))

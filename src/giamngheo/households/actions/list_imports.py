"""Lists on their way into the register: received, looked at, mapped, confirmed, entered in one transaction, stopped."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import connection, transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.documents.actions import file_name, keep_file
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import squeeze, storable
from giamngheo.households.actions.importing import begin_import, import_load
from giamngheo.households.actions.undoing import undo
from giamngheo.households.importing import desk, problems
from giamngheo.households.importing.entering import mark, ready
from giamngheo.households.importing.known import villages_of
from giamngheo.households.importing.preview import outcome
from giamngheo.households.keeping.loading import Said
from giamngheo.households.lists.cells import AMBIGUOUS, AMBIGUOUS_MEANS
from giamngheo.households.lists.meaning import Meaning
from giamngheo.households.lists.reading import ReadList
from giamngheo.households.models import Change, ListImport, ListMapping, ListState
from giamngheo.households.permissions import OutOfScope, Permission, require
from giamngheo.households.problems import NO_REASON, UNDO_TWICE, refuse
from giamngheo.territory.actions import open_village

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

RUNNING = (ListState.RECEIVED, ListState.READING, ListState.IMPORTING, ListState.UNDOING)
SILENCE = timedelta(minutes=10)  # work that said nothing for so long died with its process
OLDEST = date(1990, 1, 1)
_MADE = 0.5  # the part of entering that is done before the transaction
_HEADING = 300  # characters of a heading's key that the column holds


@transaction.atomic
def receive_list(*, by: User, unit: Unit, name: str, content: bytes, day: date) -> ListImport:
    """Keep the file; `importing.jobs.start` then reads it. `day`: the day the list speaks of.

    Raises FindingError LIST-DAY, LIST-UNIT-ENDED; OutOfScope, NotPermitted.
    """
    require(by, Permission.IMPORT_HOUSEHOLD, unit)
    if not OLDEST <= day <= timezone.localdate():
        raise FindingError(problems.DAY.at(text=f"{day:%d/%m/%Y}"))
    if unit.valid_to is not None:
        raise FindingError(problems.UNIT_ENDED.at(unit=unit.name))
    name = file_name(name)
    file = keep_file(by=by, name=name, content=content, media_type=mimetypes.guess_type(name)[0] or "")
    held = ListImport.objects.create(file=file, name=name, unit=unit, day=day, by=by)
    record(by=by, action="households.receive_list", subject=held, unit=unit, after={"sha256": file.sha256})
    return held


@transaction.atomic
def map_list(
    *,
    by: User,
    held: ListImport,
    mapping: Mapping[str, str],
    village_id: int | None = None,
    words: Mapping[str, str] | None = None,
) -> ListImport:
    """What the headings mean, from now on in this commune; where rows that name no village live, and what ambiguous
    relations are, in this list. It is then read again (`importing.jobs.start`). Raises FindingError LIST-NOT-READY;
    OutOfScope, NotPermitted."""
    held = _waiting(by, held)
    known = {"", *(each.value for each in Meaning)}
    chosen = {heading[:_HEADING]: meaning for heading, meaning in mapping.items() if heading and meaning in known}
    if village_id is not None and village_id not in villages_of(held.unit).names:
        raise OutOfScope("village")
    ListMapping.objects.bulk_create(
        (ListMapping(unit=held.unit, heading=each, meaning=meaning, by=by) for each, meaning in chosen.items()),
        update_conflicts=True, unique_fields=("unit", "heading"), update_fields=("meaning", "by", "at"),
    )  # fmt: skip
    held.words = {
        word: meaning for word, meaning in (words or {}).items() if word in AMBIGUOUS and meaning in AMBIGUOUS_MEANS
    }
    held.mapping, held.village_id, held.state, held.percent = chosen, village_id, ListState.RECEIVED, 0
    held.save(update_fields=["mapping", "words", "village", "state", "percent", "changed_at"])
    record(by=by, action="households.map_list", subject=held, unit=held.unit, after={"mapping": chosen})
    return held


@transaction.atomic
def confirm_list(*, by: User, held: ListImport, new_villages: Iterable[str] = ()) -> ListImport:
    """Let the list enter, with the villages to be created; `importing.jobs.start` then does it.

    Raises FindingError LIST-NOT-READY; OutOfScope, NotPermitted."""
    held = _waiting(by, held)
    wanted = [squeeze(storable(each))[:100] for each in new_villages]
    held.new_villages, held.state, held.percent, held.by = wanted, ListState.IMPORTING, 0, by
    held.save(update_fields=["new_villages", "state", "percent", "by", "changed_at"])
    record(by=by, action="households.confirm_list", subject=held, unit=held.unit, after={"villages": wanted})
    return held


def _waiting(by: User, held: ListImport) -> ListImport:
    require(by, Permission.IMPORT_HOUSEHOLD, held.unit)
    now = ListImport.objects.select_for_update(of=("self",)).select_related("unit", "file").get(pk=held.pk)
    if now.state != ListState.READY:
        raise FindingError(problems.NOT_READY.at())
    return now


def enter_list(*, by: User, held: ListImport, read: ReadList, said: Said) -> ListImport:
    """Everything at once, or nothing: villages, households, people, circumstances, and that it is done. What takes time
    comes before the transaction, which only writes.

    `read`: the list as read with the import's mapping. `said` hears how far it is and raises to stop. Raises
    FindingError LIST-STOPPED when somebody stopped or buried it meanwhile, REGISTER-CONFLICT; OutOfScope, NotPermitted.
    """
    require(by, Permission.IMPORT_HOUSEHOLD, held.unit)
    said(0.0)
    entering = ready(by, held, read)
    said(_MADE)
    with transaction.atomic():
        _alone(held.unit)
        if entering.mark != mark():  # somebody wrote meanwhile: judged again, now that nobody else does
            entering = ready(by, held, read)
        opened = {
            key: open_village(commune=held.unit, name=name[:100], by=by).pk for key, name in entering.opening.items()
        }
        homes = len(entering.load.households)
        change = begin_import(by=by, unit=held.unit, file=held.file, reason=held.name) if homes else None
        if change is not None:
            import_load(by=by, change=change, load=entering.load, villages=opened,
                        said=lambda part: said(_MADE + (1 - _MADE) * part))  # fmt: skip
        ended = ListImport.objects.filter(pk=held.pk, state=ListState.IMPORTING, cancel_asked=False).update(
            state=ListState.IMPORTED,
            percent=100,
            change=change,
            result=outcome(entering.judged, entering.opening.values()),
            changed_at=timezone.now(),
        )
        if not ended:
            raise FindingError(problems.STOPPED.at())
        record(by=by, action="households.enter_list", subject=held, unit=held.unit, after={"households": homes})
    return ListImport.objects.get(pk=held.pk)


def _alone(unit: Unit) -> None:
    """One list of a commune enters after another, so that two of the same cannot both find nobody there. On SQLite the
    transaction itself is alone."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('list of ' || %s, 0))", [str(unit.pk)])


@transaction.atomic
def begin_undo(*, by: User, held: ListImport, reason: str) -> ListImport:
    """Let an import be taken back; `importing.jobs.start` then does it. Raises FindingError LIST-NOT-READY, REGISTER-
    NO-REASON, REGISTER-UNDO-TWICE; OutOfScope, NotPermitted."""
    require(by, Permission.IMPORT_HOUSEHOLD, held.unit)
    now = ListImport.objects.select_for_update(of=("self",)).select_related("unit", "change").get(pk=held.pk)
    if now.state != ListState.IMPORTED or now.change is None:
        raise FindingError(problems.NOT_READY.at())
    if not squeeze(reason):
        raise refuse(NO_REASON)
    if Change.objects.filter(undoes=now.change).exists():
        raise refuse(UNDO_TWICE)
    now.state, now.percent, now.step, now.cancel_asked = ListState.UNDOING, 0, "", False
    now.result = {name: value for name, value in now.result.items() if name != "finding"}
    now.save(update_fields=["state", "percent", "step", "cancel_asked", "result", "changed_at"])
    record(by=by, action="households.undo_list", subject=now, unit=now.unit, reason=squeeze(reason))
    return now


def undo_list(*, by: User, held: ListImport, reason: str, said: Said) -> ListImport:
    """All of an import out of the register and the word that it is, or nothing. `said` hears how far it is and raises
    to stop. Raises Refused (REGISTER-UNDO-LATER names what came after), FindingError LIST-STOPPED; OutOfScope,
    NotPermitted."""
    require(by, Permission.IMPORT_HOUSEHOLD, held.unit)
    with transaction.atomic():
        if held.change is None:
            raise FindingError(problems.NOT_READY.at())
        undo(by=by, change=held.change, reason=reason, said=said)
        ended = ListImport.objects.filter(pk=held.pk, state=ListState.UNDOING, cancel_asked=False).update(
            state=ListState.IMPORTED, percent=100, changed_at=timezone.now()
        )
        if not ended:
            raise FindingError(problems.STOPPED.at())
        record(by=by, action="households.list_undone", subject=held, unit=held.unit, reason=squeeze(reason))
    return ListImport.objects.get(pk=held.pk)


def stop_list(*, by: User, held: ListImport) -> ListImport:
    """Ask running work to stop before its next batch; put a preview away. What has entered stays: `undo` takes it back.

    Work of this process is told first: on SQLite nothing can be written before it lets go."""
    require(by, Permission.IMPORT_HOUSEHOLD, held.unit)
    desk.ask_to_stop(held.pk)
    with transaction.atomic():
        now = ListImport.objects.select_for_update(of=("self",)).select_related("unit").get(pk=held.pk)
        if now.state == ListState.READY:
            now.state, now.result = ListState.STOPPED, {}
        elif now.state not in RUNNING:
            return now
        now.cancel_asked = True
        now.save(update_fields=["state", "result", "cancel_asked", "changed_at"])
        record(by=by, action="households.stop_list", subject=now, unit=now.unit)
    return now


def is_dead(held: ListImport) -> bool:
    """Whether its work died: running by its state, not here, and silent for ten minutes. Asks no database."""
    silent = held.changed_at < timezone.now() - SILENCE
    return held.state in RUNNING and silent and desk.sign(held.pk) is None


@transaction.atomic
def bury_lists(*, by: User | None) -> int:
    """Mark imports whose work died as failed; returns how many. One statement decides: work that ends in this moment is
    not buried, and what is buried cannot end well, for it asks the same row before it commits."""
    buried = 0
    silent = ListImport.objects.filter(state__in=RUNNING, changed_at__lt=timezone.now() - SILENCE)
    for held in silent.select_related("unit"):
        if not is_dead(held):
            continue
        died = problems.DIED.at(name=held.name).as_dict()
        undoing = held.state == ListState.UNDOING  # what had entered stands as it stood
        state = ListState.IMPORTED if undoing else ListState.FAILED
        told = {**held.result, "finding": died} if undoing else {"finding": died}
        if silent.filter(pk=held.pk).update(state=state, result=told, changed_at=timezone.now()):
            record(by=by, action="households.bury_lists", subject=held, unit=held.unit)
            buried += 1
    return buried

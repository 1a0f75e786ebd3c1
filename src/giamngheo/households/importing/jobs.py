"""Reading a list, and entering it, in the background: progress as it goes, a stop obeyed between batches."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db import connection, connections
from django.utils import timezone

from giamngheo.documents.actions import file_path
from giamngheo.foundation.findings import FindingError
from giamngheo.households.actions.list_imports import RUNNING, bury_lists, enter_list, undo_list
from giamngheo.households.importing import desk, looking, problems
from giamngheo.households.importing.preview import preview
from giamngheo.households.models import ListImport, ListState
from giamngheo.households.permissions import NotPermitted, OutOfScope

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

_AT_ONCE = threading.BoundedSemaphore(2)  # lists worked on at the same time in one process; others wait their turn
_ALIVE = 30.0  # seconds between two signs of life of one that waits
_USUAL = gc.get_threshold()
_SELDOM = (200_000, 50, 100)
_READ = 30  # percent of an import that reading takes
log = logging.getLogger(__name__)


class Undoing(NamedTuple):
    """Who takes an import back, and why: what the work is given, since nothing else keeps it meanwhile."""

    by: User
    reason: str


def start(held: ListImport, *, undoing: Undoing | None = None, inline: bool | None = None) -> threading.Thread | None:
    """Work on `held` in a thread of its own; here and now when `inline` or settings.PLANNING_JOBS_INLINE says so."""
    bury_lists(by=None)
    if inline if inline is not None else getattr(settings, "PLANNING_JOBS_INLINE", False):
        work(held.pk, undoing)
        return None
    thread = threading.Thread(target=_in_thread, args=(held.pk, undoing), name=f"list-{held.pk}", daemon=True)
    thread.start()
    return thread


def after_start() -> None:
    """What a server does when it starts: the lists of the process before are buried."""
    try:
        bury_lists(by=None)
    except Exception:  # nobody waits for this; the next start or list comes by
        log.exception("tidying up lists failed")


def _in_thread(pk: int, undoing: Undoing | None) -> None:
    desk.begin(pk)
    try:
        while not _AT_ONCE.acquire(timeout=_ALIVE):
            ListImport.objects.filter(pk=pk, state__in=RUNNING).update(changed_at=timezone.now())
        try:
            work(pk, undoing)
        finally:
            _AT_ONCE.release()
    finally:
        desk.end(pk)
        connections.close_all()


def work(pk: int, undoing: Undoing | None = None) -> None:
    """Read a list that was received, enter one that was confirmed, take one back; ends in ready, imported, stopped or
    failed. One that is not taken back stays imported, with why."""
    held = ListImport.objects.select_related("file", "unit", "by", "change__unit").get(pk=pk)
    teller = _Teller(pk)
    try:
        with _seldom_collecting():
            if held.state == ListState.UNDOING:
                _undo(held, undoing, teller)
            elif held.state == ListState.IMPORTING:
                _enter(held, teller)
            else:
                _look(held, teller)
    except FindingError as error:
        stopped = error.finding.code == problems.STOPPED.code
        told = error.finding.as_dict()
        _end(held, ListState.STOPPED if stopped else ListState.FAILED, {"finding": _named(told, held)})
    except (OutOfScope, NotPermitted):
        _end(held, ListState.FAILED, {"finding": problems.FAILED.at(name=held.name).as_dict()})
    except Exception:  # the officer sees a finding, the log has the trace, the import never hangs
        log.exception("list %s failed", pk)
        _end(held, ListState.FAILED, {"finding": problems.FAILED.at(name=held.name).as_dict()})
    finally:
        desk.end(pk)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """A list is many values without a cycle among them: looking for cycles took a third of the time."""
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*_USUAL)


def _look(held: ListImport, teller: _Teller) -> None:
    if not ListImport.objects.filter(pk=held.pk, state__in=RUNNING).update(
        state=ListState.READING, changed_at=timezone.now()
    ):
        return
    judged = looking.look(held.by, held, lambda part, step: teller(int(90 * part), step))
    teller(90, "")
    _end(held, ListState.READY, preview(judged))


def _enter(held: ListImport, teller: _Teller) -> None:
    found = looking.read(held, lambda part, step: teller(int(_READ * part), step))
    enter_list(by=held.by, held=held, read=found, said=lambda part: teller(_READ + int((99 - _READ) * part), ""))


def _undo(held: ListImport, undoing: Undoing | None, teller: _Teller) -> None:
    if undoing is None:  # the process that knew why is gone
        raise FindingError(problems.DIED.at(name=held.name))
    undo_list(by=undoing.by, held=held, reason=undoing.reason, said=lambda part: teller(int(99 * part), ""))


def _end(held: ListImport, state: ListState, result: dict[str, Any]) -> None:
    """Write how it ended, unless it was buried; a preview nobody waits for any more is a stopped one."""
    running = ListImport.objects.filter(pk=held.pk, state__in=RUNNING)
    if held.state == ListState.UNDOING:  # what had entered stands as it stood
        state, result = ListState.IMPORTED, {**held.result, **result}
    changes: dict[str, Any] = {"state": state, "result": result, "changed_at": timezone.now()}
    if state == ListState.READY and not running.filter(cancel_asked=False).update(**changes, percent=100):
        changes |= {"state": ListState.STOPPED, "result": {"finding": problems.STOPPED.at().as_dict()}}
        running.update(**changes)
    elif state != ListState.READY:
        running.update(**changes)


def _named(told: Any, held: ListImport) -> Any:
    """What a reader said, with the name the sender gave the file."""
    kept = file_path(held.file.sha256).name
    if isinstance(told, dict):
        return {name: _named(value, held) for name, value in told.items()}
    if isinstance(told, list):
        return [_named(each, held) for each in told]
    return told.replace(kept, held.name) if isinstance(told, str) else told


class _Teller:
    """Says how far the work is and raises LIST-STOPPED when a person asked to stop."""

    def __init__(self, pk: int) -> None:
        self.pk, self.sign = pk, desk.begin(pk)

    def __call__(self, percent: int, step: str) -> None:
        self.sign.percent, self.sign.step = max(0, min(99, percent)), step[:200]
        if connection.vendor == "postgresql":
            self.sign.stop = self._beside() or self.sign.stop
        elif not connection.in_atomic_block:
            now = ListImport.objects.filter(pk=self.pk)
            now.filter(state__in=RUNNING).update(percent=self.sign.percent, changed_at=timezone.now())
            self.sign.stop = now.filter(cancel_asked=True).exists() or self.sign.stop
        if self.sign.stop:
            raise FindingError(problems.STOPPED.at())

    def _beside(self) -> bool:
        """Write beside the transaction, for the other processes to see; whether somebody asked to stop."""
        other = connection.copy()
        try:
            with other.cursor() as cursor:
                cursor.execute(
                    "UPDATE households_listimport SET percent = %s, step = %s, changed_at = now()"
                    " WHERE id = %s AND state IN ('received', 'reading', 'importing', 'undoing')"
                    " RETURNING cancel_asked",
                    [self.sign.percent, self.sign.step, self.pk],
                )
                row = cursor.fetchone()
        finally:
            other.close()
        return bool(row and row[0])

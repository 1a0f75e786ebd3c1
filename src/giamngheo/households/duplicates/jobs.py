"""Looking for duplicates in the background: progress as it goes, a stop obeyed between parts."""

from __future__ import annotations

import logging
import threading
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, connections
from django.utils import timezone

from giamngheo.foundation.findings import FindingError
from giamngheo.households.actions.duplicates import RUNNING, bury_searches, enter_pairs
from giamngheo.households.duplicates import problems
from giamngheo.households.duplicates.searching import search
from giamngheo.households.importing import desk
from giamngheo.households.models import DuplicateRun, RunState
from giamngheo.households.permissions import NotPermitted, OutOfScope

_AT_ONCE = threading.BoundedSemaphore(1)  # a search takes some hundred megabytes; others wait their turn
_ALIVE = 30.0  # seconds between two signs of life of one that waits
log = logging.getLogger(__name__)


def start(run: DuplicateRun, *, inline: bool | None = None) -> threading.Thread | None:
    """Work on `run` in a thread of its own; here and now when `inline` or settings.PLANNING_JOBS_INLINE says so."""
    bury_searches(by=None)
    if inline if inline is not None else getattr(settings, "PLANNING_JOBS_INLINE", False):
        work(run.pk)
        return None
    thread = threading.Thread(target=_in_thread, args=(run.pk,), name=f"duplicates-{run.pk}", daemon=True)
    thread.start()
    return thread


def after_start() -> None:
    """What a server does when it starts: the searches of the process before are buried."""
    try:
        bury_searches(by=None)
    except Exception:  # nobody waits for this; the next start or search comes by
        log.exception("tidying up searches failed")


def _in_thread(pk: int) -> None:
    desk.begin(("duplicates", pk))
    try:
        while not _AT_ONCE.acquire(timeout=_ALIVE):
            _running(pk).update(changed_at=timezone.now())
        try:
            work(pk)
        finally:
            _AT_ONCE.release()
    finally:
        desk.end(("duplicates", pk))
        connections.close_all()


def work(pk: int, said: Any = None) -> None:
    """Look and enter what was found; ends in done, stopped or failed. `said` hears the part done as well."""
    run = DuplicateRun.objects.select_related("unit", "by", "change").get(pk=pk)
    teller = _Teller(pk, said)
    try:
        found = search(run, teller)
        teller(0.9)
        enter_pairs(by=run.by, run=run, found=found)
    except FindingError as error:
        stopped = error.finding.code == problems.STOPPED.code
        _end(pk, RunState.STOPPED if stopped else RunState.FAILED, error.finding.as_dict())
    except (OutOfScope, NotPermitted):
        _end(pk, RunState.FAILED, problems.FAILED.at().as_dict())
    except Exception:  # the officer sees a finding, the log has the trace, the search never hangs
        log.exception("search %s failed", pk)
        _end(pk, RunState.FAILED, problems.FAILED.at().as_dict())
    finally:
        desk.end(("duplicates", pk))


def give_up(pk: int) -> None:
    """A search whose work was broken off is stopped."""
    _end(pk, RunState.STOPPED, problems.STOPPED.at().as_dict())


def _running(pk: int) -> Any:
    return DuplicateRun.objects.filter(pk=pk, state__in=RUNNING)


def _end(pk: int, state: RunState, told: dict[str, Any]) -> None:
    """Write how it ended, unless it was buried."""
    _running(pk).update(state=state, result={"finding": told}, changed_at=timezone.now())


class _Teller:
    """Writes how far the work is and raises DUPLICATE-STOPPED when a person asked to stop."""

    def __init__(self, pk: int, said: Any = None) -> None:
        self.pk, self.said, self.sign = pk, said, desk.begin(("duplicates", pk))

    def __call__(self, part: float) -> None:
        self.sign.percent = max(0, min(99, int(part * 100)))
        if not self._wanted() or self.sign.stop:
            raise FindingError(problems.STOPPED.at())
        if self.said is not None:
            self.said(part)

    def _wanted(self) -> bool:
        """Write how far it is; whether it was neither buried nor asked to stop. While a list keeps the one writer of a
        SQLite file busy nothing is written: `sign` tells meanwhile."""
        try:
            alive = _running(self.pk).update(
                state=RunState.LOOKING, percent=self.sign.percent, changed_at=timezone.now()
            )
        except OperationalError:
            if connection.vendor != "sqlite":
                raise
            return True
        return bool(alive) and not DuplicateRun.objects.filter(pk=self.pk, cancel_asked=True).exists()

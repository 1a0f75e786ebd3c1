"""Reading and checking an upload, in the background: progress is written as it goes, a stop is obeyed between steps."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils import timezone

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.documents.actions import file_path, sweep_files
from giamngheo.foundation.findings import Finding, FindingError
from giamngheo.paperwork.readers import read
from giamngheo.planning.actions.importing import import_plan
from giamngheo.planning.actions.uploading import RUNNING, bury_abandoned
from giamngheo.planning.check import check
from giamngheo.planning.importing.problems import FAILED, STOPPED, WRONG_UNIT
from giamngheo.planning.models import Upload, UploadState

_AT_ONCE = threading.BoundedSemaphore(2)  # files read at the same time in one process; others wait their turn
log = logging.getLogger(__name__)
_EVERY = 0.3  # seconds between two writes of progress: a reader polls once a second, the database is not a progress bar
_ALIVE = 30.0  # seconds between two signs of life of one that waits for its turn
_TIDY_EVERY = 3600.0  # seconds between two sweeps in one process
_tidied = [float("-inf")]


def start(upload: Upload, *, inline: bool | None = None) -> threading.Thread | None:
    """Work on `upload` in a thread of its own; here and now when `inline` or settings.PLANNING_JOBS_INLINE says so."""
    bury_abandoned(by=None)
    if inline if inline is not None else getattr(settings, "PLANNING_JOBS_INLINE", False):
        work(upload.pk)
        return None
    thread = threading.Thread(target=_in_thread, args=(upload.pk,), name=f"upload-{upload.pk}", daemon=True)
    thread.start()
    return thread


def after_start() -> None:
    """What a server does when it starts: uploads of the process before are buried, files of nobody swept."""
    try:
        bury_abandoned(by=None)
        sweep_files(by=None)
    except Exception:  # nobody waits for this; the next start or upload comes by
        log.exception("tidying up failed")


def _in_thread(pk: int) -> None:
    try:
        while not _AT_ONCE.acquire(timeout=_ALIVE):
            _say(pk, changed_at=timezone.now())
        try:
            work(pk)
        finally:
            _AT_ONCE.release()
        _tidy()
    finally:
        connections.close_all()


def _tidy() -> None:
    """Sweep after an import, at most once an hour in this process."""
    if time.monotonic() - _tidied[0] < _TIDY_EVERY:
        return
    _tidied[0] = time.monotonic()
    try:
        sweep_files(by=None)
    except Exception:
        log.exception("sweeping files failed")


def _say(pk: int, **changes: Any) -> bool:
    """Write into the upload's row while it is running; False when it was buried, or ended otherwise."""
    return bool(Upload.objects.filter(pk=pk, state__in=RUNNING).update(**changes))


def work(pk: int) -> None:
    """Read, check and preview; ends in ready, stopped or failed; only the upload's own row is written."""
    upload = Upload.objects.select_related("file", "unit", "by").get(pk=pk)
    teller = _Teller(pk)
    try:
        result = _look(upload, teller)
        state, percent = UploadState.READY, 100
    except FindingError as error:
        stopped = error.finding.code == STOPPED.code
        state, percent = (UploadState.STOPPED if stopped else UploadState.FAILED), upload.percent
        result = {"finding": _named(error.finding.as_dict(), upload)}
    except (OutOfScope, NotPermitted):
        state, percent, result = UploadState.FAILED, 0, {"finding": WRONG_UNIT.at(unit=upload.unit.name).as_dict()}
    except Exception:  # the officer sees a finding, the log has the trace, the upload never hangs
        log.exception("upload %s failed", pk)
        state, percent, result = UploadState.FAILED, 0, {"finding": FAILED.at(name=upload.name).as_dict()}
    changes: dict[str, Any] = {"state": state, "percent": percent, "result": result, "changed_at": timezone.now()}
    if state == UploadState.READY:
        changes |= {"plan_id": result.pop("plan"), "base_version": result["base_version"], "year": result["year"]}
    if state == UploadState.READY and not _still_wanted(pk, changes):
        told = {"finding": STOPPED.at().as_dict()}
        _say(pk, state=UploadState.STOPPED, result=told, changed_at=timezone.now())
    elif state != UploadState.READY:
        _say(pk, **changes)


def _still_wanted(pk: int, changes: dict[str, Any]) -> bool:
    """Write the preview unless somebody asked to stop, or buried the work, in the last moment; one statement, so that
    none slips between."""
    return bool(Upload.objects.filter(pk=pk, state__in=RUNNING, cancel_asked=False).update(**changes))


def _look(upload: Upload, teller: _Teller) -> dict[str, Any]:
    path = file_path(upload.file.sha256)
    teller.state = UploadState.READING
    document = read(path, progress=teller.part(0.0, 0.5))
    teller.state = UploadState.CHECKING
    teller(0.5, "Kiểm tra kế hoạch")
    findings: list[Finding] = check(document)
    outcome = import_plan(
        by=upload.by, document=document, file_content=b"", file_name=upload.name, year=upload.year, dry_run=True,
        progress=teller.part(0.7, 1.0), stop=teller.asked_to_stop,
    )  # fmt: skip
    teller(1.0, "Xem trước thay đổi")
    return {
        "commune": outcome.commune.code,
        "commune_name": outcome.commune.name,
        "year": outcome.year,
        "status": outcome.status,
        "base_version": outcome.version,
        "plan": outcome.plan.pk if outcome.plan else None,
        "counts": outcome.counts(),
        "diff": outcome.diff,
        "findings": [finding.as_dict() for finding in findings],
        "unplaced": [
            {"line": each.line, "text": each.text, "code": each.code, "why": each.why}
            for each in outcome.content.unplaced
        ],
        "warnings": [warning.as_dict() for warning in document.warnings],
    }


def _named(told: Any, upload: Upload) -> Any:
    """What a reader said, with the name the sender gave the file: readers see the name it is kept under."""
    if isinstance(told, dict):
        return {key: _named(value, upload) for key, value in told.items()}
    if isinstance(told, list):
        return [_named(each, upload) for each in told]
    return told.replace(upload.file.sha256, upload.name) if isinstance(told, str) else told


class _Teller:
    """Writes how far the work is, not too often, and raises IMPORT-STOPPED when a person asked to stop."""

    def __init__(self, pk: int) -> None:
        self.pk = pk
        self.state = UploadState.RECEIVED
        self._last: tuple[float, str] = (0.0, "")

    def __call__(self, fraction: float, step: str) -> None:
        now = time.monotonic()
        if now - self._last[0] < _EVERY and self._last[1] == self.state:
            return
        self._last = (now, self.state)
        percent = max(0, min(99, int(fraction * 100)))
        alive = _say(self.pk, state=self.state, percent=percent, step=step[:200], changed_at=timezone.now())
        if not alive or self.asked_to_stop():
            raise FindingError(STOPPED.at())

    def part(self, start: float, end: float) -> Callable[[float, str], None]:
        """Progress of one step, on the scale of the whole."""
        return lambda fraction, step: self(start + (end - start) * fraction, step)

    def asked_to_stop(self) -> bool:
        return Upload.objects.filter(pk=self.pk, cancel_asked=True).exists()

"""All certificates of a round, or all slips of a village, in one file, in the background: progress as it goes, a stop
obeyed between parts.

The file lies outside the kept files and is removed after a day: it shows whole ids, or what families told, and nobody
needs it twice.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils import timezone

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.certificate.docx import write_docx
from giamngheo.paperwork.certificate.pdf import render_pdf
from giamngheo.paperwork.writers.atomic import write_whole
from giamngheo.paperwork.writers.several import write_several
from giamngheo.review.actions.papers import RUNNING, bury_papers
from giamngheo.review.models import PaperForm, PaperJob, PaperJobState, PaperKind
from giamngheo.review.papers import certificate, slip
from giamngheo.review.problems_papers import FAILED, STOPPED

WAIT_FOR = 30  # more sheets than this are made in the background: these take a third of a second
KEPT_FOR = 24 * 3600.0  # seconds that a finished file waits
_AT_ONCE = threading.BoundedSemaphore(1)  # one in a process: setting pages takes a whole core
_PART = 25  # slips worded between two looks whether to stop
_ALIVE = 30.0  # seconds between two signs of life of one that waits
log = logging.getLogger(__name__)


def start(job: PaperJob, *, inline: bool | None = None) -> threading.Thread | None:
    """Work on `job` in a thread of its own; here and now when `inline` or settings.PLANNING_JOBS_INLINE says so."""
    tidy()
    if inline if inline is not None else getattr(settings, "PLANNING_JOBS_INLINE", False):
        work(job.pk)
        return None
    thread = threading.Thread(target=_in_thread, args=(job.pk,), name=f"papers-{job.pk}", daemon=True)
    thread.start()
    return thread


def after_start() -> None:
    """What a server does when it starts: the work of the process before is buried, old files are removed."""
    try:
        tidy()
    except Exception:  # nobody waits for this; the next start or job comes by
        log.exception("tidying up papers failed")


def tidy() -> None:
    """Bury what died; remove files that waited for a day."""
    bury_papers(by=None)
    limit = time.time() - KEPT_FOR
    for path in folder().glob("*"):
        if path.is_file() and path.stat().st_mtime < limit:
            path.unlink(missing_ok=True)


def folder() -> Path:
    """Where finished files wait to be fetched."""
    return Path(settings.MEDIA_ROOT) / "papers"


def file_of(job: PaperJob) -> Path | None:
    """The finished file; None where it is not there, or not any more."""
    path = folder() / Path(job.file).name if job.file else None
    return path if path is not None and path.is_file() else None


def _in_thread(pk: int) -> None:
    try:
        while not _AT_ONCE.acquire(timeout=_ALIVE):
            PaperJob.objects.filter(pk=pk, state__in=RUNNING).update(changed_at=timezone.now())
        try:
            work(pk)
        finally:
            _AT_ONCE.release()
    finally:
        connections.close_all()


def work(pk: int) -> None:
    """Make the file; ends in ready, stopped or failed, and only the job's own row is written."""
    job = PaperJob.objects.select_related("round__unit", "by").get(pk=pk)
    try:
        name = _make(job)
    except FindingError as error:
        stopped = error.finding.code == STOPPED.code
        _end(job, PaperJobState.STOPPED if stopped else PaperJobState.FAILED, error.finding.as_dict())
    except (OutOfScope, NotPermitted):
        _end(job, PaperJobState.FAILED, FAILED.at().as_dict())
    except Exception:  # the officer sees a finding, the log has the trace, the job never hangs
        log.exception("papers %s failed", pk)
        _end(job, PaperJobState.FAILED, FAILED.at().as_dict())
    else:
        now = {"state": PaperJobState.READY, "file": name, "changed_at": timezone.now()}
        if not PaperJob.objects.filter(pk=pk, state__in=RUNNING, cancel_asked=False).update(**now):
            (folder() / name).unlink(missing_ok=True)
            _end(job, PaperJobState.STOPPED, STOPPED.at().as_dict())


def _make(job: PaperJob) -> str:
    """The file's name; its last letters are random, so that nobody guesses it."""
    folder().mkdir(parents=True, exist_ok=True)
    path = folder() / f"{job.pk}-{secrets.token_hex(12)}.{job.form}"
    _MAKERS[PaperKind(job.kind)](job, path)
    return path.name


def _certificates(job: PaperJob, path: Path) -> None:
    said = _teller(job)
    read = certificate.of_round(job.by, job.round_id, masked=False)
    _count(job, len(read.data))
    sheets = [certificate.compose(each) for each in read.data]
    said(0)
    title = f"Giấy chứng nhận {job.round}"
    if job.form == PaperForm.PDF:
        content = render_pdf(sheets, name=title, said=said)
        write_whole(path, lambda waiting: _save(waiting, content))
    else:
        write_docx(sheets, path, name=title, said=said)


def _slips(job: PaperJob, path: Path) -> None:
    said = _teller(job)
    said(0)
    read = slip.of_round(job.by, job.round_id, job.village_id)
    _count(job, len(read.data))
    if not read.data:  # everybody was withdrawn meanwhile
        raise FindingError(FAILED.at())
    documents = []
    for at, each in enumerate(read.data, 1):
        documents.append(slip.compose(each))
        if at % _PART == 0:
            said(0)  # obeys a stop; a slip counts as done when its page is set
    write_several(documents, path, job.form, said=said)


_MAKERS = {PaperKind.CERTIFICATES: _certificates, PaperKind.SLIPS: _slips}


def _count(job: PaperJob, number: int) -> None:
    PaperJob.objects.filter(pk=job.pk).update(total=max(1, number))


def _save(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _teller(job: PaperJob) -> Any:
    """Says how many are done, and raises when somebody asked to stop or the job was buried."""

    def said(done: int) -> None:
        now = {"state": PaperJobState.WORKING, "done": done, "changed_at": timezone.now()}
        alive = PaperJob.objects.filter(pk=job.pk, state__in=RUNNING, cancel_asked=False).update(**now)
        if not alive:
            raise FindingError(STOPPED.at())

    return said


def _end(job: PaperJob, state: PaperJobState, finding: dict[str, Any]) -> None:
    told = {"state": state, "result": {"finding": finding}, "changed_at": timezone.now()}
    PaperJob.objects.filter(pk=job.pk, state__in=RUNNING).update(**told)

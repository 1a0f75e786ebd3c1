"""Uploads: a file is received and kept, read and checked in the background, and applied only when somebody says so."""

from __future__ import annotations

import mimetypes
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from giamngheo.accounts.permissions import Permission, require
from giamngheo.audit.actions import record
from giamngheo.documents.actions import file_name, file_path, keep_file
from giamngheo.foundation.findings import FindingError
from giamngheo.paperwork.readers import read
from giamngheo.planning.actions.importing import ImportOutcome, import_plan
from giamngheo.planning.importing.problems import DIED, NOT_READY
from giamngheo.planning.models import Upload, UploadState

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

RUNNING = (UploadState.RECEIVED, UploadState.READING, UploadState.CHECKING)
SILENCE = timedelta(minutes=10)  # work that said nothing for so long died with its process


@transaction.atomic
def receive_upload(*, by: User, unit: Unit, name: str, content: bytes, year: int | None = None) -> Upload:
    """Keep the file and open an upload; `planning.jobs.start` then reads it."""
    require(by, Permission.IMPORT_PLAN, unit)
    name = file_name(name)
    media_type = mimetypes.guess_type(name)[0] or ""
    file = keep_file(by=by, name=name, content=content, media_type=media_type)
    upload = Upload.objects.create(file=file, name=name, unit=unit, year=year, by=by)
    record(by=by, action="planning.receive_upload", subject=upload, unit=unit, after={"sha256": file.sha256})
    return upload


@transaction.atomic
def stop_upload(*, by: User, upload: Upload) -> Upload:
    """Ask a running upload to stop; one that waits for its answer is put away at once; a finished one stays."""
    require(by, Permission.IMPORT_PLAN, upload.unit)
    held = Upload.objects.select_for_update(of=("self",)).get(pk=upload.pk)
    if held.state == UploadState.READY:
        held.state = UploadState.STOPPED
    elif held.state not in RUNNING:
        return held
    held.cancel_asked = True
    held.save(update_fields=["state", "cancel_asked", "changed_at"])
    record(by=by, action="planning.stop_upload", subject=held, unit=held.unit)
    return held


def is_dead(upload: Upload) -> bool:
    """Whether its work died: running by its state, and silent for ten minutes. Asks no database."""
    return upload.state in RUNNING and upload.changed_at < timezone.now() - SILENCE


@transaction.atomic
def bury_abandoned(*, by: User | None) -> int:
    """Mark uploads whose work died as failed, with a finding; returns how many. `by`: who happened to look, or None.

    One statement decides for each: work that speaks or ends in this moment is not buried.
    """
    limit, buried = timezone.now() - SILENCE, 0
    silent = Upload.objects.filter(state__in=RUNNING, changed_at__lt=limit)
    for upload in silent.select_related("unit"):
        told = {"finding": DIED.at(name=upload.name).as_dict()}
        if silent.filter(pk=upload.pk).update(state=UploadState.FAILED, result=told, changed_at=timezone.now()):
            record(by=by, action="planning.bury_abandoned", subject=upload, unit=upload.unit)
            buried += 1
    return buried


def apply_upload(*, by: User, upload: Upload) -> ImportOutcome:
    """Import what the preview showed: the same file, against the same version of the plan, all or nothing.

    Raises FindingError PLAN-STALE when the plan moved on since the preview, UPLOAD-NOT-READY before it is ready.
    """
    require(by, Permission.IMPORT_PLAN, upload.unit)
    with transaction.atomic():
        held = Upload.objects.select_for_update(of=("self",)).select_related("file", "unit").get(pk=upload.pk)
        if held.state != UploadState.READY:
            raise FindingError(NOT_READY.at(state=held.state))
        path = file_path(held.file.sha256)
        outcome = import_plan(
            by=by, document=read(path), file_content=path.read_bytes(), file_name=held.name,
            commune=held.result.get("commune", ""), year=held.year, based_on=held.base_version,
        )  # fmt: skip
        held.state, held.plan, held.percent = UploadState.APPLIED, outcome.plan, 100
        held.save(update_fields=["state", "plan", "percent", "changed_at"])
        record(by=by, action="planning.apply_upload", subject=held, unit=outcome.commune)
    return outcome

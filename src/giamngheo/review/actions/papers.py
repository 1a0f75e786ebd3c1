"""Papers that leave the system: each handing out is recorded; whole rounds are made in the background."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.review.models import PaperJob, PaperJobState, ReviewRound
from giamngheo.review.papers.certificate import certificates_of
from giamngheo.review.permissions import Permission, require
from giamngheo.review.problems import refuse
from giamngheo.review.problems_papers import FAILED, NO_CERTIFICATES

if TYPE_CHECKING:
    from django.db.models import Model

    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

RUNNING = (PaperJobState.WAITING, PaperJobState.WORKING)
SILENCE = timedelta(minutes=10)  # work that said nothing for so long died with its process


@transaction.atomic
def hand_out(*, by: User, unit: Unit, kind: str, subject: Model, form: str, size: int, whole_ids: bool) -> None:
    """Record that a paper about `size` households (or workers) was taken out as a file, and whether ids stand on it.

    Raises OutOfScope, NotPermitted."""
    require(by, Permission.SEE_CITIZEN_ID if whole_ids else Permission.VIEW_REVIEW, unit)
    after = {"paper": kind, "form": form, "households": size, "whole_ids": whole_ids}
    record(by=by, action="review.hand_out_paper", subject=subject, unit=unit, after=after)


@transaction.atomic
def order_certificates(*, by: User, round_: ReviewRound, form: str) -> PaperJob:
    """Ask for all certificates of a round; `papers.jobs.start` then makes them. The same again while it runs is the
    same job. Raises REVIEW-PAPERS-NONE; OutOfScope, NotPermitted."""
    held = ReviewRound.objects.select_for_update(of=("self",)).select_related("unit").get(pk=round_.pk)
    require(by, Permission.SEE_CITIZEN_ID, held.unit)
    running = PaperJob.objects.filter(round=held, form=form, by=by, state__in=RUNNING, cancel_asked=False).first()
    if running is not None:
        return running
    total = certificates_of(held).count()
    if not total:
        raise refuse(NO_CERTIFICATES, round=str(held))
    job = PaperJob.objects.create(round=held, form=form, total=total, by=by)
    after = {"form": form, "households": total}
    record(by=by, action="review.order_certificates", subject=job, unit=held.unit, after=after)
    return job


@transaction.atomic
def stop_certificates(*, by: User, job: PaperJob) -> None:
    """Ask running work to stop before its next part; what is finished stays. Raises OutOfScope, NotPermitted."""
    require(by, Permission.SEE_CITIZEN_ID, job.round.unit)
    if PaperJob.objects.filter(pk=job.pk, state__in=RUNNING).update(cancel_asked=True, changed_at=timezone.now()):
        record(by=by, action="review.stop_certificates", subject=job, unit=job.round.unit)


@transaction.atomic
def bury_certificates(*, by: User | None) -> int:
    """Mark work that died as failed; returns how many."""
    buried = 0
    silent = PaperJob.objects.filter(state__in=RUNNING, changed_at__lt=timezone.now() - SILENCE)
    told: dict[str, Any] = {"finding": FAILED.at().as_dict()}
    for job in silent.select_related("round__unit"):
        changes = {"state": PaperJobState.FAILED, "result": told, "changed_at": timezone.now()}
        if silent.filter(pk=job.pk).update(**changes):
            record(by=by, action="review.bury_certificates", subject=job, unit=job.round.unit)
            buried += 1
    return buried

"""Papers that leave the system: each handing out is recorded; many at once are made in the background."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.review.models import PaperJob, PaperJobState, PaperKind, ReviewRound
from giamngheo.review.papers.certificate import certificates_of
from giamngheo.review.papers.slip import surveyed_in
from giamngheo.review.permissions import Permission, require
from giamngheo.review.problems import refuse
from giamngheo.review.problems_papers import FAILED, NO_CERTIFICATES, NO_SLIPS

if TYPE_CHECKING:
    from django.db.models import Model

    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit, Village

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
    held = _held(round_)
    require(by, Permission.SEE_CITIZEN_ID, held.unit)
    total = certificates_of(held).count()
    if not total:
        raise refuse(NO_CERTIFICATES, round=str(held))
    return _ordered(by, held, total, kind=PaperKind.CERTIFICATES, form=form)


@transaction.atomic
def order_slips(*, by: User, round_: ReviewRound, village: Village, form: str) -> PaperJob:
    """Ask for the slips of everybody surveyed in a village, as `order_certificates`. Raises REVIEW-PAPERS-NO-SLIPS;
    OutOfScope, NotPermitted."""
    held = _held(round_)
    require(by, Permission.VIEW_REVIEW, held.unit)
    total = surveyed_in(held, village.pk).count()
    if not total:
        raise refuse(NO_SLIPS, village=village.name)
    return _ordered(by, held, total, kind=PaperKind.SLIPS, form=form, village=village)


def _held(round_: ReviewRound) -> ReviewRound:
    return ReviewRound.objects.select_for_update(of=("self",)).select_related("unit").get(pk=round_.pk)


def _ordered(by: User, held: ReviewRound, total: int, **what: Any) -> PaperJob:
    running = PaperJob.objects.filter(round=held, by=by, state__in=RUNNING, cancel_asked=False, **what).first()
    if running is not None:
        return running
    job = PaperJob.objects.create(round=held, total=total, by=by, **what)
    after = {"paper": job.kind, "form": job.form, "households": total}
    record(by=by, action="review.order_papers", subject=job, unit=held.unit, after=after)
    return job


def right_to(kind: str) -> Permission:
    """What it takes to have papers of that kind: certificates show whole ids."""
    return Permission.SEE_CITIZEN_ID if kind == PaperKind.CERTIFICATES else Permission.VIEW_REVIEW


@transaction.atomic
def stop_papers(*, by: User, job: PaperJob) -> None:
    """Ask running work to stop before its next part; what is finished stays. Raises OutOfScope, NotPermitted."""
    require(by, right_to(job.kind), job.round.unit)
    if PaperJob.objects.filter(pk=job.pk, state__in=RUNNING).update(cancel_asked=True, changed_at=timezone.now()):
        record(by=by, action="review.stop_papers", subject=job, unit=job.round.unit)


@transaction.atomic
def bury_papers(*, by: User | None) -> int:
    """Mark work that died as failed; returns how many."""
    buried = 0
    silent = PaperJob.objects.filter(state__in=RUNNING, changed_at__lt=timezone.now() - SILENCE)
    told: dict[str, Any] = {"finding": FAILED.at().as_dict()}
    for job in silent.select_related("round__unit"):
        changes = {"state": PaperJobState.FAILED, "result": told, "changed_at": timezone.now()}
        if silent.filter(pk=job.pk).update(**changes):
            record(by=by, action="review.bury_papers", subject=job, unit=job.round.unit)
            buried += 1
    return buried

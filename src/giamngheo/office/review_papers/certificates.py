"""A whole round's certificates: ordered, followed, stopped, fetched."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import bare
from giamngheo.office.planning.findings import problem_from, problem_of
from giamngheo.office.planning.output import MEDIA_TYPES
from giamngheo.office.requests import OfficeRequest
from giamngheo.review.actions import papers as actions
from giamngheo.review.models import PaperForm, PaperJob, PaperJobState, ReviewRound
from giamngheo.review.papers import jobs
from giamngheo.review.queries.papers import paper_jobs_for, papers_of_round


@login_required
@require_POST
def order(request: OfficeRequest, pk: int) -> HttpResponse:
    """Begin to make the file; the page of the work says how far it is."""
    form = request.POST.get("form", "")
    if form not in PaperForm.values:
        raise Http404
    try:
        found = papers_of_round(request.user, pk)
        job = actions.order_certificates(by=request.user, round_=found.round, form=form)
    except ReviewRound.DoesNotExist as missing:
        raise Http404 from missing
    except FindingError as error:
        context = {"found": found, "round": found.round, "problem": problem_of(error.finding)}
        return render(request, "office/review_papers/round.html", context, status=409)
    jobs.start(job)
    return redirect("office:review-paper-job", job.pk)


def _mine(request: OfficeRequest, pk: int) -> PaperJob:
    """The work, if the user may see ids there; work that died is seen as failed."""
    job = paper_jobs_for(request.user).filter(pk=pk).first()
    if job is not None and job.state in actions.RUNNING and actions.bury_certificates(by=None):
        job = paper_jobs_for(request.user).filter(pk=pk).first()
    if job is None:
        raise Http404
    return job


def _of(job: PaperJob) -> dict[str, Any]:
    return {
        "job": job,
        "round": job.round,
        "running": job.state in actions.RUNNING,
        "percent": 100 * job.done // job.total if job.total else 0,
        "there": job.state == PaperJobState.READY and jobs.file_of(job) is not None,
        "problem": problem_from(job.result["finding"]) if "finding" in job.result else None,
    }


@login_required
@require_safe
def page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The work as it stands."""
    return render(request, "office/review_papers/job.html", _of(_mine(request, pk)))


@login_required
@require_safe
def progress(request: OfficeRequest, pk: int) -> HttpResponse:
    """The part of that page which changes; asked for once a second while the work runs."""
    return render(request, "office/review_papers/state.html", _of(_mine(request, pk)))


@login_required
@require_POST
def stop(request: OfficeRequest, pk: int) -> HttpResponse:
    """Stop the work before its next part."""
    actions.stop_certificates(by=request.user, job=_mine(request, pk))
    if request.headers.get("HX-Request") == "true":
        return render(request, "office/review_papers/state.html", _of(_mine(request, pk)))
    return redirect("office:review-paper-job", pk)


@login_required
@require_safe
def fetch(request: OfficeRequest, pk: int) -> HttpResponseBase:
    """The finished file, while it waits; taking it is recorded each time."""
    job = _mine(request, pk)
    path = jobs.file_of(job)
    if path is None:
        raise Http404
    unit = job.round.unit
    actions.hand_out(
        by=request.user, unit=unit, kind="giay-chung-nhan-dot", subject=job.round, form=job.form, size=job.total,
        whole_ids=True,
    )  # fmt: skip
    name = f"giay-chung-nhan-{job.round_id}-{bare(unit.short_name).replace(' ', '-')}.{job.form}"
    response = FileResponse(path.open("rb"), content_type=MEDIA_TYPES[job.form], as_attachment=True, filename=name)
    response.headers["Cache-Control"] = "no-store"
    return response

"""Papers made in the background, a round's certificates or a village's slips: ordered, followed, stopped, fetched."""

from __future__ import annotations

from collections.abc import Callable
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
from giamngheo.office.review_papers.rounds import page_of
from giamngheo.office.typed import whole
from giamngheo.review.actions import papers as actions
from giamngheo.review.models import PaperForm, PaperJob, PaperJobState, PaperKind, ReviewRound
from giamngheo.review.papers import jobs
from giamngheo.review.papers.reading import round_for
from giamngheo.review.queries.papers import paper_jobs_for


@login_required
@require_POST
def order_certificates(request: OfficeRequest, pk: int) -> HttpResponse:
    """Begin to make the certificates of a round; the page of the work says how far it is."""
    form, round_ = _asked(request, pk)
    return _begun(request, round_, lambda: actions.order_certificates(by=request.user, round_=round_, form=form))


@login_required
@require_POST
def order_slips(request: OfficeRequest, pk: int) -> HttpResponse:
    """The same for the slips of a village."""
    form, round_ = _asked(request, pk)
    listed = round_.cases.filter(village=whole(request.POST.get("thon")) or 0).select_related("village").first()
    if listed is None:
        raise Http404
    village = listed.village
    return _begun(
        request, round_, lambda: actions.order_slips(by=request.user, round_=round_, village=village, form=form)
    )


def _asked(request: OfficeRequest, pk: int) -> tuple[str, ReviewRound]:
    form = request.POST.get("form", "")
    if form not in PaperForm.values:
        raise Http404
    try:
        return form, round_for(request.user, pk)
    except ReviewRound.DoesNotExist as missing:
        raise Http404 from missing


def _begun(request: OfficeRequest, round_: ReviewRound, order: Callable[[], PaperJob]) -> HttpResponse:
    try:
        job = order()
    except FindingError as error:
        return page_of(request, round_.pk, problem=problem_of(error.finding), status=409)
    jobs.start(job)
    return redirect("office:review-paper-job", job.pk)


def _mine(request: OfficeRequest, pk: int) -> PaperJob:
    """The work, if the user may have such papers there; work that died is seen as failed."""
    job = paper_jobs_for(request.user).filter(pk=pk).first()
    if job is not None and job.state in actions.RUNNING and actions.bury_papers(by=None):
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
    actions.stop_papers(by=request.user, job=_mine(request, pk))
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
        by=request.user, unit=unit, kind=job.kind, subject=job.round, form=job.form, size=job.total,
        whole_ids=job.kind == PaperKind.CERTIFICATES,
    )  # fmt: skip
    where = job.village.name if job.village else unit.short_name
    kind = job.kind.removesuffix("-dot")
    name = f"{kind}-{job.round_id}-{bare(where).replace(' ', '-')}.{job.form}"
    response = FileResponse(path.open("rb"), content_type=MEDIA_TYPES[job.form], as_attachment=True, filename=name)
    response.headers["Cache-Control"] = "no-store"
    return response

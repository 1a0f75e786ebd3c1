"""A file on its way in: send it, follow it, see what will change, and only then let it change the plan."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.foundation.findings import FindingError
from giamngheo.office.planning import preview
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning import actions, jobs, queries
from giamngheo.planning.models import Upload


@login_required
def upload(request: OfficeRequest) -> HttpResponse:
    """The form; a file that is sent is kept, and read in the background."""
    scope = request.scope
    if request.method != "POST":
        return _form(request)
    file = request.FILES.get("file")
    if file is None:
        return _form(request, {"message": _("Chưa chọn tệp."), "fixes": [_("Bấm vào ô chọn tệp, chọn tệp kế hoạch.")]})
    if (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        return _form(request, {"message": _("Tệp quá lớn."), "fixes": [_("Bỏ ảnh trong tệp hoặc tách phụ lục.")]})
    if scope.unit is None:
        raise OutOfScope
    year = request.POST.get("year", "").strip()
    try:
        received = actions.receive_upload(
            by=request.user, unit=scope.unit, name=file.name or "", content=file.read(), year=_year(year)
        )
    except FindingError as error:
        return _form(request, problem_of(error.finding))
    jobs.start(received)
    return redirect("office:upload-page", received.pk)


def _year(text: str) -> int | None:
    year = whole(text)
    return year if year is not None and 2000 <= year <= 2100 else None


def _form(request: OfficeRequest, problem: dict[str, Any] | None = None) -> HttpResponse:
    context = {
        "year": request.POST.get("year", ""),
        "max_bytes": settings.MAX_UPLOAD_BYTES,
        "max_megabytes": settings.MAX_UPLOAD_BYTES // (1024 * 1024),
        "problem": problem,
    }
    return render(request, "office/planning/upload.html", context, status=422 if problem else 200)


def _mine(request: OfficeRequest, pk: int) -> Upload:
    """The upload, if it is one the user may see; one whose work died is seen as failed."""
    uploads = queries.uploads_for(request.user)
    found = uploads.filter(pk=pk).first()
    if found is not None and actions.is_dead(found):
        actions.bury_abandoned(by=None)
        found = uploads.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@login_required
@require_safe
def upload_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """How far the file is; when it is ready, what would change."""
    found = _mine(request, pk)
    return render(request, "office/planning/upload_page.html", preview.of(found))


@login_required
@require_safe
def upload_progress(request: OfficeRequest, pk: int) -> HttpResponse:
    """The part of that page which changes; asked for once a second while the work runs."""
    found = _mine(request, pk)
    return render(request, "office/planning/upload_state.html", preview.of(found))


@login_required
@require_POST
def upload_stop(request: OfficeRequest, pk: int) -> HttpResponse:
    """Stop the work, or put a preview away."""
    actions.stop_upload(by=request.user, upload=_mine(request, pk))
    if request.headers.get("HX-Request") == "true":
        return render(request, "office/planning/upload_state.html", preview.of(_mine(request, pk)))
    return redirect("office:upload-page", pk)


@login_required
@require_POST
def upload_apply(request: OfficeRequest, pk: int) -> HttpResponse:
    """Do what the preview showed."""
    found = _mine(request, pk)
    try:
        outcome = actions.apply_upload(by=request.user, upload=found)
    except FindingError as error:
        context = {**preview.of(found), "problem": problem_of(error.finding)}
        return render(request, "office/planning/upload_page.html", context, status=409)
    if outcome.plan is None:
        return redirect("office:plans")
    messages.success(request, preview.said_after(outcome.status))
    return HttpResponseRedirect(reverse("office:plan", args=[outcome.plan.pk]))

"""A search for duplicates: begun, followed, stopped."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import OutOfScope
from giamngheo.foundation.findings import FindingError
from giamngheo.households.actions import duplicates
from giamngheo.households.duplicates import jobs
from giamngheo.households.importing import desk
from giamngheo.households.models import DuplicateRun
from giamngheo.households.queries.duplicates import runs_for
from giamngheo.households.queries.list_imports import list_imports_for
from giamngheo.office.planning.findings import problem_from, spoken
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole


@login_required
@require_POST
def start(request: OfficeRequest) -> HttpResponse:
    """Look in the unit at the top; with `list` only for people that list brought, in the list's unit."""
    unit, change = request.scope.unit, None
    number = whole(request.POST.get("list"))
    if number is not None:
        held = list_imports_for(request.user).filter(pk=number).first()
        if held is None or held.change is None:
            raise Http404
        unit, change = held.unit, held.change
        request.scope.choose(unit=str(unit.pk))
    if unit is None:
        raise OutOfScope
    try:
        run = duplicates.begin_search(by=request.user, unit=unit, change=change)
    except FindingError as error:
        messages.error(request, " ".join(spoken(each) for each in (error.finding.message, *error.finding.fixes)))
    else:
        jobs.start(run)
    return redirect("office:duplicates")


@login_required
@require_safe
def progress(request: OfficeRequest, pk: int) -> HttpResponse:
    """The part of the list's page that changes; asked for once a second. When the search has ended the page is loaded
    again, for it has other pairs."""
    run = _mine(request, pk)
    answer = render(request, "office/duplicates/run.html", shown(run) | {"may_decide": True})
    if run.state not in duplicates.RUNNING:
        answer.headers["HX-Redirect"] = reverse("office:duplicates")
    return answer


@login_required
@require_POST
def stop(request: OfficeRequest, pk: int) -> HttpResponse:
    """Ask the search to stop."""
    duplicates.stop_search(by=request.user, run=_mine(request, pk))
    if request.headers.get("HX-Request") == "true":
        return render(request, "office/duplicates/run.html", shown(_mine(request, pk)) | {"may_decide": True})
    return redirect("office:duplicates")


def shown(run: DuplicateRun | None) -> dict[str, Any]:
    """What the page says of a search; of one whose work died that it failed, once somebody has looked."""
    if run is None:
        return {"run": None}
    if duplicates.is_dead(run):
        duplicates.bury_searches(by=None)
        run.refresh_from_db()
    sign = desk.sign(("duplicates", run.pk))
    return {
        "run": run,
        "running": run.state in duplicates.RUNNING,
        "percent": max(run.percent, sign.percent if sign else 0),
        "stopping": run.cancel_asked or bool(sign and sign.stop),
        "problem": problem_from(run.result["finding"]) if "finding" in run.result else None,
    }


def _mine(request: OfficeRequest, pk: int) -> DuplicateRun:
    found = runs_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found

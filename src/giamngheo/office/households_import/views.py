"""One list: how far it is, what would enter, what entered; and what an officer does with it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from giamngheo.foundation.findings import FindingError
from giamngheo.households.actions import export_to_correct, list_imports
from giamngheo.households.importing import jobs
from giamngheo.households.lists.cells import AMBIGUOUS
from giamngheo.households.models import ListImport
from giamngheo.households.queries import list_imports as queries
from giamngheo.office.households_import.present import of
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _mine(request: OfficeRequest, pk: int) -> ListImport:
    """The list, if the user may import for its commune; one whose work died is seen as failed."""
    lists = queries.list_imports_for(request.user).filter(pk=pk)
    found = lists.first()
    if found is not None and list_imports.is_dead(found):
        list_imports.bury_lists(by=None)
        found = lists.first()
    if found is None:
        raise Http404
    return found


def _show(
    request: OfficeRequest, found: ListImport, problem: dict[str, Any] | None = None, **more: Any
) -> HttpResponse:
    context = of(found) | more | ({"problem": problem} if problem else {})
    return render(request, "office/households_import/page.html", context, status=409 if problem else 200)


@login_required
@require_safe
def page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The list as it stands."""
    return _show(request, _mine(request, pk))


@login_required
@require_safe
def progress(request: OfficeRequest, pk: int) -> HttpResponse:
    """The part of that page which changes; asked for once a second while the work runs."""
    return render(request, "office/households_import/state.html", of(_mine(request, pk)))


@login_required
@require_POST
def columns(request: OfficeRequest, pk: int) -> HttpResponse:
    """What the columns mean: remembered for the commune, and the list is read again."""
    found = _mine(request, pk)
    headings, meanings = request.POST.getlist("heading"), request.POST.getlist("meaning")
    village = whole(request.POST.get("village"))
    try:
        mapped = list_imports.map_list(
            by=request.user,
            held=found,
            mapping=dict(zip(headings, meanings, strict=False)),
            village_id=village,
            words={word: request.POST.get(f"word-{word}", "") for word in AMBIGUOUS},
        )
    except FindingError as error:
        return _show(request, _mine(request, pk), problem_of(error.finding))
    jobs.start(mapped)
    return redirect("office:list-import-page", pk)


@login_required
@require_POST
def confirm(request: OfficeRequest, pk: int) -> HttpResponse:
    """Let it enter."""
    found = _mine(request, pk)
    try:
        confirmed = list_imports.confirm_list(
            by=request.user, held=found, new_villages=request.POST.getlist("new-village")
        )
    except FindingError as error:
        return _show(request, _mine(request, pk), problem_of(error.finding))
    jobs.start(confirmed)
    return redirect("office:list-import-page", pk)


@login_required
@require_POST
def stop(request: OfficeRequest, pk: int) -> HttpResponse:
    """Stop the work, or put a preview away."""
    list_imports.stop_list(by=request.user, held=_mine(request, pk))
    if request.headers.get("HX-Request") == "true":
        return render(request, "office/households_import/state.html", of(_mine(request, pk)))
    return redirect("office:list-import-page", pk)


@login_required
@require_safe
def to_correct(request: OfficeRequest, pk: int) -> HttpResponse:
    """The rows that stay out, with their reasons, as a workbook."""
    found = _mine(request, pk)
    try:
        content = export_to_correct(by=request.user, held=found, language="en" if get_language() == "en" else "vi")
    except FindingError as error:
        return _show(request, found, problem_of(error.finding))
    answer = HttpResponse(content, content_type=_XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="can-sua-{found.pk}.xlsx"'
    return answer


@login_required
@require_POST
def undo(request: OfficeRequest, pk: int) -> HttpResponse:
    """Take everything of the list back, in the background."""
    found = _mine(request, pk)
    if found.change is None:
        raise Http404
    reason = request.POST.get("reason", "")
    try:
        begun = list_imports.begin_undo(by=request.user, held=found, reason=reason)
    except FindingError as error:
        return _show(request, found, problem_of(error.finding), reason=reason)
    jobs.start(begun, undoing=jobs.Undoing(request.user, reason))
    return redirect("office:list-import-page", pk)

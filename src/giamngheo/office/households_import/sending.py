"""The first page: which list, of which day; and the lists that came before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.foundation.findings import FindingError
from giamngheo.households.actions import list_imports
from giamngheo.households.importing import jobs, problems
from giamngheo.households.queries.list_imports import list_imports_for, may_import
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest

_SHOWN = 10  # earlier lists on the page
_FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d")


@login_required
def send(request: OfficeRequest) -> HttpResponse:
    """The form; a list that is sent is kept, and read in the background."""
    unit = request.scope.unit
    if unit is None:
        raise OutOfScope
    if not may_import(request.user, unit):
        raise NotPermitted
    if request.method != "POST":
        return _form(request)
    file = request.FILES.get("file")
    if file is None:
        return _form(request, _said(_("Chưa chọn tệp."), _("Bấm vào ô chọn tệp rồi chọn tệp danh sách.")))
    if (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        return _form(request, _said(_("Tệp quá lớn."), _("Bỏ ảnh trong tệp, hoặc tách mỗi thôn một tệp.")))
    typed = request.POST.get("day", "").strip()
    try:
        day = _day(typed)
        if day is None:
            raise FindingError(problems.DAY.at(text=typed[:40]))
        received = list_imports.receive_list(
            by=request.user, unit=unit, name=file.name or "", content=file.read(), day=day
        )
    except FindingError as error:
        return _form(request, problem_of(error.finding))
    jobs.start(received)
    return redirect("office:list-import-page", received.pk)


def _said(message: str, fix: str) -> dict[str, Any]:
    return {"message": message, "fixes": [fix], "code": "LIST-FILE"}


def _day(typed: str) -> date | None:
    """A day as typed; today for none."""
    if not typed:
        return timezone.localdate()
    for form in _FORMS:
        try:
            return datetime.strptime(typed, form).date()
        except ValueError:
            continue
    return None


def _form(request: OfficeRequest, problem: dict[str, Any] | None = None) -> HttpResponse:
    lists = list_imports_for(request.user, request.scope.unit)
    context = {
        "day": request.POST.get("day") or formats.date_format(timezone.localdate(), "d/m/Y"),
        "max_bytes": settings.MAX_UPLOAD_BYTES,
        "max_megabytes": settings.MAX_UPLOAD_BYTES // (1024 * 1024),
        "problem": problem,
        "before": lists.defer("result", "mapping")[:_SHOWN],
    }
    return render(request, "office/households_import/send.html", context, status=422 if problem else 200)

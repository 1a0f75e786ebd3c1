"""Files of a survey to take away: data, results, the report."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.monitoring.surveys.queries import panel_facts
from giamngheo.office.monitoring_surveys import workbooks
from giamngheo.office.monitoring_surveys.pages import comparison_of, page_or_404
from giamngheo.office.monitoring_surveys.paper import report_of
from giamngheo.office.planning.output import MEDIA_TYPES
from giamngheo.office.requests import OfficeRequest
from giamngheo.paperwork.writers import write

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def data_file(request: OfficeRequest, pk: int) -> HttpResponse:
    """Answers household by household: for who may see the register."""
    page = page_or_404(request, pk)
    require(request.user, Permission.VIEW_HOUSEHOLD, page.survey.unit)
    return _file(workbooks.data(panel_facts(request.user, page.survey)), _XLSX, f"khao-sat-{pk}-du-lieu.xlsx")


@login_required
@require_safe
def results_file(request: OfficeRequest, pk: int) -> HttpResponse:
    """The comparison, small counts left out."""
    found = comparison_of(request, page_or_404(request, pk).survey)
    if found is None:
        raise Http404
    return _file(workbooks.results(found, request.scope.today), _XLSX, f"khao-sat-{pk}-ket-qua.xlsx")


@login_required
@require_safe
def report_file(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The report: Word or PDF."""
    found = comparison_of(request, page_or_404(request, pk).survey)
    if found is None or form not in ("docx", "pdf"):
        raise Http404
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"bao-cao.{form}"
        write(report_of(found, request.scope.today), path)
        content = path.read_bytes()
    return _file(content, MEDIA_TYPES[form], f"bao-cao-khao-sat-{pk}.{form}")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response

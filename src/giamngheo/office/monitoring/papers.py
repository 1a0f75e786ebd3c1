"""The papers of a report as Word and PDF files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from giamngheo.monitoring.papers.composing import compose
from giamngheo.monitoring.papers.texts import papers_of
from giamngheo.monitoring.queries.report_papers import paper_facts
from giamngheo.office.monitoring.report import page_or_404
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.statement import MEDIA_TYPES
from giamngheo.paperwork.writers import write


@login_required
@require_safe
def paper(request: OfficeRequest, pk: int, code: str, form: str) -> HttpResponse:
    """One of them, with the report's numbers and the alerts of today."""
    page = page_or_404(request, pk)
    report = page.report
    found = next((each for each in papers_of(report.kind) if each.code == code and report.village_id is None), None)
    if found is None or form not in MEDIA_TYPES:
        raise Http404
    composed = compose(found, paper_facts(request.user, page, request.scope.today))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bao-cao.{form}"
        write(composed, path, form)
        response = HttpResponse(path.read_bytes(), content_type=MEDIA_TYPES[form])
    name = f"bao-cao-{code}-{report.unit.code}-{report.year}-{report.number}-v{report.version}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response

"""The papers of a project as Word and PDF files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.statement import MEDIA_TYPES
from giamngheo.paperwork.writers import write
from giamngheo.support.project_papers import PAPERS, described
from giamngheo.support.queries import project_facts, projects_for

TITLES = {
    "de-nghi": _("Đề nghị hỗ trợ"), "tham-dinh": _("Biên bản thẩm định"),
    "phe-duyet": _("Quyết định phê duyệt"), "nghiem-thu": _("Biên bản nghiệm thu"),
}  # fmt: skip


@login_required
@require_safe
def paper(request: OfficeRequest, pk: int, name: str, form: str) -> HttpResponse:
    """One of them, with what stands today."""
    project = projects_for(request.user).filter(pk=pk).first()
    if project is None or name not in PAPERS or form not in MEDIA_TYPES:
        raise Http404
    facts = project_facts(request.user, project, request.scope.today)
    composed = PAPERS[name](described(project, facts, request.scope.today))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"van-ban.{form}"
        write(composed, path, form)
        response = HttpResponse(path.read_bytes(), content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{name}-du-an-{pk}.{form}"'
    return response

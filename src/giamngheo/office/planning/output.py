"""The printed page: as it will look, and as a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.text import bare
from giamngheo.office.planning.findings import spoken
from giamngheo.office.planning.page import plan_or_404, title_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.security import for_printed_page
from giamngheo.paperwork.writers import write
from giamngheo.paperwork.writers.html import write_html
from giamngheo.planning import queries
from giamngheo.planning.queries import SectionView
from giamngheo.programme.models import AnnualPlan

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}


@login_required
@require_safe
def printed(request: OfficeRequest, pk: int) -> HttpResponse:
    """The printed page inside its frame, with the files to take away."""
    plan = plan_or_404(request, pk)
    composed = queries.composed(request.user, plan)
    context = {
        "plan": plan,
        "title": title_of(plan),
        "gaps": composed.gaps,
    }
    return render(request, "office/planning/printed.html", context)


@login_required
@require_safe
def paper(request: OfficeRequest, pk: int) -> HttpResponse:
    """The page itself, as our writer sets it; its own style is the only one it may use."""
    html = write_html(queries.composed(request.user, plan_or_404(request, pk)).document, page=True)
    response = HttpResponse(html)
    response.headers["Content-Security-Policy"] = for_printed_page(html)
    return response


@login_required
@require_safe
def download(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The plan as a file to sign, send or keep."""
    plan = plan_or_404(request, pk)
    if form not in MEDIA_TYPES:
        raise Http404
    require(request.user, Permission.EXPORT_PLAN, plan.commune)
    composed = queries.composed(request.user, plan)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan.{form}"
        write(composed.document, path, form)
        content = path.read_bytes()
    response = HttpResponse(content, content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name(plan, form)}"'
    return response


def file_name(plan: AnnualPlan, form: str) -> str:
    """ "ke-hoach-giam-ngheo-2024-hoang-phu-15883.docx": no accents, so that old mail programs keep it."""
    unit = bare(plan.commune.short_name).replace(" ", "-")
    return f"ke-hoach-giam-ngheo-{plan.year}-{unit}-{plan.commune.code}.{form}"


@login_required
@require_safe
def leftovers(request: OfficeRequest, pk: int) -> HttpResponse:
    """What the file had and the plan or its printed page has not: nothing disappears unseen."""
    plan = plan_or_404(request, pk)
    view = queries.plan_tree(request.user, plan)
    sections = {section.key: section for section in view.walk()}
    names = {key: _where(sections, key) for key in sections}
    context = {
        "plan": plan,
        "title": title_of(plan),
        "unplaced": [(each.line, each.text, spoken(each.reason.words)) for each in view.content.unplaced],
        "left_out": [
            (each.number, each.line, each.text, spoken(each.reason.words)) for each in view.composed.left_out
        ],
        "gaps": [(spoken(gap.words), f"s-{sections[gap.section].pk}" if gap.section else "", names.get(gap.section, ""))
                 for gap in view.composed.gaps],
    }  # fmt: skip
    return render(request, "office/planning/leftovers.html", context)


def _where(sections: dict[str, SectionView], key: str) -> str:
    """Where a missing part belongs: the section, and for a block also the project it is of."""
    section = sections[key]
    above = sections.get(key.rpartition("/")[0])
    own = f"{section.number} {section.title}"
    return f"{above.number} {above.title}, {own}" if section.block and above else own

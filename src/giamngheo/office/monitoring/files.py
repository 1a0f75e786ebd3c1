"""A report as an Excel workbook, and a filled one back: good cells are taken, the others are named."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from giamngheo.foundation.findings import FindingError
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.actions.reports import type_cells
from giamngheo.monitoring.days import day_of_column
from giamngheo.monitoring.forms.workbook import Page, read, write
from giamngheo.monitoring.models import ReportSheet
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.reports import ReportPage
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.report import context_of, page_or_404, place_of, title_of
from giamngheo.office.requests import OfficeRequest

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def report_file(request: OfficeRequest, pk: int) -> HttpResponse:
    """Every sheet of the report, to look at or to fill in."""
    page = page_or_404(request, pk)
    report = page.report
    heading = f"{title_of(report)}, {present.period_of(report)} ({present.days_of(report)}), {place_of(report)}"
    answer = HttpResponse(write(str(report.pk), heading, _pages(page)), content_type=_XLSX)
    name = f"{report.kind}-{report.unit.code}-{report.year}-{report.number}-v{report.version}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


@login_required
@require_POST
def report_sent(request: OfficeRequest, pk: int) -> HttpResponse:
    """Read a filled workbook into the draft."""
    page = page_or_404(request, pk)
    file = request.FILES.get("file")
    findings = []
    taken = 0
    if file is None or (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        findings = [p.FILE.at(what=_("Chưa chọn tệp, hoặc tệp quá lớn."))]
    else:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bao-cao.xlsx"
            path.write_bytes(file.read())
            try:
                read_in = read(path, str(page.report.pk), _pages(page))
                findings = read_in.findings
                taken = type_cells(by=request.user, report=page.report, values=read_in.values)
            except Refused as refused:
                findings = list(refused.findings)
            except FindingError as error:
                findings = [error.finding]
    words = ngettext("Đã nhận %(n)s ô từ tệp.", "Đã nhận %(n)s ô từ tệp.", taken) % {"n": taken}
    if not findings:
        say_saved(request, words, draft_key(request, "report", page.report.pk))
        return redirect("office:monitoring-report", pk)
    context: dict[str, Any] = context_of(request, page_or_404(request, pk))
    context |= {"file_problems": problems_of([("", each) for each in findings[:200]]), "file_words": words, "sent": {}}
    return render(request, "office/monitoring/report.html", context, status=422)


def _pages(page: ReportPage) -> list[Page]:
    return [_page(page, each) for each in page.sheets]


def _page(page: ReportPage, sheet: ReportSheet) -> Page:
    form, held = page.forms[sheet.form.code], list(sheet.cells.all())
    days = {each.key: day_of_column(page.report, each.reads, each.key, held) for each in form.columns.values()}
    return Page(form, sheet.form.number, sheet.form.title, page.worked.values, days, page.units)

"""One report of policy credit: its lines, sums against what is stated, earlier versions; and withdrawing it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.documents.actions import file_path
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.funds import actions
from giamngheo.funds.credit import Figures
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import credit_versions, parts_of
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds import credit_asking as asking
from giamngheo.office.funds.credit_entering import MOST_TYPED
from giamngheo.office.households.fields import problems_of, reason_field, show
from giamngheo.office.requests import OfficeRequest


@login_required
def credit_report_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The report as it was made; a newer one is named above it."""
    report = asking.report_or_404(request, pk)
    fields, draft = [reason_field(must=True)], draft_key(request, "credit-withdraw", pk)
    findings: list[tuple[str, Finding]] = []
    if request.method == "POST":
        require(request.user, Permission.EDIT_FUNDS, report.unit)
        try:
            made = actions.correct_credit(
                by=request.user, report=report, parts=[], stated=Figures(), reason=request.POST.get("reason", "")
            )
        except Refused as refused:
            findings = [("reason" if each.code == "CREDIT-NO-REASON" else "", each) for each in refused.findings]
            show(fields, request.POST, findings)
        else:
            say_saved(request, _("Đã rút báo cáo tháng %(month)s.") % {"month": made.month}, draft)
            return redirect("office:credit-report", made.pk)
    month, newest = parts_of(request.user, report), asking.newest_of(report)
    may_edit = can(request.user, Permission.EDIT_FUNDS, report.unit)
    context: dict[str, Any] = {
        "report": report, "month": month, "measures": asking.MEASURES, "newest": newest, "fields": fields,
        "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "rows": [(asking.programme_title(row.programme, row.name), row.village,
                  {name: shown(getattr(row, name)) for name in asking.MEASURES}) for row in report.rows.all()],
        "sums": all_shown(month.sums), "stated": all_shown(month.stated),
        "apart": apart_shown(month.stated, month.sums),
        "has_stated": any(each is not None for each in month.stated),
        "findings": problems_of([("", each) for each in month.findings]),
        "versions": credit_versions(request.user, report), "may_edit": may_edit and newest,
        "may_type": report.row_count <= MOST_TYPED,
    }  # fmt: skip
    return render(request, "office/funds/credit_report.html", context, status=422 if findings else 200)


@login_required
@require_safe
def credit_report_source(request: OfficeRequest, pk: int) -> FileResponse:
    """The bank's file as it was sent."""
    report = asking.report_or_404(request, pk)
    if report.file is None:
        raise Http404
    try:
        content = file_path(report.file.sha256).open("rb")
    except OSError as gone:
        raise Http404 from gone
    name = report.file.name
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/octet-stream")


def shown(value: int | None) -> str:
    """A figure in đồng or loans; a dash for what is not said."""
    return "–" if value is None else format_number(value)


def all_shown(figures: Figures) -> dict[str, str]:
    """Every measure as it looks."""
    return {name: shown(getattr(figures, name)) for name in asking.MEASURES}


def apart_shown(stated: Figures, sums: Figures) -> dict[str, str]:
    """How far what is stated is above what the lines add up to."""
    pairs = {name: (getattr(stated, name), getattr(sums, name)) for name in asking.MEASURES}
    return {name: "–" if one is None or two is None else format_number(one - two) for name, (one, two) in pairs.items()}

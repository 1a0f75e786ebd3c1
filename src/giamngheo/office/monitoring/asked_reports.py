"""Beginning a report no calendar asks for: ad hoc, or at the start, middle or end of a period of the programme."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring.actions.reports import Asked, begin_asked_report
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.problems import Refused
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.asking import asked_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.programme.queries import periods

Found = list[tuple[str, Finding]]


@login_required
def new_page(request: OfficeRequest) -> HttpResponse:
    """Its kind, days, and the paper that asks for it."""
    asked = asked_of(request, Permission.EDIT_MONITORING)
    if asked is None:
        raise Http404
    own = [(code, present.kind_title(code)) for code, kind in kinds().items() if kind.own_days]
    phases = {each.code: each for each in periods()}
    fields = [
        Field("kind", _("Loại báo cáo"), options=own),
        Field("phase", _("Giai đoạn của Chương trình"), _("Cần cho đánh giá đầu kỳ, giữa kỳ, kết thúc."),
              options=[("", _("không thuộc giai đoạn nào")), *((code, code) for code in phases)]),
        Field("begins", _("Số liệu từ ngày"), value=f"01/01/{asked.year}", most=10),
        Field("ends", _("Đến ngày"), value=printed_day(min(asked.day, request.scope.today)), most=10),
        Field("paper", _("Lập theo văn bản"), _("Số, ngày, cơ quan ban hành của văn bản yêu cầu báo cáo."), most=290),
    ]  # fmt: skip
    findings: Found = []
    draft = draft_key(request, "asked-report", asked.unit.pk)
    if request.method == "POST":
        typed = Typed(request.POST, request.scope.today)
        wanted = Asked(typed.text("kind"), typed.day("begins"), typed.day("ends"), typed.text("paper"),
                       phases.get(typed.text("phase")))  # fmt: skip
        findings = typed.findings
        if not findings:
            try:
                made = begin_asked_report(by=request.user, unit=asked.unit, asked=wanted, today=request.scope.today)
                say_saved(request, _("Đã lập báo cáo; số lấy từ các sổ."), draft)
                return redirect("office:monitoring-report", made.pk)
            except Refused as refused:
                findings = [("paper", each) for each in refused.findings]
        show(fields, request.POST, findings)
    context = {"asked": asked, "fields": fields, "problems": problems_of(findings), "draft": draft,
               "touched": bool(findings), "query": asked.query}  # fmt: skip
    return render(request, "office/monitoring/asked_report.html", context, status=422 if findings else 200)

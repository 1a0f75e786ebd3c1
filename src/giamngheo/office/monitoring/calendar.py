"""The calendar of a unit's reports, the most pressing first; beginning one; deadlines; what came in from below."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.actions import reports as verbs
from giamngheo.monitoring.actions.values import set_deadline
from giamngheo.monitoring.models import PeriodReport, ReportState
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.reports import below, calendar, inbox, outside_calendar
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.asking import asked_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.territory.models import Level

Found = list[tuple[str, Finding]]


@login_required
def calendar_page(request: OfficeRequest) -> HttpResponse:
    """Every period of the year; a POST begins a report."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring/calendar.html", {"no_unit": True})
    findings: Found = []
    if request.method == "POST":
        number, year = whole(request.POST.get("so")) or 0, whole(request.POST.get("nam-ky")) or 0
        kind = request.POST.get("loai", "")
        village = next((each for each in asked.villages if str(each.pk) == request.POST.get("thon", "")), None)
        try:
            made = verbs.begin_report(
                by=request.user, unit=asked.unit, kind=kind, year=year, number=number, village=village,
                today=request.scope.today,
            )  # fmt: skip
            return redirect("office:monitoring-report", made.pk)
        except Refused as refused:
            findings = [("", each) for each in refused.findings]
    slots = calendar(request.user, unit=asked.unit, year=asked.year, today=request.scope.today)
    context: dict[str, Any] = {
        "asked": asked, "slots": [present.slot(each) for each in slots], "levels": asked.levels(), "tab": "calendar",
        "may_edit": can(request.user, Permission.EDIT_MONITORING, asked.unit), "query": asked.query,
        "problems": problems_of(findings), "today": request.scope.today,
        "is_commune": asked.unit.level == Level.COMMUNE,
        "others": [_other(each) for each in outside_calendar(request.user, unit=asked.unit, year=asked.year)],
    }  # fmt: skip
    return render(request, "office/monitoring/calendar.html", context, status=422 if findings else 200)


def _other(report: PeriodReport) -> dict[str, Any]:
    state = ReportState(report.state)
    return {"report": report, "title": present.kind_title(report.kind), "days": present.days_of(report),
            "state": state.label, "look": present.REPORT_TAGS.get(state, "")}  # fmt: skip


@login_required
@require_safe
def below_page(request: OfficeRequest, kind: str, year: int, number: int) -> HttpResponse:
    """The same period of everybody below: missing and late first."""
    asked = asked_of(request)
    if asked is None or kind not in kinds() or kinds()[kind].own_days or not 2000 <= year <= 2100:
        raise Http404
    try:
        slots = below(request.user, unit=asked.unit, kind=kind, year=year, number=number, today=request.scope.today)
    except ValueError as wrong:
        raise Http404 from wrong
    sent = [each for each in slots if each.report and each.report.state not in ("draft", "returned")]
    context: dict[str, Any] = {
        "asked": asked, "slots": [present.slot(each) for each in slots], "kind": kind, "year": year, "number": number,
        "title": present.kind_title(kind), "period": present.period(kinds()[kind].period, year, number),
        "sent": len(sent), "all": len(slots), "query": asked.query,
        "may_edit": can(request.user, Permission.EDIT_MONITORING, asked.unit),
        "is_commune": asked.unit.level == Level.COMMUNE,
    }  # fmt: skip
    return render(request, "office/monitoring/below.html", context)


@login_required
@require_safe
def inbox_page(request: OfficeRequest) -> HttpResponse:
    """Reports that wait for the unit's answer."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring/inbox.html", {"no_unit": True})
    rows = [
        {"report": each, "title": present.kind_title(each.kind), "state": each.get_state_display(),
         "look": present.REPORT_TAGS.get(ReportState(each.state), ""),
         "period": present.period_of(each),
         "place": each.village.name if each.village else each.unit.name}
        for each in inbox(request.user, unit=asked.unit)[:500]
    ]  # fmt: skip
    context = {"asked": asked, "rows": rows, "levels": asked.levels(), "tab": "inbox"}
    return render(request, "office/monitoring/inbox.html", context)


@login_required
def deadline_page(request: OfficeRequest) -> HttpResponse:
    """Setting by when the unit reports, or those under it."""
    asked = asked_of(request, Permission.EDIT_MONITORING)
    if asked is None:
        raise Http404
    fields = [
        Field(
            "kind",
            _("Loại báo cáo"),
            options=[(code, present.kind_title(code)) for code, kind in kinds().items() if not kind.own_days],
        ),
        Field("due_day", _("Ngày"), _("Ví dụ hạn 20/5 thì ghi 20."), most=2),
        Field("due_month", _("Tháng"), _("Báo cáo tháng thì để trống: ngày đó của mỗi tháng."), most=2),
        Field("since", _("Áp dụng từ ngày"), value=f"01/01/{asked.year}", most=10),
        Field("paper", _("Văn bản quy định"), most=290),
    ]
    findings: Found = []
    draft = draft_key(request, "monitoring-deadline", asked.unit.pk)
    if request.method == "POST":
        typed = Typed(request.POST, request.scope.today)
        since, words = typed.day("since"), typed.text("due_month")
        findings = typed.findings
        if words and whole(words) is None:
            findings.append(("due_month", p.DEADLINE.at()))
        if not findings:
            try:
                set_deadline(
                    by=request.user, unit=asked.unit, kind=typed.text("kind"), month=whole(words),
                    day=whole(typed.text("due_day")) or 0, since=since, paper=typed.text("paper"),
                )  # fmt: skip
                say_saved(request, _("Đã đặt hạn."), draft)
                return redirect(f"{present.url_of('office:monitoring-calendar')}?{asked.query}")
            except Refused as refused:
                findings = [("due_day", each) for each in refused.findings]
        show(fields, request.POST, findings)
    context = {"asked": asked, "fields": fields, "problems": problems_of(findings), "draft": draft,
               "touched": bool(findings), "query": asked.query}  # fmt: skip
    return render(request, "office/monitoring/deadline.html", context, status=422 if findings else 200)

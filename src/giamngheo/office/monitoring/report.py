"""One report: its sheets with what was computed beside what was typed, its steps, comments, and what may be done."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.actions import reports as verbs
from giamngheo.monitoring.days import day_of_column, result_day, window_before
from giamngheo.monitoring.forms.filling import Cell
from giamngheo.monitoring.forms.units import decimals_of
from giamngheo.monitoring.models import EDITABLE, PeriodReport, ReportCell, ReportSheet, ReportState
from giamngheo.monitoring.papers.texts import papers_of
from giamngheo.monitoring.periods import kinds
from giamngheo.monitoring.permissions import makes_reports
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.reports import ReportPage
from giamngheo.monitoring.queries.reports import report_page as read_page
from giamngheo.monitoring.reporting import ADDED, TYPED
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.monitoring import present
from giamngheo.office.monitoring.indicator import decimal_typed
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.territory.models import Level

Found = list[tuple[str, Finding]]
PAPERS: dict[str, str | Promise] = {
    "giam-sat": gettext_lazy("Báo cáo giám sát"),
    "danh-gia": gettext_lazy("Báo cáo đánh giá"),
    "danh-gia-giai-doan": gettext_lazy("Báo cáo đánh giá"),
}


@login_required
def report_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The page; a POST with `viec` does one thing to the report."""
    page = page_or_404(request, pk)
    findings: Found = []
    if request.method == "POST":
        findings, leads_to = _do(request, page)
        if not findings:
            return redirect("office:monitoring-report", leads_to)
        page = page_or_404(request, pk)
    context = context_of(request, page) | {"problems": problems_of(findings), "sent": request.POST if findings else {}}
    return render(request, "office/monitoring/report.html", context, status=422 if findings else 200)


def page_or_404(request: OfficeRequest, pk: int) -> ReportPage:
    """The report, if the user may see it."""
    try:
        return read_page(request.user, pk)
    except PeriodReport.DoesNotExist as gone:
        raise Http404 from gone


def context_of(request: OfficeRequest, page: ReportPage) -> dict[str, Any]:
    """What the page shows."""
    report = page.report
    own = can(request.user, Permission.EDIT_MONITORING, report.unit) and makes_reports(request.user, report.unit)
    receives = can(request.user, Permission.RECEIVE_REPORT, report.receiver or report.unit)
    editable = own and report.state in EDITABLE
    return {
        "report": report, "title": title_of(report), "state": ReportState(report.state).label,
        "look": present.REPORT_TAGS.get(ReportState(report.state), ""), "editable": editable,
        "period": present.period_of(report), "days": present.days_of(report), "place": place_of(report),
        "sheets": [_sheet(page, each, editable=editable) for each in page.sheets],
        "checks": problems_of([("", each) for each in page.findings]),
        "may_send": editable, "may_receive": receives and report.state == ReportState.SUBMITTED,
        "may_lock": receives and report.state == ReportState.ACCEPTED,
        "may_correct": own and report.state == ReportState.LOCKED and len(page.versions) == report.version,
        "steps": report.steps.select_related("by"), "comments": report.comments.select_related("by"),
        "may_comment": report.state != ReportState.LOCKED, "versions": page.versions,
        "draft": draft_key(request, "report", report.pk),
        "has_parts": report.village_id is None and not kinds()[report.kind].own_days,
        "papers": papers_offered(report), "wording": getattr(report, "wording", None),
        "ground": getattr(report, "ground", None),
        "parts_query": "cap=tinh" if report.unit.level == Level.PROVINCE else "",
    }  # fmt: skip


def papers_offered(report: PeriodReport) -> list[tuple[str, str | Promise]]:
    """The papers a unit's report gives; a village is no body that issues papers."""
    return [(each.code, PAPERS[each.code]) for each in papers_of(report.kind)] if report.village_id is None else []


def title_of(report: PeriodReport) -> str:
    """The kind in words."""
    return present.kind_title(report.kind)


def place_of(report: PeriodReport) -> str:
    """Whose."""
    return f"{report.village.name}, {report.unit.name}" if report.village else report.unit.name


def _sheet(page: ReportPage, sheet: ReportSheet, *, editable: bool) -> dict[str, Any]:
    form, held = page.forms[sheet.form.code], {(each.row, each.column): each for each in sheet.cells.all()}
    rows = []
    for row in form.rows.values():
        cells = [
            _cell(page, sheet, row.key, column, held.get((row.key, column)), editable=editable)
            for column in form.columns
            if not row.heading
        ]
        rows.append({"row": row, "cells": cells})
    heads = [
        {"column": each, "day": day_of_column(page.report, each.reads, each.key, held.values())}
        for each in form.columns.values()
    ]
    return {"sheet": sheet, "form": sheet.form, "columns": heads, "rows": rows, "note": form.body.note}


def _cell(
    page: ReportPage, sheet: ReportSheet, row: str, column: str, cell: ReportCell | None, *, editable: bool
) -> dict[str, Any]:
    form = page.forms[sheet.form.code]
    decimals = decimals_of(form, row, column, page.units)
    value = page.worked.values.get((form.code, row, column))
    indicator = form.indicator(row, column)
    return {
        "name": f"{form.code}!{row}.{column}", "value": present.number(value, decimals),
        "open": editable and form.is_typed(row, column), "typed": present.number(cell.typed) if cell else "",
        "computed": present.number(cell.computed, decimals) if cell else "", "why": cell.why if cell else "",
        "was_typed": cell is not None and cell.typed is not None, "formula": not form.is_typed(row, column),
        "differs": cell is not None and None not in (cell.typed, cell.computed) and cell.typed != cell.computed,
        "url": _opens(page.report, indicator, cell), "label": f"{form.rows[row].title}, {form.columns[column].title}",
    }  # fmt: skip


def _opens(report: PeriodReport, indicator: tuple[str, str] | None, cell: ReportCell | None) -> str:
    """What a computed cell was counted from: rows of the registers, the reports below, or what was typed and aimed at.

    The page counts anew: where a register was put right since, it says so by its own number.
    """
    if cell is None or cell.computed is None:
        return ""
    own = {"cap": "tinh"} if report.unit.level == Level.PROVINCE else {"don-vi": str(report.unit_id)}
    if cell.why.startswith(ADDED):
        return present.url_of("office:monitoring-below", (report.kind, report.year, report.number), own)
    if indicator is None:
        return ""
    code, reads = indicator
    village = {"thon": str(report.village_id)} if report.village_id else {}
    if reads in ("target", "estimate") or cell.why.startswith(TYPED):
        return present.url_of("office:monitoring-indicator", (code,), own)
    days = _days(report, reads, cell)
    return present.url_of("office:monitoring-rows", (code,), days | village | own)


def _days(report: PeriodReport, reads: str, cell: ReportCell) -> dict[str, str]:
    """On which day the registers are opened, and since when what moved is counted."""
    if reads in ("result", "result_before"):
        return {"ngay": printed_day(result_day(report.year - (reads == "result_before")))}
    if reads == "opening":
        return {"ngay": printed_day(report.begins)}
    begins, ends = window_before(report) if reads == "previous" else (report.begins, report.ends)
    return {"ngay": printed_day(min(cell.as_of or ends, ends)), "tu": printed_day(begins)}


def _do(request: OfficeRequest, page: ReportPage) -> tuple[Found, int]:
    """What was asked for; and the report to look at then."""
    report, post, by = page.report, request.POST, request.user
    reason = post.get("reason", "")
    acts: dict[str, tuple[Callable[[], Any], str]] = {
        "dien": (lambda: verbs.fill_report(by=by, report=report), _("Đã điền lại từ các sổ; số đã gõ tay giữ nguyên.")),
        "cong": (lambda: verbs.fill_report(by=by, report=report, parts=True), _("Đã cộng từ báo cáo cấp dưới.")),
        "gui": (lambda: _save_and_send(request, page), _("Đã gửi báo cáo.")),
        "luu": (lambda: _save(request, page), _("Đã lưu.")),
        "nhan": (lambda: verbs.accept_report(by=by, report=report), _("Đã nhận báo cáo.")),
        "tra": (lambda: verbs.return_report(by=by, report=report, reason=reason), _("Đã trả lại.")),
        "khoa": (lambda: verbs.lock_report(by=by, report=report), _("Đã khóa: báo cáo không thay đổi được nữa.")),
        "sua": (lambda: verbs.correct_report(by=by, report=report, reason=reason), _("Đã lập bản sửa.")),
        "y-kien": (
            lambda: verbs.comment_on_report(by=by, report=report, text=post.get("text", "")), _("Đã ghi ý kiến."),
        ),
    }  # fmt: skip
    act, words = acts.get(post.get("viec", ""), (None, ""))
    if act is None:
        raise Http404
    try:
        done = act()
    except Refused as refused:
        return [("", each) for each in refused.findings], report.pk
    say_saved(request, words, draft_key(request, "report", report.pk))
    return [], done.pk if isinstance(done, PeriodReport) else report.pk


def _save(request: OfficeRequest, page: ReportPage) -> int:
    values, wrong = typed_cells(request, page)
    if wrong:
        raise Refused(*wrong)
    return verbs.type_cells(by=request.user, report=page.report, values=values)


def _save_and_send(request: OfficeRequest, page: ReportPage) -> PeriodReport:
    _save(request, page)
    return verbs.submit_report(by=request.user, report=page.report)


def typed_cells(request: OfficeRequest, page: ReportPage) -> tuple[dict[Cell, Decimal | None], list[Finding]]:
    """What was typed into the open cells, and what of it is no number."""
    values: dict[Cell, Decimal | None] = {}
    wrong = []
    for code, form in page.forms.items():
        for row in form.rows:
            for column in form.columns:
                words = request.POST.get(f"{code}!{row}.{column}")
                if words is None or not form.is_typed(row, column):
                    continue
                value = decimal_typed(words) if words.strip() else None
                if words.strip() and value is None:
                    wrong.append(
                        p.CELL.at(cell=f"{form.rows[row].title}, {form.columns[column].title}", text=words[:60])
                    )
                values[code, row, column] = value
    return values, wrong

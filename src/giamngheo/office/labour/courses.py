"""Courses of the year: the list with its totals, as a file, and planning one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can_everywhere
from giamngheo.labour import actions
from giamngheo.labour.models import CourseKind, CourseState, Occupation
from giamngheo.labour.queries.courses import courses_for, work_items_for
from giamngheo.labour.values import Outline
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.labour.course_forms import Found, number, shown, unit_of, write
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day, whole

PER_PAGE = 50
SUMS = ("places", "people", "completed", "not_completed", "left", "open")


def _asked(request: OfficeRequest) -> dict[str, str]:
    kind, state = request.GET.get("loai", ""), request.GET.get("buoc", "")
    return {
        "loai": kind if kind in CourseKind.values else "", "buoc": state if state in CourseState.values else "",
    }  # fmt: skip


def _rows(request: OfficeRequest, asked: dict[str, str]) -> list[Any]:
    unit, year = unit_of(request), request.scope.year
    return list(courses_for(request.user, unit, year=year, kind=asked["loai"], state=asked["buoc"]))


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Courses that fall in the year, with how many took part and how it went; the totals are of all pages."""
    if request.scope.unit is None:
        return render(request, "office/labour/courses.html", {"no_unit": True})
    asked, unit = _asked(request), unit_of(request)
    rows = _rows(request, asked)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(asked)
    context: dict[str, Any] = {
        "unit": unit, "year": request.scope.year, "page": page, "asked": asked, "kinds": CourseKind.choices,
        "states": CourseState.choices, "query": query, "page_query": f"{query}&" if query else "",
        "sums": {name: sum(getattr(each, name) for each in rows) for name in SUMS}, "total": len(rows),
        "may_edit": can_everywhere(request.user, Permission.EDIT_LABOUR, unit),
    }  # fmt: skip
    return render(request, "office/labour/courses.html", context)


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same courses as a CSV or Excel file."""
    if form not in ("csv", "xlsx"):
        raise Http404
    unit = unit_of(request)
    header: list[Cell] = [
        _("Lớp"), _("Loại"), _("Nghề đào tạo"), _("Đơn vị dạy"), _("Địa điểm"), _("Từ ngày"), _("Đến ngày"),
        _("Số giờ"), _("Số chỗ"), _("Tham gia"), _("Hoàn thành"), _("Không hoàn thành"), _("Bỏ học"),
        _("Chưa có kết quả"), _("Đầu việc"), _("Tình trạng"), _("Lý do"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            each.title, each.get_kind_display(), each.get_occupation_display(), each.provider, each.place,
            printed_day(each.begins_on), printed_day(each.ends_on), each.hours, each.places, each.people,
            each.completed, each.not_completed, each.left, each.open,
            each.work_item.title if each.work_item else "", each.get_state_display(), each.reason,
        ]
        for each in _rows(request, _asked(request))
    ]  # fmt: skip
    return as_file(form, f"lop-{unit.code}-{request.scope.year}", header, rows)


@login_required
def plan(request: OfficeRequest) -> HttpResponse:
    """A course that is to be held."""
    unit, today = unit_of(request, Permission.EDIT_LABOUR), request.scope.today
    items = [(str(each.pk), each.title) for each in work_items_for(request.user, unit, request.scope.year)]
    fields = [
        Field("kind", _("Loại lớp"), options=CourseKind.choices, value="vocational"),
        Field("title", _("Tên lớp"), required=True),
        Field("occupation", _("Nghề đào tạo"), _("Chỉ chọn cho lớp đào tạo nghề."),
              options=[("", "–"), *Occupation.choices]),
        Field("content", _("Nội dung (không bắt buộc)"), most=500), Field("provider", _("Đơn vị dạy"), required=True),
        Field("place", _("Địa điểm (không bắt buộc)")),
        Field("begins_on", _("Từ ngày"), value=printed_day(today), most=10),
        Field("ends_on", _("Đến ngày"), value=printed_day(today), most=10),
        Field("hours", _("Số giờ"), most=5), Field("places", _("Số chỗ"), most=6),
        Field("work_item", _("Đầu việc trả kinh phí (không bắt buộc)"), options=[("", "–"), *items]),
    ]  # fmt: skip
    draft, findings, made = draft_key(request, "course-plan"), Found(), []
    if request.method == "POST":
        typed = Typed(request.POST, today)
        outline = Outline(
            typed.text("kind"), typed.text("title")[:200], typed.text("provider")[:200], typed.day("begins_on"),
            typed.day("ends_on"), number(typed, "hours", "số giờ", "hours", 0) or 0,
            number(typed, "places", "số chỗ", "places", 0) or 0, typed.text("occupation"),
            typed.text("content")[:500], typed.text("place")[:200], whole(typed.text("work_item")),
        )  # fmt: skip
        findings = write(
            request, typed.findings,
            lambda: made.append(actions.plan_course(by=request.user, unit=unit, outline=outline)),
            _("Đã lập lớp."), draft,
        )  # fmt: skip
        show(fields, request.POST, findings)
    context = {
        "unit": unit, "fields": fields, "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "title": _("Lập lớp"),
    }  # fmt: skip
    return shown(request, "course_form", context, findings, ("office:course", made[0].pk) if made else ())

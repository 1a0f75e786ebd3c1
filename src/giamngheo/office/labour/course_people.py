"""One course: who takes part, hours and results by keyboard, its steps; people of the register are added by ticking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can_everywhere
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.households.births import printed
from giamngheo.households.queries.listing import villages_in
from giamngheo.labour import actions
from giamngheo.labour.models import Course, CourseParticipant, CourseResult, CourseState
from giamngheo.labour.problems import VALUE
from giamngheo.labour.queries import register_on
from giamngheo.labour.queries.courses import Sheet, course_sheet, courses_for, in_course
from giamngheo.labour.values import Marks
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.labour.course_forms import Found, shown, unit_of, write
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import whole

PER_PAGE = 50
CLASSES = {"poor": gettext_lazy("hộ nghèo"), "near_poor": gettext_lazy("hộ cận nghèo")}


def course_of(request: OfficeRequest, pk: int) -> Any:
    """The course with its counts. Raises Http404, OutOfScope, NotPermitted."""
    found = courses_for(request.user, unit_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@login_required
def page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The course; each form below names what it does in "viec"."""
    course = course_of(request, pk)
    sheet = course_sheet(request.user, course, request.scope.today)
    officer = [Field("name", _("Họ và tên cán bộ"), most=100), Field("post", _("Chức danh"), most=150)]
    reason = [Field("reason", _("Lý do"), most=300)]
    removing = [
        Field("participant", _("Người ghi nhầm"), options=[(str(each.pk), name_of(each)) for each in sheet.people]),
        Field("why", _("Lý do"), most=300),
    ]
    draft, findings, act = draft_key(request, "course", pk), Found(), request.POST.get("viec", "")
    if request.method == "POST":
        findings = _done(request, course, sheet, act, draft)
        for fields in (officer, reason, removing):
            show(fields, request.POST, findings)
    context: dict[str, Any] = {
        "course": course, "rows": [_row(request, each, sheet) for each in sheet.people], "sheet": sheet,
        "problems": problems_of(findings), "draft": draft, "touched": bool(findings) and act == "ghi", "act": act,
        "may_edit": can_everywhere(request.user, Permission.EDIT_LABOUR, course.unit), "officer_fields": officer,
        "reason_fields": reason, "remove_fields": removing, "results": [("", "–"), *CourseResult.choices],
        "running": course.state == CourseState.RUNNING, "planned": course.state == CourseState.PLANNED,
        "persons": sum(each.person_id is not None for each in sheet.people), "failed": bool(findings),
    }  # fmt: skip
    return shown(request, "course", context, findings, ("office:course", pk))


def name_of(each: CourseParticipant) -> str:
    """The name of a participant."""
    return each.person.full_name if each.person else f"{each.name}, {each.post}"


def _done(request: OfficeRequest, course: Course, sheet: Sheet, act: str, draft: str) -> Found:
    by, sent = request.user, request.POST
    if act == "ghi":
        marks, findings = _marks(request, sheet)
        return write(
            request, findings, lambda: actions.mark(by=by, course=course, marks=marks), _("Đã ghi kết quả."), draft
        )
    chosen = [each for each in sheet.people if each.pk == whole(sent.get("participant"))]
    acts: dict[str, Callable[[], object]] = {
        "bat-dau": lambda: actions.start_course(by=by, course=course),
        "ket-thuc": lambda: actions.close_course(by=by, course=course),
        "huy": lambda: actions.cancel_course(by=by, course=course, reason=sent.get("reason", "")),
        "can-bo": lambda: actions.add_officer(
            by=by, course=course, name=sent.get("name", ""), post=sent.get("post", "")
        ),
    }
    if chosen:
        acts["bo"] = lambda: actions.remove_participant(by=by, participant=chosen[0], reason=sent.get("why", ""))
    if act not in acts:
        raise Http404
    return write(request, [], acts[act], _("Đã lưu."), "")


def _held(each: CourseParticipant) -> dict[str, str]:
    attended = "" if each.attended is None else str(each.attended)
    return {
        "attended": attended, "result": each.result, "certificate": each.certificate, "reason": each.reason,
    }  # fmt: skip


def _sent(request: OfficeRequest, each: CourseParticipant) -> dict[str, str]:
    return {name: request.POST.get(f"{name}-{each.pk}", value).strip() for name, value in _held(each).items()}


def _row(request: OfficeRequest, each: CourseParticipant, sheet: Sheet) -> dict[str, Any]:
    klass = (sheet.classes or {}).get(each.pk, "")
    return {
        "row": each, "name": name_of(each), "klass": CLASSES.get(klass, ""), "sent": _sent(request, each),
        "birth": printed(each.person.birth) if each.person else "",
    }  # fmt: skip


def _marks(request: OfficeRequest, sheet: Sheet) -> tuple[dict[int, Marks], Found]:
    marks, findings = {}, Found()
    for each in sheet.people:
        sent = _sent(request, each)
        if sent == _held(each):
            continue
        hours = whole(sent["attended"])
        if sent["attended"] and hours is None:
            finding = VALUE.at(
                who=name_of(each), value=sent["attended"], field_vi="số giờ dự", field_en="hours attended"
            )
            findings.append((f"attended-{each.pk}", finding))
        marks[each.pk] = Marks(hours, sent["result"], sent["certificate"][:80], sent["reason"][:300])
    return marks, findings


@login_required
@require_safe
def people_file(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """Who takes part, as a CSV or Excel file."""
    if form not in ("csv", "xlsx"):
        raise Http404
    course = course_of(request, pk)
    sheet = course_sheet(request.user, course, request.scope.today)
    header: list[Cell] = [
        _("Họ và tên"), _("Chức danh"), _("Ngày sinh"), _("Thuộc hộ"), _("Số giờ dự"), _("Kết quả"),
        _("Số chứng chỉ"), _("Lý do"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            each.person.full_name if each.person else each.name, each.post,
            printed(each.person.birth) if each.person else "", CLASSES.get((sheet.classes or {}).get(each.pk, ""), ""),
            "" if each.attended is None else each.attended, each.get_result_display(), each.certificate, each.reason,
        ]
        for each in sheet.people
    ]  # fmt: skip
    return as_file(form, f"lop-{course.pk}-nguoi", header, rows)


@login_required
def add(request: OfficeRequest, pk: int) -> HttpResponse:
    """People of the register on the first day (today where that is to come), ticked and added together."""
    course, today = course_of(request, pk), request.scope.today
    unit_of(request, Permission.EDIT_LABOUR)
    day = min(course.begins_on, today)
    villages = villages_in(request.user, course.unit, day, Permission.VIEW_LABOUR)
    village = whole(request.GET.get("thon"))
    asked = {
        "thon": str(village) if village in {each.pk for each in villages} else "",
        "ten": squeeze(nfc(request.GET.get("ten", "")))[:100],
    }  # fmt: skip
    there, words = in_course(request.user, course), asked["ten"].casefold()
    people = [
        each
        for each in register_on(request.user, course.unit, day, village if asked["thon"] else None)
        if each.person.pk not in there and words in each.person.full_name.casefold()
    ]
    chosen = [int(each) for each in request.POST.getlist("nguoi") if whole(each) is not None]
    findings = Found()
    if request.method == "POST":
        said = ngettext("Đã thêm %(number)s người.", "Đã thêm %(number)s người.", len(set(chosen)))
        findings = write(
            request, [], lambda: actions.add_people(by=request.user, course=course, people=chosen),
            said % {"number": len(set(chosen))}, "",
        )  # fmt: skip
        if not findings:
            return redirect("office:course", pk)
    query = query_of(asked)
    context: dict[str, Any] = {
        "course": course, "villages": villages, "asked": asked, "day": day, "problems": problems_of(findings),
        "page": Paginator(people, PER_PAGE).get_page(request.GET.get("trang")), "chosen": set(chosen),
        "page_query": f"{query}&" if query else "", "query": query_of(asked, trang=request.GET.get("trang", "")),
    }  # fmt: skip
    return render(request, "office/labour/course_add.html", context, status=422 if findings else 200)

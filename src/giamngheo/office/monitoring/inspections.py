"""Inspections: what is overdue first, setting one out, the checklist on a phone, findings, the minutes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.monitoring import problems as p
from giamngheo.monitoring.actions import inspections as verbs
from giamngheo.monitoring.inspecting import is_overdue, report_due, report_rule
from giamngheo.monitoring.inspection_minutes import group_words, minutes_of
from giamngheo.monitoring.models import Answered, FindingState, InspectedGroup, Inspection, InspectionFinding
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.queries.inspections import (
    InspectionPage,
    SamplePage,
    findings_for,
    inspection_page,
    inspections_in,
    open_findings,
)
from giamngheo.monitoring.questions import asked_of as questions_of
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, problems_of
from giamngheo.office.monitoring.asking import asked_of
from giamngheo.office.planning.output import MEDIA_TYPES
from giamngheo.office.programme.forms import Asked, Form, Input, ask, options
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day, whole
from giamngheo.paperwork.writers import write
from giamngheo.programme.queries import posts
from giamngheo.support.catalogue import catalogue

LOOKS = {FindingState.CLOSED: "good", FindingState.VERIFIED: "good", FindingState.REMEDIED: "warning"}
DAYS = 15  # our own usual deadline for a remedy


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Findings that wait, the overdue first; inspections, the last first."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring/inspections.html", {"no_unit": True})
    today = request.scope.today
    context = {
        "asked": asked, "tab": "inspections", "may_edit": can(request.user, Permission.EDIT_MONITORING, asked.unit),
        "findings": [_shown(each, today) for each in open_findings(request.user, asked.unit, today)],
        "inspections": list(inspections_in(request.user, asked.unit)[:100]),
    }  # fmt: skip
    return render(request, "office/monitoring/inspections.html", context)


@login_required
def new_page(request: OfficeRequest) -> HttpResponse:
    """Setting one out: it draws at once, and nothing of it changes afterwards."""
    asked = asked_of(request, Permission.EDIT_MONITORING)
    if asked is None:
        raise Http404
    unit, today = asked.unit, request.scope.today
    known = list(posts(request.user, unit))
    fields: list[Field] = [
        Field("title", _("Nội dung kiểm tra"), most=200),
        Field("plan_paper", _("Văn bản kế hoạch"), _("Số, ngày của kế hoạch hoặc quyết định kiểm tra."), most=300),
        Field("begins", _("Từ ngày"), value=printed_day(today), most=10),
        Field("ends", _("Đến ngày"), value=printed_day(today + timedelta(days=DAYS)), most=10),
        Field("head", _("Trưởng đoàn"), options=options(known, _("chọn chức danh"))),
        Input("team", _("Thành viên khác"), options=options(known), many=True),
        Field("group", _("Chọn hộ trong"), options=InspectedGroup.choices, value=InspectedGroup.EITHER),
        Field("kind", _("Loại hỗ trợ"), _("Chỉ khi chọn trong các hộ đã nhận một loại hỗ trợ."),
              options=[("", _("không")), *((each.code, _title(each.title)) for each in catalogue())]),
        Field("villages", _("Số thôn"), value="2", most=3),
        Field("households", _("Số hộ mỗi thôn"), value="3", most=3),
        Field("seed", _("Số gieo (không bắt buộc)"),
              _("Để trống thì phần mềm tự lấy. Nếu gõ, nên là số đã công bố trước, như bốc thăm tại cuộc họp."),
              most=60),
    ]  # fmt: skip

    def act(typed: Asked) -> tuple[str, str]:
        begins, ends, head = typed.day("begins"), typed.day("ends"), typed.must_one("head", known)
        typed.must()
        plan = verbs.SetOut(
            typed.text("title"), typed.text("plan_paper"), begins, ends, head, typed.several("team", known),
            typed.text("group"), whole(typed.text("villages")) or 0, whole(typed.text("households")) or 0,
            typed.text("kind"), typed.text("seed"),
        )  # fmt: skip
        made = verbs.set_out_inspection(by=request.user, unit=unit, plan=plan, today=today)
        return _("Đã rút thăm."), reverse("office:inspection", args=[made.pk])

    note = _(
        "Rút thăm ngay khi lưu; danh sách rút không sửa, không rút lại được. Rút lần nữa là một cuộc kiểm tra khác."
    )
    key = ("inspection", unit.pk)
    return ask(request, Form(_("Lập cuộc kiểm tra"), fields, act, key, _trail(), _("Lưu và rút thăm"), note))


@login_required
@require_safe
def inspection_page_of(request: OfficeRequest, pk: int) -> HttpResponse:
    """Team, draw, who was visited, findings with their steps."""
    page, today = _page(request, pk), request.scope.today
    homes = [each for each in page.samples if each.sample.household_id]
    context = {
        "page": page, "inspection": page.inspection, "villages": [each for each in page.samples if each not in homes],
        "homes": homes, "done": sum(each.whole for each in homes),
        "group": group_words(page.inspection.group, page.inspection.support_kind),
        "report_due": report_due(page.inspection), "report_rule": report_rule(),
        "report_words": report_rule().words["en" if get_language() == "en" else "vi"],
        "findings": [_shown(each, today) for each in page.findings],
        "may_edit": can(request.user, Permission.EDIT_MONITORING, page.inspection.unit),
    }  # fmt: skip
    return render(request, "office/monitoring/inspection.html", context)


@login_required
def answer_page(request: OfficeRequest, pk: int, sample: int) -> HttpResponse:
    """The checklist of a village or household; answers and, below them, what was found."""
    page = _page(request, pk)
    one = next((each for each in page.samples if each.sample.pk == sample), None)
    if one is None:
        raise Http404
    require(request.user, Permission.EDIT_MONITORING, page.inspection.unit)
    draft, problems = draft_key(request, "inspection", pk, sample), []
    if request.method == "POST":
        problems = _answered(request, page.inspection, one)
        if not problems:
            say_saved(request, _("Đã ghi phiếu."), draft)
            return redirect(reverse("office:inspection", args=[pk]))
    context = {
        "page": page, "inspection": page.inspection, "one": one, "asks": _asks(request, one), "draft": draft,
        "problems": problems_of(problems), "found": request.POST.get("found", ""),
    }  # fmt: skip
    return render(request, "office/monitoring/checklist.html", context, status=422 if problems else 200)


@login_required
def new_finding(request: OfficeRequest, pk: int) -> HttpResponse:
    """Something found, of the whole inspection or of a place drawn."""
    page = _page(request, pk)
    places = [each.sample for each in page.samples]
    names = [(str(each.sample.pk), f"{each.who or each.sample.code}, {each.sample.village}") for each in page.samples]
    fields: list[Field] = [
        Input("text", _("Phát hiện"), rows=3, most=1000),
        Field("sample", _("Ở đâu"), options=[("", _("chung của cuộc kiểm tra")), *names]),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        where = typed.one("sample", places)
        typed.must()
        verbs.add_finding(by=request.user, inspection=page.inspection, text=typed.text("text"), sample=where)
        return _("Đã ghi phát hiện."), reverse("office:inspection", args=[pk])

    require(request.user, Permission.EDIT_MONITORING, page.inspection.unit)
    return ask(request, Form(_("Ghi phát hiện"), fields, act, ("finding", pk), _trail(page.inspection)))


@login_required
def finding_step(request: OfficeRequest, pk: int, act: str) -> HttpResponse:
    """One step of a finding: giao, xong, kiem, dong."""
    finding = findings_for(request.user).filter(pk=pk).first()
    if finding is None or act not in ("giao", "xong", "kiem", "dong"):
        raise Http404
    require(request.user, Permission.EDIT_MONITORING, finding.inspection.unit)
    known = list(posts(request.user, finding.inspection.unit))
    back = reverse("office:inspection", args=[finding.inspection_id])
    told: list[Field] = [
        Input("told", _("Đã làm gì") if act == "xong" else _("Kiểm tra lại thế nào"), rows=3, most=1000)
    ]
    by: Any = request.user

    def assign(typed: Asked) -> None:
        post, due = typed.must_one("post", known), typed.day("due_on")
        typed.must()
        verbs.assign_remedy(
            by=by, finding=finding, remedy=typed.text("remedy"), post=post, due_on=due, reason=typed.text("reason"),
            today=request.scope.today,
        )  # fmt: skip

    acts: dict[str, tuple[str, list[Field], Callable[[Asked], Any]]] = {
        "giao": (_("Giao khắc phục"), _assigning(request, finding, options(known, _("chọn chức danh"))), assign),
        "xong": (_("Báo đã khắc phục"), told,
                 lambda typed: verbs.report_remedied(by=by, finding=finding, told=typed.text("told"))),
        "kiem": (_("Ghi kiểm tra lại"), told,
                 lambda typed: verbs.verify_remedy(by=by, finding=finding, told=typed.text("told"))),
        "dong": (_("Đóng phát hiện"), [], lambda _typed: verbs.close_finding(by=by, finding=finding)),
    }  # fmt: skip
    title, fields, doing = acts[act]

    def do(typed: Asked) -> tuple[str, str]:
        doing(typed)
        return _("Đã ghi."), back

    return ask(
        request, Form(title, fields, do, ("finding-step", pk, act), _trail(finding.inspection), note=finding.text)
    )


@login_required
@require_safe
def minutes_file(request: OfficeRequest, pk: int, form: str) -> HttpResponse:
    """The minutes to take away: Word or PDF."""
    page = _page(request, pk)
    if form not in ("docx", "pdf"):
        raise Http404
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"bien-ban.{form}"
        write(minutes_of(page, request.scope.today), path)
        content = path.read_bytes()
    response = HttpResponse(content, content_type=MEDIA_TYPES[form])
    response.headers["Content-Disposition"] = f'attachment; filename="bien-ban-kiem-tra-{pk}.{form}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(request: OfficeRequest, pk: int) -> InspectionPage:
    try:
        return inspection_page(request.user, pk)
    except Inspection.DoesNotExist:
        raise Http404 from None


def _trail(inspection: Inspection | None = None) -> list[tuple[str, str]]:
    trail = [(_("Kiểm tra"), reverse("office:inspections"))]
    return [*trail, (inspection.title, reverse("office:inspection", args=[inspection.pk]))] if inspection else trail


def _shown(finding: InspectionFinding, today: Any) -> dict[str, Any]:
    late = is_overdue(finding, today)
    look = "error" if late else LOOKS.get(FindingState(finding.state), "warning" if finding.state == "found" else "")
    return {"finding": finding, "late": late, "look": look}


def _assigning(request: OfficeRequest, finding: InspectionFinding, known: Any) -> list[Field]:
    due = finding.due_on or request.scope.today + timedelta(days=DAYS)
    fields: list[Field] = [
        Input("remedy", _("Cách khắc phục"), rows=3, most=1000, value=finding.remedy),
        Field("post", _("Người làm"), options=known, value=str(finding.post_id or "")),
        Field("due_on", _("Thời hạn"), value=printed_day(due), most=10),
    ]
    again = finding.state != FindingState.FOUND
    return [*fields, Field("reason", _("Lý do giao lại"), most=1000)] if again else fields


def _asks(request: OfficeRequest, one: SamplePage) -> list[dict[str, Any]]:
    found = []
    for each in questions_of(household=one.sample.household_id is not None):
        held = one.answers.get(each.code)
        found.append({
            "code": each.code, "label": _title(each), "choices": Answered.choices,
            "value": request.POST.get(each.code, held.value if held else ""),
            "remark": request.POST.get(f"{each.code}-ghi", held.remark if held else ""),
        })  # fmt: skip
    return found


def _answered(request: OfficeRequest, inspection: Inspection, one: SamplePage) -> list[tuple[str, Finding]]:
    post, by = request.POST, request.user
    codes = [each.code for each in questions_of(household=one.sample.household_id is not None)]
    lost = [each for each in codes if post.get(f"{each}-ghi", "").strip() and not post.get(each)]
    if lost:
        return [(lost[0], p.ANSWER.at())]
    try:
        verbs.answer_checklist(
            by=by, sample=one.sample,
            answers={each: (post[each], post.get(f"{each}-ghi", "")) for each in codes if post.get(each)},
        )  # fmt: skip
        if post.get("found", "").strip():
            verbs.add_finding(by=by, inspection=inspection, text=post["found"], sample=one.sample)
    except Refused as refused:
        return [("", each) for each in refused.findings]
    return []


def _title(words: Any) -> str:
    return str(words.en if get_language() == "en" else words.vi)

"""Entering an act, also in place of a void one; its page with questions and answers; voiding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.documents.actions import file_path, keep_file
from giamngheo.foundation.findings import Finding
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, reason_field, show
from giamngheo.office.outreach.listing import shown
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.asking import Asked, asked_of
from giamngheo.office.typed import printed_day, whole
from giamngheo.support.actions import outreach as verbs
from giamngheo.support.models import OutreachEvent, OutreachKind, ReachMethod
from giamngheo.support.problems import Refused
from giamngheo.support.problems_outreach import REACH
from giamngheo.support.queries.outreach import outreach_for, questions_of

PLACES = {"OUTREACH-MISSING": "title", "OUTREACH-DAY": "on", "OUTREACH-REACH": "reach", "OUTREACH-VOIDED": "reason",
          "OUTREACH-QUESTION": "text", "OUTREACH-ANSWER": "answer"}  # fmt: skip
Found = list[tuple[str, Finding]]


@login_required
def enter(request: OfficeRequest) -> HttpResponse:
    """The form; `?thay=`: filled from a void act that the new one replaces."""
    asked = asked_of(request, Permission.EDIT_SUPPORT)
    if asked is None:
        return redirect("office:outreach")
    former = outreach_for(request.user).filter(pk=whole(request.GET.get("thay")) or 0, voided_at__isnull=False).first()
    fields = _fields(asked, former)
    chosen = {each.pk for each in former.villages.all()} if former else set()
    draft = draft_key(request, "outreach", asked.unit.pk, former.pk if former else 0)
    findings: Found = []
    if request.method == "POST":
        chosen = {number for each in request.POST.getlist("o-thon") if (number := whole(each)) is not None}
        made, findings = _enter(request, asked, former, chosen)
        if made is not None:
            say_saved(request, _("Đã ghi."), draft)
            return redirect("office:outreach-event", made.pk)
        show(fields, request.POST, findings)
    context: dict[str, Any] = {
        "asked": asked, "fields": fields, "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "chosen": chosen, "former": former,
    }  # fmt: skip
    return render(request, "office/outreach/enter.html", context, status=422 if findings else 200)


@login_required
def event_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """One act: what was told of it, its questions with their answers."""
    event = _event(request, pk)
    act = request.POST.get("viec", "")
    forms = {"hoi": _question_fields(), "bo": [reason_field(must=True)]}
    findings: Found = []
    if request.method == "POST":
        acts: dict[str, Callable[[], Found]] = {
            "hoi": lambda: _ask(request, event), "tra-loi": lambda: _answer(request, event),
            "bo": lambda: _said(lambda: verbs.void_outreach(by=request.user, event=event,
                                                             reason=request.POST.get("reason", ""))),
        }  # fmt: skip
        findings = acts.get(act, list)()
        if not findings:
            say_saved(request, _("Đã ghi."), draft_key(request, "outreach", act, pk))
            return redirect("office:outreach-event", pk)
        if act in forms:
            show(forms[act], request.POST, findings)
    context: dict[str, Any] = {
        **shown(event), "questions": questions_of(request.user, event), "problems": problems_of(findings), "act": act,
        "question_fields": forms["hoi"], "void_fields": forms["bo"], "today": printed_day(request.scope.today),
        "may_edit": event.voided_at is None and can(request.user, Permission.EDIT_SUPPORT, event.unit),
        "may_replace": can(request.user, Permission.EDIT_SUPPORT, event.unit), "day": request.scope.today,
        "is_dialogue": event.kind == OutreachKind.DIALOGUE, "ask_draft": draft_key(request, "outreach", "hoi", pk),
        "sent": request.POST if findings and act == "tra-loi" else {}, "question_sent": whole(request.POST.get("cau")),
    }  # fmt: skip
    return render(request, "office/outreach/event.html", context, status=422 if findings else 200)


@login_required
@require_safe
def event_file(request: OfficeRequest, pk: int) -> FileResponse:
    """The evidence as it was sent."""
    event = _event(request, pk)
    if event.file is None:
        raise Http404
    try:
        content = file_path(event.file.sha256).open("rb")
    except OSError as gone:
        raise Http404 from gone
    return FileResponse(content, as_attachment=True, filename=event.file.name, content_type="application/octet-stream")


def _event(request: OfficeRequest, pk: int) -> OutreachEvent:
    event = outreach_for(request.user).filter(pk=pk).first()
    if event is None:
        raise Http404
    return event


def _enter(
    request: OfficeRequest, asked: Asked, former: OutreachEvent | None, villages: set[int]
) -> tuple[OutreachEvent | None, Found]:
    require(request.user, Permission.EDIT_SUPPORT, asked.unit)
    typed = Typed(request.POST, request.scope.today)
    on, until = typed.day("on"), typed.day("until") if typed.text("until") else None
    reach, target = _number(typed, "reach"), _number(typed, "reach_target")
    file = request.FILES.get("file")
    if file is not None and (file.size or 0) > settings.MAX_UPLOAD_BYTES:
        return None, [("file", verbs.p.MISSING.at())]
    if typed.findings:
        return None, typed.findings
    kept = None
    if file is not None:
        kept = keep_file(by=request.user, name=file.name or "", content=file.read(), media_type=file.content_type or "")
    words: dict[str, Any] = {
        name: typed.text(name)
        for name in ("kind", "title", "topics", "audience", "reach_method", "place", "organiser", "link")
    }
    act = verbs.Act(
        **words, on=on, until=until, reach=reach, reach_target=target, villages=sorted(villages),
        file=kept or (former.file if former else None),
    )  # fmt: skip
    try:
        return verbs.enter_outreach(by=request.user, unit=asked.unit, act=act, instead_of=former), []
    except Refused as refused:
        return None, [(PLACES.get(each.code, ""), each) for each in refused.findings]


def _number(typed: Typed, name: str) -> int | None:
    words = typed.text(name).replace(".", "").replace(" ", "")
    number = whole(words)
    if words and number is None:
        typed.findings.append((name, REACH.at()))
    return number


def _ask(request: OfficeRequest, event: OutreachEvent) -> Found:
    typed = Typed(request.POST, request.scope.today)
    due_on = typed.day("due_on") if typed.text("due_on") else None
    return typed.findings or _said(
        lambda: verbs.ask_in_dialogue(
            by=request.user, event=event, text=typed.text("text"), asked_by=typed.text("asked_by"),
            asked_of=typed.text("asked_of"), due_on=due_on,
        )
    )  # fmt: skip


def _answer(request: OfficeRequest, event: OutreachEvent) -> Found:
    typed = Typed(request.POST, request.scope.today)
    question = questions_of(request.user, event).filter(pk=whole(typed.text("cau")) or 0).first()
    if question is None:
        raise Http404
    on = typed.day("answered_on")
    return typed.findings or _said(
        lambda: verbs.answer_question(
            by=request.user, question=question, text=typed.text("answer"), on=on, answered_by=typed.text("answered_by")
        )
    )


def _said(act: Callable[[], object]) -> Found:
    try:
        act()
    except Refused as refused:
        return [(PLACES.get(each.code, ""), each) for each in refused.findings]
    return []


def _fields(asked: Asked, former: OutreachEvent | None) -> list[Field]:
    def was(name: str) -> str:
        value = getattr(former, name) if former else ""
        return "" if value is None else str(value)

    days = {name: printed_day(getattr(former, name)) if former else "" for name in ("on", "until")}
    return [
        Field("kind", _("Loại"), options=list(OutreachKind.choices), value=was("kind")),
        Field("title", _("Tên"), _("Ví dụ: Tập huấn chăn nuôi bò cho hộ cận nghèo."), value=was("title"), most=250),
        Field("on", _("Ngày"), value=days["on"] or printed_day(asked.day), most=10),
        Field("until", _("Đến ngày (không bắt buộc)"), value=days["until"], most=10),
        Field("topics", _("Chủ đề"), value=was("topics"), most=300),
        Field("audience", _("Đối tượng"), _("Ai được truyền thông, ví dụ hộ nghèo thôn 1."),
              value=was("audience"), most=300),
        Field("place", _("Địa điểm (không bắt buộc)"), value=was("place"), most=200),
        Field("organiser", _("Đơn vị, người làm (không bắt buộc)"), value=was("organiser"), most=200),
        Field("reach_method", _("Biết số người bằng cách nào"), options=list(ReachMethod.choices),
              value=was("reach_method")),
        Field("reach", _("Số người, lượt tiếp cận"), _("Chưa đếm thì để trống."), value=was("reach"), most=12),
        Field("reach_target", _("Trong đó thuộc hộ nghèo, cận nghèo, mới thoát nghèo (không bắt buộc)"),
              value=was("reach_target"), most=12),
        Field("link", _("Đường dẫn (không bắt buộc)"), value=was("link"), most=300),
    ]  # fmt: skip


def _question_fields() -> list[Field]:
    return [
        Field("text", _("Câu hỏi, kiến nghị"), most=900),
        Field("asked_by", _("Người hỏi (không bắt buộc)"), most=150),
        Field("asked_of", _("Ai trả lời (không bắt buộc)"), most=150),
        Field("due_on", _("Hẹn trả lời trước ngày (không bắt buộc)"), most=10),
    ]

"""Vacancies, who suits them, work taken, and asking after people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, can_everywhere
from giamngheo.foundation.numbers import format_number
from giamngheo.labour import actions
from giamngheo.labour.models import FollowUpOutcome, Occupation, PlacementKind, Skill, VacancyState, WorkPlace
from giamngheo.labour.problems import VALUE, Refused
from giamngheo.labour.queries import due_follow_ups, matches, placements_for, register_on, vacancies_for
from giamngheo.labour.values import Taken
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import money, printed_day, whole

SHOWN = 30  # people suggested for one vacancy


def _amount(typed: Typed, name: str, vi: str, en: str) -> int | None:
    words = typed.text(name)
    found = money(words)
    if words and found is None:
        typed.findings.append((name, VALUE.at(who="", value=words, field_vi=vi, field_en=en)))
    return found


def _write(request: OfficeRequest, typed: Typed, act: Callable[[], object], words: str, draft: str) -> list:
    """What stands against it; nothing where it was written."""
    if typed.findings:
        return list(typed.findings)
    try:
        act()
    except Refused as refused:
        return [("", each) for each in refused.findings]
    say_saved(request, words, draft)
    return []


def _unit(request: OfficeRequest, permission: Permission = Permission.VIEW_LABOUR) -> Any:
    if request.scope.unit is None:
        raise Http404
    require(request.user, permission, request.scope.unit)
    return request.scope.unit


@login_required
def vacancy_list(request: OfficeRequest) -> HttpResponse:
    """Vacancies of the commune; the form below enters one."""
    if request.scope.unit is None:
        return redirect("office:labour")
    unit, today = _unit(request), request.scope.today
    fields = [
        Field("employer", _("Nơi tuyển"), required=True), Field("title", _("Vị trí"), required=True),
        Field("occupation", _("Nghề"), options=Occupation.choices),
        Field("skill", _("Trình độ"), options=[(str(value), title) for value, title in Skill.choices], value="0"),
        Field("work_place", _("Nơi làm việc"), options=[(str(a), b) for a, b in WorkPlace.choices], value="1"),
        Field("wage", _("Lương (đồng một tháng)"), _("Chưa nói lương thì để trống."), most=20),
        Field("places", _("Số chỗ"), value="1", most=5),
        Field("closes_on", _("Nhận đến ngày"), _("Ví dụ 31/12/2026 hoặc 31/12."), most=10),
    ]  # fmt: skip
    draft, findings = draft_key(request, "vacancy"), []
    if request.method == "POST":
        typed = Typed(request.POST, today)
        closes, wage = typed.day("closes_on"), _amount(typed, "wage", "lương", "wage")
        findings = _write(
            request, typed,
            lambda: actions.open_vacancy(
                by=request.user, unit=unit, employer=typed.text("employer")[:200], title=typed.text("title")[:200],
                occupation=typed.text("occupation"), skill=whole(typed.text("skill")) or 0, opened_on=today,
                work_place=whole(typed.text("work_place")) or 0, places=whole(typed.text("places")) or 0,
                wage=wage, closes_on=closes,
            ), _("Đã ghi vị trí tuyển dụng."), draft,
        )  # fmt: skip
        if not findings:
            return redirect("office:vacancies")
        show(fields, request.POST, findings)
    context = {
        "unit": unit, "rows": vacancies_for(request.user, unit), "fields": fields, "problems": problems_of(findings),
        "draft": draft, "touched": bool(findings),
        "may_edit": can_everywhere(request.user, Permission.EDIT_LABOUR, unit),
        "title": _("Vị trí tuyển dụng"), "action": _("Ghi vị trí tuyển dụng"), "mode": "vacancies",
    }  # fmt: skip
    return render(request, "office/labour/work.html", context, status=422 if findings else 200)


@login_required
def vacancy_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """A vacancy and who suits it, each with the reasons; it is ended below."""
    unit = _unit(request)
    vacancy = vacancies_for(request.user, unit).filter(pk=pk).first()
    if vacancy is None:
        raise Http404
    ends = [each for each in VacancyState.choices if each[0] != VacancyState.OPEN]
    fields, findings = [Field("state", _("Tình trạng"), options=ends)], []
    draft = draft_key(request, "vacancy", pk)
    if request.method == "POST":
        typed = Typed(request.POST, request.scope.today)
        findings = _write(
            request, typed,
            lambda: actions.end_vacancy(by=request.user, vacancy=vacancy, state=typed.text("state")),
            _("Đã đổi tình trạng."), draft,
        )  # fmt: skip
        if not findings:
            return redirect("office:vacancy", pk)
        show(fields, request.POST, findings)
    suits = matches(request.user, unit, vacancy, request.scope.today)
    vietnamese = get_language() == "vi"
    rows = [
        (match, entry, [(part, part.reason.vi if vietnamese else part.reason.en) for part in match.parts])
        for match, entry in suits[:SHOWN]
    ]
    context = {
        "unit": unit, "vacancy": vacancy, "rows": rows, "fields": fields, "problems": problems_of(findings),
        "draft": draft, "touched": bool(findings), "title": vacancy.title, "action": _("Đổi tình trạng"),
        "may_edit": vacancy.state == VacancyState.OPEN and can_everywhere(request.user, Permission.EDIT_LABOUR, unit),
        "may_place": can(request.user, Permission.EDIT_LABOUR, unit), "mode": "vacancy",
    }  # fmt: skip
    return render(request, "office/labour/work.html", context, status=422 if findings else 200)


@login_required
def placing(request: OfficeRequest, person: int) -> HttpResponse:
    """Work somebody took, from a vacancy or not."""
    unit, today = _unit(request, Permission.EDIT_LABOUR), request.scope.today
    entry = next((each for each in register_on(request.user, unit, today) if each.person.pk == person), None)
    if entry is None:
        raise Http404
    vacancy = vacancies_for(request.user, unit).filter(pk=whole(request.GET.get("vi-tri")) or 0).first()
    abroad = vacancy is not None and vacancy.work_place == WorkPlace.ABROAD
    fields = [
        Field("kind", _("Loại"), options=PlacementKind.choices, value="abroad" if abroad else "home"),
        Field("company", _("Nơi làm việc"), value=vacancy.employer.name if vacancy else "", required=True),
        Field("country", _("Nước đến"), _("Chỉ khi đi nước ngoài theo hợp đồng."), most=80),
        Field("contract_number", _("Số hợp đồng"), _("Đi nước ngoài thì phải có."), most=80),
        Field("valid_from", _("Từ ngày"), value=printed_day(today), most=10),
        Field("valid_to", _("Đến ngày (không bắt buộc)"), most=10),
        Field("wage", _("Lương (đồng một tháng)"), _("Chưa nói lương thì để trống."), most=20,
              value=format_number(vacancy.wage) if vacancy and vacancy.wage else ""),
        Field("deposit", _("Tiền ký quỹ (đồng)"), _("Chỉ khi đi nước ngoài theo hợp đồng."), most=20),
    ]  # fmt: skip
    draft, findings = draft_key(request, "placing", person), []
    if request.method == "POST":
        typed = Typed(request.POST, today)
        taken = Taken(
            typed.text("kind"), typed.text("company")[:200], typed.day("valid_from"),
            typed.day("valid_to") if typed.text("valid_to") else None, typed.text("country")[:80],
            typed.text("contract_number")[:80], _amount(typed, "wage", "lương", "wage"),
            _amount(typed, "deposit", "tiền ký quỹ", "deposit"),
        )  # fmt: skip
        findings = _write(
            request, typed,
            lambda: actions.place(by=request.user, unit=unit, person=person, taken=taken, vacancy=vacancy),
            _("Đã ghi nhận việc."), draft,
        )  # fmt: skip
        if not findings:
            return redirect("office:follow-ups")
        show(fields, request.POST, findings)
    context = {
        "unit": unit, "fields": fields, "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "title": _("Nhận việc: %(name)s") % {"name": entry.person.full_name}, "action": _("Ghi nhận việc"),
        "may_edit": True, "mode": "placing", "vacancy": vacancy,
    }  # fmt: skip
    return render(request, "office/labour/work.html", context, status=422 if findings else 200)


@login_required
def following(request: OfficeRequest) -> HttpResponse:
    """Placements that stand, and the follow-ups that are due; the form below enters what became of one, or takes the
    entry back."""
    if request.scope.unit is None:
        return redirect("office:labour")
    unit, today = _unit(request), request.scope.today
    due = due_follow_ups(request.user, unit, today)
    known = list(placements_for(request.user, unit))
    names = {each.pk: f"{each.person.full_name}, {each.company}, {printed_day(each.valid_from)}" for each in known}
    fields = [
        Field("placement", _("Lần nhận việc"), options=[(str(pk), name) for pk, name in names.items()],
              value=request.GET.get("lan") or (str(due[0].placement.pk) if due else "")),
        Field("months", _("Sau mấy tháng"), options=[("3", _("3 tháng")), ("12", _("12 tháng"))],
              value=request.GET.get("thang") or (str(due[0].months) if due else "")),
        Field("outcome", _("Kết quả"), options=[*FollowUpOutcome.choices, ("take-back", _("ghi nhầm, đảo lần này"))]),
        Field("on", _("Ngày"), value=printed_day(today), most=10),
        Field("note", _("Ghi chú, lý do"), _("Đảo lần ghi nhầm thì phải ghi lý do."), most=300),
    ]  # fmt: skip
    draft, findings = draft_key(request, "follow-up"), []
    if request.method == "POST":
        typed = Typed(request.POST, today)
        chosen = next((each for each in known if each.pk == whole(typed.text("placement"))), None)
        if chosen is None:
            raise Http404
        on = typed.day("on")

        def act() -> None:
            if typed.text("outcome") == "take-back":
                actions.take_back_placement(by=request.user, placement=chosen, reason=typed.text("note"))
            else:
                actions.follow_up(
                    by=request.user, placement=chosen, months=whole(typed.text("months")) or 0, on=on,
                    outcome=typed.text("outcome"), note=typed.text("note"),
                )  # fmt: skip

        findings = _write(request, typed, act, _("Đã ghi kết quả."), draft)
        if not findings:
            return redirect("office:follow-ups")
        show(fields, request.POST, findings)
    context = {
        "unit": unit, "rows": known, "due": due, "fields": fields, "problems": problems_of(findings), "draft": draft,
        "touched": bool(findings), "title": _("Người đã nhận việc"), "action": _("Ghi kết quả"), "mode": "follow",
        "may_edit": bool(known) and can(request.user, Permission.EDIT_LABOUR, unit),
    }  # fmt: skip
    return render(request, "office/labour/work.html", context, status=422 if findings else 200)

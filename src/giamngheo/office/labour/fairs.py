"""Job fairs: the list with its sums, as a file; one fair with its employers, hires, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import can_everywhere
from giamngheo.labour import actions
from giamngheo.labour.models import FairState, VisitorMethod
from giamngheo.labour.queries.fairs import employers_at, fairs_for, linkable
from giamngheo.office.drafts import draft_key
from giamngheo.office.households.fields import Field, Typed, problems_of, show
from giamngheo.office.labour.course_forms import Found, number, shown, unit_of, write
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day, whole

SUMS = ("firms", "offered", "interviewed", "hired")


def _asked(request: OfficeRequest) -> dict[str, str]:
    state = request.GET.get("buoc", "")
    return {"buoc": state if state in FairState.values else ""}


@login_required
def list_page(request: OfficeRequest) -> HttpResponse:
    """Fairs of the year; the form below plans one, or enters one that was held."""
    if request.scope.unit is None:
        return render(request, "office/labour/fairs.html", {"no_unit": True})
    unit, today, asked = unit_of(request), request.scope.today, _asked(request)
    fields = [
        Field("title", _("Tên phiên"), required=True), Field("on", _("Ngày"), value=printed_day(today), most=10),
        Field("place", _("Địa điểm"), required=True),
    ]  # fmt: skip
    draft, findings, made = draft_key(request, "fair"), Found(), []
    if request.method == "POST":
        typed = Typed(request.POST, today)
        on = typed.day("on")
        findings = write(
            request, typed.findings,
            lambda: made.append(actions.plan_fair(
                by=request.user, unit=unit, title=typed.text("title"), on=on, place=typed.text("place")
            )), _("Đã ghi phiên giao dịch."), draft,
        )  # fmt: skip
        show(fields, request.POST, findings)
    rows = list(fairs_for(request.user, unit, year=request.scope.year, state=asked["buoc"]))
    context: dict[str, Any] = {
        "unit": unit, "year": request.scope.year, "rows": rows, "asked": asked, "states": FairState.choices,
        "query": query_of(asked), "sums": {name: sum(getattr(each, name) for each in rows) for name in SUMS},
        "fields": fields, "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "may_edit": can_everywhere(request.user, Permission.EDIT_LABOUR, unit),
    }  # fmt: skip
    return shown(request, "fairs", context, findings, ("office:fair", made[0].pk) if made else ())


@login_required
@require_safe
def list_file(request: OfficeRequest, form: str) -> HttpResponse:
    """The same fairs as a CSV or Excel file."""
    if form not in ("csv", "xlsx"):
        raise Http404
    unit = unit_of(request)
    header: list[Cell] = [
        _("Phiên giao dịch"), _("Ngày"), _("Địa điểm"), _("Số nơi tuyển"), _("Số chỗ tuyển"), _("Số người đến"),
        _("Cách đếm"), _("Phỏng vấn"), _("Tuyển tại chỗ"), _("Tình trạng"), _("Lý do"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [
        [
            each.title, printed_day(each.on), each.place, each.firms, each.offered,  # type: ignore[attr-defined]
            "" if each.visitors is None else each.visitors, each.get_visitor_method_display(),
            each.interviewed, each.hired, each.get_state_display(), each.reason,  # type: ignore[attr-defined]
        ]
        for each in fairs_for(request.user, unit, year=request.scope.year, state=_asked(request)["buoc"])
    ]  # fmt: skip
    return as_file(form, f"phien-giao-dich-{unit.code}-{request.scope.year}", header, rows)


@login_required
def page(request: OfficeRequest, pk: int) -> HttpResponse:
    """One fair; each form below names what it does in "viec"."""
    unit = unit_of(request)
    fair = fairs_for(request.user, unit).filter(pk=pk).first()
    if fair is None:
        raise Http404
    rows, open_ = employers_at(request.user, fair), fair.state == FairState.PLANNED
    placements = list(linkable(request.user, fair)) if open_ else []
    forms: dict[str, list[Field]] = {
        "noi-tuyen": [
            Field("employer", _("Nơi tuyển")), Field("offered", _("Số chỗ tuyển"), most=6),
            Field("interviewed", _("Số người phỏng vấn"), value="0", most=6),
            Field("hired", _("Số người tuyển tại chỗ"), value="0", most=6),
        ],
        "noi-ket": [Field("placement", _("Lần nhận việc"), options=[
            (str(each.pk), f"{each.person}, {each.company}, {printed_day(each.valid_from)}") for each in placements
        ])],
        "chot": [
            Field("visitor_method", _("Cách đếm người đến"), options=VisitorMethod.choices, value="signed"),
            Field("visitors", _("Số người đến"), _("Để trống nếu chưa đếm."), most=6),
        ],
        "huy": [Field("reason", _("Lý do"), most=300)],
    }  # fmt: skip
    draft, findings, act = draft_key(request, "fair", pk), Found(), request.POST.get("viec", "")
    if request.method == "POST":
        if act not in forms:
            raise Http404
        typed = Typed(request.POST, request.scope.today)
        doing = _act(request, fair, typed, act, rows, placements)
        findings = write(request, typed.findings, doing, _("Đã lưu."), draft)
        show(forms[act], request.POST, findings)
    context: dict[str, Any] = {
        "fair": fair, "rows": rows, "problems": problems_of(findings), "draft": draft, "act": act, "open": open_,
        "touched": bool(findings), "forms": forms, "placements": placements,
        "employer_fields": forms["noi-tuyen"], "hire_fields": forms["noi-ket"], "close_fields": forms["chot"],
        "cancel_fields": forms["huy"], "may_edit": open_ and can_everywhere(request.user, Permission.EDIT_LABOUR, unit),
        "sums": {name: getattr(fair, name) for name in SUMS},
    }  # fmt: skip
    return shown(request, "fair", context, findings, ("office:fair", pk))


def _act(
    request: OfficeRequest, fair: Any, typed: Typed, act: str, rows: list[Any], placements: list[Any]
) -> Callable[[], object]:
    """What a form asks for; what could not be read is noted in `typed` first."""
    by = request.user
    if act == "noi-tuyen":
        numbers = {
            name: number(typed, name, vi, en, 0) or 0
            for name, vi, en in (
                ("offered", "số chỗ tuyển", "places offered"), ("interviewed", "số phỏng vấn", "interviewed"),
                ("hired", "số tuyển", "hired"),
            )
        }  # fmt: skip
        return lambda: actions.count_employer(by=by, fair=fair, employer=typed.text("employer"), **numbers)
    if act == "chot":
        visitors = number(typed, "visitors", "số người đến", "visitors")
        return lambda: actions.close_fair(
            by=by, fair=fair, visitor_method=typed.text("visitor_method"), visitors=visitors
        )
    if act == "huy":
        return lambda: actions.cancel_fair(by=by, fair=fair, reason=typed.text("reason"))
    chosen = next((each for each in placements if each.pk == whole(typed.text("placement"))), None)
    at_fair = next((each for each in rows if chosen and each.employer.name == chosen.company), None)
    if chosen is None or at_fair is None:
        raise Http404
    return lambda: actions.link_hire(by=by, at_fair=at_fair, placement=chosen)

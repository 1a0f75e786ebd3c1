"""A new round: which review, when, by which standard."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.foundation.dates import format_date, last_day
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.present import language
from giamngheo.office.review_survey.ways import Placed, told, whole
from giamngheo.office.typed import printed_day
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.actions.rounds import create_round
from giamngheo.review.judging.laws import Choice, cards, choices, layers, resolved, rule_absent
from giamngheo.review.keeping.warning import law_days
from giamngheo.review.models import RoundKind
from giamngheo.review.problems import Refused
from giamngheo.standards.wording import say
from giamngheo.territory.models import Unit

KINDS = {
    "dinh-ky": RoundKind.ANNUAL,
    "thuong-xuyen": RoundKind.MONTHLY,
    "muc-song-trung-binh": RoundKind.AVERAGE_LIVING_STANDARD,
    "thu-nhap-thap": RoundKind.LOW_INCOME_WORKER,
}
HELP: dict[str, str | Promise] = {
    RoundKind.ANNUAL: gettext_lazy(
        "Rà soát mọi hộ nghèo, hộ cận nghèo đang có và các hộ có giấy đề nghị, từ 01/9 đến hết 14/12."
    ),
    RoundKind.MONTHLY: gettext_lazy("Rà soát các hộ có giấy đề nghị, mỗi tháng một lần từ ngày 15."),
    RoundKind.AVERAGE_LIVING_STANDARD: gettext_lazy(
        "Xác định hộ làm nông, lâm, ngư, diêm nghiệp có mức sống trung bình theo thu nhập 12 tháng."
    ),
    RoundKind.LOW_INCOME_WORKER: gettext_lazy(
        "Xác định người lao động có thu nhập thấp theo giấy đề nghị của từng người."
    ),
}
START, NEXT = "start", "next"  # which of two standards
_DAYS_OF_A_MONTH = 15  # a round within a month: the decision is due so many days after it begins
_PLACES = {
    "REVIEW-ROUND-DAYS": "starts_on", "REVIEW-ROUND-STANDARD-OPEN": "standard", "REVIEW-ROUND-STANDARD": "standard",
    "REVIEW-ROUND-SCORECARD": "scorecard",
}  # fmt: skip


@login_required
def choose_kind(request: OfficeRequest) -> HttpResponse:
    """Which review."""
    _unit(request)
    kinds = [(slug, kind.label, HELP[kind]) for slug, kind in KINDS.items()]
    return render(request, "office/review_survey/kinds.html", {"kinds": kinds})


@login_required
def create(request: OfficeRequest, slug: str) -> HttpResponse:
    """The form; a refusal keeps every field."""
    if slug not in KINDS:
        raise Http404
    kind, unit, today = KINDS[slug], _unit(request), request.scope.today
    typed = Typed(request.POST, today)
    begins, ends_by = _law(request, kind)
    known = choices(kind, begins)
    fields = _fields(kind, unit, begins, ends_by)
    context: dict[str, Any] = {
        "unit": unit, "kind": kind, "help": HELP[kind], "fields": fields, "standards": _standards(known, kind),
        "draft": draft_key(request, "round", unit.pk, slug), "chosen": request.POST.get("standard", ""),
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "office/review_survey/create.html", context)
    findings: list[Placed] = []
    starts = typed.day("starts_on") if typed.text("starts_on") else begins
    ends = typed.day("ends_on") if typed.text("ends_on") else ends_by
    findings += typed.findings
    if not findings:
        try:
            made = create_round(
                by=request.user, unit=unit, kind=kind, year=whole_number(typed.text("year")) or 0,
                month=0 if kind == RoundKind.ANNUAL else whole_number(typed.text("month")) or 0, starts_on=starts,
                ends_on=ends, judged_on=_judged(typed.text("standard"), known), province=typed.text("province"),
                scorecard=typed.text("scorecard"),
            )  # fmt: skip
        except Refused as refused:
            findings = [(_PLACES.get(each.code, ""), each) for each in refused.findings]
        else:
            say_saved(request, _("Đã tạo đợt rà soát. Việc tiếp theo: ghi Ban Chỉ đạo."), context["draft"])
            return redirect("office:review-round", made.round.pk)
    show(fields, request.POST, findings)
    context |= {"problems": told(findings), "touched": True}
    return render(request, "office/review_survey/create.html", context, status=422)


def _unit(request: OfficeRequest) -> Unit:
    unit = request.scope.unit
    if unit is None:
        raise NotPermitted(str(Permission.RUN_REVIEW))
    require(request.user, Permission.RUN_REVIEW, unit)
    return unit


def _law(request: OfficeRequest, kind: RoundKind) -> tuple[date, date]:
    """The days the law proposes for the year and month sent, else for the year at the top or this month; where a first
    day is typed it is that one."""
    typed, today = Typed(request.POST, request.scope.today), request.scope.today
    annual = kind == RoundKind.ANNUAL
    year = whole_number(typed.text("year")) or (request.scope.year if annual else today.year)
    month = 0 if annual else min(max(whole_number(typed.text("month")) or today.month, 1), 12)
    first, last = law_days(kind, min(max(year, 2000), 2100), month, today)
    if last is None:
        until = last_day(first.year, first.month)
        last = first.replace(day=min(first.day + _DAYS_OF_A_MONTH, until))
    if typed.text("starts_on"):
        found = typed.day("starts_on")
        first = first if typed.findings else found
    return first, last


def _fields(kind: RoundKind, unit: Unit, begins: date, ends_by: date) -> list[Field]:
    fields = [Field("year", _("Năm"), value=str(begins.year), most=4)]
    blank = _("Để trống thì theo luật: %(day)s.")
    if kind != RoundKind.ANNUAL:
        months = [(str(each), _("Tháng %(month)d") % {"month": each}) for each in range(1, 13)]
        fields.append(Field("month", _("Tháng"), options=months, value=str(begins.month)))
        blank = _("Để trống thì theo luật, ngày %(number)s của tháng.")
    fields += [
        Field("starts_on", _("Từ ngày"), blank % {"day": printed_day(begins), "number": begins.day}, most=10),
        Field("ends_on", _("Đến ngày"), blank % {"day": printed_day(ends_by), "number": ends_by.day}, most=10),
    ]
    own = layers(unit, begins)
    if own:
        options = [("", _("Chuẩn quốc gia")), *((each.province, say(each.title, language())) for each in own)]
        fields.append(Field("province", _("Quy định riêng của tỉnh"), options=options))
    if kind.judges_poverty:
        fields.append(_card_field(begins))
    return fields


def _card_field(begins: date) -> Field:
    try:
        kept = cards(resolved(begins))
    except Refused:
        kept = ()
    options = [("", _("Không có: ghi điểm B1 từ phiếu giấy"))]
    for each in kept:
        mark = _("đã xác nhận") if each.verified else _("chưa ai xác nhận theo văn bản")
        options.append((each.key, f"{say(each.title, language())} ({each.key}; {mark})"))
    return Field(
        "scorecard", _("Bảng điểm B1"),
        _("Bảng đã nạp vào máy này. Không có bảng thì điểm B1 lấy từ phiếu giấy, kết quả ghi là chép điểm."),
        options=options,
    )  # fmt: skip


def _standards(known: list[Choice], kind: RoundKind) -> list[dict[str, Any]]:
    """The standards to choose from: one is said, of two one has to be chosen."""
    found = []
    for value, each in zip((START, NEXT), known, strict=False):
        absent = rule_absent(each.standard, kind)
        found.append(
            {
                "value": value, "title": say(each.standard.release.title, language()), "key": each.standard.key,
                "day": format_date(each.day), "absent": told(whole([absent]))[0]["message"] if absent else "",
            }
        )  # fmt: skip
    return found


def _judged(chosen: str, known: list[Choice]) -> date | None:
    places = {START: 0, NEXT: 1}
    place = places.get(chosen)
    return known[place].day if place is not None and place < len(known) and len(known) > 1 else None

"""Requests: the register of what was received, a receipt for each, and their way into a round."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import NotPermitted, Permission, require
from giamngheo.accounts.queries import can
from giamngheo.households.models import Household
from giamngheo.households.queries.households import household_on
from giamngheo.households.queries.listing import Wanted, listing
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, show
from giamngheo.office.lists import link, query_of
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.present import state_word, title_of
from giamngheo.office.review_survey.ways import Placed, must_run, the_round, told, unit_to_review, whole
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.actions import requests as verbs
from giamngheo.review.models import Channel, RequestForm, ReviewRequest
from giamngheo.review.problems import Refused
from giamngheo.review.queries import requests as queries
from giamngheo.review.queries.requests import Asked, RequestRow
from giamngheo.territory.models import Unit

PER_PAGE = 50
STATES = {"cho-dot": queries.WAITING, "dang-ra-soat": queries.UNDER_REVIEW, "da-xong": queries.SETTLED}
FORMS = {
    "mau-01": RequestForm.REVIEW, "mau-04": RequestForm.EXIT, "mau-05": RequestForm.AVERAGE_LIVING_STANDARD,
    "thu-nhap-thap": RequestForm.LOW_INCOME_WORKER,
}  # fmt: skip
_TITLES: dict[str, str | Promise] = {
    "": gettext_lazy("Tất cả"),
    "cho-dot": gettext_lazy("Chờ đưa vào đợt"),
    "dang-ra-soat": gettext_lazy("Đang rà soát"),
    "da-xong": gettext_lazy("Đã giải quyết"),
}
SHORT_FORMS: dict[str, str | Promise] = {
    RequestForm.REVIEW: gettext_lazy("Rà soát (Mẫu 01)"),
    RequestForm.EXIT: gettext_lazy("Thoát nghèo (Mẫu 04)"),
    RequestForm.AVERAGE_LIVING_STANDARD: gettext_lazy("Mức sống trung bình (Mẫu 05)"),
    RequestForm.LOW_INCOME_WORKER: gettext_lazy("Lao động thu nhập thấp"),
}
_PLACES = {"REVIEW-REQUEST-DAY": "on", "REVIEW-REQUEST-WHO": "applicant", "REVIEW-NOT-LIVING-HERE": "on"}


@login_required
@require_safe
def request_list(request: OfficeRequest) -> HttpResponse:
    """What was received, the newest first."""
    unit = unit_to_review(request)
    if unit is None:
        return render(request, "office/review_survey/requests.html", {"no_unit": True})
    asked = _asked(request)
    page = Paginator(queries.request_list(request.user, unit, _wanted(asked)), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    query = query_of(asked)
    context: dict[str, Any] = {
        "unit": unit, "asked": asked, "page": page, "page_query": f"{query}&" if query else "",
        "rows": [_row(each) for each in queries.rows_of(request.user, unit, list(page.object_list))],
        "states": [link(title, asked, asked["loc"] == slug, loc=slug) for slug, title in _TITLES.items()],
        "forms": [(slug, SHORT_FORMS[form]) for slug, form in FORMS.items()],
        "filtered": any(asked[name] for name in ("loc", "mau", "tim", "nam-nhan")),
        "may_run": can(request.user, Permission.RUN_REVIEW, unit),
    }  # fmt: skip
    return render(request, "office/review_survey/requests.html", context)


@login_required
@require_safe
def request_table(request: OfficeRequest, form: str) -> HttpResponse:
    """The same as a file, all pages of it."""
    unit = unit_to_review(request)
    header: list[Cell] = [
        _("Số"), _("Ngày nhận"), _("Loại giấy"), _("Hộ"), _("Người ký giấy"), _("Cách nộp"), _("Hạn giải quyết"),
        _("Kết quả"),
    ]  # fmt: skip
    if unit is None:
        return as_file(form, "giay-de-nghi", header, [])
    found = list(queries.request_list(request.user, unit, _wanted(_asked(request))))
    rows = ([*_cells(_row(each))] for each in queries.rows_of(request.user, unit, found))
    return as_file(form, f"giay-de-nghi-{unit.code}", header, rows)


@login_required
def find_household(request: OfficeRequest) -> HttpResponse:
    """Whose request it is: the household found by a member's name."""
    unit = _unit(request)
    words = request.GET.get("tim", "").strip()[:100]
    homes = listing(request.user, unit, Wanted(request.scope.today, words=words)).households[:20] if words else []
    return render(request, "office/review_survey/find.html", {"words": words, "homes": homes, "unit": unit})


@login_required
def receive(request: OfficeRequest, household: int) -> HttpResponse:
    """The request of a household as it was handed in."""
    unit, today = _unit(request), request.scope.today
    try:
        home = household_on(request.user, household, today)
    except Household.DoesNotExist as missing:
        raise Http404 from missing
    people = [(str(row.person_id), row.person.full_name) for row in home.members]
    fields = _fields(people, home.head.person.full_name if home.head else "", printed_day(today))
    draft, findings = draft_key(request, "request", household), []
    if request.method == "POST":
        typed = Typed(request.POST, today)
        received_on = typed.day("on")
        findings = [*typed.findings, *_too_large(request)]
        if not findings:
            try:
                done = _received(request, unit, household, typed, received_on)
            except Refused as refused:
                findings = [(_PLACES.get(each.code, ""), each) for each in refused.findings]
            else:
                for each in done.warnings:
                    messages.warning(request, problem_of(each)["message"])
                said = _("Đã nhận giấy đề nghị số %(n)s/%(y)s.") % {"n": done.request.number, "y": done.request.year}
                say_saved(request, said, draft)
                return redirect("office:review-request", done.request.pk)
        show(fields, request.POST, findings)
    context = {
        "unit": unit, "home": home, "fields": fields, "draft": draft, "problems": told(findings),
        "touched": request.method == "POST", "megabytes": settings.MAX_UPLOAD_BYTES // (1024 * 1024),
    }  # fmt: skip
    return render(request, "office/review_survey/receive.html", context, status=422 if findings else 200)


@login_required
@require_safe
def review_request(request: OfficeRequest, pk: int) -> HttpResponse:
    """The request with its receipt, to be printed and handed over, and what became of it."""
    found = _mine(request, pk)
    row = queries.row_of(request.user, found)
    may_run = can(request.user, Permission.RUN_REVIEW, found.unit)
    context = {
        "row": _row(row), "request_": found, "may_run": may_run, "proposed": row.proposed,
        "proposed_title": title_of(row.proposed) if row.proposed else "",
    }  # fmt: skip
    return render(request, "office/review_survey/request.html", context)


@login_required
def place(request: OfficeRequest, pk: int) -> HttpResponse:
    """Requests that wait, and fit the round; those chosen go into it."""
    found = the_round(request, pk)
    must_run(request, found)
    waiting = queries.waiting_requests(request.user, found.unit, found)
    chosen = set(request.POST.getlist("giay"))
    findings: list[Placed] = []
    if request.method == "POST":
        picked = [each.request for each in waiting if str(each.request.pk) in chosen]
        try:
            made = verbs.place_requests(by=request.user, review_round=found, requests=picked) if picked else []
        except Refused as refused:
            findings = whole(refused.findings)
        else:
            n = len(made)
            messages.success(request, ngettext("Đã đưa %(n)s giấy đề nghị vào đợt.",
                                               "Đã đưa %(n)s giấy đề nghị vào đợt.", n) % {"n": n})  # fmt: skip
            return redirect("office:review-case" if n == 1 else "office:review-round", made[0].pk if n == 1 else pk)
    rows = [{**_row(each), "mine": each.proposed == found} for each in waiting]
    context = {
        "round": found, "title": title_of(found), "rows": rows, "problems": told(findings), "chosen": chosen,
        "first": request.method != "POST",
    }  # fmt: skip
    return render(request, "office/review_survey/place.html", context, status=422 if findings else 200)


@login_required
@require_POST
def place_one(request: OfficeRequest, pk: int, round_pk: int) -> HttpResponse:
    """One request into the round proposed for it."""
    found, review_round = _mine(request, pk), the_round(request, round_pk)
    must_run(request, review_round)
    try:
        (case,) = verbs.place_requests(by=request.user, review_round=review_round, requests=[found])
    except Refused as refused:
        messages.error(request, problem_of(refused.findings[0])["message"])
        return redirect("office:review-request", pk)
    messages.success(request, _("Đã đưa vào đợt."))
    return redirect("office:review-case", case.pk)


def _unit(request: OfficeRequest) -> Unit:
    unit = request.scope.unit
    if unit is None:
        raise NotPermitted(str(Permission.RUN_REVIEW))
    require(request.user, Permission.RUN_REVIEW, unit)
    return unit


def _mine(request: OfficeRequest, pk: int) -> ReviewRequest:
    try:
        return queries.request_seen(request.user, pk)
    except ReviewRequest.DoesNotExist as missing:
        raise Http404 from missing


def _asked(request: OfficeRequest) -> dict[str, str]:
    asked = {name: request.GET.get(name, "").strip()[:100] for name in ("tim", "mau", "loc", "nam-nhan")}
    asked["mau"] = asked["mau"] if asked["mau"] in FORMS else ""
    asked["loc"] = asked["loc"] if asked["loc"] in STATES else ""
    return asked


def _wanted(asked: dict[str, str]) -> Asked:
    return Asked(
        whole_number(asked["nam-nhan"]), FORMS.get(asked["mau"], ""), STATES.get(asked["loc"], ""), asked["tim"]
    )


def _fields(people: list[tuple[str, str]], head: str, today: str) -> list[Field]:
    forms = [(form.value, form.label) for form in RequestForm]
    return [
        Field("form", _("Loại giấy"), options=forms, value=RequestForm.REVIEW.value),
        Field("applicant", _("Người ký giấy"), _("Họ tên như ghi trên giấy."), value=head, most=150),
        Field(
            "person", _("Người lao động (chỉ với giấy của người lao động có thu nhập thấp)"),
            options=[("", "–"), *people],
        ),
        Field("on", _("Ngày nhận"), _("Ví dụ 05/10/2026 hoặc 5/10."), value=today, most=10),
        Field("channel", _("Cách nộp"), options=Channel.choices, value=Channel.DIRECT.value),
        Field("content", _("Nội dung đề nghị (không bắt buộc)"), most=500),
    ]  # fmt: skip


def _received(request: OfficeRequest, unit: Unit, household: int, typed: Typed, received_on: Any) -> verbs.Received:
    form = typed.text("form")
    file = request.FILES.get("file")
    paper = verbs.Paper(file.name or "", file.read(), file.content_type or "") if file else None
    return verbs.receive_request(
        by=request.user, unit=unit, form=form if form in RequestForm.values else RequestForm.REVIEW,
        household=household, person=whole_number(typed.text("person")), applicant=typed.text("applicant"),
        received_on=received_on, content=typed.text("content"), paper=paper,
        channel=typed.text("channel") if typed.text("channel") in Channel.values else Channel.DIRECT,
    )  # fmt: skip


def _too_large(request: OfficeRequest) -> list[Placed]:
    from giamngheo.review.problems_survey import REQUEST_FILE

    file = request.FILES.get("file")
    if file is None or (file.size or 0) <= settings.MAX_UPLOAD_BYTES:
        return []
    return [("file", REQUEST_FILE.at(megabytes=settings.MAX_UPLOAD_BYTES // (1024 * 1024)))]


def _row(row: RequestRow) -> dict[str, Any]:
    return {
        "row": row,
        "request": row.request,
        "number": f"{row.request.number}/{row.request.year}",
        "form": SHORT_FORMS[RequestForm(row.request.form)],
        "state": state_word(row.case.state) if row.case else {"label": _("chờ đưa vào đợt"), "tag": "warning"},
        "proposed": title_of(row.proposed) if row.proposed else "",
    }


def _cells(row: dict[str, Any]) -> list[Cell]:
    found: ReviewRequest = row["request"]
    return [
        row["number"], printed_day(found.received_on), row["form"], row["row"].head, found.applicant,
        found.get_channel_display(), printed_day(row["row"].decide_by), row["state"]["label"],
    ]  # fmt: skip

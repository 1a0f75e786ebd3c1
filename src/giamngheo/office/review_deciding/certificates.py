"""Certificates: who waits for one, issuing them for the whole commune, the list of a year, one and its replacement."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import Form, Input, day_input
from giamngheo.office.review_deciding.present import class_label
from giamngheo.office.review_deciding.ways import papers
from giamngheo.office.tables import Cell, as_file
from giamngheo.office.typed import printed_day
from giamngheo.review.actions import certificates as actions
from giamngheo.review.models import Certificate
from giamngheo.review.queries import certificates as queries

PER_PAGE = 50
_PLACES = {"REVIEW-CERTIFICATE-DAY": "issued_on", "REVIEW-DAY-FUTURE": "issued_on", "REVIEW-DECISION-SIGNER": "signer",
           "REVIEW-DECIDING-REASON": "reason"}  # fmt: skip


@login_required
def certificate_list(request: OfficeRequest) -> HttpResponse:
    """The year's certificates of the unit at the top; those due are issued from here, all at once."""
    unit = request.scope.unit
    if unit is None:
        return render(request, "office/review_deciding/certificates.html", {"no_unit": True})
    require(request.user, Permission.VIEW_REVIEW, unit)
    year = request.scope.year
    due = queries.due_of(request.user, unit, year)
    form = Form(
        [
            day_input("issued_on", _("Ngày cấp"), request.scope.today),
            Input("signer", _("Người ký"), value=due.signer, most=150, must=True),
        ],
        draft_key(request, "certificates", unit.pk, year), _PLACES,
    )  # fmt: skip
    if request.method == "POST":
        made = form.tried(
            request,
            actions.issue_certificates,
            lambda typed: {
                "by": request.user,
                "unit": unit,
                "year": year,
                "issued_on": typed.day("issued_on"),
                "signer": typed.text("signer"),
            },
        )
        if made is not None:
            say_saved(request, _told(made), form.draft)
            return redirect("office:review-certificate-list")
    asked = _asked(request)
    found = queries.certificates_for(request.user, unit, year, changed=bool(asked["loc"]), words=asked["tim"])
    query = query_of(asked)
    context = {
        "unit": unit, "year": year, "due": due, "form": form, "words": asked["tim"], "changed": bool(asked["loc"]),
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("trang")),
        "page_query": f"{query}&" if query else "", "query_now": query,
        "may_run": can(request.user, Permission.RUN_REVIEW, unit),
    }  # fmt: skip
    return render(request, "office/review_deciding/certificates.html", context, status=form.status)


@login_required
@require_safe
def certificate_table(request: OfficeRequest, form: str) -> HttpResponse:
    """The list as it is filtered, all pages of it, as a CSV or Excel file."""
    unit, year, asked = request.scope.unit, request.scope.year, _asked(request)
    header: list[Cell] = [_("Số"), _("Chủ hộ"), _("Thôn"), _("Loại hộ"), _("Ngày cấp"), _("Ghi chú")]
    if unit is None:
        return as_file(form, "giay-chung-nhan", header, [])
    require(request.user, Permission.VIEW_REVIEW, unit)
    found = queries.certificates_for(request.user, unit, year, changed=bool(asked["loc"]), words=asked["tim"])
    return as_file(form, f"giay-chung-nhan-{unit.code}-{year}", header, (_row(each) for each in found))


@login_required
def certificate(request: OfficeRequest, pk: int) -> HttpResponse:
    """One certificate; a lost or worn one is replaced here."""
    try:
        page = queries.certificate_page(request.user, pk)
    except Certificate.DoesNotExist as missing:
        raise Http404 from missing
    found = page.certificate
    form = Form(
        [
            day_input("issued_on", _("Ngày cấp lại"), request.scope.today),
            Input("reason", _("Lý do cấp lại"), _("Ví dụ: bị mất, bị rách nát."), most=300, must=True),
        ],
        draft_key(request, "certificate", pk), _PLACES,
    )  # fmt: skip
    if request.method == "POST":
        made = form.tried(
            request,
            actions.replace_certificate,
            lambda typed: {
                "by": request.user,
                "certificate": found,
                "issued_on": typed.day("issued_on"),
                "reason": typed.text("reason"),
            },
        )
        if made is not None:
            say_saved(request, _("Đã cấp lại, số mới %(number)d.") % {"number": made.number}, form.draft)
            return redirect("office:review-certificate", made.pk)
    context = {
        "page": page, "certificate": found, "form": form,
        "papers": papers((_("Giấy chứng nhận (Mẫu 03)"), "giay-chung-nhan", pk)),
    }  # fmt: skip
    return render(request, "office/review_deciding/certificate.html", context, status=form.status)


def _asked(request: OfficeRequest) -> dict[str, str]:
    """What the address asks of the list."""
    changed = "thay-doi" if request.GET.get("loc") == "thay-doi" else ""
    return {"tim": request.GET.get("tim", "").strip()[:100], "loc": changed}


def _row(found: Any) -> list[Cell]:
    told = (
        (found.corrected, _("có đính chính")), (found.replaces, _("cấp lại")), (found.changed, _("thay đổi thành viên"))
    )  # fmt: skip
    notes = [words for holds, words in told if holds]
    return [
        str(found), found.head_name or str(found.household), found.village_name or "", class_label(found.given),
        printed_day(found.issued_on), ", ".join(notes),
    ]  # fmt: skip


def _told(made: actions.Issued) -> str:
    new = len(made.certificates)
    first = ngettext("Đã cấp %(count)d giấy mới", "Đã cấp %(count)d giấy mới", new) % {"count": new}
    again = len(made.blocks) - new
    return _("%(first)s, xác nhận năm cho %(again)d giấy đã có.") % {"first": first, "again": again}

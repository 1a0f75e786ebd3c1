"""One delivery, and taking it back."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can, can_everywhere
from giamngheo.foundation import citizen_id
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import Field, Typed, problems_of, reason_field, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.listing import shown
from giamngheo.office.typed import printed_day
from giamngheo.support.actions import take_back
from giamngheo.support.models import SupportDelivery
from giamngheo.support.problems import Refused
from giamngheo.support.queries import deliveries_for, files_of

PLACES = {"SUPPORT-NO-REASON": "reason", "SUPPORT-DAY": "on"}


@login_required
def delivery_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """What was entered, by whom; the form below takes it back."""
    found = deliveries_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    fields = [Field("on", _("Ngày đảo"), value=printed_day(request.scope.today), most=10), reason_field(must=True)]
    draft, findings = draft_key(request, "take-back", pk), []
    if request.method == "POST":
        require(request.user, Permission.EDIT_SUPPORT, found.unit)
        findings = _take_back(request, found)
        if not findings:
            say_saved(request, _("Đã đảo lần hỗ trợ này."), draft)
            return redirect("office:support-delivery", pk)
        show(fields, request.POST, findings)
    stands = found.reverses_id is None and not hasattr(found, "reversed_by")
    context: dict[str, Any] = {
        **shown(found), "fields": fields, "problems": problems_of(findings), "draft": draft, "touched": bool(findings),
        "masked_id": citizen_id.mask(found.recipient.citizen_id), "stands": stands,
        "more_files": files_of(request.user, found),
        "may_see_file": bool(found.file_id) and can_everywhere(request.user, Permission.VIEW_SUPPORT, found.unit),
        "may_edit": stands and can(request.user, Permission.EDIT_SUPPORT, found.unit),
    }  # fmt: skip
    return render(request, "office/support/delivery.html", context, status=422 if findings else 200)


def _take_back(request: OfficeRequest, found: SupportDelivery) -> list:
    typed = Typed(request.POST, request.scope.today)
    on = typed.day("on")
    if typed.findings:
        return list(typed.findings)
    try:
        take_back(by=request.user, delivery=found, on=on, reason=typed.text("reason"))
    except Refused as refused:
        return [(PLACES.get(each.code, ""), each) for each in refused.findings]
    return []

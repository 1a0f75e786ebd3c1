"""Follow-up of livelihood projects: whose day has come, and entering what was found."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds.fields import typed_of
from giamngheo.office.households.fields import problems_of, show
from giamngheo.office.livelihood.fields import follow_fields, nought_or_money, placed
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.support.actions import follow_up
from giamngheo.support.following import TIMES
from giamngheo.support.models import ProjectParticipant
from giamngheo.support.problems import Refused
from giamngheo.support.queries import due_follow_ups, participants_for


@login_required
@require_safe
def due_page(request: OfficeRequest) -> HttpResponse:
    """Households to be looked at, the longest waiting first."""
    unit = request.scope.unit
    if unit is None:
        return redirect("office:livelihood")
    require(request.user, Permission.VIEW_SUPPORT, unit)
    context = {
        "unit": unit, "rows": due_follow_ups(request.user, unit, request.scope.today),
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, unit),
    }  # fmt: skip
    return render(request, "office/livelihood/due.html", context)


@login_required
def follow_up_page(request: OfficeRequest, pk: int, months: int) -> HttpResponse:
    """The form of one household at one time."""
    found = participants_for(request.user).filter(pk=pk).first()
    if found is None or months not in TIMES:
        raise Http404
    require(request.user, Permission.EDIT_SUPPORT, found.project.unit)
    fields = follow_fields(printed_day(request.scope.today))
    draft = draft_key(request, "follow-up", pk, months)
    title = _("Theo dõi sau %(months)s tháng") % {"months": months}
    context = {"title": title, "fields": fields, "draft": draft, "project": found.project, "home": found.household}
    if request.method != "POST":
        return render(request, "office/livelihood/form.html", context)
    findings = _entered(request, found, months)
    if not findings:
        say_saved(request, _("Đã ghi kết quả theo dõi."), draft)
        return redirect("office:livelihood-project", found.project_id)
    show(fields, request.POST, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, "office/livelihood/form.html", context, status=422)


def _entered(request: OfficeRequest, found: ProjectParticipant, months: int) -> list[tuple[str, Finding]]:
    typed = typed_of(request.POST, request.scope.today)
    before, after = nought_or_money(typed, "income_before"), nought_or_money(typed, "income_after")
    on = typed.day("on")
    if typed.findings:
        return list(typed.findings)
    try:
        follow_up(
            by=request.user, participant=found, months=months, on=on, income_before=before, income_after=after,
            running=typed.text("running") == "co", reason=typed.text("reason"),
        )  # fmt: skip
    except Refused as refused:
        return placed(refused.findings)
    return []

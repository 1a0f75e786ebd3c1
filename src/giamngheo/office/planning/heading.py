"""What stands around a plan's body, and issuing it: two forms that keep what was typed when they are refused."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import FindingError
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.page import plan_or_404
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning import actions, queries
from giamngheo.programme.models import AnnualPlan

_HEAD = ("number", "day", "subject", "authority", "signer", "reason")


@login_required
def head(request: OfficeRequest, pk: int) -> HttpResponse:
    """Number, day, subject and signer as they print; a refusal shows why and keeps every field."""
    plan = plan_or_404(request, pk)
    require(request.user, Permission.EDIT_PLAN, plan.commune)
    if request.method != "POST":
        return _form(request, plan, "head", _head_now(request, plan))
    typed = {name: request.POST.get(name, "") for name in _HEAD}
    try:
        actions.edit_head(by=request.user, plan=plan, based_on=_based_on(request), **typed)
    except FindingError as error:
        return _form(request, plan, "head", typed, error)
    messages.success(request, _("Đã lưu phần đầu và phần ký của kế hoạch."))
    return redirect("office:plan", pk)


@login_required
def issue(request: OfficeRequest, pk: int) -> HttpResponse:
    """Number and day, given once; afterwards nobody changes the plan."""
    plan = plan_or_404(request, pk)
    require(request.user, Permission.ISSUE_PLAN, plan.commune)
    if request.method != "POST":
        return _form(request, plan, "issue", _head_now(request, plan))
    typed = {name: request.POST.get(name, "") for name in ("number", "day")}
    try:
        actions.issue(by=request.user, plan=plan, based_on=_based_on(request), **typed)
    except FindingError as error:
        return _form(request, plan, "issue", typed, error)
    messages.success(request, _("Đã ban hành kế hoạch; từ nay không sửa được nữa."))
    return redirect("office:plan", pk)


def _based_on(request: OfficeRequest) -> int:
    return whole(request.POST.get("based_on")) or 0


def _head_now(request: OfficeRequest, plan: AnnualPlan) -> dict[str, str]:
    """The fields as they print now; what is missing is blank, never the mark of a gap."""
    view = queries.plan_tree(request.user, plan)
    now = view.content.head
    day = f"{now.day:02}/{now.month:02}/{now.year}" if now.day and now.month and now.year else ""
    return {
        "number": now.number,
        "day": day,
        "subject": view.subject if now.subject else "",
        "authority": "\n".join(now.authority),
        "signer": now.signer,
    }


def _form(
    request: OfficeRequest, plan: AnnualPlan, name: str, fields: dict[str, str], error: FindingError | None = None
) -> HttpResponse:
    context: dict[str, Any] = {
        "plan": plan,
        "title": _("Kế hoạch năm %(year)s – %(unit)s") % {"year": plan.year, "unit": plan.commune.name},
        "fields": fields,
        "code": error.finding.code if error else "",
        "problem": problem_of(error.finding) if error else None,
    }
    return render(request, f"office/planning/{name}.html", context, status=422 if error else 200)

"""What stands around a plan's body, and issuing it: two forms that keep what was typed when they are refused."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import FindingError
from giamngheo.foundation.text import squeeze
from giamngheo.office.drafts import draft_key, mark_of, say_saved
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.page import plan_or_404, title_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning import actions, queries
from giamngheo.planning.importing.problems import STALE
from giamngheo.programme.models import AnnualPlan

_HEAD = ("number", "day", "subject", "authority", "signer", "reason")
_ISSUE = ("number", "day")
_LABELS = {
    "number": gettext_lazy("Số văn bản"),
    "day": gettext_lazy("Ngày ký"),
    "subject": gettext_lazy("Trích yếu"),
    "authority": gettext_lazy("Quyền hạn, chức vụ người ký"),
    "signer": gettext_lazy("Họ và tên người ký"),
}


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
        return _refused(request, plan, "head", typed, error)
    say_saved(request, _("Đã lưu phần đầu và phần ký của kế hoạch."), draft_key(request, pk, "head"))
    return redirect("office:plan", pk)


@login_required
def issue(request: OfficeRequest, pk: int) -> HttpResponse:
    """Number and day, given once; afterwards nobody changes the plan."""
    plan = plan_or_404(request, pk)
    require(request.user, Permission.ISSUE_PLAN, plan.commune)
    if request.method != "POST":
        now = _head_now(request, plan)
        return _form(request, plan, "issue", {name: now[name] for name in _ISSUE})
    typed = {name: request.POST.get(name, "") for name in _ISSUE}
    try:
        actions.issue(by=request.user, plan=plan, based_on=_based_on(request), **typed)
    except FindingError as error:
        return _refused(request, plan, "issue", typed, error)
    say_saved(request, _("Đã ban hành kế hoạch; từ nay không sửa được nữa."), draft_key(request, pk, "issue"))
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


def _form(request: OfficeRequest, plan: AnnualPlan, name: str, fields: dict[str, str], **more: Any) -> HttpResponse:
    context: dict[str, Any] = {
        "plan": plan,
        "title": title_of(plan),
        "fields": fields,
        "based_on": plan.version,
        "was": mark_of(fields),
        "draft": draft_key(request, plan.pk, name),
        **more,
    }
    return render(request, f"office/planning/{name}.html", context, status=422 if "problem" in more else 200)


def _refused(
    request: OfficeRequest, plan: AnnualPlan, name: str, typed: dict[str, str], error: FindingError
) -> HttpResponse:
    """Every field as it was typed. Where the plan moved on meanwhile, also how it differs from what is kept now."""
    more: dict[str, Any] = {
        "code": error.finding.code,
        "problem": problem_of(error.finding),
        "based_on": _based_on(request),
        "was": request.POST.get("was", ""),
    }
    if error.finding.code == STALE.code:
        current = plan_or_404(request, plan.pk)
        now = {key: value for key, value in _head_now(request, current).items() if key in typed}
        more |= {"based_on": current.version, "was": mark_of(now)}
        more["theirs"] = [(_LABELS[key], now[key], typed[key]) for key in now if _plain(now[key]) != _plain(typed[key])]
        more["stale"] = True
    return _form(request, plan, name, typed, **more)


def _plain(text: str) -> list[str]:
    return [squeeze(line) for line in text.splitlines() if line.strip()]

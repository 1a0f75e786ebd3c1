"""Part A of a plan from the locked report of the year before: looked at as changes, then taken."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.queries import can
from giamngheo.accounts.roles import Permission
from giamngheo.foundation.findings import FindingError
from giamngheo.office.monitoring.present import kind_title
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.page import plan_or_404, title_of
from giamngheo.office.planning.preview import changes_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning import actions, queries


@login_required
def results(request: OfficeRequest, pk: int) -> HttpResponse:
    """What would change; a POST does it, as a version of its own."""
    plan = plan_or_404(request, pk)
    problem: dict[str, Any] | None = None
    if request.method == "POST":
        try:
            actions.take_results(
                by=request.user, plan=plan, based_on=whole(request.POST.get("based_on")) or 0,
                today=request.scope.today,
            )  # fmt: skip
            messages.success(request, _("Đã lấy phần A từ báo cáo; bản cũ còn trong các bản đã lưu."))
            return redirect("office:plan", pk)
        except FindingError as error:
            problem = problem_of(error.finding)
    found = queries.preview_results(request.user, plan, request.scope.today)
    context = {
        "plan": plan, "title": title_of(plan), "problem": problem, "year": plan.year - 1,
        "report": found.report if found else None, "kind": kind_title(found.report.kind) if found else "",
        "diff": changes_of(found.changes) if found else None,
        "may_edit": plan.status == "draft" and can(request.user, Permission.EDIT_PLAN, plan.commune),
    }  # fmt: skip
    return render(request, "office/planning/results.html", context, status=409 if problem else 200)

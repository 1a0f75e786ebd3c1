"""Versions of a plan: what each changed, and bringing one back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.queries import can
from giamngheo.accounts.roles import Permission
from giamngheo.foundation.findings import FindingError
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.page import plan_or_404, title_of
from giamngheo.office.planning.preview import changes_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning import actions, queries
from giamngheo.planning.models import PlanVersion
from giamngheo.programme.models import AnnualPlan

KINDS: dict[str, str | Promise] = {
    "import": gettext_lazy("Nhập từ tệp"),
    "edit": gettext_lazy("Sửa trên màn hình"),
    "restore": gettext_lazy("Khôi phục bản cũ"),
    "issue": gettext_lazy("Ban hành"),
}
PER_PAGE = 50


@login_required
@require_safe
def history(request: OfficeRequest, pk: int) -> HttpResponse:
    """All versions, newest first."""
    plan = plan_or_404(request, pk)
    page = Paginator(queries.history(request.user, plan), PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "office/planning/history.html", {**_common(request, plan), "page": page, "page_query": ""})


@login_required
@require_safe
def version(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """What one version changed against the one before, or against `?so=`."""
    plan = plan_or_404(request, pk)
    return _version(request, plan, number)


def _version(
    request: OfficeRequest, plan: AnnualPlan, number: int, problem: dict[str, Any] | None = None
) -> HttpResponse:
    found = queries.history(request.user, plan).filter(number=number).first()
    if found is None:
        raise Http404
    other = whole(request.GET.get("so"))
    against = other if other is not None and other <= plan.version else number - 1
    diff = changes_of(queries.diff(request.user, plan, against, number))
    context = {**_common(request, plan), "version": found, "against": against, "diff": diff, "problem": problem}
    return render(request, "office/planning/version_page.html", context, status=409 if problem else 200)


def _common(request: OfficeRequest, plan: AnnualPlan) -> dict[str, Any]:
    return {
        "plan": plan,
        "title": title_of(plan),
        "may_edit": plan.status == "draft" and can(request.user, Permission.EDIT_PLAN, plan.commune),
    }


@login_required
@require_POST
def restore(request: OfficeRequest, pk: int, number: int) -> HttpResponse:
    """Bring a version back as a new one; the versions in between stay."""
    plan = plan_or_404(request, pk)
    try:
        actions.restore_version(
            by=request.user, plan=plan, number=number,
            based_on=whole(request.POST.get("based_on")) or 0, reason=request.POST.get("reason", "").strip(),
        )  # fmt: skip
    except PlanVersion.DoesNotExist as missing:
        raise Http404 from missing
    except FindingError as error:
        return _version(request, plan, number, problem_of(error.finding))
    messages.success(request, _("Đã đưa kế hoạch về như bản %(number)s.") % {"number": number})
    return redirect("office:plan", pk)

"""The page of a plan: its tree, its findings beside it, and deciding about a finding."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.queries import permissions_in
from giamngheo.accounts.roles import Permission
from giamngheo.foundation.findings import FindingError
from giamngheo.office.drafts import draft_key
from giamngheo.office.planning.findings import FindingView, from_query, problem_of
from giamngheo.office.planning.panel import panel_of
from giamngheo.office.planning.present import page_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.planning import actions, queries
from giamngheo.planning.actions.deciding import fingerprint
from giamngheo.programme.models import AnnualPlan


def plan_or_404(request: OfficeRequest, pk: int) -> AnnualPlan:
    """The plan, if it is one the user may see; for everybody else it does not exist."""
    plan = queries.plans_for(request.user).filter(pk=pk).first()
    if plan is None:
        raise Http404
    return plan


def title_of(plan: AnnualPlan) -> str:
    """What the pages of a plan are called."""
    return _("Kế hoạch năm %(year)s – %(unit)s") % {"year": plan.year, "unit": plan.commune.name}


def findings_of(request: OfficeRequest, plan: AnnualPlan) -> list[FindingView]:
    """The plan's findings in the language of the screen."""
    return [from_query(number, view) for number, view in enumerate(queries.findings(request.user, plan))]


def plan_context(request: OfficeRequest, plan: AnnualPlan, asked: QueryDict | None = None) -> dict[str, Any]:
    """Everything the page of a plan shows; also its parts, when one of them is asked for alone."""
    view = queries.plan_tree(request.user, plan)
    findings = findings_of(request, plan)
    allowed = permissions_in(request.user, plan.commune)
    issued = plan.status == "issued"
    return {
        "plan": plan,
        "title": title_of(plan),
        "view": view,
        "page": page_of(view, findings),
        "panel": panel_of(findings, request.GET if asked is None else asked),
        "version": queries.history(request.user, plan).first(),
        "unplaced": len(view.content.unplaced),
        "may_edit": Permission.EDIT_PLAN in allowed and not issued,
        "may_issue": Permission.ISSUE_PLAN in allowed and not issued,
        "may_decide": Permission.DECIDE_FINDING in allowed and not issued,
        "may_import": Permission.IMPORT_PLAN in allowed and not issued,
        "draft_prefix": draft_key(request, plan.pk, ""),
    }


@login_required
@require_safe
def plan(request: OfficeRequest, pk: int) -> HttpResponse:
    """The whole page; the unit and year at the top follow the plan."""
    found = plan_or_404(request, pk)
    request.scope.choose(unit=str(found.commune_id), year=str(found.year))
    return render(request, "office/planning/plan.html", plan_context(request, found))


@login_required
@require_safe
def findings(request: OfficeRequest, pk: int) -> HttpResponse:
    """The list of findings alone, filtered."""
    context = plan_context(request, plan_or_404(request, pk))
    response = render(request, "office/planning/panel.html", context)
    response.headers["HX-Replace-Url"] = f"{reverse('office:plan', args=[pk])}?{context['panel'].query}"
    return response


def filter_now(request: OfficeRequest) -> QueryDict:
    """The filter of the list of findings as the page that asked stands."""
    try:
        return QueryDict(urlsplit(request.headers.get("HX-Current-URL", "")).query)
    except ValueError:  # not an address; nobody's browser sends this
        return QueryDict()


@login_required
@require_POST
def decide(request: OfficeRequest, pk: int) -> HttpResponse:
    """Accept or dismiss a finding, or open it again."""
    found = plan_or_404(request, pk)
    code, quote = request.POST.get("code", ""), request.POST.get("quote", "")
    decision = request.POST.get("decision", "")
    told: dict[str, Any] = {"decided_draft": f"d-{fingerprint(code, quote)[:16]}"}
    try:
        if decision == "undo":
            actions.undo_decision(by=request.user, plan=found, code=code, quote=quote)
        else:
            actions.decide_finding(
                by=request.user, plan=found, code=code, quote=quote, decision=decision,
                reason=request.POST.get("reason", ""),
            )  # fmt: skip
    except FindingError as error:
        told = {"decide_problem": request.POST.get("anchor", ""), "refused": problem_of(error.finding)}
    if request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect(f"{reverse('office:plan', args=[pk])}#findings")
    context = {**plan_context(request, found, filter_now(request)), **told}
    return render(request, "office/planning/decided.html", context, status=422 if "refused" in told else 200)

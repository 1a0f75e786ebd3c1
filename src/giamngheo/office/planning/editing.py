"""Editing a passage or a table where it stands. Words somebody else changed meanwhile are never overwritten unseen."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import FindingError
from giamngheo.office.drafts import draft_key, mark_of, say_saved
from giamngheo.office.planning.editor import Target, now_of, save, shown, target_of, typed_of
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.page import filter_now, plan_context, plan_or_404, title_of
from giamngheo.office.planning.present import Passage, Section
from giamngheo.office.planning.tables import rearranged
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning.importing.problems import STALE
from giamngheo.programme.models import AnnualPlan


@login_required
def edit(request: OfficeRequest, pk: int, anchor: str) -> HttpResponse:
    """GET: the form in the passage's place. POST: save; the passage comes back, and the findings as they are now.

    POST with `lam`: the form of a table again, a row or column more or less; nothing is saved.
    """
    plan = plan_or_404(request, pk)
    target = target_of(plan, anchor)
    if target is None:
        raise Http404
    require(request.user, Permission.EDIT_PLAN, plan.commune)
    if request.method == "POST":
        return _rearranged(request, plan, anchor) if "lam" in request.POST else _save(request, plan, target, anchor)
    context = plan_context(request, plan)
    if "bo" in request.GET:  # given up: the passage as it was
        return _passage(request, context, anchor)
    now = now_of(context["view"], target, anchor)
    return _form(request, plan, anchor, {**now, "based_on": plan.version, "was": mark_of(now)})


def _rearranged(request: OfficeRequest, plan: AnnualPlan, anchor: str) -> HttpResponse:
    form: dict[str, Any] = {name: request.POST.get(name, "") for name in ("based_on", "was", "reason")}
    try:
        rows = typed_of(request.POST, anchor, table=True)["rows"]
        form["rows"] = rows  # a column too many is refused, and the table stays
        form["rows"], form["focus"] = rearranged(rows, request.POST["lam"])
    except FindingError as error:
        form["problem"] = problem_of(error.finding)
    return _form(request, plan, anchor, {**form, "touched": True}, status=422 if "problem" in form else 200)


def _save(request: OfficeRequest, plan: AnnualPlan, target: Target, anchor: str) -> HttpResponse:
    form: dict[str, Any] = {name: request.POST.get(name, "") for name in ("based_on", "was", "reason")}
    try:
        form |= typed_of(request.POST, anchor, table=getattr(target, "kind", "") == "table")
        save(
            target, anchor, form, by=request.user,
            based_on=whole(form["based_on"]) or 0, reason=form["reason"].strip(),
        )  # fmt: skip
    except FindingError as error:
        return _refused(request, plan, target, anchor, form, error)
    if request.headers.get("HX-Request") != "true":
        say_saved(request, _("Đã lưu."), draft_key(request, plan.pk, anchor))
        return redirect("office:plan", plan.pk)
    return _saved(request, plan_or_404(request, plan.pk), anchor)


def _refused(
    request: OfficeRequest, plan: AnnualPlan, target: Target, anchor: str, form: dict[str, Any], error: FindingError
) -> HttpResponse:
    """Nothing was saved and nothing typed is lost; of a stale edit both are shown."""
    form["problem"] = problem_of(error.finding)
    if error.finding.code != STALE.code:
        return _form(request, plan, anchor, form, status=422)
    current = plan_or_404(request, plan.pk)
    now = now_of(plan_context(request, current)["view"], target, anchor)
    form |= {"stale": True, "theirs": now, "based_on": current.version, "was": mark_of(now)}
    return _form(request, current, anchor, form, status=409)


def _form(
    request: OfficeRequest, plan: AnnualPlan, anchor: str, form: dict[str, Any], status: int = 200
) -> HttpResponse:
    alone = request.headers.get("HX-Request") != "true"
    context = {
        "plan": plan,
        "title": title_of(plan),
        "anchor": anchor,
        "draft": draft_key(request, plan.pk, anchor),
        "alone": alone,
        **shown(anchor, form),
    }
    return render(request, f"office/planning/{'edit_page' if alone else 'editor'}.html", context, status=status)


def _find(context: dict[str, Any], anchor: str) -> Passage | None:
    return next((passage for passage in context["page"].walk() if passage.anchor == anchor), None)


def _passage(request: OfficeRequest, context: dict[str, Any], anchor: str) -> HttpResponse:
    passage = _find(context, anchor)
    section = _section(context, anchor)
    if passage is None and section is None:
        raise Http404
    template = {"t": "passage", "s": "title", "n": "absent"}[anchor[0]]
    data = {**context, "passage": passage, "section": section, "tag": section.tag if section else "", "came_back": True}
    return render(request, f"office/planning/{template}.html", data)


def _section(context: dict[str, Any], anchor: str) -> Section | None:
    """The section whose heading or missing part has that anchor."""
    waiting = list(context["page"].sections)
    while waiting:
        section: Section = waiting.pop()
        if anchor in (section.title.anchor, f"n-{section.pk}"):
            return section
        waiting += section.children
    return None


def _saved(request: OfficeRequest, plan: AnnualPlan, anchor: str) -> HttpResponse:
    """The whole tree again, since a figure or a number may have changed in other places too."""
    context = plan_context(request, plan, filter_now(request))
    response = render(request, "office/planning/saved.html", {**context, "edited": anchor})
    response.headers["HX-Retarget"] = "#plan-tree"
    response.headers["HX-Reswap"] = "innerHTML"
    return response

"""Editing a passage where it stands. A text somebody else changed meanwhile is never overwritten unseen."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.foundation.findings import FindingError
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.planning.page import filter_now, plan_context, plan_or_404
from giamngheo.office.planning.present import Passage, Section
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole
from giamngheo.planning import actions
from giamngheo.planning.importing.problems import STALE
from giamngheo.planning.queries import PlanView
from giamngheo.programme.models import AnnualPlan, PlanSection, PlanText

Target = PlanText | PlanSection


@login_required
def edit(request: OfficeRequest, pk: int, anchor: str) -> HttpResponse:
    """GET: the form in the passage's place. POST: save; the passage comes back, and the findings as they are now."""
    plan = plan_or_404(request, pk)
    target = _target(plan, anchor)
    if request.method == "POST":
        return _save(request, plan, target, anchor)
    context = plan_context(request, plan)
    if "bo" in request.GET:  # given up: the passage as it was
        return _passage(request, context, anchor)
    return _form(request, context, anchor, {"text": _now(context["view"], target), "based_on": plan.version})


def _target(plan: AnnualPlan, anchor: str) -> Target:
    kind, _dash, number = anchor.partition("-")
    rows: Any = {"t": plan.texts, "s": plan.sections, "n": plan.sections}.get(kind)
    pk = whole(number)
    found: Target | None = rows.filter(pk=pk).first() if rows is not None and pk is not None else None
    if found is None:
        raise Http404
    return found


def _now(view: PlanView, target: Target) -> str:
    """The words as they print now; of a part that is still missing, nothing."""
    sections = list(view.walk())
    if isinstance(target, PlanSection):
        return next(section.title for section in sections if section.pk == target.pk)
    texts = [text for section in sections for text in section.texts]
    texts += [text for part in view.around.values() for text in part]
    return next(text.printed for text in texts if text.pk == target.pk)


def _save(request: OfficeRequest, plan: AnnualPlan, target: Target, anchor: str) -> HttpResponse:
    typed = request.POST.get("text", "")
    common: dict[str, Any] = {
        "by": request.user,
        "based_on": whole(request.POST.get("based_on")) or 0,
        "reason": request.POST.get("reason", "").strip(),
    }
    try:
        if isinstance(target, PlanText):
            actions.edit_printed(text=target, printed=typed, **common)
        elif anchor.startswith("n"):
            actions.add_text(section=target, printed=typed, **common)
        else:
            actions.edit_section_title(section=target, title=typed, **common)
    except FindingError as error:
        return _refused(request, plan, target, anchor, typed, error)
    if request.headers.get("HX-Request") != "true":
        return redirect("office:plan", plan.pk)
    return _saved(request, plan_or_404(request, plan.pk), anchor)


def _refused(
    request: OfficeRequest, plan: AnnualPlan, target: Target, anchor: str, typed: str, error: FindingError
) -> HttpResponse:
    """Nothing was saved and nothing typed is lost; of a stale edit both texts are shown."""
    current = plan_or_404(request, plan.pk)
    context = plan_context(request, current)
    form: dict[str, Any] = {
        "text": typed,
        "based_on": request.POST.get("based_on", ""),
        "problem": problem_of(error.finding),
    }
    if error.finding.code == STALE.code:
        form |= {"stale": True, "theirs": _now(context["view"], target) if not anchor.startswith("n") else "",
                 "based_on": current.version}  # fmt: skip
    return _form(request, context, anchor, form, status=409 if "stale" in form else 422)


def _form(
    request: OfficeRequest, context: dict[str, Any], anchor: str, form: dict[str, Any], status: int = 200
) -> HttpResponse:
    plan: AnnualPlan = context["plan"]
    labels = {"s": _("Đầu mục"), "n": _("Viết phần còn thiếu"), "t": _("Nội dung đoạn")}
    data = {
        **context,
        "anchor": anchor,
        "label": labels[anchor[0]],
        "form": form,
        "draft": f"{context['draft_prefix']}{anchor}",
        "whole": request.headers.get("HX-Request") != "true",
    }
    template = "office/planning/edit_page.html" if data["whole"] else "office/planning/editor.html"
    return render(request, template, {**data, "plan": plan}, status=status)


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

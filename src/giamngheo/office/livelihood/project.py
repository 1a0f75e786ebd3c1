"""One livelihood project: its time line, the next step, who takes part, inputs, follow-up and outcome."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.foundation.findings import Finding, Severity
from giamngheo.foundation.numbers import format_number
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds.fields import typed_of
from giamngheo.office.households.fields import Field, problems_of, show
from giamngheo.office.livelihood.fields import placed, step_fields
from giamngheo.office.livelihood.papers import TITLES
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.support.due import CLASSES
from giamngheo.office.support.listing import goods_of
from giamngheo.office.typed import printed_day
from giamngheo.support.actions import add_participants, count_inputs, take_step
from giamngheo.support.models import LivelihoodProject, Stage
from giamngheo.support.problems import Refused
from giamngheo.support.queries import ProjectFacts, project_facts, projects_for, ties_for


@login_required
def project_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """All of it; the forms on it add participants, take the next step, count inputs."""
    project = projects_for(request.user).filter(pk=pk).first()
    if project is None:
        raise Http404
    coming = next((each for each in Stage.values if each > (project.stage or "")), None)
    steps = step_fields(coming, printed_day(request.scope.today)) if coming else []
    homes = [Field("codes", _("Mã hộ"), _("Mã ghi ở đầu trang của hộ. Nhiều hộ thì cách nhau dấu phẩy."), most=2000)]
    findings: list[tuple[str, Finding]] = []
    if request.method == "POST":
        require(request.user, Permission.EDIT_SUPPORT, project.unit)
        findings = _sent(request, project, coming)
        if not findings:
            say_saved(request, _("Đã ghi."), draft_key(request, "livelihood", pk))
            return redirect("office:livelihood-project", pk)
        show(homes if request.POST.get("viec") == "ho" else steps, request.POST, findings)
    facts = project_facts(request.user, project, request.scope.today)
    context = {
        **_context(project, facts, coming), "step_fields": steps, "home_fields": homes, "touched": bool(findings),
        "problems": problems_of(findings), "draft": draft_key(request, "livelihood", pk),
        "may_edit": can(request.user, Permission.EDIT_SUPPORT, project.unit),
        "tie": ties_for(request.user).filter(project=project).first(),
        "may_see_money": can(request.user, Permission.VIEW_FUNDS, project.unit),
    }  # fmt: skip
    return render(request, "office/livelihood/project.html", context, status=422 if findings else 200)


def _sent(request: OfficeRequest, project: LivelihoodProject, coming: str | None) -> list[tuple[str, Finding]]:
    typed = typed_of(request.POST, request.scope.today)
    act = request.POST.get("viec")
    try:
        if act == "ho":
            codes = typed.text("codes").replace(";", ",").split(",")
            add_participants(by=request.user, project=project, codes=codes, on=request.scope.today)
        elif act == "dau-vao":
            wanted = set(request.POST.getlist("lan"))
            facts = project_facts(request.user, project, request.scope.today)
            chosen = [each for each in facts.uncounted if str(each.pk) in wanted]
            if chosen:
                count_inputs(by=request.user, project=project, deliveries=chosen)
        elif act == "buoc" and coming is not None:
            on, paper = typed.day("on"), None
            if coming == Stage.APPROVAL:
                paper = typed.paper(project.unit.short_name, must=True, kind=("Quyết định", "A decision"))
            if typed.findings:
                return list(typed.findings)
            take_step(
                by=request.user, project=project, stage=coming, on=on, reference=typed.text("paper"), paper=paper,
                note=typed.text("note"),
            )  # fmt: skip
    except Refused as refused:
        return placed(refused.findings)
    return []


def _context(project: LivelihoodProject, facts: ProjectFacts, coming: str | None) -> dict[str, Any]:
    taken = {each.stage: each for each in facts.steps}
    held = facts.conditions.classes
    per = facts.outcome.per_million
    return {
        "project": project, "facts": facts, "coming": Stage(coming).label if coming else "",
        "timeline": [(label, taken.get(stage), stage == coming) for stage, label in Stage.choices],
        "open": Stage.APPROVAL not in taken,
        "conditions": [
            problem_of(each) | {"broken": each.severity == Severity.ERROR} for each in facts.conditions.findings
        ],
        "papers": TITLES.items(), "contracted": Stage.CONTRACT in taken, "own": project.total - project.state,
        "homes": [
            (
                each, facts.homes[each.household_id].head if each.household_id in facts.homes else "",
                ", ".join(str(title) for code, title in CLASSES.items() if code in held.get(each.household_id, ())),
                [one for one in facts.follow_ups if one.participant_id == each.pk],
            )
            for each in facts.participants
        ],
        "inputs": [(each, goods_of(each)) for each in facts.inputs],
        "uncounted": [(each, goods_of(each)) for each in facts.uncounted],
        "per_million": format_number(round(per, 2)) if per is not None else "",
    }  # fmt: skip

"""Entering a livelihood project with its proposal."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Finding
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds.fields import typed_of
from giamngheo.office.households.fields import problems_of, show
from giamngheo.office.livelihood.fields import maybe_money, placed, project_fields
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.programme.models import ProgrammePeriod
from giamngheo.support.actions import propose_project
from giamngheo.support.models import LivelihoodProject
from giamngheo.support.problems import Refused
from giamngheo.support.problems_livelihood import CHOICE
from giamngheo.support.queries import periods_of_money
from giamngheo.territory.models import Unit


@login_required
def propose(request: OfficeRequest) -> HttpResponse:
    """The form; what it sends is the project and its first step."""
    unit = request.scope.unit
    if unit is None:
        return redirect("office:livelihood")
    require(request.user, Permission.EDIT_SUPPORT, unit)
    periods = periods_of_money()
    fields = project_fields(printed_day(request.scope.today), periods)
    draft = draft_key(request, "livelihood-new")
    context: dict[str, Any] = {"title": _("Đề nghị dự án sinh kế"), "fields": fields, "draft": draft}
    if request.method != "POST":
        return render(request, "office/livelihood/form.html", context)
    made, findings = _made(request, unit, periods)
    if made is not None:
        say_saved(request, _("Đã ghi dự án. Việc tiếp theo: thêm hộ tham gia."), draft)
        return redirect("office:livelihood-project", made.pk)
    show(fields, request.POST, findings)
    context |= {"problems": problems_of(findings), "touched": True}
    return render(request, "office/livelihood/form.html", context, status=422)


def _made(
    request: OfficeRequest, unit: Unit, periods: list[ProgrammePeriod]
) -> tuple[LivelihoodProject | None, list[tuple[str, Finding]]]:
    typed = typed_of(request.POST, request.scope.today)
    period = next((each for each in periods if str(each.pk) == typed.text("period")), None)
    if period is None:
        typed.findings.append(("period", CHOICE.at(value=typed.text("period"))))
    total, state, on = typed.money("total"), typed.money("state"), typed.day("on")
    direct, choosing = maybe_money(typed, "direct"), maybe_money(typed, "choosing")
    if typed.findings or period is None:
        return None, list(typed.findings)
    try:
        return propose_project(
            by=request.user, unit=unit, period=period, name=typed.text("name"), form=typed.text("form"),
            holder=typed.text("holder"), holder_name=typed.text("holder_name"), area=typed.text("area"), total=total,
            state=state, direct=direct, choosing=choosing, on=on, reference=typed.text("reference"),
        ), []  # fmt: skip
    except Refused as refused:
        return None, placed(refused.findings)

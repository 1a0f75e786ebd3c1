"""The end of a budget year: what is left, carried over or cancelled, and the closing."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.funds import actions
from giamngheo.funds.keeping import words
from giamngheo.funds.models import EntryKind
from giamngheo.funds.problems import Refused
from giamngheo.funds.queries import closings_for, period_ends
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.funds import fields as f
from giamngheo.office.funds.asking import unit_of
from giamngheo.office.funds.naming import node_title
from giamngheo.office.households.fields import problems_of, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day
from giamngheo.territory.models import Unit


@login_required
def year_page(request: OfficeRequest) -> HttpResponse:
    """Sums still open, to be chosen and carried over or cancelled together; closing when nothing is left."""
    unit, year = unit_of(request), request.scope.year
    if unit is None:
        return redirect("office:funds")
    fields = [f.day_field(printed_day(request.scope.today)), *f.paper_fields(must=False), f.note_field(must=False)]
    draft, findings = draft_key(request, "year", unit.pk, year), []
    if request.method == "POST":
        findings = _act(request, unit, year)
        if not findings:
            say_saved(request, _("Đã ghi."), draft)
            return redirect("office:funds-year")
        show(fields, request.POST, findings)
    left, ends = actions.left_in(unit, year), list(period_ends())
    over = {each.period_id for each in ends if each.last_budget_year <= year}
    chosen = set(request.POST.getlist("chon"))
    context = {
        "unit": unit, "year": year, "fields": fields, "problems": problems_of(findings), "draft": draft,
        "left": [
            (f"{each.line.pk}:{each.stage}", each, node_title(each.line), each.line.period_id in over) for each in left
        ],
        "chosen": chosen,
        "sum": sum(each.balance for each in left), "touched": bool(findings),
        "closing": closings_for(request.user).filter(unit=unit, budget_year=year).first(),
        "ends": ends,
        "may_edit": can(request.user, Permission.EDIT_FUNDS, unit),
        "may_close": can(request.user, Permission.CLOSE_FUNDS, unit),
    }  # fmt: skip
    return render(request, "office/funds/year.html", context, status=422 if findings else 200)


def _act(request: OfficeRequest, unit: Unit, year: int) -> list:
    """What was pressed: carry over, cancel or close; findings where it was refused."""
    act = request.POST.get("viec", "")
    require(request.user, Permission.CLOSE_FUNDS if act == "khoa" else Permission.EDIT_FUNDS, unit)
    typed = f.typed_of(request.POST, request.scope.today)
    on, carry = typed.day("on"), act == "chuyen"
    kind = EntryKind.CARRY_OVER if carry else EntryKind.CANCEL
    paper = typed.paper(unit.short_name, must=carry, kind=words(kind)) if act != "khoa" else None
    if typed.findings:
        return list(typed.findings)
    chosen = set(request.POST.getlist("chon"))
    what = [each for each in actions.left_in(unit, year) if f"{each.line.pk}:{each.stage}" in chosen]
    by, note = request.user, typed.text("note")
    try:
        if act == "khoa":
            actions.close_year(by=by, unit=unit, budget_year=year, on=on, note=note)
        elif carry and paper is not None:
            actions.carry_over(by=by, budget_year=year, what=what, paper=paper, on=on, note=note)
        else:
            actions.cancel(by=by, budget_year=year, what=what, paper=paper, on=on, note=note)
    except Refused as refused:
        return f.placed(refused.findings)
    return []

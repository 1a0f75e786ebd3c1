"""The first page after signing in: what to do first."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission
from giamngheo.accounts.queries import active_grants
from giamngheo.office.planning.plans import open_findings, waiting_for
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.today import today_of
from giamngheo.planning import queries
from giamngheo.territory.queries import with_predecessors

RECENT = 3


@login_required
@require_safe
def home(request: OfficeRequest) -> HttpResponse:
    """What waits for the user: a file to decide about, a plan with mistakes, a year without a plan; then what
    today asks of the review, of money and of help."""
    scope = request.scope
    if not scope.units:
        return render(request, "office/home.html", {"nothing": True})
    plans = queries.plans_for(request.user)
    if scope.unit is not None:
        plans = plans.filter(commune__in=with_predecessors(scope.unit))
    recent = [(plan, open_findings(request, plan)) for plan in plans.order_by("-changed_at")[:RECENT]]
    context = {
        **waiting_for(request),
        "recent": recent,
        "to_correct": [row for row in recent if row[1]["error"] and row[0].status == "draft"],
        "year": scope.year,
        "has_year": plans.filter(year=scope.year).exists(),
        "any": bool(recent),
        "today": today_of(request),
        "manages": active_grants(request.user, None, Permission.MANAGE_USERS).exists(),
    }
    return render(request, "office/home.html", context)

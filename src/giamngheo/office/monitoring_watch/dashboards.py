"""The dashboards: of a commune, of a province, of who signs; each chart also as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import permissions_in
from giamngheo.monitoring.alerts.queries import waiting
from giamngheo.monitoring.quality.queries import tallies
from giamngheo.office.monitoring_watch import commune, leader, province
from giamngheo.office.monitoring_watch.charts import Chart
from giamngheo.office.monitoring_watch.quality import grouped
from giamngheo.office.requests import OfficeRequest
from giamngheo.programme.models import TaskState
from giamngheo.programme.queries import tasks
from giamngheo.review.models import RoundState
from giamngheo.review.queries.deadlines import deadlines
from giamngheo.review.queries.deciding import deciding_rounds
from giamngheo.review.queries.reports import province_seen
from giamngheo.territory.models import Unit

FORMS = ("csv", "xlsx")
AHEAD = timedelta(days=30)
FIRST = 5  # alerts on top of a page


@login_required
@require_safe
def commune_page(request: OfficeRequest) -> HttpResponse:
    """The commune and the year at the top."""
    unit = request.scope.unit
    if unit is None:
        return _no_unit(request)
    rights = permissions_in(request.user, unit)
    if Permission.VIEW_REVIEW not in rights and Permission.VIEW_HOUSEHOLD in rights:
        return redirect("office:quality")  # who works in some villages sees no figures of the whole commune
    charts = commune.charts(request, unit)
    context = _context(request, unit, charts, "office:dashboard-chart") | {
        "alerts": waiting(request.user, unit, request.scope.today)[:FIRST],
        "deadlines": _deadlines(request, unit),
        "qualities": _qualities(request, unit),
        "day": min(request.scope.today, date(request.scope.year, 12, 31)),
    }
    return render(request, "office/monitoring_watch/dashboard.html", context)


@login_required
@require_safe
def province_page(request: OfficeRequest) -> HttpResponse:
    """The province of the commune at the top, or the only one the user has."""
    unit = province_seen(request.user, request.scope.unit)
    if unit is None:
        raise Http404
    charts = province.charts(request, unit)
    context = _context(request, unit, charts, "office:dashboard-province-chart") | {"of_province": True}
    return render(request, "office/monitoring_watch/dashboard.html", context)


@login_required
@require_safe
def leader_page(request: OfficeRequest) -> HttpResponse:
    """Five figures and what waits for a signature."""
    unit = request.scope.unit
    if unit is None:
        return _no_unit(request)
    require(request.user, Permission.VIEW_REVIEW, unit)
    context = {
        "unit": unit, "figures": leader.figures(request, unit), "papers": leader.to_sign(request, unit),
        "province": province_seen(request.user, unit), "year": request.scope.year,
    }  # fmt: skip
    return render(request, "office/monitoring_watch/leader.html", context)


@login_required
@require_safe
def chart_file(request: OfficeRequest, slug: str, form: str) -> HttpResponse:
    """The table of one chart of the commune."""
    if request.scope.unit is None:
        raise Http404
    return _file(request, request.scope.unit, commune.charts, slug, form)


@login_required
@require_safe
def province_chart_file(request: OfficeRequest, slug: str, form: str) -> HttpResponse:
    """The table of one chart of the province."""
    unit = province_seen(request.user, request.scope.unit)
    if unit is None:
        raise Http404
    return _file(request, unit, province.charts, slug, form)


def _file(
    request: OfficeRequest, unit: Unit, made: Callable[[OfficeRequest, Unit], list[Chart]], slug: str, form: str
) -> HttpResponse:
    found = next((each for each in made(request, unit) if each.slug == slug), None)
    if found is None or form not in FORMS:
        raise Http404
    return found.as_file(form, f"{unit.code}-{request.scope.year}")


def _context(request: OfficeRequest, unit: Unit, charts: Sequence[Chart], file: str) -> dict[str, Any]:
    return {
        "unit": unit, "year": request.scope.year, "province": province_seen(request.user, request.scope.unit),
        "charts": [{"chart": each, "xlsx": reverse(file, args=[each.slug, "xlsx"])} for each in charts],
    }  # fmt: skip


def _no_unit(request: OfficeRequest) -> HttpResponse:
    """Somebody of a province chooses a commune, or looks at the whole."""
    found = province_seen(request.user, None)
    return render(request, "office/monitoring_watch/no_unit.html", {"province": found})


def _deadlines(request: OfficeRequest, unit: Unit) -> list[dict[str, Any]]:
    """What is late or due within thirty days: tasks of the programme and steps of open rounds."""
    today = request.scope.today
    found: list[dict[str, Any]] = []
    rights = permissions_in(request.user, unit)
    if Permission.VIEW_PLAN in rights:
        open_ = tasks(request.user, unit).filter(state=TaskState.OPEN, due_on__lte=today + AHEAD)
        found += [
            {"day": each.due_on, "what": each.title, "who": each.post.name, "late": each.due_on < today,
             "url": reverse("office:task", args=[each.pk])}
            for each in open_
        ]  # fmt: skip
    if Permission.SEE_CASES in rights:
        for round_ in deciding_rounds(request.user).filter(unit=unit, state=RoundState.OPEN):
            url = reverse("office:review-round", args=[round_.pk])
            found += [
                {"day": each.day, "what": _("%(round)s: %(number)s hộ") % {"round": round_, "number": each.households},
                 "who": each.place, "url": url, "late": each.late}
                for each in deadlines(request.user, round_)
                if (each.late or not each.passed) and each.day <= today + AHEAD
            ]  # fmt: skip
    return sorted(found, key=lambda each: each["day"])[:20]


def _qualities(request: OfficeRequest, unit: Unit) -> list[dict[str, Any]]:
    if Permission.VIEW_HOUSEHOLD not in permissions_in(request.user, unit):
        return []
    return grouped(tallies(request.user, unit, request.scope.today))

"""Alerts: what waits by urgency, one of them with who does what about it, and looking again now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.monitoring.alerts import actions
from giamngheo.monitoring.alerts.queries import alert_for, last_run, may_be_given, may_handle, resolved, waiting
from giamngheo.monitoring.alerts.saying import spoken
from giamngheo.monitoring.models import Alert, AlertKind, AlertState
from giamngheo.monitoring.queries.inspections import overdue_number
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.lists import link
from giamngheo.office.planning.findings import problem_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import printed_day

if TYPE_CHECKING:
    from giamngheo.accounts.models import User

PER_PAGE = 50
DONE = "xong"


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """The commune's, the most urgent first; `?loc=` one kind, or those that are done."""
    unit = request.scope.unit
    if unit is None:
        return render(request, "office/monitoring_watch/alerts.html", {"no_unit": True})
    asked, today = {"loc": request.GET.get("loc", "")}, request.scope.today
    every = waiting(request.user, unit, today)
    rows: Any = every
    if asked["loc"] == DONE:
        rows = resolved(request.user, unit)
    elif asked["loc"]:
        rows = [each for each in every if each.alert.kind == asked["loc"]]
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    found = [spoken(each, today) for each in page.object_list] if asked["loc"] == DONE else page.object_list
    there = {each.alert.kind for each in every}
    chips = [link(_("Chưa xong"), asked, not asked["loc"], loc="")]
    chips += [link(kind.label, asked, asked["loc"] == kind, loc=kind) for kind in AlertKind if kind in there]
    chips.append(link(_("Đã xong"), asked, asked["loc"] == DONE, loc=DONE))
    context = {
        "unit": unit, "rows": [_shown(each) for each in found], "page": page, "chips": chips,
        "done": asked["loc"] == DONE,
        "page_query": f"loc={asked['loc']}&" if asked["loc"] else "", "last": last_run(request.user, unit),
        "late": sum(each.late for each in every), "all": len(every),
        "overdue_findings": overdue_number(request.user, unit, today),
    }  # fmt: skip
    return render(request, "office/monitoring_watch/alerts.html", context)


@login_required
@require_POST
def run(request: OfficeRequest) -> HttpResponse:
    """Look again now, for the commune at the top."""
    unit = request.scope.unit
    if unit is None:
        raise Http404
    require(request.user, Permission.VIEW_REVIEW, unit)
    found = actions.find_alerts(by=request.user, unit=unit, on=request.scope.today)
    opened = ngettext("%(n)s cảnh báo mới", "%(n)s cảnh báo mới", len(found.opened)) % {"n": len(found.opened)}
    gone = ngettext("%(n)s việc đã hết", "%(n)s việc đã hết", found.gone) % {"n": found.gone}
    messages.success(request, f"{opened}, {gone}.")
    return redirect("office:alerts")


@login_required
def alert_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """One alert: giving it to an officer, taking it, or closing it with a reason."""
    try:
        alert = alert_for(request.user, pk)
    except Alert.DoesNotExist as missing:
        raise Http404 from missing
    draft, problem = draft_key(request, "alert", pk), ""
    typed = {name: request.POST.get(name, "").strip() for name in ("to", "plan", "due_on", "reason")}
    officers = list(may_be_given(request.user, alert))
    if request.method == "POST":
        try:
            said, leads_to = _do(request, alert, typed, {str(each.pk): each for each in officers})
        except _Problem as found:
            problem = str(found)
        else:
            say_saved(request, said, draft)
            return redirect(leads_to)
    context = {
        **_shown(spoken(alert, request.scope.today)), "may_handle": may_handle(request.user, alert) and alert.state !=
        AlertState.RESOLVED, "draft": draft, "problem": problem, "typed": typed, "touched": bool(problem),
        "due": printed_day(alert.due_on), "officers": officers, "at": request.POST.get("viec", ""),
        "assignments": alert.assignments.select_related("to", "by"),
        "had": alert.assigned_to is not None or alert.acknowledged_by is not None,
    }  # fmt: skip
    return render(request, "office/monitoring_watch/alert.html", context, status=422 if problem else 200)


class _Problem(ValueError):  # noqa: N818 words for the page
    """What is wrong with what was typed, in words."""


def _do(request: OfficeRequest, alert: Alert, typed: dict[str, str], officers: dict[str, User]) -> tuple[str, str]:
    """What was done in words, and the page to go to."""
    here, by, asked = reverse("office:alert", args=[alert.pk]), request.user, request.POST.get("viec")
    due = read_day(typed["due_on"], request.scope.today) if typed["due_on"] else None
    if typed["due_on"] and due is None and asked in ("giao", "nhan"):
        raise _Problem(_("Ngày “%(day)s” không đọc được; gõ như 01/09/2026 hoặc 1/9.") % {"day": typed["due_on"]})
    try:
        if asked == "giao":
            if typed["to"] not in officers:
                raise _Problem(_("Chọn người được giao."))
            to = officers[typed["to"]]
            actions.assign(by=by, alert=alert, to=to, due_on=due, reason=typed["reason"])
            return _("Đã giao cho %(name)s.") % {"name": to.full_name}, here
        if asked == "nhan":
            actions.acknowledge(by=by, alert=alert, plan=typed["plan"], due_on=due)
            return _("Bạn đã nhận xử lý."), here
        actions.resolve(by=by, alert=alert, reason=typed["reason"])
        return _("Đã đóng cảnh báo."), reverse("office:alerts")
    except actions.DayBehind as behind:
        raise _Problem(_("Hạn xử lý phải từ hôm nay trở đi.")) from behind
    except actions.NoReason as missing:
        words = _("Ghi lý do: vì sao giao lại hoặc lùi hạn.") if asked == "giao" else _(
            "Ghi lý do: vì sao việc này coi như xong."
        )  # fmt: skip
        raise _Problem(words) from missing


def _shown(each: Any) -> dict[str, Any]:
    said = {**problem_of(each.finding), "source": each.finding.source}
    return {"alert": each.alert, "finding": said, "late": each.late, "url": url_of(each.alert)}


def url_of(alert: Alert) -> str:
    """Where the rows of an alert are, by the kind of its subject."""
    name, _colon, rest = alert.subject.partition(":")
    if name == "line":
        return reverse("office:fund-line", args=[int(rest)])
    if name == "kind":
        return f"{reverse('office:support-due')}?loai={rest}&loc=chua"
    if name == "round":
        return reverse("office:review-round", args=[int(rest.partition("/")[0])])
    if name == "finding":
        return reverse("office:inspection", args=[int(rest.partition("/")[0])])
    if name == "measure":
        return reverse("office:quality-rows", args=[rest])
    if name == "village":
        return reverse("office:review-report", args=["r1"])
    return reverse("office:review-closings")

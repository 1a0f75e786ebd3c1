"""Taking a change back, from the time line: why is asked; what came after it is named."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.households import actions
from giamngheo.households.models import Change
from giamngheo.households.problems import Refused
from giamngheo.households.queries import household_on, person_on
from giamngheo.households.queries.timeline import change_seen
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import placed, problems_of, reason_field, show
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole


@login_required
def undo(request: OfficeRequest, pk: int) -> HttpResponse:
    """Which change, and why it is taken back."""
    try:
        event = change_seen(request.user, pk)
    except Change.DoesNotExist as missing:
        raise Http404 from missing
    if not event.undoable and event.undone is None:  # an import, an undoing
        raise Http404
    require(request.user, Permission.EDIT_HOUSEHOLD, event.change.unit)
    reason = reason_field(must=True)
    fields = [reason]
    draft = draft_key(request, "undo", pk)
    context: dict[str, Any] = {"event": event, "fields": fields, "draft": draft, "back": _back(request)}
    if request.method != "POST":
        return render(request, "office/households/undo.html", context)
    try:
        actions.undo(by=request.user, change=event.change, reason=request.POST.get("reason", ""))
    except Refused as refused:
        findings = placed(refused.findings)
        show(fields, request.POST, findings)
        context |= {"problems": problems_of(findings), "touched": True}
        return render(request, "office/households/undo.html", context, status=422)
    say_saved(request, _("Đã hoàn tác."), draft)
    return redirect(_still_there(request) or reverse("office:households"))


def _back(request: OfficeRequest) -> str:
    """The page the time line stood on."""
    home, person, pair = (whole(request.GET.get(name)) for name in ("ho", "nguoi", "cap"))
    if pair is not None:
        return reverse("office:duplicate", args=[pair])
    if home is not None:
        return reverse("office:household", args=[home])
    return reverse("office:person", args=[person]) if person is not None else reverse("office:households")


def _still_there(request: OfficeRequest) -> str:
    """The same, unless what was taken back is the household or the person itself."""
    from giamngheo.households.models import Household, Person

    home, person = whole(request.GET.get("ho")), whole(request.GET.get("nguoi"))
    try:
        if home is not None:
            household_on(request.user, home, request.scope.today)
        elif person is not None:
            person_on(request.user, person, request.scope.today)
    except (Household.DoesNotExist, Person.DoesNotExist):
        return ""
    return _back(request)

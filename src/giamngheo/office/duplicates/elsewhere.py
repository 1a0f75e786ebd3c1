"""People of the unit at the top who may be entered in another commune too: whom to call about."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from giamngheo.households.births import printed
from giamngheo.households.queries.elsewhere import MOST, entered_elsewhere
from giamngheo.office.requests import OfficeRequest


@login_required
@require_safe
def elsewhere(request: OfficeRequest) -> HttpResponse:
    """One row a person, with the commune; the other row only for who sees both communes."""
    unit = request.scope.unit
    if unit is None:
        raise Http404
    found = entered_elsewhere(request.user, unit)
    rows = [(each, printed(each.person.birth)) for each in found]
    return render(request, "office/duplicates/elsewhere.html", {"unit": unit, "rows": rows, "most": MOST})

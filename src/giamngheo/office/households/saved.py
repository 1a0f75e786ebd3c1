"""Views of the list of households that somebody keeps under a name."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from giamngheo.accounts.models import Screen
from giamngheo.office.households.asking import day_asked
from giamngheo.office.households.listing import asked_of
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.saved import forget, keep


@login_required
@require_POST
def save_view(request: OfficeRequest) -> HttpResponse:
    """Keep the list as it stands under a name; a name that cannot be kept is said, and the list stays as it was."""
    return keep(request, Screen.HOUSEHOLDS, query_of(asked_of(request, day_asked(request))), "office:households")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    return forget(request, Screen.HOUSEHOLDS, pk, "office:households")

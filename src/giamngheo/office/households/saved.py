"""Views of the list of households that somebody keeps under a name."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giamngheo.accounts import actions
from giamngheo.accounts.models import Screen
from giamngheo.accounts.queries import saved_views
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.asking import day_asked
from giamngheo.office.households.listing import asked_of
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest


@login_required
@require_POST
def save_view(request: OfficeRequest) -> HttpResponse:
    """Keep the list as it stands under a name; a name that cannot be kept is said, and the list stays as it was."""
    query = query_of(asked_of(request, day_asked(request)))
    name = request.POST.get("name", "")
    try:
        actions.save_view(by=request.user, screen=Screen.HOUSEHOLDS, name=name, query=query)
    except ValidationError:
        messages.error(request, _("Chưa lưu được cách xem: đặt tên từ 1 đến 60 chữ."))
    else:
        say_saved(request, _("Đã lưu cách xem."), draft_key(request, "view", "households"))
    return redirect(f"{reverse('office:households')}?{query}")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Forget one of one's own views."""
    view = get_object_or_404(saved_views(request.user, Screen.HOUSEHOLDS), pk=pk)
    actions.remove_view(by=request.user, view=view)
    messages.success(request, _("Đã bỏ cách xem."))
    return redirect("office:households")

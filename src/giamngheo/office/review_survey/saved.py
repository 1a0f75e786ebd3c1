"""Views of a round's board that somebody keeps under a name."""

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
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.board import asked_of
from giamngheo.office.review_survey.ways import the_round


@login_required
@require_POST
def save_view(request: OfficeRequest, pk: int) -> HttpResponse:
    """Keep the board's filters, order and columns under a name, for every round."""
    found, query = the_round(request, pk), query_of({**asked_of(request), "thon": ""})  # a village is of one commune
    try:
        actions.save_view(by=request.user, screen=Screen.REVIEW, name=request.POST.get("name", ""), query=query)
    except ValidationError:
        messages.error(request, _("Chưa lưu được cách xem: đặt tên từ 1 đến 60 chữ."))
    else:
        say_saved(request, _("Đã lưu cách xem."), draft_key(request, "view", "review"))
    return redirect(f"{reverse('office:review-round', args=[found.pk])}?{query}")


@login_required
@require_POST
def remove_view(request: OfficeRequest, pk: int, view: int) -> HttpResponse:
    """Forget one of one's own views."""
    found = the_round(request, pk)
    actions.remove_view(by=request.user, view=get_object_or_404(saved_views(request.user, Screen.REVIEW), pk=view))
    messages.success(request, _("Đã bỏ cách xem."))
    return redirect("office:review-round", found.pk)

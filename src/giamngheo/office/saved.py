"""Views of a list that somebody keeps under a name: what every list shares."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from giamngheo.accounts import actions
from giamngheo.accounts.models import Screen
from giamngheo.accounts.queries import saved_views
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest


def offered(request: OfficeRequest, screen: Screen) -> dict[str, Any]:
    """What the page of a list needs to offer them."""
    return {"saved": saved_views(request.user, screen), "view_draft": draft_key(request, "view", screen.value)}


def keep(request: OfficeRequest, screen: Screen, query: str, back: str) -> HttpResponse:
    """Keep the list as it stands under the name that was sent; one that cannot be kept is said. `back`: its address."""
    try:
        actions.save_view(by=request.user, screen=screen, name=request.POST.get("name", ""), query=query)
    except ValidationError:
        messages.error(request, _("Chưa lưu được cách xem: đặt tên từ 1 đến 60 chữ."))
    else:
        say_saved(request, _("Đã lưu cách xem."), draft_key(request, "view", screen.value))
    return redirect(f"{reverse(back)}?{query}")


def forget(request: OfficeRequest, screen: Screen, pk: int, back: str) -> HttpResponse:
    """Forget one of one's own views."""
    actions.remove_view(by=request.user, view=get_object_or_404(saved_views(request.user, screen), pk=pk))
    messages.success(request, _("Đã bỏ cách xem."))
    return redirect(back)

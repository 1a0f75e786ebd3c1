"""The end of a round."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.office.drafts import say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import Form
from giamngheo.office.review_deciding.ways import head, round_here
from giamngheo.review.actions.round_closing import close_round, movement_days


@login_required
def close(request: OfficeRequest, pk: int) -> HttpResponse:
    """What is left, or the one button that ends it."""
    round_ = round_here(request, pk)
    top = head(request, round_, "")
    form = Form([])
    if request.method == "POST":
        if not top["may_run"] and round_.state == "open":
            raise NotPermitted(str(Permission.RUN_REVIEW))
        if form.tried(request, close_round, lambda _typed: {"by": request.user, "round_": round_}) is not None:
            say_saved(request, _("Đợt rà soát đã kết thúc."), "")
            return redirect("office:review-decide", pk)
    context = {**top, "form": form, "days": movement_days(round_) if round_.state == "open" else None}
    return render(request, "office/review_deciding/close.html", context, status=form.status)

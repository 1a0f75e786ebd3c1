"""Saying that two are two: of one pair, of several at once after looking at them; and taking that back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households.actions import reconsider, say_distinct
from giamngheo.households.problems import Refused
from giamngheo.households.queries.duplicates import may_decide, pairs_for
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.duplicates.comparing import pair_or_404
from giamngheo.office.duplicates.present import row
from giamngheo.office.households.fields import placed, problems_of, reason_field, show
from giamngheo.office.planning.findings import spoken
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import whole

_MOST = 200  # pairs decided at once: what somebody can have looked at


@login_required
@require_POST
def one(request: OfficeRequest, pk: int) -> HttpResponse:
    """The two of this pair are two people; a refusal is shown on the pair's page, with what was typed."""
    pair = pair_or_404(request, pk)
    try:
        say_distinct(by=request.user, pairs=[pair], reason=request.POST.get("reason", ""))
    except Refused as refused:
        messages.error(request, " ".join(spoken(each.message) for each in refused.findings))
        return redirect("office:duplicate", pk)
    say_saved(request, _("Đã ghi: không phải một người."), draft_key(request, "distinct", pk))
    following = pairs_for(request.user, request.scope.unit).first()
    return redirect("office:duplicate", following.pk) if following else redirect("office:duplicates")


@login_required
@require_POST
def several(request: OfficeRequest) -> HttpResponse:
    """Pairs ticked in the list: first shown with a field for the reason, then, with `lam` write, decided."""
    unit = request.scope.unit
    if not may_decide(request.user, unit):
        raise NotPermitted(str(Permission.EDIT_HOUSEHOLD))
    wanted = [number for each in request.POST.getlist("cap")[:_MOST] if (number := whole(each)) is not None]
    pairs = list(pairs_for(request.user, unit).filter(pk__in=wanted))
    reason, draft = reason_field(must=True), draft_key(request, "distinct-several", unit.pk if unit else 0)
    context: dict[str, Any] = {"rows": [row(each) for each in pairs], "reason": reason, "draft": draft}
    if not pairs:
        messages.error(request, _("Chưa đánh dấu cặp nào, hoặc các cặp đó đã có người xử lý."))
        return redirect("office:duplicates")
    if request.POST.get("lam") != "write":
        return render(request, "office/duplicates/several.html", context)
    try:
        done = say_distinct(by=request.user, pairs=pairs, reason=request.POST.get("reason", ""))
    except Refused as refused:
        findings = placed(refused.findings)
        show([reason], request.POST, findings)
        context |= {"problems": problems_of(findings), "touched": True}
        return render(request, "office/duplicates/several.html", context, status=422)
    told = ngettext(
        "Đã ghi %(count)d cặp không phải một người.", "Đã ghi %(count)d cặp không phải một người.", len(done)
    )
    say_saved(request, told % {"count": len(done)}, draft)
    return redirect("office:duplicates")


@login_required
@require_POST
def again(request: OfficeRequest, pk: int) -> HttpResponse:
    """The pair waits again."""
    pair = pair_or_404(request, pk)
    try:
        reconsider(by=request.user, pair=pair, reason=request.POST.get("reason", ""))
    except Refused as refused:
        messages.error(request, " ".join(spoken(each.message) for each in refused.findings))
    else:
        messages.success(request, _("Cặp này đã trở lại danh sách cần xem."))
    return redirect("office:duplicate", pk)

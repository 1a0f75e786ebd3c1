"""Running a round: opened after a look at what that lists, cancelled with a reason, holders listed when asked."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.present import SHORT_CLASSES, title_of
from giamngheo.office.review_survey.ways import must_run, the_round, the_round_page, told, whole
from giamngheo.review.actions import rounds
from giamngheo.review.models import CommitteeRole, PovertyClass, RoundKind
from giamngheo.review.problems import Refused
from giamngheo.review.queries.listing import holders_to_list


@login_required
def open_round(request: OfficeRequest, pk: int) -> HttpResponse:
    """What opening would list, village by village; then it is done."""
    page = the_round_page(request, pk)
    found = page.round
    must_run(request, found)
    findings = []
    if request.method == "POST":
        try:
            opened = rounds.open_round(by=request.user, review_round=found)
        except Refused as refused:
            findings = list(refused.findings)
        else:
            messages.success(request, _opened(opened))
            return redirect("office:review-round", pk)
    listed = holders_to_list(request.user, found) if found.kind == RoundKind.ANNUAL else []
    context: dict[str, Any] = {
        "round": found,
        "title": title_of(found),
        "annual": found.kind == RoundKind.ANNUAL,
        "rows": [
            {"village": each.village, "counts": [each.counts.get(value, 0) for value in _VALUES], "total": each.total}
            for each in listed
        ],
        "classes": [SHORT_CLASSES[value] for value in _VALUES],
        "total": sum(each.total for each in listed),
        "head": any(each.role == CommitteeRole.HEAD for each in page.committee),
        "reviewers": bool(page.reviewers),
        "warnings": told(whole(page.warnings)),
        "problems": told(whole(findings)),
    }
    return render(request, "office/review_survey/open.html", context, status=422 if findings else 200)


@login_required
def cancel_round(request: OfficeRequest, pk: int) -> HttpResponse:
    """A reason is asked for."""
    found = the_round(request, pk)
    must_run(request, found)
    findings, reason = [], request.POST.get("reason", "")
    draft = draft_key(request, "cancel", pk)
    if request.method == "POST":
        try:
            rounds.cancel_round(by=request.user, review_round=found, reason=reason)
        except Refused as refused:
            findings = list(refused.findings)
        else:
            say_saved(request, _("Đã hủy đợt rà soát."), draft)
            return redirect("office:review")
    context = {
        "round": found, "title": title_of(found), "reason": reason, "draft": draft, "problems": told(whole(findings))
    }  # fmt: skip
    return render(request, "office/review_survey/cancel.html", context, status=422 if findings else 200)


@login_required
@require_POST
def list_holders(request: OfficeRequest, pk: int) -> HttpResponse:
    """Put those who hold the path's class on the list."""
    found = the_round(request, pk)
    must_run(request, found)
    try:
        done = rounds.list_holders(by=request.user, review_round=found)
    except Refused as refused:
        messages.error(request, told(whole(refused.findings))[0]["message"])
    else:
        messages.success(request, _opened(done))
    return redirect("office:review-round", pk)


_VALUES = (PovertyClass.POOR, PovertyClass.NEAR_POOR)


def _opened(done: rounds.Opened) -> str:
    said = ngettext("Đã đưa %(n)s hộ vào danh sách rà soát.", "Đã đưa %(n)s hộ vào danh sách rà soát.", done.listed) % {
        "n": done.listed
    }
    if done.passed_over:
        said += " " + _("Bỏ qua %(n)s hộ đã có tên hoặc đang ở đợt khác.") % {"n": done.passed_over}
    return said

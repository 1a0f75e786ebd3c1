"""Postings: what waits to be put up, the calendar, one posted list."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from giamngheo.accounts.permissions import NotPermitted
from giamngheo.documents.numbering import issuer_name
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import Form, Input, day_input
from giamngheo.office.review_deciding.ways import head, papers, round_here
from giamngheo.office.typed import whole
from giamngheo.review import procedure
from giamngheo.review.actions.postings import put_up as put_up_list
from giamngheo.review.models import Posting
from giamngheo.review.permissions import Permission
from giamngheo.review.queries import postings as queries
from giamngheo.territory.models import Unit, Village

AGAIN = "phuc-tra"
_PLACES = {"REVIEW-POSTING-BEFORE": "starts_on", "REVIEW-POSTING-FAR": "starts_on"}


@login_required
@require_safe
def posting_list(request: OfficeRequest, pk: int) -> HttpResponse:
    """What waits, and the calendar."""
    round_ = round_here(request, pk)
    today = request.scope.today
    context = {
        **head(request, round_, "review-postings"),
        "waiting": queries.to_put_up(request.user, round_),
        "postings": [(each, _standing(each, today)) for each in queries.postings_of(request.user, round_)],
        "rule": procedure.rule("posting", round_.kind, round_.starts_on),
    }
    return render(request, "office/review_deciding/postings.html", context)


@login_required
def put_up(request: OfficeRequest, pk: int) -> HttpResponse:
    """Put up one list: the households that are ready, each of which can be left for later."""
    round_ = round_here(request, pk)
    top = head(request, round_, "review-postings")
    if not top["may_run"]:
        raise NotPermitted(str(Permission.RUN_REVIEW))
    again, wanted = request.GET.get("lan") == AGAIN, whole(request.GET.get("thon"))
    waiting = queries.to_put_up(request.user, round_)
    lists = {(each.again, each.village.pk if each.village else None): each for each in waiting}
    row = lists.get((again, wanted))
    if row is None:
        raise Http404
    village = row.village
    cases = list(queries.cases_to_post(request.user, round_, village, again=again))
    draft = draft_key(request, "posting", pk, wanted, again)
    form = Form(_fields(round_.unit, village, request.scope.today), draft, _PLACES)
    chosen = {int(key) for key in request.POST.getlist("ho") if whole(key)}
    if request.method == "POST":
        made = form.tried(
            request, put_up_list,
            lambda typed: {
                "by": request.user, "round_": round_, "village": village, "starts_on": typed.day("starts_on"),
                "places": typed.text("places"), "announced": typed.check("announced"), "after_recheck": again,
                "only": chosen,
            },
        )  # fmt: skip
        if made is not None:
            words = _("Đã ghi niêm yết, hết ngày %(day)s.") % {"day": f"{made.ends_on:%d/%m/%Y}"}
            say_saved(request, words, form.draft)
            return redirect("office:review-posting", made.pk)
    context: dict[str, Any] = {
        **top, "form": form, "village": village, "again": again, "cases": cases,
        "chosen": chosen if request.method == "POST" else {case.pk for case in cases},
        "ends_on": procedure.last_day("posting", round_.kind, request.scope.today),
        "rule": procedure.rule("posting", round_.kind, round_.starts_on),
    }  # fmt: skip
    return render(request, "office/review_deciding/put_up.html", context, status=form.status)


@login_required
@require_safe
def posting(request: OfficeRequest, pk: int) -> HttpResponse:
    """One posted list, with the complaints about it."""
    try:
        page = queries.posting_page(request.user, pk)
    except Posting.DoesNotExist as missing:
        raise Http404 from missing
    found = page.posting
    context = {
        **head(request, found.round, "review-postings"),
        "page": page, "posting": found, "standing": _standing(found, request.scope.today),
        "papers": papers((_("Danh sách niêm yết"), "niem-yet", pk), (_("Thông báo trên loa"), "thong-bao", pk)),
    }  # fmt: skip
    return render(request, "office/review_deciding/posting.html", context)


def _standing(found: Posting, today: date) -> str:
    """before, now or over."""
    return "before" if today < found.starts_on else "now" if today <= found.ends_on else "over"


def _fields(unit: Unit, village: Village | None, today: date) -> list[Input]:
    # what stands on the paper, whatever the language of the screen
    office = f"trụ sở {issuer_name(unit)}"
    places = f"Nhà văn hóa {village.name}; {office}" if village is not None else f"{office[:1].upper()}{office[1:]}"
    return [
        day_input("starts_on", _("Niêm yết từ ngày"), today, _("Ngày dán danh sách. Thời hạn tính từ ngày hôm sau.")),
        Input("places", _("Nơi niêm yết"), value=places, most=300, must=True),
        Input("announced", _("Đã thông báo trên loa truyền thanh xã (nếu có)"), kind="check", value=""),
    ]

"""Households put on a round's list: chosen, looked at, added with a reason; and taken off it in bulk."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from giamngheo.households.queries.listing import Wanted, listing
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.lists import query_of
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.board import asked_of, wanted_of
from giamngheo.office.review_survey.present import title_of
from giamngheo.office.review_survey.ways import must_run, the_round, told, whole
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.actions import listing as verbs
from giamngheo.review.problems import Refused
from giamngheo.review.queries.board import board
from giamngheo.review.queries.listing import adding, listed_households, withdrawing

PER_PAGE = 50
_MOST = 2_000  # households chosen at once


@login_required
def add(request: OfficeRequest, pk: int) -> HttpResponse:
    """Find households, choose some, see what adding them does, add them."""
    found = the_round(request, pk)
    must_run(request, found)
    chosen = _chosen(request)
    context: dict[str, Any] = {
        "round": found, "title": title_of(found), "draft": draft_key(request, "add", pk), "problems": [],
        "reason": request.POST.get("reason", ""),
    }  # fmt: skip
    if request.method == "POST" and chosen:
        if request.POST.get("lam") == "save":
            try:
                made = verbs.add_households(
                    by=request.user, review_round=found, households=chosen, reason=context["reason"]
                )
            except Refused as refused:
                context["problems"] = told(whole(refused.findings))
            else:
                said = ngettext("Đã thêm %(n)s hộ.", "Đã thêm %(n)s hộ.", len(made)) % {"n": len(made)}
                say_saved(request, said, context["draft"])
                return redirect("office:review-round", pk)
        what = adding(request.user, found, chosen)
        context |= {"entering": what.entering, "kept_out": told(whole(what.findings)), "touched": True}
        status = 422 if context["problems"] else 200
        return render(request, "office/review_survey/add_preview.html", context, status=status)
    asked = {name: request.GET.get(name, "").strip()[:100] for name in ("tim", "thon")}
    homes = listing(
        request.user, found.unit, Wanted(request.scope.today, whole_number(asked["thon"]), words=asked["tim"])
    )
    page = Paginator(homes.households, PER_PAGE).get_page(request.GET.get("trang"))
    query = query_of(asked)
    context |= {
        "asked": asked, "page": page, "villages": homes.villages, "cut": homes.cut,
        "page_query": f"{query}&" if query else "", "listed": listed_households(request.user, found),
        "nobody": request.method == "POST",
    }  # fmt: skip
    return render(request, "office/review_survey/add.html", context)


@login_required
@require_POST
def in_bulk(request: OfficeRequest, pk: int) -> HttpResponse:
    """Withdraw the households chosen on the board: what it does is shown first, then a reason is asked for."""
    found = the_round(request, pk)
    must_run(request, found)
    asked = asked_of(request)
    context: dict[str, Any] = {
        "round": found, "title": title_of(found), "draft": draft_key(request, "withdraw", pk),
        "reason": request.POST.get("reason", ""), "problems": [], "back": query_of(asked),
        "touched": bool(request.POST.get("lam")),
    }  # fmt: skip
    if request.POST.get("lam") == "save":
        seen = dict(_pairs(request.POST.getlist("buoc")[:_MOST]))
        try:
            number = verbs.withdraw_cases(by=request.user, review_round=found, seen=seen, reason=context["reason"])
        except Refused as refused:
            context["problems"] = told(whole(refused.findings))
        else:
            said = ngettext("Đã rút %(n)s hộ.", "Đã rút %(n)s hộ.", number) % {"n": number}
            say_saved(request, said, context["draft"])
            return redirect(f"{reverse('office:review-round', args=[pk])}?{context['back']}")
        chosen = list(seen)
    elif request.POST.get("tat-ca"):
        chosen = list(board(request.user, found, wanted_of(asked)).cases.values_list("pk", flat=True)[:_MOST])
    else:
        chosen = _chosen(request)
    context["what"] = withdrawing(request.user, found, chosen)
    status = 422 if context["problems"] else 200
    return render(request, "office/review_survey/withdraw.html", context, status=status)


def _chosen(request: OfficeRequest) -> list[int]:
    keys = (whole_number(each) for each in request.POST.getlist("ho")[:_MOST])
    return [each for each in keys if each is not None]


def _pairs(words: list[str]) -> list[tuple[int, int]]:
    """ "12:3": case 12 as seen at step 3."""
    found = []
    for each in words:
        case, _colon, step = each.partition(":")
        pair = whole_number(case), whole_number(step)
        if pair[0] is not None and pair[1] is not None:
            found.append((pair[0], pair[1]))
    return found

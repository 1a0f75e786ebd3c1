"""Who leads a round and who surveys where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giamngheo.accounts.queries import users_who_may
from giamngheo.households.queries.listing import villages_in
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.present import title_of
from giamngheo.office.review_survey.ways import must_run, the_round_page, told, whole
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.actions import committee
from giamngheo.review.models import CommitteeRole, ReviewRound, RoundState
from giamngheo.review.permissions import Permission
from giamngheo.review.problems import Refused
from giamngheo.review.queries.rounds import RoundPage, committee_before
from giamngheo.review.values import Seat

FIRST_ROWS, MOST_ROWS = 5, 25
_ROW = re.compile(r"o-(\d{1,2})-")


@login_required
def committee_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """The committee as rows; `lam` row-add lays out one row more and saves nothing."""
    page = the_round_page(request, pk)
    found = page.round
    must_run(request, found)
    standing = committee.seats(found)
    order, findings = request.POST.get("lam", ""), []
    rows = [_row(each) for each in standing or _proposed(request, page)]
    if request.method == "POST":
        rows = _posted(request.POST)
        if not order:
            try:
                committee.set_committee(
                    by=request.user, review_round=found, members=[_seat(each) for each in rows if any(_said(each))],
                    seen=request.POST.get("da-xem", ""),
                )  # fmt: skip
            except Refused as refused:
                findings = list(refused.findings)
            else:
                say_saved(request, _("Đã lưu Ban Chỉ đạo."), draft_key(request, "committee", pk))
                return redirect("office:review-round", pk)
    blank = max(FIRST_ROWS - len(rows), 1 if order == "row-add" else 0)
    rows = [*rows, *({"role": "member", "name": "", "post": "", "user": ""} for _each in range(blank))][:MOST_ROWS]
    context: dict[str, Any] = {
        "round": found, "title": title_of(found), "rows": list(enumerate(rows, 1)), "roles": CommitteeRole.choices,
        "seen": committee.committee_mark(standing), "standing": standing if findings else [],
        "from_before": not standing and request.method != "POST" and any(each["name"] for each in rows),
        "draft": draft_key(request, "committee", pk), "problems": told(whole(findings)),
        "touched": request.method == "POST", "may_edit": _under_way(found),
    }  # fmt: skip
    return render(request, "office/review_survey/committee.html", context, status=422 if findings else 200)


@login_required
def reviewers(request: OfficeRequest, pk: int) -> HttpResponse:
    """Who surveys where; several villages at once, shown before they are assigned."""
    page = the_round_page(request, pk)
    found = page.round
    must_run(request, found)
    villages = villages_in(request.user, found.unit, request.scope.today)
    accounts = list(users_who_may(Permission.ASSESS, found.unit))
    chosen = set(request.POST.getlist("thon"))
    name, account = request.POST.get("name", ""), request.POST.get("user", "")
    user = next((each for each in accounts if str(each.pk) == account), None)
    if user is not None and not name.strip():
        name = user.full_name
    findings = []
    picked = [each for each in villages if str(each.pk) in chosen]
    if request.method == "POST" and request.POST.get("lam") == "save":
        try:
            committee.assign_reviewer(
                by=request.user, review_round=found, villages=[each.pk for each in picked], name=name, user=user
            )
        except Refused as refused:
            findings = list(refused.findings)
        else:
            say_saved(request, _("Đã phân công %(name)s.") % {"name": name.strip()}, draft_key(request, "reviewer", pk))
            return redirect("office:review-reviewers", pk)
    by_village = _by_village(page)
    context: dict[str, Any] = {
        "round": found, "title": title_of(found),
        "rows": [(each, by_village.get(each.pk, []), str(each.pk) in chosen) for each in villages],
        "accounts": accounts, "name": name, "account": account,
        "preview": picked if request.method == "POST" and not findings else [],
        "draft": draft_key(request, "reviewer", pk), "problems": told(whole(findings)),
        "touched": request.method == "POST", "may_edit": _under_way(found),
    }  # fmt: skip
    return render(request, "office/review_survey/reviewers.html", context, status=422 if findings else 200)


@login_required
@require_POST
def remove_reviewer(request: OfficeRequest, pk: int, assignment: int) -> HttpResponse:
    """Take somebody off a village."""
    page = the_round_page(request, pk)
    must_run(request, page.round)
    found = next((each for each in page.reviewers if each.pk == assignment), None)
    if found is None:
        raise Http404
    try:
        committee.remove_reviewer(by=request.user, assignment=found)
    except Refused as refused:
        messages.error(request, told(whole(refused.findings))[0]["message"])
    else:
        messages.success(request, _("Đã bỏ phân công %(name)s ở %(village)s.") % {
            "name": found.name, "village": found.village.name})  # fmt: skip
    return redirect("office:review-reviewers", pk)


def _under_way(found: ReviewRound) -> bool:
    return found.state in (RoundState.PREPARING, RoundState.OPEN)


def _proposed(request: OfficeRequest, page: RoundPage) -> list[Seat]:
    """The committee of the round before, to begin with."""
    return [
        Seat(each.name, each.role, each.post, each.user_id) for each in committee_before(request.user, page.round)
    ] or [Seat("", CommitteeRole.HEAD)]


def _row(seat: Seat) -> dict[str, str]:
    return {"role": str(seat.role), "name": seat.name, "post": seat.post, "user": str(seat.user or "")}


def _posted(post: Mapping[str, str]) -> list[dict[str, str]]:
    numbers = sorted({int(match[1]) for name in post if (match := _ROW.match(name))})
    fields = ("role", "name", "post", "user")
    return [{each: post.get(f"o-{number}-{each}", "").strip() for each in fields} for number in numbers[:MOST_ROWS]]


def _said(row: Mapping[str, str]) -> tuple[str, str]:
    return row["name"], row["post"]


def _seat(row: Mapping[str, str]) -> Seat:
    role = row["role"] if row["role"] in CommitteeRole.values else CommitteeRole.MEMBER.value
    return Seat(row["name"], role, row["post"], whole_number(row["user"]))


def _by_village(page: RoundPage) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for each in page.reviewers:
        found.setdefault(each.village_id, []).append(each)
    return found

"""Handing the list up (Phụ lục VI), and the higher level's opinion on it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.documents.queries import next_number
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_deciding.fields import NUMBER_PLACES, Form, Input, day_input, number_inputs
from giamngheo.office.review_deciding.present import waits
from giamngheo.office.review_deciding.ways import head, papers, round_here
from giamngheo.office.typed import whole
from giamngheo.review import procedure
from giamngheo.review.actions import opinions
from giamngheo.review.actions.proposals import propose
from giamngheo.review.models import CaseState, HigherOpinion, Proposal
from giamngheo.review.queries import proposals as queries

_PROPOSE = {"REVIEW-DAY-FUTURE": "on", "REVIEW-PROPOSAL-NONE": "on"}
_ASK = {"REVIEW-OPINION-DAY": "sent_on", "REVIEW-DAY-FUTURE": "sent_on", **NUMBER_PLACES}
_ANSWER = {"REVIEW-OPINION-DAY": "answered_on", "REVIEW-DAY-FUTURE": "answered_on"}


@login_required
def proposal_list(request: OfficeRequest, pk: int) -> HttpResponse:
    """Who can be handed up today, what the others wait for, and the lists handed up."""
    round_ = round_here(request, pk)
    today = request.scope.today
    form = Form([day_input("on", _("Ngày trình"), today)], places=_PROPOSE)
    chosen = {int(key) for key in request.POST.getlist("ho") if whole(key)}
    if request.method == "POST":
        made = form.tried(
            request, propose,
            lambda typed: {"by": request.user, "round_": round_, "on": typed.day("on"), "only": chosen},
        )  # fmt: skip
        if made is not None:
            say_saved(request, _("Đã trình danh sách lần %(number)d.") % {"number": made.number}, "")
            return redirect("office:review-proposal", made.pk)
    rows = [(each, waits(each)) for each in queries.waiting_of(request.user, round_, today)]
    ready = [each.case for each, why in rows if not why]
    context = {
        **head(request, round_, "review-proposals"), "form": form,
        "ready": ready, "waiting": [(each.case, why) for each, why in rows if why],
        "chosen": chosen if request.method == "POST" else {case.pk for case in ready},
        "proposals": queries.proposals_of(request.user, round_),
    }  # fmt: skip
    return render(request, "office/review_deciding/proposals.html", context, status=form.status)


@login_required
def proposal(request: OfficeRequest, pk: int) -> HttpResponse:
    """One list; in the annual path the letter to the higher level and its answer."""
    try:
        page = queries.proposal_page(request.user, pk)
    except Proposal.DoesNotExist as missing:
        raise Http404 from missing
    form = _ask_form(request, page) if page.opinion is None else _answer_form(request, page.opinion)
    recheck = {int(key) for key in request.POST.getlist("ho") if whole(key)}
    if request.method == "POST":
        done = _asked(request, page, form) if page.opinion is None else _answered(request, page.opinion, form, recheck)
        if done is not None:
            say_saved(request, _("Đã ghi."), form.draft)
            return redirect("office:review-proposal", pk)
    found = page.proposal
    context: dict[str, Any] = {
        **head(request, found.round, "review-proposals"), "page": page, "proposal": found, "form": form,
        "still": [(item, name) for item, name in page.rows if item.case.state == CaseState.PROPOSED],
        "recheck": recheck, "opinion": page.opinion,
        "rule": procedure.rule("opinion_within", found.round.kind, found.on) if page.asks else None,
        "papers": papers((_("Danh sách trình (Phụ lục VI)"), "to-trinh", pk),
                         *([(_("Văn bản xin ý kiến"), "xin-y-kien", pk)] if page.asks else [])),
    }  # fmt: skip
    return render(request, "office/review_deciding/proposal.html", context, status=form.status)


def _ask_form(request: OfficeRequest, page: queries.ProposalPage) -> Form:
    round_ = page.proposal.round
    following = next_number(request.user, round_.unit, opinions.SIGN, request.scope.today.year)
    fields = [day_input("sent_on", _("Ngày gửi"), request.scope.today), *number_inputs(opinions.SIGN, following)]
    return Form(fields, draft_key(request, "ask", page.proposal.pk), _ASK)


def _answer_form(request: OfficeRequest, opinion: HigherOpinion) -> Form:
    fields = [
        day_input("answered_on", _("Ngày trả lời"), request.scope.today),
        Input("reference", _("Số, ký hiệu văn bản trả lời"), most=80),
        Input("agrees", _("Cấp trên"), kind="choice", value="yes",
              options=[("yes", _("nhất trí")), ("no", _("chưa nhất trí, phải xem lại một số hộ"))]),
        Input("answer", _("Nội dung trả lời"), "", "area", most=5000),
    ]  # fmt: skip
    return Form(fields, draft_key(request, "opinion", opinion.pk), _ANSWER)


def _asked(request: OfficeRequest, page: queries.ProposalPage, form: Form) -> HigherOpinion | None:
    return form.tried(
        request, opinions.ask_opinion,
        lambda typed: {"by": request.user, "proposal": page.proposal, "sent_on": typed.day("sent_on"),
                       "serial": typed.number("serial"), "sign": typed.text("sign")},
    )  # fmt: skip


def _answered(request: OfficeRequest, opinion: HigherOpinion, form: Form, recheck: set[int]) -> HigherOpinion | None:
    return form.tried(
        request, opinions.record_opinion,
        lambda typed: {"by": request.user, "opinion": opinion, "answered_on": typed.day("answered_on"),
                       "agrees": typed.text("agrees") != "no", "answer": typed.text("answer"),
                       "reference": typed.text("reference"), "recheck": recheck},
    )  # fmt: skip

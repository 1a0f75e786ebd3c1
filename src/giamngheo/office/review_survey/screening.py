"""Phiếu A on the screen: nine questions answered by keys."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.asks import ask_of
from giamngheo.office.review_survey.present import title_of
from giamngheo.office.review_survey.ways import Placed, the_case, told, whole
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import printed_day
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.actions.screening import Screened, screen
from giamngheo.review.judging.asking import screening as questions_of
from giamngheo.review.judging.typing import UnreadableError, read, show
from giamngheo.review.models import CaseState
from giamngheo.review.problems import Refused
from giamngheo.review.problems_survey import ANSWER_UNREADABLE, SURVEY_DAY
from giamngheo.review.queries.forms import ScreeningForm, may_survey, screening_form
from giamngheo.review.values import Seen

_PLACES = {"REVIEW-SURVEY-DAY": "screened_on", "REVIEW-SURVEY-WHO": "screened_by"}


@login_required
def screening(request: OfficeRequest, pk: int) -> HttpResponse:
    """The form; a yes leads on to Phiếu B, a no or an open answer back to the household."""
    case = the_case(request, pk)
    if not may_survey(request.user, case):
        raise NotPermitted(str(Permission.ASSESS))
    try:
        form = screening_form(request.user, pk)
    except Refused as refused:
        context = {"case": case, "problems": told(whole(refused.findings))}
        return render(request, "office/review_survey/no_form.html", context, status=409)
    if form.case.state != CaseState.LISTED or not questions_of(form.standard):
        return redirect("office:review-case", pk)
    findings: list[Placed] = []
    draft = draft_key(request, "screening", pk)
    if request.method == "POST":
        findings, done = _kept(request, form)
        if done is not None:
            say_saved(request, _said(form, done), draft)
            on = done.screening.to_be_reviewed is True
            return redirect("office:review-survey" if on else "office:review-case", pk)
    return _page(request, form, findings, draft)


def _kept(request: OfficeRequest, form: ScreeningForm) -> tuple[list[Placed], Screened | None]:
    post, findings = request.POST, []
    answers: dict[str, Any] = {}
    for each in questions_of(form.standard):
        name = f"h-{each.name}"
        try:
            answers[each.name] = read(each, post.get(name, ""))
        except UnreadableError as error:
            finding = ANSWER_UNREADABLE.at(where_vi=each.label.vi, where_en=each.label.en, value=error.args[0][:60])
            findings.append((name, finding))
    words = post.get("screened_on", "")
    day = read_day(words, request.scope.today)
    if day is None:
        findings.append(("screened_on", SURVEY_DAY.at(day=words)))
    if findings or day is None:
        return findings, None
    seen = Seen(whole_number(post.get("buoc")) or 0, whole_number(post.get("lan")) or 0)
    try:
        return [], screen(
            by=request.user, case=form.case, seen=seen, answers=answers, screened_on=day,
            screened_by=post.get("screened_by", ""),
        )  # fmt: skip
    except Refused as refused:
        return [(_PLACES.get(each.code, ""), each) for each in refused.findings], None


def _said(form: ScreeningForm, done: Screened) -> str:
    said = done.screening.to_be_reviewed
    words = {
        True: _("Phiếu A của hộ %(name)s: đưa vào danh sách rà soát. Tiếp theo: phiếu khảo sát."),
        False: _("Phiếu A của hộ %(name)s: không đưa vào danh sách rà soát."),
        None: _("Đã lưu Phiếu A của hộ %(name)s, chưa kết luận được: còn thiếu câu trả lời."),
    }[said]
    return words % {"name": form.head}


def _page(request: OfficeRequest, form: ScreeningForm, findings: list[Placed], draft: str) -> HttpResponse:
    if form.case.request is None:
        raise Http404
    post = request.POST if request.method == "POST" else None
    errors: dict[str, list[str]] = {}
    for name, finding in findings:
        errors.setdefault(name, []).append(told([(name, finding)])[0]["message"])
    asks = []
    for each in questions_of(form.standard):
        name = f"h-{each.name}"
        begun = show(each, form.last.answers.get(each.name)) if form.last else ""
        ask = ask_of(each, name, post.get(name, "") if post is not None else begun)
        ask.errors = errors.get(name, [])
        asks.append(ask)
    stale = any(each.code in ("REVIEW-STALE", "REVIEW-SURVEY-STALE") for _name, each in findings)
    context = {
        "form": form, "case": form.case, "round_title": title_of(form.case.round), "asks": asks, "errors": errors,
        "day": post.get("screened_on", "") if post is not None else printed_day(request.scope.today),
        "reviewer": post.get("screened_by", "") if post is not None else form.reviewer, "seen": form.seen,
        "draft": draft, "problems": told(findings), "touched": post is not None, "stale": stale,
    }  # fmt: skip
    status = 409 if stale else 422 if findings else 200
    return render(request, "office/review_survey/screening.html", context, status=status)

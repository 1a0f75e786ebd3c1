"""A household's answers in a wave, made for a phone."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giamngheo.accounts.permissions import Permission, require
from giamngheo.foundation.findings import Finding
from giamngheo.foundation.numbers import format_number
from giamngheo.monitoring.models import NoResponse
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.surveys import actions as verbs
from giamngheo.monitoring.surveys import problems as p
from giamngheo.monitoring.surveys.design import INCOME, Question, questions_of
from giamngheo.monitoring.surveys.queries import MemberRow, WavePage, answer_history
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.fields import problems_of
from giamngheo.office.monitoring_surveys import saying
from giamngheo.office.monitoring_surveys.pages import wave_or_404
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import money, printed_day

YES, NO, UNKNOWN = "1", "0", ""


@login_required
def answer_page(request: OfficeRequest, pk: int, member: int) -> HttpResponse:
    """The form of one household; who gave no answers has a reason at its end."""
    page = wave_or_404(request, pk)
    row = next((each for each in page.rows if each.member.pk == member), None)
    if row is None:
        raise Http404
    require(request.user, Permission.EDIT_MONITORING, page.wave.survey.unit)
    draft, problems = draft_key(request, "survey", pk, member), []
    if request.method == "POST":
        problems = _sent(request, page, row)
        if not problems:
            say_saved(request, _("Đã ghi câu trả lời."), draft)
            return redirect(_next(page, row))
    context = {
        "page": page, "wave": page.wave, "survey": page.wave.survey, "row": row, "draft": draft,
        "problems": problems_of(problems), "asks": _asks(request, page, row), "reasons": NoResponse.choices,
        "history": answer_history(request.user, page.wave, row.member), **_rest(request, page, row),
    }  # fmt: skip
    return render(request, "office/monitoring_surveys/answer.html", context, status=422 if problems else 200)


def _asks(request: OfficeRequest, page: WavePage, row: MemberRow) -> list[dict[str, Any]]:
    """Questions with what stands, or what was typed."""
    held = _values(row)
    found = []
    for each in questions_of(page.wave.survey):
        standing = held.get(each.code)
        if each.money:
            text = "" if standing is None else format_number(standing)
        else:
            text = UNKNOWN if standing is None else str(standing)
        holds = each.holds_en if get_language() == "en" else each.holds_vi
        found.append({
            "code": each.code, "label": saying.title(each), "money": each.money, "help": holds,
            "choices": [(YES, _("thiếu hụt")), (NO, _("không thiếu hụt")), (UNKNOWN, _("không rõ"))],
            "value": request.POST.get(each.code, text),
        })  # fmt: skip
    return found


def _rest(request: OfficeRequest, page: WavePage, row: MemberRow) -> dict[str, Any]:
    response, wave = row.response, page.wave
    usual = min(max(request.scope.today, wave.begins), wave.ends)
    said = response is not None and response.source != "review"
    return {
        "asked_on": request.POST.get("asked_on", printed_day(response.asked_on if said and response else usual)),
        "why": request.POST.get("why", response.why_none if response else ""),
        "remark": request.POST.get("remark", response.remark if response else ""),
    }


def _values(row: MemberRow) -> dict[str, int]:
    return {each.question: each.value for each in row.response.answers.all()} if row.response else {}


def _sent(request: OfficeRequest, page: WavePage, row: MemberRow) -> list[tuple[str, Finding]]:
    post, by = request.POST, request.user
    asked_on = read_day(post.get("asked_on"), request.scope.today)
    wave = page.wave
    if asked_on is None:
        begins, ends = printed_day(wave.begins), printed_day(wave.ends)
        return [("asked_on", p.DAY.at(day=post.get("asked_on", "")[:20], begins=begins, ends=ends))]
    remark, today = post.get("remark", ""), request.scope.today
    try:
        if post.get("why"):
            verbs.miss_survey(by=by, wave=wave, member=row.member, why=post["why"], asked_on=asked_on, remark=remark,
                              today=today)  # fmt: skip
            return []
        answers, wrong = _read(request, questions_of(wave.survey))
        if wrong:
            return wrong
        verbs.answer_survey(by=by, wave=wave, member=row.member, answers=answers, asked_on=asked_on, remark=remark,
                            today=today)  # fmt: skip
    except Refused as refused:
        return [(_place(each), each) for each in refused.findings]
    return []


def _read(request: OfficeRequest, questions: list[Question]) -> tuple[dict[str, int], list[tuple[str, Finding]]]:
    found, wrong = {}, []
    for each in questions:
        typed = request.POST.get(each.code, "").strip()
        if each.money and typed:
            amount = money(typed)
            if amount is None:
                wrong.append((each.code, p.ANSWER.at(most=format_number(verbs.MOST_INCOME))))
            else:
                found[each.code] = amount
        elif typed in (YES, NO):
            found[each.code] = int(typed)
    return found, wrong


def _place(finding: Finding) -> str:
    return {"SURVEY-DAY": "asked_on", "SURVEY-ANSWER": INCOME}.get(finding.code, "")


def _next(page: WavePage, row: MemberRow) -> str:
    """The next household of the list that nobody was asked about, else the wave."""
    at = page.rows.index(row)
    after = [*page.rows[at + 1 :], *page.rows[:at]]
    waiting = next((each for each in after if each.response is None), None)
    if waiting is None:
        return reverse("office:survey-wave", args=[page.wave.pk])
    return reverse("office:survey-answer", args=[page.wave.pk, waiting.member.pk])

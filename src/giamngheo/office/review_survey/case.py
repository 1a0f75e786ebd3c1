"""A household in a round: where it stands, the next step, and everything that was written about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.links import links_of
from giamngheo.office.review_survey.present import (
    SHORT_CLASSES,
    language,
    stage_titles,
    state_word,
    title_of,
)
from giamngheo.office.review_survey.verdict import lines_of, outcome_of
from giamngheo.review.judging.laws import standard_of
from giamngheo.review.judging.verdicts import decoded, standard_of_record
from giamngheo.review.models import Assessment, CaseSource, CaseState, PovertyCause, PovertyClass, ReviewCase, Screening
from giamngheo.review.problems import Refused
from giamngheo.review.queries.cases import CasePage, case_page, members_of
from giamngheo.standards.wording import answer, money, say


class Next(NamedTuple):
    """The one thing to do now. `url` blank: it is done elsewhere, or by others."""

    title: str | Promise
    url: str = ""
    help: str | Promise = ""


# What follows each state, done on the round's pages of the other parts.
AFTER: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    CaseState.SURVEYED: (gettext_lazy("Đưa ra họp dân của thôn"), ("office:review-meetings",)),
    CaseState.AGREED: (gettext_lazy("Niêm yết kết quả ở thôn"), ("office:review-postings",)),
    CaseState.POSTED: (gettext_lazy("Chờ hết thời gian niêm yết"), ("office:review-postings",)),
    CaseState.PROPOSED: (gettext_lazy("Chờ quyết định của Chủ tịch UBND xã"), ("office:review-decide",)),
}


@login_required
@require_safe
def case(request: OfficeRequest, pk: int) -> HttpResponse:
    """The household's page in the round."""
    try:
        found = case_page(request.user, pk)
    except ReviewCase.DoesNotExist as missing:
        raise Http404 from missing
    here = found.case
    last, people = here.assessment, members_of(request.user, found.assessments)
    context: dict[str, Any] = {
        "found": found,
        "case": here,
        "round_title": title_of(here.round),
        "name": here.person.full_name if here.person else found.head,
        "state": state_word(here.state),
        "stage": stage_titles(here.round),
        "before": SHORT_CLASSES[PovertyClass(here.class_before)] if here.class_before != PovertyClass.NONE else "",
        "source": CaseSource(here.source).label,
        "next": next_of(found),
        "links": links_of(here.round, found.rights),
        "last": _assessment(last, people[last.pk]) if last else None,
        "earlier": [
            _assessment(each, people[each.pk]) for each in reversed(found.assessments) if each.pk != here.assessment_id
        ],
        "screenings": [_screening(here, each) for each in reversed(found.screenings)],
        "steps": [
            {"step": each, "from": CaseState(each.from_state).label, "to": CaseState(each.to_state).label}
            for each in reversed(found.steps)
        ],
        "withdrawable": found.may_run and here.state not in ("screened_out", "recognised", "refused", "withdrawn"),
    }
    return render(request, "office/review_survey/case.html", context)


def next_of(found: CasePage) -> Next:
    """The next step of the case, with its page where the user may take it."""
    case = found.case
    survey = reverse("office:review-survey", args=[case.pk])
    if found.screens:
        return Next(_("Ghi Phiếu A"), reverse("office:review-screen", args=[case.pk]))
    if case.state == CaseState.LISTED and found.surveys:
        return Next(_("Ghi phiếu khảo sát"), survey)
    if case.state in (CaseState.RESURVEY, CaseState.RECHECKING) and found.surveys:
        words = _("Ghi phiếu khảo sát lại") if case.state == CaseState.RESURVEY else _("Ghi phiếu phúc tra")
        return Next(words, survey)
    if case.state in (CaseState.LISTED, CaseState.RESURVEY, CaseState.RECHECKING):
        return Next(_("Chờ khảo sát"), "", _("Mở đợt rà soát, rồi rà soát viên hoặc công chức ghi phiếu."))
    title, names = AFTER.get(case.state, ("", ()))
    for name in names:
        try:
            return Next(title, reverse(name, args=[case.round_id]))
        except NoReverseMatch:
            continue
    return Next(title)


def _assessment(kept: Assessment, names: Sequence[str]) -> dict[str, Any]:
    """An assessment with its account, as its own standard tells it."""
    standard = standard_of_record(kept)
    causes = [PovertyCause(each).label for each in kept.causes if each in PovertyCause.values]
    return {
        "kept": kept,
        **outcome_of(kept.outcome),
        "purpose": kept.get_purpose_display(),
        "lines": lines_of(decoded(kept), standard, names),
        "deprivations": [_indicator(standard, each) for each in kept.deprivations],
        "causes": causes,
        "income": money(kept.income) if kept.income is not None else "",
        "typed": _typed(kept),
        "answers": _answers(kept, standard),
        "people": [
            (name, _given(standard, answers)) for name, answers in zip(names, kept.record["members"], strict=False)
        ],
    }


def _indicator(standard: Any, name: str) -> str:
    held = standard.held.get(name)
    return say(held.concept.title, language()) if held else name


def _typed(kept: Assessment) -> str:
    words = {
        "income_score_typed": _("điểm B1"), "deprivation_score_typed": _("điểm B2"),
        "deprivations": _("chỉ số thiếu hụt"),
    }  # fmt: skip
    return ", ".join(words[each] for each in kept.typed if each in words)


def _answers(kept: Assessment, standard: Any) -> list[tuple[str, str]]:
    return _given(standard, kept.record["household"])


def _given(standard: Any, answers: dict[str, Any]) -> list[tuple[str, str]]:
    """Question and answer, in the order of the form."""
    return [
        (say(question.label, language()), answer(question, answers[name], language()))
        for name, question in standard.questions.items()
        if answers.get(name) is not None
    ]


def _screening(case: ReviewCase, kept: Screening) -> dict[str, Any]:
    try:
        questions = standard_of(case.round).questions
    except Refused:
        questions = {}
    answers = [
        (say(questions[name].label, language()), answer(questions[name], value, language()))
        for name, value in kept.answers.items()
        if name in questions
    ]
    return {"kept": kept, "answers": answers}

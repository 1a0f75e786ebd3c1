"""Phiếu B and the income sheet on the screen: laid out, judged while they are typed, saved, and on to the next."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from giamngheo.accounts.permissions import NotPermitted, Permission
from giamngheo.households.births import printed
from giamngheo.office.drafts import draft_key, say_saved
from giamngheo.office.households.household import age_on
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.review_survey.asks import (
    Ask,
    ask_of,
    groups_of,
    household_asks,
    indicator_asks,
    member_asks,
    place_problems,
    read,
    settled,
)
from giamngheo.office.review_survey.present import SHORT_CLASSES, title_of
from giamngheo.office.review_survey.verdict import panel_of
from giamngheo.office.review_survey.ways import Placed, the_case, told, whole
from giamngheo.office.typed import day as read_day
from giamngheo.office.typed import printed_day
from giamngheo.office.typed import whole as whole_number
from giamngheo.review.actions.assessing import Assessed, assess
from giamngheo.review.judging.asking import TOTALS, sheet
from giamngheo.review.models import PovertyCause, PovertyClass, ReviewCase, RoundKind
from giamngheo.review.problems import Refused
from giamngheo.review.queries.cases import next_to_survey
from giamngheo.review.queries.forms import SurveyForm, may_survey, previewed, survey_form
from giamngheo.review.values import Seen

SCORES = "diem"  # `?ghi=diem`: only the scores of a paper form
_PLACES = {
    "REVIEW-SURVEY-DAY": "surveyed_on", "REVIEW-SURVEY-WHO": "reviewer", "REVIEW-CAUSE": "causes",
    "REVIEW-SCORES-DISAGREE": "h-deprivation_score_typed",
}  # fmt: skip


@login_required
def survey(request: OfficeRequest, pk: int) -> HttpResponse:
    """The form; saved, it leads to the next household of the pile. A refusal keeps everything typed."""
    scores_only = request.GET.get("ghi") == SCORES
    form, problem = _form(request, pk, scores_only)
    if form is None:
        return problem
    if request.method != "POST":
        return render(request, "office/review_survey/survey.html", _page(request, form, None, [], scores_only))
    typed = read(form, request.POST, request.scope.today, scores_only=scores_only)
    if request.POST.get("lam") in ("show", "preview"):
        again = survey_form(request.user, pk, typed.survey.surveyed_on, scores_only=scores_only)
        context = _page(request, again, request.POST, [], scores_only)
        context["panel"] = panel_of(previewed(request.user, form.case, typed.survey), again, typed.findings)
        return render(request, "office/review_survey/survey.html", context | {"touched": True})
    findings: list[Placed] = list(typed.findings)
    if not findings:
        try:
            done = assess(by=request.user, case=form.case, seen=_seen(request), survey=typed.survey)
        except Refused as refused:
            findings = _placed(request, form, typed.survey, refused)
        else:
            return _saved(request, form, done, scores_only)
    return _refused(request, form, findings, scores_only)


@login_required
@require_POST
def preview(request: OfficeRequest, pk: int) -> HttpResponse:
    """What the law says of the form as it is typed; nothing is kept."""
    scores_only = request.GET.get("ghi") == SCORES
    form, problem = _form(request, pk, scores_only)
    if form is None:
        return problem
    typed = read(form, request.POST, request.scope.today, scores_only=scores_only)
    panel = panel_of(previewed(request.user, form.case, typed.survey), form, typed.findings)
    return render(request, "office/review_survey/panel.html", {"panel": panel})


def _form(request: OfficeRequest, pk: int, scores_only: bool) -> tuple[SurveyForm | None, HttpResponse]:
    """The form for somebody who may write it; else the page that says why there is none."""
    today, nothing = request.scope.today, HttpResponse(status=404)
    day = read_day(request.GET.get("ngay"), today) or today
    case = the_case(request, pk)
    if not may_survey(request.user, case):
        raise NotPermitted(str(Permission.ASSESS))
    try:
        form = survey_form(request.user, pk, min(day, today), scores_only=scores_only)
    except Refused as refused:
        context = {"case": case, "problems": told(whole(refused.findings))}
        return None, render(request, "office/review_survey/no_form.html", context, status=409)
    if form.purpose is None or form.screening_first:
        return None, redirect("office:review-case", pk)
    if not RoundKind(case.round.kind).judges_poverty and scores_only:
        raise Http404
    return form, nothing


def _refused(request: OfficeRequest, form: SurveyForm, findings: list[Placed], scores_only: bool) -> HttpResponse:
    """Everything typed stands; who was faster is named, and what they wrote is a click away."""
    again = survey_form(request.user, form.case.pk, _day(request, form), scores_only=scores_only)
    context = _page(request, again, request.POST, findings, scores_only)
    stale = any(each.code in ("REVIEW-STALE", "REVIEW-SURVEY-STALE") for _name, each in findings)
    relaid = any(each.code == "REVIEW-SURVEY-MEMBERS" for _name, each in findings)
    context |= {"problems": told(findings), "touched": True, "stale": stale, "relaid": relaid}
    return render(request, "office/review_survey/survey.html", context, status=409 if stale else 422)


def _day(request: OfficeRequest, form: SurveyForm) -> Any:
    today = request.scope.today
    found = read_day(request.POST.get("surveyed_on"), today)
    return min(found, today) if found else today


def _saved(request: OfficeRequest, form: SurveyForm, done: Assessed, scores_only: bool) -> HttpResponse:
    """On to the next household, with the same day and way of writing; with nobody left, to the case."""
    said = done.assessment.outcome
    name = form.head
    if said:
        words = _("Đã lưu hộ %(name)s: %(outcome)s.") % {"name": name, "outcome": PovertyClass(said).label}
    else:
        words = _("Đã lưu hộ %(name)s, chưa kết luận được loại hộ: còn thiếu câu trả lời.") % {"name": name}
    say_saved(request, words, _draft(request, form.case, scores_only))
    following = next_to_survey(request.user, done.case) if request.POST.get("tiep") else None
    if following is None:
        return redirect("office:review-case", done.case.pk)
    asked = f"?ngay={printed_day(done.assessment.surveyed_on)}" + (f"&ghi={SCORES}" if scores_only else "")
    return redirect(reverse("office:review-survey", args=[following.pk]) + asked)


def _placed(request: OfficeRequest, form: SurveyForm, survey: Any, refused: Refused) -> list[Placed]:
    """Each reason with its field: answers that cannot stand are found again beside theirs."""
    judged = previewed(request.user, form.case, survey).judged
    of_answers = place_problems(judged.problems, judged.ground.people)
    others = [each for each in refused.findings if each not in [finding for _name, finding in of_answers]]
    return [*((_PLACES.get(each.code, ""), each) for each in others), *of_answers]


def _seen(request: OfficeRequest) -> Seen:
    return Seen(whole_number(request.POST.get("buoc")) or 0, whole_number(request.POST.get("lan")) or 0)


def _draft(request: OfficeRequest, case: ReviewCase, scores_only: bool) -> str:
    return draft_key(request, "survey", case.pk, "scores" if scores_only else "answers")


def _page(
    request: OfficeRequest, form: SurveyForm, sent: QueryDict | None, findings: list[Placed], scores_only: bool
) -> dict[str, Any]:
    """Everything the page shows of a form."""
    poverty = RoundKind(form.case.round.kind).judges_poverty
    asks = _asks(form, sent, scores_only)
    if poverty:
        home = [(form.standard.questions[each.name[2:]], each) for each in asks["home"]]
        asks |= {"groups": groups_of(form.standard, home)}
    else:
        asks |= _sheet(form, sent)
    errors: dict[str, list[str]] = {}
    for name, finding in findings:
        errors.setdefault(name, []).append(told([(name, finding)])[0]["message"])
    for each in _all(asks):
        each.errors = errors.get(each.name, [])
    get = (lambda name, begun="": sent.get(name, "")) if sent is not None else (lambda name, begun="": begun)
    day = request.GET.get("ngay", "")
    typed = read(form, sent if sent is not None else _as_sent(form, asks, day), request.scope.today,
                 scores_only=scores_only)  # fmt: skip
    return {
        **asks,
        "form": form,
        "case": form.case,
        "round_title": title_of(form.case.round),
        "poverty": poverty,
        "scores_only": scores_only,
        "settled": settled(form),
        "day": get("surveyed_on", day or printed_day(request.scope.today)),
        "reviewer": get("reviewer", form.reviewer),
        "reviewers": form.reviewers,
        "errors": errors,
        "people": ",".join(str(each) for each in form.ground.people),
        "seen": form.seen,
        "causes": [(value, label, key) for key, (value, label) in enumerate(PovertyCause.choices, 1)],
        "chosen_causes": sent.getlist("causes") if sent is not None else _last(form, "causes", []),
        "no_labour": (sent.get("no_labour") == "1") if sent is not None else _last(form, "no_labour", False),
        "note": get("note", _last(form, "note", "")),
        "from_paper": (sent.get("from_paper") == "1") if sent is not None else not form.surveys_here,
        "zeros": bool(sent and sent.get("con-lai-0")),
        "last": form.last,
        "last_class": SHORT_CLASSES[PovertyClass(form.last.outcome)] if form.last and form.last.outcome else "",
        "draft": _draft(request, form.case, scores_only),
        "query": f"?ghi={SCORES}" if scores_only else "",
        "panel": panel_of(previewed(request.user, form.case, typed.survey), form, typed.findings),
    }


def _asks(form: SurveyForm, sent: QueryDict | None, scores_only: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "score": household_asks(form, form.form.score, sent),
        "home": household_asks(form, form.form.home, sent),
        "marks": indicator_asks(form.standard, _marks(form, sent)) if scores_only else [],
    }
    day = form.standard.day
    found["members"] = [
        {
            "row": row,
            "birth": printed(row.person.birth),
            "age": age_on(row.person.birth, day),
            "assistance": form.ground.assistance[place],
            "asks": member_asks(form, place, sent),
        }
        for place, row in enumerate(form.ground.members)
    ]
    return found


def _sheet(form: SurveyForm, sent: QueryDict | None) -> dict[str, Any]:
    """The income sheet as rows of receipts and costs, and the questions beside it."""
    lines, others = sheet(form.form.home)
    begun = lambda question: (  # noqa: E731 a word for the two places below
        sent.get(f"h-{question.name}", "") if sent is not None else _shown(form, question)
    )
    rows = [
        (
            ask_of(each.receipts, f"h-{each.receipts.name}", begun(each.receipts)),
            ask_of(each.costs, f"h-{each.costs.name}", begun(each.costs)) if each.costs else None,
        )
        for each in lines
    ]
    totals = [each for each in others if each.name in TOTALS]
    about = [each for each in others if each.name not in TOTALS]
    groups = [
        ("", household_asks(form, about, sent)),
        (_("Hoặc phiếu chỉ ghi tổng"), household_asks(form, totals, sent)),
    ]
    return {"sheet": rows, "groups": groups}


def _shown(form: SurveyForm, question: Any) -> str:
    from giamngheo.review.judging.typing import show

    return show(question, form.household.get(question.name))


def _all(asks: dict[str, Any]) -> list[Ask]:
    """Every field of the page."""
    found = [*asks["score"], *asks["marks"], *(each for _title, group in asks["groups"] for each in group)]
    found += [each for member in asks["members"] for each in member["asks"]]
    return [*found, *(each for row in asks.get("sheet", ()) for each in row if each is not None)]


def _as_sent(form: SurveyForm, asks: dict[str, Any], day: str) -> QueryDict:
    """The form as it begins, as if it had been sent: so that the first verdict comes by the same way as the others."""
    begun = QueryDict(mutable=True)
    begun.update({each.name: each.value for each in _all(asks) if each.value})
    begun["nguoi"] = ",".join(str(each) for each in form.ground.people)
    begun["surveyed_on"], begun["reviewer"] = day, form.reviewer or "–"
    return begun


def _marks(form: SurveyForm, sent: QueryDict | None) -> dict[str, str]:
    if sent is not None:
        return {name: sent.get(name, "") for name in sent}
    if form.last is None or "deprivations" not in form.last.typed:
        return {}
    return {f"c-{name}": "1" if name in form.last.deprivations else "0" for name in form.standard.indicators}


def _last(form: SurveyForm, name: str, otherwise: Any) -> Any:
    return getattr(form.last, name) if form.last is not None else otherwise

"""The list of surveys, one set out, its page, its waves, and the comparison."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from giamngheo.accounts.permissions import Permission, require
from giamngheo.accounts.queries import can
from giamngheo.monitoring.models import PanelGroup, PanelSurvey, PanelWave, WaveKind
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.surveys import actions as verbs
from giamngheo.monitoring.surveys.design import questions_of
from giamngheo.monitoring.surveys.queries import SurveyPage, WavePage, survey_page, surveys_in, wave_page
from giamngheo.office.households.fields import Field, problems_of
from giamngheo.office.monitoring.asking import asked_of
from giamngheo.office.monitoring_surveys import saying
from giamngheo.office.monitoring_surveys.comparing import Comparison, comparison
from giamngheo.office.monitoring_surveys.picture import picture
from giamngheo.office.monitoring_surveys.showing import shown_lines
from giamngheo.office.programme.forms import Asked, Form, Input, ask, options
from giamngheo.office.requests import OfficeRequest
from giamngheo.office.typed import printed_day, whole
from giamngheo.support.catalogue import catalogue

DAYS = 30  # our own usual length of a wave


@login_required
@require_safe
def list_page(request: OfficeRequest) -> HttpResponse:
    """Surveys of the unit at the top, the last first."""
    asked = asked_of(request)
    if asked is None:
        return render(request, "office/monitoring_surveys/list.html", {"no_unit": True})
    context = {
        "asked": asked, "tab": "surveys", "may_edit": can(request.user, Permission.EDIT_MONITORING, asked.unit),
        "surveys": list(surveys_in(request.user, asked.unit)[:100]),
    }  # fmt: skip
    return render(request, "office/monitoring_surveys/list.html", context)


@login_required
def new_page(request: OfficeRequest) -> HttpResponse:
    """Setting one out: it draws at once and opens the baseline."""
    asked = asked_of(request, Permission.EDIT_MONITORING)
    if asked is None:
        raise Http404
    unit, today = asked.unit, request.scope.today
    fields: list[Field] = [
        Field("title", _("Tên cuộc khảo sát"), most=200),
        Field("plan_paper", _("Văn bản kế hoạch"), _("Số, ngày của kế hoạch giám sát, đánh giá."), most=300),
        Field("group", _("Chọn hộ trong"), options=PanelGroup.choices, value=PanelGroup.EITHER),
        Input("villages", _("Thôn (không chọn là mọi thôn)"), options=options(asked.villages), many=True),
        Field("households", _("Số hộ mỗi thôn"),
              _("Mỗi thôn là một tầng, rút cùng số hộ; thôn ít hộ hơn thì hỏi hết."), value="20", most=3),
        Field("begins", _("Đợt đầu kỳ từ ngày"), value=printed_day(today), most=10),
        Field("ends", _("đến ngày"), value=printed_day(today + timedelta(days=DAYS)), most=10),
        Field("seed", _("Số gieo (không bắt buộc)"),
              _("Để trống thì phần mềm tự lấy. Nếu gõ, nên là số đã công bố trước, như bốc thăm tại cuộc họp."),
              most=60),
    ]  # fmt: skip

    def act(typed: Asked) -> tuple[str, str]:
        begins, ends = typed.day("begins"), typed.day("ends")
        typed.must()
        villages = [each.pk for each in typed.several("villages", asked.villages)]
        plan = verbs.SurveyPlan(
            typed.text("title"), typed.text("plan_paper"), typed.text("group"), villages,
            whole(typed.text("households")) or 0, begins, ends, typed.text("seed"),
        )  # fmt: skip
        made = verbs.set_out_survey(by=request.user, unit=unit, plan=plan, today=today)
        return _("Đã rút thăm và mở đợt đầu kỳ."), reverse("office:survey", args=[made.pk])

    note = _(
        "Rút thăm ngay khi lưu. Các đợt sau hỏi lại đúng những hộ này; hộ vắng không thay bằng hộ khác mà ghi lý do."
    )
    key = ("survey", unit.pk)
    return ask(request, Form(_("Lập cuộc khảo sát"), fields, act, key, _trail(), _("Lưu và rút thăm"), note))


@login_required
@require_safe
def survey_page_of(request: OfficeRequest, pk: int) -> HttpResponse:
    """Design, villages, waves and what each still needs."""
    page = page_or_404(request, pk)
    return render(request, "office/monitoring_surveys/survey.html", _context(request, page))


@login_required
def wave_new(request: OfficeRequest, pk: int) -> HttpResponse:
    """The next wave of the same households."""
    page, today = page_or_404(request, pk), request.scope.today
    require(request.user, Permission.EDIT_MONITORING, page.survey.unit)
    kinds = [each for each in WaveKind.choices if each[0] != WaveKind.BASELINE]
    fields: list[Field] = [
        Field("kind", _("Đợt khảo sát"), options=kinds, value=WaveKind.MID_TERM),
        Field("begins", _("Từ ngày"), value=printed_day(today), most=10),
        Field("ends", _("Đến ngày"), value=printed_day(today + timedelta(days=DAYS)), most=10),
    ]

    def act(typed: Asked) -> tuple[str, str]:
        begins, ends = typed.day("begins"), typed.day("ends")
        typed.must()
        made = verbs.open_wave(by=request.user, survey=page.survey, kind=typed.text("kind"), begins=begins, ends=ends)
        return _("Đã mở đợt."), reverse("office:survey-wave", args=[made.pk])

    return ask(request, Form(_("Mở đợt sau"), fields, act, ("wave", pk), _trail(page.survey), _("Mở đợt")))


@login_required
@require_safe
def wave_page_of(request: OfficeRequest, pk: int) -> HttpResponse:
    """The households of a wave: who answered, who did not and why, who waits."""
    return _wave(request, wave_or_404(request, pk))


@login_required
@require_POST
def wave_act(request: OfficeRequest, pk: int, act: str) -> HttpResponse:
    """Take answers from the review, or finish the wave."""
    page = wave_or_404(request, pk)
    try:
        if act == "ra-soat":
            taken = verbs.take_from_review(by=request.user, wave=page.wave)
            words = ngettext("Đã lấy %(n)s hộ từ rà soát.", "Đã lấy %(n)s hộ từ rà soát.", taken) % {"n": taken}
        elif act == "ket-thuc":
            verbs.finish_wave(by=request.user, wave=page.wave)
            words = _("Đã kết thúc đợt; câu trả lời của đợt này không sửa được nữa.")
        else:
            raise Http404
    except Refused as refused:
        return _wave(request, page, [("", each) for each in refused.findings])
    messages.success(request, words)
    return redirect("office:survey-wave", pk)


@login_required
@require_safe
def compare_page(request: OfficeRequest, pk: int) -> HttpResponse:
    """Two finished waves side by side, with what may and may not be concluded."""
    page = page_or_404(request, pk)
    found = comparison_of(request, page.survey)
    context = _context(request, page)
    if found is not None:
        context |= {
            "found": found, "lines": shown_lines(found), "may": saying.may(found), "cautions": saying.cautions(found),
            "reasons": saying.reasons(found), "picture": picture(found), "kinds": kind_options(),
            "query": f"truoc={found.first.pk}&sau={found.second.pk}&loai={found.kind}",
        }  # fmt: skip
    return render(request, "office/monitoring_surveys/compare.html", context)


def comparison_of(request: OfficeRequest, survey: PanelSurvey) -> Comparison | None:
    """What the address asks for: truoc, sau (waves), loai (kind of help)."""
    typed = request.GET
    kind = typed.get("loai", "")
    known = {each.code for each in catalogue()}
    return comparison(
        request.user, survey, whole(typed.get("truoc")), whole(typed.get("sau")), kind if kind in known else ""
    )


def kind_options() -> list[tuple[str, str]]:
    """Kinds of help, anything first."""
    return [("", _("bất kỳ hỗ trợ nào")), *((each.code, saying.either(each.title)) for each in catalogue())]


def page_or_404(request: OfficeRequest, pk: int) -> SurveyPage:
    """A survey the user sees."""
    try:
        return survey_page(request.user, pk)
    except PanelSurvey.DoesNotExist:
        raise Http404 from None


def wave_or_404(request: OfficeRequest, pk: int) -> WavePage:
    """A wave the user sees."""
    try:
        return wave_page(request.user, pk)
    except PanelWave.DoesNotExist:
        raise Http404 from None


def _wave(request: OfficeRequest, page: WavePage, problems: list[tuple[str, Any]] | None = None) -> HttpResponse:
    survey = page.wave.survey
    may_edit = can(request.user, Permission.EDIT_MONITORING, survey.unit) and page.wave.finished_at is None
    context = {
        "page": page, "wave": page.wave, "survey": survey, "may_edit": may_edit,
        "problems": problems_of(problems or []),
        "answered": sum(each.response is not None and each.response.source != "none" for each in page.rows),
    }  # fmt: skip
    return render(request, "office/monitoring_surveys/wave.html", context, status=422 if problems else 200)


def _context(request: OfficeRequest, page: SurveyPage) -> dict[str, Any]:
    last = page.waves[-1].wave if page.waves else None
    may_edit = can(request.user, Permission.EDIT_MONITORING, page.survey.unit)
    return {
        "page": page, "survey": page.survey, "may_edit": may_edit,
        "questions": [saying.title(each) for each in questions_of(page.survey)],
        "may_open": may_edit and last is not None and last.finished_at is not None and last.kind != WaveKind.END,
        "sees_homes": can(request.user, Permission.VIEW_HOUSEHOLD, page.survey.unit),
    }  # fmt: skip


def _trail(survey: PanelSurvey | None = None) -> list[tuple[str, str]]:
    trail = [(_("Khảo sát"), reverse("office:surveys"))]
    return [*trail, (survey.title, reverse("office:survey", args=[survey.pk]))] if survey else trail

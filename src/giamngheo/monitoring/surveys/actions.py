"""Surveys set out and drawn, waves opened, answered and finished. docs/algorithms/surveys.md."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone

from giamngheo.audit.actions import record
from giamngheo.foundation.dates import format_date
from giamngheo.foundation.numbers import format_number
from giamngheo.foundation.text import nfc, squeeze
from giamngheo.monitoring.models import (
    NoResponse,
    PanelAnswer,
    PanelGroup,
    PanelHousehold,
    PanelResponse,
    PanelSurvey,
    PanelWave,
    ResponseSource,
    WaveKind,
)
from giamngheo.monitoring.permissions import Permission, require
from giamngheo.monitoring.problems import refuse
from giamngheo.monitoring.surveys import problems as p
from giamngheo.monitoring.surveys.design import INCOME, drawn, instrument_on
from giamngheo.monitoring.surveys.queries import survey_frame
from giamngheo.review.queries.assessed import last_assessments

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

MOST_HOUSEHOLDS, MOST_INCOME = 500, 1_000_000_000
SEED_BYTES = 8


class SurveyPlan(NamedTuple):
    """What a survey is. `villages`: keys, () for all; `begins`, `ends`: of the baseline; `seed`: "" for one of the
    program's."""

    title: str
    plan_paper: str
    group: str
    villages: Collection[int]
    households: int
    begins: date
    ends: date
    seed: str = ""


@transaction.atomic
def set_out_survey(*, by: User, unit: Unit, plan: SurveyPlan, today: date | None = None) -> PanelSurvey:
    """Keep the design, draw the panel and open the baseline. Raises Refused (SURVEY-PLAN, SURVEY-NOBODY,
    SURVEY-STANDARD, SURVEY-WAVE), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_MONITORING, unit)
    day = today or timezone.localdate()
    title, paper = _words(plan.title, 200), _words(plan.plan_paper, 300)
    if not (title and paper and plan.group in PanelGroup.values and 1 <= plan.households <= MOST_HOUSEHOLDS):
        raise refuse(p.PLAN, most=MOST_HOUSEHOLDS)
    instrument = instrument_on(day)
    if instrument is None:
        raise refuse(p.STANDARD, day=format_date(day))
    among = survey_frame(by, unit, plan.group, day, plan.villages)
    if not among:
        raise refuse(p.NOBODY, day=format_date(day), unit=unit.name)
    made = PanelSurvey.objects.create(
        unit=unit, title=title, plan_paper=paper, group=plan.group, drawn_on=day, frame=sorted(among),
        seed=_words(plan.seed, 60) or secrets.token_hex(SEED_BYTES), households_wanted=plan.households,
        standard=instrument.standard, questions=[*instrument.indicators, INCOME], by=by,
    )  # fmt: skip
    PanelHousehold.objects.bulk_create(
        PanelHousehold(
            survey=made, number=number, code=code, household_id=among[code].household, village_id=among[code].village
        )
        for number, code in enumerate(drawn(made), 1)
    )
    record(by=by, action="survey.set_out", subject=made, unit=unit, after={"seed": made.seed, "frame": len(among)})
    _open(by, made, WaveKind.BASELINE, plan.begins, plan.ends)
    return made


@transaction.atomic
def open_wave(*, by: User, survey: PanelSurvey, kind: str, begins: date, ends: date) -> PanelWave:
    """The next wave of the same households. Raises Refused (SURVEY-WAVE), OutOfScope, NotPermitted."""
    require(by, Permission.EDIT_MONITORING, survey.unit)
    held = PanelSurvey.objects.select_for_update().get(pk=survey.pk)
    last = held.waves.order_by("begins", "pk").last()
    later = kind in (WaveKind.MID_TERM, WaveKind.END) and last is not None and last.kind != WaveKind.END
    if not later or last is None or last.finished_at is None or begins <= last.ends:
        raise refuse(p.WAVE)
    return _open(by, held, kind, begins, ends)


@transaction.atomic
def answer_survey(
    *, by: User, wave: PanelWave, member: PanelHousehold, answers: Mapping[str, int], asked_on: date,
    remark: str = "", today: date | None = None,
) -> PanelResponse:  # fmt: skip
    """What a household said in a visit; what it does not know is left out. The same again changes nothing. Raises
    Refused (SURVEY-FINISHED, SURVEY-ANSWER, SURVEY-DAY), OutOfScope, NotPermitted."""
    held = _held(by, wave)
    _of_a_day(held, asked_on, today)
    asked = set(held.survey.questions)
    if (
        member.survey_id != held.survey_id
        or not answers
        or any(
            code not in asked or not 0 <= value <= (MOST_INCOME if code == INCOME else 1)
            for code, value in answers.items()
        )
    ):
        raise refuse(p.ANSWER, most=format_number(MOST_INCOME))
    made = PanelResponse(
        wave=held, member=member, source=ResponseSource.VISIT, asked_on=asked_on, remark=_words(remark, 500), by=by
    )
    return _kept(by, made, answers)


@transaction.atomic
def miss_survey(
    *, by: User, wave: PanelWave, member: PanelHousehold, why: str, asked_on: date, remark: str = "",
    today: date | None = None,
) -> PanelResponse:  # fmt: skip
    """That a household gave no answers, and why. Raises Refused (SURVEY-FINISHED, SURVEY-ANSWER, SURVEY-DAY),
    OutOfScope, NotPermitted."""
    held = _held(by, wave)
    _of_a_day(held, asked_on, today)
    if member.survey_id != held.survey_id or why not in NoResponse.values:
        raise refuse(p.ANSWER, most=format_number(MOST_INCOME))
    made = PanelResponse(
        wave=held, member=member, source=ResponseSource.NONE, why_none=why, asked_on=asked_on,
        remark=_words(remark, 500), by=by,
    )  # fmt: skip
    return _kept(by, made, {})


@transaction.atomic
def take_from_review(*, by: User, wave: PanelWave) -> int:
    """Answers of households that nobody visited, from their last assessment of the wave's year by the same standard;
    how many. Raises Refused (SURVEY-FINISHED), OutOfScope, NotPermitted."""
    held = _held(by, wave)
    survey = held.survey
    visited = set(held.responses.filter(source=ResponseSource.VISIT).values_list("member", flat=True))
    panel = [each for each in survey.panel.all() if each.pk not in visited]
    found = last_assessments(by, survey.unit, [each.household_id for each in panel], held.begins.year)
    taken = 0
    for member in panel:
        judged = found.get(member.household_id)
        if judged is None or judged.standard.partition(".")[0] != survey.standard.partition(".")[0]:
            continue
        answers = {
            code: int(code in judged.deprived)
            for code in survey.questions
            if code != INCOME and (code in judged.deprived or code not in judged.open)
        }
        if answers:
            made = PanelResponse(
                wave=held, member=member, source=ResponseSource.REVIEW, assessment_id=judged.assessment,
                asked_on=judged.on, by=by,
            )  # fmt: skip
            taken += _kept(by, made, answers).pk == made.pk
    return taken


@transaction.atomic
def finish_wave(*, by: User, wave: PanelWave) -> PanelWave:
    """Nothing of it changes any more. Raises Refused (SURVEY-FINISHED, SURVEY-LEFT), OutOfScope, NotPermitted."""
    held = _held(by, wave)
    left = held.survey.panel.exclude(responses__wave=held).count()
    if left:
        raise refuse(p.LEFT, number=left)
    held.finished_at, held.finished_by = timezone.now(), by
    held.save(update_fields=("finished_at", "finished_by"))
    record(by=by, action="survey.finish", subject=held, unit=held.survey.unit)
    return held


def _open(by: User, survey: PanelSurvey, kind: str, begins: date, ends: date) -> PanelWave:
    if ends < begins:
        raise refuse(p.WAVE)
    made = PanelWave.objects.create(survey=survey, kind=kind, begins=begins, ends=ends, by=by)
    record(by=by, action="survey.open_wave", subject=made, unit=survey.unit, after={"kind": kind})
    return made


def _held(by: User, wave: PanelWave) -> PanelWave:
    """The wave as it stands, held until the transaction ends, and not finished."""
    require(by, Permission.EDIT_MONITORING, wave.survey.unit)
    held = PanelWave.objects.select_for_update(of=("self",)).select_related("survey__unit").get(pk=wave.pk)
    if held.finished_at is not None:
        raise refuse(p.FINISHED, day=format_date(timezone.localdate(held.finished_at)))
    return held


def _of_a_day(wave: PanelWave, day: date, today: date | None) -> None:
    if not wave.begins <= day <= min(wave.ends, today or timezone.localdate()):
        raise refuse(p.DAY, day=format_date(day), begins=format_date(wave.begins), ends=format_date(wave.ends))


def _kept(by: User, made: PanelResponse, answers: Mapping[str, int]) -> PanelResponse:
    """The response with its answers, or the one that stands where it says the same."""
    last = made.wave.responses.filter(member=made.member).order_by("-pk").first()
    if last is not None and _said(last) == _said(made) and _answers(last) == dict(answers):
        return last
    made.save()
    PanelAnswer.objects.bulk_create(PanelAnswer(response=made, question=k, value=v) for k, v in answers.items())
    record(by=by, action="survey.answer", subject=made, unit=made.wave.survey.unit, after={"source": made.source})
    return made


def _said(response: PanelResponse) -> tuple[object, ...]:
    return (response.source, response.why_none, response.remark, response.assessment_id, response.asked_on)


def _answers(response: PanelResponse) -> dict[str, int]:
    return dict(response.answers.values_list("question", "value"))


def _words(text: str, most: int) -> str:
    return squeeze(nfc(text))[:most]

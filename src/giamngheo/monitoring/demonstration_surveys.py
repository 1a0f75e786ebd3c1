"""The demonstration's survey of 2026: a baseline in February and a mid-term wave in October. All of it is invented.

Who was assessed by the review lacked in February what the review found in October, and something more; of the others
each indicator is drawn. So the invented panel shows a fall; it says nothing of any commune.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction

from giamngheo.monitoring.models import PanelGroup, PanelHousehold, PanelSurvey, PanelWave, WaveKind
from giamngheo.monitoring.surveys.actions import (
    SurveyPlan,
    answer_survey,
    finish_wave,
    miss_survey,
    open_wave,
    set_out_survey,
    take_from_review,
)
from giamngheo.monitoring.surveys.design import INCOME
from giamngheo.monitoring.surveys.queries import survey_frame
from giamngheo.review.queries.assessed import Assessed, last_assessments
from giamngheo.review.queries.classes import classes_in

if TYPE_CHECKING:
    from giamngheo.accounts.models import User
    from giamngheo.territory.models import Unit

DRAWN, BEGINS, ENDS = date(2026, 2, 2), date(2026, 2, 2), date(2026, 2, 27)
LATER, LAST = date(2026, 10, 1), date(2026, 10, 30)
PAPER = "Kế hoạch 12/KH-UBND ngày 20/01/2026 (mẫu)"
HOMES, REMARK = 22, "Phiếu mẫu, số liệu giả"
_SEED = 120_126
_POOR, _OTHERS = 0.34, 0.14  # chance that an indicator is lacking
_GETS_BETTER, _GETS_WORSE = 0.35, 0.03
_GONE = ("moved", "away", "away", "refused")


class _Draft(NamedTuple):
    first: dict[str, int]
    second: dict[str, int]


@transaction.atomic
def prepare(*, by: User, unit: Unit) -> int:
    """Once; how many households are in the panel."""
    there = PanelHousehold.objects.filter(survey__unit=unit)
    if there.exists() or not survey_frame(by, unit, PanelGroup.EVERY, DRAWN):
        return there.count()
    plan = SurveyPlan(
        "Đời sống hộ dân và kết quả giảm nghèo 2026 (mẫu)", PAPER, PanelGroup.EVERY, (), HOMES, BEGINS, ENDS,
        seed="120126",
    )  # fmt: skip
    made = set_out_survey(by=by, unit=unit, plan=plan, today=DRAWN)
    random = Random(_SEED)  # noqa: S311 invents answers, guards nothing
    drafts = _drafts(by, made, random)
    _ask(by, made.waves.get(), {key: each.first for key, each in drafts.items()}, random, gone=3)
    later = open_wave(by=by, survey=made, kind=WaveKind.MID_TERM, begins=LATER, ends=LAST)
    take_from_review(by=by, wave=later)
    _ask(by, later, {key: each.second for key, each in drafts.items()}, random, gone=8)
    return there.count()


def _drafts(by: User, survey: PanelSurvey, random: Random) -> dict[int, _Draft]:
    """What each household of the panel is made to say, in both waves."""
    panel = list(survey.panel.all())
    judged = last_assessments(by, survey.unit, [each.household_id for each in panel], LATER.year)
    poor = {each.household for each in classes_in(by, survey.unit, DRAWN)}
    return {
        each.pk: _draft(survey, judged.get(each.household_id), random, poor=each.household_id in poor)
        for each in panel
    }  # fmt: skip


def _draft(survey: PanelSurvey, judged: Assessed | None, random: Random, *, poor: bool) -> _Draft:
    first, second = {}, {}
    for code in survey.questions:
        if code == INCOME:
            continue
        if judged is not None:
            second[code] = int(code in judged.deprived)
            first[code] = max(second[code], int(random.random() < _OTHERS))
            continue
        first[code] = int(random.random() < (_POOR if poor else _OTHERS))
        moved = random.random()
        second[code] = int(moved > _GETS_BETTER) if first[code] else int(moved < _GETS_WORSE)
    income = (random.randrange(600, 1500) if poor else random.randrange(1700, 4200)) * 1000
    first[INCOME], second[INCOME] = income, round(income * random.uniform(0.95, 1.2) / 10_000) * 10_000
    return _Draft(first, second)


def _ask(by: User, wave: PanelWave, said: Mapping[int, Mapping[str, int]], random: Random, *, gone: int) -> None:
    """Visit whoever has no response yet, miss some of them, and finish."""
    waiting = list(wave.survey.panel.exclude(responses__wave=wave))
    missing = {each.pk for each in random.sample(waiting, min(gone, len(waiting)))}
    for each in waiting:
        day = wave.begins + timedelta(days=random.randrange((wave.ends - wave.begins).days))
        if each.pk in missing:
            miss_survey(by=by, wave=wave, member=each, why=random.choice(_GONE), asked_on=day, remark=REMARK, today=day)
        else:
            answer_survey(by=by, wave=wave, member=each, answers=said[each.pk], asked_on=day, remark=REMARK, today=day)
    finish_wave(by=by, wave=wave)

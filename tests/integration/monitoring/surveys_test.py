"""Surveys: the panel drawn, waves answered and finished, what the review lends, what the database refuses."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from giamngheo.accounts.permissions import NotPermitted, OutOfScope
from giamngheo.households.models import Household
from giamngheo.monitoring.models import PanelAnswer, PanelHousehold, PanelResponse, PanelSurvey, PanelWave
from giamngheo.monitoring.problems import Refused
from giamngheo.monitoring.surveys import actions as verbs
from giamngheo.monitoring.surveys.queries import (
    answer_history,
    panel_facts,
    survey_frame,
    survey_page,
    surveys_for,
    wave_page,
)
from giamngheo.support.models import SupportDelivery

pytestmark = pytest.mark.django_db
TODAY, LATER = date(2026, 9, 23), date(2026, 11, 10)
PLAN = verbs.SurveyPlan(
    "Khảo sát (giả)", "KH 3/KH-UBND (giả)", "either", (), 3, date(2026, 9, 1), date(2026, 9, 30), "7"
)


@pytest.fixture
def survey(world, officer, hoang_phu_new) -> PanelSurvey:
    return verbs.set_out_survey(by=officer, unit=hoang_phu_new, plan=PLAN, today=TODAY)


def refused(call) -> str:
    with pytest.raises(Refused) as found:
        call()
    return found.value.findings[0].code


def fill(officer, wave, day, water: int = 1) -> None:
    for each in wave.survey.panel.all():
        verbs.answer_survey(by=officer, wave=wave, member=each, answers={"water": water, "income": 1_000_000},
                            asked_on=day)  # fmt: skip


def test_panel_is_drawn_village_by_village_and_comes_out_again(survey, officer, hoang_phu_new) -> None:
    among = survey_frame(officer, hoang_phu_new, "either", TODAY)
    panel = list(survey.panel.all())
    assert survey.frame == sorted(among)
    assert all(among[each.code].household == each.household_id for each in panel)
    page = survey_page(officer, survey.pk)
    assert page.same
    assert [(each.frame, each.drawn) for each in page.strata] == [
        (each.frame, min(3, each.frame)) for each in page.strata
    ]
    assert sum(each.frame for each in page.strata) == len(among)
    assert survey.questions[-1] == "income"
    assert len(survey.questions) == 13  # the twelve of the standard of 2022 to 2026, and income
    (wave,) = page.waves
    assert (wave.wave.kind, wave.waiting) == ("baseline", len(panel))
    every = survey_frame(officer, hoang_phu_new, "every", TODAY)
    assert set(among) < set(every)
    one = {each.village for each in among.values()}.pop()
    assert {each.village for each in survey_frame(officer, hoang_phu_new, "every", TODAY, [one]).values()} == {one}


def test_last_response_counts_and_a_finished_wave_takes_none(survey, officer) -> None:
    wave, panel = survey.waves.get(), list(survey.panel.all())
    asked = {"by": officer, "wave": wave, "member": panel[0], "asked_on": TODAY}
    verbs.miss_survey(**asked, why="away")
    verbs.answer_survey(**asked, answers={"water": 1})
    assert verbs.answer_survey(**asked, answers={"water": 1}).pk == PanelResponse.objects.get(source="visit").pk
    assert len(answer_history(officer, wave, panel[0])) == 2
    assert wave_page(officer, wave.pk).rows[0].response.source == "visit"
    for answers in ({}, {"water": 2}, {"income": -1}, {"roof": 1}):
        assert refused(lambda given=answers: verbs.answer_survey(**asked, answers=given)) == "SURVEY-ANSWER"
    assert refused(lambda: verbs.answer_survey(**asked | {"asked_on": date(2026, 8, 1)}, answers={"water": 1})) == (
        "SURVEY-DAY"
    )
    assert refused(lambda: verbs.finish_wave(by=officer, wave=wave)) == "SURVEY-LEFT"
    for each in panel[1:]:
        verbs.miss_survey(by=officer, wave=wave, member=each, why="moved", asked_on=TODAY)
    verbs.finish_wave(by=officer, wave=wave)
    assert refused(lambda: verbs.answer_survey(**asked, answers={"water": 0})) == "SURVEY-FINISHED"
    assert refused(lambda: verbs.finish_wave(by=officer, wave=wave)) == "SURVEY-FINISHED"


def test_waves_come_one_after_another(survey, officer) -> None:
    after = {"by": officer, "survey": survey, "kind": "mid_term", "begins": LATER, "ends": LATER}
    assert refused(lambda: verbs.open_wave(**after)) == "SURVEY-WAVE"  # the baseline is open
    wave = survey.waves.get()
    fill(officer, wave, TODAY)
    verbs.finish_wave(by=officer, wave=wave)
    for wrong in ({"kind": "baseline"}, {"begins": TODAY}, {"ends": TODAY}):
        assert refused(lambda other=wrong: verbs.open_wave(**after | other)) == "SURVEY-WAVE"
    assert verbs.open_wave(**after).kind == "mid_term"


def test_review_of_the_year_lends_answers_but_never_over_a_visit(survey, world, officer) -> None:
    wave = survey.waves.get()
    numbers = {home.pk: number for number, home in world.homes.items()}
    free = [each for each in survey.panel.all() if not each.household.review_cases.exists()]
    visited, lent, other = free[:3]
    for each, standard in ((visited, "vn-2022.1"), (lent, "vn-2022.1"), (other, "vn-2099.1")):
        world.assess(numbers[each.household_id], "poor", deprivations=("water",), record={"standard": standard})
    verbs.answer_survey(by=officer, wave=wave, member=visited, answers={"water": 0}, asked_on=TODAY)
    number = verbs.take_from_review(by=officer, wave=wave)
    lent_to = PanelResponse.objects.filter(source="review")
    assert number == lent_to.count() > 0
    assert verbs.take_from_review(by=officer, wave=wave) == 0  # the same again is nothing new
    assert not lent_to.filter(member__in=(visited, other)).exists()
    taken = lent_to.get(member=lent)
    answers = dict(taken.answers.values_list("question", "value"))
    assert (taken.asked_on, taken.assessment.outcome) == (date(2026, 9, 7), "poor")
    assert (answers["water"], answers["toilet"], "income" in answers) == (1, 0, False)


def test_database_refuses_what_no_verb_does(survey, officer) -> None:
    wave, panel = survey.waves.get(), list(survey.panel.all())
    fill(officer, wave, TODAY)
    response = PanelResponse.objects.first()
    later = {"survey": survey, "kind": "mid_term", "begins": LATER, "ends": LATER}
    attempts = [
        lambda: PanelSurvey.objects.update(seed="8"),
        lambda: PanelHousehold.objects.all().delete(),
        lambda: PanelHousehold.objects.create(
            survey=survey, number=99, code="x", village=panel[0].village,
            household=Household.objects.exclude(pk__in=[each.household_id for each in panel])[0],
        ),  # into a panel that was asked
        lambda: PanelAnswer.objects.update(value=0),
        lambda: PanelResponse.objects.update(asked_on=LATER),
        lambda: PanelWave.objects.update(begins=date(2026, 1, 1)),
        lambda: PanelWave.objects.create(**later),  # two open ones
        lambda: PanelWave.objects.all().delete(),
    ]  # fmt: skip
    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    verbs.finish_wave(by=officer, wave=wave)
    said = {"wave": wave, "member": panel[0], "source": "visit", "asked_on": TODAY}
    for attempt in (
        lambda: PanelResponse.objects.create(**said),
        lambda: PanelAnswer.objects.create(response=response, question="toilet", value=1),
        lambda: PanelWave.objects.update(finished_at=None),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_facts_are_of_finished_waves_and_help_between_them(
    survey, officer, hoang_phu_new, django_assert_num_queries
) -> None:
    first = survey.waves.get()
    fill(officer, first, TODAY)
    assert panel_facts(officer, survey).waves == []
    verbs.finish_wave(by=officer, wave=first)
    second = verbs.open_wave(by=officer, survey=survey, kind="mid_term", begins=LATER, ends=LATER)
    home = survey.panel.first().household
    for at, day in enumerate((TODAY, date(2026, 10, 1), LATER), 1):  # the first is before or on the day it was asked
        SupportDelivery.objects.create(
            household=home, recipient=home.memberships.first().person, kind="electricity", content="electricity",
            year=2026, instalment=at, on=day, amount=100_000, donor="Ngân sách tỉnh (giả)", confirmation="signature",
            unit=hoang_phu_new,
        )  # fmt: skip
    fill(officer, second, LATER, water=0)
    verbs.finish_wave(by=officer, wave=second)
    facts = panel_facts(officer, survey)
    assert [each.kind for each in facts.waves] == ["baseline", "mid_term"]
    assert facts.helped == {home.pk: [date(2026, 10, 1), LATER]}
    member = survey.panel.first()
    assert [facts.heard[wave.pk, member.pk].answers["water"] for wave in facts.waves] == [1, 0]
    assert panel_facts(officer, survey, "housing").helped == {}
    with django_assert_num_queries(10):
        panel_facts(officer, survey)


def test_nobody_acts_or_looks_beyond_their_rights(survey, other_officer, province_officer, make_user) -> None:
    wave, member = survey.waves.get(), survey.panel.first()
    assert not surveys_for(other_officer).exists()
    answer = {"wave": wave, "member": member, "answers": {"water": 1}, "asked_on": TODAY}
    with pytest.raises(OutOfScope):
        verbs.answer_survey(by=other_officer, **answer)
    reviewer = make_user("ra-soat", "village_reviewer", survey.unit)
    with pytest.raises(NotPermitted):
        verbs.answer_survey(by=reviewer, **answer)
    with pytest.raises(PanelWave.DoesNotExist):
        wave_page(other_officer, wave.pk)
    assert surveys_for(province_officer).get() == survey
